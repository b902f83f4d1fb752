"""Which application gets a call: the table of cases, and what a policy and a person can change of it."""

import json

import pytest

from webex_click_to_call import rendering, routing, uri
from webex_click_to_call.errors import Failure
from webex_click_to_call.handlers import App, Ownership
from webex_click_to_call.policy import STRICT, Policy, read
from webex_click_to_call.service import Service, effective

W = App("webex.desktop", "Webex", "CiscoCollabHost %U", "/opt/Webex/bin/CiscoCollabHost", frozenset({"webextel"}))
W2 = App("webex.desktop", "Webex", "CiscoCollabHost %U", "/opt/Webex/bin/CiscoCollabHost", frozenset({"tel", "sip"}))
J = App("cisco-jabber.desktop", "Cisco Jabber", "jabber %u", "/opt/cisco/jabber/jabber")
P = App("phone.desktop", "Phone", "phone %u", "/usr/bin/phone")
NUMBER, ADDRESS = "tel:+390612345678", "sip:alice@example.com"
ORDER = {"number": ["webextel", "tel", "clicktocall", "sip"], "address": ["sip", "webextel"]}

# (what it is about, owners by scheme, Webex's registrations, the call, wishes) -> "scheme application reason" or an error
CASES = [
    ("everything is Webex's", {"webextel": W, "tel": W, "sip": W}, [W], NUMBER, {}, "webextel Webex owner"),
    ("an address goes by sip", {"webextel": W, "sip": W}, [W], ADDRESS, {}, "sip Webex owner"),
    ("an address where sip is another's", {"webextel": W, "sip": P}, [W], ADDRESS, {}, "webextel Webex owner"),
    (
        "Jabber owns tel, sip and clicktocall",
        {"webextel": W, "tel": J, "sip": J, "clicktocall": J},
        [W],
        NUMBER,
        {},
        "webextel Webex owner",
    ),
    ("Jabber owns them, an address", {"webextel": W, "tel": J, "sip": J, "clicktocall": J}, [W], ADDRESS, {}, "webextel Webex owner"),
    ("Webex owns only tel", {"webextel": J, "tel": W}, [W], NUMBER, {}, "tel Webex owner"),
    ("Webex owns only clicktocall", {"tel": P, "clicktocall": W}, [W], NUMBER, {}, "clicktocall Webex owner"),
    ("Webex owns only sip", {"tel": P, "sip": W}, [W], NUMBER, {}, "sip Webex owner"),
    (
        "Webex owns nothing, all is Jabber's",
        {"webextel": J, "tel": J, "sip": J, "clicktocall": J},
        [W],
        NUMBER,
        {},
        "webextel Webex installed",
    ),
    ("Webex owns nothing, nobody does", {}, [W], NUMBER, {}, "webextel Webex installed"),
    ("Webex declares tel and sip only", {}, [W2], NUMBER, {}, "tel Webex installed"),
    ("Webex declares tel and sip only, an address", {}, [W2], ADDRESS, {}, "sip Webex installed"),
    ("another order", {"webextel": W, "tel": W}, [W], NUMBER, {"order": {**ORDER, "number": ["tel", "webextel"]}}, "tel Webex owner"),
    (
        "an order that leaves Webex's scheme out",
        {"webextel": W, "tel": P},
        [W],
        NUMBER,
        {"order": {**ORDER, "number": ["tel"]}},
        "tel Webex installed",
    ),
    ("the policy allows tel only", {"webextel": W, "tel": W}, [W], NUMBER, {"allowed": ("tel",)}, "tel Webex owner"),
    (
        "the policy allows tel only, which is another's",
        {"webextel": W, "tel": P},
        [W],
        NUMBER,
        {"allowed": ("tel",)},
        "tel Webex installed",
    ),
    ("the policy allows nothing for it", {"webextel": W}, [W], ADDRESS, {"allowed": ("tel",)}, "SCHEME_FORBIDDEN"),
    ("no Webex: ask, naming the owner", {"tel": P}, [], NUMBER, {}, "CONSENT_NEEDED phone.desktop Phone tel"),
    ("no Webex: Jabber is asked about too", {"tel": J, "sip": J}, [], ADDRESS, {}, "CONSENT_NEEDED cisco-jabber.desktop Cisco Jabber sip"),
    ("no Webex: the person agreed", {"tel": P}, [], NUMBER, {"consent": "phone.desktop"}, "tel Phone consent"),
    (
        "no Webex: the person agreed to another",
        {"tel": P},
        [],
        NUMBER,
        {"consent": "cisco-jabber.desktop"},
        "CONSENT_NEEDED phone.desktop Phone tel",
    ),
    ("no Webex: the owner may", {"tel": P}, [], NUMBER, {"if_no_webex": "owner"}, "tel Phone settings"),
    ("no Webex: refuse", {"tel": P}, [], NUMBER, {"if_no_webex": "refuse"}, "OWNER_NOT_WEBEX phone.desktop Phone tel"),
    (
        "no Webex: refuse, whatever the person agreed to",
        {"tel": P},
        [],
        NUMBER,
        {"if_no_webex": "refuse", "consent": "phone.desktop"},
        "OWNER_NOT_WEBEX phone.desktop Phone tel",
    ),
    ("no Webex: the owner of a later scheme", {"sip": P}, [], NUMBER, {"if_no_webex": "owner"}, "sip Phone settings"),
    ("nobody at all", {}, [], NUMBER, {}, "HANDLER_MISSING"),
    ("nobody at all, the owner may", {}, [], NUMBER, {"if_no_webex": "owner"}, "HANDLER_MISSING"),
    ("consent with Webex there changes nothing", {"tel": P}, [W], NUMBER, {"consent": "phone.desktop"}, "webextel Webex installed"),
    (
        "an address that is a number goes as address first",
        {"sip": W, "tel": W},
        [W],
        "sip:+12015550123@gw.example.com;user=phone",
        {},
        "sip Webex owner",
    ),
    ("webexauth is for phones", {"webextel": W}, [W], "webexauth://login?email=a%40example.com", {}, "URI_MOBILE_ONLY"),
    ("webexauth with a handler", {"webexauth": W}, [W], "webexauth://login?email=a%40example.com", {}, "webexauth Webex owner"),
    (
        "webexauth with another's handler",
        {"webexauth": P},
        [],
        "webexauth://login?email=a%40example.com",
        {},
        "CONSENT_NEEDED phone.desktop Phone webexauth",
    ),
    (
        "webexauth that the policy forbids",
        {"webexauth": W},
        [W],
        "webexauth://login?email=a%40example.com",
        {"allowed": ("tel",)},
        "SCHEME_FORBIDDEN",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_routing(case):
    _, owners, registered, text, wishes, expected = case
    facts = routing.Facts({scheme: Ownership(app, "test") for scheme, app in owners.items()}, tuple(registered))
    try:
        route = routing.choose(uri.parse(text), rendering.table(), facts, routing.Wishes(**{"order": ORDER, **wishes}))
        result = f"{route.scheme} {route.app.name} {route.because}"
        assert route.is_webex == (route.app.id == W.id)
    except Failure as failure:
        named = failure.details.get("owner")
        result = failure.name + (f" {named['id']} {named['name']} {failure.details['scheme']}" if named else "")
    assert result == expected


RENDERED = [
    ("tel:+390612345678", "webextel", "webextel:+390612345678", {}),
    ("tel:+390612345678;ext=12", "webextel", "webextel:+390612345678", {"extension": "12"}),
    ("tel:+390612345678;ext=12", "tel", "tel:+390612345678", {"extension": "12"}),
    ("tel:+390612345678,,12%23", "tel", "tel:+390612345678", {"postDial": ",,12#"}),
    ("tel:+390612345678,,12%23;ext=5", "clicktocall", "clicktocall:+390612345678", {"extension": "5", "postDial": ",,12#"}),
    ("tel:7042;phone-context=example.com", "sip", "sip:7042", {"context": "example.com"}),
    ("sip:alice@example.com", "sip", "sip:alice@example.com", {}),
    ("sip:alice@example.com:5061", "webextel", "webextel:alice@example.com:5061", {}),
    ("sip:caf%C3%A9@example.com", "webextel", "webextel:caf%C3%A9@example.com", {}),
    ("sip:+12015550123@gw.example.com;user=phone", "sip", "sip:+12015550123@gw.example.com", {}),
    ("sip:+12015550123@gw.example.com;user=phone", "tel", "tel:+12015550123", {}),
    ("webextel://login?telephone=%2B390612345678&x-source=CRM", "webextel", "webextel:+390612345678", {}),
]


@pytest.mark.parametrize(("text", "scheme", "expected", "lost"), RENDERED)
def test_rendering(text, scheme, expected, lost):
    assert rendering.render(uri.parse(text), scheme, rendering.table()) == (expected, lost)


def test_what_a_scheme_cannot_carry_is_told_never_merged_into_the_number():
    call = uri.parse("tel:+390612345678,,99;ext=12")
    for scheme in ORDER["number"]:
        handed, lost = rendering.render(call, scheme, rendering.table(), "video")
        assert handed == f"{scheme}:+390612345678"
        assert lost == {"extension": "12", "postDial": ",,99", "kind": "video"}


def test_an_address_has_no_tel_form():
    with pytest.raises(Failure) as caught:
        rendering.render(uri.parse(ADDRESS), "tel", rendering.table())
    assert caught.value.name == "URI_NOT_EXPRESSIBLE"


TEMPLATES = [
    ("tel", "number", "tel:{number}[;ext={extension}]", "tel:+390612345678;ext=12", {"postDial": ",1#"}),
    ("tel", "number", "tel:{number}[{postDial}]", "tel:+390612345678,1%23", {"extension": "12"}),
    (
        "webextel",
        "number",
        "webextel://login?telephone={number%}&x-source=Site",
        "webextel://login?telephone=%2B390612345678&x-source=Site",
        {"extension": "12", "postDial": ",1#"},
    ),
    (
        "webextel",
        "number",
        "webextel://{number}?kind={kind}",
        "webextel://+390612345678?kind=video",
        {"extension": "12", "postDial": ",1#"},
    ),
    ("clicktocall", "number", "clicktocall://{number}", "clicktocall://+390612345678", {"extension": "12", "postDial": ",1#"}),
]


@pytest.mark.parametrize(("scheme", "target", "template", "expected", "lost"), TEMPLATES)
def test_an_administrator_can_override_a_template(scheme, target, template, expected, lost):
    forms = rendering.table({scheme: {target: template}})
    kind = {} if "kind" in template else {"kind": "video"}
    call = uri.parse("tel:+390612345678,1%23;ext=12")
    assert rendering.render(call, scheme, forms, "video") == (expected, {**lost, **kind})


@pytest.mark.parametrize(
    "template",
    [
        "http://example.com/{number}",
        "tel:",
        "tel:{address}",
        "tel:{number} {extension}",
        'tel:"{number}"',
        "tel:{nummer}{number}",
        "javascript:{number}",
        "tel:{number",
        "tel:[{number}",
        "{number}",
        "tel:{number}\n",
        "telx:{number}",
        "tel:'{number}'",
    ],
)
def test_a_template_that_could_do_harm_is_refused(template):
    with pytest.raises(Failure) as caught:
        rendering.table({"tel": {"number": template}})
    assert caught.value.name == "TEMPLATE_INVALID"


def test_settings_count_in_order_preset_person_policy():
    nobody = Policy({})
    assert effective({}, nobody)["schemeOrder"] == ORDER and effective({}, nobody)["ifNoWebex"] == "ask"
    assert effective({"service": "unifiedCm"}, nobody)["schemeOrder"]["number"] == ["webextel", "clicktocall", "tel", "sip"]
    mine = {"service": "unifiedCm", "schemeOrder": {"number": ["sip"]}, "ifNoWebex": "owner"}
    assert effective(mine, nobody)["schemeOrder"] == {"number": ["sip"], "address": ["sip", "webextel"]}
    ruled = Policy({"settings": {"schemeOrder": {"number": ["tel"]}, "ifNoWebex": "refuse"}})
    assert effective(mine, ruled)["schemeOrder"]["number"] == ["tel"] and effective(mine, ruled)["ifNoWebex"] == "refuse"


def test_every_service_preset_names_its_source_and_known_schemes():
    from webex_click_to_call.resources import load

    for row in load("services.json")["services"].values():
        assert row["source"] and set(row["schemeOrder"]["number"]) <= set(ORDER["number"])


class Recorder:
    """A backend of a given machine that notes what it opens."""

    name = "linux"

    def __init__(self, owners, apps=()):
        self.owners, self.all, self.opened = owners, apps, []

    def ownership(self, scheme, apps):
        return Ownership(self.owners.get(scheme), "test")

    def apps(self):
        return self.all

    def open(self, app, text):
        self.opened.append((app.id, text))


def ask(backend, policy=None, **request):
    return Service(backend, lambda: policy or Policy({})).answer({"version": 1, "id": 1, "verb": "call", **request})


def test_a_call_is_rewritten_by_the_dial_plan_and_the_policys_plan_wins():
    backend = Recorder({"webextel": W})
    plan = {"rules": [{"match": "+39", "replace": "0"}], "outsideLine": "9"}
    ask(backend, uri=NUMBER, settings={"dialPlan": plan})
    ask(
        backend,
        uri=NUMBER,
        settings={"dialPlan": plan},
        policy=Policy({"settings": {"dialPlan": {"rules": [{"match": "+", "replace": "00"}]}}}),
    )
    ask(backend, uri="tel:112", settings={"dialPlan": plan})
    assert [text for _, text in backend.opened] == ["webextel:900612345678", "webextel:00390612345678", "webextel:112"]


def test_a_sign_in_link_is_handed_over_as_it_is():
    backend = Recorder({"webexauth": W})
    link = "webexauth://login?email=a%40example.com&telephone=0123"
    ask(backend, uri=link, settings={"dialPlan": {"outsideLine": "0"}})
    assert [text for _, text in backend.opened] == [link]


def test_the_reply_names_everything():
    reply = ask(Recorder({"webextel": W}), uri="tel:+390612345678;ext=12", postDial="77#", kind="video")
    assert reply.pop("ms") >= 0
    assert reply == {
        "handedTo": {"name": "Webex", "id": "webex.desktop", "isWebex": True},
        "scheme": "webextel",
        "because": "owner",
        "uri": "webextel:+390612345678",
        "notCarried": {"extension": "12", "postDial": ",77#", "kind": "video"},
    }


def test_nothing_is_opened_when_a_call_is_refused():
    backend = Recorder({"tel": P})
    for extra in ({}, {"settings": {"ifNoWebex": "refuse"}}, {"consent": "other"}, {"policy": Policy(STRICT)}):
        with pytest.raises(Failure):
            ask(backend, uri=NUMBER, **extra)
    assert backend.opened == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'{"schemes":[]}',
        b'{"schemes":["http"]}',
        b'{"unknown":1}',
        b'{"extensionIds":["*"]}',
        b"\xff",
        b'{"schemes":["tel"],"schemes":["sip"]}',
        b'{"settings":{"ifNoWebex":"any"}}',
        b"[" * 100000,
        b" " * 300000,
    ],
)
def test_a_policy_that_is_not_valid_is_the_strict_default(tmp_path, content):
    path = tmp_path / "policy.json"
    path.write_bytes(content)
    policy = read(str(path))
    assert policy.problem and policy.schemes == ["webextel"] and policy.settings == STRICT["settings"] and policy.extension_ids == []


def test_a_policy_that_cannot_be_read_is_the_strict_default(tmp_path):
    (tmp_path / "policy.json").mkdir()
    assert read(str(tmp_path / "policy.json")).problem
    assert read(str(tmp_path / "none.json")).problem is None


def test_a_valid_policy_says_what_it_says(tmp_path):
    document = {
        "extensionIds": ["b" * 32, "addon@example.com"],
        "schemes": ["tel", "webextel"],
        "settings": {"ifNoWebex": "refuse", "templates": {"tel": {"number": "tel:{number}[;ext={extension}]"}}},
    }
    (tmp_path / "policy.json").write_text(json.dumps(document))
    policy = read(str(tmp_path / "policy.json"))
    assert (policy.problem, policy.extension_ids, policy.schemes, policy.settings) == (
        None,
        document["extensionIds"],
        document["schemes"],
        document["settings"],
    )
