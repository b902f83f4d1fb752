"""One machine for each handler backend, with the same few verbs, so that one contract suite runs on all of them.

Linux is real. Windows' registry is made of a ``.reg`` export; macOS' LaunchServices of the binary property
lists that it writes itself. Only the lowest layer is a stand-in.
"""

import plistlib
import re
from pathlib import Path

from tests.host.machines import Machine

from webex_click_to_call.handlers.launchservices import read_bundle
from webex_click_to_call.handlers.linux import LinuxBackend
from webex_click_to_call.handlers.macos import MacBackend
from webex_click_to_call.handlers.windows import WindowsBackend
from webex_click_to_call.handlers.winregistry import KEY_WOW64_32KEY, REG_DWORD, REG_EXPAND_SZ, REG_SZ
from webex_click_to_call.handlers.winregistry import Machine as WindowsMachine

_HIVES = {"HKEY_CURRENT_USER": "HKCU", "HKEY_LOCAL_MACHINE": "HKLM"}


def parse_reg(text: str) -> dict[tuple[str, str], dict[str, tuple]]:
    """Texts and numbers of a .reg file (version 5): ``{(hive, key in lower case): {name: (data, type)}}``."""
    assert text.startswith("Windows Registry Editor Version 5.00")
    keys: dict[tuple[str, str], dict[str, tuple]] = {}
    current: dict[str, tuple] = {}
    for line in re.sub(r"\\\r?\n\s*", "", text).splitlines()[1:]:
        if line.startswith("["):
            hive, _, path = line.strip()[1:-1].partition("\\")
            current = keys.setdefault((_HIVES[hive], path.lower()), {})
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

    def __init__(self, text: str, facts: dict, missing: set = frozenset()):
        self.keys, self.facts, self.started, self.missing = parse_reg(text), facts, [], missing
        self.locked = False  # whether HKLM may not be written

    def _rows(self, hive, path, view=0):
        low = path.lower()
        if view == KEY_WOW64_32KEY and hive == "HKLM":
            low = low.replace("software\\", "software\\wow6432node\\", 1)
        found = self.keys.get((hive, low), {} if self._names_below(hive, low) else None)
        return None if found is None else [(name, data, kind) for name, (data, kind) in found.items()]

    def _below(self, hive, path):
        return self._names_below(hive, path.lower())

    def _names_below(self, hive, low):
        return sorted({key[len(low) + 1 :].split("\\")[0] for where, key in self.keys if where == hive and key.startswith(low + "\\")})

    def create_key(self, hive, path):
        if self.locked and hive == "HKLM":
            raise PermissionError(13, "Access is denied")
        parts = path.lower().split("\\")
        for number in range(len(parts)):
            self.keys.setdefault((hive, "\\".join(parts[: number + 1])), {})

    def set_value(self, hive, path, text, kind):
        if self.locked and hive == "HKLM":
            raise PermissionError(13, "Access is denied")
        self.keys[hive, path.lower()][""] = (text, kind)

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
        self.started.append(["shell", uri])


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


class LinuxWorld:
    def __init__(self, root: Path):
        self.machine = Machine(root)

    def add(self, name: str, *schemes: str) -> None:
        if name == "webex":
            self.machine.webex(" ".join(schemes))
        else:
            self.machine.app(f"{name}.desktop", " ".join(schemes))

    def choose(self, scheme: str, name: str) -> None:
        self.machine.mimeapps(f"[Default Applications]\nx-scheme-handler/{scheme}={name}.desktop\n")

    def remove_program(self, name: str) -> None:
        (self.machine.bin / name).unlink()

    def break_program(self, name: str) -> None:
        (self.machine.bin / name).write_bytes(b"\x7fELF")

    def backend(self):
        return LinuxBackend(self.machine.env)

    def started(self, count: int) -> list[list[str]]:
        return [call[1:] for call in self.machine.calls(count, seconds=5)]

    def id_of(self, name: str) -> str:
        return f"{name}.desktop"


class WindowsWorld:
    PROGRAM = {"webex": r"C:\Users\ada\AppData\Local\CiscoSparkLauncher\CiscoCollabHost.exe"}

    def __init__(self, root: Path):
        self.text, self.facts, self.missing = ["Windows Registry Editor Version 5.00", ""], {}, set()
        self.fake = None

    def _program(self, name: str) -> str:
        return self.PROGRAM.get(name, f"C:\\Program Files\\{name.title()}\\{name}.exe")

    def add(self, name: str, *schemes: str) -> None:
        program, escaped = self._program(name), self._program(name).replace("\\", "\\\\")
        capabilities = f"Software\\{name}\\Capabilities"
        self.text += [
            r"[HKEY_LOCAL_MACHINE\Software\RegisteredApplications]",
            f'"{name}"="{capabilities.replace(chr(92), chr(92) * 2)}"',
            "",
            f"[HKEY_LOCAL_MACHINE\\{capabilities}]",
            f'"ApplicationName"="{name}"',
            "",
            f"[HKEY_LOCAL_MACHINE\\{capabilities}\\URLAssociations]",
            *(f'"{scheme}"="{name}.{scheme}"' for scheme in schemes),
            "",
        ]
        for scheme in schemes:
            self.text += [
                f"[HKEY_LOCAL_MACHINE\\Software\\Classes\\{name}.{scheme}\\shell\\open\\command]",
                f'@="\\"{escaped}\\" -URI %1"',
                "",
                f"[HKEY_LOCAL_MACHINE\\Software\\Classes\\{scheme}]",
                '"URL Protocol"=""',
                "",
                f"[HKEY_LOCAL_MACHINE\\Software\\Classes\\{scheme}\\shell\\open\\command]",
                f'@="\\"{escaped}\\" -URI %1"',
                "",
            ]
        self.facts[program] = {"product": "Webex", "publisher": "Cisco Systems, Inc."} if name == "webex" else {"product": name}

    def choose(self, scheme: str, name: str) -> None:
        self.text += [
            rf"[HKEY_CURRENT_USER\Software\Microsoft\Windows\Shell\Associations\UrlAssociations\{scheme}\UserChoice]",
            f'"ProgId"="{name}.{scheme}"',
            "",
        ]

    def remove_program(self, name: str) -> None:
        self.missing.add(self._program(name))

    break_program = remove_program

    def backend(self):
        self.fake = FakeWindows("\n".join(self.text), self.facts, self.missing)
        return WindowsBackend(self.fake)

    def started(self, count: int) -> list[list[str]]:
        return [[item for item in call[1:] if item != "-URI"] for call in self.fake.started]

    def id_of(self, name: str) -> str | None:
        return None  # a ProgID or, without a choice of the person's, the scheme's own class


class MacWorld:
    IDS = {"webex": "Cisco-Systems.Spark"}

    def __init__(self, root: Path):
        self.machine = Machine(root)
        self.services = FakeLaunchServices(root)
        self.choices: dict[str, str] = {}
        self.opener = self.machine.program("open")

    def add(self, name: str, *schemes: str) -> None:
        contents = self.services.applications / f"{name}.app/Contents"
        contents.mkdir(parents=True, exist_ok=True)
        info = {
            "CFBundleIdentifier": self.id_of(name),
            "CFBundleName": name,
            "CFBundleExecutable": name,
            "CFBundleURLTypes": [{"CFBundleURLName": name, "CFBundleURLSchemes": list(schemes)}],
        }
        (contents / "Info.plist").write_bytes(plistlib.dumps(info, fmt=plistlib.FMT_BINARY))

    def choose(self, scheme: str, name: str) -> None:
        self.choices[scheme] = self.id_of(name)
        rows = [
            {"LSHandlerURLScheme": scheme, "LSHandlerRoleAll": identifier.lower(), "LSHandlerPreferredVersions": {"LSHandlerRoleAll": "-"}}
            for scheme, identifier in self.choices.items()
        ]
        self.services.list.write_bytes(plistlib.dumps({"LSHandlers": rows}, fmt=plistlib.FMT_BINARY))

    def remove_program(self, name: str) -> None:
        self.opener.write_text("#!/bin/sh\necho 'LSOpenURLsWithRole() failed' >&2\nexit 1\n")

    break_program = remove_program

    def backend(self):
        return MacBackend(self.services, str(self.opener))

    def started(self, count: int) -> list[list[str]]:
        return [call[3:] for call in self.machine.calls(count, seconds=5)]

    def id_of(self, name: str) -> str:
        return self.IDS.get(name, f"com.example.{name}")


WORLDS = {"linux": LinuxWorld, "windows": WindowsWorld, "macos": MacWorld}
