"""How numbers become links, how they are called, and how the page gets everything back."""

from __future__ import annotations

import time

import pytest
from tests.browser.test_call import linked
from tests.lab.browsers import Chromium, until

pytestmark = pytest.mark.browser

STATIC = "<!doctype html><html lang=it><head><meta charset=utf-8></head><body>{}</body></html>"
SCRIPTED = STATIC.replace("{}", "{}<script>addEventListener('click', () => {{ document.body.dataset.clicked = true; }});</script>")
SETTLED = 0.8  # s; a number that just came asks before it calls
# A number that is all of its text node can have an anchor; both kinds stand here, and the page's code makes the difference.
TEXT = '<p id="p">Telefono: <b>+39 02 3031 2345</b> oppure <b>+39 06 6982 1234</b>.</p>'
# Each way has its own number: the same one twice within two seconds is one call.
KINDS = pytest.mark.parametrize(("page", "last"), [(STATIC, "1234"), (SCRIPTED, "1235")], ids=["anchor", "overlay"])


def settings(browser, **values):
    browser.background("values => chrome.storage.local.set({settings: values})", values)


@KINDS
def test_a_click_calls_and_the_page_stays(desk, site, page, last):
    desk.browser.goto(site.page("click", page.format(TEXT.replace("1234", last))))
    linked(desk.browser, 2)
    desk.browser.click_text("06 6982")
    assert desk.phone.wait() == [f"webextel:+39066982{last}"]
    assert desk.browser.js("() => [document.getElementById('p').textContent, document.body.dataset.clicked ?? 0]") == [
        f"Telefono: +39 02 3031 2345 oppure +39 06 6982 {last}.", 0]


@KINDS
def test_the_keyboard_reaches_a_number_and_enter_calls(desk, site, page, last):
    desk.browser.goto(site.page("keys", page.format(TEXT.replace("2345", last))))
    linked(desk.browser, 2)
    until(lambda: desk.browser.js("() => !!document.querySelector('click-to-call, #p a')"))
    until(lambda: desk.browser.press("Tab") or desk.browser.js("() => document.activeElement !== document.body"))
    time.sleep(0.8)  # a key as soon as the focus came may have been meant for something else
    desk.browser.press("Enter")
    assert desk.phone.wait() == [f"webextel:+39023031{last}"]


def test_the_keyboard_follows_numbers_that_the_page_moves(desk, site):
    body = "<ul id=l>" + "".join(f"<li>+39 02 3031 {1230 + i}</li>" for i in range(4)) + "</ul><script></script>"
    desk.browser.goto(site.page("order", STATIC.format(body)))
    linked(desk.browser, 4)
    desk.browser.js("() => document.getElementById('l').append(...[2, 0, 3, 1].map(i => document.getElementById('l').children[i]))")
    order = ["1232", "1230", "1233", "1231"]
    until(lambda: [number["text"][-4:] for number in desk.browser.numbers()] == order)
    until(lambda: desk.browser.js("() => !!document.querySelector('click-to-call')"))

    def walked() -> bool:
        desk.browser.js("() => document.activeElement?.blur()")
        seen = []
        for _ in order:
            desk.browser.press("Tab")
            seen.append(desk.browser.js("() => document.activeElement.nodeName === 'CLICK-TO-CALL'"))
        return all(seen)

    until(walked)
    time.sleep(0.8)  # a key as soon as the focus came may have been meant for something else
    desk.browser.press("Enter")
    assert desk.phone.wait() == ["webextel:+390230311231"]


@KINDS
def test_switched_off_the_page_is_as_it_was(desk, site, page, last):
    desk.browser.goto(site.page("off", page.format(TEXT)))
    linked(desk.browser, 2)
    desk.browser.js("() => { const node = document.getElementById('p').firstChild; getSelection().setBaseAndExtent(node, 2, node, 6); }")
    settings(desk.browser, enabled=False)
    until(lambda: not desk.browser.numbers(), say="no number linked")
    state = desk.browser.js("""() => { const p = document.getElementById('p'); return {
      html: document.documentElement.outerHTML, same: getSelection().anchorNode === p.firstChild && String(getSelection()) === 'lefo', nodes: p.childNodes.length,
      marks: CSS.highlights.size, animations: document.getAnimations().length }; }""")
    assert TEXT in state["html"] and "click-to-call" not in state["html"]
    assert (state["same"], state["nodes"], state["marks"], state["animations"]) == (True, 5, 0, 0)
    settings(desk.browser, enabled=True)
    linked(desk.browser, 2)


def test_a_number_in_pieces_is_one_link(desk, site):
    desk.browser.goto(site.page("pieces", STATIC.format("<p>Tel <b>+39</b> 02 <i>3031</i>&nbsp;<span>2345</span></p>")))
    assert [number["e164"] for number in linked(desk.browser)] == ["+390230312345"]
    desk.browser.click_text("3031")
    assert desk.phone.wait() == ["webextel:+390230312345"]


def test_the_mark_of_a_note_is_no_part_of_the_number(desk, site):
    body = "<p>Tel. +39 02 3031 2345<sub>1</sub>, +39 06 6982 1234<sup>[2]</sup></p>"
    desk.browser.goto(site.page("notes", STATIC.format(body)))
    assert [number["e164"] for number in linked(desk.browser, 2)] == ["+390230312345", "+390669821234"]


def test_cells_and_blocks_are_not_joined(desk, site):
    body = "<table><tr><td>+39 02 3031</td><td>2345</td></tr></table><div>Tel. 06 6982</div><div>1234</div><p>+39 02 3031 2345</p>"
    desk.browser.goto(site.page("cells", STATIC.format(body)))
    until(lambda: "+390230312345" in [number["e164"] for number in desk.browser.numbers()])
    assert "+390669821234" not in [number["e164"] for number in desk.browser.numbers()]


def test_shadow_roots_and_frames(desk, site):
    body = """<div id=h></div><iframe srcdoc="<p>Tel. +39 02 3031 7777</p>" width=300 height=60></iframe>
    <script>h.attachShadow({mode: 'open'}).innerHTML = '<p>Tel. +39 02 3031 8888</p>';</script>"""
    desk.browser.goto(site.page("trees", STATIC.format(body)))
    until(lambda: desk.browser.js("""() => [document, document.querySelector('iframe').contentDocument].every(
      d => d.defaultView.CSS.highlights.get('click-to-call-dotted')?.size === 1)"""))
    left, top, width, height = desk.browser.js("""() => { const r = document.createRange(), t = document.getElementById('h').shadowRoot.querySelector('p').firstChild;
      r.setStart(t, 6); r.setEnd(t, 16); const b = r.getBoundingClientRect(); return [b.left, b.top, b.width, b.height]; }""")
    time.sleep(SETTLED)
    desk.browser.move(left + width / 2, top + height / 2)
    desk.browser.click(left + width / 2, top + height / 2)
    assert desk.phone.wait() == ["webextel:+390230318888"]
    left, top = desk.browser.js("""() => { const f = document.querySelector('iframe'), o = f.getBoundingClientRect(), t = f.contentDocument.querySelector('p').firstChild;
      const r = f.contentDocument.createRange(); r.setStart(t, 6); r.setEnd(t, 16); const b = r.getBoundingClientRect(); return [o.left + b.left + b.width / 2, o.top + b.top + b.height / 2]; }""")
    desk.phone.forget()
    desk.browser.move(left, top)
    desk.browser.click(left, top)
    assert desk.phone.wait() == ["webextel:+390230317777"]


def test_the_pages_own_call_links_are_handled_and_not_touched(desk, site):
    body = """<p><a id=a href="tel:+39-02-3031-2345" onclick="document.body.dataset.seen = true">Chiamaci</a></p>"""
    desk.browser.goto(site.page("own", STATIC.format(body)))
    until(lambda: desk.browser.js("() => document.readyState === 'complete'"))
    before = desk.browser.js("() => document.body.innerHTML")
    desk.browser.click_text("Chiamaci", rest=1.5)
    assert desk.phone.wait() == ["webextel:+390230312345"]
    assert desk.browser.js("() => [document.body.innerHTML, document.body.dataset.seen]") == [before, "true"]


def test_what_is_left_alone(desk, site):
    body = """<textarea>+39 02 3031 1001</textarea><code>+39 02 3031 1002</code><div contenteditable>+39 02 3031 1003</div>
    <button>+39 02 3031 1004</button><a href="/x">+39 02 3031 1005</a><script type="text/plain">+39 02 3031 1006</script>
    <p style="user-select:none">+39 02 3031 1007</p><div role=textbox>+39 02 3031 1008</div><p>+39 02 3031 2345</p>"""
    desk.browser.goto(site.page("alone", STATIC.format(body)))
    assert [number["e164"] for number in linked(desk.browser)] == ["+390230312345"]


def test_a_page_that_opts_out(desk, site):
    page = STATIC.replace("</head>", '<meta name="format-detection" content="telephone=no"></head>').format(TEXT)
    desk.browser.goto(site.page("out", page))
    settings(desk.browser, respectOptOut=False)
    linked(desk.browser, 2)
    settings(desk.browser, respectOptOut=True)
    until(lambda: not desk.browser.numbers())


def test_excluded_numbers(desk, site):
    settings(desk.browser, excludedNumbers=["+3902*"])
    desk.browser.goto(site.page("excluded", STATIC.format(TEXT)))
    assert [number["e164"] for number in linked(desk.browser)] == ["+390669821234"]


def test_what_the_page_sees_of_the_pointer_does_not_change(desk, site):
    body = """<style>.m div{display:none}.m:hover div{display:block}</style><div class=m id=m>Menu<div>Tel. +39 02 3031 4444</div></div>
    <script>for (const n of ['mouseenter', 'mouseleave']) m.addEventListener(n, () => { m.title += n + ' '; });</script>"""
    desk.browser.goto(site.page("menu", STATIC.format(body)))
    linked(desk.browser)
    left, top = desk.browser.js("() => { const b = document.getElementById('m').getBoundingClientRect(); return [b.left + 20, b.top + 5]; }")
    desk.browser.move(left, top)
    x, y, width, height = desk.browser.rect("+39 02 3031")
    desk.browser.move(x + width / 2, y + height / 2)
    until(lambda: desk.browser.js("() => getComputedStyle(document.querySelector('#m div')).cursor") == "pointer", say="the pointer's shape")
    assert desk.browser.js("() => [getComputedStyle(document.querySelector('#m div')).display, document.getElementById('m').title]") == ["block", "mouseenter "]
    time.sleep(SETTLED)
    desk.browser.click(x + width / 2, y + height / 2)
    assert desk.phone.wait() == ["webextel:+390230314444"]


def test_selected_and_copied_text_is_the_pages_own(desk, site):
    desk.browser.goto(site.page("copy", STATIC.format(TEXT)))
    linked(desk.browser, 2)
    assert desk.browser.js("""() => { getSelection().selectAllChildren(document.body); return String(getSelection()).trim(); }""") == (
        "Telefono: +39 02 3031 2345 oppure +39 06 6982 1234.")


def test_removed_nodes_are_collected(desk, site):
    if not isinstance(desk.browser, Chromium):
        return  # only Chromium's protocol can ask for a collection; what is kept is the same code
    body = """<div id=a><p>Tel. +39 02 3031 2345</p></div><script>window.gone = new WeakRef(document.querySelector('#a p'));</script>"""
    desk.browser.goto(site.page("leak", STATIC.format(body)))
    linked(desk.browser)
    desk.browser.js("() => { document.getElementById('a').innerHTML = '<p>Tel. +39 06 6982 1234</p>'; }")
    until(lambda: [n["e164"] for n in desk.browser.numbers()] == ["+390669821234"])
    session = desk.browser.context.new_cdp_session(desk.browser.page)

    def collected() -> bool:
        session.send("HeapProfiler.collectGarbage")
        return desk.browser.js("() => window.gone.deref() === undefined")

    until(collected, say="the removed paragraph is collected")


def test_a_page_that_never_stops_makes_linking_rest_and_the_badge_says_so(desk, site):
    body = """<div id=a></div><script>setInterval(() => { a.innerHTML = Array.from({length: 100}, (_, i) => `<p>${Math.random()} +39 02 3031 ${1000 + i}</p>`).join(''); }, 40);</script>"""
    desk.browser.goto(site.page("endless", STATIC.format(body)))
    badge = "async () => { const [tab] = await chrome.tabs.query({url: 'http://127.0.0.1/*'}); return tab ? chrome.action.getBadgeText({tabId: tab.id}) : ''; }"
    until(lambda: desk.browser.background(badge).endswith("…"), 30, say="a badge that says that linking rests")
