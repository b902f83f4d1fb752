"""Files written whole or not at all, never through somebody else's link. A content is ``(bytes, mode)``.

Windows knows neither modes nor directory descriptors: there the places written to are below folders that nobody else may
change (the person's own, or Program Files), and the file itself must be no reparse point.
"""

import os
import secrets
import stat

from ..errors import Failure

_WINDOWS = os.name == "nt"
# Modes; on Windows there is but one.
PLAIN, PROGRAM, PRIVATE = (0, 0, 0) if _WINDOWS else (0o644, 0o755, 0o600)
_REPARSE_POINT = 0x400


def check(path: str) -> None:
    """Refuse a path in which a link was planted. Raises PATH_UNSAFE.

    A link that this user or root made is theirs to make (a home on another disk); the file itself
    must be an ordinary one.
    """
    full = os.path.abspath(path)
    steps = [full]
    while os.path.dirname(steps[-1]) != steps[-1]:
        steps.append(os.path.dirname(steps[-1]))
    for step in reversed(steps[:-1]):
        try:
            state = os.lstat(step)
        except FileNotFoundError:
            return
        last = step == full
        link = stat.S_ISLNK(state.st_mode) or getattr(state, "st_file_attributes", 0) & _REPARSE_POINT
        if link and (last or not _trusted(state)):
            raise Failure("PATH_UNSAFE", path=step)
        if last and not stat.S_ISREG(state.st_mode):
            raise Failure("PATH_UNSAFE", path=step)


def _trusted(state: os.stat_result) -> bool:
    return _WINDOWS or state.st_uid in (0, os.geteuid())


def make_parents(path: str) -> list[str]:
    """Create the directories above a file; return those created, outermost first, none if one fails."""
    missing, folder = [], os.path.dirname(os.path.abspath(path))
    while not os.path.isdir(folder):
        missing.insert(0, folder)
        folder = os.path.dirname(folder)
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
    check(path)
    try:
        fd = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return None
    with os.fdopen(fd, "rb") as file:
        return file.read(), PLAIN if _WINDOWS else stat.S_IMODE(os.fstat(fd).st_mode)


def write(path: str, content: bytes, mode: int) -> None:
    """Replace ``path`` in one step; a reader sees the old file or the new one."""
    check(path)
    temporary = os.path.join(os.path.dirname(path), f".{os.path.basename(path)}.{secrets.token_hex(6)}")
    if _WINDOWS:
        _replace(temporary, path, content, mode, {}, {})
        return
    folder = os.open(os.path.dirname(path), os.O_RDONLY | os.O_DIRECTORY)
    try:
        names = (os.path.basename(temporary), os.path.basename(path))
        _replace(*names, content, mode, {"dir_fd": folder}, {"src_dir_fd": folder, "dst_dir_fd": folder})
    finally:
        os.close(folder)


def _replace(temporary: str, target: str, content: bytes, mode: int, at: dict, both: dict) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    fd = os.open(temporary, flags, 0o600, **at)
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(content)
            file.flush()
            if not _WINDOWS:
                os.fchmod(fd, mode)
            os.fsync(fd)
        os.replace(temporary, target, **both)
    except OSError:
        os.unlink(temporary, **at)
        raise


def remove(path: str) -> None:
    """Remove a file."""
    os.unlink(path)


def remove_parent(path: str) -> None:
    """Remove a directory if it is empty. Raises OSError if it is not."""
    os.rmdir(path)
