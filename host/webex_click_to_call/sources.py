"""Where the machine's policy stands: a place that only its administrator writes. One document, whatever the system.

Linux: a file.  Windows: the value ``Policy`` of a key below HKLM\\SOFTWARE\\Policies.  macOS: managed preferences, from a profile.
"""

import errno
import json
import os
import stat
import sys

LINUX = "/etc/webex-click-to-call/policy.json"
WINDOWS = r"SOFTWARE\Policies\WebexClickToCall"
OWNERS = (0,)  # root
MACOS = "/Library/Managed Preferences/io.github.webex_click_to_call.plist"


def place(platform: str = sys.platform) -> str:
    """Where it stands on this system, in words for a person."""
    return {"win32": "HKLM\\" + WINDOWS, "darwin": MACOS}.get(platform, LINUX)


def fetch(limit: int, platform: str = sys.platform) -> bytes | None:
    """The document as JSON, at most ``limit`` bytes and one more; None if there is none. Raises OSError or ValueError."""
    if platform == "win32":
        return _registry()
    if platform == "darwin":
        return _preferences(limit)
    return from_file(LINUX, limit, OWNERS)


def from_file(path: str, limit: int, owners: tuple[int, ...] = ()) -> bytes | None:
    """A file's beginning, None if it is not there. Raises ValueError if anybody but ``owners`` could have written it (none: not asked)."""
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise ValueError("is a symbolic link: put the file itself there") from None
        raise
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise ValueError("is not a regular file")
    with open(file, "rb") as opened:
        if owners:
            _check(os.stat(os.path.dirname(path)), "its folder", owners)
            _check(os.fstat(file), "it", owners)
        return opened.read(limit + 1)


def _check(state: os.stat_result, what: str, owners: tuple[int, ...]) -> None:
    if state.st_uid not in owners:
        raise ValueError(f"{what} belongs to user {state.st_uid}, who could change it: chown root")
    if state.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise ValueError(f"{what} has mode {stat.S_IMODE(state.st_mode):04o}, so others could change it: chmod go-w")


def _registry() -> bytes | None:
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, WINDOWS) as key:
            data, kind = winreg.QueryValueEx(key, "Policy")
    except FileNotFoundError:
        return None
    if kind != winreg.REG_SZ:
        raise ValueError("Policy is not a text")
    return data.encode()


def _preferences(limit: int) -> bytes | None:
    import plistlib

    raw = from_file(MACOS, limit, OWNERS)
    if raw is None:
        return None
    try:
        return json.dumps(plistlib.loads(raw)).encode()
    except Exception as error:  # expat's errors have no common base
        raise ValueError(f"not a property list: {error}") from None
