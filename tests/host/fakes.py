"""The lowest layers of Windows and macOS as stand-ins: a registry made of a ``.reg`` export, LaunchServices made of the
binary property lists that it writes itself. Everything above them is the real code.
"""

import plistlib
import re
from pathlib import Path

from webex_click_to_call.handlers.launchservices import read_bundle
from webex_click_to_call.handlers.winregistry import KEY_WOW64_32KEY, REG_DWORD, REG_EXPAND_SZ, REG_SZ
from webex_click_to_call.handlers.winregistry import Machine as WindowsMachine

_HIVES = {"HKEY_CURRENT_USER": "HKCU", "HKEY_LOCAL_MACHINE": "HKLM"}


def parse_reg(text: str) -> dict[tuple[str, str], dict[str, tuple]]:
    """Texts and numbers of a .reg file (version 5): ``{(hive, key): {name: (data, type)}}``."""
    assert text.startswith("Windows Registry Editor Version 5.00")
    keys: dict[tuple[str, str], dict[str, tuple]] = {}
    current: dict[str, tuple] = {}
    for line in re.sub(r"\\\r?\n\s*", "", text).splitlines()[1:]:
        if line.startswith("["):
            hive, _, path = line.strip()[1:-1].partition("\\")
            current = keys.setdefault((_HIVES[hive], path), {})
        elif match := re.fullmatch(r'(?:@|"((?:[^"\\]|\\.)*)")=(.*)', line):
            name, data = (match[1] or ""), match[2]
            if data.startswith('"'):
                current[_unescape(name)] = _unescape(data[1:-1]), REG_SZ
            elif data.startswith("dword:"):
                current[_unescape(name)] = int(data[6:], 16), REG_DWORD
            elif data.startswith("hex(2):"):
                current[_unescape(name)] = bytes.fromhex(data[7:].replace(",", "")).decode("utf-16-le").rstrip("\0"), REG_EXPAND_SZ
    return keys


def _unescape(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def split_windows(line: str) -> list[str]:
    """A command line as CommandLineToArgvW splits it (programs without backslash-quote pairs)."""
    return [quoted if quoted or not plain else plain for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', line)]


class FakeWindows(WindowsMachine):
    """A registry from a .reg text, version resources from a table, and a note of what was started."""

    locked = False  # whether HKLM may not be written

    def __init__(self, text: str = "", facts: dict | None = None):
        self.keys: dict[tuple[str, str], dict[str, tuple]] = {}  # paths in lower case
        self.spelt: dict[tuple[str, str], str] = {}
        for (hive, path), values in parse_reg(text).items() if text else ():
            self.create_key(hive, path)
            self.keys[hive, path.lower()].update(values)
        self.facts, self.started, self.opened, self.missing = facts or {}, [], [], set()

    def _rows(self, hive, path, view=0):
        low = path.lower()
        if view == KEY_WOW64_32KEY and hive == "HKLM":
            low = low.replace("software\\", "software\\wow6432node\\", 1)
        found = self.keys.get((hive, low))
        return None if found is None else [(name, data, kind) for name, (data, kind) in found.items()]

    def _below(self, hive, path):
        above = path.lower() + "\\"
        keys = (key for where, key in self.keys if where == hive and key.startswith(above) and "\\" not in key[len(above) :])
        return sorted(self.spelt[hive, key].rpartition("\\")[2] for key in keys)

    def create_key(self, hive, path):
        if self.locked and hive == "HKLM":
            raise PermissionError(13, "Access is denied")
        parts = path.split("\\")
        for number in range(len(parts)):
            key = "\\".join(parts[: number + 1])
            self.keys.setdefault((hive, key.lower()), {})
            self.spelt.setdefault((hive, key.lower()), key)

    def set_value(self, hive, path, text, kind):
        if self.locked and hive == "HKLM":
            raise PermissionError(13, "Access is denied")
        self.put(hive, path, "", text, kind)

    def put(self, hive, path, name, data, kind):
        self.keys[hive, path.lower()][name] = (data, kind)

    def delete_value(self, hive, path):
        del self.keys[hive, path.lower()][""]

    def delete_key(self, hive, path):
        self.keys.pop((hive, path.lower()), None)

    def expand(self, text):
        return text.replace("%ProgramFiles%", "C:\\Program Files")

    def file_facts(self, path):
        return self.facts.get(path, {})

    def start(self, program, command_line):
        if program in self.missing:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        self.started.append([program.rpartition("\\")[2], *split_windows(command_line)[1:]])

    def shell_open(self, uri):
        self.opened.append(uri)


class FakeLaunchServices:
    """Bundles below a directory, and the binary list of handlers that LaunchServices keeps for a person."""

    def __init__(self, root: Path):
        self.applications = root / "Applications"
        self.list = root / "com.apple.launchservices.secure.plist"

    def _bundles(self) -> list:
        return [bundle for path in sorted(self.applications.glob("*.app")) if (bundle := read_bundle(str(path)))]

    def all_for(self, scheme):
        return [bundle for bundle in self._bundles() if scheme in self._declared(bundle.path)]

    def with_id(self, identifier):
        return [bundle for bundle in self._bundles() if bundle.id.lower() == identifier.lower()]

    def default_for(self, scheme):
        handlers = plistlib.loads(self.list.read_bytes())["LSHandlers"] if self.list.exists() else []
        chosen = [row["LSHandlerRoleAll"] for row in handlers if row.get("LSHandlerURLScheme") == scheme]
        known = [bundle for identifier in chosen for bundle in self.with_id(identifier)]
        return next(iter([*known, *self.all_for(scheme)]), None)

    def _declared(self, path):
        info = plistlib.loads((Path(path) / "Contents/Info.plist").read_bytes())
        return [scheme for row in info.get("CFBundleURLTypes", []) for scheme in row["CFBundleURLSchemes"]]
