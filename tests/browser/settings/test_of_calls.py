"""Settings whose effect shows in what becomes of a call."""

from __future__ import annotations

import os
import signal

import pytest
from tests.lab.browsers import until

pytestmark = pytest.mark.browser


@pytest.mark.proves("schemeOrder")
def test_the_first_scheme_that_reaches_webex(person):
    person.wants(schemeOrder=["clicktocall", "tel"])
    number = person.number()
    assert person.rings(f"tel:{number}") == f"clicktocall:{number}"


@pytest.mark.proves("service")
def test_the_scheme_of_the_calling_service(person):
    person.world.phone(schemes=("tel", "clicktocall", "sip"))
    for service, scheme in (("webexCalling", "tel"), ("unifiedCm", "clicktocall")):
        person.wants(service=service)
        number = person.number()
        assert person.rings(f"tel:{number}") == f"{scheme}:{number}"


@pytest.mark.proves("ifNoWebex")
def test_without_webex_another_owner_gets_the_call_if_wished(person):
    other = person.world.phone(name="Another phone", desktop_id="other.desktop", program="other")
    (person.world.data / "applications" / person.phone.desktop_id).unlink()
    try:
        outcomes = {}
        for wish in ("refuse", "ask", "owner"):
            person.wants(ifNoWebex=wish)
            number = person.number()
            outcomes[wish] = person.calls(f"tel:{number}")
        assert not outcomes["refuse"]["ok"] and "ask" not in outcomes["refuse"]
        assert outcomes["ask"]["ask"]["reason"] == "otherApplication"
        assert outcomes["owner"]["handedTo"]["name"] == "Another phone"
        assert other.wait() == [f"{outcomes['owner']['scheme']}:{number}"]
    finally:
        other.remove()


@pytest.mark.proves("confirm")
def test_a_question_before_every_call(person):
    person.wants(confirm="always")
    number = person.number()
    assert person.calls(f"tel:{number}")["ask"]["reason"] == "confirm"
    assert person.rings(f"tel:{number}", confirmed=True) == f"webextel:{number}"


@pytest.mark.proves("fallbackPlainLink")
def test_without_a_host_the_link_is_left_to_the_browser(person):
    person.browser.extension_page("popup.html")
    registered = person.world.profile / "NativeMessagingHosts"
    away = registered.with_name("away")
    status = person.browser.extension_js("() => chrome.runtime.sendMessage({type: 'ui.status'})")
    registered.rename(away)
    os.kill(status["host"]["pid"], signal.SIGTERM)
    try:
        until(lambda: person.error(f"tel:{person.number()}") == "HOST_NOT_FOUND", say="no host")
        assert "fallback" not in person.calls(f"tel:{person.number()}")
        person.wants(fallbackPlainLink=True)
        uri = f"tel:{person.number()}"
        assert person.calls(uri)["fallback"] == uri
    finally:
        away.rename(registered)


# A number with {} is another each time, and of the class each time.
RISKS = {"riskPremium": ("tel:+3989912345{}", "IT"), "riskSharedCost": ("tel:+3984012345{}", "IT"),
         "riskSatellite": ("tel:+88161234567{}", "IT"), "riskShortCode": ("tel:1183{}", "DE"),
         "riskInternational": ("tel:+39023031234{}", "US"), "riskPostDial": ("tel:+390230312345,,1{}", "IT")}


@pytest.mark.parametrize("name", [pytest.param(name, marks=pytest.mark.proves(name)) for name in RISKS])
def test_a_class_of_numbers_is_refused_asked_about_or_rung(person, name):
    uri, region = RISKS[name]
    person.wants(defaultRegion=region, **{name: "refuse"})
    assert person.error(uri.format(4)) == "RISK_REFUSED"
    person.wants(defaultRegion=region, **{name: "ask"})
    assert person.calls(uri.format(5))["ask"]["reason"] == "risk"
    person.wants(defaultRegion=region, **{name: "allow"})
    person.rings(uri.format(6))


@pytest.mark.proves("dialPlan")
def test_a_number_goes_through_the_dial_plan(person):
    person.wants(dialPlan={"rules": [{"match": "+39", "replace": "0"}], "outsideLine": "9"}, defaultRegion="IT")
    number = person.number()
    assert person.rings(f"tel:{number}") == f"webextel:90{number.removeprefix('+39')}"


@pytest.mark.proves("templates")
def test_the_administrators_form_of_a_scheme(person):
    person.wants(schemeOrder=["sip"])
    number = person.number()
    assert person.rings(f"tel:{number}") == f"sip:{number};user=phone"
