# ruff: noqa: E501 (pages)
"""What a page may try, one row an attempt, each with a number of its own: a call names the attempt that brought it about.

`{n}` is the number as it is shown, `{uri}` the same as a tel: address, `{last}` its last four digits. Real pointer and keys
are moved by `act`.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from tests.security.hand import (
    ALL_EVENTS,
    REDISPATCH,
    Act,
    Hand,
    after_question,
    beside,
    drag,
    enter_on,
    held_enter,
    in_frame,
    locked,
    moved_question,
    on_card,
    on_press,
    reopened,
    script,
    scrolled,
    shown,
    under,
)

P = "<p><span id=n>{n}</span></p>"
OWN = "<p><a id=n href='{uri}'>{n}</a></p>"
SWALLOW = "for (const k of [%s]) addEventListener(k, e => e.stopImmediatePropagation(), true);"


@dataclass(frozen=True)
class Attack:
    name: str
    body: str
    act: Act = Hand.click
    script: str = ""
    only: str = ""
    """The one browser that this can be tried in."""
    alone: bool = False
    """Whether it needs the whole page; the others of its group share one."""


SYNTHETIC = [
    Attack("every event constructor on every node", P, script(ALL_EVENTS)),
    Attack("every event constructor on the page's own link", OWN, script(ALL_EVENTS)),
    Attack("click() on everything", P + OWN.replace("id=n", ""), script("() => { for (const e of document.querySelectorAll('*')) e.click?.(); }")),
    Attack("click() on our anchor in a page without code", P, script("() => { for (const a of document.querySelectorAll('a, click-to-call')) { a.focus?.(); a.click(); } }")),
    Attack("an event of the old kind", OWN, script("() => { const e = document.createEvent('MouseEvents'); e.initMouseEvent('click', true, true, window, 1, 90, 30, 90, 30, false, false, false, false, 0, null); document.querySelector('#n').dispatchEvent(e); }")),
    Attack("a trusted click sent on", P + "<button id=b>b</button>", lambda hand: (hand.js(REDISPATCH), hand.click("#b"))),
    Attack("an event whose isTrusted lies", OWN, script("() => { const e = new MouseEvent('click', {bubbles: true, detail: 1}); try { Object.defineProperty(e, 'isTrusted', {value: true}); } catch { } document.querySelector('#n').dispatchEvent(new Proxy(e, {}) instanceof Event ? e : e); }")),
    Attack("a frame of the page's sends the event", P + "<iframe id=f srcdoc='<p>x</p>'></iframe>", script("() => { const w = document.querySelector('#f').contentWindow; document.querySelector('#n').dispatchEvent(new w.MouseEvent('click', {bubbles: true, detail: 1, clientX: 60, clientY: 30})); }")),
    Attack("a form that is submitted", P + "<form id=g action='{uri}' target=t><input name=x></form><iframe name=t hidden></iframe>", script("() => { const f = document.querySelector('#g'); f.dispatchEvent(new SubmitEvent('submit')); }")),
    Attack("a label that is activated", "<label id=l><input type=checkbox>" + P + "</label>", script("() => { document.querySelector('#l').click(); document.querySelector('input').click(); }")),
    Attack("messages of every kind", P, script("""() => { const m = {type: 'page.call', uri: 'tel:' + document.querySelector('#n').textContent.replace(/\\s/g, ''), confirmed: true, id: 1, version: 1, verb: 'call'};
      for (const type of ['page.call', 'ui.call', 'call', 'frame.toast']) { postMessage({...m, type}, '*'); const c = new MessageChannel(); postMessage({...m, type}, '*', [c.port2]); c.port1.postMessage({...m, type}); new BroadcastChannel('click-to-call').postMessage({...m, type});
        for (const t of [window, document, document.documentElement, document.querySelector('click-to-call') ?? document]) t.dispatchEvent(new CustomEvent(type, {detail: m, bubbles: true})); localStorage.setItem(type, JSON.stringify(m)); dispatchEvent(new StorageEvent('storage', {key: type, newValue: JSON.stringify(m)})); } localStorage.clear(); }""")),
    Attack("our element is called, cloned, moved and imitated", P, script("""() => { const host = document.querySelector('click-to-call'); const copy = host?.cloneNode(true); document.body.append(copy ?? '', document.createElement('click-to-call')); for (const e of document.querySelectorAll('click-to-call')) { e.click(); e.focus(); e.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, composed: true})); e.attachInternals; } copy?.remove(); }""")),
    Attack("selection and editing commands", P, script("() => { getSelection().selectAllChildren(document.querySelector('#n')); for (const c of ['createLink', 'insertHTML', 'copy', 'cut', 'delete']) document.execCommand(c, false, '<a href=tel:1>1</a>'); }")),
    Attack("history and fragments", OWN, script("() => { history.pushState({}, '', '#tel:+390230319999'); history.replaceState({}, '', '?tel=+390230319999'); location.hash = '#n'; dispatchEvent(new PopStateEvent('popstate', {state: {type: 'page.call'}})); }")),
]

KEYS = [
    Attack("the focus put under Enter", OWN + "<input id=i>", enter_on("() => addEventListener('keydown', () => document.querySelector('#n').focus(), true)")),
    Attack("the focus put under Enter, and kept from us", OWN + "<input id=i>", enter_on("() => addEventListener('keydown', () => document.querySelector('#n').focus(), true)"), SWALLOW % "'focusin', 'focus'"),
    Attack("the focus put elsewhere as Enter goes up", OWN + "<input id=i>", enter_on("() => addEventListener('keyup', () => { document.querySelector('#n').focus(); document.querySelector('#n').click(); }, true)")),
    Attack("a held Enter", OWN + "<input id=i>", held_enter, only="chromium"),
    Attack("an access key", "<a id=n accesskey=k href='{uri}'>{n}</a>", lambda hand: hand.browser.press("Alt+k" if hand.browser.name == "chromium" else "Alt+Shift+k")),
    Attack("a label with an access key", "<label accesskey=k><a id=n href='{uri}'>{n}</a></label>", lambda hand: hand.browser.press("Alt+k" if hand.browser.name == "chromium" else "Alt+Shift+k")),
]

MOVED = [
    *[Attack(f"{how.__name__}, {kind}", body, how, "1") for how in (under, beside, shown, on_press) for kind, body in (("a number", P), ("the page's link", OWN))],
    *[Attack(f"{how.__name__}, the pointer kept from us, {kind}", body, how, SWALLOW % "'pointermove', 'pointerover', 'pointerdown', 'mousemove', 'mouseover'")
      for how in (under, beside) for kind, body in (("a number", P), ("the page's link", OWN))],
    Attack("beside, in a page without code", P, beside),
    Attack("scrolled under the pointer", f"<div style='height:1500px'></div>{P}<div style='height:1500px'></div>", scrolled),
    Attack("another text under the pointer", "<button id=b style='all:unset;font-size:20px'>Gioca</button><p id=n hidden>{n}</p>", lambda hand: (hand.browser.move(*hand.center("#b")), hand.js("() => { const b = document.querySelector('#b'); const p = document.createElement('span'); p.textContent = document.querySelector('#n').textContent; b.replaceWith(p); }"), time.sleep(0.25), hand.browser.click(60, 20))),
    Attack("the document opened anew", P, reopened),
    Attack("dragged and dropped", "<a id=n draggable=true href='{uri}'>{n}</a>", drag, "for (const k of ['dragover', 'drop']) addEventListener(k, e => e.preventDefault());", only="chromium"),
    Attack("a locked pointer", "<button id=b>b</button>" + P, locked),
    Attack("a pointer that is a picture", P, script="document.documentElement.insertAdjacentHTML('beforeend', `<style>*{cursor:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'/>\") 90 90,auto!important}</style>`)"),
    Attack("no pointer at all", P, script="document.documentElement.insertAdjacentHTML('beforeend', '<style>*{cursor:none!important}</style>')"),
]

# Each hides what is clicked, wholly or in part.
STYLES = [
    "opacity:.02", "color:transparent", "color:rgb(0 0 0 / 1%)", "color:color(srgb 0 0 0 / .02)", "color:oklch(0 0 0 / 1%)", "-webkit-text-fill-color:transparent", "font-size:2px", "zoom:.05",
    "transform:scale(.05)", "transform:rotateY(89.6deg)", "clip-path:inset(0 100% 0 0)", "clip-path:circle(6px)", "mask-image:linear-gradient(transparent,transparent)", "filter:opacity(3%)", "filter:blur(40px)",
    "filter:brightness(0) invert(1)", "filter:contrast(0)", "mix-blend-mode:lighten;color:#fff", "color:#fff", "color:#fff;background:#fff", "color:#000;background:#000", "letter-spacing:-10px", "-webkit-text-security:disc",
    "unicode-bidi:bidi-override;direction:rtl", "visibility:hidden",
]
HIDDEN = [
    *[Attack(f"hidden around it by {around} and {style}", f"<div style='{around}'><p><span id=n style='{style}'>{{n}}</span></p></div>")
      for around, style in (("opacity:.3", "opacity:.5"), ("filter:opacity(.05)", ""), ("filter:brightness(.3)", "filter:contrast(.4)"))],
    *[Attack(f"hidden by {style}", "<p><span id=n style='display:inline-block;" + style + "'>{n}</span></p>") for style in STYLES],
    *[Attack(f"link hidden by {style}", "<p><a id=n style='display:inline-block;text-decoration:none;" + style + "' href='{uri}'>{n}</a></p>")
      for style in STYLES if style not in ("color:#fff", "visibility:hidden", "clip-path:inset(0 100% 0 0)")],
    Attack("faded by a form whose controls take its names", "<div style='opacity:.01'><form><input name=parentElement hidden><input name=parentNode hidden><input name=assignedSlot hidden><input name=checkVisibility hidden><a id=n href='{uri}'>{n}</a></form></div>"),
    Attack("half of the digits hidden", "<p><a id=n href='{uri}'>02 <span style='opacity:0'>{n}</span></a></p>"),
]

OVER = "position:absolute;left:0;top:0;width:370px;height:36px;pointer-events:none"
PICTURE = "data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="
COVERS = {
    "a picture": f"<img src='{PICTURE}' style='{OVER}'>", "a coloured box": f"<div style='{OVER};background:#fff'></div>", "a box with a picture": f"<div style='{OVER};background:url({PICTURE})'></div>",
    "a canvas": f"<canvas style='{OVER};background:#eee'></canvas>", "a drawing": f"<svg style='{OVER}'><rect width=370 height=36 fill=white /></svg>", "a video": f"<video style='{OVER}'></video>",
    "a frame": f"<iframe srcdoc='<body bgcolor=white>Premio' style='{OVER};border:0;background:#fff'></iframe>", "a text": f"<div style='{OVER};font:900 36px/36px monospace'>PREMIO PREMIO</div>",
    "what a style sheet generates": "<style>.g0::after{{content:'';position:absolute;inset:0;background:#fff;pointer-events:none}}</style><i class=g0></i>",
    "what a style sheet generates, a picture": f"<style>.g1::after{{{{content:url({PICTURE});position:absolute;inset:0;background:#fff;pointer-events:none}}}}</style><i class=g1></i>",
    "what a style sheet generates far away": "<style>.g2::after{{content:'';position:fixed;left:0;top:0;width:200vw;height:200vh;z-index:-1;background:#fff;pointer-events:none}}.g2{{position:fixed;left:-9px;z-index:9}}</style><i class=g2></i>",
    "what its own style generates": "<style>.g3 span::after{{content:'';position:absolute;inset:0;background:#fff}}</style><script>document.currentScript.parentElement.className='g3'</script>",
    "many thin boxes": f"<div style='{OVER};background:rgb(255 255 255/.28)'></div>" * 8, "a blur": f"<div style='{OVER};backdrop-filter:blur(30px)'></div>", "an inner shadow": f"<div style='{OVER};box-shadow:inset 0 0 0 300px #fff'></div>",
    "a stubborn box": f"<div style='{OVER.replace('none', 'none!important')};background:#fff'></div>",
    "a closed root": "<div id=h></div><script>document.currentScript.previousElementSibling.attachShadow({{mode:'closed'}}).innerHTML=`<div style='" + OVER + ";background:#fff'></div>`</script>",
    "the top layer": "<div id=q popover=manual style='inset:0;width:100vw;height:100vh;border:0;pointer-events:none;background:#fff'></div><script>q.showPopover()</script>",
    "a box with a slit for the pointer": "<div style='position:absolute;left:0;top:0;width:370px;height:36px;background:#fff;clip-path:polygon(0 0,100% 0,100% 100%,0 100%,0 0,calc(var(--x) - 3px) 0,calc(var(--x) - 3px) 100%,calc(var(--x) + 3px) 100%,calc(var(--x) + 3px) 0)'></div><script>const c=document.currentScript.parentElement;const b=c.querySelector('#n').getBoundingClientRect();c.style.setProperty('--x',b.x+b.width/2-c.getBoundingClientRect().x+'px')</script>",
}
COVERED = [
    *[Attack(f"covered by {name}", P + cover, alone=name in ("the top layer", "what a style sheet generates far away")) for name, cover in COVERS.items()],
    Attack("faded, with names in the way of ours", "<div style='opacity:.03'>" + OWN + "</div>" + "".join(f"<img name={name}>" for name in ("createRange", "elementsFromPoint", "elementFromPoint", "pointerLockElement", "activeElement", "styleSheets")), alone=True),
    *[Attack(f"link covered by {name}", OWN + cover) for name, cover in list(COVERS.items())[:3]],
]

FRAME = "<iframe id=f %s style='position:absolute;left:0;top:0;width:370px;height:36px;border:0;%s'></iframe>"
INNER = "<body style=margin:4px;font-size:20px>Telefono {n}"
WRITTEN = "<script>addEventListener('DOMContentLoaded', () => {{{{ %s }}}})</script>"


FRAMES = [Attack(f"a frame, {name}", body, in_frame, only="chromium") for name, body in {
    "faded": FRAME % (f'srcdoc="{INNER}"', "opacity:.001"),
    "faded, sandboxed": FRAME % (f'sandbox="allow-scripts" srcdoc="{INNER}"', "opacity:.001"),
    "filtered": FRAME % (f'srcdoc="{INNER}"', "filter:opacity(1%)"),
    "turned away": FRAME % (f'srcdoc="{INNER}"', "transform:rotateX(75deg)"),
    "blended": FRAME % (f'srcdoc="{INNER}"', "mix-blend-mode:screen;opacity:.01"),
    "faded, written into": FRAME % ("", "opacity:.001") + WRITTEN % f"const d = document.querySelector('#f').contentDocument; d.open(); d.write('{INNER}'); d.close();",
    "faded, from a blob": FRAME % ("", "opacity:.001") + WRITTEN % f"document.querySelector('#f').src = URL.createObjectURL(new Blob(['{INNER}'], {{{{type: 'text/html'}}}}));",
    "faded, from its address": FRAME % (f'src="data:text/html,{INNER}"', "opacity:.001"),
    "covered": FRAME % (f'srcdoc="{INNER}"', "") + f"<div style='{OVER};background:#cfc'>Premio</div>",
    "in a frame": FRAME % ("srcdoc='<body style=margin:0><iframe style=width:370px;height:36px;border:0;opacity:.001 srcdoc=\"<body style=margin:4px;font-size:20px>Telefono {n}\">'", ""),
}.items()]

DIFFERS = {
    "what is generated": "<a id=n class=g href='{uri}'></a><style>.g::before{{content:'+39 02 3031 7777'}}</style>", "the words for a picture": f"<a id=n href='{{uri}}'><img alt='+39 02 3031 7777' src='{PICTURE}' width=200 height=30></a>",
    "turned digits": "<a id=n href='{uri}'><bdo dir=rtl>{n}</bdo></a>", "marks that turn digits": "<a id=n href='{uri}'>\u202e{n}\u202c</a>", "invisible marks": "<a id=n href='{uri}'>+39\u200b02\u200b30\u200b31\u200b77\u200b77</a>",
    "other digits": "<a id=n href='{uri}'>٠٢ ٣٠٣١ ٧٧٧٧</a>", "wide digits": "<a id=n href='{uri}'>０２ ３０３１ ７７７７</a>", "bold digits": "<a id=n href='{uri}'>𝟎𝟐 𝟑𝟎𝟑𝟏 𝟕𝟕𝟕𝟕</a>", "dots between": "<a id=n href='{uri}'>02·3031·7777</a>",
    "letters between": "<a id=n href='{uri}'>0 2 a 3 0 b 3 1 c 7 7 d 7 7</a>", "letters of keys": "<a id=n href='{uri}'>1-800-FLOWERS</a>", "boxes": "<a id=n href='{uri}'><span>02</span><span>3031</span><span>7777</span></a>",
    "blocks": "<a id=n href='{uri}'><div style='display:inline-block'>02</div><div>3031</div><div>7777</div></a>", "what is read out": "<a id=n aria-label='+39 02 3031 7777' href='{uri}'>Chiama</a>",
    "a control": "<a id=n href='{uri}'><input value='+39 02 3031 7777' style='pointer-events:none;border:0'></a>", "a nested link's text": "<a id=n href='{uri}'><b><i><u>+39 02 3031 7777</u></i></b></a>",
    "two numbers": "<a id=n href='{uri}'>{n} / +39 02 3031 7777</a>",
}
MISLEADING = [Attack(f"the link shows another number: {name}", body) for name, body in DIFFERS.items()]

COSTLY = "<p><span id=n>+39 899 12{last}</span></p>"
OVER_ALL = "position:fixed;inset:0;width:100vw;height:100vh;border:0;max-width:none;max-height:none;pointer-events:none;background:#cfc"
QUESTION = [
    Attack("the question covered by the top layer", COSTLY + f"<div id=q popover=manual style='{OVER_ALL}'>Premio</div>", after_question(script("() => document.querySelector('#q').showPopover()"))),
    Attack("the question answered by events", COSTLY, after_question(script(ALL_EVENTS.replace("document.querySelector('#n').getBoundingClientRect()", "{x: innerWidth - 70, y: innerHeight - 50, width: 20, height: 20}")), 0), script="addEventListener('click', e => e.clientX > innerWidth - 90 && e.stopImmediatePropagation(), true)"),
    Attack("the question moved under the pointer", COSTLY, moved_question),
    Attack("the card covered by the top layer", P + f"<div id=q popover=manual style='{OVER_ALL}'>Premio</div>", on_card),
    Attack("the question on which the page puts the focus", COSTLY, lambda hand: (hand.click(), time.sleep(0.7), hand.js("() => document.querySelector('click-to-call').focus()"), hand.browser.press("Enter"))),
]

GROUPS = {"synthetic": SYNTHETIC, "keys": KEYS, "moved": MOVED, "hidden": HIDDEN, "covered": COVERED, "frames": FRAMES, "misleading": MISLEADING, "question": QUESTION}
# Those of which the most may stand on one page.
SIDE_BY_SIDE = ("synthetic", "hidden", "covered", "frames", "misleading")
