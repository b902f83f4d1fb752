"""Linux: JSON files in the browsers' policy directories, and the host's own."""

from __future__ import annotations

import json

from . import documents
from .schemas import browsers
from .site import Site

FILE = "webex-click-to-call.json"
HOST_POLICY = "/etc/webex-click-to-call/policy.json"
MANAGED_STORAGE = "/usr/lib/mozilla/managed-storage"


def text(document: dict) -> str:
    """As the files hold it."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def browser_of(path: str) -> str:
    """Whose policy stands at an absolute path of ``files``: a browser's id, or ``host``."""
    folder = path.rpartition("/")[0]
    return next((name for name, row in browsers().items() if row["linux"]["policies"] == folder), "host")


def files(site: Site) -> dict[str, str]:
    """Absolute path on the machine to content."""
    out = {}
    for name in site.browsers:
        folder = browsers()[name]["linux"]["policies"]
        document = documents.of(name, site)
        out[f"{folder}/policies.json" if name == "firefox" else f"{folder}/{FILE}"] = text(
            {"policies": document} if name == "firefox" else document)
    if site.host:
        out[HOST_POLICY] = text(site.host)
    return out


def managed_storage(site: Site) -> dict:
    """Firefox's other way to the same settings: a managed storage manifest, which leaves other policies alone.

    Source: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Native_manifests#managed_storage_manifests
    """
    return {"name": site.firefox_id, "description": f"Settings of Click to Call for Webex by {site.organisation}",
            "type": "storage", "data": dict(site.settings)}
