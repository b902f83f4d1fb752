"""What Windows and its tools read: .reg files, PowerShell scripts, administrative templates, Intune's rows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as xml

from .. import admx, intune, powershell, reg_files, registry
from ..schemas import browsers, near
from ..site import BROWSERS, Site
from . import compare
from .browser import CHROMIUM_ID, chosen, document
from .problem import REGISTRY, Problem, error, warning

_LAUNCH = "AutoLaunchProtocolsFromOrigins"


def reg(place: Path) -> Iterator[Problem]:
    """A .reg file, as the browser will read the registry after it."""
    raw = place.read_bytes()
    keys, (whole, single) = reg_files.parse(raw), reg_files.removed(raw)
    yield from _keys([*keys, *whole, *(key for key, _ in single)])
    yield from _documents(keys)
    if (wanted := place.with_name("set.reg")).exists() and place.name == "remove.reg":
        yield from _removal(reg_files.parse(wanted.read_bytes()), whole, single)
        if keys:
            yield error("", f"sets values below {next(iter(keys))}; a removal only takes away: write \"name\"=-")


def _keys(found: list[str]) -> Iterator[Problem]:
    roots = [registry.HOST_KEY, *(registry.key_of(browser) for browser in BROWSERS)]
    for key in dict.fromkeys(found):
        if not any((key.lower() + "\\").startswith(root.lower() + "\\") for root in roots):
            parts = key.split("\\")
            close = filter(None, (near("\\".join(parts[:count]), roots) for count in range(len(parts), 2, -1)))
            yield error(key, f"no browser reads this key; {next(close, '') or 'policies stand below ' + ', '.join(roots)}")


def _documents(keys: dict) -> Iterator[Problem]:
    for browser, found in registry.decode(keys).items():
        yield from (problem.inside(browser).noted_in(REGISTRY) for problem in document(browser, found))
        if browser != "host" and any(key.lower().startswith(rf"{registry.key_of(browser)}\{_LAUNCH}".lower()) for key in keys):
            yield error(f"{browser}.{_LAUNCH}", "stands as a key of its own; on Windows write one text value that holds the list as JSON")
    for name in keys.get(registry.HOST_KEY, {}):
        if name != "Policy":
            yield error(f"{registry.HOST_KEY}.{name}", "the host does not read this value; did you mean Policy?")


def _removal(wanted: dict, whole: set[str], single: set[tuple[str, str]]) -> Iterator[Problem]:
    """A removal takes away what the other file sets, all of it and nothing else."""
    set_values = {(key, name) for key, found in wanted.items() for name in found}
    for key, name in sorted(set_values - single):
        if not any((key + "\\").startswith(root + "\\") for root in whole):
            yield error(key, f"{name} is set, but not taken away here; make the pack again")
    for key, name in sorted(single - set_values):
        yield error(key, f"{name} is taken away, but nothing sets it; make the pack again")
    for root in sorted(whole):
        if not any((key + "\\").startswith(root + "\\") for key in wanted):
            yield error(root, "is deleted, but nothing sets values below it; make the pack again")
        elif root.count("\\") < registry.HOST_KEY.count("\\") or root in map(registry.key_of, BROWSERS):
            yield error(root, "belongs to everybody: deleting it takes away the policies of others; delete the extension's own key only")


def ps1(place: Path) -> Iterator[Problem]:
    """set.ps1, detect.ps1 or remove.ps1."""
    raw = place.read_bytes()
    syntax = powershell.wrong(raw)
    yield from (error(line, "not PowerShell; look for an open quote or bracket there") for line in syntax)
    if syntax:
        return
    text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    made = powershell.scripts(Site("", "", "", "", "", "", "", "")).get(place.name)
    if made is None:
        yield error("", f"no tool looks for {place.name}; the scripts are set.ps1, detect.ps1 and remove.ps1")
        return
    yield from compare.lines(powershell.work(text), powershell.work(made))
    rows = powershell.values(text)
    keys = registry.by_key(rows)
    other = place.with_name("set.ps1")
    wanted = registry.by_key(powershell.values(other.read_text("utf-8-sig"))) if other.exists() else None
    if place.name == "remove.ps1":
        yield from _keys([*keys, *powershell.keys(text)])
        if wanted is not None:
            yield from _removal(wanted, set(powershell.keys(text)), {(row.key, row.name) for row in rows})
        return
    yield from _keys(list(keys))
    yield from _documents(keys)
    if place.name == "detect.ps1" and wanted is not None:
        yield from compare.values(keys, wanted, "")


def definitions(place: Path) -> Iterator[Problem]:
    """An .admx: its policies are those of the settings, for one extension."""
    browser = _browser(place)
    if not browser:
        yield error("", f"a template of no browser that is known here; name it {admx.name_of('chrome')}.admx or alike")
        return
    identifiers = Counter(re.findall(rf"\\extensions\\({CHROMIUM_ID})\\policy", place.read_text("utf-8-sig")))
    if not identifiers:
        yield error("policies", "no key names an extension id; write …\\3rdparty\\extensions\\ID\\policy")
        return
    wanted = admx.admx(identifiers.most_common(1)[0][0], browser)
    yield from compare.elements(xml.fromstring(place.read_bytes()), xml.fromstring(wanted), "", words=False)
    if not any((folder / f"{place.stem}.adml").exists() for folder in (place.parent, *place.parent.iterdir()) if folder.is_dir()):
        yield error("", f"its words are missing; put {place.stem}.adml into en-US beside it")


def words(place: Path) -> Iterator[Problem]:
    """An .adml, in English or translated: a word for everything that the template names."""
    browser = _browser(place)
    if not browser:
        yield error("", f"the words of no template that is known here; name it {admx.name_of('chrome')}.adml or alike")
        return
    yield from compare.elements(xml.fromstring(place.read_bytes()), xml.fromstring(admx.adml(browser)), "", words=True)


def _browser(place: Path) -> str | None:
    return next((name for name in browsers() if admx.name_of(name) == place.stem), None)


def oma_uri(place: Path) -> Iterator[Problem]:
    """Intune's custom rows, as a CSV."""
    rows = list(csv.reader(io.StringIO(place.read_text("utf-8-sig"))))
    if not rows or rows[0] != intune.COLUMNS:
        yield error("line 1", f"the columns are not right; write {','.join(intune.COLUMNS)}")
        return
    seen: dict[str, int] = {}
    ingested = set()
    values: dict[str, dict] = {}
    for number, row in enumerate(rows[1:], 2):
        where = f"line {number}"
        if len(row) != len(intune.COLUMNS):
            yield error(where, f"has {len(row)} columns; write {len(intune.COLUMNS)}, and a text with a comma in quotes")
            continue
        name, place_, kind, text = row
        if place_ in seen:
            yield error(where, f"{place_} is in line {seen[place_]} already; keep one of the two")
        seen[place_] = number
        made = next((browser for browser in intune.browsers(BROWSERS) if intune.definitions(browser)[1] == place_), None)
        if made:
            ingested.add(made)
            yield from compare.values(row, intune.definitions(made), where)
        elif place_ not in intune.places():
            if r"\Edge" in place_ or "ClickToCallEdge" in place_:
                yield error(where, "Intune may not ingest policies of Edge; use the PowerShell scripts for it")
            else:
                wanted = [*intune.places(), *(intune.definitions(browser)[1] for browser in intune.browsers(BROWSERS))]
                yield error(where, f"{place_} is no OMA-URI of ours; {near(place_, wanted) or 'take it away'}")
        else:
            browser, setting = intune.places()[place_]
            if name != f"{browser}: {setting}":
                yield warning(where, f"is called {name!r}; write '{browser}: {setting}'")
            if kind != "String":
                yield error(where, f"the data type is {kind!r}; write String")
            try:
                values.setdefault(browser, {})[setting] = intune.decoded(browser, setting, text)
            except ValueError as found:
                yield error(f"{where}.{setting}", str(found))
    for browser, found in values.items():
        if browser == "firefox":
            yield from (problem.inside(browser) for problem in document(browser, found))
            continue
        yield from chosen(found, browser)
        if browser not in ingested:
            yield error(browser, "its policies are set but never ingested; add the row "
                        f"'{browser}: definitions' with {intune.definitions(browser)[1]}")
