"""The update manifests that an organisation's web server gives out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as xml

from ..updates import NAMESPACE
from .browser import CHROMIUM_ID, FIREFOX_ID
from .problem import Problem, error, of_schema, warning

_VERSION = r"\d+(\.\d+){0,3}"


def chromium(place: Path) -> Iterator[Problem]:
    """`updates.xml`."""
    top = xml.fromstring(place.read_bytes())
    if top.tag != f"{{{NAMESPACE}}}gupdate" or top.get("protocol") != "2.0":
        yield error("", f"not an update manifest; write <gupdate xmlns='{NAMESPACE}' protocol='2.0'>")
        return
    apps = list(top)
    if not apps:
        yield error("gupdate", "names no extension; add an app element")
    for app in apps:
        if app.tag != f"{{{NAMESPACE}}}app":
            yield error(app.tag.split("}")[-1], "is not known here; did you mean app?")
        elif not re.fullmatch(CHROMIUM_ID, app.get("appid", "")):
            yield error("app", f"appid {app.get('appid')!r} is not an extension id; write 32 letters from a to p")
        if not list(app):
            yield error("app", "says no version; add an updatecheck element")
        for row in app:
            yield from _check(row)


def _check(row: xml.Element) -> Iterator[Problem]:
    if row.tag != f"{{{NAMESPACE}}}updatecheck":
        yield error(row.tag.split("}")[-1], "is not known here; did you mean updatecheck?")
    if not re.fullmatch(_VERSION, row.get("version", "")):
        yield error("updatecheck", f"version {row.get('version')!r} is not one; write up to four numbers with dots")
    address = row.get("codebase", "")
    if not re.match(r"(https|file)://|http://127\.0\.0\.1", address):
        yield error("updatecheck", f"codebase {address!r} is not an https address; write where the CRX stands, with https://")
    elif not address.split("?")[0].endswith(".crx"):
        yield warning("updatecheck", f"codebase {address!r} does not end in .crx; is it the address of the CRX itself?")


def firefox(found: dict) -> Iterator[Problem]:
    """`updates.json`."""
    yield from of_schema("policy/shapes", found, "updates")
    for key, addon in found.get("addons", {}).items() if isinstance(found.get("addons"), dict) else ():
        if not re.fullmatch(FIREFOX_ID, key):
            yield error(f"addons.{key}", "not an add-on id; write NAME@DOMAIN or a UUID in braces")
        rows = addon.get("updates") if isinstance(addon, dict) else None
        for index, row in enumerate(rows if isinstance(rows, list) else []):
            link = row.get("update_link", "") if isinstance(row, dict) else ""
            if isinstance(link, str) and link and not link.startswith("https://"):
                yield error(f"addons.{key}.updates.{index}.update_link", f"{link!r}: Firefox takes https only; write https://")
