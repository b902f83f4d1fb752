
"""The attempts of attacks.py in real browsers, one browser for all: each must come to nothing, and an honest page must still call."""

from __future__ import annotations

import shutil
import time

import pytest
from tests.lab.browsers import until
from tests.security.attacks import GROUPS, SIDE_BY_SIDE, Attack
from tests.security.hand import Hand, own_ids
from tests.security.ordinary import CELLS, PAGES

pytestmark = pytest.mark.browser


def shown(number: int) -> str:
    return f"+39 02 3031 {number:04}"


def body_of(attack: Attack, number: int) -> str:
    text = shown(number)
    return attack.body.format(n=text, uri=f"tel:{text.replace(' ', '')}", last=f"{number:04}")


def show(desk, site, name: str, body: str, rest: float) -> None:
    body += "<p style='position:absolute;left:8px;bottom:0'>+39 02 3031 9901</p>"  # so that there is a link, whatever the attempt
    desk.browser.goto(site.page(name, f"<!doctype html><html lang=it><meta charset=utf-8><body style='font-size:20px'>{body}</body>"))
    until(lambda: desk.browser.js("() => document.querySelector('click-to-call') !== null"), say="our element")
    time.sleep(rest)


def attempt(desk, site, attack: Attack, number: int, rest: float = 0.6) -> Hand:
    code = f"<script>{attack.script}</script>" if attack.script else ""
    show(desk, site, f"attack{number}", code + body_of(attack, number), rest)
    hand = Hand(desk.browser)
    attack.act(hand)
    return hand


def show_side_by_side(desk, site, attacks: dict[int, Attack]) -> None:
    """All on one page, each at its own place and with ids of its own."""
    cells = [f"<div style='position:absolute;left:{8 + place // 20 * 390}px;top:{8 + place % 20 * 40}px;width:380px;height:38px;margin:0'>"
             + own_ids(body_of(attack, number), number).replace("<p>", "<p style='margin:0'>") + "</div>"
             for place, (number, attack) in enumerate(attacks.items())]
    show(desk, site, f"attacks{min(attacks)}", "".join(cells), 1.5)


def called(desk, numbers: dict[int, str]) -> list[str]:
    """The names of the attempts whose number was called."""
    time.sleep(1.2)
    uris = " ".join(desk.phone.uris())
    return [name for number, name in numbers.items() if shown(number).replace(" ", "") in uris or f"+3989912{number:04}" in uris]


@pytest.mark.parametrize("group", GROUPS)
def test_nothing_of_it_calls(desk, site, group):
    start = 1000 + 1000 * list(GROUPS).index(group)
    attacks = {start + n: attack for n, attack in enumerate(GROUPS[group]) if attack.only in ("", desk.browser.name)}
    together = {number: attack for number, attack in attacks.items() if group in SIDE_BY_SIDE and not attack.alone}
    if together:
        show_side_by_side(desk, site, together)
    for number, attack in together.items():
        attack.act(Hand(desk.browser, number))
    for number in list(attacks.keys() - together.keys()):
        attack = attacks.pop(number)
        # On a busy machine a click may come too late to be an attempt; then with another number.
        for again in range(number, number + 900, 100):
            hand = attempt(desk, site, attack, again)
            if not hand.was_slow():
                attacks[again] = attack
                break
    assert called(desk, {number: attack.name for number, attack in attacks.items()}) == []


def calls(desk, number: int) -> bool:
    """Whether a number is called before long."""
    try:
        return until(lambda: shown(number).replace(" ", "") in " ".join(desk.phone.uris()), 12)
    except TimeoutError:
        return False
    finally:
        shutil.rmtree(desk.world.path / "state", ignore_errors=True)  # the count of calls


def test_ordinary_numbers_call(desk, site):
    """What is refused above is refused for what the page does, not for how the test clicks."""
    attacks = dict(enumerate(CELLS, 800))
    show_side_by_side(desk, site, attacks)
    silent = []
    for number, attack in attacks.items():
        attack.act(Hand(desk.browser, number))
        silent += [attack.name] * (not calls(desk, number))
    assert silent == []


def test_ordinary_pages_call(desk, site):
    attacks = {number: attack for number, attack in enumerate(PAGES, 900) if attack.only in ("", desk.browser.name)}
    silent = []
    for number, attack in attacks.items():
        attempt(desk, site, attack, number, 1.2)
        silent += [attack.name] * (not calls(desk, number))
    assert silent == []


def test_there_are_many_attempts():
    names = [attack.name for group in GROUPS.values() for attack in group]
    assert len(names) == len(set(names)) >= 100
