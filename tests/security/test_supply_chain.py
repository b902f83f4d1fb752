"""What comes from elsewhere: pinned with hashes, with a licence, and no more than is named."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from host.packaging import licences

ROOT = Path(__file__).resolve().parents[2]
TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
LOCKS = [name for name in TRACKED if name.endswith(".lock")]
NPM_LOCKS = [name for name in TRACKED if name.endswith("package-lock.json")]
SHIPPING = {"CC-BY-4.0", "MIT", "BSD-3-Clause", "Apache-2.0", "0BSD", "ISC", "MPL-2.0", "PSF-2.0"}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_python_package_is_pinned_with_its_hash(lock):
    entries = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n", "", (ROOT / lock).read_text(), flags=re.M).strip())
    assert entries
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+==\S+", entry) and "--hash=sha256:" in entry, entry.splitlines()[0]


@pytest.mark.parametrize("lock", NPM_LOCKS)
def test_every_javascript_package_is_pinned_with_its_hash(lock):
    packages = json.loads((ROOT / lock).read_text())["packages"]
    for name, package in packages.items():
        if name and not package.get("link"):
            assert package.get("integrity", "").startswith(("sha512-", "sha1-")) or package.get("inBundle"), name


def test_what_is_wanted_of_javascript_is_exact():
    wanted = json.loads((ROOT / "package.json").read_text())
    assert all(re.fullmatch(r"[0-9.]+", version) for version in {**wanted["dependencies"], **wanted["devDependencies"]}.values())


def test_few_packages_ship_and_their_licences_allow_it():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    host = [re.match(r"[A-Za-z0-9._-]+", name)[0] for name in project["dependencies"]]
    extension = list(json.loads((ROOT / "package.json").read_text())["dependencies"])
    assert sorted(host) == ["jsonschema", "nativemessaging", "psutil"] and sorted(extension) == ["libphonenumber-js", "qrcode-generator"]


def test_what_ships_is_listed_with_its_licence_and_notice():
    """The list goes into every package; what set-up installed says whether it is still true."""
    listed = (ROOT / "docs/THIRD-PARTY.txt").read_text()
    every = {**licences.entries(), **licences.javascript()}
    for name, (version, licence, _, _) in every.items():
        assert licence in SHIPPING, f"{name}: {licence}"
        assert f"{name} {version}: {licence}\n" in listed, f"{name} {version}: run python -m host.packaging.licences"
    assert len(re.findall("^─+$", listed, re.M)) in (len(every), len(every) + 1)  # typing-extensions, before Python 3.13
    for browser in ("chromium", "firefox"):
        assert (ROOT / "dist" / browser / "THIRD-PARTY.txt").read_text() == listed


def test_the_workflow_asks_who_knows_of_weaknesses():
    """pip-audit and npm audit need a service on the network: the workflow has one; offline there are the pins and this."""
    workflow = (ROOT / ".github/workflows/ci.yml").read_text()
    assert "gh-action-pip-audit@" in workflow and "require-hashes: true" in workflow
    assert set(re.search(r"inputs: (.*)", workflow)[1].split()) == set(LOCKS)
    assert set(re.findall(r"npm audit --package-lock-only --prefix (\S+)", workflow)) == {
        str(Path(lock).parent) for lock in NPM_LOCKS if "torture" not in lock}
