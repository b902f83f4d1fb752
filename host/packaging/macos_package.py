"""The host frozen on macOS as a .pkg: the program, and a host manifest where each browser looks. No script runs."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from webex_click_to_call.install import manifest
from webex_click_to_call.install.browsers import all_browsers

NAME = "webex-click-to-call"
PLACE = f"Library/Application Support/{NAME}"


def layout(frozen: Path, root: Path, extension_ids: tuple[str, ...] = ()) -> None:
    """Everything as it will stand below / on a Mac. ``extension_ids``: allowed beside the published ones."""
    shutil.copytree(frozen, root / PLACE, symlinks=True)
    for browser in all_browsers("macos"):
        file = root / browser.places["system"].lstrip("/") / f"{manifest.host_name()}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(manifest.render(browser.family, f"/{PLACE}/{NAME}", extension_ids), indent=2) + "\n")


def build(frozen: Path, version: str, out: Path, extension_ids: tuple[str, ...] = ()) -> list[Path]:
    """Make the .pkg (on macOS: pkgbuild is the system's own)."""
    target = out / f"{NAME}-{version}.pkg"
    with tempfile.TemporaryDirectory() as folder:
        layout(frozen, Path(folder), extension_ids)
        names = ["--identifier", manifest.host_name(), "--version", version, "--install-location", "/"]
        done = subprocess.run(["pkgbuild", "--root", folder, *names, target], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return [target]
