"""Windows: registry values, from the policy documents and back.

Chromium reads DWORD for booleans and integers, numbered values of a subkey for lists, subkeys or JSON text for objects, and
ignores REG_MULTI_SZ and REG_QWORD (components/policy/core/common/registry_dict.cc). Firefox reads subkeys, or JSON text where
its schema says so. What other vendors set too (lists, ExtensionSettings) is written beside theirs, never over it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from . import documents
from .schemas import browsers, load, settings
from .site import BROWSERS, Site

ROOT = "HKEY_LOCAL_MACHINE"
HOST_KEY = r"SOFTWARE\Policies\WebexClickToCall"
# Numbers of our entries in lists that others fill as well; they count from 1.
FIRST = 7300


@dataclass(frozen=True)
class Value:
    """One registry value below HKEY_LOCAL_MACHINE: DWORD for a number, REG_SZ for a text. ``own``: nobody else writes to its key."""

    key: str
    name: str
    data: int | str
    own: bool = False


def key_of(browser: str) -> str:
    """The browser's policy key."""
    return "SOFTWARE" + browsers()[browser]["windows"]["policies"].removeprefix("Software")


def values(site: Site) -> list[Value]:
    """Everything that the site wants of a Windows machine."""
    out: list[Value] = []
    for browser in site.browsers:
        key, rows_of = key_of(browser), _firefox if browser == "firefox" else _chromium
        for name, value in documents.of(browser, site).items():
            if name == "ExtensionSettings":
                for identifier, rule in value.items():
                    out += _members(rf"{key}\{name}\{identifier}", rule)
            else:
                out += rows_of(key, name, value)
    if site.host:
        out.append(Value(HOST_KEY, "Policy", _json(site.host), own=True))
    return out


def _chromium(key: str, name: str, value: object) -> list[Value]:
    if name == "3rdparty":
        return [row for identifier, chosen in value["extensions"].items()
                for row in _members(rf"{key}\3rdparty\extensions\{identifier}\policy", chosen)]
    if name == "AutoLaunchProtocolsFromOrigins":
        return [Value(key, name, _json(value))]
    if isinstance(value, list):
        return [Value(rf"{key}\{name}", str(FIRST + index), item) for index, item in enumerate(value)]
    return [Value(key, name, int(value) if isinstance(value, bool) else value)]


def _firefox(key: str, name: str, value: object) -> list[Value]:
    if name == "3rdparty":
        return [Value(rf"{key}\3rdparty\Extensions", identifier, _json(chosen)) for identifier, chosen in value["Extensions"].items()]
    return [Value(key, name, _json(value))]


def _members(key: str, document: dict) -> list[Value]:
    """An object all of whose key is ours."""
    out = []
    for name, value in document.items():
        if isinstance(value, bool | int):
            out.append(Value(key, name, int(value), own=True))
        elif isinstance(value, str):
            out.append(Value(key, name, value, own=True))
        elif isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            out += [Value(rf"{key}\{name}", str(index), item, own=True) for index, item in enumerate(value, 1)]
        else:
            out.append(Value(key, name, _json(value), own=True))
    return out


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def own_roots(rows: list[Value]) -> list[str]:
    """The topmost keys that are ours alone."""
    own = list(dict.fromkeys(row.key.removesuffix(r"\policy") for row in rows if row.own))
    return [key for key in own if not any(key.startswith(other + "\\") for other in own)]


# ── back to what the browser understands ──────────────────────────────────────────────────────


def by_key(rows: list[Value]) -> dict[str, dict[str, int | str]]:
    """Key to its values."""
    keys: dict[str, dict[str, int | str]] = {}
    for row in rows:
        keys.setdefault(row.key, {})[row.name] = row.data
    return keys


def decode(keys: dict[str, dict[str, int | str]]) -> dict[str, dict]:
    """Browser id (or ``host``) to the policy document that it reads out of these keys."""
    out = {}
    for browser in BROWSERS:
        tree = _tree(keys, key_of(browser))
        if tree:
            out[browser] = {name: _policy(browser, name, value) for name, value in tree.items()}
    if "Policy" in keys.get(HOST_KEY, {}):
        out["host"] = _parsed(keys[HOST_KEY]["Policy"])
    return out


def _tree(keys: dict, root: str) -> dict:
    tree: dict = {}
    for key, found in keys.items():
        if key.lower() != root.lower() and not key.lower().startswith(root.lower() + "\\"):
            continue
        node = tree
        for part in [item for item in key[len(root):].split("\\") if item]:
            node = node.setdefault(part, {})
        node.update(found)
    return tree


def _policy(browser: str, name: str, value: object) -> object:
    if name == "3rdparty":
        return _settings(browser, value)
    if name == "ExtensionSettings":
        found = _parsed(value)
        if not isinstance(found, dict) or not all(isinstance(rule, dict) for rule in found.values()):
            return found
        return {key: {n: _truth(v) if n in _booleans() else _listed(v) for n, v in rule.items()} for key, rule in found.items()}
    if name in _booleans():
        return _truth(value)
    return _listed(_parsed(value))


def _settings(browser: str, value: object) -> object:
    """The member ``3rdparty``; a part that has not the form of settings stays as it is, for the linter to name."""
    if not isinstance(value, dict):
        return value
    out = dict(value)
    word = "Extensions" if browser == "firefox" else "extensions"
    if isinstance(out.get(word), dict):
        chosen = {identifier: _parsed(found) if browser == "firefox" else found.get("policy", found) if isinstance(found, dict) else found
                  for identifier, found in out[word].items()}
        out[word] = {key: {n: _setting(n, v) for n, v in found.items()} if isinstance(found, dict) else found
                     for key, found in chosen.items()}
    return out


@cache
def _booleans() -> frozenset[str]:
    """The names whose DWORD is a truth value, in any browser's policies."""
    found, todo = set(), [load("policy/shapes.schema.json")]
    while todo:
        for name, rule in todo.pop().items():
            if isinstance(rule, dict):
                todo.append(rule)
                if rule.get("type") == "boolean":
                    found.add(name)
    return frozenset(found)


def _truth(value: object) -> object:
    return bool(value) if isinstance(value, int) and value in (0, 1) else value


def _setting(name: str, value: object) -> object:
    kind = settings().get(name, {}).get("type")
    if kind == "boolean":
        return _truth(value)
    if kind == "array" and isinstance(value, dict):
        return _listed(value)
    return _parsed(value) if kind in ("array", "object") else value


def _listed(value: object) -> object:
    if isinstance(value, dict) and value and all(key.isdigit() for key in value):
        return [value[key] for key in sorted(value, key=int)]
    return value


def _parsed(value: object) -> object:
    if isinstance(value, str) and value[:1] in "[{":
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
