"""A Windows world on Windows itself, or Wine: the real registry, in a branch of its own, and a real program that is started.

`RegOverridePredefKey` shows this process its own HKCU and HKLM, so nothing of the machine is seen or changed.
"""

import os
import shutil
import time
import uuid
import winreg
from pathlib import Path

from tests.host.worlds import WindowsWorld

from webex_click_to_call.handlers.winregistry import KEY_WOW64_64KEY, KEY_WRITE, Machine

_HIVES = {"HKCU": winreg.HKEY_CURRENT_USER, "HKLM": winreg.HKEY_LOCAL_MACHINE}
# A program that appends its arguments, tab-separated, one line a start, to calls.log beside itself (tests/enterprise/windows/phone.c).
RECORDER = os.environ.get("CTC_PHONE", "")


class RealRegistry(Machine):
    """As it is, but for a page of the settings, which would stay open."""

    def __init__(self):
        self.opened: list[str] = []

    def put(self, hive: str, path: str, name: str, data: str | int, kind: int) -> None:
        with winreg.OpenKey(_HIVES[hive], path, 0, KEY_WRITE | KEY_WOW64_64KEY) as key:
            winreg.SetValueEx(key, name, 0, kind, data)

    def shell_open(self, uri: str) -> None:
        self.opened.append(uri)


class RealWindowsWorld(WindowsWorld):
    def __init__(self, root: Path):
        super().__init__(root)
        self.registry = RealRegistry()
        self._branch = rf"Software\webex-click-to-call-tests\{uuid.uuid4()}"
        self._held = [winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{self._branch}\{hive}") for hive in _HIVES]
        for hive, key in zip(_HIVES.values(), self._held, strict=True):
            _override(hive, key.handle)

    def close(self) -> None:
        for hive in _HIVES.values():
            _override(hive, None)
        for key in self._held:
            key.Close()
        _delete(self._branch)

    def program(self, name: str) -> str:
        folder = self.root / ("CiscoSparkLauncher" if name == "webex" else "Programs")
        return str(folder / ("CiscoCollabHost.exe" if name == "webex" else f"{name}.exe"))

    def add(self, name: str, *schemes: str) -> None:
        program = Path(self.program(name))
        program.parent.mkdir(exist_ok=True)
        shutil.copy(RECORDER, program)
        super().add(name, *schemes)

    def break_program(self, name: str) -> None:
        Path(self.program(name)).write_bytes(b"MZ this is no program")

    def started(self, count: int) -> list[list[str]]:
        end = time.monotonic() + (20 if count else 0)
        while True:
            lines = [line for log in self.root.rglob("calls.log") for line in log.read_text("utf-8").splitlines()]
            if len(lines) >= count or time.monotonic() > end:
                return [[word for word in line.split("\t") if word != "-URI"] for line in lines]
            time.sleep(0.05)


def _override(hive: int, key: int | None) -> None:
    import ctypes

    code = ctypes.windll.advapi32.RegOverridePredefKey(ctypes.c_void_p(hive), ctypes.c_void_p(key))
    if code:
        raise ctypes.WinError(code)


def _delete(path: str) -> None:
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
        names = [winreg.EnumKey(key, index) for index in range(winreg.QueryInfoKey(key)[0])]
    for name in names:
        _delete(rf"{path}\{name}")
    winreg.DeleteKey(winreg.HKEY_CURRENT_USER, path)
