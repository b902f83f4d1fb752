"""What the administrator sets is shown as such on the settings page: locked, a default, or named as not usable."""

from __future__ import annotations

import json

import pytest
from tests.lab.access import violations
from tests.lab.browsers import until
from tests.lab.policies import chromium_with
from tests.lab.world import IDENTITY, World

pytestmark = pytest.mark.browser

MANAGED = {"mark": "solid", "confirm": "always", "ifNoWebex": "whatever", "lockedSettings": ["mark", "blockedSites"],
           "blockedSites": ["shop.example.com"], "supportLink": "https://help.example.com/calls"}


def managed(world: World, name: str) -> dict:
    """Puts the settings where the browser takes an administrator's from; gives what its start needs."""
    identifier = IDENTITY[name]["extension_ids"][0]
    if name == "chromium":
        return {"program": chromium_with({"3rdparty": {"extensions": {identifier: MANAGED}}}, world.path, world.environment)}
    folder = world.home / ".mozilla/managed-storage"  # MDN: native manifests, "Managed storage manifests"
    folder.mkdir(parents=True)
    document = {"name": identifier, "description": "Settings of the organisation", "type": "storage", "data": MANAGED}
    (folder / f"{identifier}.json").write_text(json.dumps(document))
    return {}


def test_managed_settings_are_shown_locked_or_as_defaults(make_world, browser_name, open_browser):
    world = make_world()
    browser = open_browser(browser_name, world, **managed(world, browser_name))
    browser.extension_page("options.html")
    until(lambda: browser.js("() => document.querySelector('[data-name=mark] .chip') !== null"), say="the lock")
    assert browser.js("() => document.querySelector('[data-name=mark] input[value=solid]').checked")
    assert browser.js("() => [...document.querySelectorAll('[data-name=mark] input')].every(input => input.disabled)")
    assert browser.js("() => document.querySelector('[data-name=mark] .icon-lock') !== null")
    assert browser.js("() => [...document.querySelectorAll('[data-name=blockedSites] :is(input, button)')].every(part => part.disabled)")
    assert browser.js("() => document.querySelector('[data-name=confirm] input[value=always]').checked")
    assert browser.js("() => ![...document.querySelectorAll('[data-name=confirm] input')].some(input => input.disabled)")
    assert "ifNoWebex" in browser.js("() => document.getElementById('problems').textContent")
    assert violations(browser) == []
    browser.extension_page("diagnosis.html")
    until(lambda: browser.js("() => document.querySelector('#support a')?.href") == MANAGED["supportLink"], say="the support link")
