# ruff: noqa: E501 (programs for the page)
"""What a page may find out: that numbers became links, and no more."""

from __future__ import annotations

import json
import time

import pytest
from tests.browser.test_call import linked
from tests.lab.browsers import until
from tests.lab.world import ROOT
from tests.security.test_page_cannot_call import NUMBER, center, nothing_was_called, open_page

pytestmark = pytest.mark.browser


def extension_url(browser) -> str:
    return f"chrome-extension://{browser.id}/" if browser.name == "chromium" else f"moz-extension://{browser.uuid}/"


def test_no_file_of_the_extension_is_in_reach_of_a_page(desk, site):
    """Nothing is web-accessible: no probe, no frame around our pages, no navigation to one with a number in its address."""
    files = sorted(str(path.relative_to(ROOT / "dist" / desk.browser.name)) for path in (ROOT / "dist" / desk.browser.name).rglob("*") if path.is_file())
    assert "popup.html" in files and "background.js" in files
    open_page(desk, site, f"<p>Telefono {NUMBER}</p>")
    got = desk.browser.js("""async ([base, files]) => {
      const got = [];
      for (const file of files) {
        if (await fetch(base + file).then(() => true, () => false)) got.push('fetch ' + file);
        if (await import(base + file).then(() => true, () => false)) got.push('import ' + file);
        const image = new Image();
        if (/png$/.test(file) && await new Promise(done => { image.onload = () => done(true); image.onerror = () => done(false); image.src = base + file; })) got.push('image ' + file);
      }
      return got;
    }""", [extension_url(desk.browser), [file for file in files if "_locales" not in file]])
    assert got == []
    desk.browser.js("""base => {
      for (const page of ['popup.html#tel:+390230312345', 'popup.html?number=+390230312345', 'options.html']) {
        const frame = document.createElement('iframe');
        frame.src = base + page;
        document.body.append(frame);
        try { window.open(base + page, 'x' + Math.random()); } catch { }
      }
      const link = document.createElement('a');
      link.href = base + 'popup.html#tel:+390230312345';
      link.target = '_blank';
      document.body.append(link);
      link.click();
    }""", extension_url(desk.browser))
    nothing_was_called(desk)
    views = desk.browser.background("() => chrome.extension.getViews ? chrome.extension.getViews().map(view => view.location.pathname) : "
                                    "chrome.runtime.getContexts({}).then(all => all.map(one => new URL(one.documentUrl || 'x:/').pathname))")
    allowed = {"/popup.html", "/_generated_background_page.html"} if desk.browser.name == "firefox" else {"/", "/background.js"}
    assert set(views) <= allowed and views.count("/popup.html") <= 1  # Firefox: the tab through which this test asks
    if desk.browser.name == "chromium":
        for page in desk.browser.context.pages:
            if page is not desk.browser.page:
                page.close()
    desk.browser.goto("about:blank")


def test_nothing_but_the_anchors_tells_a_page_about_the_person(desk, site):
    """With settings, recent calls and a call made: no global, no storage, no attribute, no resource entry more."""
    look = """() => {
      const own = [];
      for (const key of Reflect.ownKeys(window)) { const text = String(key); if (/call|webex|phone|native/i.test(text)) own.push(text); }
      const host = document.querySelector('click-to-call');
      return JSON.stringify([own.sort(), Object.keys(localStorage), Object.keys(sessionStorage), document.cookie,
        performance.getEntriesByType('resource').map(entry => entry.name).filter(name => /extension/.test(name)),
        [...document.querySelectorAll('*')].flatMap(e => [...e.attributes].map(a => a.name + '=' + a.value)).filter(text => /webex|recent|IT\\b/.test(text)),
        host && [host.shadowRoot, host.attributes.length, host.childNodes.length, Object.keys(host)]]);
    }"""
    open_page(desk, site, f"<p>Telefono {NUMBER}</p>")
    linked(desk.browser)
    time.sleep(0.8)
    before = desk.browser.js(look)
    desk.browser.background("() => chrome.storage.local.set({settings: {defaultRegion: 'IT', confirm: 'never'}, recents: [{uri: 'tel:+390669821234'}]})")
    open_page(desk, site, f"<p>Telefono {NUMBER}</p>", "window.seen = 0; for (const k of ['click', 'pointerup', 'message', 'focus', 'blur']) addEventListener(k, () => 0, true);")
    linked(desk.browser)
    desk.browser.click_text("3031")
    desk.phone.wait()
    time.sleep(0.5)
    after = json.loads(desk.browser.js(look))
    assert "390669821234" not in json.dumps(after) and after == json.loads(before)


PROBE = """() => {
  const met = new Set();
  for (let x = innerWidth - 4; x > innerWidth - 420; x -= 12) for (let y = innerHeight - 4; y > innerHeight - 260; y -= 8) for (const e of document.elementsFromPoint(x, y)) met.add(e.tagName);
  const active = document.activeElement?.tagName;
  return JSON.stringify([[...met].sort(), document.getAnimations().map(a => String(a.effect?.target?.getRootNode())), active, document.querySelectorAll(':popover-open').length, String(getSelection())]);
}"""


@pytest.mark.parametrize("outcome", ["handed over", "refused"])
def test_a_page_cannot_probe_for_what_became_of_a_call(desk, site, tmp_path, outcome):
    """The box with the outcome takes no part in hit testing, animations, focus or selectors, and goes away by a click on it."""
    desk.browser.background("wanted => chrome.storage.local.set({settings: {riskPremium: 'refuse'}})")
    open_page(desk, site, f"<p>Telefono <span id=n>{NUMBER if outcome == 'handed over' else '+39 899 123456'}</span></p>", "window.own = 1")
    linked(desk.browser)
    time.sleep(0.8)
    width, height = desk.browser.js("() => [innerWidth, innerHeight]")
    desk.browser.move(width - 60, 200)
    before, seen = desk.browser.js(PROBE), picture(desk, tmp_path)
    x, y = center(desk.browser, "#n")
    desk.browser.move(x - 2, y)
    desk.browser.move(x, y)
    time.sleep(0.2)
    desk.browser.click(x, y)
    desk.browser.move(width - 60, 200)
    until(lambda: picture(desk, tmp_path) != seen, say="the outcome on the screen")
    assert desk.browser.js(PROBE) == before
    desk.browser.click(width - 60, height - 40)
    desk.browser.move(width - 60, 200)
    until(lambda: picture(desk, tmp_path) == seen, say="the outcome gone")
    assert len(desk.phone.uris()) == (outcome == "handed over")


def picture(desk, folder) -> bytes:
    """What is drawn; the page itself stands still."""
    desk.browser.screenshot(folder / "now.png")
    return (folder / "now.png").read_bytes()
