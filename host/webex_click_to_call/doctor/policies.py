"""What the machine's administrator tells each browser: policies as the browser itself finds them.

Linux: every file of a folder, of two that set one policy the later name wins whole.  Windows: registry keys, the machine's
before the person's.  macOS: managed preferences, the person's before the machine's (Apple, "Managed Preferences").
"""

import json
import os
import plistlib
from collections.abc import Iterator

from ..install.browsers import Browser
from . import Machine

_LIMIT = 1 << 20
_PREFERENCES = "/Library/Managed Preferences"


def stated(machine: Machine, browser: Browser) -> Iterator[tuple[str, dict]]:
    """``(where, policies)`` of each place that states some, the one that wins last."""
    place = browser.places.get("policies")
    if place:
        yield from {"linux": _files, "windows": _keys, "macos": _preferences}[machine.platform](machine, browser, place)


def merged(machine: Machine, browser: Browser) -> dict:
    """The policies that hold: of two sources the later replaces the earlier, but for lists that are to be merged."""
    documents = [document for _, document in stated(machine, browser)]
    out = {name: value for document in documents for name, value in document.items()}
    together = out.get("PolicyListMultipleSourceMergeList")
    for name in out if isinstance(together, list) else ():
        if {name, "*"} & set(map(str, together)) and isinstance(out[name], list):
            out[name] = [item for document in documents if isinstance(document.get(name), list) for item in document[name]]
    return out


def managed_settings(machine: Machine, browser: Browser, ids: list[str]) -> Iterator[tuple[str, dict]]:
    """``(where, settings)`` that policies give an extension with one of the ids."""
    part = "Extensions" if browser.family == "firefox" else "extensions"
    for where, document in stated(machine, browser):
        for identifier in ids:
            found = _inner(document, "3rdparty", part, identifier, *(["policy"] if machine.platform == "windows" else []))
            if isinstance(found, dict):
                yield where, found
    domain = browser.places.get("policies")
    if machine.platform == "macos" and browser.family == "chromium" and domain:
        for identifier in ids:  # a preference domain of the extension's own
            yield from _preferences(machine, browser, f"{domain}.extensions.{identifier}")


def _files(machine: Machine, browser: Browser, place: str):
    folder = machine.path(place)
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        path = os.path.join(folder, name)
        try:
            with open(path, "rb") as file:
                document = json.loads(file.read(_LIMIT))
            document = document["policies"] if browser.family == "firefox" else document
        except (OSError, ValueError, KeyError, TypeError):
            continue  # the browser passes it over as well, and says so itself
        if isinstance(document, dict):
            yield path, document


def _keys(machine: Machine, browser: Browser, place: str):
    for hive in ("HKCU", "HKLM"):
        found = machine.registry.tree(hive, place)
        if found:
            yield f"{hive}\\{place}", {name: _listed(value) for name, value in found.items()}


def _preferences(machine: Machine, browser: Browser, domain: str):
    for folder in (_PREFERENCES, f"{_PREFERENCES}/{os.path.basename(machine.home)}"):
        path = machine.path(f"{folder}/{domain}.plist")
        try:
            with open(path, "rb") as file:
                document = plistlib.load(file)
        except Exception:  # not there, or none: expat's errors have no common base
            continue
        if isinstance(document, dict):
            yield path, document


def _listed(value: object) -> object:
    """As Chromium's registry_dict.cc and Firefox read it: numbered values are a list, JSON text is what it says."""
    if isinstance(value, dict):
        if value and all(name.isdigit() for name in value):
            return [value[name] for name in sorted(value, key=int)]
        return {name: _listed(item) for name, item in value.items()}
    if isinstance(value, str) and value[:1] in ("[", "{"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _inner(document: object, *names: str) -> object:
    for name in names:
        document = document.get(name) if isinstance(document, dict) else None
    return document
