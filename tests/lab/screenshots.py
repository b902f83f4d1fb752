"""Pictures of every page and state, light and dark, in three languages, into docs/screenshots/.

python3 build.py screenshots [name …]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.lab import language
from tests.lab.browsers import Chromium
from tests.lab.display import virtual_display
from tests.lab.site import serve
from tests.lab.world import ROOT, World

OUT = ROOT / "docs/screenshots"
LANGUAGES = ["en", "it", "ar"]
RECENTS = [{"uri": "tel:+390230312345", "shown": "+39 02 3031 2345", "kind": "audio", "at": 1789000000000},
           {"uri": "tel:+442079460958", "shown": "+44 20 7946 0958", "kind": "video", "at": 1788950000000},
           {"uri": "sip:anna@example.com", "shown": "anna@example.com", "kind": "audio", "at": 1788800000000}]
SETTINGS = {"blockedSites": ["intranet.example.com", "*.example.org"],
            "dialPlan": {"outsideLine": "0", "internal": [{"from": "2000", "to": "2999"}],
                         "rules": [{"match": "+39", "replace": "0"}]}}
# The tab in front of a popup is the popup itself here; it is told of the page that it would stand over.
IN_FRONT = """(() => {
  if (!globalThis.chrome?.tabs || !location.pathname.endsWith('popup.html')) return;
  const send = chrome.runtime.sendMessage.bind(chrome.runtime);
  const numbers = [{e164: '+442079460958', text: '020 7946 0958'},
    {e164: '+442079460123', ext: '44', text: '020 7946 0123 ext. 44'}, {e164: '+390230312345', text: '+39 02 3031 2345'}];
  chrome.tabs.query = async () => [{id: 1, url: 'https://www.example.com/contact'}];
  chrome.runtime.sendMessage = message => message.type === 'ui.numbers' ? Promise.resolve(numbers) : send(message);
})()"""
TYPE = "(value => { const field = document.getElementById('number'); field.value = value; field.dispatchEvent(new InputEvent('input')); })"
CLICK = "id => document.getElementById(id).click()"
POPUP, WIDE, TALL = (360, 572), (1000, 760), (1000, 1180)
# name: page, size, what is done first; what is in BEFORE is taken before the host is installed.
STATES = {
    "popup": ("popup.html", POPUP, f"() => {TYPE}('+390230312345')"),
    "popup-page": ("popup.html", POPUP, f"() => ({CLICK})('tab-page')"),
    "popup-recents": ("popup.html", POPUP, f"() => ({CLICK})('tab-recents')"),
    "popup-country": ("popup.html", POPUP, f"() => ({CLICK})('country')"),
    "popup-phone": ("popup.html", POPUP, f"() => {{ {TYPE}('+390230312345'); ({CLICK})('phone'); }}"),
    "popup-refused": ("popup.html", POPUP, f"() => {{ {TYPE}('hello'); ({CLICK})('call'); }}"),
    "options": ("options.html", WIDE, None),
    "options-dial-plan": ("options.html", TALL, """() => {
        document.querySelector('[data-name=dialPlan]').scrollIntoView();
        const field = document.querySelector('.tester input');
        field.value = '+39 02 3031 2345';
        field.dispatchEvent(new InputEvent('input'));
      }"""),
    "welcome-open": ("welcome.html", TALL, None),
    "welcome": ("welcome.html", TALL, "() => document.querySelector('#try button').click()"),
    "diagnosis": ("diagnosis.html", WIDE, None),
    "diagnosis-no-host": ("diagnosis.html", WIDE, None),
}
BEFORE = ["welcome-open", "diagnosis-no-host"]
# name: what is chosen in the card
CARD = {"card": None, "card-why": "why", "card-done": "number"}
COSTLY = "+44 909 879 0123"
QUESTION = ("<!doctype html><html lang=en><meta name=color-scheme content='light dark'><title>Horoscopes</title>"
            "<body style='font: 16px/1.6 system-ui; margin: 40px'><h1>Your stars today</h1>"
            f"<p>Hear what is coming: {COSTLY}</p></body>")


def picture(browser: Chromium, name: str, tongue: str, scheme: str) -> None:
    address, (width, height), act = STATES[name]
    page = browser.context.new_page()
    page.add_init_script(language.script(tongue))
    page.add_init_script(IN_FRONT)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"chrome-extension://{browser.id}/{address}")
    page.wait_for_function("() => performance.getEntriesByName('ready').length")
    if address == "popup.html":
        page.wait_for_function("() => document.getElementById('stateDot').dataset.state"
                               " && document.getElementById('panel-recents').textContent")
    page.wait_for_timeout(300)
    if act:
        page.evaluate(act)
        page.wait_for_timeout(600)
    page.screenshot(path=OUT / f"{name}-{tongue}-{scheme}.png")
    page.close()


def over_page(browser: Chromium, url: str, number: str, tongue: str, scheme: str) -> None:
    """The browser's tab is a page of the web, its content script answers in a language, the pointer rests on a number."""
    browser.page = page = browser.context.new_page()
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": 760, "height": 520})
    debug = browser.context.new_cdp_session(page)
    worlds: list[int] = []
    debug.on("Runtime.executionContextCreated", lambda event: worlds.append(event["context"]["id"])
             if browser.id in event["context"]["origin"] else None)
    debug.send("Runtime.enable")
    page.goto(url)
    page.wait_for_timeout(1500)
    for world in worlds:
        debug.send("Runtime.evaluate", {"expression": language.script(tongue), "contextId": world})
    left, top, _, height = browser.rect(number)
    page.wait_for_timeout(500)
    browser.move(left + 20, top + height / 2 - 3)
    browser.move(left + 24, top + height / 2)
    page.wait_for_timeout(2500)


def card(browser: Chromium, url: str, name: str, tongue: str, scheme: str) -> None:
    """The card over the sample page."""
    over_page(browser, url, "+49 89 12345678", tongue, scheme)
    if CARD[name]:
        browser.reveal()
        browser.click(*browser.card_button(CARD[name]))
        browser.page.wait_for_timeout(800)
    browser.screenshot(OUT / f"{name}-{tongue}-{scheme}.png")
    if name == "card-done":
        browser.background("() => chrome.storage.local.get('settings').then(({settings}) =>"
                           " chrome.storage.local.set({settings: {...settings, excludedNumbers: []}}))")
    browser.page.close()


def question(browser: Chromium, url: str, tongue: str, scheme: str) -> None:
    """What is asked before a number that costs."""
    over_page(browser, url, COSTLY, tongue, scheme)
    browser.page.mouse.down()
    browser.page.mouse.up()
    browser.page.wait_for_timeout(1500)
    browser.screenshot(OUT / f"question-{tongue}-{scheme}.png")
    browser.page.close()


def every(names: list[str], take) -> None:
    for scheme in ("light", "dark"):
        for tongue in LANGUAGES:
            for name in names:
                take(name, tongue, scheme)
            print(f"{scheme} {tongue}: {', '.join(names)}", flush=True)


def main(wanted: list[str]) -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    chosen = [name for name in [*STATES, *CARD, "question"] if not wanted or name in wanted]
    with virtual_display() as display, tempfile.TemporaryDirectory() as folder, serve() as site:
        world = World(Path(folder), display)
        world.phone()
        browser = Chromium(world)
        asking = site.page("stars", QUESTION)

        def take(name: str, tongue: str, scheme: str) -> None:
            if name in CARD:
                card(browser, site.url, name, tongue, scheme)
            elif name == "question":
                question(browser, asking, tongue, scheme)
            else:
                picture(browser, name, tongue, scheme)

        every([name for name in chosen if name in BEFORE], take)
        world.install_host("chromium")
        world.host("install")  # for the doctor, which looks where a browser of the person's own would
        browser.background("stored => chrome.storage.local.set(stored)", {"recents": RECENTS, "settings": SETTINGS, "lastRegion": "GB"})
        every([name for name in chosen if name not in BEFORE], take)
        browser.close()
    pictures = list(OUT.glob("*.png"))
    print(f"{len(pictures)} pictures, {sum(path.stat().st_size for path in pictures) / 1e6:.1f} MB, in docs/screenshots")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
