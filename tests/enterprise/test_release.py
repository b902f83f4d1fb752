"""What is released: archives, signature, checksums, bill of materials; the same bytes each time."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import shutil
import struct
import subprocess
import sys
import zipfile

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from host.packaging import archives, crx, extension, linux_packages, macos_package, package, sbom, windows_packages
from tests.lab.world import IDENTITY, ROOT

NODE = os.environ.get("CTC_NODE") or shutil.which("node")


def test_everything_repeats_bit_for_bit(frozen_host, tmp_path):
    """Two builds from two folders: extension, frozen host, and every file of the release; the checksums hold."""
    sums = []
    for name in ("one", "two"):
        root = tmp_path / name
        for folder in ("host", "manifests", "extension", "docs"):
            shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__", "screenshots"))
        for file in ("package.json", "package-lock.json", "LICENSE"):
            shutil.copy(ROOT / file, root)
        (root / "node_modules").symlink_to(ROOT / "node_modules")
        if name == "one":  # the host of this run is one build; the other is made here
            shutil.copytree(frozen_host.parent, root / "dist/host" / frozen_host.parent.name, symlinks=True)
        else:
            _build(root, sys.executable, "host/packaging/freeze.py")
        _build(root, NODE, "extension/build.mjs")
        key = ROOT / ".venv/development-key.pem"
        crx.development_key(key)
        _build(root, sys.executable, "-m", "host.packaging.package", "--key", key, "--firefox-update-url", "https://a.example/u.json")
        _build(root / "dist/release", "sha256sum", "--check", "--strict", "SHA256SUMS")
        sums.append((root / "dist/release/SHA256SUMS").read_text())
    kinds = ("store.zip", "chromium.crx", "firefox-unsigned.xpi", "selfhosted-unsigned.xpi", ".deb", ".rpm", ".tar.gz", "sbom.cdx.json")
    assert all(kind in sums[0] for kind in kinds)
    assert sums[0] == sums[1]


def _build(root, *words) -> None:
    done = subprocess.run(words, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_crx_is_signed_and_its_id_follows_from_the_key(tmp_path):
    private = crx.development_key(tmp_path / "key.pem")
    made = extension.chromium(ROOT / "dist/chromium", private, "https://a.example/updates.xml")["chromium.crx"]
    assert made == extension.chromium(ROOT / "dist/chromium", crx.key(tmp_path / "key.pem"), "https://a.example/updates.xml")["chromium.crx"]
    magic, version, length = made[:4], *struct.unpack("<II", made[4:12])
    assert (magic, version) == (b"Cr24", 3)
    header, archive = made[12:12 + length], made[12 + length:]
    der = crx.public(private)
    assert der in header
    signed = b"\x0a\x10" + hashlib.sha256(der).digest()[:16]
    signature = header[header.index(der) + len(der) + 3:][:256]
    serialization.load_der_public_key(der).verify(
        signature, b"CRX3 SignedData\x00" + struct.pack("<I", len(signed)) + signed + archive, padding.PKCS1v15(), hashes.SHA256())
    assert (tmp_path / "key.pem").stat().st_mode & 0o77 == 0


def test_the_published_id_follows_from_the_published_key():
    digest = hashlib.sha256(base64.b64decode(IDENTITY["chromium"]["public_key"])).hexdigest()[:32]
    assert "".join(chr(97 + int(digit, 16)) for digit in digest) == IDENTITY["chromium"]["extension_ids"][0]


def test_extension_archives_differ_only_in_what_they_are_for(tmp_path):
    found = {**extension.chromium(ROOT / "dist/chromium", crx.development_key(tmp_path / "k"), None),
             **extension.firefox(ROOT / "dist/firefox", "https://a.example/updates.json")}
    assert set(found) == {"chromium-store.zip", "chromium.crx", "firefox-unsigned.xpi", "firefox-selfhosted-unsigned.xpi"}
    assert b"update_url" not in _manifest(found["firefox-unsigned.xpi"])
    assert b"https://a.example/updates.json" in _manifest(found["firefox-selfhosted-unsigned.xpi"])
    assert b'"key"' not in _manifest(found["chromium-store.zip"])
    own = extension.firefox(ROOT / "dist/firefox", None, "calls@a.example")["firefox-unsigned.xpi"]
    assert b'"id": "calls@a.example"' in _manifest(own) and b"calls@a.example" not in _manifest(found["firefox-unsigned.xpi"])
    for address, identifier, says in (("http://a.example/updates.json", None, "https"), (None, "calls", "NAME@DOMAIN")):
        with pytest.raises(ValueError, match=says):
            extension.firefox(ROOT / "dist/firefox", address, identifier)


@pytest.mark.parametrize("content", [None, b"", b"not a key", "password", "elliptic"])
def test_a_key_that_cannot_sign_is_told_with_how_to_make_one(tmp_path, content):
    key = tmp_path / "key.pem"
    if isinstance(content, bytes):
        key.write_bytes(content)
    elif content:
        made = ec.generate_private_key(ec.SECP256R1()) if content == "elliptic" else rsa.generate_private_key(65537, 2048)
        locked = serialization.BestAvailableEncryption(b"x") if content == "password" else serialization.NoEncryption()
        key.write_bytes(made.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked))
    with pytest.raises(ValueError, match="openssl genpkey"):
        crx.key(key)


def test_packages_without_scripts_allow_an_organisations_own_extension(tmp_path):
    own = ("a" * 32, "calls@a.example")
    made = windows_packages.manifests(own)
    assert f"chrome-extension://{own[0]}/" in json.loads(made["chromium.json"])["allowed_origins"]
    assert own[1] in json.loads(made["firefox.json"])["allowed_extensions"]
    (tmp_path / "frozen").mkdir()
    macos_package.layout(tmp_path / "frozen", tmp_path / "root", own)
    texts = [file.read_text() for file in (tmp_path / "root").rglob("*.json")]
    assert texts and all(own[0] in text or own[1] in text for text in texts)


def _manifest(archive: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as found:
        return found.read("manifest.json")


def test_zip_does_not_depend_on_times_or_order(tmp_path):
    for order in (("b", "a"), ("a", "b")):
        for name in order:
            (tmp_path / order[0]).mkdir(exist_ok=True)
            (tmp_path / order[0] / name).write_text(name)
    assert archives.zipped(archives.tree(tmp_path / "a")) == archives.zipped(archives.tree(tmp_path / "b"))


def test_bill_of_materials_names_what_users_get(frozen_host):
    bill = json.loads(sbom.build(frozen_host.parent))
    assert JsonStrictValidator(SchemaVersion.from_version(bill["specVersion"])).validate_str(json.dumps(bill)) is None
    names = {part["name"] for part in bill["components"]}
    assert {path.name for path in frozen_host.parent.rglob("lib*.so*")} <= names
    assert {"cpython", "pyinstaller", "libphonenumber", "jsonschema", "nativemessaging", "psutil",
            "libphonenumber-js", "qrcode-generator"} <= names
    assert not names & {"pytest", "playwright", "esbuild", "ansible-core"}
    files = [part for part in bill["components"] if part["type"] == "file"]
    assert files and all(part["hashes"] for part in files)
    assert all(part["version"] and part["licenses"] for part in bill["components"] if part not in files)


def test_what_another_system_must_build_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(linux_packages, "build", lambda *_: [])
    assert "Windows" in package.host_packages(tmp_path, "1.0.0", tmp_path, ())[0]
