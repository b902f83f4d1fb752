"""Packages really installed, upgraded, refused as a downgrade and removed, on a copy of this machine."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from host.packaging import linux_packages
from tests.enterprise.machine import Machine, machine
from tests.enterprise.talking import Talking
from tests.lab.browsers import Chromium, until
from tests.lab.world import IDENTITY, World

HOST = IDENTITY["native_host"]
PLACES = [f"/etc/opt/chrome/native-messaging-hosts/{HOST}.json", f"/etc/chromium/native-messaging-hosts/{HOST}.json",
          f"/etc/opt/edge/native-messaging-hosts/{HOST}.json", f"/usr/lib/mozilla/native-messaging-hosts/{HOST}.json"]
RPM = ["rpm", "--force-debian", "--nodeps"]
INSTALL = {"deb": ["dpkg", "--install"], "rpm": [*RPM, "--install"], "tar": []}
UPGRADE = {**INSTALL, "rpm": [*RPM, "--upgrade"]}
REMOVE = {"deb": ["dpkg", "--purge", "webex-click-to-call"], "rpm": [*RPM, "--erase", "webex-click-to-call"]}
kinds = pytest.mark.parametrize("kind", ["deb", "rpm", "tar"])


@pytest.fixture(scope="module")
def built(frozen_host, tmp_path_factory) -> dict[str, dict[str, Path]]:
    """Kind to version to what installs it, of two versions."""
    out = {"deb": {}, "rpm": {}, "tar": {}}
    for version in ("1.0.0", "1.1.0"):
        folder = tmp_path_factory.mktemp(version)
        out["deb"][version], out["rpm"][version], archive = linux_packages.build(frozen_host.parent, version, folder)
        subprocess.run(["tar", "-xzf", archive, "-C", folder], check=True)
        out["tar"][version] = folder / f"webex-click-to-call-{version}/install.sh"
    return out


@pytest.fixture
def computer(tmp_path):
    with machine(tmp_path / "machine") as one:
        yield one


def run(computer: Machine, *words: str | Path) -> None:
    """Runs what must go well, and in silence but for the package manager's own words."""
    done = computer.run(*words)
    assert (done.returncode, "webex" in done.stderr) == (0, False), done.stdout + done.stderr


@kinds
def test_install_upgrade_refuse_remove(kind, built, computer):
    old, new = built[kind]["1.0.0"], built[kind]["1.1.0"]
    remove = REMOVE.get(kind, [new, "--remove"])
    run(computer, *INSTALL[kind], old)
    for place in PLACES:
        manifest = json.loads((computer.root / place[1:]).read_text())
        assert manifest["name"] == HOST
        assert (computer.root / manifest["path"][1:]).exists()
    assert computer.run("webex-click-to-call", "--version").stdout.startswith("webex-click-to-call ")
    assert computer.changes()[PLACES[0]] == "new"

    running = Talking(computer)
    assert running.ask("echo")["ok"]
    run(computer, *UPGRADE[kind], new)
    assert running.process.wait(10) != 0  # its files are gone; the browser starts the new one
    upgraded = computer.changes()

    done = computer.run(*UPGRADE[kind], old)
    assert done.returncode != 0, "a downgrade was let through"
    assert computer.changes() == upgraded
    again = Talking(computer)
    assert again.ask("status")["ok"]
    run(computer, *remove)
    assert again.process.wait(10) != 0
    assert computer.changes() == {}


@pytest.mark.browser
@kinds
def test_a_browser_calls_before_and_after_an_upgrade(kind, built, computer, tmp_path, display):
    """One browser, never restarted: after the upgrade it rings through the new host; with the package the host goes."""
    world = World(tmp_path / "world", display)
    phone = world.phone()
    run(computer, *INSTALL[kind], built[kind]["1.0.0"])
    browser = Chromium(world, program=computer.launcher("/usr/bin/chromium", tmp_path / "chromium"))

    def ask(kind: str, **more) -> dict:
        return browser.extension_js("message => chrome.runtime.sendMessage(message)", {"type": kind, **more})

    try:
        browser.extension_page("popup.html")
        assert ask("ui.call", uri="tel:+390230310001")["ok"]
        old = ask("ui.status")["host"]["pid"]
        run(computer, *UPGRADE[kind], built[kind]["1.1.0"])
        until(lambda: ask("ui.status").get("host", {"pid": old})["pid"] != old, say="the new host answers")
        assert ask("ui.call", uri="tel:+390230310002")["ok"]
        assert phone.wait(2) == ["webextel:+390230310001", "webextel:+390230310002"]
        run(computer, *REMOVE.get(kind, [built[kind]["1.1.0"], "--remove"]))
        until(lambda: ask("ui.status").get("error", {}).get("name") == "HOST_NOT_FOUND", say="the host is gone")
    finally:
        browser.close()
    assert computer.changes() == {}


def test_a_manifest_that_was_there_before_comes_back(built, computer):
    place = computer.root / PLACES[0][1:]
    place.parent.mkdir(parents=True)
    place.write_text("theirs")
    deb = built["deb"]["1.0.0"]
    assert computer.run("dpkg", "--install", deb).returncode == 0
    assert json.loads(place.read_text())["name"] == HOST
    for words in ([], ["--remove"]):  # the archive leaves a package's files alone
        mixed = computer.run(built["tar"]["1.1.0"], *words)
        assert mixed.returncode == 1 and "installed as a package" in mixed.stderr
    assert computer.run("dpkg", "--purge", "webex-click-to-call").returncode == 0
    assert place.read_text() == "theirs"


def test_the_archive_is_for_root_alone_and_removes_what_is_there(built, computer):
    install = built["tar"]["1.0.0"]
    refused = computer.run("setpriv", "--reuid=65534", "--clear-groups", "sh", "-s", input=install.read_text())
    assert refused.returncode == 1 and "only root" in refused.stderr
    run(computer, install)
    run(computer, install)  # the same again
    for _ in range(2):  # the second time there is nothing left to do
        run(computer, install, "--remove")
    assert computer.changes() == {}
