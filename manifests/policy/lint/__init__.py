"""Read any file of a policy pack back, as the tool or browser that it is for reads it, and say what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as xml

from ..site import SiteError, read
from . import ansible, json_files, macos, together, updates, windows
from .browser import chosen
from .problem import Problem, error

__all__ = ["Problem", "file", "path"]


def path(place: Path) -> Iterator[tuple[Path, Problem]]:
    """Problems of a file, or of every file below a folder that is of a kind known here; of a whole pack also whether its parts agree."""
    if not place.is_dir():
        yield from ((place, problem) for problem in file(place))
        return
    files = sorted(item for item in place.rglob("*") if item.is_file())
    for inner in files:
        if inner.suffix.lower() in READERS:
            yield from ((inner, problem) for problem in file(inner))
    for folder in sorted({inner.parent for inner in files if inner.parent.name == "managed"}):
        yield from json_files.clashes(folder)
    if together.is_pack(place):
        yield from together.agree(place)


def file(place: Path) -> Iterator[Problem]:
    """Problems of one file."""
    reader = READERS.get(place.suffix.lower())
    if reader is None:
        yield error("", f"a {place.suffix or 'file without an ending'} is not known here; known are {', '.join(READERS)}")
        return
    try:
        yield from reader(place)
    except xml.ParseError as found:
        yield error(f"line {found.position[0]}", f"not XML: {found.msg.split(':')[0]}; look for an open element or quote there")
    except (ValueError, OSError) as found:
        yield error("", str(found))


def _toml(place: Path) -> Iterator[Problem]:
    try:
        found = read(place, "0.0.0")
    except SiteError as wrong:
        yield from (error(where, says) for where, says in wrong.problems)
        return
    yield from chosen(found.settings, "settings")


READERS: dict[str, Callable[[Path], Iterator[Problem]]] = {
    ".json": json_files.read, ".reg": windows.reg, ".mobileconfig": macos.profile, ".admx": windows.definitions, ".adml": windows.words,
    ".ps1": windows.ps1, ".csv": windows.oma_uri, ".yml": ansible.playbook, ".xml": updates.chromium, ".toml": _toml,
}
