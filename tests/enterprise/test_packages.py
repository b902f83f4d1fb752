"""Packages really installed, upgraded, refused as a downgrade and removed, on a copy of this machine."""

from __future__ import annotations

import base64
import hashlib
import json
import struct
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from host.packaging import archives, crx, extension, linux_packages, package, sbom
from tests.enterprise.machine import machine
from tests.enterprise.talking import Talking
from tests.lab.world import IDENTITY, ROOT

HOST = IDENTITY["native_host"]
PLACES = [f"/etc/opt/chrome/native-messaging-hosts/{HOST}.json", f"/etc/chromium/native-messaging-hosts/{HOST}.json",
          f"/etc/opt/edge/native-messaging-hosts/{HOST}.json", f"/usr/lib/mozilla/native-messaging-hosts/{HOST}.json"]
QUIET = {
    "deb": {"install": ["dpkg", "--install"], "upgrade": ["dpkg", "--install"], "remove": ["dpkg", "--purge", "webex-click-to-call"]},
    "rpm": {"install": ["rpm", "--force-debian", "--nodeps", "--install"], "upgrade": ["rpm", "--force-debian", "--nodeps", "--upgrade"],
            "remove": ["rpm", "--force-debian", "--nodeps", "--erase", "webex-click-to-call"]},
}


@pytest.fixture(scope="module")
def built(frozen_host, tmp_path_factory) -> dict[str, dict[str, Path]]:
    """Version to kind to package, of two versions."""
    out = {}
    for version in ("1.0.0", "1.1.0"):
        folder = tmp_path_factory.mktemp(version)
        deb, rpm, tar = linux_packages.build(frozen_host.parent, version, folder)
        out[version] = {"deb": deb, "rpm": rpm, "tar": tar}
    return out


@pytest.fixture
def computer(tmp_path):
    with machine(tmp_path / "machine") as one:
        yield one


@pytest.mark.parametrize("kind", ["deb", "rpm"])
def test_install_upgrade_refuse_remove(kind, built, computer):
    words = QUIET[kind]
    old, new = (built[version][kind] for version in ("1.0.0", "1.1.0"))

    done = computer.run(*words["install"], old)
    assert done.returncode == 0, done.stdout + done.stderr
    for place in PLACES:
        manifest = json.loads((computer.root / place[1:]).read_text())
        assert manifest["name"] == HOST
        assert (computer.root / manifest["path"][1:]).exists()
    assert computer.run("webex-click-to-call", "--version").stdout.startswith("webex-click-to-call ")
    assert computer.changes()[PLACES[0]] == "new"

    running = Talking(computer)
    assert running.ask("echo")["ok"]
    done = computer.run(*words["upgrade"], new)
    assert done.returncode == 0, done.stdout + done.stderr
    reply = running.ask("status")  # goes on, or has ended: never a broken answer
    assert reply is None or reply["ok"], reply
    running.end()
    again = Talking(computer)
    assert again.ask("status")["ok"]
    again.end()

    done = computer.run(*words["upgrade"], old)
    assert done.returncode != 0, "a downgrade was let through"
    assert all((computer.root / place[1:]).exists() for place in PLACES)
    assert computer.run("webex-click-to-call", "--version").returncode == 0

    done = computer.run(*words["remove"])
    assert done.returncode == 0, done.stdout + done.stderr
    assert computer.changes() == {}


def test_the_archive_installs_and_removes(built, computer, tmp_path):
    archive = built["1.0.0"]["tar"]
    assert computer.run("tar", "-xzf", archive, "-C", tmp_path).returncode == 0
    done = computer.run(tmp_path / "webex-click-to-call-1.0.0/install.sh")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert all((computer.root / place[1:]).exists() for place in PLACES)
    talking = Talking(computer)
    assert talking.ask("echo")["ok"]
    talking.end()
    assert computer.run(tmp_path / "webex-click-to-call-1.0.0/install.sh").returncode == 0  # again: an upgrade
    done = computer.run(tmp_path / "webex-click-to-call-1.0.0/install.sh", "--remove")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert computer.changes() == {}


def test_a_manifest_that_was_there_before_comes_back(built, computer):
    place = computer.root / PLACES[0][1:]
    place.parent.mkdir(parents=True)
    place.write_text("theirs")
    deb = built["1.0.0"]["deb"]
    assert computer.run("dpkg", "--install", deb).returncode == 0
    assert json.loads(place.read_text())["name"] == HOST
    assert computer.run("dpkg", "--purge", "webex-click-to-call").returncode == 0
    assert place.read_text() == "theirs"


def test_packages_repeat_bit_for_bit(frozen_host, built, tmp_path):
    for again in linux_packages.build(frozen_host.parent, "1.0.0", tmp_path):
        first = next(path for path in built["1.0.0"].values() if path.name == again.name)
        assert first.read_bytes() == again.read_bytes(), again.name


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
    with pytest.raises(ValueError, match="https"):
        extension.firefox(ROOT / "dist/firefox", "http://a.example/updates.json")


def _manifest(archive: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(archive)) as found:
        return found.read("manifest.json")


def test_zip_does_not_depend_on_times_or_order(tmp_path):
    for order in (("b", "a"), ("a", "b")):
        for name in order:
            (tmp_path / order[0]).mkdir(exist_ok=True)
            (tmp_path / order[0] / name).write_text(name)
    assert archives.zipped(archives.tree(tmp_path / "a")) == archives.zipped(archives.tree(tmp_path / "b"))


def test_bill_of_materials_names_what_users_get():
    bill = json.loads(sbom.build())
    names = {part["name"] for part in bill["components"]}
    assert {"jsonschema", "nativemessaging", "psutil", "libphonenumber-js", "qrcode-generator"} <= names
    assert not names & {"pytest", "playwright", "esbuild", "ansible-core"}
    assert all("version" in part for part in bill["components"])


def test_what_another_system_must_build_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(linux_packages, "build", lambda *_: [])
    assert "Windows" in package.host_packages(tmp_path, "1.0.0", tmp_path)[0]
