"""Files written whole or not at all, never through somebody else's link."""

import os
import secrets
import stat

from ..errors import Failure


def check_path(path: str) -> None:
    """Refuse a path in which a link was planted. Raises PATH_UNSAFE.

    A link that this user or root made is theirs to make (a home on another disk); the file itself
    must be an ordinary one.
    """
    trusted = {0, os.geteuid()}
    current = "/"
    parts = [part for part in os.path.abspath(path).split("/") if part]
    for number, part in enumerate(parts):
        current = os.path.join(current, part)
        try:
            state = os.lstat(current)
        except FileNotFoundError:
            return
        last = number == len(parts) - 1
        if stat.S_ISLNK(state.st_mode) and (last or state.st_uid not in trusted):
            raise Failure("PATH_UNSAFE", path=current)
        if last and not stat.S_ISREG(state.st_mode):
            raise Failure("PATH_UNSAFE", path=current)


def make_directories(path: str) -> list[str]:
    """Create a directory and its parents; return those created, outermost first, none if one fails."""
    missing = []
    while not os.path.isdir(path):
        missing.insert(0, path)
        path = os.path.dirname(path)
    for number, item in enumerate(missing):
        try:
            os.mkdir(item, 0o755)
        except OSError:
            for made in reversed(missing[:number]):
                os.rmdir(made)
            raise
    return missing


def read(path: str) -> tuple[bytes, int] | None:
    """Content and mode of an ordinary file, None if nothing is there."""
    check_path(path)
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except FileNotFoundError:
        return None
    with os.fdopen(fd, "rb") as file:
        return file.read(), stat.S_IMODE(os.fstat(fd).st_mode)


def write(path: str, content: bytes, mode: int) -> None:
    """Replace ``path`` in one step; a reader sees the old file or the new one."""
    check_path(path)
    folder = os.open(os.path.dirname(path), os.O_RDONLY | os.O_DIRECTORY)
    try:
        name = os.path.basename(path)
        temporary = f".{name}.{secrets.token_hex(6)}"
        fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=folder)
        try:
            with os.fdopen(fd, "wb") as file:
                file.write(content)
                file.flush()
                os.fchmod(fd, mode)
                os.fsync(fd)
            os.replace(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
        except OSError:
            os.unlink(temporary, dir_fd=folder)
            raise
    finally:
        os.close(folder)
