"""Serve one browser: a frame in, a reply out, until the browser closes the pipe or falls silent.

The first reply is what a person waits for, so what ``echo`` does not need is imported after it.
"""

import sys

from . import PROTOCOL, __version__
from .errors import Failure
from .frames import Channel, EndOfStream


class Server:
    """``channel`` and ``service`` may be given by tests; by default they are the real ones."""

    def __init__(self, channel: Channel | None = None, service=None):
        self._channel = channel or Channel.from_stdio()
        self._service = service

    def run(self) -> int:
        """Return the exit status: 0 for a clean end, 1 when the stream broke off."""
        try:
            while True:
                self._channel.write(self._next_reply())
                if self._service is None and not self._channel.pending():
                    self._the_service().warm()
        except EndOfStream as end:
            if end.reason:
                print(Failure(end.reason), file=sys.stderr)
            return 1 if end.reason else 0

    def _next_reply(self) -> dict:
        message = None
        try:
            message = self._channel.read()
            body = {"ok": True, **self._answer(message)}
        except EndOfStream:
            raise
        except Failure as failure:
            body = {"ok": False, "error": failure.as_json()}
        except Exception as error:  # a page must not be able to end the host by finding a bug in it
            body = {"ok": False, "error": Failure("INTERNAL", what=type(error).__name__).as_json()}
        return {"version": PROTOCOL, "id": _id(message), **body}

    def _answer(self, message: object) -> dict:
        if _is_plain_echo(message):
            return echo()
        return self._the_service().answer(message)

    def _the_service(self):
        if self._service is None:
            from .service import Service

            self._service = Service.of_this_machine()
        return self._service


def echo() -> dict:
    """The body of the reply to ``echo``."""
    return {"host": {"version": __version__, "protocol": PROTOCOL}}


def _id(message: object) -> int | None:
    """The request's id if it can be read, so that even a refused request gets its own answer."""
    value = message.get("id") if isinstance(message, dict) else None
    return value if type(value) is int and 0 <= value < 2**53 else None


def _is_plain_echo(message: object) -> bool:
    """The one shape that is checked by hand: the schema library costs more than the whole first reply."""
    return (
        isinstance(message, dict)
        and message.keys() == {"version", "id", "verb"}
        and message["verb"] == "echo"
        and type(message["version"]) is int
        and message["version"] == PROTOCOL
        and _id(message) is not None
    )
