"""The page cannot call: what it moves, hides, covers or forges comes to nothing."""

from __future__ import annotations

import time

import pytest
from tests.browser.test_call import linked

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang=it><head><meta charset=utf-8><style>{style}</style></head><body>
<p id=p style="font-size:20px"><span id=n>+39 02 3031 2345</span></p><script>{script}</script></body></html>"""


def middle(browser):
    left, top, width, height = browser.rect("3031")
    return left + width / 2, top + height / 2


def open_page(desk, site, *, style: str = "", script: str = ""):
    desk.browser.goto(site.page("trust", PAGE.format(style=style, script=script)))
    linked(desk.browser)
    time.sleep(0.8)
    return middle(desk.browser)


def refuses(desk) -> None:
    time.sleep(1.2)
    assert desk.phone.uris() == []


def test_as_it_stands_the_number_calls(desk, site):
    x, y = open_page(desk, site)
    desk.browser.move(x, y)
    desk.browser.click(x, y)
    assert desk.phone.wait() == ["webextel:+390230312345"]


def test_a_covered_number(desk, site):
    x, y = open_page(desk, site, style="#c{position:fixed;inset:0;background:white}")
    desk.browser.js("() => { const c = document.createElement('div'); c.id = 'c'; c.onclick = () => { document.body.dataset.clicks = 1; }; document.body.append(c); }")
    desk.browser.move(x, y)
    desk.browser.click(x, y)
    refuses(desk)
    assert desk.browser.js("() => document.body.dataset.clicks") == "1"


def test_a_number_that_comes_to_the_pointer(desk, site):
    x, y = open_page(desk, site, style="#p{position:absolute;left:500px;top:400px}")
    desk.browser.move(100, 100)
    desk.browser.js("([dx, dy]) => { const p = document.getElementById('p'); p.style.left = 500 + dx + 'px'; p.style.top = 400 + dy + 'px'; }", [100 - x, 100 - y])
    time.sleep(0.1)
    desk.browser.click(100, 100)
    refuses(desk)
    time.sleep(0.6)
    desk.browser.click(100, 100)
    assert desk.phone.wait() == ["webextel:+390230312345"]


def test_a_number_that_appears_under_the_pointer(desk, site):
    x, y = open_page(desk, site)
    desk.browser.js("() => { document.getElementById('n').textContent = 'Prendi il regalo'; }")
    time.sleep(0.5)
    desk.browser.move(x, y)
    desk.browser.js("() => { document.getElementById('n').textContent = '+39 02 3031 9999'; }")
    linked(desk.browser)
    desk.browser.click(x, y)
    refuses(desk)


def test_the_root_is_closed_and_names_no_setting(desk, site):
    open_page(desk, site)
    assert desk.browser.js("() => { const host = document.querySelector('click-to-call'); return [host.shadowRoot, host.attributes.length, host.innerHTML, Object.keys(host).length]; }") == [
        None, 0, "", 0]


def test_dragging_over_a_number_selects_it(desk, site):
    x, y = map(int, open_page(desk, site))
    if desk.browser.name == "chromium":
        mouse = desk.browser.page.mouse
        mouse.move(x - 60, y)
        mouse.down()
        mouse.move(x + 40, y, steps=5)
        mouse.up()
    else:
        from marionette_driver.marionette import ActionSequence

        action = ActionSequence(desk.browser.driver, "pointer", "mouse", {"pointerType": "mouse"})
        action.pointer_move(x - 60, y).pointer_down(0).pointer_move(x + 40, y).pointer_up(0).perform()
    assert desk.browser.js("() => String(getSelection()).length") > 4
    refuses(desk)
