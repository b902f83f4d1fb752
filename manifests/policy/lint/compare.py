"""Where a file differs from the one that the pack would hold: for formats whose whole content is known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from xml.etree import ElementTree as xml

from ..schemas import near
from .problem import Problem, error

_NAMES = ("name", "id", "refId", "prefix", "ref", "displayName")


def values(found: object, wanted: object, where: str, free: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """Differences of two JSON documents; of a member that is named in ``free``, only the type counts."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        for name in wanted.keys() - found.keys():
            yield error(_inside(where, name), "is missing; add it or make the pack again")
        for name, value in found.items():
            if name not in wanted:
                yield error(_inside(where, name), near(name, wanted.keys() - found.keys()) or "is not known here; take it away")
            elif name not in free or type(value) is not type(wanted[name]):
                yield from values(value, wanted[name], _inside(where, name), free)
    elif isinstance(found, list) and isinstance(wanted, list) and len(found) == len(wanted):
        for index, (one, other) in enumerate(zip(found, wanted, strict=True)):
            yield from values(one, other, _inside(where, str(index)), free)
    elif type(found) is not type(wanted) or found != wanted:
        yield error(where, f"is {found!r:.80}; write {wanted!r:.80}")


def elements(found: xml.Element, wanted: xml.Element, where: str, words: bool) -> Iterator[Problem]:
    """Differences of two XML elements. ``words``: the texts are a translation, which must only not be empty."""
    for name in sorted(found.attrib.keys() | wanted.attrib.keys()):
        if found.get(name) != wanted.get(name):
            yield error(_inside(where, name), _attribute(name, found.get(name), wanted))
    text, right = (found.text or "").strip(), (wanted.text or "").strip()
    if right and not text:
        yield error(where, f"is empty; write {right[:80]!r}")
    elif text != right and not (words and right):
        yield error(where, f"is {text[:80]!r}; " + (f"write {right[:80]!r}" if right else "take it away"))
    there, right_ones = _children(found), _children(wanted)
    for key in right_ones.keys() - there.keys():
        yield error(_inside(where, key), "is missing; add it or make the pack again")
    for key, child in there.items():
        if key in right_ones:
            yield from elements(child, right_ones[key], _inside(where, key), words)
        else:
            yield error(_inside(where, key), near(key, right_ones.keys() - there.keys()) or "is not known here; take it away")


def _attribute(name: str, found: str | None, wanted: xml.Element) -> str:
    right = wanted.get(name)
    if right is None:
        return near(name, wanted.attrib) or "is not known here; take it away"
    return f"is missing; write {right!r}" if found is None else f"is {found!r}; write {right!r}"


def _children(element: xml.Element) -> dict[str, xml.Element]:
    out: dict[str, xml.Element] = {}
    for child in element:
        name = next((child.get(key) for key in _NAMES if child.get(key)), "")
        key = f"{child.tag.split('}')[-1]}{' ' + name if name else ''}"
        while key in out:
            key += " again"
        out[key] = child
    return out


def lines(found: str, wanted: str) -> Iterator[Problem]:
    """The first line that differs."""
    for line, right in zip_longest(found.splitlines(), wanted.splitlines()):
        if line != right:
            says = "take it away" if right is None else f"write {right.strip()[:100]!r}, or make the pack again"
            yield error("", f"not as the pack has it: {(line or 'a line is missing').strip()[:100]!r}; {says}")
            return


def _inside(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name
