# ruff: noqa: E501 (programs for the page)
"""What a page may try: forge, redirect, hide, guess. Nothing is called and nothing is learnt, in real browsers."""

from __future__ import annotations

import json
import time

import pytest
from tests.browser.test_call import linked
from tests.lab.browsers import until
from tests.lab.site import serve
from tests.lab.world import IDENTITY, ROOT

pytestmark = pytest.mark.browser

NUMBER = "+39 02 3031 2345"
PAGE = """<!doctype html><html lang=it><meta charset=utf-8><title>{title}</title><body style="font-size:20px">{body}<script>{script}</script>"""


def open_page(desk, site, body: str, script: str = "", name: str = "security") -> None:
    desk.browser.goto(site.page(name, PAGE.format(title="Contatti", body=body, script=script)))


def listening(browser) -> None:
    """Waits until the page layer has begun: a page without a number to link shows nothing else of it."""
    until(lambda: browser.js("() => document.querySelector('click-to-call') !== null"), say="our element")
    time.sleep(0.8)


def nothing_was_called(desk, seconds: float = 1.5) -> None:
    time.sleep(seconds)
    assert desk.phone.uris() == []


def center(browser, selector: str) -> list[float]:
    return browser.js("s => { const b = document.querySelector(s).getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; }", selector)


def click_link(browser, selector: str) -> None:
    x, y = center(browser, selector)
    browser.move(x - 2, y)
    browser.move(x, y)
    time.sleep(0.7)
    browser.click(x, y)


def answer(browser, yes: bool = True) -> None:
    """Clicks the answer of the question in our closed root: the box stands at the end of the viewport."""
    width, height = browser.js("() => [innerWidth, innerHeight]")
    time.sleep(0.8)
    browser.move(width - 60, height - 40)
    browser.click(width - 60 if yes else width - 130, height - 40)


def test_a_link_that_shows_another_number_asks_and_calls_only_after_a_yes(desk, site):
    open_page(desk, site, f"<p><a id=a href='tel:+390669821234'>{NUMBER}</a></p>")
    listening(desk.browser)
    click_link(desk.browser, "#a")
    nothing_was_called(desk)
    desk.browser.js("() => document.querySelector('click-to-call').click()")
    nothing_was_called(desk, 0.5)
    answer(desk.browser)
    assert desk.phone.wait() == ["webextel:+390669821234"]


def test_a_premium_number_asks_and_a_double_click_does_not_answer(desk, site):
    """The box appears where the page put the number, so that the second click of a double click would fall on yes."""
    open_page(desk, site, "<p style='position:fixed;right:20px;bottom:26px;margin:0'>Telefono <span id=n>+39 899 123456</span></p>")
    linked(desk.browser)
    time.sleep(0.6)
    width, height = desk.browser.js("() => [innerWidth, innerHeight]")
    x, y = center(desk.browser, "#n")
    desk.browser.move(x, y)
    time.sleep(0.7)
    desk.browser.click(x, y)
    for _ in range(3):
        desk.browser.click(width - 60, height - 40)
    nothing_was_called(desk)
    answer(desk.browser)
    assert desk.phone.wait() == ["webextel:+39899123456"]


def test_a_question_can_be_answered_above_a_modal_dialog(desk, site):
    """Which makes all else on a page inert, our box too."""
    open_page(desk, site, "<dialog id=d style='margin:80px'>Telefono <span id=n>+39 899 123457</span></dialog>", "d.showModal()")
    linked(desk.browser)
    time.sleep(0.6)
    click_link(desk.browser, "#n")
    nothing_was_called(desk)
    answer(desk.browser)
    assert desk.phone.wait() == ["webextel:+39899123457"]
    assert desk.browser.js("() => document.getElementById('d').matches(':modal')")


def test_a_link_that_comes_to_the_pointer(desk, site):
    """The page's own call link, which the browser alone would have asked about."""
    open_page(desk, site, f"<p><a id=a style='position:absolute;left:500px;top:400px' href='tel:+390230312345'>{NUMBER}</a></p>")
    listening(desk.browser)
    x, y = center(desk.browser, "#a")
    desk.browser.move(100, 100)
    desk.browser.js("([dx, dy]) => { const s = document.getElementById('a').style; s.left = 500 + dx + 'px'; s.top = 400 + dy + 'px'; }", [100 - x, 100 - y])
    time.sleep(0.1)
    desk.browser.click(100, 100)
    nothing_was_called(desk)
    time.sleep(0.6)
    desk.browser.click(100, 100)
    assert desk.phone.wait() == ["webextel:+390230312345"]


@pytest.mark.parametrize("body", [f"<p>Telefono {NUMBER}</p>", f"<p><a href='tel:+390230312345'>{NUMBER}</a></p>"], ids=["linked", "own link"])
def test_the_focus_put_under_a_key_that_goes_down(desk, site, body):
    open_page(desk, site, body + "<input id=i>",
              "addEventListener('keydown', () => document.querySelector('a, click-to-call')?.focus(), true);")
    time.sleep(1.2)
    desk.browser.js("() => document.getElementById('i').focus()")
    desk.browser.press("Enter" if desk.browser.name == "chromium" else "\ue007")
    nothing_was_called(desk)


@pytest.mark.parametrize("script", [
    "addEventListener('keydown', event => { event.preventDefault(); A.focus(); }, true)",
    "addEventListener('keydown', event => event.key === 'Tab' && A.focus(), true)",
    "addEventListener('keyup', () => A.focus(), true)",
    "addEventListener('focusin', event => event.target.id === 'j' && setTimeout(() => A.focus()), true)",
    "addEventListener('focusin', event => event.target.id === 'j' && A.focus(), true)",
], ids=["instead of Tab", "before Tab", "after Tab", "right after", "within"])
def test_the_focus_put_elsewhere_than_tab_brings_it(desk, site, script):
    open_page(desk, site, f"<p><a href='tel:+390230312345'>{NUMBER}</a></p><input id=i><button id=j>j</button>",
              f"const A = document.querySelector('a'); {script};")
    time.sleep(1.2)
    desk.browser.js("() => document.getElementById('i').focus()")
    desk.browser.press("Tab")
    desk.browser.press("Enter" if desk.browser.name == "chromium" else "\ue007")
    nothing_was_called(desk)


def test_messages_that_the_page_makes(desk, site):
    open_page(desk, site, f"<p>Telefono {NUMBER}</p>")
    linked(desk.browser)
    told = desk.browser.js("""async id => {
      const said = [];
      const api = globalThis.browser?.runtime ?? globalThis.chrome?.runtime;
      const request = {type: 'page.call', uri: 'tel:+390230312345', confirmed: true};
      for (const type of ['page.call', 'ui.call', 'frame.toast', 'ui.status', 'page.settings']) {
        postMessage({...request, type}, '*');
        new BroadcastChannel(id).postMessage({...request, type});
        dispatchEvent(new CustomEvent(type, {detail: request}));
        try { said.push(await api.sendMessage(id, {...request, type})); } catch { }
      }
      try { api.connect(id).postMessage(request); } catch { }
      try { api.connectNative('io.github.webex_click_to_call').postMessage(request); } catch { }
      return said;
    }""", desk.browser.id)
    assert [item for item in told if item is not None] == []
    nothing_was_called(desk)


def linked_in_frame(browser) -> None:
    """Waits for the number of a frame, whoever answers first."""
    until(lambda: browser.background("""async () => {
      const [tab] = await chrome.tabs.query({active: true, lastFocusedWindow: true});
      const frames = await chrome.scripting.executeScript({target: {tabId: tab.id, allFrames: true}, func: () => true});
      const lists = await Promise.all(frames.map(({frameId}) => chrome.tabs.sendMessage(tab.id, {type: 'frame.list'}, {frameId}).catch(() => [])));
      return lists.flat().length;
    }"""), say="the frame's number")
    time.sleep(1.2)


def click_in_frame(browser) -> None:
    """Clicks the number in the frame at 200, 100; Marionette's pointer stays in the frame that it is in."""
    if browser.name == "firefox":
        browser.driver.switch_to_frame(browser.driver.find_element("id", "f"))
    left, top = (0, 0) if browser.name == "firefox" else (200, 100)
    browser.move(left + 135, top + 30)
    browser.move(left + 140, top + 32)
    time.sleep(0.2)  # before the hover card, which would stand in front
    browser.click(left + 140, top + 32)
    if browser.name == "firefox":
        browser.driver.switch_to_frame()


def framed(desk, site, elsewhere, opacity: str, number: str) -> None:
    """A page with a frame of another origin in it, and a click on the frame's number."""
    inner = elsewhere.page("inner", PAGE.format(title="", body=f"<p id=p>Telefono {number}</p>", script=""))
    style = f"position:absolute;left:200px;top:100px;width:600px;height:400px;border:0;opacity:{opacity}"
    open_page(desk, site, f"<p>Rubrica</p><iframe id=f src='{inner}' style='{style}'></iframe>", name=f"frame{opacity}")
    linked_in_frame(desk.browser)
    click_in_frame(desk.browser)


def test_a_frame_that_the_page_hides_does_not_call(desk, site):
    """A frame faded to nothing and laid under the pointer: what a click on it wants is asked on the tab's own page, or comes to nothing."""
    with serve() as elsewhere:
        framed(desk, site, elsewhere, "0.001", NUMBER)
        nothing_was_called(desk, 4)


def test_a_frame_that_is_seen_calls_where_the_browser_can_tell(desk, site):
    with serve() as elsewhere:
        framed(desk, site, elsewhere, "1", "+39 02 3031 7777")
        if desk.browser.name == "chromium":
            assert desk.phone.wait() == ["webextel:+390230317777"]
        else:  # Firefox cannot tell, so nothing happens without a question, which stands on the tab's own page
            nothing_was_called(desk)
            answer(desk.browser)
            assert desk.phone.wait() == ["webextel:+390230317777"]


def test_another_extension_is_not_heard(make_world, open_browser, site, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "manifest.json").write_text(json.dumps({
        "manifest_version": 3, "name": "Other", "version": "1", "permissions": ["nativeMessaging"],
        "content_scripts": [{"matches": ["http://*/*"], "js": ["page.js"]}], "background": {"service_worker": "worker.js"}}))
    (other / "page.js").write_text("chrome.runtime.sendMessage('go').then(said => { document.documentElement.dataset.said = JSON.stringify(said); });")
    worker = """
      const id = '%s';
      const request = type => ({type, uri: 'tel:+390230312345', confirmed: true});
      async function go() {
        const said = [];
        for (const type of ['ui.call', 'page.call', 'ui.status', 'page.settings']) {
          said.push(await chrome.runtime.sendMessage(id, request(type)).then(answer => ({answer}), error => error.message));
        }
        said.push(await new Promise(done => {
          const port = chrome.runtime.connectNative('io.github.webex_click_to_call');
          port.onMessage.addListener(answer => done({answer}));
          port.onDisconnect.addListener(() => done(chrome.runtime.lastError.message));
          port.postMessage({version: 1, id: 1, verb: 'call', uri: 'tel:+390230312345'});
        }));
        return said;
      }
      chrome.runtime.onMessage.addListener((_, sender, answer) => { go().then(answer); return true; });
    """
    (other / "worker.js").write_text(worker.replace("'%s'", json.dumps(IDENTITY["chromium"]["extension_ids"][0])))
    world = make_world()
    phone = world.phone()
    world.install_host("chromium")
    both = f"{ROOT / 'dist/chromium'},{other}"
    browser = open_browser("chromium", world, arguments=[f"--disable-extensions-except={both}", f"--load-extension={both}"])
    browser.goto(site.page("other", PAGE.format(title="", body=NUMBER, script="")))
    said = json.loads(until(lambda: browser.js("() => document.documentElement.dataset.said"), say="the other extension's words"))
    assert len(said) == 5 and all(isinstance(item, str) for item in said), said
    assert "forbidden" in said[-1]
    assert phone.uris() == []
