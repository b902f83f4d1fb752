"""Read any file of a policy pack back, as the tool or browser that it is for reads it, and say what is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as xml

from . import admx, powershell, profiles, registry, updates
from .check import Problem, chosen, document
from .schemas import load, problems
from .site import SiteError, read


def path(place: Path) -> Iterator[tuple[Path, Problem]]:
    """Problems of a file, or of every file below a directory that is of a kind known here."""
    if place.is_dir():
        for inner in sorted(place.rglob("*")):
            if inner.is_file() and (inner.suffix.lower() in READERS):
                yield from ((inner, problem) for problem in file(inner))
        yield from _clashes(place)
        return
    yield from ((place, problem) for problem in file(place))


def file(place: Path) -> Iterator[Problem]:
    """Problems of one file."""
    reader = READERS.get(place.suffix.lower())
    if reader is None:
        yield Problem("error", "", f"a {place.suffix or 'file without an ending'} is not known here")
        return
    try:
        yield from reader(place)
    except (ValueError, OSError, xml.ParseError) as error:
        yield Problem("error", "", str(error))


def _json(place: Path) -> Iterator[Problem]:
    found = strict(place.read_bytes())
    if not isinstance(found, dict):
        yield Problem("error", "", "not a JSON object")
    elif "addons" in found:
        yield from _updates_json(found)
    elif found.get("type") == "storage" and "data" in found:
        yield from chosen(found["data"], "data")
    elif "__preferencedomain" in found:
        if not isinstance(found.get("properties"), dict):
            yield Problem("error", "properties", "missing")
    elif set(found) == {"policies"}:
        yield from document("firefox", found["policies"])
    elif place.name == "policy.json" or set(found) <= set(_host_keys()):
        yield from document("host", found)
    else:
        yield from document("chromium", found)


def _host_keys() -> list[str]:
    return list(load("schema/policy.schema.json")["properties"])


def strict(raw: bytes) -> object:
    """JSON as browsers read it: no trailing comma, no comment, no key twice. Raises ValueError with the line."""
    if raw[:3] == b"\xef\xbb\xbf":
        raise ValueError("starts with a byte order mark, which is not JSON")

    def unique(pairs: list) -> dict:
        table = dict(pairs)
        if len(table) != len(pairs):
            twice = sorted({name for name, _ in pairs if [key for key, _ in pairs].count(name) > 1})
            raise ValueError(f"a key occurs twice: {', '.join(twice)}")
        return table

    try:
        return json.loads(raw.decode("utf-8"), object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        raise ValueError(f"line {error.lineno}, column {error.colno}: {error.msg}; the browser ignores the whole file") from None


def _reg(place: Path) -> Iterator[Problem]:
    for browser, found in registry.decode(place.read_bytes()).items():
        yield from (Problem(item.severity, f"{browser}: {item.where}", item.says) for item in document(browser, found))


def _profile(place: Path) -> Iterator[Problem]:
    for browser, found in profiles.decode(place.read_bytes()).items():
        yield from (Problem(item.severity, f"{browser}: {item.where}", item.says) for item in document(browser, found))


def _admx(place: Path) -> Iterator[Problem]:
    words = next((other for other in (place.parent / "en-US" / f"{place.stem}.adml", place.with_suffix(".adml")) if other.exists()), None)
    if words is None:
        yield Problem("error", "", f"its words are missing: en-US/{place.stem}.adml")
        return
    yield from (Problem("error", "", line) for line in admx.wrong(place.read_text("utf-8"), words.read_text("utf-8")))


def _adml(place: Path) -> Iterator[Problem]:
    xml.fromstring(place.read_text("utf-8"))
    yield from ()


def _ps1(place: Path) -> Iterator[Problem]:
    yield from (Problem("error", "", line) for line in powershell.wrong(place.read_bytes()))
    rows = powershell.values(place.read_text("utf-8"))
    if place.name != "remove.ps1":
        text = registry.encode(rows)
        for browser, found in registry.decode(text.encode()).items():
            yield from (Problem(item.severity, f"{browser}: {item.where}", item.says) for item in document(browser, found))


def _updates_json(found: dict) -> Iterator[Problem]:
    for key, addon in found["addons"].items():
        for row in addon.get("updates", []):
            link = row.get("update_link", "")
            if not link.startswith("https://"):
                yield Problem("error", f"addons.{key}", f"update_link {link!r}: Firefox takes https only")
            if not re.fullmatch(r"\d+(\.\d+){0,3}", str(row.get("version", ""))):
                yield Problem("error", f"addons.{key}", f"version {row.get('version')!r} is not one")


def _xml(place: Path) -> Iterator[Problem]:
    top = xml.fromstring(place.read_text("utf-8"))
    space = "{" + updates.NAMESPACE + "}"
    if top.tag != f"{space}gupdate" or top.get("protocol") != "2.0":
        yield Problem("error", "", f"not an update manifest: gupdate of {updates.NAMESPACE}, protocol 2.0, is wanted")
        return
    for app in top.iter(f"{space}app"):
        if not re.fullmatch("[a-p]{32}", app.get("appid", "")):
            yield Problem("error", "app", f"appid {app.get('appid')!r} is not an extension id")
        for row in app.iter(f"{space}updatecheck"):
            if not re.fullmatch(r"\d+(\.\d+){0,3}", row.get("version", "")):
                yield Problem("error", "updatecheck", f"version {row.get('version')!r} is not one")
            if not re.match(r"(https|file)://|http://127\.0\.0\.1", row.get("codebase", "")):
                yield Problem("error", "updatecheck", f"codebase {row.get('codebase')!r} is not an https address")


def _toml(place: Path) -> Iterator[Problem]:
    try:
        found = read(place, "0.0.0")
    except SiteError as error:
        yield from (Problem("error", "", line.split(": ", 1)[-1]) for line in str(error).splitlines())
        return
    yield from chosen(found.settings, "settings")
    yield from (Problem("error", "host", line) for line in problems("policy", found.host))


def _clashes(place: Path) -> Iterator[tuple[Path, Problem]]:
    """Files of one policy directory that replace each other's values. The browser reads every file there, backups too."""
    for folder in {inner.parent for inner in place.rglob("*.json") if inner.parent.name == "managed"}:
        seen: dict[str, Path] = {}
        for inner in sorted(item for item in folder.iterdir() if item.is_file()):
            try:
                found = strict(inner.read_bytes())
            except ValueError as error:
                if inner.suffix.lower() not in READERS:
                    yield inner, Problem("error", "", str(error))
                continue
            merged = found.get("PolicyListMultipleSourceMergeList", []) + found.get("PolicyDictionaryMultipleSourceMergeList", [])
            for name in found:
                if name in seen and name not in merged and name != "3rdparty" and not name.endswith("MergeList"):
                    yield inner, Problem("warning", name, f"replaces the value of {seen[name].name} whole")
                seen[name] = inner


READERS: dict[str, Callable[[Path], Iterator[Problem]]] = {
    ".json": _json, ".reg": _reg, ".mobileconfig": _profile, ".admx": _admx, ".adml": _adml, ".ps1": _ps1, ".xml": _xml, ".toml": _toml,
}
