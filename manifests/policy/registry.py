"""Windows: registry values, as `.reg` files both ways.

Chromium reads DWORD for booleans and integers, numbered values of a subkey for lists, subkeys or JSON text for objects, and
ignores REG_MULTI_SZ and REG_QWORD (components/policy/core/common/registry_dict.cc). Firefox reads subkeys, or JSON text where
its schema says so. What other vendors set too (lists, ExtensionSettings) is written beside theirs, never over it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from . import documents
from .schemas import browsers, load, settings
from .site import BROWSERS, Site

ROOT = "HKEY_LOCAL_MACHINE"
HOST_KEY = r"SOFTWARE\Policies\WebexClickToCall"
HEADER = "Windows Registry Editor Version 5.00"
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
        document, key = documents.of(browser, site), key_of(browser)
        out += _firefox(key, document) if browser == "firefox" else _chromium(key, document)
    if site.host:
        out.append(Value(HOST_KEY, "Policy", _json(site.host), own=True))
    return out


def _chromium(key: str, document: dict) -> list[Value]:
    out: list[Value] = []
    for name, value in document.items():
        if name == "ExtensionSettings":
            for identifier, rule in value.items():
                out += _members(rf"{key}\{name}\{identifier}", rule)
        elif name == "3rdparty":
            for identifier, chosen in value["extensions"].items():
                out += _members(rf"{key}\3rdparty\extensions\{identifier}\policy", chosen)
        elif name == "AutoLaunchProtocolsFromOrigins":
            out.append(Value(key, name, _json(value)))
        elif isinstance(value, list):
            out += [Value(rf"{key}\{name}", str(FIRST + index), item) for index, item in enumerate(value)]
        else:
            out.append(Value(key, name, int(value) if isinstance(value, bool) else value))
    return out


def _firefox(key: str, document: dict) -> list[Value]:
    out: list[Value] = []
    for name, value in document.items():
        if name == "ExtensionSettings":
            for identifier, rule in value.items():
                out += _members(rf"{key}\{name}\{identifier}", rule)
        elif name == "3rdparty":
            out += [Value(rf"{key}\3rdparty\Extensions", identifier, _json(chosen)) for identifier, chosen in value["Extensions"].items()]
        else:
            out.append(Value(key, name, _json(value)))
    return out


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


# ── .reg text ─────────────────────────────────────────────────────────────────────────────────


def encode(rows: list[Value]) -> str:
    """A .reg file that sets the values."""
    lines, key = [HEADER], None
    for row in rows:
        if row.key != key:
            key = row.key
            lines += ["", rf"[{ROOT}\{key}]"]
        lines.append(f"{_quoted(row.name)}=" + (f"dword:{row.data:08x}" if isinstance(row.data, int) else _quoted(row.data)))
    return "\n".join([*lines, ""])


def removal(rows: list[Value]) -> str:
    """A .reg file that takes exactly these values away, and the keys that are ours alone."""
    lines = [HEADER]
    for key in own_roots(rows):
        lines += ["", rf"[-{ROOT}\{key}]"]
    key = None
    for row in rows:
        if row.own:
            continue
        if row.key != key:
            key = row.key
            lines += ["", rf"[{ROOT}\{key}]"]
        lines.append(f"{_quoted(row.name)}=-")
    return "\n".join([*lines, ""])


def own_roots(rows: list[Value]) -> list[str]:
    """The topmost keys that are ours alone."""
    own = list(dict.fromkeys(row.key.removesuffix(r"\policy") for row in rows if row.own))
    return [key for key in own if not any(key.startswith(other + "\\") for other in own)]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def as_file(text: str) -> bytes:
    """As regedit itself writes it: UTF-16 with a mark, CR LF."""
    return b"\xff\xfe" + text.replace("\n", "\r\n").encode("utf-16-le")


def parse(raw: bytes) -> dict[str, dict[str, int | str]]:
    """Key (below HKEY_LOCAL_MACHINE) to its values. Raises ValueError for what is no .reg file."""
    lines = _text(raw).replace("\\\n  ", "").split("\n")
    if lines[0].strip() not in (HEADER, "REGEDIT4"):
        raise ValueError(f"the first line is not that of a .reg file; write {HEADER}")
    keys: dict[str, dict[str, int | str]] = {}
    current: str | None = None
    for number, line in enumerate(lines[1:], 2):
        line = line.strip()
        if not line or line.startswith(";"):
            continue
        if line.startswith("["):
            if not line.endswith("]") or "\\" not in line:
                raise ValueError(f"line {number}: a key is not closed; write [{ROOT}\\…]")
            name = line[1:-1]
            if not name.startswith(("-" + ROOT, ROOT)):
                raise ValueError(f"line {number}: {name} is not below {ROOT}; policies of the machine stand there")
            current = None if name.startswith("-") else name.split("\\", 1)[1]
            continue
        found = re.fullmatch(r'"((?:[^"\\]|\\.)*)"=(?:"((?:[^"\\]|\\.)*)"|dword:([0-9a-fA-F]{8})|(-)|(hex.*))', line)
        if found is None or current is None:
            raise ValueError(f'line {number} is not understood: {line[:80]}; write "name"="text" or "name"=dword:00000001')
        name, data, dword, removed, other = found.groups()
        if other:
            raise ValueError(f"line {number}: {name} has a type that browsers ignore; write a text or a dword")
        if not removed:
            keys.setdefault(current, {})[_plain(name)] = int(dword, 16) if dword else _plain(data)
    return keys


def removed(raw: bytes) -> tuple[set[str], set[tuple[str, str]]]:
    """The keys that a .reg file deletes whole, and the values: pairs of key and name."""
    keys, values, current = set(), set(), ""
    for line in map(str.strip, _text(raw).split("\n")):
        if found := re.fullmatch(rf"\[(-?){ROOT}\\(.*)\]", line):
            current = found[2]
            if found[1]:
                keys.add(current)
        elif found := re.fullmatch(r'"((?:[^"\\]|\\.)*)"=-', line):
            values.add((current, _plain(found[1])))
    return keys, values


def _text(raw: bytes) -> str:
    text = raw.decode("utf-16") if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else raw.decode("utf-8-sig")
    return text.replace("\r\n", "\n")


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


# ── back to what the browser understands ──────────────────────────────────────────────────────


def decode(raw: bytes) -> dict[str, dict]:
    """Browser id (or ``host``) to the policy document that it reads out of a .reg file. Raises ValueError."""
    keys, out = parse(raw), {}
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
