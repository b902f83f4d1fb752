"""The stand-in phone: where no Webex is installed, a handler that writes down each URI that it gets.

It is a fake of the Webex application alone. The desktop file, the lookup of its owner, the start of its
process and its arguments are real.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import time
from pathlib import Path

SCHEMES = ("webextel", "tel", "clicktocall", "sip")


class StandInPhone:
    """A Linux desktop application registered for the call schemes in one XDG data home.

    `received()` gives, for each start, the arguments and the start's time in nanoseconds.
    """

    def __init__(self, data: Path, config: Path, *, name: str = "Webex (stand-in)", desktop_id: str = "webex.desktop",
                 program: str = "CiscoCollabHost", schemes: tuple[str, ...] = SCHEMES, default: bool = True) -> None:
        self.data, self.config, self.desktop_id = data, config, desktop_id
        folder = data / "stand-in" / desktop_id.removesuffix(".desktop")
        folder.mkdir(parents=True, exist_ok=True)
        self.log = folder / "received.log"
        self.program = folder / program
        # One line per start: nanoseconds, then the arguments separated by the unit separator.
        self.program.write_text(
            '#!/bin/sh\nt=$(date +%s%N)\nl=$t\nfor a in "$@"; do l="$l\037$a"; done\n'
            f"printf '%s\\n' \"$l\" >> {shlex.quote(str(self.log))}\n")
        self.program.chmod(0o755)
        applications = data / "applications"
        applications.mkdir(parents=True, exist_ok=True)
        (applications / desktop_id).write_text(
            "[Desktop Entry]\nType=Application\n"
            f"Name={name}\nExec={self.program} %U\nTerminal=false\n"
            f"MimeType={''.join(f'x-scheme-handler/{scheme};' for scheme in schemes)}\n")
        subprocess.run(["update-desktop-database", applications], check=True, capture_output=True)
        if default:
            config.mkdir(parents=True, exist_ok=True)
            lines = "".join(f"x-scheme-handler/{scheme}={desktop_id}\n" for scheme in schemes)
            (config / "mimeapps.list").write_text(f"[Default Applications]\n{lines}")

    def received(self) -> list[tuple[int, list[str]]]:
        if not self.log.exists():
            return []
        lines = self.log.read_text().splitlines()
        return [(int(line.split("\x1f")[0]), line.split("\x1f")[1:]) for line in lines]

    def uris(self) -> list[str]:
        return [argument for _, arguments in self.received() for argument in arguments]

    def wait(self, count: int = 1, seconds: float = 15) -> list[str]:
        """The URIs received, once there are `count` of them; raises TimeoutError before that."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if len(self.uris()) >= count:
                return self.uris()
            time.sleep(0.02)
        raise TimeoutError(f"the phone got {self.uris()} within {seconds} s")

    def forget(self) -> None:
        self.log.unlink(missing_ok=True)

    def remove(self) -> None:
        (self.data / "applications" / self.desktop_id).unlink(missing_ok=True)
        os.replace(self.program, self.program.with_suffix(".gone"))
