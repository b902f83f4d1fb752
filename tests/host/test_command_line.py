"""The command line: whatever is given to it, an answer, or one line with a code; never a traceback, and nothing half done."""

import io
import json
import re
import sys
from pathlib import Path

import pytest
from tests.host.machines import CHROMIUM, source_command
from tests.host.worlds import below

from webex_click_to_call import __main__
from webex_click_to_call.dialled import parse_dialled
from webex_click_to_call.errors import Failure

ODD = json.loads((Path(__file__).parent / "data/command-lines.json").read_text())
LONG = [["dial", "x" * 3000], ["dial", "tel:" + "1" * 2045], ["dial", "1" * 5000], ["link", "webextel", "--x-source", "x" * 3000]]
LONG += [["chrome-extension://" + "a" * 100_000 + "/"], ["dial", "--post-dial", "," * 65, "+390612345678"]]
ERROR = re.compile(r"error \d{3} [A-Z_]+: [^\n]+\n")


@pytest.fixture
def run(machine, monkeypatch):
    """The command line in this process, on a machine without a session: ``(status, output, errors)``."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    for name, value in machine.env.items():
        if name != "DISPLAY":
            monkeypatch.setenv(name, value)

    def work(*words):
        raw, errors = io.BytesIO(), io.StringIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="utf-8"))
        monkeypatch.setattr(sys, "stderr", errors)
        monkeypatch.setattr(sys, "argv", ["webex-click-to-call", *words])
        try:
            status = __main__.main()
        except SystemExit as end:  # --help and --version
            status = end.code
        sys.stdout.flush()
        return status, raw.getvalue().decode(), errors.getvalue()

    return work


def test_every_odd_command_line_is_answered_or_refused_with_a_code(run, machine):
    for words in [*ODD, *LONG]:
        status, output, errors = run(*words)
        if status == 0:
            assert output and not errors, words
        elif words[0] != "doctor" or not output:
            assert status == 1 and not output and ERROR.fullmatch(errors), (words, status, output, errors)
            assert "INTERNAL" not in errors, words
    assert not machine.log.exists()
    assert {name for name in below(machine.home) if "NativeMessaging" in name or "native-messaging" in name} == set()


@pytest.mark.parametrize(
    ("text", "number", "extension"),
    [
        ("+44 (0)20 7946 0958", "+442079460958", ""),
        ("+49(0)30 1234567", "+49301234567", ""),
        ("+39 (0)6 1234567", "+39061234567", ""),
        ("(020) 7946 0958", "02079460958", ""),
        ("+39 06 123 ext. 4", "+3906123", "4"),
        ("+39 06 123x4", "+3906123", "4"),
        ("06 123;ext=12", "06123", "12"),
        ("+1\u00a0555\u2011010\u20110000 Extension 77", "+15550100000", "77"),
    ],
)
def test_what_people_write(text, number, extension):
    call = parse_dialled(text)
    assert (call.number, call.extension) == (number, extension)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sips:a@b.de", "URI_SCHEME_UNSUPPORTED"),
        ("callto:+39061234567", "URI_SCHEME_UNSUPPORTED"),
        ("javascript:alert(1)", "URI_SCHEME_UNSUPPORTED"),
        ("Fax: 06 1234567", "URI_NUMBER_INVALID"),
        ("ext 4", "URI_NUMBER_INVALID"),
    ],
)
def test_what_is_not_called(text, name):
    with pytest.raises(Failure, match=name):
        parse_dialled(text)


@pytest.mark.parametrize("number", ["tel:+39061;ext=5", "+39061,2", "a@example.com", "tel:061;phone-context=example.com"])
def test_a_link_never_drops_a_part_of_the_number(run, number):
    status, output, errors = run("link", "webextel", "--telephone", number)
    assert (status, output) == (1, "") and errors.startswith("error 214 URI_NOT_EXPRESSIBLE")


def test_who_else_would_get_the_call_is_told_in_words(run, machine):
    machine.app("phone.desktop", "tel")
    status, _, errors = run("dial", "+39061234567")
    assert status == 1 and "(owner: phone, phone.desktop; scheme: tel)" in errors and "--let-owner" in errors


def test_output_that_nobody_reads_or_that_has_no_room(machine):
    command = " ".join(source_command())
    closed = machine.run(["sh", "-c", f"{command} doctor | true"])
    assert closed.stderr == ""
    full = machine.run(["sh", "-c", f"{command} doctor >/dev/full"])
    assert full.returncode == 1 and ERROR.fullmatch(full.stderr) and "WRITE_FAILED" in full.stderr


def test_a_place_that_is_no_folder_is_said(machine):
    for place in ("/dev/null", "/dev/null/x"):
        for command in ("install", "uninstall"):
            done = machine.run(source_command(), command, "--browser", "chrome", "--user-data-dir", place)
            assert done.returncode == 1 and "505 WRITE_FAILED" in done.stderr


def test_an_argument_that_is_no_text(machine):
    done = machine.run(source_command(), "link", "webextel", "--telephone", "+391", "--x-source", "\udcff")
    assert done.returncode == 1 and "203 URI_FORBIDDEN_CHARACTER" in done.stderr
    done = machine.run(source_command(), "install", "--browser", "chrome", "--user-data-dir", str(machine.root / "\udcff"), "--dry-run")
    assert done.returncode == 0 and "would write" in done.stdout


def test_a_browsers_arguments_are_never_a_persons(run):
    for words in (["--parent-window=1"], [CHROMIUM[0], "dial", "+39061234567"], [CHROMIUM[0].upper()]):
        assert run(*words)[0] == 1
