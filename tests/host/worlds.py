"""One machine for each handler backend, with the same few verbs, so that one contract suite runs on all of them.

Linux is real; of Windows and macOS only the lowest layer is a stand-in.
"""

import copy
import json
import os
import plistlib
import stat
from pathlib import Path

from tests.host.fakes import FakeLaunchServices, FakeWindows
from tests.host.machines import Machine

from webex_click_to_call.handlers.linux import LinuxBackend
from webex_click_to_call.handlers.macos import MacBackend
from webex_click_to_call.handlers.windows import WindowsBackend
from webex_click_to_call.handlers.winregistry import REG_DWORD, REG_SZ
from webex_click_to_call.install import browsers
from webex_click_to_call.install.system import System


def below(root: Path) -> dict:
    """Every path below root with its kind, mode and content."""
    found = {}
    for path in sorted(root.rglob("*")):
        state = path.lstat()
        content = os.readlink(path) if path.is_symlink() else path.read_bytes() if path.is_file() else None
        found[str(path.relative_to(root))] = (stat.S_IFMT(state.st_mode), stat.S_IMODE(state.st_mode), content)
    return found


class LinuxWorld:
    def __init__(self, root: Path):
        self.machine = Machine(root)

    def system(self) -> System:
        """Without the browsers of the machine on which the tests run."""
        env = {**self.machine.env, "PATH": str(self.machine.bin)}
        return System(backend=LinuxBackend(env), env=env, root=str(self.machine.root / "machine"))

    def add_browser(self, identifier: str) -> None:
        self.machine.program(browsers.named(identifier, "linux").places["programs"][0])

    def add_policies(self, identifier: str, policies: dict, extension: str, settings: dict, everybody: bool = True) -> None:
        place = Path(self.system().path(browsers.named(identifier, "linux").places["policies"]))
        place.mkdir(parents=True, exist_ok=True)
        document = {**policies, "3rdparty": {"extensions": {extension: settings}}}
        (place / f"{len(list(place.iterdir()))}.json").write_text(json.dumps(document))

    def state(self) -> dict:
        return below(self.machine.root)

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
        self.fake, self.root = None, root
        (root / "AppData").mkdir()
        (root / "Program Files").mkdir()

    def system(self) -> System:
        env = {"USERPROFILE": str(self.root), "LOCALAPPDATA": str(self.root / "AppData"), "ProgramFiles": str(self.root / "Program Files")}
        return System(backend=WindowsBackend(self.fake) if self.fake else self.backend(), env=env)

    def add_browser(self, identifier: str) -> None:
        program = browsers.named(identifier, "windows").places["programs"][0]
        self.set(rf"HKLM\Software\Microsoft\Windows\CurrentVersion\App Paths\{program}", "", rf"C:\Program Files\{program}")

    def add_policies(self, identifier: str, policies: dict, extension: str, settings: dict, everybody: bool = True) -> None:
        """As the policy pack's .reg files have it: numbers for yes and no, lists as numbered values, objects as JSON."""
        key = ("HKLM" if everybody else "HKCU") + "\\" + browsers.named(identifier, "windows").places["policies"]
        for place, values in ((key, policies), (rf"{key}\3rdparty\extensions\{extension}\policy", settings)):
            for name, value in values.items():
                if isinstance(value, list):
                    for number, item in enumerate(value, 1):
                        self.set(rf"{place}\{name}", str(number), item)
                else:
                    self.set(place, name, json.dumps(value) if isinstance(value, dict) else value)

    def set(self, key: str, name: str, data: str | int) -> None:
        """A registry value."""
        machine, (hive, path) = self.system().registry, key.split("\\", 1)
        machine.create_key(hive, path)
        number = isinstance(data, int)
        machine.keys[hive, path.lower()][name] = (int(data), REG_DWORD) if number else (data, REG_SZ)

    def state(self) -> tuple:
        return below(self.root), copy.deepcopy(self.system().registry.keys)

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

    def system(self) -> System:
        return System(backend=self.backend(), env=self.machine.env, root=str(self.machine.root / "machine"))

    def add_browser(self, identifier: str) -> None:
        bundle = browsers.named(identifier, "macos").places["programs"][0]
        self.IDS = {**self.IDS, identifier: bundle}
        self.add(identifier)

    def add_policies(self, identifier: str, policies: dict, extension: str, settings: dict, everybody: bool = True) -> None:
        """As the system writes what a configuration profile says."""
        domain = browsers.named(identifier, "macos").places["policies"]
        folder = "/Library/Managed Preferences" + ("" if everybody else f"/{self.machine.home.name}")
        for name, content in ((domain, policies), (f"{domain}.extensions.{extension}", settings)):
            path = Path(self.system().path(f"{folder}/{name}.plist"))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(plistlib.dumps(content, fmt=plistlib.FMT_BINARY))

    def state(self) -> dict:
        return below(self.machine.root)

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
