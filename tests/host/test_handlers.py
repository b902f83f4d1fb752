"""What every handler backend must do, whatever the operating system."""

from pathlib import Path

import pytest
from tests.host.fakes import FakeWindows

from webex_click_to_call import webex
from webex_click_to_call.errors import Failure
from webex_click_to_call.handlers.fail import FailingBackend
from webex_click_to_call.handlers.windows import WindowsBackend
from webex_click_to_call.policy import Policy
from webex_click_to_call.service import Service

URI = "tel:+390612345678"


def owner(backend, scheme="tel"):
    return backend.ownership(scheme, backend.apps()).owner


def test_nobody_owns_anything_on_an_empty_machine(world):
    backend = world.backend()
    for scheme in ("webextel", "tel", "clicktocall", "sip", "webexauth"):
        found = backend.ownership(scheme, backend.apps())
        assert found.owner is None and found.candidates == () and found.how


def test_the_only_application_owns_its_scheme_and_no_other(world):
    world.add("phone", "tel")
    backend = world.backend()
    assert owner(backend).name == "phone" and owner(backend, "sip") is None
    assert "phone" in owner(backend).command
    if world.id_of("phone"):
        assert owner(backend).id == world.id_of("phone")


def test_the_choice_decides_and_the_others_are_candidates(world):
    world.add("alpha", "tel", "sip")
    world.add("beta", "tel")
    world.choose("tel", "beta")
    backend = world.backend()
    found = backend.ownership("tel", backend.apps())
    assert found.owner.name == "beta"
    assert {app.name for app in found.candidates} >= {"alpha"} and "beta" not in {app.name for app in found.candidates}


def test_how_it_was_decided_differs_between_choice_and_chance(world):
    world.add("alpha", "tel")
    by_chance = world.backend().ownership("tel", ()).how
    world.choose("tel", "alpha")
    assert world.backend().ownership("tel", ()).how != by_chance or world.backend().name == "macos"


def test_a_choice_of_something_that_is_gone_is_no_choice(world):
    world.add("alpha", "tel")
    world.choose("tel", "gone")
    assert owner(world.backend()).name == "alpha"


def test_webex_is_recognised_and_nobody_else_is(world):
    world.add("webex", "webextel")
    world.add("webexmeetingsclone", "tel")
    backend = world.backend()
    assert [webex.is_webex(app, backend.name) for app in (owner(backend, "webextel"), owner(backend))] == [True, False]


def test_applications_say_which_schemes_they_take(world):
    world.add("webex", "webextel", "tel")
    taken = set().union(*(app.schemes for app in world.backend().apps()))
    assert taken == {"webextel", "tel"}


def test_open_hands_over_exactly_the_uri(world):
    world.add("phone", "tel")
    backend = world.backend()
    for _ in range(3):
        backend.open(owner(backend), URI)
    assert world.started(3) == [[URI]] * 3


@pytest.mark.parametrize("nasty", ['tel:"', "tel:+1 --evil", "tel:+1\n2", "tel:$(id)", "tel:`id`", "tel:%1", "tel:a&b", "tel:;id"])
def test_whatever_the_uri_contains_it_is_one_argument_or_refused(world, nasty):
    world.add("phone", "tel")
    backend = world.backend()
    try:
        backend.open(owner(backend), nasty)
    except Failure as failure:
        assert failure.name == "COMMAND_INVALID"
        assert world.started(0) == []
    else:
        assert world.started(1) == [[nasty]]


def test_a_program_that_cannot_be_started_is_said(world):
    world.add("phone", "tel")
    backend = world.backend()
    app = owner(backend)
    world.break_program("phone")
    with pytest.raises(Failure) as caught:
        backend.open(app, URI)
    assert caught.value.name == "OPEN_FAILED"


def test_make_default_works_or_says_who_can(world):
    world.add("alpha", "tel")
    world.add("beta", "tel")
    backend = world.backend()
    beta = next(app for app in backend.apps() if app.name == "beta")
    try:
        backend.make_default("tel", beta)
    except Failure as failure:
        assert failure.name == "DEFAULT_BY_PERSON" and failure.details["page"] == backend.settings_page(beta) != ""
    else:
        assert owner(world.backend()).name == "beta"


def test_the_settings_page_is_opened_or_there_is_none(world):
    backend = world.backend()
    try:
        backend.open_settings()
    except Failure as failure:
        assert failure.name == "DEFAULT_FAILED" and backend.name == "linux"
    else:
        (opened,) = world.opened()
        assert opened.startswith(("ms-settings:", "x-apple.systempreferences:"))


def test_a_call_goes_to_webex_although_others_own_everything(world):
    world.add("jabber", "tel", "sip", "clicktocall")
    world.add("webex", "webextel", "tel")
    world.choose("tel", "jabber")
    service = Service(world.backend(), lambda: Policy({}))
    reply = service.answer({"version": 1, "id": 1, "verb": "call", "uri": URI})
    assert reply["handedTo"]["isWebex"] and reply["scheme"] == "webextel"
    assert world.started(1) == [["webextel:+390612345678"]]


def test_the_status_is_whole(world):
    world.add("webex", "webextel")
    world.add("phone", "tel")
    status = Service(world.backend(), lambda: Policy({})).answer({"version": 1, "id": 1, "verb": "status"})
    assert status["webex"]["installed"] and status["schemes"]["webextel"]["isWebex"]
    assert set(status["schemes"]) == {"webextel", "tel", "clicktocall", "sip", "webexauth"}
    assert status["schemes"]["tel"]["owner"]["name"] == "phone" and not status["schemes"]["tel"]["isWebex"]
    assert status["route"]["number"]["scheme"] == "webextel" and status["route"]["address"]["app"]["isWebex"]


def test_where_there_is_no_backend_it_is_said():
    backend = FailingBackend()
    assert backend.ownership("tel", backend.apps()).owner is None
    for work in (lambda: backend.open(None, URI), lambda: backend.make_default("tel", None)):
        with pytest.raises(Failure) as caught:
            work()
        assert caught.value.name == "PLATFORM_UNSUPPORTED"


REG = (Path(__file__).parent / "data/wine-export.reg").read_text()  # what ``wine reg export`` wrote


@pytest.fixture
def windows():
    return WindowsBackend(
        FakeWindows(REG, {r"C:\Program Files\Cisco\J.exe": {"product": "Cisco Jabber", "publisher": "Cisco Systems, Inc."}})
    )


def test_windows_reads_expandable_commands(windows):
    app = owner(windows)
    assert (app.program, app.name) == (r"C:\Program Files\Cisco\J.exe", "Cisco Jabber")
    assert webex.is_jabber(app, "windows") and not webex.is_webex(app, "windows")


def test_windows_finds_the_program_of_an_unquoted_command(windows):
    app = owner(windows, "sip")
    assert app.program == r"C:\Program Files (x86)\Some Phone\phone.exe"
    windows.open(app, "sip:a@example.com")
    assert windows.registry.started[-1][-1] == "sip:a@example.com"


def test_windows_knows_packaged_applications_and_the_newer_choice(windows):
    app = owner(windows, "clicktocall")
    assert app.name == "Packaged phone" and app.program == ""
    windows.open(app, "clicktocall:1")
    assert windows.registry.opened == ["clicktocall:1"]


def test_windows_finds_webex_that_owns_nothing(windows):
    assert [app.program for app in windows.apps() if webex.is_webex(app, "windows")] == [
        r"C:\Program Files\Cisco Spark\CiscoCollabHost.exe"
    ]


def test_windows_tells_which_application_outlook_calls_with(windows):
    assert windows.hints() == {"defaultImApp": "Cisco Jabber"}
