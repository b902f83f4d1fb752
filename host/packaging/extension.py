"""The extension's archives: for the stores, and for an organisation that hosts it itself."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

from . import crx
from .archives import tree, zipped

# https://extensionworkshop.com/documentation/develop/extensions-and-the-add-on-id/
_ADDON_ID = re.compile(r"[A-Za-z0-9._-]*@[A-Za-z0-9._-]+|\{[0-9A-Fa-f-]{36}\}")


def chromium(folder: Path, private, update_url: str | None) -> dict[str, bytes]:
    """The store's zip (no key, no update address) and the signed CRX. ``folder``: dist/chromium."""
    own = {"key": base64.b64encode(crx.public(private)).decode(), **({"update_url": update_url} if update_url else {})}
    return {"chromium-store.zip": zipped(_with(folder, drop=("key",))), "chromium.crx": crx.pack(zipped(_with(folder, **own)), private)}


def firefox(folder: Path, update_url: str | None, own_id: str | None = None) -> dict[str, bytes]:
    """The XPI to be signed by Mozilla; with an address (https) also the one that asks there for updates.

    ``own_id``: the add-on's id of an organisation that has Mozilla sign it as its own. Raises ValueError.
    """
    gecko = {"id": own_id} if own_id else {}
    if own_id and not _ADDON_ID.fullmatch(own_id):
        raise ValueError(f"{own_id} is no add-on id; write NAME@DOMAIN")
    out = {"firefox-unsigned.xpi": zipped(_with(folder, gecko=gecko))}
    if update_url:
        if not update_url.startswith("https://"):
            raise ValueError("Firefox takes an https address for updates only")
        out["firefox-selfhosted-unsigned.xpi"] = zipped(_with(folder, gecko={**gecko, "update_url": update_url}))
    return out


def _with(folder: Path, drop: tuple[str, ...] = (), gecko: dict | None = None, **more: str) -> dict[str, bytes]:
    """The folder's files with a changed manifest."""
    files = tree(folder)
    manifest = {**json.loads(files["manifest.json"]), **more}
    for name in drop:
        manifest.pop(name, None)
    if gecko:
        manifest["browser_specific_settings"]["gecko"].update(gecko)
    return {**files, "manifest.json": (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()}
