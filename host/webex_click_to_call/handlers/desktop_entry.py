"""Desktop files: the Desktop Entry Specification 1.5, as far as starting an application needs it. Pure."""

import re
from dataclasses import dataclass

_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\", ";": "\\;"}
_FIELD = re.compile(r"%(.)")
_TARGET = "fFuU"


@dataclass(frozen=True)
class DesktopEntry:
    """The keys of one file's ``[Desktop Entry]`` group."""

    keys: dict

    def text(self, key: str) -> str:
        """A string value with its escapes undone; "" if it is not there."""
        return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[0]), self.keys.get(key, ""))

    def flag(self, key: str) -> bool:
        """A boolean value; False unless it is ``true``."""
        return self.keys.get(key) == "true"

    def items(self, key: str) -> list[str]:
        """A list value."""
        return [item.strip() for item in self.keys.get(key, "").split(";") if item.strip()]

    def schemes(self) -> frozenset[str]:
        """The URI schemes that the application says it takes."""
        prefix = "x-scheme-handler/"
        return frozenset(kind[len(prefix) :] for kind in self.items("MimeType") if kind.startswith(prefix))


def parse(text: str) -> DesktopEntry:
    """Read the first ``[Desktop Entry]`` group. Lines that are not key=value are passed over, as GLib does not fail on comments."""
    return DesktopEntry(read_groups(text).get("Desktop Entry", {}))


def read_groups(text: str) -> dict[str, dict[str, str]]:
    """``{group: {key: raw value}}``; of twins in one group the last wins, groups of one name are merged."""
    groups: dict[str, dict[str, str]] = {}
    group = None
    for line in text.splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            group = groups.setdefault(line[1:-1], {})
        elif group is not None and not line.startswith("#") and "=" in line:
            key, _, value = line.partition("=")
            group[key.rstrip()] = value.lstrip()
    return groups


def split_exec(command: str) -> list[str]:
    """Split an Exec value into arguments by the specification's quoting rule. Raises ``ValueError``."""
    arguments: list[str] = []
    current: str | None = None
    position = 0
    while position < len(command):
        char = command[position]
        if char in " \t\n":
            if current is not None:
                arguments.append(current)
            current = None
        elif char == '"':
            end = position + 1
            quoted = ""
            while end < len(command) and command[end] != '"':
                if command[end] == "\\" and command[end + 1 : end + 2] in ('"', "`", "$", "\\"):
                    end += 1
                quoted += command[end]
                end += 1
            if end >= len(command):
                raise ValueError("a quote is not closed")
            current = (current or "") + quoted
            position = end
        elif char == "\\" and position + 1 < len(command):  # not in the specification, but GLib's shell parsing takes it
            position += 1
            current = (current or "") + command[position]
        else:
            current = (current or "") + char
        position += 1
    if current is not None:
        arguments.append(current)
    return arguments


def command_line(entry: DesktopEntry, path: str, uri: str) -> list[str]:
    """The argument vector that opens ``uri``: it is one argument, or part of one, whatever it contains.

    Raises ``ValueError`` for an Exec that cannot be used.
    """
    result: list[str] = []
    placed = False
    for argument in split_exec(entry.text("Exec")):
        if argument == "%i":
            icon = entry.text("Icon")
            result += ["--icon", icon] if icon else []
            continue
        codes = _FIELD.findall(argument)
        if argument in ("%d", "%D", "%n", "%N", "%v", "%m"):
            continue

        def value(match: re.Match) -> str:
            code = match[1]
            known = {"%": "%", "c": entry.text("Name"), "k": path}
            return uri if code in _TARGET else known.get(code, "")

        placed = placed or any(code in _TARGET for code in codes)
        result.append(_FIELD.sub(value, argument))
    if not result or not result[0]:
        raise ValueError("Exec is empty")
    if any("\0" in argument for argument in result):
        raise ValueError("a zero byte")
    return result if placed else [*result, uri]
