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

    def folders(self) -> list[tuple[str, bool]]:
        """Where lists stand, best first, and whether desktop files stand there too."""
        return [(place, False) for place in self.config] + [(f"{place}/applications", True) for place in self.data]


@dataclass(frozen=True)
class Candidate:
    """A desktop-file id, and what makes it one."""

    id: str
    how: str


def read(places: Places, mime: str, holds) -> list[Candidate]:
    """Ids for a MIME type in the order in which GLib tries them: defaults, then associations.

    ``holds(folder, id)`` says whether a folder of desktop files has that id: it then hides what
    later folders say of it.
    """
    found: dict[str, str] = {}
    for folder, _ in places.folders():
        for name in [*(f"{desktop}-mimeapps.list" for desktop in places.desktops), "mimeapps.list"]:
            for item in _ids(f"{folder}/{name}", "Default Applications", mime):
                found.setdefault(item, f"default in {folder}/{name}")
    removed: set[str] = set()
    earlier: list[str] = []
    for folder, has_applications in places.folders():
        added, gone = _associations(folder, mime, has_applications)
        hidden = {item for item in (*added, *gone) if any(holds(place, item) for place in earlier)}
        for item, path in added.items():
            if item not in hidden and item not in removed:
                found.setdefault(item, f"associated in {path}")
        removed |= {item for item in gone if item not in hidden and item not in found}
        if has_applications:
            earlier.append(folder)
    return [Candidate(item, how) for item, how in found.items()]


def _associations(folder: str, mime: str, has_applications: bool) -> tuple[dict[str, str], list[str]]:
    """``({added id: file}, removed ids)`` of one folder. Only the list that is for every desktop may add or remove.

    As in GLib, what a folder removes does not touch its own cache of desktop files unless it also adds something.
    """
    path = f"{folder}/mimeapps.list"
    added = dict.fromkeys(_ids(path, "Added Associations", mime), path)
    gone = _ids(path, "Removed Associations", mime)
    if has_applications:
        cache = f"{folder}/mimeinfo.cache"
        blocked = set(gone) if added else set()
        for item in _ids(cache, "MIME Cache", mime):
            if item not in blocked:
                added.setdefault(item, cache)
    return added, gone


def _ids(path: str, group: str, mime: str) -> list[str]:
    return [item for item in _groups(path).get(group, {}).get(mime, "").split(";") if item]


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
