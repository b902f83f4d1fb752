"""Registering the host: right content in the right place, and nothing left, or changed, after it is undone."""

import errno
import json
import os
import stat

import pytest
from tests.host.machines import CHROMIUM, FIREFOX, IDENTITY, source_command
from tests.host.worlds import below

from webex_click_to_call.errors import Failure
from webex_click_to_call.install import browsers, files, journal, manifest, registration
from webex_click_to_call.install.system import System

HOST = IDENTITY["native_host"]
PLACES = {
    "chromium": ".config/chromium/NativeMessagingHosts",
    "chrome": ".config/google-chrome/NativeMessagingHosts",
    "edge": ".config/microsoft-edge/NativeMessagingHosts",
    "brave": ".config/BraveSoftware/Brave-Browser/NativeMessagingHosts",
    "vivaldi": ".config/vivaldi/NativeMessagingHosts",
    "opera": ".config/google-chrome/NativeMessagingHosts",
    "firefox": ".mozilla/native-messaging-hosts",
}


@pytest.mark.parametrize("browser", PLACES)
def test_registered_where_the_browser_looks_and_gone_without_a_trace(machine, program, browser):
    before = below(machine.home)
    assert machine.run(program, "install", "--browser", browser).returncode == 0
    written = json.loads((machine.home / PLACES[browser] / f"{HOST}.json").read_text())
    assert written["name"] == HOST and written["type"] == "stdio"
    if browser == "firefox":
        assert written["allowed_extensions"] == [FIREFOX[1]] and "allowed_origins" not in written
    else:
        assert written["allowed_origins"] == CHROMIUM and "allowed_extensions" not in written
    assert os.path.isabs(written["path"]) and os.access(written["path"], os.X_OK)
    answers, status, _ = machine.talk([written["path"]], {"version": 1, "id": 1, "verb": "echo"})
    assert (answers[0]["ok"], status) == (True, 0)
    after = below(machine.home)
    assert machine.run(program, "install", "--browser", browser).stdout.endswith("already registered\n")
    assert below(machine.home) == after
    assert machine.run(program, "uninstall", "--browser", browser).returncode == 0
    assert below(machine.home) == before
    assert machine.run(program, "uninstall", "--browser", browser).stdout.endswith("was not registered\n")


def test_one_profile_only(machine):
    data = machine.root / "profile"
    assert machine.run(source_command(), "install", "--browser", "chromium", "--user-data-dir", str(data)).returncode == 0
    assert (data / "NativeMessagingHosts" / f"{HOST}.json").exists()
    assert below(machine.home) == {}
    assert machine.run(source_command(), "uninstall", "--browser", "chromium", "--user-data-dir", str(data)).returncode == 0
    assert not data.exists()


def test_every_browser_that_is_found_when_none_is_named(machine):
    machine.program("vivaldi")
    (machine.home / ".config/google-chrome").mkdir(parents=True)
    machine.env["PATH"] = str(machine.bin)
    assert machine.run(source_command(), "install").returncode == 0
    found = {str(path.relative_to(machine.home)) for path in machine.home.rglob(f"{HOST}.json")}
    assert found == {f"{PLACES['vivaldi']}/{HOST}.json", f"{PLACES['chrome']}/{HOST}.json"}


def test_no_browser_is_said(machine):
    machine.env["PATH"] = str(machine.bin)
    done = machine.run(source_command(), "install")
    assert done.returncode == 1 and done.stderr.startswith("error 506 NO_BROWSER")


def test_a_dry_run_changes_nothing(machine):
    before = below(machine.root)
    done = machine.run(source_command(), "install", "--browser", "firefox", "--dry-run")
    assert HOST in done.stdout and below(machine.root) == before


def test_the_frozen_program_registers_itself(machine, frozen):
    machine.run(frozen, "install", "--browser", "firefox")
    written = json.loads((machine.home / PLACES["firefox"] / f"{HOST}.json").read_text())
    assert written["path"] == frozen[0]


def test_another_program_can_be_named(machine, frozen):
    machine.run(source_command(), "install", "--browser", "firefox", "--host", frozen[0])
    place = machine.home / PLACES["firefox"]
    assert json.loads((place / f"{HOST}.json").read_text())["path"] == frozen[0]
    assert not (place / f"{HOST}.sh").exists()
    done = machine.run(source_command(), "install", "--browser", "firefox", "--host", "relative/program")
    assert done.stderr.startswith("error 501 USAGE")


def test_a_foreign_file_comes_back_with_its_mode(machine):
    place = machine.home / PLACES["firefox"]
    place.mkdir(parents=True)
    foreign = place / f"{HOST}.json"
    foreign.write_bytes(b'{"name": "somebody else\'s"}\xff')
    foreign.chmod(0o640)
    before = below(machine.home)
    for _ in range(2):
        machine.run(source_command(), "install", "--browser", "firefox")
    assert b"somebody" not in foreign.read_bytes()
    machine.run(source_command(), "uninstall", "--browser", "firefox")
    assert below(machine.home) == before


def test_what_somebody_changed_since_is_left_alone(machine):
    machine.run(source_command(), "install", "--browser", "firefox")
    path = machine.home / PLACES["firefox"] / f"{HOST}.json"
    path.write_text("theirs")
    machine.run(source_command(), "uninstall", "--browser", "firefox")
    assert below(path.parent) == {path.name: (stat.S_IFREG, 0o644, b"theirs")}


@pytest.mark.parametrize("name", [f"{HOST}.json", f"{HOST}.sh", f".{HOST}.undo.json"])
def test_a_planted_link_is_never_followed(machine, name):
    victim = machine.root / "victim"
    victim.write_text("precious")
    place = machine.home / PLACES["firefox"]
    place.mkdir(parents=True)
    (place / name).symlink_to(victim)
    before = below(machine.root)
    done = machine.run(source_command(), "install", "--browser", "firefox")
    assert done.returncode == 1 and done.stderr.startswith("error 503 PATH_UNSAFE")
    assert below(machine.root) == before


def test_a_directory_link_of_somebody_else_is_never_followed(tmp_path, monkeypatch):
    (tmp_path / "theirs").mkdir()
    (tmp_path / "link").symlink_to("theirs")
    files.check(str(tmp_path / "link" / "file"))  # one's own link is one's own business
    os.lchown(tmp_path / "link", 4242, 4242)
    with pytest.raises(Failure) as caught:
        files.write(str(tmp_path / "link" / "file"), b"x", 0o644)
    assert caught.value.name == "PATH_UNSAFE"


def test_a_pipe_in_the_way_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Failure) as caught:
        files.read(str(tmp_path / "pipe"))
    assert caught.value.name == "PATH_UNSAFE"


def test_a_failure_in_the_middle_leaves_what_was_there(tmp_path, monkeypatch):
    place = tmp_path / "new" / "place"
    writes = [journal.Write(str(place / "one"), b"1"), journal.Write(str(place / "two"), b"2")]
    really = os.replace

    def full(source, target, **options):
        if target == "two":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return really(source, target, **options)

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(Failure) as caught:
        journal.Journal(str(place / ".undo")).apply(writes)
    assert caught.value.name == "WRITE_FAILED"
    assert list(tmp_path.iterdir()) == []


def test_a_broken_record_is_said_and_nothing_touched(tmp_path):
    (tmp_path / ".name.undo.json").write_text("{")
    with pytest.raises(Failure) as caught:
        journal.Journal(str(tmp_path / ".name.undo.json")).undo()
    assert caught.value.name == "UNDO_IMPOSSIBLE"


def test_the_administrators_ids_are_allowed_too():
    extra = ["c" * 32, "addon@example.com", "{01234567-89ab-cdef-0123-456789abcdef}"]
    assert manifest.render("chromium", "/x", extra)["allowed_origins"] == [*CHROMIUM, f"chrome-extension://{'c' * 32}/"]
    assert manifest.render("firefox", "/x", extra)["allowed_extensions"] == [FIREFOX[1], *extra[1:]]


def test_system_wide_goes_to_the_system_places():
    found = registration.targets(["chromium", "chrome", "firefox", "brave"], True, None, System.of_this_machine())
    assert [target.directory for target in found] == [
        "/etc/chromium/native-messaging-hosts",
        "/etc/opt/chrome/native-messaging-hosts",
        "/usr/lib/mozilla/native-messaging-hosts",
    ]


def test_every_row_has_every_place_and_a_source():
    for platform in ("linux", "windows", "macos"):
        for browser in browsers.all_browsers(platform):
            assert {"programs", "user", "system"} <= browser.places.keys()
            assert browser.family in ("chromium", "firefox")
