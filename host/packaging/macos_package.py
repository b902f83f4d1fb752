"""The host frozen on macOS as a .pkg: the program, and a host manifest where each browser looks. No script runs."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAME = "webex-click-to-call"
PLACE = f"Library/Application Support/{NAME}"


def layout(frozen: Path, root: Path) -> None:
    """Everything as it will stand below / on a Mac."""
    identity = json.loads((ROOT / "manifests/identity.json").read_text())
    base = {**json.loads((ROOT / "manifests/host/manifest.json").read_text()), "name": identity["native_host"], "path": f"/{PLACE}/{NAME}"}
    shutil.copytree(frozen, root / PLACE, symlinks=True)
    for browser in json.loads((ROOT / "manifests/browsers.json").read_text())["browsers"]:
        family = browser["family"]
        ids = identity[family]["extension_ids"]
        origins = [f"chrome-extension://{item}/" for item in ids]
        allowed = {"allowed_extensions": ids} if family == "firefox" else {"allowed_origins": origins}
        file = root / browser["macos"]["system"].lstrip("/") / f"{identity['native_host']}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({**base, **allowed}, indent=2) + "\n")


def build(frozen: Path, version: str, out: Path) -> list[Path]:
    """Make the .pkg (on macOS: pkgbuild is the system's own)."""
    identifier = json.loads((ROOT / "manifests/identity.json").read_text())["native_host"]
    target = out / f"{NAME}-{version}.pkg"
    with tempfile.TemporaryDirectory() as folder:
        layout(frozen, Path(folder))
        done = subprocess.run(["pkgbuild", "--root", folder, "--identifier", identifier, "--version", version, "--install-location", "/",
                               target], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return [target]
