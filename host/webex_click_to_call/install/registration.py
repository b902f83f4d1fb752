"""What ``install`` and ``uninstall`` do: one host manifest a browser, and a launcher for a source tree.

Linux and macOS: the manifest stands in a directory of the browser. Windows: it stands in a folder of ours, and a registry
key's default value names it. Chromium and Firefox look in HKCU, then in the 32-bit and the 64-bit view of HKLM
(chrome/browser/extensions/api/messaging/native_process_launcher_win.cc; MDN, Native manifests).
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import Failure
from ..handlers.winregistry import REG_EXPAND_SZ, REG_SZ
from ..policy import read as read_policy
from ..rate import state_directory
from . import files, manifest
from .browsers import Browser, all_browsers, named
from .journal import Journal, Write, record_path
from .system import System


@dataclass(frozen=True)
class Target:
    """Where one manifest for a browser goes. ``keys``: registry keys that are to name it (Windows)."""

    browser: Browser
    directory: str
    keys: tuple[str, ...] = ()

    @property
    def manifest_path(self) -> str:
        return os.path.join(self.directory, manifest.host_name() + ".json")

    @property
    def record_path(self) -> str:
        return record_path(self.directory, manifest.host_name())


def targets(names: list[str], everybody: bool, user_data_dir: str | None, system: System) -> list[Target]:
    """The places meant by the command line; every browser found when none is named. Raises NO_BROWSER."""
    known = all_browsers(system.platform)
    chosen = [named(name, system.platform) for name in names] or [item for item in known if item.found(system)]
    if user_data_dir is not None:
        if not user_data_dir or len(chosen) != 1 or chosen[0].family != "chromium" or everybody or system.platform == "windows":
            raise Failure("USAGE", what="--user-data-dir goes with one --browser of the Chromium family, on Linux and macOS")
        return [Target(chosen[0], os.path.join(os.path.abspath(user_data_dir), "NativeMessagingHosts"))]
    if not chosen:
        raise Failure("NO_BROWSER")
    return _once(target(item, everybody, system) for item in chosen)


def registered(everybody: bool, system: System) -> list[Target]:
    """Every place at which something is to be undone, whether its browser is still there or not; the last one first."""
    known = _once(target(item, everybody, system) for item in all_browsers(system.platform))
    return [item for item in reversed(known) if os.path.lexists(item.record_path)]


def _once(targets: Iterable[Target]) -> list[Target]:
    """Several browsers look in Chrome's place."""
    found: dict[str, Target] = {}
    for item in targets:
        found.setdefault(item.directory, item)
    return list(found.values())


def target(browser: Browser, everybody: bool, system: System) -> Target:
    """The place of one browser, for everybody or for this person."""
    place = browser.places["system" if everybody else "user"]
    if system.platform != "windows":
        return Target(browser, system.path(place))
    key = f"{place}\\{manifest.host_name()}"
    first = next(item for item in all_browsers("windows") if item.places["user"] == browser.places["user"])
    keys = [key, *(item for item in _in_32_bits(key) if system.registry.own_value(*item.split("\\", 1)))]
    return Target(browser, os.path.join(_folder(everybody, system), "native-messaging", first.id), tuple(keys))


def in_force(browser: Browser, user_level: bool, system: System) -> tuple[str, str] | None:
    """``(where it is named, manifest's path)`` of what the browser goes by, whether it is there or not; None if nothing names one."""
    places = [browser.places[scope] for scope in (("user", "system") if user_level else ("system",))]
    if system.platform != "windows":
        paths = (os.path.join(system.path(place), manifest.host_name() + ".json") for place in places)
        return next(((path, path) for path in paths if os.path.lexists(path)), None)
    for key in (f"{place}\\{manifest.host_name()}" for place in places):
        for place in (*_in_32_bits(key), key):
            found = system.registry.own_value(*place.split("\\", 1))
            if found and isinstance(found[0], str):
                return place, system.registry.expand(found[0]) if found[1] == REG_EXPAND_SZ else found[0]
    return None


def writes(target: Target, program: str | None, system: System) -> list[Write]:
    """What registers the host there. ``program``: the host's absolute path, None for this very one."""
    if program and not (os.path.isabs(program) and os.path.isfile(program) and os.access(program, os.X_OK)):
        raise Failure("USAGE", what="--host must be the absolute path of a program", path=program)
    program = program or manifest.frozen_program()
    launcher: list[Write] = []
    if program is None:
        suffix, content = manifest.launcher(system.platform)
        program = os.path.join(target.directory, manifest.host_name() + suffix)
        launcher = [Write(program, content, files.PROGRAM)]
    content = manifest.render(target.browser.family, program, read_policy().extension_ids)
    named_by = [Write(key, target.manifest_path.encode("utf-8", "surrogatepass"), REG_SZ) for key in target.keys]
    return [*launcher, Write(target.manifest_path, (json.dumps(content, indent=2) + "\n").encode()), *named_by]


def install(target: Target, system: System, program: str | None = None) -> list[str]:
    """Register; return the places that changed."""
    return Journal(target.record_path, system.registry).apply(writes(target, program, system))


def uninstall(target: Target, system: System) -> list[str]:
    """Undo; return the places that changed."""
    return Journal(target.record_path, system.registry).undo()


def _folder(everybody: bool, system: System) -> str:
    """A folder that only the person, or for everybody an administrator, may change."""
    if everybody:
        programs = system.env.get("PROGRAMW6432") or system.env.get("PROGRAMFILES") or r"C:\Program Files"  # os.environ's spelling
        return os.path.join(programs, "webex-click-to-call")
    return state_directory(system.env, "win32")


def _in_32_bits(key: str) -> list[str]:
    """The same key in the 32-bit view, where a key of the machine has one."""
    return [key.replace("HKLM\\Software\\", "HKLM\\Software\\WOW6432Node\\", 1)] if key.startswith("HKLM\\") else []
