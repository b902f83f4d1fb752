"""Native messaging frames: native-order uint32 length, then UTF-8 JSON. The only user of ``nativemessaging``.

That package trusts its streams, so it is given streams that cap, that notice a short body and
that nobody else can write to. A well delimited bad frame raises a coded ``Failure`` and the next
frame can be read; a stream that cannot be trusted any more raises ``EndOfStream``.
"""

import json
import os

import nativemessaging

from .errors import Failure

MAX_IN = 64 * 1024
MAX_OUT = 1024 * 1024  # Chromium's and Firefox's limit for a host's reply
MAX_DEPTH = 16
IDLE_SECONDS = 50


class EndOfStream(Exception):
    """No further frame can come. ``reason`` is None for a clean end, else an error name."""

    def __init__(self, reason: str | None = None):
        super().__init__(reason)
        self.reason = reason


class _BoundedReader:
    """What ``nativemessaging`` reads from: first four bytes, then a body of the announced length."""

    def __init__(self, fd: int, idle_seconds: float):
        self._fd, self._idle = fd, idle_seconds
        self.body: bytes | None = None

    def read(self, size: int) -> bytes:
        if size > MAX_IN:
            raise EndOfStream("FRAME_TOO_LARGE")
        header = self.body is None
        data = self._exactly(size)
        if header and not data:
            raise EndOfStream
        if len(data) < size:
            raise EndOfStream("FRAME_TRUNCATED")
        self.body = b"" if header else data
        return data

    def _exactly(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            chunk = _read_in_time(self._fd, size - len(data), self._idle)
            if not chunk:
                break
            data += chunk
        return data


def _readable(fd: int, seconds: float) -> bool:
    import select

    return bool(select.select([fd], [], [], seconds)[0])


def _read_in_time(fd: int, size: int, seconds: float) -> bytes:
    """What the browser wrote, b"" at the end. Once it was silent for that long, nobody needs this host any more."""
    if os.name != "nt":
        if not _readable(fd, seconds):
            raise EndOfStream
        return os.read(fd, size)
    import threading  # select() takes no pipes there

    watchdog = threading.Timer(seconds, os._exit, [0])
    watchdog.daemon = True
    watchdog.start()
    try:
        return os.read(fd, size)
    finally:
        watchdog.cancel()


class Channel:
    """Both directions. Takes stdin and stdout away from the rest of the process."""

    def __init__(self, fd_in: int, fd_out: int, idle_seconds: float = IDLE_SECONDS):
        self._fd_in, self._idle = fd_in, idle_seconds
        self.stdin = self.stdout = self
        self._out = os.fdopen(fd_out, "wb")
        nativemessaging.sys = self  # it uses sys.stdin.buffer, sys.stdout.buffer and sys.exit

    @classmethod
    def from_stdio(cls) -> "Channel":
        """Keep private copies of fd 0 and 1; what anybody prints goes to stderr from here on."""
        fd_in, fd_out = os.dup(0), os.dup(1)
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 0)
        try:
            os.dup2(2, 1)
        except OSError:
            os.dup2(null, 1)
        os.close(null)
        if os.name == "nt":
            import msvcrt

            msvcrt.setmode(fd_in, os.O_BINARY)
            msvcrt.setmode(fd_out, os.O_BINARY)
        return cls(fd_in, fd_out)

    def read(self) -> object:
        """The next message, parsed strictly. Raises ``Failure`` or ``EndOfStream``."""
        self.buffer = reader = _BoundedReader(self._fd_in, self._idle)
        try:
            nativemessaging.get_message()
            return _strict(reader.body.decode())
        except UnicodeDecodeError:
            raise Failure("FRAME_NOT_UTF8") from None
        except RecursionError:
            raise Failure("FRAME_TOO_DEEP") from None
        except ValueError:
            raise Failure("FRAME_NOT_JSON" if reader.body else "FRAME_EMPTY") from None

    def write(self, message: dict) -> None:
        """Send one message whole. Raises REPLY_TOO_LARGE, or ``EndOfStream`` if the browser has gone."""
        encoded = nativemessaging.encode_message(message)
        if len(encoded["content"]) > MAX_OUT:
            raise Failure("REPLY_TOO_LARGE")
        self.buffer = self._out
        try:
            nativemessaging.send_message(encoded)
        except OSError:
            raise EndOfStream from None

    def pending(self) -> bool:
        """Whether a frame is waiting; False where that cannot be asked."""
        return os.name != "nt" and _readable(self._fd_in, 0)


def _unique(pairs: list) -> dict:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise Failure("FRAME_DUPLICATE_KEY")
    return table


def _no_constant(_name: str):
    raise Failure("FRAME_NOT_A_NUMBER")


def _strict(text: str) -> object:
    """Parse what RFC 8259 allows and no more: Python's parser also takes NaN, twins and half characters."""
    message = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    level, depth = [message], 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            raise Failure("FRAME_TOO_DEEP")
        below = []
        for value in level:
            if isinstance(value, dict):
                below += value.keys()
                below += value.values()
            elif isinstance(value, list):
                below += value
            elif isinstance(value, float) and value in (float("inf"), float("-inf")):
                raise Failure("FRAME_NOT_A_NUMBER")
            elif isinstance(value, str) and not _whole(value):
                raise Failure("FRAME_LONE_SURROGATE")
        level = below
    return message


def _whole(text: str) -> bool:
    try:
        text.encode()
        return True
    except UnicodeEncodeError:
        return False
