"""A real Chromium on a machine that an organisation manages: everything arrives by policy, and goes with it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from host.packaging import crx, extension
from manifests.policy import documents, linux, site, updates
from tests.enterprise.machine import Machine, machine
from tests.enterprise.managed import ManagedChromium
from tests.enterprise.sites import sample
from tests.lab.browsers import until
from tests.lab.phone import StandInPhone
from tests.lab.site import serve
from tests.lab.world import IDENTITY, ROOT, World

pytestmark = pytest.mark.browser
FOLDER = "/etc/chromium/policies/managed"
MANIFEST = f"/etc/chromium/native-messaging-hosts/{IDENTITY['native_host']}.json"
PAGE = "<!doctype html><html lang=it><body><h1>Contatti</h1><p>Telefono: +39 02 3031 2345</p></body></html>"
SETTINGS = {"mark": "solid", "defaultRegion": "IT", "recentsLimit": 7, "lockedSettings": ["mark"]}
STATUS = {"type": "ui.status"}


@dataclass
class Office:
    """A managed machine, a person at it, and the organisation's web server."""

    machine: Machine
    browser: ManagedChromium
    phone: StandInPhone
    site: site.Site
    web: object
    key: object
    www: Path
    first_settings: dict

    def tell(self, settings: dict | None = None, **changes) -> None:
        """Changes the policy file; None for a policy takes it away."""
        document = documents.chromium(self.site)
        document["3rdparty"] = {"extensions": {self.site.chromium_id: SETTINGS if settings is None else settings}}
        document.update(changes)
        self.machine.write(f"{FOLDER}/{linux.FILE}", json.dumps({key: value for key, value in document.items() if value is not None}))

    def page(self, name: str = "options.html") -> None:
        self.browser.page.goto(f"chrome-extension://{self.browser.id}/{name}")

    def end_host(self) -> None:
        """Ends the running host, so that the browser asks its policies again before the next one."""
        status = self.browser.ask(STATUS)
        if status["ok"]:
            os.kill(status["host"]["pid"], signal.SIGTERM)

    def error(self, name: str) -> None:
        """Waits until the extension words its trouble with the host by this error, in its popup as well."""
        until(lambda: self.browser.ask(STATUS).get("error", {}).get("name") == name or self.browser.page.wait_for_timeout(300),
              20, say=name)
        self.page("popup.html")
        words = self.browser.js("name => chrome.i18n.getMessage(`error_${name}`)", name)
        assert words
        until(lambda: words in self.browser.js("() => document.body.innerText") or self.browser.page.wait_for_timeout(100), say=words)
        self.page()

    def works(self) -> None:
        until(lambda: self.browser.ask(STATUS)["ok"] or self.browser.page.wait_for_timeout(300), 20, say="the host answers")


def organisation(www: Path, url: str, key, version: str, **more) -> site.Site:
    """What an organisation that signs and hosts the extension itself wants."""
    www.mkdir(exist_ok=True)
    (www / "c.crx").write_bytes(extension.chromium(ROOT / "dist/chromium", key, f"{url}updates.xml")["chromium.crx"])
    wanted = site.site({
        "organisation": {"name": "Example", "id": "com.example"},
        "extension": {"chromium_id": crx.identifier(key), "update_url": f"{url}updates.xml", "crx_url": f"{url}c.crx",
                      "xpi_url": f"{url}c.xpi"},
        "settings": SETTINGS, "native_messaging": {"block_others": True, "user_level_hosts": False},
        "auto_launch": {"schemes": ["webextel"], "origins": ["https://crm.example"]}, **more}, version)
    (www / "updates.xml").write_text(updates.chromium(wanted))
    return wanted


@pytest.fixture(scope="module")
def office(tmp_path_factory, display):
    folder = tmp_path_factory.mktemp("office")
    key = crx.development_key(folder / "key.pem")
    version = json.loads((ROOT / "dist/chromium/manifest.json").read_text())["version"]
    with machine(folder / "machine") as computer, serve(folder / "www") as web:
        wanted = organisation(folder / "www", web.url, key, version)
        for path, content in linux.files(wanted).items():
            computer.write(path, content)
        # Another vendor's file, which sets the same lists; and the tools of this test, which Chromium else forbids
        # for an extension that was force-installed.
        computer.write(f"{FOLDER}/zz-other.json", json.dumps({
            "NativeMessagingAllowlist": ["com.other.vendor"], "DeveloperToolsAvailability": 1}))
        done = computer.run(sys.executable, "-m", "webex_click_to_call", "install", "--system", "--browser", "chromium")
        assert done.returncode == 0, done.stderr
        world = World(folder / "world", display)
        phone = world.phone()
        browser = ManagedChromium(computer, world, wanted.chromium_id)
        until(browser.installed, 60, say="the force-installed extension")
        yield Office(computer, browser, phone, wanted, web, key, folder / "www", browser.settings())
        browser.close()


def test_settings_reach_the_extension_at_its_first_start(office):
    assert office.first_settings in ({}, SETTINGS)  # Chromium fills them in soon after a first installation
    office.page()
    until(lambda: office.browser.settings() == SETTINGS or office.browser.page.wait_for_timeout(100), say="managed settings")
    until(lambda: office.browser.js("() => document.querySelector('[data-name=recentsLimit] input')?.value") == "7"
          or office.browser.page.wait_for_timeout(100), say="the options page shows them without a reload")
    assert office.browser.js("async () => (await chrome.management.getSelf()).installType") == "admin"


def test_a_lock_locks_and_a_default_may_be_changed(office):
    office.page()
    locked = "name => [...document.querySelectorAll(`[data-name=${name}] input`)].every(input => input.disabled)"
    until(lambda: office.browser.js(locked, "mark") or office.browser.page.wait_for_timeout(100), say="mark is locked")
    assert not office.browser.js(locked, "recentsLimit")
    assert office.browser.js("() => document.querySelector('[data-name=mark] input:checked').value") == "solid"


def test_a_click_calls(office):
    office.browser.goto(office.web.page("call", PAGE))
    until(lambda: office.browser.numbers() or office.browser.page.wait_for_timeout(100), say="the number is a link")
    office.browser.click_text("02 3031")
    assert office.phone.wait() == ["webextel:+390230312345"]


def test_another_vendors_allowlist_leaves_ours_working(office):
    row = next(row for row in office.browser.policy_rows() if row["name"] == "NativeMessagingAllowlist")
    assert set(json.loads(row["value"])) == {IDENTITY["native_host"], "com.other.vendor"}
    office.page()
    office.works()


def test_every_setting_arrives_live_and_every_row_is_ok(office):
    office.page()
    office.tell(sample())
    until(lambda: office.browser.settings() == sample() or office.browser.page.wait_for_timeout(200), 20, say="all settings")
    rows = {row["name"]: row["status"] for row in office.browser.policy_rows()}
    assert set(sample()) | set(documents.chromium(office.site)) - {"3rdparty"} <= set(rows)
    assert {name: status for name, status in rows.items() if status not in ("OK", "OK, Superseding")} == {}
    office.tell()


def test_a_value_that_does_not_hold_is_named(office):
    """By the options page, the diagnosis page (which is the doctor) and the log."""
    office.page()
    office.browser.background("() => { globalThis.said = []; console.warn = words => globalThis.said.push(words); }")
    # The last two Chromium drops by itself: the extension never sees them, and the host's doctor tells.
    office.tell({**SETTINGS, "ifNoWebex": "maybe", "dialPlan": {"rules": [{"match": "x"}]}, "confirm": True, "marc": "solid"})
    until(lambda: {"ifNoWebex", "dialPlan", "confirm", "marc"} <= set(office.browser.js(
        "() => [...document.querySelectorAll('#problems code')].map(element => element.textContent)"))
        or office.browser.page.wait_for_timeout(200), 20, say="the options page names them")
    office.page("diagnosis.html")
    names = ("ifNoWebex", "dialPlan", "confirm", "marc")
    until(lambda: all(name in office.browser.js("() => document.getElementById('findings').innerText") for name in names)
          or office.browser.page.wait_for_timeout(200), say="the diagnosis page names them")
    until(lambda: all(f"setting {name}:" in str(office.browser.background("() => globalThis.said")) for name in names)
          or office.browser.page.wait_for_timeout(200), say="the log names them")
    office.tell()


def test_the_extension_words_what_keeps_it_from_the_host(office):
    office.page()
    office.works()
    office.tell(NativeMessagingAllowlist=None, NativeMessagingBlocklist=["*"])
    office.machine.write(f"{FOLDER}/zz-other.json", '{"DeveloperToolsAvailability": 1}')
    until(lambda: "NativeMessagingAllowlist" not in {row["name"] for row in office.browser.policy_rows()}, 20,
          say="the allowlist is gone")
    office.page()
    office.end_host()
    office.error("HOST_DISABLED")
    office.tell()
    office.works()

    manifest = office.machine.root / MANIFEST[1:]
    right = manifest.read_text()
    manifest.write_text(right.replace(office.site.chromium_id, "a" * 32))
    office.end_host()
    office.error("HOST_FORBIDDEN")

    manifest.unlink()  # what is left is a host that the person registered, and the policy forbids those
    own = office.browser.world.profile / "NativeMessagingHosts" / manifest.name
    own.parent.mkdir(exist_ok=True)
    own.write_text(right)
    office.error("HOST_NOT_FOUND")
    office.tell(NativeMessagingUserLevelHosts=True)
    office.works()
    own.unlink()
    manifest.write_text(right)
    office.tell()


def test_a_new_version_arrives(office):
    """The browser asks the organisation's server, as it does by itself every few hours."""
    office.page()
    version = "99.0.0"
    folder = office.www / "next"
    shutil.copytree(ROOT / "dist/chromium", folder)
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps({**manifest, "version": version}))
    (office.www / "c.crx").write_bytes(extension.chromium(folder, office.key, f"{office.web.url}updates.xml")["chromium.crx"])
    (office.www / "updates.xml").write_text((office.www / "updates.xml").read_text().replace(manifest["version"], version))
    office.browser.js("() => chrome.runtime.requestUpdateCheck()")

    def now() -> bool:
        if not office.browser.installed():
            return False
        if office.browser.js("() => chrome.runtime.getManifest().version") == version:
            return True
        try:
            office.browser.page.evaluate("() => chrome.runtime.reload()")  # the browser waits until the extension is idle
        except Exception:
            pass
        return False

    until(now, 30, say="version 99")


def test_settings_are_there_at_once_at_a_later_start(office):
    office.browser.close()
    office.browser = ManagedChromium(office.machine, office.browser.world, office.site.chromium_id)
    until(office.browser.installed, 30)
    assert office.browser.settings() == SETTINGS


def test_policy_withdrawn_extension_gone(office):
    (office.machine.root / FOLDER[1:] / linux.FILE).unlink()
    until(lambda: not office.browser.installed(), 30, say="the extension is gone")
