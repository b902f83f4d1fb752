"""What only shows when the files of a pack are read together: strange names, parts that do not agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from .. import ansible, linux, powershell, profiles, reg_files
from ..pack import pack
from ..schemas import near
from ..site import Site
from . import compare
from .json_files import strict
from .problem import Problem, error, warning

_SITE = Site("", "", "", "", "", "", "", "", host={"schemes": ["webextel"]})
_RELEASES = (".crx", ".xpi", ".zip", ".deb", ".rpm", ".gz", ".msi", ".pkg")
_STORAGE = "firefox/managed-storage/"


@cache
def _names() -> frozenset[str]:
    """Every path that a pack can have, but for the one that holds an add-on's id."""
    return frozenset(name for name in pack(_SITE) if not name.startswith(_STORAGE))


def is_pack(place: Path) -> bool:
    """Whether a folder is a policy pack: some of its folders are there."""
    return sum((place / name).is_dir() for name in {name.split("/")[0] for name in _names() if "/" in name}) > 1


def agree(place: Path) -> Iterator[tuple[Path, Problem]]:
    """Problems of a pack as a whole."""
    files = sorted(item for item in place.rglob("*") if item.is_file())
    for file in files:
        name = file.relative_to(place).as_posix()
        if name not in _names() and not name.startswith(_STORAGE) and file.suffix not in _RELEASES:
            yield file, error("", f"nothing reads a file of this name; {near(name, _names()) or 'take it away'}")
    yield from _ids(files)
    stated: dict[str, list[tuple[Path, object]]] = {}
    for file, browser, found in _stated(place):
        stated.setdefault(browser, []).append((file, found))
    for browser, rows in stated.items():
        usual, wanted = max(rows, key=lambda row: sum(row[1] == other for _, other in rows))
        for file, found in rows:
            for problem in compare.values(found, wanted, browser):
                yield file, warning(problem.where, f"{problem.says}, as {usual.relative_to(place)} has it; or make the pack again")


def _ids(files: list[Path]) -> Iterator[tuple[Path, Problem]]:
    """Every file names the same extension; only the host's policy may name more."""
    named: dict[Path, set[str]] = {}
    for file in files:
        if file.suffix in (".json", ".reg", ".mobileconfig", ".admx", ".ps1", ".csv", ".xml"):
            raw = file.read_bytes()
            text = raw.decode("utf-16" if raw[:2] == b"\xff\xfe" else "utf-8", "replace")
            text = re.sub(r'extensionIds\\?"[^\]]*\]|<key>extensionIds</key>\s*<array>.*?</array>', "", text, flags=re.S)
            named[file] = set(re.findall(r"(?<![A-Za-z0-9])[a-p]{32}(?![A-Za-z0-9])", text))
    ids = Counter(identifier for found in named.values() for identifier in found)
    for file, found in named.items():
        for other in sorted(found - {ids.most_common(1)[0][0]}):
            yield file, error(other, f"another extension id than in the rest of the pack; write {ids.most_common(1)[0][0]}")


def _stated(place: Path) -> Iterator[tuple[Path, str, object]]:
    """What each file of each format states for a browser; what cannot be read is said of the file itself."""
    for path in linux.files(_SITE):
        browser = linux.browser_of(path)
        own = {"firefox": "firefox/policies.json", "host": "host/policy.json"}.get(browser)
        for name in (f"linux{path}", f"ansible/roles/{ansible.ROLE}/files/{ansible.source(path)}", own):
            if name:
                yield from _decoded(place / name, lambda raw, browser=browser: {browser: _document(browser, strict(raw))})
    yield from _decoded(place / "windows/set.reg", reg_files.decode)
    yield from _decoded(place / "powershell/set.ps1", powershell.decode)
    yield from _decoded(place / "macos/webex-click-to-call.mobileconfig", profiles.decode)


def _document(browser: str, found: object) -> object:
    return found["policies"] if browser == "firefox" else found


def _decoded(file: Path, decode: Callable[[bytes], dict[str, object]]) -> Iterator[tuple[Path, str, object]]:
    try:
        found = decode(file.read_bytes())
    except (OSError, ValueError, KeyError, TypeError):
        return
    yield from ((file, browser, document) for browser, document in found.items())
