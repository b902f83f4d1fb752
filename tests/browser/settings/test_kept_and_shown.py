"""Settings whose effect shows in what is kept, shown or heard."""

from __future__ import annotations

import json
import time

import pytest
from tests.browser.settings.person import MANAGED
from tests.lab.browsers import until

pytestmark = pytest.mark.browser


@pytest.mark.proves("recents")
def test_no_recent_calls_if_not_wished(person):
    uri = f"tel:{person.number()}"
    person.rings(uri)
    assert person.recents() == [uri]
    person.wants(recents=False)
    person.rings(f"tel:{person.number()}")
    assert person.recents() == []


@pytest.mark.proves("recentsLimit", "lockedSettings")
def test_a_locked_limit_holds_against_the_persons_own(person):
    """The administrator says 2 and locks it; the person's own 9 does not count, and the options page does not offer it."""
    person.wants(recentsLimit=9)
    uris = [f"tel:{person.number()}" for _ in range(3)]
    for uri in uris:
        person.rings(uri)
    assert person.recents() == [uris[2], uris[1]]
    person.browser.extension_page("options.html")
    until(lambda: person.browser.js("() => document.querySelector('[data-name=recentsLimit] input')?.disabled"), say="the lock")
    assert not person.browser.js("() => document.querySelector('[data-name=keySound] input').disabled")


@pytest.mark.proves("keySound")
def test_a_key_of_the_pad_sounds_if_wished(person):
    for wanted in (True, False):
        person.wants(keySound=wanted)
        person.rings(f"tel:{person.number()}")
        person.browser.extension_page("popup.html")
        until(lambda: person.browser.js("() => document.querySelector('#panel-recents .list') !== null"), say="settings have come, so recents show")
        tones = person.browser.js(
            "() => { let tones = 0; const start = OscillatorNode.prototype.start;"
            " OscillatorNode.prototype.start = function (...given) { tones++; return start.apply(this, given); };"
            " document.querySelector('[data-key=\"5\"]').click(); return tones; }")
        assert tones == (2 if wanted else 0)


@pytest.mark.proves("supportLink")
def test_the_way_to_the_help_desk(person):
    person.browser.extension_page("diagnosis.html")
    until(lambda: person.browser.js("() => document.querySelector('#support a')?.href") == MANAGED["supportLink"], say="the link")


@pytest.mark.proves("logLevel")
def test_a_call_that_went_well_is_logged_if_wished(person):
    """By default no word is said of it."""
    person.browser.background("() => { globalThis.said = []; console.info = words => globalThis.said.push(words); }")
    person.rings(f"tel:{person.number()}")
    until(lambda: "a call was handed to" in str(person.browser.background("() => globalThis.said")), say="the log")


@pytest.mark.proves("auditSink", "auditDigits", "auditOrigin", "auditRetentionDays")
def test_what_is_recorded_of_a_call_and_for_how_long(person):
    person.audit().mkdir(parents=True, exist_ok=True)
    names = [time.strftime("calls-%Y-%m-%d.jsonl", time.gmtime(time.time() - days * 86400)) for days in (1, 5)]
    for name in names:
        (person.audit() / name).write_text("{}\n")
    sure = person.sees()
    person.sees_links(sure)
    person.browser.click_text(sure[:9])
    person.phone.wait()
    (today,) = until(lambda: [file for file in person.audit().iterdir() if file.name not in names], say="the record")
    row = json.loads(until(lambda: today.read_text(), say="its line"))
    assert (row["to"], row["origin"], row["outcome"]) == (f"+{10 * '*'}{sure[-2:]}", "127.0.0.1", "handed")
    until(lambda: {file.name for file in person.audit().iterdir()} == {names[0], today.name}, say="five days are more than two")
