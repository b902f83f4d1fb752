"""The diagnosis page: the doctor's findings in the person's language, the copy for support with its numbers masked."""

from __future__ import annotations

import json
import re

import pytest
from tests.lab import language
from tests.lab.browsers import until
from tests.lab.world import ROOT

pytestmark = pytest.mark.browser

READY = "() => performance.getEntriesByName('ready').length"
SHOWN = "() => [...document.querySelectorAll('#findings .what')].map(one => one.textContent)"
WORDS = json.loads((ROOT / "manifests/findings.json").read_text())["findings"]


def test_every_finding_of_the_host_is_shown(desk):
    told = desk.browser.background("() => chrome.runtime.sendMessage({type: 'ui.doctor'})") if desk.browser.name == "firefox" else None
    desk.browser.extension_page("diagnosis.html")
    until(lambda: desk.browser.js(READY), say="the diagnosis")
    told = told or desk.browser.extension_js("() => chrome.runtime.sendMessage({type: 'ui.doctor'})")
    assert told["ok"] and told["findings"]
    assert sorted(desk.browser.js(SHOWN)) == sorted(finding["seen"] for finding in told["findings"])
    commands = {finding["facts"]["command"] for finding in told["findings"] if "command" in finding["facts"]}
    assert set(desk.browser.js("() => [...document.querySelectorAll('.command code')].map(one => one.textContent)")) == commands


@pytest.mark.parametrize("tongue", ["it", "ar", "ja"])
def test_findings_are_worded_in_the_persons_language(desk, tongue):
    if desk.browser.name == "firefox":  # its language is that of the installation
        return
    texts = json.loads((ROOT / f"extension/_locales/{tongue}/messages.json").read_text())
    page = desk.browser.context.new_page()
    page.add_init_script(language.script(tongue))
    page.goto(f"chrome-extension://{desk.browser.id}/diagnosis.html")
    page.wait_for_function(READY)
    told = page.evaluate("() => chrome.runtime.sendMessage({type: 'ui.doctor'})")
    shown = page.evaluate(SHOWN)
    page.close()
    assert len(shown) == len(told["findings"])
    patterns = [re.sub(r"\\\$\d", ".+", re.escape(texts[f"finding_{finding['id'].replace('.', '_')}_seen"]["message"]))
                for finding in told["findings"]]
    for text in shown:
        assert any(re.fullmatch(pattern, text) for pattern in patterns), text


def test_the_copy_for_support_is_in_english_and_masked(desk):
    browser = desk.browser
    browser.extension_page("diagnosis.html")
    until(lambda: browser.js(READY), say="the diagnosis")
    browser.js("() => document.getElementById('copy').focus()")
    browser.press("Enter")
    until(lambda: browser.js("() => document.getElementById('said').textContent"), say="that it is copied")
    browser.js("() => { const field = document.createElement('textarea'); field.id = 'paste'; document.body.append(field); field.focus(); }")
    browser.press("Control+v")
    text = until(lambda: browser.js("() => document.getElementById('paste').value"), say="the pasted text")
    assert text.startswith("Click to Call for Webex\nExtension: ")
    assert re.search(r"^\[(bad|warn|good)\] [a-z]+\.[A-Za-z]+", text, re.MULTILINE)
    assert not re.search(r"\d{5}|/home/[^•]", text)
