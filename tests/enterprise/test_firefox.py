"""A real Firefox ESR on a managed machine: policies.json without an error, settings read and locked, withdrawn and gone."""

from __future__ import annotations

import sys

import pytest
from host.packaging import extension
from manifests.policy import documents, linux, site
from tests.enterprise.machine import machine
from tests.enterprise.managed import ManagedFirefox
from tests.enterprise.sites import sample
from tests.lab.browsers import until
from tests.lab.world import IDENTITY, ROOT, World

pytestmark = pytest.mark.browser
POLICIES = "/etc/firefox/policies/policies.json"
IDENTIFIER = IDENTITY["firefox"]["extension_ids"][0]
SETTINGS = {**{name: value for name, value in sample().items() if name not in (
    "enabled", "allowedSites", "confirm", "dialPlan", "schemeOrder", "adoptLinks", "riskInternational")},
    "ifNoWebex": "refuse", "lockedSettings": ["mark", "ifNoWebex"]}
PAGE = "<!doctype html><html lang=it><body><h1>Contatti</h1><p>Telefono: +39 02 3031 2345</p></body></html>"


class Desk:
    def __init__(self, computer, folder, display, wanted) -> None:
        self.machine, self.site = computer, wanted
        self.world = World(folder / "world", display)
        self.phone = self.world.phone()
        self.browser: ManagedFirefox | None = None

    def start(self, **policies) -> ManagedFirefox:
        """Starts Firefox under the site's policies with some changed."""
        if self.browser:
            self.browser.close()
        document = {**documents.firefox(self.site), **policies}
        # Our XPI is not signed by Mozilla; Debian's ESR lets an administrator allow that, a customer's Firefox does not.
        document["Preferences"] = {"xpinstall.signatures.required": {"Value": False, "Status": "locked"}}
        self.machine.write(POLICIES, linux.text({"policies": document}))
        self.browser = ManagedFirefox(self.machine, self.world)
        return self.browser


@pytest.fixture(scope="module")
def desk(tmp_path_factory, display):
    folder = tmp_path_factory.mktemp("firefox")
    xpi = folder / "c.xpi"
    xpi.write_bytes(extension.firefox(ROOT / "dist/firefox", None)["firefox-unsigned.xpi"])
    wanted = site.site({
        "organisation": {"name": "Example", "id": "com.example"},
        "extension": {"update_url": "https://a.example/u.xml", "crx_url": "https://a.example/c.crx", "xpi_url": xpi.as_uri()},
        "settings": SETTINGS, "auto_launch": {"schemes": ["webextel"], "origins": ["https://crm.example"]},
        "privacy": {"blocked_hosts": ["*://secret.example"]}}, "1")
    with machine(folder / "machine") as computer:
        done = computer.run(sys.executable, "-m", "webex_click_to_call", "install", "--system", "--browser", "firefox")
        assert done.returncode == 0, done.stderr
        desk = Desk(computer, folder, display, wanted)
        desk.start()
        yield desk
        desk.browser.close()


def test_about_policies_lists_ours_without_an_error(desk):
    assert set(documents.firefox(desk.site)) <= set(desk.browser.policies())
    assert desk.browser.policy_errors() == []


def test_settings_are_read_and_locked(desk):
    until(lambda: desk.browser.find(IDENTIFIER), 30, say="the force-installed extension")
    desk.browser.extension_page("options.html")
    assert desk.browser.extension_js("() => browser.storage.managed.get(null)") == SETTINGS
    locked = "name => [...document.querySelectorAll(`[data-name=${name}] input`)].every(input => input.disabled)"
    until(lambda: desk.browser.js("() => document.querySelector('[data-name=mark] input:checked')?.value") == "solid", say="mark: solid")
    assert desk.browser.js(locked, "mark") and desk.browser.js(locked, "ifNoWebex")
    assert not desk.browser.js(locked, "recentsLimit")


def test_a_click_calls(desk, site):
    until(lambda: desk.browser.find(IDENTIFIER), 30)
    desk.browser.goto(site.page("managed-firefox", PAGE))
    until(desk.browser.numbers, 30, say="the number is a link")
    desk.browser.click_text("02 3031")
    assert desk.phone.wait() == ["webextel:+390230312345"]


def test_a_wrong_file_is_told_by_firefox_and_by_the_linter(desk, tmp_path):
    """What the linter finds is what Firefox finds."""
    from manifests.policy import lint

    text = linux.text({"policies": documents.firefox(desk.site)}).replace("}\n}\n", "},\n}\n")
    (tmp_path / "policies.json").write_text(text)
    assert any("ignores the whole file" in problem.says for problem in lint.file(tmp_path / "policies.json"))


def test_a_managed_storage_manifest_brings_the_settings_alone(desk):
    """For who keeps policies.json for other things."""
    desk.machine.write(f"{linux.MANAGED_STORAGE}/{IDENTIFIER}.json", linux.text(linux.managed_storage(desk.site)))
    browser = desk.start(**{"3rdparty": {"Extensions": {}}})
    until(lambda: browser.find(IDENTIFIER), 30)
    browser.extension_page("options.html")
    assert browser.extension_js("() => browser.storage.managed.get(null)") == SETTINGS


def test_blocked_is_gone(desk):
    blocked = {IDENTIFIER: {"installation_mode": "blocked"}}
    browser = desk.start(ExtensionSettings=blocked, NoSuchPolicy=True, **{"3rdparty": {"Extensions": {}}})
    assert not browser.find(IDENTIFIER)
    assert any("NoSuchPolicy" in error for error in browser.policy_errors())  # so that the absence of errors above says something
