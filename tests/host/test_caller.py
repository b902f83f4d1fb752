"""Only the known extensions get in; everything else is refused before a frame is read."""

import base64
import hashlib
import json

import pytest
from tests.host.machines import CHROMIUM, FIREFOX, IDENTITY, source_command

from webex_click_to_call import caller
from webex_click_to_call.errors import Failure
from webex_click_to_call.resources import load

ECHO = {"version": 1, "id": 7, "verb": "echo"}
ID = IDENTITY["chromium"]["extension_ids"][0]
REFUSED = {
    "another extension": [f"chrome-extension://{'a' * 32}/"],
    "no slash": [CHROMIUM[0].rstrip("/")],
    "a path behind": [CHROMIUM[0] + "x"],
    "something more": [*CHROMIUM, "--verbose"],
    "upper case": [CHROMIUM[0].upper()],
    "another scheme": [f"moz-extension://{ID}/"],
    "a web page": ["https://example.com/"],
    "another add-on": [FIREFOX[0], "evil@example.com"],
    "a Chromium id in Firefox": [FIREFOX[0], ID],
    "no add-on": [FIREFOX[0]],
    "an empty id": ["chrome-extension:///"],
}


@pytest.mark.parametrize("origin", [CHROMIUM, [*CHROMIUM, "--parent-window=0"], FIREFOX], ids=["chromium", "windows", "firefox"])
def test_the_known_extensions_are_served(machine, program, origin):
    answers, status, _ = machine.talk(program, ECHO, origin=origin)
    assert (answers[0]["ok"], status) == (True, 0)


@pytest.mark.parametrize("name", REFUSED)
def test_every_other_origin_is_refused_before_a_frame_is_read(machine, name):
    answers, status, errors = machine.talk(source_command(), ECHO, origin=REFUSED[name])
    assert (answers, status) == ([], 1)
    assert errors.startswith("error 301 CALLER_REFUSED")


def test_ids_that_the_administrator_adds_are_let_in():
    other = "b" * 32
    origin = [f"chrome-extension://{other}/"]
    assert caller.identify(origin, lambda: [other]) == ("chromium", other)
    with pytest.raises(Failure):
        caller.identify(origin, lambda: [])


def test_a_known_id_needs_no_policy():
    def never():
        raise AssertionError("policy was read")

    assert caller.identify(CHROMIUM, never) == ("chromium", ID)


@pytest.mark.parametrize("argv", [[], ["doctor"], ["dial", "tel:+39061234567"], ["--version"]])
def test_a_person_gets_the_command_line(argv):
    assert caller.identify(argv) is None


def test_the_development_id_follows_from_the_key():
    digest = hashlib.sha256(base64.b64decode(IDENTITY["chromium"]["public_key"])).hexdigest()[:32]
    assert "".join(chr(ord("a") + int(digit, 16)) for digit in digest) == ID


def test_the_command_line_never_shows_a_traceback(machine, program):
    for arguments in ([], ["--version"], ["--help"], ["link", "webextel", "--telephone", "+39 06 1234567"]):
        done = machine.run(program, *arguments)
        assert (done.returncode, done.stderr) == (0, "") and done.stdout, arguments
    cases = {
        ("nonsense",): 501,
        ("dial",): 501,
        ("dial", "not a number"): 206,
        ("dial", "*#06#"): 213,
        ("dial", ""): 201,
        ("dial", "javascript:alert(1)"): 205,
        ("link", "webextel"): 210,
        ("link", "webexauth", "--email", "x"): 212,
        ("link", "webextel", "--telephone", "1", "--x-success", "javascript:alert(1)"): 211,
        ("install", "--browser", "netscape"): 502,
        ("dial", "+39061234567"): 401,
        ("install", "--browser", "firefox", "--user-data-dir", "/tmp"): 501,
    }
    for arguments, code in cases.items():
        done = machine.run(program, *arguments)
        assert done.returncode == 1 and done.stdout == "", arguments
        assert done.stderr.startswith(f"error {code} ") and len(done.stderr.splitlines()) == 1, (arguments, done.stderr)


def test_links_are_printed_as_they_parse(machine):
    def link(*arguments):
        return machine.run(source_command(), "link", *arguments).stdout.strip()

    assert link("webextel", "--telephone", "+39 (06) 12345678") == "webextel://login?telephone=%2B390612345678"
    assert link(
        "webexauth",
        "--email",
        "a@example.com",
        "--telephone",
        "7042",
        "--x-source",
        "Our CRM",
        "--x-success",
        "https://example.com/done",
        "--x-cancel",
        "https://example.com/no",
    ) == (
        "webexauth://login?email=a%40example.com&telephone=7042&x-source=Our%20CRM"
        "&x-success=https%3A%2F%2Fexample.com%2Fdone&x-cancel=https%3A%2F%2Fexample.com%2Fno"
    )


def test_error_codes_are_unique_and_complete():
    rows = load("errors.json")["errors"]
    assert len({row["code"] for row in rows}) == len({row["name"] for row in rows}) == len(rows)
    assert all(row["message"].endswith(".") and row["advice"].endswith(".") for row in rows), json.dumps(rows)
