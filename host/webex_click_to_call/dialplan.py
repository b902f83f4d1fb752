"""What a PBX needs done to a number before it is dialled. Pure; ``extension/src/shared/dialplan.js`` is its twin.

Both pass ``tests/vectors/dialplan.json``. In this order: an emergency number is never touched; an internal
extension is dialled as it is; the first rule that matches rewrites; then the outside-line digit.
"""

import re
from dataclasses import replace

from .errors import Failure
from .resources import load
from .uri import Call

_DIALLABLE = re.compile(r"\+[0-9]{1,15}|[0-9]{1,20}")


def apply(number: str, plan: dict) -> str:
    """The number to dial. Raises DIAL_PLAN_INVALID if a rule leaves no valid number."""
    if is_emergency(number, plan) or is_internal(number, plan):
        return number
    dialled = _rewritten(number, plan.get("rules", []))
    if not dialled.startswith("+"):
        dialled = plan.get("outsideLine", "") + dialled
    if not _DIALLABLE.fullmatch(dialled):
        raise Failure("DIAL_PLAN_INVALID")
    if is_emergency(dialled, plan) and not is_internal(dialled, plan):
        raise Failure("DIAL_PLAN_INVALID", what="a rule turns an ordinary number into an emergency number")
    return dialled


def applied(call: Call, plan: dict) -> Call:
    """The call with its number rewritten; a SIP address that is a phone number then goes by its number."""
    number = apply(call.number, plan)
    return call if number == call.number else replace(call, number=number, address="")


def is_emergency(number: str, plan: dict) -> bool:
    """Whether the whole number is an emergency number, the built-in ones included."""
    return number in load("dialplan.json")["emergency"] or number in plan.get("emergency", [])


def is_internal(number: str, plan: dict) -> bool:
    """Whether the number lies in a range of internal extensions; a range holds numbers of its own length only."""
    return any(len(number) == len(row["from"]) == len(row["to"]) and row["from"] <= number <= row["to"] for row in plan.get("internal", []))


def _rewritten(number: str, rules: list[dict]) -> str:
    length = len(number.removeprefix("+"))
    for rule in rules:
        if number.startswith(rule["match"]) and rule.get("minLength", 1) <= length <= rule.get("maxLength", 20):
            replaced = rule["replace"] + number[len(rule["match"]) :] if "replace" in rule else number[rule.get("strip", 0) :]
            return rule.get("prefix", "") + replaced
    return number
