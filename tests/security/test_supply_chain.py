"""What comes from elsewhere: pinned with hashes, with a licence, and no more than is named."""

import importlib.metadata
import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.lock", "requirements-node.lock", "tests/fuzz/requirements.lock"]
SHIPPING = {"MIT", "BSD-3-Clause", "Apache-2.0", "0BSD", "ISC"}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_python_package_is_pinned_with_its_hash(lock):
    entries = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n", "", (ROOT / lock).read_text(), flags=re.M).strip())
    assert entries
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+==\S+", entry) and "--hash=sha256:" in entry, entry.splitlines()[0]


def test_every_javascript_package_is_pinned_with_its_hash():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    for name, package in packages.items():
        if name and not package.get("link"):
            assert package.get("integrity", "").startswith("sha512-") or package.get("inBundle"), name
    wanted = json.loads((ROOT / "package.json").read_text())
    assert all(re.fullmatch(r"[0-9.]+", version) for version in {**wanted["dependencies"], **wanted["devDependencies"]}.values())


def test_few_packages_ship_and_their_licences_allow_it():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    host = [re.match(r"[A-Za-z0-9._-]+", name)[0] for name in project["dependencies"]]
    extension = list(json.loads((ROOT / "package.json").read_text())["dependencies"])
    assert sorted(host) == ["jsonschema", "nativemessaging", "psutil"] and sorted(extension) == ["libphonenumber-js", "qrcode-generator"]
    for name in extension:
        assert json.loads((ROOT / "node_modules" / name / "package.json").read_text())["license"] in SHIPPING, name
    for name in ("jsonschema", "psutil", "referencing", "rpds-py", "attrs", "jsonschema-specifications"):
        metadata = importlib.metadata.metadata(name)
        licence = metadata.get("License-Expression") or metadata.get("License") or ""
        assert licence in SHIPPING, f"{name}: {licence}"
