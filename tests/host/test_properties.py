"""10,000 generated URIs and dial strings: parse -> dial plan -> route -> render -> parse.

Nothing is lost, nothing but a coded error is raised, and no handler ever receives a second argument, a quote,
a space or a control character.
"""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.host.fakes import split_windows

from webex_click_to_call import dialplan, rendering, routing, uri
from webex_click_to_call.dialled import parse_dialled
from webex_click_to_call.errors import Failure
from webex_click_to_call.handlers import App, Ownership, desktop_entry
from webex_click_to_call.handlers.windows import _command_line
from webex_click_to_call.resources import load

MANY = settings(max_examples=10_000, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
SOME = settings(max_examples=2_000, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
DIGITS = "0123456789"
WEBEX = App("webex.desktop", "Webex", program="/opt/Webex/bin/CiscoCollabHost")
OTHER = App("phone.desktop", "Phone", program="/usr/bin/phone")
ENTRY = desktop_entry.parse("[Desktop Entry]\nType=Application\nExec=/opt/Webex/bin/CiscoCollabHost %U\n")

grouped = st.lists(st.sampled_from([*DIGITS, *DIGITS, "-", ".", "(", ")"]), min_size=1, max_size=14).map("".join)
number = st.one_of(
    st.builds(str.__add__, st.sampled_from(["", "+1", "%2B39", "+44", "00"]), grouped),
    st.builds(str.__add__, st.sampled_from(["", "+", "%2B", "+0"]), st.text(st.sampled_from(DIGITS + "*#aF "), max_size=24)),
)
label = st.text(st.sampled_from("abcXYZ019-"), min_size=1, max_size=8)
host = st.builds(
    lambda labels, last, port: ".".join([*labels, last]) + port,
    st.lists(label, max_size=2),
    st.sampled_from(["com", "example", "it", "127.0.0.1", "[::1]"]),
    st.sampled_from(["", "", ":5060", ":99999"]),
)
user = st.one_of(
    st.text(st.sampled_from("abcXYZ019._-~+=&$!*/,"), min_size=1, max_size=20),
    st.text(st.sampled_from("abc%40%C3%A9%20 '\"é;:@"), min_size=1, max_size=20),
)
good = st.sampled_from([";ext=12", ";ext=1-2", ";isub=9", ";phone-context=example.com", ";phone-context=+39", ";x=1", ";EXT=7"])
bad = st.sampled_from([";m-x=1", ";ext=", ";", ";user=phone", ";transport=tcp", ";user=ip"])
parameters = st.one_of(st.just([]), st.just([]), st.lists(good, max_size=2), st.lists(st.one_of(good, bad), max_size=3)).map("".join)
sip_parameters = st.sampled_from(["", "", "", ";user=phone", ";user=ip", ";transport=tcp;user=phone", ";maddr=x"])
post_dial = st.sampled_from(["", "", "", ",1", ",,12%23", "%3B9", ",x", ",", "*1"])
number_path = st.builds(lambda n, p, more: n + p + more, number, post_dial, parameters)
address_path = st.one_of(
    st.builds(lambda u, h, more: f"{u}@{h}{more}", user, host, sip_parameters),
    st.builds(lambda n, h: f"{n}@{h};user=phone", grouped, host),
)
value = {
    "telephone": st.one_of(number, st.just("%2B390612345678")),
    "email": st.sampled_from(["a%40example.com", "a.b%2Bc@example.com", "a", ""]),
    "x-source": st.sampled_from(["My%20CRM", "CRM", "%22", "%0A"]),
    "x-success": st.sampled_from(["https%3A%2F%2Fexample.com", "webextel%3A1", "javascript%3Ax"]),
    "x-cancel": st.sampled_from(["https%3A%2F%2Fexample.com", "data%3Ax"]),
    "q": st.just("1"),
}
pair = st.sampled_from([*value, "telephone", "email", "x-source"]).flatmap(lambda name: value[name].map(lambda text: f"{name}={text}"))
query = st.lists(pair, min_size=1, max_size=4).map(lambda pairs: "login?" + "&".join(pairs))
slashes = st.sampled_from(["", "", "//"])
well_made = st.one_of(
    st.builds(
        lambda s, slash, rest: f"{s}:{slash}{rest}", st.sampled_from(["tel", "webextel", "clicktocall", "sip", "TEL"]), slashes, number_path
    ),
    st.builds(
        lambda s, slash, rest: f"{s}:{slash}{rest}", st.sampled_from(["sip", "webextel", "clicktocall", "SIP"]), slashes, address_path
    ),
    st.builds(lambda s, rest: f"{s}://{rest}", st.sampled_from(["webextel", "webexauth", "WebExTel"]), query),
    st.builds(lambda s, rest: f"{s}:{rest}", st.sampled_from(["callto", "javascript", "webexauth", "sip"]), st.one_of(number_path, query)),
)
plain_number = st.from_regex(r"(\+[1-9][0-9]{0,3}|[0-9]{1,5})([-.()]?[0-9]{2,4}){0,2}", fullmatch=True)
plain = st.one_of(
    st.builds(
        "{}:{}{}{}{}".format,
        st.sampled_from(["tel", "webextel", "clicktocall", "sip", "TEL", "Sip"]),
        slashes,
        plain_number,
        st.sampled_from(["", "", "", ",,12", ",1%23", "%3B9*8"]),
        st.sampled_from(["", "", ";ext=47-11", ";isub=9", ";ext=3;isub=4", ";x=1"]),
    ),
    st.builds(
        "{}:{}{}@{}example.{}".format,
        st.sampled_from(["sip", "webextel", "clicktocall", "SIP"]),
        slashes,
        st.text(st.sampled_from("abcXYZ019._-~+=&$!*/,"), min_size=1, max_size=20),
        st.sampled_from(["", "voip.", "X-1."]),
        st.sampled_from(["com", "IT", "org:5061"]),
    ),
)
noise = st.text(max_size=60)
noisy = st.builds(
    lambda text, at, extra: text[: at % (len(text) + 1)] + extra + text[at % (len(text) + 1) :], well_made, st.integers(0, 99), noise
)
anything = st.one_of(plain, plain, plain, well_made, well_made, noisy, noise)
dialled = st.one_of(anything, anything, number, st.text(st.sampled_from(DIGITS + "+-() ./*#,;\u00a0\u2013ext"), max_size=24))
PLANS = [
    {},
    {"outsideLine": "0"},
    {"rules": [{"match": "+39", "replace": "0"}, {"match": "+", "replace": "00"}], "outsideLine": "9"},
    {"rules": [{"match": "0", "strip": 1, "prefix": "+39"}]},
    {"internal": [{"from": "7000", "to": "7999"}], "outsideLine": "12"},
    {"rules": [{"match": "", "maxLength": 7, "prefix": "+1212"}]},
    {"rules": [{"match": "", "replace": ""}], "outsideLine": "11"},
]
OWNERS = [
    {},
    dict.fromkeys(uri.SCHEMES, WEBEX),
    dict.fromkeys(uri.SCHEMES, OTHER),
    {"webextel": WEBEX, "tel": OTHER, "sip": OTHER},
    {"tel": WEBEX, "webextel": OTHER},
    {"sip": WEBEX},
    {"clicktocall": WEBEX, "sip": OTHER},
    {"tel": OTHER},
    {"webexauth": WEBEX},
]
ORDERS = [
    {"number": ["webextel", "tel", "clicktocall", "sip"], "address": ["sip", "webextel"]},
    {"number": ["sip"], "address": ["clicktocall"]},
    {"number": ["tel", "sip"], "address": ["webextel", "sip"]},
    {"number": ["clicktocall", "webextel"], "address": ["webextel"]},
]


def safe(text: str) -> bool:
    """Printable ASCII without space, quotes or what a shell or a registered command could stumble on."""
    return re.fullmatch(r"[!#$%&()*+,\-./0-9:;=?@A-Z\[\]_a-z~]+", text) is not None


@MANY
@given(
    text=dialled,
    rules=st.sampled_from(PLANS),
    owned=st.sampled_from(OWNERS),
    installed=st.booleans(),
    order=st.sampled_from(ORDERS),
    answer=st.sampled_from(["ask", "owner", "refuse"]),
    kind=st.sampled_from(["audio", "video"]),
)
def test_from_text_to_the_handlers_argument(text, rules, owned, installed, order, answer, kind):
    try:
        call = parse_dialled(text)
        before = call
        if call.number and call.scheme != "webexauth":
            call = dialplan.applied(call, rules)
        forms = rendering.table()
        facts = routing.Facts(
            {name: Ownership(app, "") for name, app in owned.items()}, (WEBEX,) if installed or WEBEX in owned.values() else ()
        )
        route = routing.choose(call, forms, facts, routing.Wishes(order, answer))
        handed, lost = (uri.canonical(call), {}) if route.scheme == "webexauth" else rendering.render(call, route.scheme, forms, kind)
    except Failure as failure:
        assert failure.as_json()["code"] in range(201, 500)
        return
    assert safe(handed)
    back = uri.parse(handed)
    assert back.scheme == route.scheme
    if call.scheme == "webexauth":
        assert back == before
    else:
        assert (back.address == call.address) if back.address else (back.number == call.number)
        for part, value in (("extension", call.extension), ("postDial", call.post_dial)):
            assert value == lost.get(part, "")
        assert not back.extension and not back.post_dial
    assert desktop_entry.command_line(ENTRY, "/x.desktop", handed) == ["/opt/Webex/bin/CiscoCollabHost", handed]
    assert split_windows(_command_line("app.exe -URI %1", handed)) == ["app.exe", "-URI", handed]
    assert route.is_webex or (answer == "owner" and not facts.webex)


@SOME
@given(text=anything)
def test_what_is_parsed_has_one_spelling_that_parses_to_the_same(text):
    try:
        call = uri.parse(text)
    except Failure as failure:
        assert failure.name in {row["name"] for row in load("errors.json")["errors"]}
        return
    spelling = uri.canonical(call)
    assert safe(spelling) and uri.parse(spelling) == call and uri.canonical(uri.parse(spelling)) == spelling
    for other in uri.SCHEMES:
        try:
            there = uri.express(call, other)
        except Failure as failure:
            assert failure.name == "URI_NOT_EXPRESSIBLE"
            continue
        assert uri.parse(uri.canonical(there)) == there
        if other != call.scheme:
            assert (there.number, there.extension, there.post_dial) == (call.number, call.extension, call.post_dial)


@SOME
@given(text=st.text(max_size=200), argument=well_made)
def test_any_desktop_file_gives_one_argument_or_is_refused(text, argument):
    entry = desktop_entry.parse("[Desktop Entry]\nExec=/bin/app " + text.replace("\n", " ") + " %u\n")
    try:
        line = desktop_entry.command_line(entry, "/x.desktop", argument)
    except ValueError:
        return
    assert line[0].startswith("/bin/app") and any(argument in item for item in line)


@SOME
@given(template=st.text(st.sampled_from("tel:{}[]number%;ext=sionpDa &'\"<>|x/"), max_size=40), value=number)
def test_any_template_is_refused_or_harmless(template, value):
    try:
        forms = rendering.table({"tel": {"number": template}})
        handed, _ = rendering.render(uri.parse("tel:+390612345678,1;ext=5"), "tel", forms)
    except Failure:
        return
    assert safe(handed) and handed.lower().startswith("tel:")
