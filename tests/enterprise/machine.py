"""A copy of this machine on which packages are really installed: an overlay over /, in a mount namespace of its own (Linux, root)."""

from __future__ import annotations

import hashlib
import os
import shlex
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# What package managers keep about their own work.
_KEPT = ("/var/lib/dpkg", "/var/log", "/var/cache", "/var/lib/rpm", "/usr/lib/sysimage", "/run", "/tmp", "/proc", "/dev", "/var/lib/apt",
         f"{Path.home()}/.rpmdb", f"{Path.home()}/.ansible")
_SET_UP = """set -e
mount --make-rprivate /
mount -t tmpfs -o size=1g none "$1"
mkdir "$1/upper" "$1/work" "$1/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/upper,workdir=$1/work" "$1/root"
mount --rbind /proc "$1/root/proc"
mount --rbind /dev "$1/root/dev"
mount --bind /tmp "$1/root/tmp"  # files of a test have the same path there
echo ready
exec sleep 100000
"""


class Machine:
    """`root` is its file system as seen from here."""

    def __init__(self, holder: subprocess.Popen, folder: Path) -> None:
        self._pid, self._inside = holder.pid, folder / "root"
        self.root = Path(f"/proc/{holder.pid}/root{folder}/root")
        self._upper = Path(f"/proc/{holder.pid}/root{folder}/upper")

    def command(self, *words: str | Path) -> list[str]:
        """A command line that runs there."""
        return ["nsenter", f"--mount=/proc/{self._pid}/ns/mnt", "chroot", str(self._inside), *map(str, words)]

    def run(self, *words: str | Path, **options) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/root", **options.pop("env", {})}
        return subprocess.run(self.command(*words), capture_output=True, text=True, env=environment, **options)

    def write(self, path: str, content: str | bytes) -> None:
        """Puts a file there, its directories as well."""
        place = self.root / path.lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)

    def launcher(self, program: str, place: Path) -> str:
        """A program here that starts the program there, in the caller's environment."""
        place.write_text(f'#!/bin/sh\nexec {shlex.join(self.command(program))} "$@"\n')
        place.chmod(0o755)
        return str(place)

    def changes(self) -> dict[str, str]:
        """Path to what became of it, compared with this machine: new, changed or gone. What package managers note is left out."""
        found = {}
        for folder, names, files in os.walk(self._upper):
            for name in [*names, *files]:
                path = Path(folder, name)
                place = "/" + str(path.relative_to(self._upper))
                if place.startswith(_KEPT) and "webex" not in place:
                    continue
                kind = _difference(path, Path(place))
                if kind:
                    found[place] = kind
        return found


def _difference(now: Path, before: Path) -> str | None:
    state = now.lstat()
    if stat.S_ISCHR(state.st_mode) and state.st_rdev == 0:
        return "gone"
    if not os.path.lexists(before):
        return "new"
    old = before.lstat()
    same = stat.S_IFMT(old.st_mode) == stat.S_IFMT(state.st_mode) and stat.S_IMODE(old.st_mode) == stat.S_IMODE(state.st_mode)
    if same and stat.S_ISREG(state.st_mode):
        same = _digest(now) == _digest(before)
    return None if same else "changed"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@contextmanager
def machine(folder: Path) -> Iterator[Machine]:
    """A machine that is gone at the end."""
    folder.mkdir(parents=True)
    holder = subprocess.Popen(["unshare", "--mount", "sh", "-c", _SET_UP, "sh", str(folder)], stdout=subprocess.PIPE, text=True)
    try:
        if holder.stdout.readline().strip() != "ready":
            raise RuntimeError("the overlay could not be mounted: root and Linux are needed")
        yield Machine(holder, folder)
    finally:
        holder.kill()
        holder.wait()
