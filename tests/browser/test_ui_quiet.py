"""Quiet on the page: nothing moves, copied text is the page's own, and print shows no mark."""

from __future__ import annotations

import re
import time
import zlib

import pytest
from tests.lab.browsers import until

pytestmark = pytest.mark.browser

# A number in the midst of a text and one in two nodes are linked without touching the page; the others may have anchors.
PAGE = ("<!doctype html><html lang=en><title>Contact</title><body><h1>Contact us</h1><p>Phone: +44 20 7946 0958, or</p>"
        "<ul><li>Mobile: +39 347 123 4567</li></ul><table><tr><td>Desk<td>+39 02 3031 2345</table>"
        "<p>Home: <b>+39 02</b> 3031 2346.</p></body></html>")
LINKED = "settings => chrome.storage.local.set({settings})"
RECTANGLES = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node; node = walker.nextNode();) {
    for (let at = 0; at < node.data.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      for (const {left, right, top, bottom} of range.getClientRects())
        if (right > left) found.push([node.data[at], left, right, top, bottom]);
    }
  }
  return found;
}"""


@pytest.fixture
def page(desk, site):
    desk.browser.goto(site.page("quiet", PAGE))
    until(lambda: len(desk.browser.numbers()) == 4, say="four linked numbers")
    time.sleep(0.5)
    return desk.browser


def unlink(browser) -> None:
    browser.background(LINKED, {"enabled": False})
    until(lambda: browser.numbers() == [], say="nothing linked")


def test_no_character_stands_elsewhere(page):
    linked = page.js(RECTANGLES)
    unlink(page)
    assert linked == page.js(RECTANGLES)


def test_what_is_copied_is_the_text_of_the_page(page):
    linked = copied(page)
    page.js("() => { document.getElementById('paste').remove(); getSelection().removeAllRanges(); }")
    until(lambda: len(page.numbers()) == 4, say="four linked numbers")  # the pasted field made the page look again
    left, top, width, height = page.rect("7946")
    card = "() => [...document.documentElement.children].some(one => one.matches(':popover-open'))"
    for step in range(40):  # a link may come under a pointer that rests: it is heard of with the next move
        page.move(left + step % 4, top + height / 2)
        time.sleep(0.6)
        if page.js(card):
            break
    assert page.js(card)
    with_card = copied(page)
    unlink(page)
    assert copied(page) == linked == with_card
    assert "Phone: +44 20 7946 0958, or" in linked and "+39 02 3031 2346." in linked


def copied(browser) -> str:
    """What the person's own keys take from the page, by the clipboard, into a field."""
    browser.js("() => { document.getElementById('paste')?.remove(); getSelection().removeAllRanges(); }")
    browser.press("Control+a")
    browser.press("Control+c")
    browser.js("""() => { const field = document.createElement('textarea'); field.id = 'paste';
      document.body.append(field); field.focus(); }""")
    browser.press("Control+v")
    return until(lambda: browser.js("() => document.getElementById('paste').value"), say="the pasted text")


@pytest.mark.parametrize("mark", ["dotted", "solid"])
def test_print_shows_no_mark(page, mark):
    page.background(LINKED, {"mark": mark})
    time.sleep(0.5)
    until(lambda: len(page.numbers()) == 4, say="four linked numbers")
    linked = painted(page.printed())
    unlink(page)
    assert painted(page.printed()) == linked


def painted(pdf: bytes) -> int:
    """How many lines and areas the pages of a PDF paint (its operators S, f, B and their kin), text aside."""
    streams = [inflated(match[1]) for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)]
    pages = [stream for stream in streams if b"BT" in stream and re.search(rb"T[jJ]", stream)]
    assert pages
    return sum(len(re.findall(rb"(?<![\w/])(?:S|s|f|F|f\*|B|B\*|b|b\*)\s", stream)) for stream in pages)


def inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)  # forgives a last byte that looked like the end of the line
    except zlib.error:
        return b""
