"""The settings page: every kind of control, effects, search, reset, export and import, the dial-plan tester."""

from __future__ import annotations

import json
import subprocess
import time

import pytest
from tests.conftest import NODE
from tests.lab.browsers import until
from tests.lab.world import ROOT

pytestmark = pytest.mark.browser

PAGE = "<!doctype html><html lang=it><body><p>Telefono: +39 02 3031 2345</p><p>Fax e telefono +39 06 6982 1234</p></body></html>"

FILL = """([id, value]) => { const field = document.getElementById(id); field.value = value;
  field.dispatchEvent(new InputEvent('input')); }"""


def settings(browser) -> dict:
    return browser.background("() => chrome.storage.local.get('settings').then(({settings}) => settings ?? {})")


@pytest.fixture
def options(desk):
    desk.browser.extension_page("options.html")
    until(lambda: desk.browser.js("() => performance.getEntriesByName('ready').length"), say="the settings page")
    return desk.browser


def act(browser, script: str) -> None:
    browser.js(script)
    time.sleep(0.4)


def test_every_control_writes_its_setting(options):
    act(options, "() => document.querySelector('[data-name=keySound] input').click()")
    act(options, "() => document.querySelector('[data-name=mark] input[value=solid]').click()")
    act(options, """() => { const select = document.querySelector('[data-name=defaultRegion] select');
      select.value = 'DE'; select.dispatchEvent(new Event('change')); }""")
    act(options, """() => { const input = document.querySelector('[data-name=recentsLimit] input');
      input.value = '7'; input.dispatchEvent(new Event('change')); }""")
    act(options, """() => { const row = document.querySelector('[data-name=blockedSites]');
      row.querySelector('input').value = 'https://shop.example.com/path'; row.querySelector('.add button').click(); }""")
    act(options, "() => document.querySelectorAll('[data-name=schemeOrder] li')[1].querySelector('button').click()")
    assert settings(options) == {"keySound": True, "mark": "solid", "defaultRegion": "DE", "recentsLimit": 7,
                                 "blockedSites": ["shop.example.com"], "schemeOrder": ["tel", "webextel", "clicktocall", "sip"]}


def test_a_value_out_of_range_is_refused_and_said(options):
    act(options, """() => { const input = document.querySelector('[data-name=recentsLimit] input');
      input.value = '5000'; input.dispatchEvent(new Event('change')); }""")
    assert settings(options) == {}
    assert options.js("() => document.getElementById('error-recentsLimit').textContent")


def test_search_and_reset(options):
    act(options, """() => { const search = document.getElementById('search');
      search.value = 'fallbackPlain'; search.dispatchEvent(new Event('input')); }""")
    shown = "() => [...document.querySelectorAll('.setting')].filter(row => !row.hidden).map(row => row.dataset.name)"
    assert options.js(shown) == ["fallbackPlainLink"]
    act(options, "() => document.querySelector('[data-name=fallbackPlainLink] input').click()")
    assert settings(options) == {"fallbackPlainLink": True}
    act(options, "() => document.querySelector('[data-name=fallbackPlainLink] .reset').click()")
    assert settings(options) == {}
    act(options, "() => document.querySelector('[data-name=confirm] input[value=always]').click()")
    act(options, "() => document.getElementById('reset').click()")
    act(options, "() => document.getElementById('sureYes').click()")
    assert settings(options) == {}


def test_a_file_that_is_imported_is_what_was_exported(options):
    wanted = {"mark": "solid", "blockedSites": ["example.com"]}
    content = json.dumps({"product": "click-to-call-for-webex", "settings": {**wanted, "recentsLimit": "many", "x": 1}})
    options.js("""content => { const files = new DataTransfer();
      files.items.add(new File([content], 'settings.json', {type: 'application/json'}));
      const input = document.getElementById('file'); input.files = files.files; input.dispatchEvent(new Event('change')); }""", content)
    until(lambda: settings(options) == wanted, say="the imported settings")
    said = options.js("() => document.getElementById('imported').textContent")
    assert "recentsLimit" in said and "x —" in said
    exported = json.loads(options.downloaded("() => document.getElementById('export').click()"))
    assert exported["settings"] == wanted


def test_a_file_of_something_else_changes_nothing(options):
    options.js("""() => { const files = new DataTransfer(); files.items.add(new File(['{"mark": "solid"}'], 'x.json'));
      const input = document.getElementById('file'); input.files = files.files; input.dispatchEvent(new Event('change')); }""")
    until(lambda: options.js("() => document.getElementById('imported').textContent"), say="the refusal")
    assert settings(options) == {}


def test_the_tester_shows_every_step_and_calls_nobody(desk, options):
    options.background("() => chrome.storage.local.set({settings: {dialPlan: {outsideLine: '0', rules: [{match: '+39', replace: '0'}]}}})")
    until(lambda: options.js("() => document.querySelectorAll('.plan .rule').length"), say="the rule")
    options.js("""() => { const input = document.querySelector('.tester input');
      input.value = '+39 02 3031 2345'; input.dispatchEvent(new InputEvent('input')); }""")
    steps = until(lambda: options.js("() => [...document.querySelectorAll('.tester .result')].map(step => step.textContent)"),
                  say="the steps")
    assert steps == ["+390230312345", "000230312345", "webextel:000230312345"]
    assert desk.phone.uris() == []


def test_settings_have_their_effect_on_a_page_that_is_open(desk, site):
    browser = desk.browser
    browser.goto(site.page("effects", PAGE))
    linked = lambda: sorted(number["e164"] for number in browser.numbers())  # noqa: E731
    store = "settings => chrome.storage.local.set({settings})"
    until(lambda: linked() == ["+390230312345", "+390669821234"], say="both numbers")
    browser.background(store, {"excludedNumbers": ["+39023*"]})
    until(lambda: linked() == ["+390669821234"], say="one excluded")
    browser.background(store, {"excludedNumbers": ["+39023* 127.0.0.1", "+39066* elsewhere.example"]})
    until(lambda: linked() == ["+390669821234"], say="one excluded on this site, the other elsewhere")
    browser.background(store, {"blockedSites": ["127.0.0.1"]})
    until(lambda: linked() == [], say="nothing on a blocked site")
    browser.background(store, {"allowedSites": ["elsewhere.example"]})
    assert linked() == []
    browser.background(store, {"enabled": False})
    assert linked() == []
    browser.background(store, {})
    until(lambda: linked() == ["+390230312345", "+390669821234"], say="both again")


def test_recents_are_kept_up_to_their_limit_and_not_at_all_when_off(desk):
    browser = desk.browser
    call = "number => chrome.runtime.sendMessage({type: 'ui.call', uri: 'tel:' + number, shown: number, confirmed: true})"
    recents = "() => chrome.storage.local.get('recents').then(({recents = []}) => recents.map(({shown}) => shown))"
    browser.background("() => chrome.storage.local.set({settings: {recentsLimit: 2}})")
    browser.extension_page("popup.html")
    for number in ("+390230312341", "+390230312342", "+390230312343"):
        assert browser.extension_js(call, number)["ok"]
    assert browser.background(recents) == ["+390230312343", "+390230312342"]
    browser.background("() => chrome.storage.local.set({recents: [], settings: {recents: false}})")
    assert browser.extension_js(call, "+390230312344")["ok"]
    assert browser.background(recents) == []


def test_confirm_asks_in_the_popup_before_it_calls(desk):
    desk.browser.background("() => chrome.storage.local.set({settings: {confirm: 'always'}})")
    desk.browser.extension_page("popup.html")
    desk.browser.js("() => document.getElementById('number').focus()")
    desk.browser.type("+390230312399")
    desk.browser.press("Enter")
    until(lambda: desk.browser.js("() => document.getElementById('ask').open"), say="the question")
    assert desk.phone.uris() == []
    desk.browser.js("() => document.getElementById('askYes').click()")
    assert desk.phone.wait() == ["webextel:+390230312399"]


def test_arrow_up_recalls_and_shift_enter_asks_for_video(desk):
    desk.browser.background("""() => chrome.storage.local.set({recents: [
      {uri: 'tel:+390230312377', shown: '+39 02 3031 2377', kind: 'audio', at: 2}, {uri: 'tel:+1', shown: '+1', kind: 'audio', at: 1}]})""")
    desk.browser.extension_page("popup.html")
    until(lambda: desk.browser.js("() => document.querySelectorAll('#panel-recents .row').length") == 2, say="the recent calls")
    desk.browser.js("() => document.getElementById('number').focus()")
    desk.browser.press("ArrowUp")
    assert desk.browser.js("() => document.getElementById('number').value") == "+39 02 3031 2377"
    desk.browser.press("Shift+Enter")
    assert desk.phone.wait() == ["webextel:+390230312377"]
    until(lambda: desk.browser.background("() => chrome.storage.local.get('recents').then(({recents}) => recents[0].kind)") == "video",
          say="a video call among the recent ones")


def test_the_qr_code_on_the_screen_is_read_back_to_the_link(desk):
    browser = desk.browser
    browser.extension_page("popup.html")
    until(lambda: browser.js("() => document.getElementById('country').textContent.includes('+')"), say="the popup")
    browser.js(FILL, ["number", "+390230312345"])
    browser.js("() => document.getElementById('phone').click()")
    until(lambda: browser.js("() => document.querySelector('#qrCode svg') !== null"), say="the code")
    read = """() => new Promise((done, failed) => {
      const picture = document.querySelector('#qrCode svg').cloneNode(true);
      picture.setAttribute('width', 300); picture.setAttribute('height', 300);
      const image = new Image();
      image.onerror = failed;
      image.onload = () => {
        const canvas = new OffscreenCanvas(300, 300).getContext('2d');
        canvas.drawImage(image, 0, 0);
        done(Array.from(canvas.getImageData(0, 0, 300, 300).data));
      };
      image.src = 'data:image/svg+xml,' + encodeURIComponent(new XMLSerializer().serializeToString(picture));
    })"""
    assert decoded(browser.js(read), 300) == "webextel://login?telephone=%2B390230312345&x-source=Click%20to%20Call"
    browser.js(FILL, ["qrEmail", "anna@example.com"])
    assert decoded(browser.js(read), 300) == ("webexauth://login?email=anna%40example.com&telephone=%2B390230312345"
                                              "&x-source=Click%20to%20Call")


def decoded(pixels: list[int], width: int) -> str:
    """What jsQR reads in a picture of RGBA bytes."""
    script = ("const jsQR = require('jsqr'); const bytes = require('fs').readFileSync(0);"
              f"console.log((jsQR.default ?? jsQR)(new Uint8ClampedArray(bytes), {width}, bytes.length / 4 / {width})?.data)")
    return subprocess.run([NODE, "-e", script], input=bytes(pixels), cwd=ROOT, capture_output=True, check=True).stdout.decode().strip()


def test_the_popup_by_keyboard_alone(desk):
    browser = desk.browser
    browser.extension_page("popup.html")
    until(lambda: browser.js("() => document.getElementById('country').textContent.includes('+')"), say="the popup")
    browser.js("() => document.getElementById('number').focus()")
    at = "() => document.activeElement.id || document.activeElement.dataset.key || document.activeElement.className"
    stops = []
    for _ in range(5):
        browser.press("Tab")
        stops.append(browser.js(at))
    assert stops == ["1", "phone", "call", "video", "tab-keypad"]
    for _ in range(4):
        browser.press("Shift+Tab")
    assert browser.js(at) == "1"
    browser.press("ArrowDown")
    assert browser.js(at) == "4"
    browser.press("Enter")
    assert browser.js("() => document.getElementById('number').value") == "4"
    browser.js("() => document.getElementById('country').focus()")
    browser.press("Enter")
    until(lambda: browser.js("() => document.getElementById('countries').open"), say="the countries")
    browser.type("ital")
    browser.press("Enter")
    until(lambda: browser.js("() => document.getElementById('country').textContent").endswith("IT +39"), say="Italy")
    assert browser.js(at) == "number"
    assert browser.background("() => chrome.storage.local.get('lastRegion').then(({lastRegion}) => lastRegion)") == "IT"
