"""Firefox for Android starts no native host: the link itself goes to the Webex app. A real Firefox, told that it is one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.lab.browsers import until

pytestmark = pytest.mark.browser

PAGE = "<!doctype html><html lang=en><title>Contact</title><body><p>Phone: +44 20 7946 0958</p></body></html>"
PLATFORM = """const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const before = ExtensionParent.PlatformInfo;
  Object.defineProperty(ExtensionParent, 'PlatformInfo', {value: arguments[0], configurable: true});
  return before;"""
# Android asks on its own page which application opens a link; here the stand-in phone gets it at once.
OPENS = {"network.protocol-handler.warn-external-default": False, "security.external_protocol_requires_permission": False,
         "network.protocol-handler.external.webextel": True, "network.protocol-handler.expose.webextel": False}


@pytest.fixture
def android(desk) -> Iterator:
    if desk.browser.name == "chromium":  # there is no Chromium for Android with extensions
        yield None
        return
    driver = desk.browser.driver
    with driver.using_context("chrome"):
        before = driver.execute_script(PLATFORM, [{"os": "android", "arch": "aarch64"}])
    for name, value in OPENS.items():
        driver.set_pref(name, value)
    yield desk
    for name in OPENS:
        driver.clear_pref(name)
    with driver.using_context("chrome"):
        driver.execute_script(PLATFORM, [before])


def test_a_click_opens_the_link_of_the_webex_app(android, site):
    if android is None:
        return
    android.browser.goto(site.page("android", PAGE))
    until(lambda: android.browser.numbers(), say="the linked number")
    android.browser.click_text("+44 20 7946 0958")
    assert android.phone.wait() == ["webextel://login?telephone=%2B442079460958"]
    assert android.browser.js("() => location.pathname") == "/android"


def test_the_popup_is_ready_without_a_host_and_calls(android):
    if android is None:
        return
    browser = android.browser
    browser.extension_page("popup.html")
    until(lambda: browser.js("() => document.getElementById('stateDot').dataset.state") == "good", say="ready")
    browser.js("() => document.getElementById('number').focus()")
    browser.type("+390230312345")
    browser.press("Enter")
    assert android.phone.wait() == ["webextel://login?telephone=%2B390230312345"]
    recents = "() => chrome.storage.local.get('recents').then(({recents = []}) => recents.map(({uri}) => uri))"
    until(lambda: browser.extension_js(recents) == ["tel:+390230312345"], say="the call among the recent ones")
