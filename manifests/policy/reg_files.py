"""`.reg` files, both ways: what `reg import` sets and takes away, and what regedit exports."""

from __future__ import annotations

import re

from .registry import ROOT, Value, own_roots
from .registry import decode as documents

HEADER = "Windows Registry Editor Version 5.00"


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


def decode(raw: bytes) -> dict[str, dict]:
    """Browser id (or ``host``) to the policy document that it reads out of a .reg file. Raises ValueError."""
    return documents(parse(raw))
