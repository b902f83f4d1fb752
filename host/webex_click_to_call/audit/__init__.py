"""The record of calls: one line for each, where the administrator wants it. Numbers are masked unless the policy says otherwise."""

import getpass
import json
import os
import sys
import time
from collections.abc import Callable

from ..errors import Failure
from ..uri import Call

DEFAULT_DIGITS = 3
DEFAULT_DAYS = 30


def recorded(wishes: dict, call: Call, kind: str, origin: str, work: Callable[[], dict]) -> dict:
    """Do ``work``, which hands a call over, and record what became of it. ``wishes``: ``audit`` of messages.schema.json."""
    entry = begin(wishes, call, kind, origin)
    try:
        reply = work()
    except Failure as failure:
        write(wishes, {**entry, "outcome": "refused", "error": failure.name})
        raise
    handed = {"outcome": "handed", "scheme": reply["scheme"], "application": reply["handedTo"]["name"]}
    write(wishes, {**entry, **handed})
    return reply


def begin(wishes: dict, call: Call, kind: str, origin: str) -> dict:
    """What is known of a call beforehand. Times are UTC, RFC 3339."""
    entry = {
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "event": "call",
        "user": _user(),
        "kind": kind,
        "to": masked(call.number or call.address, wishes.get("digits", DEFAULT_DIGITS)),
    }
    return {**entry, "origin": origin} if wishes.get("origin") and origin else entry


def masked(target: str, digits: int) -> str:
    """A number or address with all but its last ``digits`` digits as asterisks; of an address only the domain stays."""
    if "@" in target:
        return target if digits >= 15 else "*@" + target.partition("@")[2]
    left = sum(character.isdigit() for character in target)
    out = ""
    for character in target:
        out += character if not character.isdigit() or left <= digits else "*"
        left -= character.isdigit()
    return out


def write(wishes: dict, entry: dict) -> None:
    """Append to the wanted sink. A sink that fails never fails the call; the browser's log of this program says so."""
    from . import sinks

    line = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    try:
        sinks.SINKS[wishes["sink"]](line, wishes.get("retentionDays", DEFAULT_DAYS))
    except Exception as error:  # a sink that another system has, a full disk: the call was placed all the same
        print(f"the audit record could not be written: {error}", file=sys.stderr)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return str(os.getuid()) if hasattr(os, "getuid") else ""
