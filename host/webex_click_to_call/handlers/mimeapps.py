"""Which desktop file owns a scheme: freedesktop.org's "Association between MIME types and applications" 1.0.1.

Read by ourselves because ``gio mime`` costs a process per scheme and PyXDG knows no mimeapps.list;
the tests compare the answers with GLib's and xdg-mime's.
"""

import os
from dataclasses import dataclass

from .desktop_entry import read_groups

_EXPORTS = ("~/.local/share/flatpak/exports/share", "/var/lib/flatpak/exports/share", "/var/lib/snapd/desktop")


@dataclass(frozen=True)
class Places:
    """The base directories, best first, and the current desktops' names in lower case."""

    config: tuple[str, ...]
    data: tuple[str, ...]
    desktops: tuple[str, ...]

    @classmethod
    def of(cls, env: dict) -> "Places":
        """From the environment, with the XDG Base Directory Specification's defaults."""
        home = env.get("HOME") or os.path.expanduser("~")

        def directories(name: str, default: str) -> list[str]:
            given = [item.rstrip("/") for item in env.get(name, "").split(":") if os.path.isabs(item)]
            return given or default.split(":")

        def directory(name: str, default: str) -> str:
            given = env.get(name, "")
            return given.rstrip("/") if os.path.isabs(given) else f"{home}/{default}"

        data = [directory("XDG_DATA_HOME", ".local/share"), *directories("XDG_DATA_DIRS", "/usr/local/share:/usr/share")]
        # A browser started outside the session's environment lacks these; they never come before what is set.
        data += [item for item in (place.replace("~", home) for place in _EXPORTS) if item not in data]
        config = [directory("XDG_CONFIG_HOME", ".config"), *directories("XDG_CONFIG_DIRS", "/etc/xdg")]
        desktops = [item.lower() for item in env.get("XDG_CURRENT_DESKTOP", "").split(":") if item]
        return cls(tuple(config), tuple(data), tuple(desktops))

    def lists(self) -> list[tuple[str, str]]:
        """``(mimeapps.list file, applications directory or "")`` in order of precedence."""
        names = [f"{desktop}-mimeapps.list" for desktop in self.desktops] + ["mimeapps.list"]
        found = [(f"{place}/{name}", "") for place in self.config for name in names]
        for place in self.data:
            found += [(f"{place}/applications/{name}", "") for name in names[:-1]]
            found.append((f"{place}/applications/mimeapps.list", f"{place}/applications"))
        return found


@dataclass(frozen=True)
class Associations:
    """For one MIME type: ids in order of preference, each with the file that says so."""

    defaults: tuple[tuple[str, str], ...]
    added: tuple[tuple[str, str], ...]


def read(places: Places, mime: str) -> Associations:
    """Defaults, then associations (added ones and those of installed desktop files), removed ones left out."""
    defaults: list[tuple[str, str]] = []
    added: list[tuple[str, str]] = []
    removed: set[str] = set()
    for path, applications in places.lists():
        groups = _groups(path)
        defaults += _ids(groups, "Default Applications", mime, path)
        added += [item for item in _ids(groups, "Added Associations", mime, path) if item[0] not in removed]
        gone = {item for item, _ in _ids(groups, "Removed Associations", mime, path)}
        own = {item for item, _ in _ids(groups, "Added Associations", mime, path)}
        removed |= gone - own
        if applications:
            cache = f"{applications}/mimeinfo.cache"
            added += [item for item in _ids(_groups(cache), "MIME Cache", mime, cache) if item[0] not in removed]
    return Associations(tuple(dict.fromkeys(defaults)), tuple(dict.fromkeys(added)))


def _ids(groups: dict, group: str, mime: str, path: str) -> list[tuple[str, str]]:
    return [(item.strip(), path) for item in groups.get(group, {}).get(mime, "").split(";") if item.strip()]


_CACHE: dict[str, tuple] = {}


def _groups(path: str) -> dict:
    """The file's groups; {} if it is not there. Read again only when the file has changed."""
    try:
        state = os.stat(path)
    except OSError:
        return {}
    stamp = (state.st_mtime_ns, state.st_size, state.st_ino)
    if _CACHE.get(path, (None,))[0] != stamp:
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                _CACHE[path] = (stamp, read_groups(file.read()))
        except OSError:
            return {}
    return _CACHE[path][1]
