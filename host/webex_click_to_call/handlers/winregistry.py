"""The lowest layer of Windows: registry values, file versions, and starting a program outside the browser's job."""

import os
import subprocess

_BREAKAWAY = 0x01000000  # CREATE_BREAKAWAY_FROM_JOB: the browser ends its job, and all in it, with the port
_DETACHED = 0x00000008 | 0x00000200  # DETACHED_PROCESS, CREATE_NEW_PROCESS_GROUP
# As in winreg, which other systems lack.
REG_SZ, REG_EXPAND_SZ, REG_DWORD = 1, 2, 4
KEY_READ, KEY_SET_VALUE, KEY_WRITE, KEY_WOW64_64KEY, KEY_WOW64_32KEY = 0x20019, 0x0002, 0x20006, 0x0100, 0x0200


class Machine:
    """This Windows machine. Key paths are below the hive.

    ``value`` and ``values`` read both registry views, the 64-bit one first; all others see the 64-bit view, in which the
    32-bit one is the branch WOW6432Node.
    """

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

    def own_value(self, hive: str, path: str) -> tuple[object, int] | None:
        """Data and type of a key's default value, None if it has none."""
        rows = self._rows(hive, path)
        return next(((data, kind) for name, data, kind in rows or () if name == ""), None)

    def tree(self, hive: str, path: str) -> dict:
        """Texts and numbers of a key, and those of the keys below it as dictionaries; {} if it is not there."""
        rows = self._rows(hive, path)
        found: dict = {name: data for name, data, kind in rows or () if kind in (REG_SZ, REG_EXPAND_SZ, REG_DWORD)}
        return {**found, **{name: self.tree(hive, f"{path}\\{name}") for name in self._below(hive, path)}}

    def has_key(self, hive: str, path: str) -> bool:
        """Whether a key is there."""
        return self._rows(hive, path) is not None

    def create_key(self, hive: str, path: str) -> None:
        """Create a key and those above it. Raises OSError."""
        import winreg

        winreg.CreateKeyEx(_root(hive), path, 0, KEY_WRITE | KEY_WOW64_64KEY).Close()

    def set_value(self, hive: str, path: str, text: str, kind: int) -> None:
        """Set the default value of a key that is there. Raises OSError."""
        import winreg

        with winreg.OpenKey(_root(hive), path, 0, KEY_SET_VALUE | KEY_WOW64_64KEY) as key:
            winreg.SetValueEx(key, "", 0, kind, text)

    def delete_value(self, hive: str, path: str) -> None:
        """Take the default value of a key away. Raises OSError."""
        import winreg

        with winreg.OpenKey(_root(hive), path, 0, KEY_SET_VALUE | KEY_WOW64_64KEY) as key:
            winreg.DeleteValue(key, "")

    def delete_empty_key(self, hive: str, path: str) -> None:
        """Delete a key without values and without keys below it. Raises OSError."""
        if self._rows(hive, path) or self._below(hive, path):
            raise OSError("the key is not empty")
        self.delete_key(hive, path)

    def delete_key(self, hive: str, path: str) -> None:
        """Delete a key that has none below it. Raises OSError."""
        import winreg

        winreg.DeleteKeyEx(_root(hive), path, KEY_WOW64_64KEY, 0)

    def _views(self, hive: str, path: str):
        """The texts of a key in each registry view that has it."""
        for view in (KEY_WOW64_64KEY, KEY_WOW64_32KEY):
            rows = self._rows(hive, path, view)
            if rows is not None:
                yield {name: data for name, data, kind in rows if kind in (REG_SZ, REG_EXPAND_SZ)}

    def _rows(self, hive: str, path: str, view: int = 0) -> list[tuple[str, object, int]] | None:
        """``(name, data, type)`` of each value of a key, None if it is not there."""
        import winreg

        try:
            with winreg.OpenKey(_root(hive), path, 0, KEY_READ | (view or KEY_WOW64_64KEY)) as key:
                return [winreg.EnumValue(key, index) for index in range(winreg.QueryInfoKey(key)[1])]
        except OSError:
            return None

    def _below(self, hive: str, path: str) -> list[str]:
        """The names of the keys below a key."""
        import winreg

        try:
            with winreg.OpenKey(_root(hive), path, 0, KEY_READ | KEY_WOW64_64KEY) as key:
                return [winreg.EnumKey(key, index) for index in range(winreg.QueryInfoKey(key)[0])]
        except OSError:
            return []

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


def _root(hive: str) -> int:
    import winreg

    return {"HKCU": winreg.HKEY_CURRENT_USER, "HKLM": winreg.HKEY_LOCAL_MACHINE}[hive]
