"""Somebody at Chromium whose machine an administrator manages."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

from tests.lab.browsers import Chromium, until
from tests.lab.phone import StandInPhone
from tests.lab.policies import chromium_with
from tests.lab.site import Site
from tests.lab.world import IDENTITY, World

# What only an administrator may set; recentsLimit is locked as well, to be seen against a person's wish.
MANAGED = {
    "templates": {"sip": {"number": "sip:{number};user=phone"}}, "auditSink": "file", "auditDigits": 2, "auditRetentionDays": 2,
    "auditOrigin": True, "logLevel": "info", "supportLink": "https://help.example/calls", "recentsLimit": 2,
    "lockedSettings": ["recentsLimit"]}


class Person:
    """`world`, `phone` and `site` are this person's; every call of theirs goes to another number: the same at once is a double click."""

    def __init__(self, world: World, site: Site) -> None:
        self.world, self.site, self.phone = world, site, StandInPhone(world.data, world.config)
        world.install_host("chromium")
        policy = {"3rdparty": {"extensions": {IDENTITY["chromium"]["extension_ids"][0]: MANAGED}}}
        self.browser = Chromium(world, program=chromium_with(policy, world.path, world.environment))
        until(lambda: self.browser.background("() => chrome.storage.managed.get(null)") == MANAGED, say="managed settings")
        self._numbers = count(10000)

    def starts_afresh(self) -> None:
        """A registered phone, no setting of their own, no calls so far."""
        self.world.phone()
        self.phone.forget()
        self.wants()
        for file in (self.world.path / "state").rglob("*"):
            if file.is_file():
                file.unlink()

    def wants(self, **values: Any) -> None:
        """These settings of the person's own and no others."""
        self.browser.background("values => chrome.storage.local.set({settings: values, recents: []})", values)

    def number(self) -> str:
        """A number in Milan that nobody was asked for before, E.164."""
        return f"+3902303{next(self._numbers)}"

    # ── pages ─────────────────────────────────────────────────────────────────────────────────

    def sees(self, body: str = "", *, head: str = "", sure: bool = True) -> str:
        """Opens a page with this body; ``sure``: below a number that is a link under any settings. That number's text."""
        number = self.number()
        text = f"+39 02 {number[5:9]} {number[9:]}"
        line = f"<p>Telephone: {text}</p>" if sure else ""
        self.browser.goto(self.site.page("settings", f"<!doctype html><html><head><meta charset=utf-8>{head}</head>"
                                         f"<body>{line}{body}</body></html>"))
        return text

    def sees_links(self, *wanted: str) -> None:
        """Waits until these texts and no others are links."""
        until(lambda: tuple(link["text"] for link in self.browser.numbers()) == wanted, say=f"the links {wanted}")

    # ── calls ─────────────────────────────────────────────────────────────────────────────────

    def calls(self, uri: str, **more: Any) -> dict:
        """Calls from the popup; what becomes of it."""
        self.browser.extension_page("popup.html")
        self.phone.forget()
        return self.browser.extension_js("message => chrome.runtime.sendMessage(message)", {"type": "ui.call", "uri": uri, **more})

    def rings(self, uri: str, **more: Any) -> str:
        """Calls from the popup; the URI that the phone got."""
        outcome = self.calls(uri, **more)
        assert outcome["ok"], outcome
        return self.phone.wait()[-1]

    def error(self, uri: str) -> str:
        """The name of the error that a call ends with; empty if it does not."""
        return self.calls(uri).get("error", {}).get("name", "")

    def recents(self) -> list[str]:
        """The URIs of the recent calls, latest first."""
        stored = self.browser.background("async () => (await chrome.storage.local.get('recents')).recents")
        return [call["uri"] for call in stored]

    def audit(self) -> Path:
        return self.world.path / "state/webex-click-to-call/audit"
