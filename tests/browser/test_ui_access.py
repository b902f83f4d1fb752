"""Accessibility of every page and state: axe in both browsers, roles and names, keyboard, reflow, every language."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest
from tests.lab import language
from tests.lab.access import SCHEMES, paint, violations
from tests.lab.browsers import until

pytestmark = pytest.mark.browser

RECENTS = [{"uri": "tel:+390230312345", "shown": "+39 02 3031 2345", "kind": "audio", "at": 1700000000000},
           {"uri": "tel:+12025550143", "shown": "+1 202 555 0143", "kind": "video", "at": 1700000500000}]
# "confirm" is no choice that there is: pages name such a value.
SETTINGS = {"blockedSites": ["example.com", "*.example.org"], "mark": "solid", "confirm": "sometimes",
            "dialPlan": {"outsideLine": "0", "internal": [{"from": "2000", "to": "2999"}], "rules": [{"match": "+39", "replace": "0"}]}}
TYPE = "value => { const field = document.getElementById('number'); field.value = value; field.dispatchEvent(new InputEvent('input')); }"

# Page, state, how to get there (JavaScript), and what tells that it is there.
STATES = {
    "popup": ("popup.html", None),
    "popup-typed": ("popup.html", f"() => ({TYPE})('+390230312345')"),
    "popup-page": ("popup.html", "() => document.getElementById('tab-page').click()"),
    "popup-recents": ("popup.html", "() => document.getElementById('tab-recents').click()"),
    "popup-countries": ("popup.html", "() => document.getElementById('country').click()"),
    "popup-refused": ("popup.html", f"() => {{ ({TYPE})('hello'); document.getElementById('call').click(); }}"),
    "popup-qr": ("popup.html", f"() => {{ ({TYPE})('+390230312345'); document.getElementById('phone').click(); }}"),
    "popup-ask": ("popup.html", """() => { document.getElementById('askText').textContent = 'Call +39 02 3031 2345 now?';
                  document.getElementById('ask').showModal(); }"""),
    "options": ("options.html", None),
    "options-none": ("options.html", """() => { const search = document.getElementById('search'); search.value = 'zzz';
                      search.dispatchEvent(new Event('input')); }"""),
    "options-sure": ("options.html", "() => document.getElementById('reset').click()"),
    "welcome": ("welcome.html", None),
    "welcome-open": ("welcome.html", "() => document.getElementById('step-host').removeAttribute('data-done')"),
    "welcome-try": ("welcome.html", "() => document.querySelector('#try button').click()"),
    "welcome-refused": ("welcome.html", """() => { document.getElementById('tryNumber').value = 'hello';
                        document.querySelector('#try button').click(); }"""),
    "diagnosis": ("diagnosis.html", "() => document.querySelectorAll('details').forEach(item => { item.open = true; })"),
}


def show(browser, state: str) -> None:
    page, act = STATES[state]
    browser.extension_page(page)
    until(lambda: browser.js("() => performance.getEntriesByName('ready').length"), say=f"{page} ready")
    time.sleep(0.2)
    if act:
        browser.js(act)
        time.sleep(0.25)


def width(browser, pixels: int) -> None:
    if browser.name == "chromium":
        browser.page.set_viewport_size({"width": pixels, "height": 800})
    else:
        browser.driver.set_window_rect(width=pixels, height=980)


@pytest.fixture
def filled(desk) -> Iterator:
    desk.browser.background("stored => chrome.storage.local.set(stored)", {"recents": RECENTS, "settings": SETTINGS})
    yield desk.browser
    paint(desk.browser, "light")
    width(desk.browser, 1200)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_any_page_in_any_state(filled, scheme):
    paint(filled, scheme)
    found = {}
    for state in STATES:
        show(filled, state)
        if seen := violations(filled):
            found[state] = seen
    assert not found, json.dumps(found, indent=1, ensure_ascii=False)


def test_axe_would_find_something(filled):
    show(filled, "popup")
    filled.js("() => document.body.append(Object.assign(document.createElement('img'), {src: 'icons/16.png'}))")
    assert any("image-alt" in violation for violation in violations(filled))


def test_nothing_is_cut_off_in_a_view_320_pixels_wide(filled):
    """320 CSS pixels is also what a window of 640 shows at 200 % zoom (WCAG 2.2, 1.4.10)."""
    width(filled, 320)
    for state in STATES:
        show(filled, state)
        wide = filled.js("""() => {
          const limit = innerWidth;
          if (document.documentElement.scrollWidth <= limit) return null;
          return [limit, document.documentElement.scrollWidth, ...[...document.querySelectorAll('body *')]
            .filter(one => one.getBoundingClientRect().right > limit + 1).slice(0, 5).map(one => one.outerHTML.slice(0, 80))];
        }""")
        assert wide is None, (state, wide)


CUT = """() => [...document.querySelectorAll('button, a, label, summary, h1, h2, dt, .chip, [role=tab] span, .hint')]
  .filter(one => one.checkVisibility() && !one.closest('.sr, .row') && one.scrollWidth > one.clientWidth + 1
    && getComputedStyle(one).display !== 'inline' && one.clientWidth > 0)
  .map(one => (one.id || one.className) + ': ' + one.textContent.trim())"""


def test_every_language_fits_every_page(filled):
    if filled.name == "firefox":
        return
    found = {}
    for name in language.languages():
        page = filled.context.new_page()
        page.add_init_script(language.script(name))
        for state, size in (("popup-typed", 360), ("popup-page", 360), ("popup-recents", 360), ("options", 1000), ("options", 400), ("welcome-open", 700), ("diagnosis", 700)):
            address, act = STATES[state]
            page.set_viewport_size({"width": size, "height": 700})
            page.goto(f"chrome-extension://{filled.id}/{address}")
            page.wait_for_function("() => performance.getEntriesByName('ready').length")
            page.wait_for_timeout(250)
            if act:
                page.evaluate(act)
            cut = page.evaluate(CUT)
            wide = page.evaluate("() => document.documentElement.scrollWidth > innerWidth")
            direction = page.evaluate("() => document.documentElement.dir")
            assert direction == ("rtl" if name in language.RTL else "ltr")
            if cut or wide:
                found[f"{name} {state} {size}"] = (wide, cut)
        page.close()
    assert not found, json.dumps(found, indent=1, ensure_ascii=False)
