"""Intune: rows of custom OMA-URI settings, which ingest the ADMX and set its policies; and back.

Source: https://learn.microsoft.com/windows/client-management/win32-and-centennial-app-policy-configuration
"""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree as xml

from . import admx, documents, registry
from .schemas import settings
from .site import BROWSERS, Site

COLUMNS = ["Name", "OMA-URI", "Data type", "Value"]
# Ingested policies may not write below these keys, by the page above.
_FORBIDDEN = (r"SOFTWARE\Policies\Microsoft",)
_MSFT = "./Device/Vendor/MSFT/Policy"
# By Mozilla's own ADMX: https://mozilla.github.io/policy-templates/
_FIREFOX = {"ExtensionSettings": "Firefox~Policy~firefox~Extensions/ExtensionSettings", "3rdparty": "Firefox~Policy~firefox/A_3rdparty"}
# Of a list, name and value alternate, separated by this character.
_SEPARATOR = "\uf000"


def browsers(names: tuple[str, ...] | list[str]) -> list[str]:
    """Those of the Chromium family whose policies Intune may ingest; Edge has the PowerShell scripts."""
    return [name for name in names if name != "firefox" and not registry.key_of(name).startswith(_FORBIDDEN)]


def definitions(browser: str) -> list[str]:
    """The row that ingests a browser's ADMX."""
    place = f"{_MSFT}/ConfigOperations/ADMXInstall/{_app(browser)}/Policy/{admx.name_of(browser)}"
    return [f"{browser}: definitions", place, "String (XML)", f"the content of {admx.name_of(browser)}.admx"]


def place_of(browser: str, name: str) -> str:
    """The OMA-URI of a setting, or of one of Firefox's policies."""
    if browser == "firefox":
        return f"{_MSFT}/Config/{_FIREFOX[name]}"
    return f"{_MSFT}/Config/{_app(browser)}~Policy~{admx.prefix_of(browser)}/{name}"


def _app(browser: str) -> str:
    return f"ClickToCall{browser.capitalize()}"


def table(site: Site) -> str:
    """The CSV of all rows."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for browser in browsers(site.browsers):
        rows.writerow(definitions(browser))
        for name, value in site.settings.items():
            rows.writerow([f"{browser}: {name}", place_of(browser, name), "String", _encoded(name, value)])
    if "firefox" in site.browsers:
        document = documents.firefox(site)
        for policy in _FIREFOX:
            if policy in document:
                text = json.dumps(document[policy], ensure_ascii=False)
                rows.writerow([f"firefox: {policy}", place_of("firefox", policy), "String", _enabled("JSON", text)])
    return out.getvalue()


def _encoded(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "<enabled/>" if value else "<disabled/>"
    if isinstance(value, list):
        return _enabled(name, _SEPARATOR.join(part for index, item in enumerate(value, 1) for part in (str(index), str(item))))
    return _enabled(name, json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value))


def _enabled(identifier: str, text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace(_SEPARATOR, "&#xF000;")
    return f'<enabled/><data id="{identifier}" value="{escaped}"/>'


def places() -> dict[str, tuple[str, str]]:
    """Every OMA-URI of a value to its browser and its name."""
    known = {place_of(browser, name): (browser, name) for browser in browsers(BROWSERS) for name in settings()}
    return known | {place_of("firefox", name): ("firefox", name) for name in _FIREFOX}


def decoded(browser: str, name: str, text: str) -> object:
    """The value that a row sets, as the browser will have it. Raises ValueError for a form that Windows does not take."""
    try:
        parts = list(xml.fromstring(f"<row>{text}</row>"))
    except xml.ParseError as found:
        raise ValueError(f"not XML ({found}); write <enabled/><data id=… value=…/>") from None
    kind = "json" if browser == "firefox" else settings()[name]["type"]
    if kind == "boolean":
        if len(parts) != 1 or parts[0].tag not in ("enabled", "disabled"):
            raise ValueError("write <enabled/> or <disabled/> alone")
        return parts[0].tag == "enabled"
    wanted = "JSON" if browser == "firefox" else name
    if [part.tag for part in parts] != ["enabled", "data"] or set(parts[1].attrib) != {"id", "value"}:
        raise ValueError(f'write <enabled/><data id="{wanted}" value="…"/>')
    if parts[1].get("id") != wanted:
        raise ValueError(f"the data's id is {parts[1].get('id')!r}; write {wanted!r}")
    value = parts[1].get("value", "")
    if kind == "array":
        items = value.split(_SEPARATOR)
        if len(items) % 2 or items[::2] != [str(index) for index in range(1, len(items) // 2 + 1)]:
            raise ValueError("not a list; write 1&#xF000;first&#xF000;2&#xF000;second")
        return items[1::2]
    if kind == "integer":
        return int(value) if re.fullmatch(r"-?\d+", value) else value
    return json.loads(value) if kind in ("json", "object") else value
