"""The host as a browser sees it, and machines made for a test: homes, applications, session environments."""

import json
import os
import shlex
import struct
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

ROOT = Path(__file__).resolve().parents[2]
IDENTITY = json.loads((ROOT / "manifests" / "identity.json").read_text())
CHROMIUM = [f"chrome-extension://{IDENTITY['chromium']['extension_ids'][0]}/"]
FIREFOX = ["/somewhere/io.github.webex_click_to_call.json", IDENTITY["firefox"]["extension_ids"][0]]
FROZEN = ROOT / "dist/host/webex-click-to-call" / ("webex-click-to-call.exe" if os.name == "nt" else "webex-click-to-call")


def frame(message) -> bytes:
    """A native messaging frame of a message, or of raw bytes."""
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return struct.pack("=I", len(body)) + body


def replies(stream: bytes) -> list[dict]:
    """All frames of an output stream; fails on a stray byte."""
    found = []
    while stream:
        (size,) = struct.unpack("=I", stream[:4])
        assert len(stream) >= 4 + size, "half a reply"
        found.append(json.loads(stream[4 : 4 + size]))
        stream = stream[4 + size :]
    return found


@cache
def _reply_schema() -> Draft202012Validator:
    schemas = [json.loads((ROOT / "manifests/schema" / f"{name}.schema.json").read_text()) for name in ("replies", "doctor")]
    known = [Resource.from_contents(schema) for schema in schemas]
    return Draft202012Validator(schemas[0], registry=Registry().with_resources((item.id(), item) for item in known))


def eventually(path: Path, seconds: float = 20) -> str:
    """The content of a file that another program is about to write."""
    end = time.monotonic() + seconds
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.01)
    return path.read_text()


def source_command() -> list[str]:
    return [sys.executable, "-m", "webex_click_to_call"]


class Machine:
    """An isolated home with desktop files, programs that record their arguments, and an environment."""

    def __init__(self, root: Path):
        self.root = root
        self.home = root / "home"
        self.bin = root / "bin"
        self.log = root / "calls.log"
        for place in (self.home, self.bin, root / "share/applications", root / "etc"):
            place.mkdir(parents=True)
        self.env = {
            "HOME": str(self.home),
            "PATH": f"{self.bin}:/usr/bin:/bin",
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_CONFIG_DIRS": str(root / "etc"),
            "XDG_DATA_HOME": str(self.home / ".local/share"),
            "XDG_DATA_DIRS": str(root / "share"),
            "DISPLAY": ":99",
            "LANG": "C.UTF-8",
        }

    def program(self, name: str) -> Path:
        """A program that appends its name and its arguments, one JSON line a start, to the log."""
        path = self.bin / name
        path.parent.mkdir(parents=True, exist_ok=True)
        code = (
            f"import json,os,sys; fd=os.open({str(self.log)!r},os.O_WRONLY|os.O_APPEND|os.O_CREAT); "
            "os.write(fd,(json.dumps(sys.argv[1:])+chr(10)).encode())"
        )
        path.write_text(f'#!/bin/sh\nexec {sys.executable} -I -S -c {shlex.quote(code)} {path.name} "$@"\n')
        path.chmod(0o755)
        return path

    def desktop(self, item: str, exec_line: str, schemes: str = "tel", place: str = "share/applications", extra: str = "") -> Path:
        """A desktop file for the schemes (space-separated); ``update`` makes it known."""
        path = self.root / place / item
        path.parent.mkdir(parents=True, exist_ok=True)
        kinds = "".join(f"x-scheme-handler/{scheme};" for scheme in schemes.split())
        path.write_text(
            f"[Desktop Entry]\nType=Application\nName={item.removesuffix('.desktop')}\nExec={exec_line}\nMimeType={kinds}\n{extra}\n"
        )
        self.update(self.root / place)
        return path

    def app(self, item: str, schemes: str = "tel", **more) -> Path:
        """A recording application with a desktop file of its own."""
        program = self.program(item.removesuffix(".desktop"))
        return self.desktop(item, f"{program} %u", schemes, **more)

    def webex(self, schemes: str = "webextel tel sip clicktocall") -> Path:
        """What Webex leaves on a Linux machine, with a recording program."""
        return self.desktop("webex.desktop", f"{self.program('CiscoCollabHost')} %U", schemes)

    def update(self, place: Path) -> None:
        subprocess.run(["update-desktop-database", "-q", place], check=True)

    def mimeapps(self, text: str, place: str = "home/.config/mimeapps.list") -> Path:
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def forget_calls(self) -> None:
        """Start counting calls anew: the host takes the same call only once in two seconds, and not too many."""
        (self.home / ".local/state/webex-click-to-call/calls").unlink(missing_ok=True)

    def calls(self, count: int, seconds: float = 10) -> list[list[str]]:
        """The recorded starts, waiting until there are ``count``."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = self.log.read_text().splitlines() if self.log.exists() else []
            if len(found) >= count:
                break
            time.sleep(0.01)
        return [json.loads(line) for line in found]

    def run(self, command: list[str], *arguments: str, **options) -> subprocess.CompletedProcess:
        """Run the host's command line on this machine."""
        return subprocess.run([*command, *arguments], env=self.env, capture_output=True, text=True, timeout=60, **options)

    def talk(self, command: list[str], *messages, origin=CHROMIUM, end=b"") -> tuple[list[dict], int, str]:
        """Frames in; replies, exit status and stderr out. Each reply is held against its schema."""
        data = b"".join(map(frame, messages)) + end
        done = subprocess.run([*command, *origin], input=data, env=self.env, capture_output=True, timeout=60)
        answers = replies(done.stdout)
        for answer in answers:
            _reply_schema().validate(answer)
        return answers, done.returncode, done.stderr.decode()
