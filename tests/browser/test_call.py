"""The main job: a click on a page or a number dialled by hand starts the registered handler with the right URI."""

from __future__ import annotations

import time

import pytest
from tests.lab.browsers import until

pytestmark = pytest.mark.browser

PAGE = "<!doctype html><html lang=it><body><h1>Contatti</h1><p id=p>Telefono: {}</p></body></html>"


def linked(browser, count: int = 1):
    return until(lambda: len(found := browser.numbers()) >= count and found, say=f"{count} linked numbers")


def test_click_on_a_page_starts_the_handler_with_the_exact_uri(desk, site):
    desk.browser.goto(site.page("call", PAGE.format("+39 02 3031 2345")))
    linked(desk.browser)
    desk.browser.click_text("02 3031")
    assert desk.phone.wait() == ["webextel:+390230312345"]


def test_an_extension_that_the_scheme_cannot_carry_is_copied_and_never_dialled_with_the_number(desk, site):
    desk.browser.goto(site.page("extension", PAGE.format("+39 02 3031 2345 ext. 417") + "<textarea id=paper></textarea>"))
    linked(desk.browser)
    desk.browser.click_text("02 3031")
    assert desk.phone.wait() == ["webextel:+390230312345"]

    def pasted() -> str:
        desk.browser.js("() => { const paper = document.getElementById('paper'); paper.value = ''; paper.focus(); }")
        desk.browser.press("Control+v")
        return desk.browser.js("() => document.getElementById('paper').value")

    until(lambda: pasted() == "417", say="the extension on the clipboard")


def test_sample_directory_links_the_numbers_and_nothing_else(desk, site):
    desk.browser.goto(site.url)
    wanted = {"+12125550143", "+12125550198", "+12125550176", "+498912345678", "+390230312345", "+39800123456",
              "+33199001234", "+442079460018", "+447700900123", "+81312345678", "+819012345678", "+351211234567",
              "+31152123456", "+912026123456", "+41446681800", "+393471234567"}
    until(lambda: wanted <= {number["e164"] for number in desk.browser.numbers()}, say="every number of the sample")
    text = desk.browser.js("() => document.body.innerText")
    for never in ("4711-2026-0098123", "20410087", "1Z 999 AA1", "0532 0130 00", "8005550199 204", "2026-03-14"):
        assert never in text
        assert not any(number["text"] in never or never in number["text"] for number in desk.browser.numbers())


def test_page_that_renders_again_is_linked_again(desk, site):
    desk.browser.goto(site.page("again", PAGE.format("+39 02 3031 2345")))
    linked(desk.browser)
    desk.browser.js("() => { document.getElementById('p').textContent = 'Telefono: +39 06 6982 1234'; }")
    until(lambda: [n["e164"] for n in desk.browser.numbers()] == ["+390669821234"], say="the new number alone")
    desk.browser.click_text("06 6982")
    assert desk.phone.wait() == ["webextel:+390669821234"]
    assert desk.browser.js("() => document.getElementById('p').textContent") == "Telefono: +39 06 6982 1234"


def test_the_page_itself_cannot_call(desk, site):
    desk.browser.goto(site.page("forge", PAGE.format("+39 02 3031 2345")))
    linked(desk.browser)
    time.sleep(0.8)
    desk.browser.js("""() => {
      for (const a of document.querySelectorAll('a')) {
        a.click();
        a.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
        a.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
        a.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}));
      }
      postMessage({type: 'page.call', uri: 'tel:+390230312345'}, '*');
    }""")
    time.sleep(1.5)
    assert desk.phone.uris() == []


def test_popup_dials(desk):
    desk.browser.extension_page("popup.html")
    desk.browser.js("() => document.getElementById('number').focus()")
    desk.browser.type("+390230312345")
    desk.browser.press("Enter")
    assert desk.phone.wait() == ["webextel:+390230312345"]


def test_a_handler_that_is_gone_is_told(browser_name, make_world, open_browser, site):
    world = make_world()
    phone = world.phone()
    phone.remove()
    world.install_host(browser_name)
    browser = open_browser(browser_name, world)
    browser.extension_page("popup.html")
    outcome = browser.extension_js("() => chrome.runtime.sendMessage({type: 'ui.call', uri: 'tel:+390230312345'})")
    assert not outcome["ok"]
    assert outcome["error"]["name"] == "HANDLER_MISSING"
    assert phone.uris() == []


def test_a_missing_host_is_told_on_the_page(browser_name, make_world, open_browser, site):
    world = make_world()
    browser = open_browser(browser_name, world)
    browser.extension_page("popup.html")
    outcome = browser.extension_js("() => chrome.runtime.sendMessage({type: 'ui.call', uri: 'tel:+390230312345'})")
    assert outcome["error"]["name"] == "HOST_NOT_FOUND"
    until(lambda: "native host is not installed" in browser.js("() => document.body.innerText"), say="the words for it")
    browser.goto(site.page("missing", PAGE.format("+39 02 3031 2345")))
    linked(browser)
    browser.click_text("02 3031")
    browser.screenshot(world.path / "toast.png")


def test_the_frozen_host_calls_as_well(browser_name, make_world, open_browser, site, frozen_host):
    world = make_world()
    phone = world.phone()
    world.install_host(browser_name, frozen=True)
    browser = open_browser(browser_name, world)
    browser.goto(site.page("frozen", PAGE.format("+39 02 3031 2345")))
    linked(browser)
    browser.click_text("02 3031")
    assert phone.wait() == ["webextel:+390230312345"]
