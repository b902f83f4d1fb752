"""What is fuzzed in Python. A target takes any bytes and may raise nothing; pytest runs each over the inputs kept in corpus/."""

import json
import os
import struct

from webex_click_to_call import frames, policy, rate, risk, uri
from webex_click_to_call.errors import Failure
from webex_click_to_call.handlers import App, Ownership, desktop_entry
from webex_click_to_call.server import Server
from webex_click_to_call.service import Service

WEBEX = App("webex.desktop", "Webex", program="/opt/Webex/bin/CiscoCollabHost")
REGIONS = (None, "IT", "US", "GB", "BR", "RU")
MAX_PIPE = 60_000


class Recorder:
    """A machine where Webex owns everything; checks what would be opened."""

    name = "linux"

    def ownership(self, scheme, apps):
        return Ownership(WEBEX, "fuzz")

    def apps(self):
        return (WEBEX,)

    def open(self, app, text):
        assert all("!" <= char <= "~" and char not in "\"'<>\\^`|{}" for char in text), text
        assert text.split(":")[0] in uri.SCHEMES and len(text) <= 4 * uri.MAX_URI
        assert len(desktop_entry.command_line(ENTRY, "/x.desktop", text)) == 2


ENTRY = desktop_entry.parse("[Desktop Entry]\nType=Application\nExec=/opt/Webex/bin/CiscoCollabHost %U\n")
SERVICE = Service(Recorder(), lambda: policy.Policy({"settings": {"risk": {"premium": "refuse"}}}))


def stream(data: bytes) -> None:
    """Any byte stream from a browser: every frame is answered, and the end is an end."""
    _serve(data[:MAX_PIPE])


def message(data: bytes) -> None:
    """Any text as one well-delimited frame: schema, URI, routing."""
    body = data[:MAX_PIPE]
    replies = _serve(struct.pack("=I", len(body)) + body)
    assert len(replies) == 1, replies


def call(data: bytes) -> None:
    """A well-formed call whose parts are anything: the parts are what stands between zero bytes."""
    parts = data.decode(errors="replace").split("\0")
    request = {"version": 1, "id": 1, "verb": "call", "uri": parts[0]}
    settings = {}
    for name, part in zip(("postDial", "consent", "kind", "region", "outsideLine"), parts[1:], strict=False):
        if name == "outsideLine":
            settings["dialPlan"] = {name: part}
        else:
            (settings if name == "region" else request)[name] = part
    if settings:
        request["settings"] = settings
    try:
        SERVICE.answer(request)
    except Failure as failure:
        json.dumps(failure.as_json())


def address(data: bytes) -> None:
    """A URI that is taken has one spelling, which means the same, in every scheme that can say it; and it has a risk."""
    try:
        parsed = uri.parse(data.decode(errors="replace"))
    except Failure:
        return
    assert uri.parse(uri.canonical(parsed)) == parsed
    for region in REGIONS:
        assert set(risk.classes(parsed, region)) <= {*risk.CLASSES, "emergency"}
    for scheme in uri.SCHEMES:
        try:
            other = uri.canonical(uri.express(parsed, scheme))
        except Failure:
            continue
        assert uri.parse(other).number == parsed.number or parsed.address


def rules(data: bytes) -> None:
    """Any file as machine policy: valid, or refused for a reason."""
    try:
        policy.Policy(policy._checked(data))
    except (ValueError, RecursionError):
        pass


def desktop(data: bytes) -> None:
    """Any file as desktop entry: a command line with the URI once, or a reason why not."""
    entry = desktop_entry.parse(data.decode(errors="replace"))
    entry.schemes(), entry.flag("Hidden")
    try:
        arguments = desktop_entry.command_line(entry, "/x.desktop", "tel:+15550100")
    except ValueError:
        return
    assert all("\0" not in argument for argument in arguments)


def count(data: bytes) -> None:
    """Any content of the file that counts calls."""
    if not hasattr(count, "path"):
        count.path = f"/dev/shm/ctc-fuzz-{os.getpid()}"
    with open(count.path, "wb") as file:
        file.write(data[:4096])
    limiter = rate.Limiter(count.path, lambda: 1000.0)
    try:
        limiter.admit("tel:1")
    except Failure:
        pass
    limiter.forget()


TARGETS = {target.__name__: target for target in (stream, message, call, address, rules, desktop, count)}


def _serve(data: bytes) -> list[dict]:
    """What a host answers to a stream, over a real pipe."""
    reader, writer = os.pipe()
    os.write(writer, data)
    os.close(writer)
    channel = _Answers(reader)
    try:
        assert Server(channel, SERVICE).run() in (0, 1)
    finally:
        os.close(reader)
    return channel.replies


class _Answers(frames.Channel):
    """The real reader; keeps the replies."""

    def __init__(self, reader: int):
        self.replies: list[dict] = []
        super().__init__(reader, os.open(os.devnull, os.O_WRONLY), idle_seconds=0)

    def read(self) -> object:
        try:
            return super().read()
        except frames.EndOfStream:
            self._out.close()
            raise

    def write(self, reply: dict) -> None:
        assert len(json.dumps(reply)) < frames.MAX_OUT
        self.replies.append(reply)
        super().write(reply)
