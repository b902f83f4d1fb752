"""Where audit lines go. Each sink takes one line whole, also when several hosts write at once."""

import errno
import os
import socket
import sys
import time

NAME = "webex-click-to-call"
JOURNAL = "/run/systemd/journal/socket"
SYSLOG = {"darwin": "/var/run/syslog"}.get(sys.platform, "/dev/log")
_NOTICE, _USER = 5, 1 << 3
_DAY = 86400
_PATIENCE = 3  # seconds that a line waits for other writers


def folder() -> str:
    """Where the dated files stand: the person's own state directory."""
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or os.path.expanduser("~"), NAME, "audit")
    if sys.platform == "darwin":
        return os.path.expanduser(f"~/Library/Logs/{NAME}")
    state = os.environ.get("XDG_STATE_HOME", "")
    return os.path.join(state if os.path.isabs(state) else os.path.expanduser("~/.local/state"), NAME, "audit")


def to_file(line: str, days: int, place: str | None = None) -> None:
    """Append to today's file; a new day's first line deletes files that are older than ``days``. Raises OSError."""
    place = place or folder()
    os.makedirs(place, 0o700, exist_ok=True)
    path = os.path.join(place, time.strftime("calls-%Y-%m-%d.jsonl", time.gmtime()))
    fresh = not os.path.exists(path)
    (_append_windows if os.name == "nt" else _append)(path, line.encode() + b"\n")
    if fresh:
        _forget(place, days)


def _append(path: str, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    file = os.open(path, flags, 0o600)
    try:
        if os.write(file, data) != len(data):  # one write: POSIX appends it whole
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
    finally:
        os.close(file)


def _append_windows(path: str, data: bytes) -> None:
    """One writer at a time: Python's O_APPEND seeks and then writes, and FILE_APPEND_DATA alone lost lines under Wine."""
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateFileW.restype = wintypes.HANDLE
    kernel.CreateFileW.argtypes = [
        wintypes.LPCWSTR,
        wintypes.DWORD,
        wintypes.DWORD,
        ctypes.c_void_p,
        wintypes.DWORD,
        wintypes.DWORD,
        wintypes.HANDLE,
    ]
    kernel.WriteFile.argtypes = [wintypes.HANDLE, ctypes.c_char_p, wintypes.DWORD, ctypes.POINTER(wintypes.DWORD), ctypes.c_void_p]
    kernel.CloseHandle.argtypes = [wintypes.HANDLE]
    append, share_reading, always, normal, in_use = 0x0004, 0x0001, 4, 0x80, 32
    until = time.monotonic() + _PATIENCE
    while (handle := kernel.CreateFileW(path, append, share_reading, None, always, normal, None)) in (None, wintypes.HANDLE(-1).value):
        if ctypes.get_last_error() != in_use or time.monotonic() > until:
            raise OSError(None, "CreateFile failed", path, ctypes.get_last_error())
        time.sleep(0.002)
    try:
        if not kernel.WriteFile(handle, data, len(data), ctypes.byref(wintypes.DWORD()), None):
            raise OSError(None, "WriteFile failed", path, ctypes.get_last_error())
    finally:
        kernel.CloseHandle(handle)


def _forget(place: str, days: int) -> None:
    oldest = time.strftime("calls-%Y-%m-%d.jsonl", time.gmtime(time.time() - days * _DAY))
    for name in files(place):
        if os.path.basename(name) < oldest:
            os.unlink(name)


def files(place: str | None = None) -> list[str]:
    """The dated files, oldest first."""
    place = place or folder()
    names = os.listdir(place) if os.path.isdir(place) else []
    return [os.path.join(place, name) for name in sorted(names) if name.startswith("calls-") and name.endswith(".jsonl")]


def to_syslog(line: str, _days: int, place: str = SYSLOG) -> None:
    """RFC 3164 form on the local socket, facility user, severity notice. Raises OSError."""
    _send(place, f"<{_USER | _NOTICE}>{time.strftime('%b %d %H:%M:%S')} {NAME}[{os.getpid()}]: {line}".encode())


def to_journald(line: str, _days: int, place: str = JOURNAL) -> None:
    """The journal's native protocol: https://systemd.io/JOURNAL_NATIVE_PROTOCOL/. Raises OSError."""
    _send(place, f"PRIORITY={_NOTICE}\nSYSLOG_IDENTIFIER={NAME}\nMESSAGE={line}\n".encode())


def _send(place: str, data: bytes) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
        out.settimeout(_PATIENCE)
        out.connect(place)
        out.send(data)


def to_event_log(line: str, _days: int) -> None:
    """The Windows event log, source ``webex-click-to-call`` (registered by the .msi). Raises OSError."""
    import ctypes
    from ctypes import wintypes

    log = ctypes.WinDLL("advapi32", use_last_error=True)
    log.RegisterEventSourceW.restype = wintypes.HANDLE
    log.RegisterEventSourceW.argtypes = [wintypes.LPCWSTR, wintypes.LPCWSTR]
    log.ReportEventW.argtypes = [
        wintypes.HANDLE,
        wintypes.WORD,
        wintypes.WORD,
        wintypes.DWORD,
        ctypes.c_void_p,
        wintypes.WORD,
        wintypes.DWORD,
        ctypes.POINTER(wintypes.LPCWSTR),
        ctypes.c_void_p,
    ]
    log.DeregisterEventSource.argtypes = [wintypes.HANDLE]
    source = log.RegisterEventSourceW(None, NAME)
    if not source:
        raise OSError(None, "the event log is not there", None, ctypes.get_last_error())
    try:
        information = 4
        if not log.ReportEventW(source, information, 0, 1, None, 1, 0, (wintypes.LPCWSTR * 1)(line), None):
            raise OSError(None, "the event was not taken", None, ctypes.get_last_error())
    finally:
        log.DeregisterEventSource(source)


SINKS = {"off": lambda *_: None, "file": to_file, "syslog": to_syslog, "journald": to_journald, "eventLog": to_event_log}
