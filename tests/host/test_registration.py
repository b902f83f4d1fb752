"""Registering the host, and the doctor's look at it, on every system: one suite for Linux, Windows' registry and macOS."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.host.machines import CHROMIUM, IDENTITY, frame, replies
from tests.host.registering import install, manifest, targets, uninstall

from webex_click_to_call.errors import Failure
from webex_click_to_call.handlers.winregistry import REG_DWORD, REG_EXPAND_SZ
from webex_click_to_call.install import browsers, files

HOST = IDENTITY["native_host"]
EXTENSION = IDENTITY["chromium"]["extension_ids"][0]
CHROME = r"HKCU\Software\Google\Chrome\NativeMessagingHosts" + "\\" + HOST


@pytest.mark.parametrize("everybody", [False, True])
@pytest.mark.parametrize("browser", [row.id for row in browsers.all_browsers("linux")])
def test_registered_where_the_browser_looks_and_gone_without_a_trace(world, browser, everybody):
    before = world.state()
    assert install(world, browser, everybody=everybody)
    content = json.loads(manifest(world, browser, not everybody).read_text())
    assert content["name"] == HOST and os.path.isfile(content["path"])
    assert content.get("allowed_origins") == (None if browser == "firefox" else CHROMIUM)
    after = world.state()
    assert install(world, browser, everybody=everybody) == [] and world.state() == after
    assert uninstall(world, everybody) and world.state() == before
    assert uninstall(world, everybody) == []


def test_all_browsers_that_are_there_and_no_other(world):
    with pytest.raises(Failure, match="NO_BROWSER"):
        targets(world)
    before = world.state()
    for name in ("chrome", "firefox", "brave"):
        world.add_browser(name)
    assert {"chrome", "firefox"} <= {target.browser.id for target in targets(world)} <= {"chrome", "firefox", "brave"}
    here = world.state()
    install(world)
    assert manifest(world, "chrome") and manifest(world, "firefox") and manifest(world, "brave") and not manifest(world, "edge")
    uninstall(world)
    assert world.state() == here != before


def test_what_another_program_had_registered_comes_back(world):
    install(world, "chrome")
    theirs = manifest(world)
    theirs.write_bytes(b'{"name": "somebody else\'s"}\xff')
    (theirs.parent / f".{HOST}.undo.json").unlink()  # nobody remembers that it was ours
    before = world.state()
    for _ in range(2):
        install(world, "chrome")
    assert b"somebody" not in manifest(world).read_bytes()
    uninstall(world)
    assert world.state() == before


def test_what_somebody_changed_since_is_left_alone(world):
    install(world, "chrome")
    manifest(world).write_text("theirs")
    path = manifest(world)
    uninstall(world)
    assert path.read_text() == "theirs"


def test_a_failure_in_the_middle_leaves_what_was_there(world, monkeypatch):
    before = world.state()
    write = files.write

    def full(path, *content):
        if path.endswith(f"{HOST}.json"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(path, *content)

    monkeypatch.setattr(files, "write", full)
    with pytest.raises(Failure, match="WRITE_FAILED"):
        install(world, "chrome")
    monkeypatch.undo()
    assert world.state() == before


def test_the_launcher_of_a_source_tree_is_for_the_system(world):
    install(world, "chrome")
    program = Path(json.loads(manifest(world).read_text())["path"])
    assert program.suffix == (".bat" if world.system().platform == "windows" else ".sh")


def test_a_browser_that_has_run_is_found(windows):
    """Portable and per-user browsers may have no App Path."""
    install(windows, "chrome")  # what we write ourselves is no sign of a browser
    with pytest.raises(Failure, match="NO_BROWSER"):
        targets(windows)
    windows.set(r"HKCU\Software\BraveSoftware\Brave-Browser\BLBeacon", "version", "156.0")
    windows.set(r"HKCU\Software\Mozilla\Firefox\Launcher", "", "")
    assert {target.browser.id for target in targets(windows)} == {"brave", "firefox"}


# ── Windows ───────────────────────────────────────────────────────────────────────────────────


def test_the_registry_is_left_alone_when_the_machine_is_not_ours(windows):
    windows.add_browser("chrome")
    windows.system().registry.locked = True
    before = windows.state()
    with pytest.raises(Failure, match="PERMISSION_DENIED"):
        install(windows, "chrome", everybody=True)
    assert windows.state() == before
    assert install(windows, "chrome")


def test_a_failing_registry_takes_the_files_back(windows, monkeypatch):
    before = windows.state()
    monkeypatch.setattr(windows.system().registry, "set_value", lambda *_: (_ for _ in ()).throw(OSError(5, "no")))
    with pytest.raises(Failure, match="WRITE_FAILED"):
        install(windows, "chrome")
    assert windows.state() == before


def test_a_value_of_somebody_elses_comes_back_with_its_type(windows):
    machine, (hive, key) = windows.system().registry, CHROME.split("\\", 1)
    machine.create_key(hive, key)
    machine.set_value(hive, key, r"%ProgramFiles%\other.json", REG_EXPAND_SZ)
    before = windows.state()
    assert str(manifest(windows)) == r"C:\Program Files\other.json"
    install(windows, "chrome")
    assert manifest(windows).exists()
    uninstall(windows)
    assert windows.state() == before


def test_a_value_that_is_no_text_is_nobodys_business(windows):
    machine, (hive, key) = windows.system().registry, CHROME.split("\\", 1)
    machine.create_key(hive, key)
    machine.put(hive, key, "", 7, REG_DWORD)
    before = windows.state()
    with pytest.raises(Failure, match="PATH_UNSAFE"):
        install(windows, "chrome")
    assert windows.state() == before


def test_browsers_look_at_the_person_then_at_32_and_64_bits_of_the_machine(windows):
    name = "\\Google\\Chrome\\NativeMessagingHosts\\" + HOST
    for key in (rf"HKLM\Software{name}", rf"HKLM\Software\WOW6432Node{name}", rf"HKCU\Software{name}"):
        windows.set(key, "", key)
        assert str(manifest(windows)) == key
    assert str(manifest(windows, user_level=False)) == rf"HKLM\Software\WOW6432Node{name}"
    before = windows.state()
    install(windows, "chrome", everybody=True)  # an old entry of 32 bits would hide the new one
    assert manifest(windows, user_level=False).exists()
    uninstall(windows, everybody=True)
    assert windows.state() == before


def test_what_registered_the_host_is_the_host(world):
    """The manifest's program answers, started as a browser starts it: on Windows through cmd."""
    if world.system().platform == "windows" and sys.platform != "win32":
        return
    install(world, "chrome")
    program = json.loads(manifest(world).read_text())["path"]
    start = ["cmd", "/d", "/s", "/c"] if sys.platform == "win32" else []
    done = subprocess.run(
        [*start, program, *CHROMIUM], input=frame({"version": 1, "id": 1, "verb": "echo"}), capture_output=True, timeout=60
    )
    assert replies(done.stdout)[0]["ok"]
