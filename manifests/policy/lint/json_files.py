"""Which of the pack's JSON files a file is, by its name and by what it holds, and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ..schemas import load
from . import macos, updates
from .browser import MERGES, chosen, document
from .problem import Problem, error, of_schema, warning


def read(place: Path) -> Iterator[Problem]:
    """Problems of a JSON file. Raises ValueError for what no browser can read."""
    found = strict(place.read_bytes())
    if not isinstance(found, dict):
        yield error("", "not a JSON object; write { … }")
        return
    named, holds = _by_name(place), _by_content(found)
    kind = named or holds
    if named is None and holds in _NAMES:
        name = _NAMES[holds][0].format(found.get("name", "ID"))
        yield error("", f"holds {_NAMES[holds][1]}, which is read under one name only; name it {name}")
    if kind == "updates":
        yield from updates.firefox(found)
    elif kind == "jamf":
        yield from macos.jamf(found, place)
    elif kind == "storage":
        yield from _storage(found, place)
    elif kind == "host":
        yield from document("host", found)
    elif kind == "firefox":
        yield from _firefox(found)
    else:
        yield from document("chromium", found)
        if "recommended" in place.parts and "3rdparty" in found:
            yield error("3rdparty", "recommended policies never reach an extension; put it into managed/ (not locked, it is a default)")


_NAMES = {"firefox": ("policies.json", "policies of Firefox"), "updates": ("updates.json", "what Firefox asks for updates"),
          "storage": ("{}.json", "a managed storage manifest of Firefox"), "host": ("policy.json", "the policy of the native host")}


def _by_name(place: Path) -> str | None:
    name = place.name
    if name == "policies.json" or name.endswith("_policies.json"):
        return "firefox"
    if name == "policy.json" or name.endswith("webex-click-to-call_policy.json"):
        return "host"
    if name == "updates.json":
        return "updates"
    if place.parent.name == "managed-storage":
        return "storage"
    return "jamf" if name.startswith("jamf-") else None


def _by_content(found: dict) -> str | None:
    if "addons" in found:
        return "updates"
    if "data" in found and "type" in found:
        return "storage"
    if "__preferencedomain" in found:
        return "jamf"
    if "policies" in found:
        return "firefox"
    return "host" if found and found.keys() <= load("schema/policy.schema.json")["properties"].keys() else None


def _firefox(found: dict) -> Iterator[Problem]:
    if not isinstance(found.get("policies"), dict):
        yield error("policies", "is missing; Firefox wants {\"policies\": { … }}")
        return
    for name in found.keys() - {"policies"}:
        yield error(name, "stands outside of policies, where Firefox does not look; move it inside")
    yield from document("firefox", found["policies"])


def _storage(found: dict, place: Path) -> Iterator[Problem]:
    yield from of_schema("policy/shapes", found, "managedStorage")
    if isinstance(found.get("name"), str) and place.name != f"{found['name']}.json":
        yield error("name", f"Firefox looks for the file by the add-on's id; name it {found['name']}.json, or correct the name inside")
    if isinstance(found.get("data"), dict):
        yield from chosen(found["data"], "data")


def strict(raw: bytes) -> object:
    """JSON as browsers read it: no trailing comma, no comment, no key twice. Raises ValueError with the line."""
    if raw[:3] == b"\xef\xbb\xbf":
        raise ValueError("starts with a byte order mark, which is not JSON; save it as UTF-8 without a mark")

    def unique(pairs: list) -> dict:
        table = dict(pairs)
        if len(table) != len(pairs):
            twice = sorted({name for name, _ in pairs if [key for key, _ in pairs].count(name) > 1})
            raise ValueError(f"a key occurs twice: {', '.join(twice)}; keep one")
        return table

    try:
        return json.loads(raw.decode("utf-8"), object_pairs_hook=unique)
    except UnicodeDecodeError:
        raise ValueError("not UTF-8; save it as UTF-8") from None
    except json.JSONDecodeError as found:
        what = f"{found.msg}; look for a comma too many or a missing quote there: the browser ignores the whole file"
        raise ValueError(f"line {found.lineno}, column {found.colno}: {what}") from None


def clashes(folder: Path) -> Iterator[tuple[Path, Problem]]:
    """Files of one policy directory that replace each other's values. The browser reads every file there, backups too."""
    documents: dict[Path, dict] = {}
    for place in sorted(item for item in folder.iterdir() if item.is_file()):
        if place.suffix != ".json":
            yield place, error("", "the browser reads every file here, whatever its name; move it away, or name it .json if it is meant")
        try:
            found = strict(place.read_bytes())
        except ValueError:
            continue  # said of the file itself
        if isinstance(found, dict):
            documents[place] = found
    whole = {name: value for found in documents.values() for name, value in found.items()}  # as the browser has it without merging
    merged = {str(name) for policy in MERGES if isinstance(whole.get(policy), list) for name in whole[policy]}
    seen: dict[str, Path] = {}
    for place, found in documents.items():
        for name in found:
            if name in seen and not {name, "*"} & merged and name != "3rdparty" and name not in MERGES:
                yield place, warning(name, f"replaces the value of {seen[name].name} whole; set it in one file only")
            seen[name] = place
