"""Where the machine's policy stands: a place that only its administrator writes. One document, whatever the system.

Linux: a file.  Windows: the value ``Policy`` of a key below HKLM\\SOFTWARE\\Policies.  macOS: managed preferences, from a profile.
"""

import json
import sys

LINUX = "/etc/webex-click-to-call/policy.json"
WINDOWS = r"SOFTWARE\Policies\WebexClickToCall"
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
    return from_file(LINUX, limit)


def from_file(path: str, limit: int) -> bytes | None:
    """A file's beginning, None if it is not there."""
    try:
        with open(path, "rb") as file:
            return file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None


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

    raw = from_file(MACOS, limit)
    if raw is None:
        return None
    try:
        return json.dumps(plistlib.loads(raw)).encode()
    except Exception as error:  # expat's errors have no common base
        raise ValueError(f"not a property list: {error}") from None
