"""The lowest layer of Windows: registry values, file versions, and starting a program outside the browser's job."""

import os
import subprocess

_BREAKAWAY = 0x01000000  # CREATE_BREAKAWAY_FROM_JOB: the browser ends its job, and all in it, with the port
_DETACHED = 0x00000008 | 0x00000200  # DETACHED_PROCESS, CREATE_NEW_PROCESS_GROUP


class Machine:
    """This Windows machine. Key paths are below the hive; both registry views are read, the 64-bit one first."""

    def value(self, hive: str, path: str, name: str) -> str | None:
        """A value's text, None if it is not there; ``name`` "" is the key's default value."""
        rows = (row for found in self._views(hive, path) for row in found.items())
        return next((data for found, data in rows if found.lower() == name.lower()), None)

    def values(self, hive: str, path: str) -> dict[str, str]:
        """All text values of a key, {} if it is not there."""
        merged: dict[str, str] = {}
        for found in self._views(hive, path):
            merged = {**found, **merged}
        return merged

    def _views(self, hive: str, path: str):
        import winreg

        root = {"HKCU": winreg.HKEY_CURRENT_USER, "HKLM": winreg.HKEY_LOCAL_MACHINE}[hive]
        for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
            try:
                with winreg.OpenKey(root, path, 0, winreg.KEY_READ | view) as key:
                    rows = [winreg.EnumValue(key, index) for index in range(winreg.QueryInfoKey(key)[1])]
            except OSError:
                continue
            yield {name: data for name, data, kind in rows if kind in (winreg.REG_SZ, winreg.REG_EXPAND_SZ)}

    def expand(self, text: str) -> str:
        """Environment variables of a REG_EXPAND_SZ value filled in."""
        return os.path.expandvars(text)

    def file_facts(self, path: str) -> dict:
        """``{product, publisher}`` of an executable's version resource, {} if it has none."""
        import ctypes

        version = ctypes.windll.version
        size = version.GetFileVersionInfoSizeW(path, None)
        if not size:
            return {}
        block = ctypes.create_string_buffer(size)
        version.GetFileVersionInfoW(path, 0, size, block)
        pointer, length = ctypes.c_void_p(), ctypes.c_uint()
        if not version.VerQueryValueW(block, "\\VarFileInfo\\Translation", ctypes.byref(pointer), ctypes.byref(length)):
            return {}
        language, codepage = (ctypes.c_ushort * 2).from_address(pointer.value)
        facts = {}
        for name, key in (("product", "ProductName"), ("publisher", "CompanyName")):
            place = f"\\StringFileInfo\\{language:04x}{codepage:04x}\\{key}"
            if version.VerQueryValueW(block, place, ctypes.byref(pointer), ctypes.byref(length)) and length.value:
                facts[name] = ctypes.wstring_at(pointer.value, length.value).rstrip("\0")
        return facts

    def start(self, program: str, command_line: str) -> None:
        """CreateProcess, without a shell, outside the browser's job where the job allows it."""
        options = {
            "executable": program,
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.DEVNULL,
            "stderr": subprocess.DEVNULL,
            "close_fds": True,
        }
        try:
            subprocess.Popen(command_line, creationflags=_BREAKAWAY | _DETACHED, **options)
        except PermissionError:
            subprocess.Popen(command_line, creationflags=_DETACHED, **options)

    def shell_open(self, uri: str) -> None:
        """ShellExecute."""
        os.startfile(uri)
