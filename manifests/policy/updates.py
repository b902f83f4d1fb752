"""Self-hosted updates: what Chromium (`updates.xml`) and Firefox (`updates.json`) ask for.

Sources: https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux,
https://extensionworkshop.com/documentation/manage/updating-your-extension/
"""

from __future__ import annotations

from xml.etree import ElementTree as xml

from .schemas import identity
from .site import Site

NAMESPACE = "http://www.google.com/update2/response"


def chromium(site: Site) -> str:
    """`updates.xml`: the version to be had and where it stands."""
    top = xml.Element("gupdate", {"xmlns": NAMESPACE, "protocol": "2.0"})
    app = xml.SubElement(top, "app", {"appid": site.chromium_id})
    xml.SubElement(app, "updatecheck", {"codebase": site.crx_url, "version": site.version})
    xml.indent(top)
    return "<?xml version='1.0' encoding='UTF-8'?>\n" + xml.tostring(top, encoding="unicode") + "\n"


def firefox(site: Site) -> dict:
    """`updates.json`."""
    gecko = {"strict_min_version": identity()["firefox"]["strict_min_version"]}
    return {"addons": {site.firefox_id: {"updates": [
        {"version": site.version, "update_link": site.xpi_url, "applications": {"gecko": gecko}}]}}}
