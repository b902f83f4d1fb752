"""What a call may cost or reach. Pure; ``extension/src/shared/risk.js`` is its twin.

Both pass ``tests/vectors/risk.json``. Facts: ``manifests/risk/numbers.json``, made from libphonenumber's metadata.
Emergency numbers and short codes are matched whole: 911 is one in the United States, +47 911 23 456 a mobile number.
"""

import re
from functools import cache
from urllib.parse import unquote

from .dialplan import is_emergency, is_internal
from .resources import load
from .uri import Call

#: Classes that a rule may be made for, the gravest first. ``emergency`` is one more, and is always allowed.
CLASSES = ("premium", "satellite", "sharedCost", "shortCode", "international", "postDial")
ANSWERS = ("allow", "ask", "refuse")
#: ITU-T E.161.1: the two that every mobile network understands.
EVERYWHERE = ("112", "911")


def classes(call: Call, region: str | None = None, plan: dict | None = None) -> tuple[str, ...]:
    """What is special about a call, the gravest first; () for an ordinary one.

    region: ISO 3166-1 alpha-2 of the place from which numbers without a country code are dialled, None if
    unknown.  plan: the dial plan, for internal extensions and further emergency numbers.
    """
    number, home = _number(call), load("risk/numbers.json")["regions"].get(region or "", {})
    if _is(home, "emergency", number) or number in EVERYWHERE or number in (plan or {}).get("emergency", ()):
        return ("emergency",)
    found = set() if is_internal(number, plan or {}) else _of_number(number, region, home)
    if is_emergency(number, plan or {}):
        found.discard("shortCode")  # somewhere it is one: it stays callable even if the region was guessed wrong
    if call.post_dial:
        found.add("postDial")
    return tuple(name for name in CLASSES if name in found)


def answer(found: tuple[str, ...], rules: dict) -> tuple[str, tuple[str, ...]]:
    """The strictest answer of ``rules`` ({class: allow, ask or refuse}) and the classes that it is for."""
    given = [rules.get(name, "allow") for name in found]
    strictest = max(given, key=ANSWERS.index, default="allow")
    return strictest, () if strictest == "allow" else tuple(name for name, one in zip(found, given, strict=True) if one == strictest)


def _number(call: Call) -> str:
    """The digits that a call reaches; those of an address are its user part, which a gateway would dial."""
    if call.number:
        glob = call.context.startswith("+") and len(call.number) > 3
        return call.context + call.number if glob else call.number
    user = re.sub(r"[().\-]", "", unquote(call.address.partition("@")[0]))
    return user if re.fullmatch(r"\+?[0-9]{2,20}", user) else ""


def _of_number(number: str, region: str | None, home: dict) -> set[str]:
    if not number.startswith("+"):
        if _is(home, "short", number):
            return {"shortCode"}
        abroad = _pattern(home["international"]).match(number) if home.get("international") else None
        if not abroad or not _split(number[abroad.end() :]):
            code = home.get("code", "")
            return set().union(*({*_kinds(code, one), *_state(code, one, region)} for one in _national(number, home)))
        number = "+" + number[abroad.end() :]
    code, national = _split(number[1:]) or ("", "")
    found = _kinds(code, national)
    if code and home:
        found |= {"international"} if code != home["code"] else _state(code, national, region)
    return found


def _split(digits: str) -> tuple[str, str] | None:
    """Calling code and national significant number."""
    codes = load("risk/numbers.json")["codes"]
    return next(((digits[:size], digits[size:]) for size in (1, 2, 3) if digits[:size] in codes), None)


def _national(number: str, home: dict) -> list[str]:
    """What the digits may be as a national significant number: as they are, and without the trunk prefix."""
    trunk = _pattern(home["trunk"]).match(number) if home.get("trunk") else None
    if not trunk or not trunk.end():
        return [number]
    return [number, number[trunk.end() :] or next((group for group in reversed(trunk.groups()) if group), "")]


def _kinds(code: str, national: str) -> set[str]:
    row = load("risk/numbers.json")["codes"].get(code, {})
    names = {"premium": "premium", "shared": "sharedCost", "costly": "satellite"}
    # An exchange ignores digits behind a whole number; so the beginning decides.
    return {kind for name, kind in names.items() if name in row and _pattern(row[name]).match(national)}


def _state(code: str, national: str, region: str | None) -> set[str]:
    """Whether a number belongs to another of the states that share a calling code (+1, +7: ten digits)."""
    row, whole = load("risk/numbers.json")["shared"].get(code), national[:10]
    if not row or len(whole) < 10 or _is(row, "free", whole):
        return set()
    owner = next((name for name in row["others"] if _is(row["others"], name, whole)), row["first"])
    return set() if owner == region else {"international"}


def _is(row: dict, name: str, number: str) -> bool:
    return bool(number) and name in row and bool(_pattern(row[name]).fullmatch(number))


@cache
def _pattern(text: str) -> re.Pattern:
    return re.compile(f"(?:{text})", re.ASCII)
