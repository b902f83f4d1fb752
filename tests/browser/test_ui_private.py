"""A private window: calls work, and nothing of them stays in storage."""

from __future__ import annotations

import json
import time

import pytest
from tests.lab.display import virtual_display
from tests.lab.keyboard import Keyboard
from tests.lab.world import IDENTITY, World

pytestmark = pytest.mark.browser

PAGE = "<!doctype html><html lang=it><title>private</title><body><p>Telefono +39 02 3031 2345</p></body></html>"


def test_a_private_window_leaves_nothing(tmp_path, open_browser, browser_name, site):
    with virtual_display() as display:
        world = World(tmp_path / "private", display)
        phone = world.phone()
        world.install_host(browser_name)
        if browser_name == "chromium":  # what the switch "Allow in Incognito" writes
            (world.profile / "Default").mkdir(parents=True)
            (world.profile / "Default/Preferences").write_text(json.dumps(
                {"extensions": {"settings": {IDENTITY["chromium"]["extension_ids"][0]: {"incognito": True}}}}))
        browser = open_browser(browser_name, world)
        keys = Keyboard(display["DISPLAY"])
        address = site.page("private", PAGE)
        if browser_name == "chromium":
            browser.extension_page("diagnosis.html")
            browser.js("url => chrome.windows.create({incognito: true, url, left: 10, top: 10, width: 1100, height: 900})", address)
        else:
            with browser.driver.using_context("chrome"):
                browser.driver.execute_async_script("""
                  const [id, url, done] = arguments;
                  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
                  const { extension } = WebExtensionPolicy.getByID(id);
                  ExtensionPermissions.add(id, {permissions: ['internal:privateBrowsingAllowed'], origins: []}, extension)
                    .then(() => AddonManager.getAddonByID(id)).then(addon => addon.reload()).then(() => {
                      const opened = OpenBrowserWindow({private: true});
                      opened.addEventListener('load', () => setTimeout(() => {
                        opened.gBrowser.fixupAndLoadURIString(url,
                          {triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal()});
                        opened.focus();
                        done();
                      }, 2000), {once: true});
                    });""", script_args=[browser.id, address])
        time.sleep(3)
        keys.move(500, 500)
        keys.press("Control_L", "l")
        time.sleep(0.4)
        keys.type("call ")
        time.sleep(0.6)
        keys.type("+390230312355")
        time.sleep(0.8)
        keys.press("Return")
        assert phone.wait(seconds=20) == ["webextel:+390230312355"]
        time.sleep(1)
        if browser_name == "chromium":
            stored = browser.js("() => chrome.storage.local.get(null)")
        else:
            browser._beside = None
            stored = browser.background("() => chrome.storage.local.get(null)")
        assert "recents" not in stored and "lastRegion" not in stored
