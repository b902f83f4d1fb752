"""What macOS and Jamf read: configuration profiles and Jamf's schemas."""

from __future__ import annotations

import plistlib
import re
from collections.abc import Iterator
from pathlib import Path

from .. import profiles
from ..schemas import browsers, identity, near
from ..site import BROWSERS
from . import compare
from .browser import CHROMIUM_ID, document
from .problem import PLIST, Problem, error

_WANTED = {"PayloadType": "Configuration", "PayloadVersion": 1, "PayloadScope": "System"}
_UUID = r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"


def profile(place: Path) -> Iterator[Problem]:
    """A .mobileconfig, as the browsers will read managed preferences after it."""
    raw = place.read_bytes()
    documents = profiles.decode(raw)
    found = plistlib.loads(raw)
    for key, wanted in _WANTED.items():
        if found.get(key) != wanted:
            yield error(key, f"is {found.get(key)!r}; write {wanted!r}")
    parts = found["PayloadContent"]
    yield from _payload("", found)
    for part in parts:
        yield from _payload(str(part["PayloadType"]), part)
        yield from _domain(part)
    for key in ("PayloadUUID", "PayloadIdentifier"):
        all_of_them = [str(part.get(key)) for part in [found, *parts]]
        for value in {value for value in all_of_them if all_of_them.count(value) > 1}:
            yield error(key, f"{value} occurs twice; give each payload its own")
    for browser, policies in documents.items():
        yield from (problem.inside(browser).noted_in(PLIST) for problem in document(browser, policies))


def _payload(where: str, part: dict) -> Iterator[Problem]:
    for key in ("PayloadIdentifier", "PayloadUUID", "PayloadVersion", "PayloadType"):
        if key not in part:
            yield error(f"{where}.{key}".strip("."), "is missing; add it: macOS refuses the profile without it")
    if "PayloadUUID" in part and not re.fullmatch(_UUID, str(part["PayloadUUID"])):
        yield error(f"{where}.PayloadUUID".strip("."), f"{part['PayloadUUID']!r} is no UUID; write one (uuidgen)")


def _domain(part: dict) -> Iterator[Problem]:
    name = str(part["PayloadType"])
    known = [profiles.domain(browser) for browser in BROWSERS]
    base, extensions, identifier = name.partition(".extensions.")
    if extensions:
        if base not in known[:-1]:
            close = near(base, known[:-1]) or f"write {known[0]}.extensions.ID"
            yield error(name, f"no browser reads settings of extensions there; {close}")
        if not re.fullmatch(CHROMIUM_ID, identifier):
            yield error(name, "does not end in an extension id; write 32 letters from a to p")
    elif name not in (*known, identity()["native_host"]):
        yield error(name, f"no browser reads this domain; {near(name, known) or 'write ' + known[0]}")
    if name == profiles.domain("firefox") and part.get("EnterprisePoliciesEnabled") is not True:
        yield error(f"{name}.EnterprisePoliciesEnabled", "without it Firefox reads none of its policies; write true")


def jamf(found: dict, place: Path) -> Iterator[Problem]:
    """A custom schema: the form of every setting in one browser. Words and defaults are free."""
    base, _, identifier = str(found.get("__preferencedomain", "")).partition(".extensions.")
    browser = next((name for name in browsers() if name in BROWSERS[:-1] and profiles.domain(name) == base), None)
    if browser is None or not re.fullmatch(CHROMIUM_ID, identifier):
        yield error("__preferencedomain", f"{found.get('__preferencedomain')!r} is no domain that a browser reads; "
                    f"write {profiles.domain('chrome')}.extensions.ID")
        browser, identifier = browser or "chrome", identifier or "a" * 32
        found = {**found, "__preferencedomain": f"{profiles.domain(browser)}.extensions.{identifier}"}
    if place.name != f"jamf-{browser}.json" and place.name.startswith("jamf-"):
        yield error("", f"is for {browser}, by its domain; name it jamf-{browser}.json")
    free = frozenset({"title", "description", "default", "property_order"})
    yield from compare.values(found, profiles.jamf(identifier, browser), "", free)
