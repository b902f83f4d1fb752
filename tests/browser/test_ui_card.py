"""The hover card: by pointer and by keyboard alone, what assistive technology is told, what the page cannot do."""

from __future__ import annotations

import time

import pytest
from tests.lab.access import SCHEMES, paint, violations
from tests.lab.browsers import until

pytestmark = pytest.mark.browser

PAGE = ("<!doctype html><html lang=en><title>Contact</title><body style='margin:40px'>"
        "<p id=p>Phone: <span>{}</span></p><p>Mobile: <span>+39 347 123 4567</span></p><button id=after>After</button></body></html>")
NUMBER = "+44 20 7946 0958"
HOSTS = "() => [...document.documentElement.children].filter(one => one.matches(':popover-open')).length"


@pytest.fixture
def page(desk, site):
    desk.browser.goto(site.page("card", PAGE.format(NUMBER)))
    until(lambda: len(desk.browser.numbers()) == 2, say="two linked numbers")
    time.sleep(0.5)
    return desk


def hover(browser) -> tuple[float, float]:
    left, top, width, height = browser.rect(NUMBER)
    for step in (4, 2, 0):
        browser.move(left + width / 2 - step, top + height / 2)
    until(lambda: browser.js(HOSTS) == 1, say="the card")
    time.sleep(0.2)
    return left, top + height


def tree(browser) -> list[tuple[str, str]]:
    """Role and name of everything in Chromium's accessibility tree, closed roots included."""
    debug = browser.context.new_cdp_session(browser.page)
    nodes = debug.send("Accessibility.getFullAXTree")["nodes"]
    return [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node.get("ignored")]


def test_the_card_shows_on_hover_and_goes(page):
    browser = page.browser
    hover(browser)
    browser.move(5, 400)
    until(lambda: browser.js(HOSTS) == 0, say="no card")
    hover(browser)
    browser.press("Escape")
    until(lambda: browser.js(HOSTS) == 0, say="no card after Escape")


def test_the_card_calls(page):
    left, bottom = hover(page.browser)
    time.sleep(0.7)
    page.browser.click(left + 50, bottom + 6 + 88)
    assert page.phone.wait() == ["webextel:+442079460958"]


def test_the_card_calls_below_a_veil_and_puts_no_second_element_into_the_page(desk, site):
    """Colours of a new kind are mixed by the browser, on an element of ours: the page's one, not another of the card's."""
    veil = "<div style='position:fixed;inset:0;pointer-events:none;background:oklch(.6 .1 200 / .05)'></div>"
    desk.browser.goto(site.page("veil", PAGE.format(NUMBER) + veil))
    until(lambda: len(desk.browser.numbers()) == 2, say="two linked numbers")
    time.sleep(0.5)
    left, bottom = hover(desk.browser)
    time.sleep(0.7)
    desk.browser.click(left + 50, bottom + 6 + 88)
    assert desk.phone.wait() == ["webextel:+442079460958"]
    assert desk.browser.js("() => document.querySelectorAll('click-to-call').length") == 1


def test_a_click_on_the_number_leaves_no_card_before_what_is_said(page):
    browser = page.browser
    left, bottom = hover(browser)
    time.sleep(0.7)
    browser.click(left + 30, bottom - 8)
    assert page.phone.wait() == ["webextel:+442079460958"]
    time.sleep(1)  # the focus that the click brought would have opened the card by now
    assert browser.js(HOSTS) == 0
    browser.js("() => document.activeElement.blur()")
    browser.press("Tab")
    until(lambda: browser.js(HOSTS) == 1, say="the card of the link that the Tab key reached")


def test_a_click_too_soon_is_not_taken(page):
    left, bottom = hover(page.browser)
    page.browser.click(left + 50, bottom + 6 + 88)
    time.sleep(1)
    assert page.phone.uris() == [] or page.browser.name == "firefox"  # its driver is slower than the guard


def test_the_card_is_named_for_assistive_technology(page):
    if page.browser.name == "firefox":
        return
    hover(page.browser)
    found = tree(page.browser)
    assert ("dialog", NUMBER) in found
    for button in ("Call", "Video", "Copy number", "Not a phone number", "Never on this site", "Why was this linked?"):
        assert ("button", button) in found, button


def test_the_page_can_neither_read_nor_click_it(page):
    hover(page.browser)
    found = page.browser.js("""() => {
      const host = [...document.documentElement.children].find(one => one.matches(':popover-open'));
      host.click();
      for (const type of ['click', 'pointerdown', 'pointerup']) host.dispatchEvent(new PointerEvent(type, {bubbles: true, composed: true}));
      return [host.shadowRoot, host.textContent, host.attributes.length <= 3, getSelection().toString()];
    }""")
    assert found[:2] == [None, ""]
    time.sleep(1)
    assert page.phone.uris() == []


def test_by_keyboard_alone_not_a_number_and_undone(page):
    browser = page.browser
    browser.js("() => getSelection().removeAllRanges()")
    browser.press("Tab")
    until(lambda: browser.js(HOSTS) == 1, say="the card of the focused link")
    time.sleep(0.3)
    browser.press("ArrowDown")
    for _ in range(3):
        browser.press("Tab")
    browser.press("Enter")
    until(lambda: [n["e164"] for n in browser.numbers()] == ["+393471234567"], say="the number unlinked")
    rules = "() => chrome.storage.local.get('settings').then(({settings}) => settings.excludedNumbers)"
    assert browser.background(rules) == ["+442079460958 127.0.0.1"]
    browser.press("Enter")  # Undo has the focus
    until(lambda: len(browser.numbers()) == 2, say="linked again")
    assert browser.background(rules) == []


@pytest.mark.parametrize(("number", "body"), [
    ("+44 20 7946 0951", "<input id=i><p>Phone: <b>{}</b></p>"),
    ("+44 20 7946 0952", "<input id=i><p>Phone: {}</p><script>0</script>"),
    ("+44 20 7946 0953", "<input id=i><p>Phone: <a href='tel:+442079460953'>{}</a></p>")], ids=["anchor", "overlay", "own link"])
def test_tab_and_at_once_enter_calls(desk, site, number, body):
    desk.browser.goto(site.page("quick", "<!doctype html><html lang=en><title>Quick</title><body>" + body.format(number)
                                + "<p>Mobile: +39 347 123 4567</p>"))
    until(lambda: "+393471234567" in [number["e164"] for number in desk.browser.numbers()], say="the linked numbers")
    time.sleep(0.3)
    desk.browser.js("() => document.getElementById('i').focus()")
    desk.browser.press("Tab")
    desk.browser.press("Enter")
    assert desk.phone.wait() == ["webextel:" + number.replace(" ", "")]


@pytest.mark.parametrize("script", ["", "<script>0</script>"], ids=["anchor", "overlay"])
def test_a_long_press_opens_the_card_and_calls_nobody(page, site, script):
    browser = page.browser
    if script:
        browser.goto(site.page("pressed", PAGE.format(NUMBER) + script))
        until(lambda: len(browser.numbers()) == 2, say="two linked numbers")
        time.sleep(0.5)
    left, top, width, height = browser.rect(NUMBER)
    browser.touch(left + width / 2, top + height / 2, 1.2)
    until(lambda: browser.js(HOSTS) == 1, say="the card")
    time.sleep(1)
    assert page.phone.uris() == []
    assert browser.js("() => getSelection().isCollapsed")
    browser.touch(left + 50, top + height + 6 + 88, 0.05)
    assert page.phone.wait() == ["webextel:+442079460958"]


def test_never_on_this_site_and_undone(page):
    """By keyboard: the fourth button after the first; the rule holds for this site alone and is taken back with one key."""
    browser = page.browser
    browser.js("() => getSelection().removeAllRanges()")
    browser.press("Tab")
    until(lambda: browser.js(HOSTS) == 1, say="the card of the focused link")
    time.sleep(0.3)
    browser.press("ArrowDown")
    for _ in range(4):
        browser.press("Tab")
    browser.press("Enter")
    rules = "() => chrome.storage.local.get('settings').then(({settings}) => settings?.blockedSites)"
    until(lambda: browser.background(rules) == ["127.0.0.1"], say="the rule")
    until(lambda: browser.numbers() == [], say="nothing linked")
    until(lambda: browser.js(HOSTS) == 1, say="the card, which offers to take it back")
    browser.press("Enter")
    until(lambda: len(browser.numbers()) == 2, say="linked again")
    assert browser.background(rules) == []


BUTTONS = """() => [...document.documentElement.children].flatMap(one =>
  [...one.shadowRoot?.querySelectorAll('button') ?? []].map(button => button.ariaLabel || button.textContent))"""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_card_whatever_it_shows(page, scheme):
    browser = page.browser
    paint(browser, scheme)
    hover(browser)
    browser.reveal()
    assert violations(browser, shadow=True) == []
    for act, buttons in (("why", 6), ("number", 2)):
        browser.click(*browser.card_button(act))
        time.sleep(0.4)
        assert len(browser.js(BUTTONS)) == buttons
        assert violations(browser, shadow=True) == [], act
    paint(browser, "light")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_question(desk, site, scheme):
    browser = desk.browser
    paint(browser, scheme)
    browser.goto(site.page("stars", "<!doctype html><html lang=en><title>Stars</title><body><p>Your stars: +44 909 879 0123</p>"))
    until(lambda: browser.numbers(), say="the linked number")
    browser.click_text("+44 909 879 0123")
    time.sleep(0.7)
    browser.reveal()
    until(lambda: browser.js(BUTTONS) == ["Cancel", "Call"], say="the question alone, with no card before it")
    assert violations(browser, shadow=True) == []
    paint(browser, "light")
    assert desk.phone.uris() == []


def test_axe_would_find_something(page):
    hover(page.browser)
    page.browser.reveal()
    page.browser.js("""() => [...document.documentElement.children].find(one => one.matches(':popover-open')).shadowRoot
      .append(Object.assign(document.createElement('img'), {src: 'x.png'}))""")
    assert any("image-alt" in violation for violation in violations(page.browser, shadow=True))
