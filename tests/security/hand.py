# ruff: noqa: E501 (programs for the page)
"""A person's hand at the browser, led by a page that wants a call."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from tests.lab.browsers import until

ALL_EVENTS = """() => {
  const kinds = [MouseEvent, PointerEvent, Event, CustomEvent, UIEvent, DragEvent, WheelEvent, KeyboardEvent, FocusEvent, InputEvent];
  const names = ['pointerover', 'pointerenter', 'pointermove', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'auxclick', 'dblclick', 'contextmenu', 'touchstart', 'touchend', 'dragstart', 'drop', 'dragend', 'keydown', 'keypress', 'keyup', 'focus', 'focusin', 'beforeinput', 'input', 'submit', 'command', 'toggle'];
  const {x, y, width, height} = document.querySelector('#n').getBoundingClientRect();
  const init = {bubbles: true, composed: true, cancelable: true, detail: 1, button: 0, buttons: 1, clientX: x + width / 2, clientY: y + height / 2, pointerType: 'mouse', isPrimary: true, key: 'Enter', code: 'Enter', keyCode: 13, view: window, isTrusted: true};
  for (const target of [window, document, ...document.querySelectorAll('*')]) for (const Kind of kinds) for (const name of names) target.dispatchEvent(new Kind(name, init));
}"""
REDISPATCH = """() => { const n = document.querySelector('#n'); let again; addEventListener('click', e => { if (!again) { again = e; setTimeout(() => n.dispatchEvent(e)); } }, true); }"""


OWN_IDS = re.compile(r"(#|id=)([nfb])\b")


def own_ids(text: str, number: int | None) -> str:
    """The same attempt among others on one page: its ids get its number."""
    return text if number is None else OWN_IDS.sub(rf"\1\g<2>{number}", text)


class Hand:
    """A person's hand at the browser; with a number, at that of many attempts on one page."""

    def __init__(self, browser, number: int | None = None):
        self.browser, self.number = browser, number

    def js(self, function: str, argument=None):
        return self.browser.js(own_ids(function, self.number), own_ids(argument, self.number) if isinstance(argument, str) else argument)

    def center(self, selector: str = "#n") -> tuple[float, float]:
        return tuple(self.js("s => { const b = document.querySelector(s).getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; }", selector))

    def click(self, selector: str = "#n") -> None:
        """Comes from beside, rests a moment, clicks."""
        x, y = self.center(selector)
        self.browser.move(x + 9, y + 90)
        self.browser.move(x - 1, y)
        self.browser.move(x, y)
        self.click_at(x, y)

    def click_at(self, x: float, y: float) -> None:
        time.sleep(0.1)
        self.browser.click(x, y)

    def key(self, name: str, selector: str | None = None) -> None:
        if selector:
            self.js("s => document.querySelector(s).focus()", selector)
            time.sleep(0.6)
        self.browser.press(name)

    def move_link(self, css: str) -> None:
        """The page lays the number elsewhere; from now on the click has to come soon."""
        self.js("""css => { document.querySelector('#n').style.cssText += css; const own = document.documentElement.dataset;
          own.moved = performance.now(); addEventListener('click', e => { own.clicked = e.timeStamp; }, {capture: true, once: true}); }""", css)

    def was_slow(self) -> bool:
        """Whether the click came so late after the move that it may count: then the attempt says nothing."""
        return self.js("() => { const {moved, clicked} = document.documentElement.dataset; return moved !== undefined && clicked !== undefined && clicked - moved > 400; }")


Act = Callable[[Hand], None]


def script(code: str) -> Act:
    return lambda hand: hand.js(code)


def beside(hand: Hand) -> None:
    """The number comes to stand right beside the pointer, which moves on."""
    hand.browser.move(290, 290)
    hand.browser.move(300, 300)
    hand.move_link("position:fixed;margin:0;left:302px;top:290px")
    hand.browser.move(306, 300)
    hand.browser.click(306, 300)


def under(hand: Hand) -> None:
    """The number comes to stand under the pointer."""
    hand.browser.move(290, 290)
    hand.browser.move(300, 300)
    hand.move_link("position:fixed;margin:0;left:280px;top:290px")
    hand.browser.click(300, 300)


def scrolled(hand: Hand) -> None:
    x, _ = hand.center()
    hand.browser.move(x - 9, 290)
    hand.browser.move(x, 300)
    hand.move_link("")
    hand.js("() => { const b = document.querySelector('#n').getBoundingClientRect(); scrollBy({top: b.top - 290, behavior: 'instant'}); }")
    hand.browser.click(x, 300)


def shown(hand: Hand) -> None:
    hand.js("() => { document.querySelector('#n').style.display = 'none'; }")
    hand.browser.move(290, 290)
    hand.browser.move(300, 300)
    hand.move_link("display:block;position:fixed;left:280px;top:290px")
    hand.browser.click(300, 300)


def on_press(hand: Hand) -> None:
    """The page moves the number there as the button goes down."""
    hand.js("() => addEventListener('pointerdown', () => { document.querySelector('#n').style.cssText = 'position:fixed;left:280px;top:290px'; }, true)")
    hand.browser.move(290, 290)
    hand.browser.move(300, 300)
    hand.click_at(300, 300)


def enter_on(setup: str) -> Act:
    def act(hand: Hand) -> None:
        hand.js(setup)
        hand.key("Enter", "#i")
    return act


def held_enter(hand: Hand) -> None:
    hand.js("() => { document.querySelector('#i').focus(); addEventListener('keydown', () => document.querySelector('#n').focus(), true); }")
    for _ in range(14):
        hand.browser.page.keyboard.down("Enter")
        time.sleep(0.06)
    hand.browser.page.keyboard.up("Enter")


def after_question(trick: Act, wait: float = 0.8) -> Act:
    """A costly number asks; the page plays its trick on our box; the person clicks where its yes stands."""
    def act(hand: Hand) -> None:
        hand.click()
        time.sleep(0.8)
        trick(hand)
        time.sleep(wait)
        width, height = hand.js("() => [innerWidth, innerHeight]")
        hand.browser.move(width - 62, height - 40)
        hand.click_at(width - 60, height - 40)
    return act


def moved_question(hand: Hand) -> None:
    """The page transforms everything, so that our box's yes would come under the pointer."""
    hand.click()
    time.sleep(1)
    x, y = hand.center()
    hand.js("([x, y]) => { document.documentElement.style.transform = `translate(${x - (innerWidth - 60)}px, ${y - (innerHeight - 40)}px)`; }", [x, y])
    time.sleep(0.7)
    hand.click_at(x, y)


def on_card(hand: Hand) -> None:
    """The card of a number comes after a while; the page covers it, and the person clicks where its call stands."""
    hand.js("() => { document.querySelector('#n').style.cssText = 'position:fixed;left:300px;top:300px'; }")
    time.sleep(0.7)
    x, y = hand.center()
    hand.browser.move(x - 1, y)
    hand.browser.move(x, y)
    place = until(lambda: hand.js("() => { const b = document.querySelector(':popover-open'); return b && [...Array(40)].map((_, i) => 330 + i * 8).find(y => document.elementFromPoint(330, y) === b) }"),
                  say="the card")
    time.sleep(0.6)
    hand.js("() => document.querySelector('#q').showPopover()")
    for down in range(place, place + 160, 16):
        hand.browser.move(340, down)
        hand.browser.click(340, down)


def drag(hand: Hand) -> None:
    mouse, (x, y) = hand.browser.page.mouse, hand.center()
    mouse.move(x, y)
    mouse.down()
    mouse.move(400, 400, steps=8)
    mouse.up()


def locked(hand: Hand) -> None:
    """The pointer is locked to the number: it stands still, wherever the person thinks that it points."""
    hand.click("#b")
    time.sleep(0.7)
    hand.js("() => new Promise(done => { document.addEventListener('pointerlockchange', () => done(), {once: true}); setTimeout(done, 1500); document.querySelector('#n').requestPointerLock(); })")
    hand.click()
    hand.js("() => document.exitPointerLock()")


def reopened(hand: Hand) -> None:
    """The document is opened anew, which takes our listeners away, and the page listens first."""
    hand.js("""([n]) => { document.open(); addEventListener('pointermove', e => e.stopImmediatePropagation(), true); addEventListener('pointerover', e => e.stopImmediatePropagation(), true);
      document.write("<!doctype html><html lang=it><body><p id=n style='position:fixed;left:600px;top:500px'>" + n + "</p>"); document.close(); }""", [hand.js("() => document.querySelector('#n').textContent")])
    time.sleep(1.5)
    under(hand)


def in_frame(hand: Hand) -> None:
    """A click on the number in the frame."""
    left, top = hand.js("() => { const b = document.querySelector('#f').getBoundingClientRect(); return [b.x, b.y]; }")
    hand.browser.move(left + 170, top + 60)
    hand.browser.move(left + 178, top + 16)
    hand.click_at(left + 180, top + 16)
