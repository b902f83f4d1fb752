"""A CycloneDX bill of materials of what users get: the host's packages, what is frozen with them, the extension's packages."""

from __future__ import annotations

import hashlib
import json
import platform
import re
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Libraries of the system that PyInstaller takes along, on Linux, Windows and macOS.
_SYSTEMS = ("lib*.so*", "*.dll", "*.dylib")


def closure(names: list[str]) -> dict[str, str]:
    """Package to version: these and what they need on this machine."""
    found: dict[str, str] = {}
    todo = list(names)
    while todo:
        name = re.split(r"[^A-Za-z0-9._-]", todo.pop())[0].lower().replace("_", "-")
        if name in found:
            continue
        found[name] = metadata.version(name)
        todo += [need for need in metadata.requires(name) or [] if "extra ==" not in need and not _elsewhere(need)]
    return dict(sorted(found.items()))


def _elsewhere(requirement: str) -> bool:
    from packaging.requirements import Requirement

    marker = Requirement(requirement).marker
    return marker is not None and not marker.evaluate()


def _licence(name: str) -> str:
    """The SPDX expression that a package states, or the one of its classifier."""
    about = metadata.metadata(name)
    known = {"MIT License": "MIT", "BSD License": "BSD-3-Clause", "Apache Software License": "Apache-2.0",
             "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "Python Software Foundation License": "PSF-2.0"}
    stated = [row.rpartition(" :: ")[2] for row in about.get_all("Classifier", []) if row.startswith("License ::")]
    return about.get("License-Expression") or next((known[row] for row in stated if row in known), None) or about["License"]


def _frozen(folder: Path) -> list[dict]:
    """What a frozen host holds besides Python packages: Python, the program that starts it, numbers, the system's libraries."""
    named = (("platform", "generic/cpython", platform.python_version(), "Python-2.0.1"),
             ("library", "pypi/pyinstaller", metadata.version("pyinstaller"), "GPL-2.0-or-later WITH Bootloader-exception"),
             ("data", "generic/libphonenumber", metadata.version("phonenumbers"), "Apache-2.0"))
    parts = [{"type": kind, "bom-ref": f"pkg:{name}@{version}", "purl": f"pkg:{name}@{version}", "name": name.split("/")[1],
              "version": version, "licenses": [{"expression": licence}]} for kind, name, version, licence in named]
    libraries = {path.name: path for pattern in _SYSTEMS for path in folder.rglob(pattern) if not path.is_symlink()}
    return parts + [{"type": "file", "bom-ref": name, "name": name,
                     "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(libraries[name].read_bytes()).hexdigest()}]}
                    for name in sorted(libraries)]


def build(frozen: Path) -> bytes:
    """The bill as JSON; the same bytes for the same lock files and frozen host (``dist/host/webex-click-to-call``)."""
    package = json.loads((ROOT / "package.json").read_text())
    host = metadata.requires("webex-click-to-call") or []
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "requirements.txt"
        wanted.write_text("".join(f"{name}=={version}\n" for name, version in closure(host).items()))
        program = Path(sys.executable).with_name("cyclonedx-py")
        done = subprocess.run([program, "requirements", "--output-reproducible", "--of", "JSON", wanted], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    bill = json.loads(done.stdout)
    bill["metadata"]["component"] = {
        "type": "application",
        "bom-ref": "webex-click-to-call",
        "name": package["name"],
        "version": package["version"],
        "licenses": [{"license": {"id": package["license"]}}],
    }
    for part in bill["components"]:
        part["licenses"] = [{"expression": _licence(part["name"])}]
    bill["components"] += _frozen(frozen)
    lock = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    for name in sorted(package["dependencies"]):
        row = lock[f"node_modules/{name}"]
        url = f"pkg:npm/{name}@{row['version']}"
        licence = {"licenses": [{"license": {"id": row["license"]}}]} if "license" in row else {}
        bill["components"].append({"type": "library", "bom-ref": url, "purl": url, "name": name, "version": row["version"], **licence})
    return (json.dumps(bill, indent=1, sort_keys=True) + "\n").encode()
