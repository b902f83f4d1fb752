"""One isolated person on this machine: home, XDG directories, the native host installed for their browsers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.lab.phone import StandInPhone

ROOT = Path(__file__).resolve().parents[2]
IDENTITY = json.loads((ROOT / "manifests/identity.json").read_text())
FROZEN_HOST = ROOT / "dist/host/webex-click-to-call/webex-click-to-call"


class World:
    """`path` is the person's whole world; nothing outside it is written.

    `profile` is Chromium's user data directory. `environment` is what the person's programs see.
    """

    def __init__(self, path: Path, display: dict[str, str]) -> None:
        self.path = path
        self.home = path / "home"
        self.data = path / "data"
        self.config = path / "config"
        self.profile = path / "profile"
        for folder in (self.home, self.data, self.config, self.profile, path / "runtime"):
            folder.mkdir(parents=True, exist_ok=True)
        (path / "runtime").chmod(0o700)
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR") if name in os.environ}
        self.environment = {
            **kept, **display,
            "HOME": str(self.home), "XDG_DATA_HOME": str(self.data), "XDG_CONFIG_HOME": str(self.config),
            "XDG_CACHE_HOME": str(path / "cache"), "XDG_STATE_HOME": str(path / "state"),
            "XDG_RUNTIME_DIR": str(path / "runtime"),
            "XDG_DATA_DIRS": str(self._share_without_applications()),
        }

    def _share_without_applications(self) -> Path:
        """/usr/share as it is here, but for the applications: what this machine has installed must not take a call."""
        share = self.path / "share"
        share.mkdir(exist_ok=True)
        for entry in Path("/usr/share").glob("*"):
            if entry.name != "applications":
                (share / entry.name).symlink_to(entry)
        return share

    def phone(self, **options) -> StandInPhone:
        return StandInPhone(self.data, self.config, **options)

    def host(self, *arguments: str, frozen: bool = False) -> subprocess.CompletedProcess[str]:
        """Runs the host's command line as this person."""
        program = [str(FROZEN_HOST)] if frozen else [sys.executable, "-m", "webex_click_to_call"]
        return subprocess.run([*program, *arguments], env=self.environment, cwd=self.path, capture_output=True, text=True)

    def install_host(self, browser: str, *, frozen: bool = False, program: Path | None = None) -> None:
        """Registers the native host, or `program` in its place, for this person's Chromium profile or Firefox."""
        where = ["--user-data-dir", str(self.profile)] if browser != "firefox" else []
        named = ["--host", str(program)] if program else []
        done = self.host("install", "--browser", browser, *where, *named, frozen=frozen)
        if done.returncode:
            raise RuntimeError(f"installing the host failed: {done.stdout}{done.stderr}")
