"""How fast calls may follow each other, counted once for all browsers and host processes of a person.

One small file under a lock holds the count. It has a fixed size, so that a full disk does not stop the writing, and it
holds no number. Where it cannot be used, this process counts alone and without a burst: stricter, but calls go on.
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager

from .errors import Failure

PER_MINUTE, BURST = 30, 10
DUPLICATE_SECONDS = 2
_SIZE = 96
_LOCK_SECONDS = 0.5
_ROUNDED_SECONDS = 0.001  # as the count is written
# Nobody's link is followed, no pipe is waited for; Windows has neither flag, POSIX has no O_BINARY.
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_EMPTY = {"full": 0.0, "key": "", "at": 0.0}


def state_directory(env: dict | None = None, platform: str = sys.platform) -> str:
    """Where this program keeps what it must remember: XDG state, Application Support, Local AppData."""
    env = dict(os.environ) if env is None else env
    home = env.get("HOME") or os.path.expanduser("~")
    if platform == "win32":
        base = env.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif platform == "darwin":
        base = os.path.join(home, "Library", "Application Support")
    else:
        base = env.get("XDG_STATE_HOME", "")
        base = base if os.path.isabs(base) else os.path.join(home, ".local", "state")
    return os.path.join(base, "webex-click-to-call")


class Limiter:
    """Admits calls.  path: of the shared count.  clock: seconds that never go back, the same in every process."""

    def __init__(self, path: str | None = None, clock: Callable[[], float] = time.monotonic):
        self._path = path or os.path.join(state_directory(), "calls")
        self._clock = clock
        self._alone = _EMPTY  # what this process knows of the count

    def admit(self, call: str, per_minute: int = PER_MINUTE, burst: int = BURST) -> None:
        """Count a call in. Raises RATE_LIMITED or, for the same call within two seconds, DUPLICATE_CALL."""
        key, interval = _key(call), 60 / per_minute
        with _locked(self._path) as fd:
            now = self._clock()  # not before: others called while this one waited for the lock
            if fd is not None:
                shared = _read(fd)
                if self._alone["full"] < shared["full"] and _of_this_boot(shared, now, interval, burst):
                    self._alone = shared  # should the lock not be had the next time, the others' calls still count
                admitted = _admitted(shared, key, now, interval, burst, burst)
                if _write(fd, admitted):
                    self._alone = admitted
                    return
        self._alone = _admitted(self._alone, key, now, interval, burst, 1)

    def forget(self) -> None:
        """The call just admitted was not handed over: the next click on it is no duplicate."""
        self._alone = {**self._alone, "key": ""}
        with _locked(self._path) as fd:
            if fd is not None:
                _write(fd, {**_read(fd), "key": ""})


def _admitted(state: dict, key: str, now: float, interval: float, burst: int, at_once: int) -> dict:
    """The generic cell rate algorithm (ITU-T I.371): ``full`` is when the last admitted call will be paid off.

    burst: how far ahead ``full`` may lie.  at_once: how many calls may stand unpaid.
    """
    if key == state["key"] and 0 <= now - state["at"] < DUPLICATE_SECONDS:
        raise Failure("DUPLICATE_CALL")
    full = max(now, state["full"]) if _of_this_boot(state, now, interval, burst) else now
    wait = full - now - (at_once - 1) * interval
    if wait > 0:
        raise Failure("RATE_LIMITED", seconds=round(wait, 1))
    return {"full": full + interval, "key": key, "at": now}


def _of_this_boot(state: dict, now: float, interval: float, burst: int) -> bool:
    """Whether the clock that the count goes by has not started again since."""
    return state["full"] <= now + burst * interval + _ROUNDED_SECONDS


def _key(call: str) -> str:
    """Enough to know a call again for two seconds, too little to know the number: 16 bits."""
    return hashlib.blake2b(call.encode(), digest_size=2).hexdigest()


@contextmanager
def _locked(path: str):
    """A descriptor of the file under its lock; None where that cannot be had."""
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        fd = os.open(path, _FLAGS, 0o600)
    except OSError:
        yield None
        return
    try:
        yield fd if _lock(fd) else None
    finally:
        os.close(fd)


def _lock(fd: int) -> bool:
    """Take the lock, which ends with the descriptor; False if another process sits on it."""
    end = time.monotonic() + _LOCK_SECONDS
    while True:
        try:
            if os.name == "nt":
                import msvcrt

                os.lseek(fd, _SIZE, os.SEEK_SET)  # behind the content: Windows locks keep others from reading
                msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except OSError:
            if time.monotonic() > end:
                return False
            time.sleep(0.005)


def _read(fd: int) -> dict:
    try:
        os.lseek(fd, 0, os.SEEK_SET)
        state = json.loads(os.read(fd, _SIZE))
        return {"full": float(state["full"]), "key": str(state["key"]), "at": float(state["at"])}
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return _EMPTY


def _write(fd: int, state: dict) -> bool:
    content = json.dumps({"full": round(state["full"], 3), "key": state["key"], "at": round(state["at"], 3)}).ljust(_SIZE - 1) + "\n"
    try:
        os.lseek(fd, 0, os.SEEK_SET)
        return os.write(fd, content.encode()) == _SIZE
    except OSError:
        return False
