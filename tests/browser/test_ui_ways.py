"""Every way to call, with a real keyboard and mouse on a display of its own: menus, shortcuts, address bar, popup."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from tests.lab.browsers import Chromium, Firefox, start, until
from tests.lab.display import virtual_display
from tests.lab.keyboard import Keyboard
from tests.lab.phone import StandInPhone
from tests.lab.world import World

pytestmark = pytest.mark.browser

PAGE = ("<!doctype html><html lang=it><title>Contatti</title><body><p id=p>Telefono +39 02 3031 2345</p>"
        "<p><a id=a href='tel:+390669821234'>Roma</a></p><p><a href='tel:+390817654321'>Napoli</a></p>"
        "<p id=words>nessun numero</p></body></html>")
NUMBERS_LISTED = "document => document.querySelectorAll('#panel-page .row').length"


@dataclass
class Room:
    """A browser alone on a display, with the person's own keyboard."""

    browser: Chromium | Firefox
    phone: StandInPhone
    keys: Keyboard

    def select(self, element: str) -> None:
        self.browser.js("id => getSelection().selectAllChildren(document.getElementById(id))", element)

    def right_click(self, element: str) -> None:
        box = self.browser.js("""id => {
          const box = document.getElementById(id).getBoundingClientRect();
          return [box.x + 15, box.y + box.height / 2, window.mozInnerScreenX ?? 0, window.mozInnerScreenY ?? 0];
        }""", element)
        if self.browser.name == "chromium":
            self.browser.page.mouse.click(box[0], box[1], button="right")
        else:
            self.keys.click(box[0] + box[2], box[1] + box[3], 3)
        time.sleep(0.8)

    def choose_ours(self, *then: str) -> None:
        """Our entry stands last in Firefox, and last but for the inspector in Chromium."""
        for key in (["Up", "Up"] if self.browser.name == "chromium" else ["Up"]):
            self.keys.press(key)
            time.sleep(0.2)
        for key in (*then, "Return"):
            self.keys.press(key)
            time.sleep(0.3)

    def popup(self, function: str):
        """The value of a function of the open popup's document, or None while there is none."""
        return self.browser.background(
            "() => { const [view] = chrome.extension.getViews({type: 'popup'});"
            f" return view?.document?.body ? ({function})(view.document) : null; }}")


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def _room(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    with virtual_display() as display:
        world = World(tmp_path_factory.mktemp(f"ways-{request.param}"), display)
        phone = world.phone()
        world.install_host(request.param)
        browser = start(request.param, world)
        yield Room(browser, phone, Keyboard(display["DISPLAY"]))
        browser.close()


@pytest.fixture
def room(_room: Room, site) -> Room:
    _room.keys.press("Escape")
    _room.browser.goto(site.page("ways", PAGE))
    until(lambda: _room.browser.numbers(), say="the page's numbers")
    _room.keys.move(600, 600)
    _room.phone.forget()
    return _room


def test_the_shortcut_calls_the_selection(room):
    room.keys.click(600, 700)
    room.select("p")
    room.keys.press("Alt_L", "Shift_L", "k")
    assert room.phone.wait() == ["webextel:+390230312345"]


def test_the_shortcut_without_a_number_calls_nobody(room):
    room.keys.click(600, 700)
    room.select("words")
    room.keys.press("Alt_L", "Shift_L", "k")
    time.sleep(1.5)
    assert room.phone.uris() == []


def test_the_address_bar_calls_after_the_keyword(room):
    room.keys.press("Control_L", "l")
    time.sleep(0.3)
    room.keys.type("call ")
    time.sleep(0.4)
    room.keys.type("+390230312346")
    time.sleep(0.6)
    room.keys.press("Return")
    assert room.phone.wait() == ["webextel:+390230312346"]


def test_the_context_menu_calls_the_selection(room):
    room.select("p")
    room.right_click("p")
    room.choose_ours()
    assert room.phone.wait() == ["webextel:+390230312345"]


def test_the_context_menu_calls_a_link_of_the_page(room):
    room.right_click("a")
    room.choose_ours("Right")
    assert room.phone.wait() == ["webextel:+390669821234"]


def test_a_click_on_a_link_of_the_page_is_taken_over(room):
    room.browser.click_text("Napoli")
    assert room.phone.wait() == ["webextel:+390817654321"]


def test_the_shortcut_opens_the_popup_which_lists_and_calls_the_numbers_of_the_page(room):
    room.keys.click(600, 700)
    beside = None
    if room.browser.name == "chromium":  # a service worker sees no windows; a page of ours in the background does
        beside = room.browser.context.new_page()
        beside.goto(f"chrome-extension://{room.browser.id}/diagnosis.html")
        room.browser.page.bring_to_front()

    def popup(function: str):
        if beside is None:
            return room.popup(function)
        return beside.evaluate("() => { const [view] = chrome.extension.getViews({type: 'popup'});"
                               f" return view?.document?.body ? ({function})(view.document) : null; }}")

    room.keys.press("Alt_L", "Shift_L", "d")
    until(lambda: popup(NUMBERS_LISTED), say="the page's number in the popup")
    assert popup("document => document.querySelector('.site-name').textContent") == "127.0.0.1"
    until(lambda: popup("document => document.activeElement.id") == "number", say="the field with the focus")
    popup("document => document.getElementById('tab-page').click()")
    assert "+39 02 3031 2345" in popup("document => document.getElementById('panel-page').textContent")
    if beside is None:  # without a window manager the keys follow the pointer
        x, y = popup('''document => { const box = document.getElementById('number').getBoundingClientRect();
            const view = document.defaultView; return [view.mozInnerScreenX + box.x + 60, view.mozInnerScreenY + box.y + 15]; }''')
        room.keys.click(x, y)
        time.sleep(0.5)
    room.keys.type("+390230312347")
    room.keys.press("Return")
    assert room.phone.wait() == ["webextel:+390230312347"]
    until(lambda: "Webex" in (popup("document => document.getElementById('outcome').textContent") or ""), say="the outcome")
    room.keys.press("Escape")
    if beside:
        beside.close()


def test_a_page_without_numbers_is_told_as_well(room, site):
    room.browser.goto(site.page("bare", "<!doctype html><title>bare</title><body><p id=words>nothing here</p></body>"))
    time.sleep(0.5)
    room.keys.click(600, 700)
    room.select("words")
    room.keys.press("Alt_L", "Shift_L", "k")
    until(lambda: room.browser.js("() => document.querySelector('click-to-call') !== null")
          or room.browser.background("() => chrome.action.getBadgeText({})") == "!", say="the outcome")
    assert room.phone.uris() == []
