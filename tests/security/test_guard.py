"""The host as authority: what its policy refuses is refused, whatever it is asked and whoever agreed."""

import pytest

from webex_click_to_call import rate, risk
from webex_click_to_call.errors import Failure
from webex_click_to_call.handlers import App, Ownership
from webex_click_to_call.policy import STRICT, Policy
from webex_click_to_call.service import Service

WEBEX = App("webex.desktop", "Webex", program="/opt/Webex/bin/CiscoCollabHost")
PREMIUM, ORDINARY = "tel:+39899123456", "tel:+390230312345"
ALL = {name: "refuse" for name in risk.CLASSES}


class Machine:
    name = "linux"

    def __init__(self):
        self.opened, self.broken = [], False

    def ownership(self, scheme, apps):
        return Ownership(WEBEX, "test")

    def apps(self):
        return (WEBEX,)

    def open(self, app, text):
        if self.broken:
            raise Failure("OPEN_FAILED")
        self.opened.append(text)


@pytest.fixture
def machine():
    return Machine()


def ask(machine, uri, policy=None, limiter=None, **request):
    try:
        Service(machine, lambda: Policy(policy or {}), limiter).answer({"version": 1, "id": 1, "verb": "call", "uri": uri, **request})
        return "called"
    except Failure as failure:
        return failure.name


def test_the_persons_settings_ask_and_a_yes_calls(machine):
    settings = {"risk": {"premium": "ask"}, "region": "IT"}
    assert ask(machine, PREMIUM, settings=settings) == "RISK_CONSENT_NEEDED" and machine.opened == []
    assert ask(machine, PREMIUM, settings=settings, confirmed=True) == "called"
    assert ask(machine, ORDINARY, settings=settings) == "called"


@pytest.mark.parametrize("settings", [{}, {"risk": {"premium": "allow"}}])
def test_the_policy_wins_over_settings_and_consent(machine, settings):
    policy = {"settings": {"risk": {"premium": "refuse"}}}
    assert ask(machine, PREMIUM, policy, settings=settings, confirmed=True, consent="webex.desktop") == "RISK_REFUSED"
    abroad = {"settings": {**policy["settings"], "region": "DE"}}
    assert ask(machine, "sip:0039899123456@gateway.example.com", abroad, confirmed=True) == "RISK_REFUSED"
    assert machine.opened == []


def test_the_strict_default_refuses_what_is_costly(machine):
    for uri in (PREMIUM, "tel:+881612345678", "tel:+80812345678"):
        assert ask(machine, uri, STRICT, confirmed=True) == "RISK_REFUSED"
    assert ask(machine, ORDINARY, STRICT) == "called"


def test_emergency_numbers_are_always_called_as_they_are(machine, tmp_path):
    plan = {"rules": [{"match": "1", "replace": "9001"}], "outsideLine": "0"}
    policy = {"settings": {"risk": ALL, "region": "IT", "dialPlan": plan}, "rate": {"perMinute": 1, "burst": 1}}
    limiter = rate.Limiter(str(tmp_path / "calls"))
    assert [ask(machine, uri, policy, limiter) for uri in ("tel:112", "tel:118", "tel:112")] == ["called"] * 3
    assert machine.opened == ["webextel:112", "webextel:118", "webextel:112"]


@pytest.mark.parametrize("uri", [
    "tel:*%2306%23", "tel:*21*0612345678%23", "webextel:%23%2331%23", "tel:%2A31%23%2B390612345678", "sip:*67@example.com;user=phone",
])
def test_service_codes_are_never_called(machine, uri):
    assert ask(machine, uri, confirmed=True) == "URI_MMI_FORBIDDEN" and machine.opened == []


def test_post_dial_digits_are_a_class_wherever_they_stand(machine):
    policy = {"settings": {"risk": {"postDial": "refuse"}}}
    assert ask(machine, ORDINARY + ",12%23", policy) == "RISK_REFUSED"
    assert ask(machine, ORDINARY, policy, postDial="12#") == "RISK_REFUSED"
    assert ask(machine, ORDINARY, policy) == "called"


def test_the_policy_sets_the_rate_and_a_failed_call_may_be_repeated(machine, tmp_path):
    limiter = rate.Limiter(str(tmp_path / "calls"), lambda: 1000.0)
    policy = {"rate": {"perMinute": 60, "burst": 3}}
    machine.broken = True
    assert ask(machine, ORDINARY, policy, limiter) == "OPEN_FAILED"
    machine.broken = False
    assert ask(machine, ORDINARY, policy, limiter) == "called"
    assert ask(machine, ORDINARY, policy, limiter) == "DUPLICATE_CALL"
    assert ask(machine, "tel:+390230312346", policy, limiter) == "called"
    assert ask(machine, "tel:+390230312347", policy, limiter) == "RATE_LIMITED"
    assert len(machine.opened) == 2
