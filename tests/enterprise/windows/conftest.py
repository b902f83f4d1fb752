"""One Windows for the whole suite, and the host frozen on it."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.enterprise.windows import toolchain
from tests.enterprise.windows.toolchain import Wine, windows
from tests.host.machines import CHROMIUM, frame, replies
from tests.lab.browsers import until
from tests.lab.world import ROOT

SCHEMES = ("webextel", "tel", "clicktocall", "sip")


@pytest.fixture(scope="session")
def wine(tmp_path_factory):
    toolchain.ready()
    one = Wine(tmp_path_factory.mktemp("wine") / "prefix")
    yield one
    one.close()


@dataclass
class Host:
    """The frozen host, started as a browser and as a person start it."""

    wine: Wine
    folder: Path

    @property
    def program(self) -> Path:
        return self.folder / "webex-click-to-call.exe"

    def ask(self, *messages: dict, origin: str = CHROMIUM[0]) -> list[dict]:
        done = self.wine.run(self.program, origin, "--parent-window=0", data=b"".join(map(frame, messages)))
        return replies(done.stdout)

    def command(self, *words: str) -> tuple[int, str, str]:
        """Exit status, output and errors of its command line."""
        done = self.wine.run(self.program, *words)
        return done.returncode, done.stdout.decode().replace("\r\n", "\n"), done.stderr.decode().replace("\r\n", "\n")

    def findings(self, *options: str) -> dict:
        """What its doctor says of the host's registration, by id and subject."""
        _, text, errors = self.command("doctor", "--json", *options)
        assert "{" in text, errors
        found = json.loads(text[text.index("{\n"):])["findings"]
        return {(row["id"], row["subject"]): row for row in found if row["id"].startswith("host.")}


@pytest.fixture(scope="session")
def host(wine, tmp_path_factory) -> Host:
    out = tmp_path_factory.mktemp("frozen")
    done = wine.python("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN", "--distpath", windows(out), "--workpath",
                       windows(out / "work"), windows(ROOT / "host/packaging/webex-click-to-call.spec"), seconds=800)
    made = Host(wine, out / "webex-click-to-call")
    assert made.program.exists(), (done.stdout + done.stderr).decode(errors="replace")[-3000:]
    return made


@dataclass
class Phone:
    """A Webex as the registry knows one; `log` has a line for each start (phone.c)."""

    log: Path

    def calls(self, count: int) -> list[str]:
        """What it was started with, waiting until there are that many starts."""
        until(lambda: self.log.exists() and self.log.read_text().count("\n") >= count, 60, say=f"{count} calls")
        return self.log.read_text().splitlines()


@pytest.fixture(scope="session")
def phone(wine) -> Phone:
    folder = wine.prefix / "drive_c/Program Files/Cisco Spark"
    folder.mkdir(parents=True)
    shutil.copy(toolchain.CACHE / "phone.exe", folder / "CiscoCollabHost.exe")
    command = r'\"C:\\Program Files\\Cisco Spark\\CiscoCollabHost.exe\" \"%1\"'
    lines = []
    for scheme in SCHEMES:
        lines += ["", rf"[HKEY_LOCAL_MACHINE\Software\Classes\{scheme}]", f'@="URL:{scheme}"', '"URL Protocol"=""',
                  rf"[HKEY_LOCAL_MACHINE\Software\Classes\{scheme}\shell\open\command]", f'@="{command}"']
    wine.import_registry("\n".join(lines))
    return Phone(folder / "calls.log")
