"""What the administrator sets is shown as such on the settings page: locked, a default, or named as not usable."""

from __future__ import annotations

import pytest
from tests.lab.browsers import Chromium, until
from tests.lab.policies import chromium_with
from tests.lab.world import IDENTITY

pytestmark = pytest.mark.browser

MANAGED = {"mark": "solid", "confirm": "always", "ifNoWebex": "whatever", "lockedSettings": ["mark"],
           "supportLink": "https://help.example.com/calls"}


def test_managed_settings_are_shown_locked_or_as_defaults(make_world):
    world = make_world()
    policy = {"3rdparty": {"extensions": {IDENTITY["chromium"]["extension_ids"][0]: MANAGED}}}
    browser = Chromium(world, program=chromium_with(policy, world.path, world.environment))
    try:
        browser.extension_page("options.html")
        until(lambda: browser.js("() => document.querySelector('[data-name=mark] .chip') !== null"), say="the lock")
        assert browser.js("() => document.querySelector('[data-name=mark] input[value=solid]').checked")
        assert browser.js("() => [...document.querySelectorAll('[data-name=mark] input')].every(input => input.disabled)")
        assert browser.js("() => document.querySelector('[data-name=mark] .icon-lock') !== null")
        assert browser.js("() => document.querySelector('[data-name=confirm] input[value=always]').checked")
        assert browser.js("() => ![...document.querySelectorAll('[data-name=confirm] input')].some(input => input.disabled)")
        assert "ifNoWebex" in browser.js("() => document.getElementById('problems').textContent")
        browser.extension_page("diagnosis.html")
        until(lambda: browser.js("() => document.querySelector('#support a')?.href") == MANAGED["supportLink"], say="the support link")
    finally:
        browser.close()
