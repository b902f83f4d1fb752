"""One machine for each handler backend, with the same few verbs, so that one contract suite runs on all of them.

Linux is real; of Windows and macOS only the lowest layer is a stand-in.
"""

import json
import os
import plistlib
import stat
import sys
from pathlib import Path

import pytest
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

    def break_program(self, name: str) -> None:
        (self.machine.bin / name).write_bytes(b"\x7fELF")

    def backend(self):
        return LinuxBackend(self.machine.env)

    def started(self, count: int) -> list[list[str]]:
        return [call[1:] for call in self.machine.calls(count, seconds=5)]

    def id_of(self, name: str) -> str:
        return f"{name}.desktop"


class WindowsWorld:
    """``registry`` is a stand-in here; ``real_windows`` has the true one."""

    def __init__(self, root: Path):
        self.root, self.registry = root, FakeWindows()
        (root / "AppData").mkdir()
        (root / "Program Files").mkdir()

    def system(self) -> System:
        env = {"USERPROFILE": str(self.root), "LOCALAPPDATA": str(self.root / "AppData"), "PROGRAMFILES": str(self.root / "Program Files")}
        return System(backend=self.backend(), env=env)

    def backend(self):
        return WindowsBackend(self.registry)

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

    def set(self, key: str, name: str, data: str | int, kind: int = REG_SZ) -> None:
        """A registry value; a number is a DWORD."""
        hive, path = key.split("\\", 1)
        self.registry.create_key(hive, path)
        self.registry.put(hive, path, name, int(data) if isinstance(data, int) else data, REG_DWORD if isinstance(data, int) else kind)

    def state(self) -> tuple:
        return below(self.root), self.registry.tree("HKCU", "Software"), self.registry.tree("HKLM", "Software")

    def program(self, name: str) -> str:
        """Where an application's program stands; here nothing is there."""
        if name == "webex":
            return r"C:\Users\ada\AppData\Local\CiscoSparkLauncher\CiscoCollabHost.exe"
        return rf"C:\Program Files\{name.title()}\{name}.exe"

    def add(self, name: str, *schemes: str) -> None:
        program, capabilities = self.program(name), rf"Software\{name}\Capabilities"
        self.set(r"HKLM\Software\RegisteredApplications", name, capabilities)
        self.set(rf"HKLM\{capabilities}", "ApplicationName", name)
        for scheme in schemes:
            self.set(rf"HKLM\{capabilities}\URLAssociations", scheme, f"{name}.{scheme}")
            self.set(rf"HKLM\Software\Classes\{scheme}", "URL Protocol", "")
            for key in (rf"HKLM\Software\Classes\{name}.{scheme}", rf"HKLM\Software\Classes\{scheme}"):
                self.set(rf"{key}\Application", "ApplicationName", name)
                self.set(rf"{key}\shell\open\command", "", f'"{program}" -URI %1')

    def choose(self, scheme: str, name: str) -> None:
        place = rf"HKCU\Software\Microsoft\Windows\Shell\Associations\UrlAssociations\{scheme}\UserChoice"
        self.set(place, "ProgId", f"{name}.{scheme}")

    def break_program(self, name: str) -> None:
        self.registry.missing.add(self.program(name))

    def started(self, count: int) -> list[list[str]]:
        return [[item for item in call[1:] if item != "-URI"] for call in self.registry.started]

    def opened(self) -> list[str]:
        """What was given to the shell to open."""
        return self.registry.opened

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

    def break_program(self, name: str) -> None:
        self.opener.write_text("#!/bin/sh\necho 'LSOpenURLsWithRole() failed' >&2\nexit 1\n")

    def opened(self) -> list[str]:
        return [call[-1] for call in self.machine.calls(1)]

    def backend(self):
        return MacBackend(self.services, str(self.opener))

    def started(self, count: int) -> list[list[str]]:
        return [call[3:] for call in self.machine.calls(count, seconds=5)]

    def id_of(self, name: str) -> str:
        return self.IDS.get(name, f"com.example.{name}")


def _worlds() -> dict:
    """Those that can be on this system: Linux on itself alone, Windows as the real one where it is that."""
    if sys.platform == "win32":
        from tests.host.real_windows import RealWindowsWorld

        return {"windows": RealWindowsWorld}
    here = {"windows": WindowsWorld, "macos": MacWorld}
    return {"linux": LinuxWorld, **here} if sys.platform == "linux" else here


WORLDS = _worlds()


@pytest.fixture(params=WORLDS)
def world(request, tmp_path):
    """Each world that can be on this system."""
    one = WORLDS[request.param](tmp_path)
    yield one
    getattr(one, "close", int)()


@pytest.fixture
def windows(tmp_path):
    """Windows with the stand-in for its registry, which can be locked."""
    return WindowsWorld(tmp_path)
