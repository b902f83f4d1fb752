# ruff: noqa: E501 (pages)
"""What honest pages do with a number: each looks like one of the attempts and must call at once, with no question."""

from __future__ import annotations

import time

from tests.lab.browsers import until
from tests.security.attacks import FRAME, INNER, OWN, Attack, P
from tests.security.hand import Hand, in_frame


def cell(style: str, rules: str = "", inner: str = "<span id=n class=x>{n}</span>") -> str:
    return (f"<style>{rules}</style>" if rules else "").replace("{", "{{").replace("}", "}}") + f"<div style='{style}'>{inner}</div>"


# Beside each other on one page, each with a class of its own.
CELLS = [Attack(name, body) for name, body in {
    "written in a gradient": cell("", inner="<span id=n style='background:linear-gradient(90deg,#07c,#c07);-webkit-background-clip:text;background-clip:text;color:transparent'>{n}</span>"),
    "white before a generated ground": cell("position:relative;isolation:isolate;color:#fff", ".c1::before{content:'';position:absolute;inset:0;background:#024;z-index:-1}", "<div class=c1><span id=n>{n}</span></div>"),
    "white before a picture beside it": cell("position:relative;color:#fff", inner="<img style='position:absolute;inset:0;width:100%;height:100%;background:#024;pointer-events:none' src=''><div style='position:relative'><span id=n>{n}</span></div>"),
    "in a card that the pointer passes": cell("background:#024;color:#fff;pointer-events:none", inner="<a id=n style='pointer-events:auto;color:#fff' href='{uri}'>{n}</a>"),
    "in colours of a new kind": cell("background:oklch(.3 .1 250);color:oklch(.98 0 0)"),
    "a link stretched over its card": cell("position:relative", ".c5::after{content:'';position:absolute;inset:0;z-index:1}", "<a id=n class=c5 href='{uri}'>{n}</a>"),
    "a stroke that grows below": cell("", ".c6{position:relative}.c6::after{content:'';position:absolute;left:0;bottom:0;width:100%;height:2px;background:red;pointer-events:none;transform:scaleX(0)}.c6:hover::after{transform:none}", "<a id=n class=c6 href='{uri}'>{n}</a>"),
    "a ground that fills": cell("", ".c7{position:relative;z-index:0}.c7::before{content:'';position:absolute;inset:0;background:#def;z-index:-1;transform:scaleX(0)}.c7:hover::before{transform:none}", "<a id=n class=c7 href='{uri}'>{n}</a>"),
    "a generated picture before it": cell("", ".c8{position:relative;margin:0 0 0 40px}.c8::before{content:'☎';position:absolute;left:-36px;font-size:26px}", "<p class=c8><span id=n>{n}</span></p>"),
    "a card that rises": cell("", ".c9{transition:transform .15s}.c9:hover{transform:translateY(-6px) scale(1.02)}", "<div class=c9 style='padding:8px;background:#eee'><span id=n>{n}</span></div>"),
    "stronger contrast": cell("filter:contrast(1.3) brightness(.9)"),
    "light and dark exchanged": cell("filter:invert(1) hue-rotate(180deg);background:#fff"),
    "a picture, and words for who cannot see it": cell("", inner="<a id=n href='{uri}'><svg width=20 height=20><circle r=9 cx=10 cy=10 /></svg><span style='position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)'>{n}</span></a>"),
    "words, and the number for who cannot see them": cell("", inner="<a id=n href='{uri}'>Chiama<span style='position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)'>{n}</span></a>"),
    "read out as it stands": cell("", inner="<a id=n aria-label='{n}' href='{uri}'>{n}</a>"),
    "a text for each width": cell("", inner="<a id=n href='{uri}'><span style='display:none'>Chiama {n}</span><span>{n}</span></a>"),
    "a button with cut corners": cell("", inner="<a id=n style='display:inline-block;padding:6px 24px;background:#07c;color:#fff;clip-path:polygon(10px 0,100% 0,calc(100% - 10px) 100%,0 100%)' href='{uri}'>{n}</a>"),
    "close letters": cell("letter-spacing:-.5px"),
    "a sheet of light over it": cell("position:relative", inner="<span id=n>{n}</span><div style='position:absolute;inset:0;pointer-events:none;background:linear-gradient(rgb(255 255 255/.25),transparent)'></div>"),
    "a label beside it in the same layer": cell("position:relative", inner="<span id=n>{n}</span><div style='position:absolute;inset:0;pointer-events:none;text-align:right'>nuovo</div>"),
    "a shadow behind light letters": cell("color:#fff;text-shadow:0 0 4px #000;background:#eee"),
}.items()]


def scrolled_to(hand: Hand) -> None:
    """The person turns the wheel and clicks what comes, at once."""
    hand.browser.wheel(300, 300, 900)
    steady(hand)
    hand.browser.click(*hand.center())


def made_while_scrolled(hand: Hand) -> None:
    """A list makes its rows as they come into view."""
    hand.browser.wheel(300, 300, 900)
    until(lambda: hand.js("() => document.querySelector('#n') !== null"), say="the row")
    steady(hand)
    time.sleep(0.15)
    hand.browser.click(*hand.center())


def steady(hand: Hand) -> None:
    until(lambda: hand.js("() => { const y = scrollY; return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(y > 0 && scrollY === y)))); }"), say="the end of scrolling")


def hovered(hand: Hand) -> None:
    """Comes from beside and clicks at once: what rises under the pointer has not settled."""
    x, y = hand.center()
    hand.browser.move(x, y + 120)
    hand.browser.move(x, y)
    hand.browser.click(x, y)


def tabbed(hand: Hand) -> None:
    hand.js("() => document.querySelector('#b').focus()")
    hand.browser.press("Tab")
    hand.browser.press("Enter")


TALL = "<div style='height:1500px'></div>"
# Each on a page of its own.
PAGES = [
    Attack("a number", P), Attack("the page's link", OWN), Attack("a number in a page with code", P, script="1"),
    Attack("below an empty layer", P + "<div style='position:fixed;inset:0;z-index:9;pointer-events:none'></div>", script="1"),
    Attack("before a backdrop that the pointer passes", "<div style='position:fixed;inset:0;z-index:-1;background:#def;pointer-events:none'></div>" + P, script="1"),
    Attack("within a frame of colour, below a vignette and grain", "<style>body::before{{content:'';position:fixed;inset:0;border:14px solid #07c;pointer-events:none}}body::after{{content:'';position:fixed;inset:0;pointer-events:none;"
           "background:radial-gradient(transparent,rgb(0 0 0/.2))}}body{{padding:30px}}</style>" + P + "<div style='position:fixed;inset:0;pointer-events:none;opacity:.06;background:url(data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==)'></div>"),
    Attack("on a dark page", "<style>html{{color-scheme:dark}}</style><div style='position:absolute;top:500px;left:40px'>" + P + "</div>", script="1"),
    Attack("on a page that is dark by its meta element", "<meta name=color-scheme content=dark><div style='position:absolute;top:500px;left:40px'>" + P + "</div>", script="1"),
    Attack("on a dark body that ends above it", "<style>body{{background:#024;color:#fff;height:100px}}</style><div style='position:absolute;top:300px'>" + P + "</div>"),
    Attack("a frame that is seen", FRAME % (f'srcdoc="{INNER}"', ""), in_frame, only="chromium"),
    Attack("a letter written into its frame", FRAME % ("", "") + "<script>addEventListener('load', () => {{ const d = document.querySelector('#f').contentDocument; d.open(); d.write('" + INNER + "'); d.close(); }})</script>", in_frame, only="chromium"),
    Attack("in a form with control names", "<form><input name=q>" + OWN + "</form>"),
    Attack("clicked as soon as the pointer is there", OWN, hovered),
    Attack("reached by Tab", "<button id=b>b</button>" + OWN, tabbed),
    Attack("scrolled to and clicked", TALL.replace("1500", "1000") + P + TALL, scrolled_to, script="1"),
    Attack("made while scrolled", "<script>let n = 0; addEventListener('scroll', () => {{ if (n++) return; const p = document.createElement('p'); p.style.cssText = 'position:absolute;top:1100px'; "
           "p.innerHTML = '<a id=n href={uri}>{n}</a>'; document.body.append(p); }})</script>" + TALL + TALL, made_while_scrolled),
]
