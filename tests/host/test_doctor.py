"""Every finding: the fault is made for real, the doctor sees it, and it is gone when it is mended."""

import dataclasses
import json
import os
import re
import subprocess
import time

import pytest
from jsonschema import Draft202012Validator
from tests.host.machines import ROOT, source_command
from tests.host.test_install import HOST
from tests.host.worlds import WindowsWorld, below

from webex_click_to_call import __version__
from webex_click_to_call.doctor import SEVERITIES, examine, machine_of
from webex_click_to_call.policy import Policy, read
from webex_click_to_call.resources import load
from webex_click_to_call.service import Service

SCHEMES = ("webextel", "tel", "clicktocall", "sip")
MANIFEST = f"home/.config/vivaldi/NativeMessagingHosts/{HOST}.json"


@pytest.fixture
def well(machine):
    """A machine on which nothing is wrong: one browser with the host, Webex owns every scheme."""
    tools = machine.root / "tools"
    tools.mkdir()
    for name in (
        "sh",
        "xdg-mime",
        "awk",
        "sed",
        "grep",
        "cut",
        "mv",
        "cat",
        "mkdir",
        "touch",
        "readlink",
        "tr",
        "head",
        "id",
        "uname",
        "dirname",
        "basename",
        "rm",
        "chmod",
        "ls",
        "update-desktop-database",
        "gio",
        "mktemp",
        "cp",
        "expr",
        "env",
        "test",
    ):
        for place in ("/usr/bin", "/bin"):
            if os.path.exists(f"{place}/{name}") and not (tools / name).is_symlink():
                (tools / name).symlink_to(f"{place}/{name}")
    machine.program("vivaldi")
    machine.env["PATH"] = f"{machine.bin}:{tools}"
    machine.env["XDG_STATE_HOME"] = str(machine.home / "state")
    machine.webex(" ".join(SCHEMES))
    assert machine.run(source_command(), "install").returncode == 0
    return machine


def findings(machine, *options) -> dict:
    """``{(id, subject): finding}`` of ``doctor --json``."""
    done = machine.run(source_command(), "doctor", "--json", *options)
    assert done.stderr == "", done.stderr
    document = json.loads(done.stdout[done.stdout.index("{\n") :])
    Draft202012Validator(load("schema/doctor.schema.json")).validate(document)
    assert document["host"] == {"version": __version__, "protocol": 1}
    found = {(row["id"], row["subject"]): row for row in document["findings"]}
    assert done.returncode == (1 if any(row["severity"] == "error" for row in found.values()) else 0)
    return found


def grave(machine, *options) -> dict:
    """Findings that are not mere information."""
    return {key: row for key, row in findings(machine, *options).items() if row["severity"] != "info"}


def seen_and_fixed(machine, *expected) -> None:
    """The faults are seen, ``--fix`` shows each step and mends them all, ``--undo`` brings them back exactly."""
    before = below(machine.home)
    found = grave(machine)
    assert set(found) == set(expected)
    assert all(row["fixable"] for row in found.values())
    done = machine.run(source_command(), "doctor", "--fix")
    for identifier, subject in expected:
        assert f"{identifier} {subject}: " in done.stdout
    assert grave(machine) == {}
    machine.run(source_command(), "doctor", "--undo")
    assert below(machine.home) == before
    assert set(grave(machine)) == set(expected)
    assert machine.run(source_command(), "doctor", "--undo").stdout == "Nothing to undo.\n"


def seen_only(machine, *expected) -> None:
    """The faults are seen, and ``--fix`` leaves them to the person."""
    found = grave(machine)
    assert set(found) == set(expected) and not any(row["fixable"] for row in found.values())
    before = below(machine.home)
    assert set(grave(machine, "--fix")) == set(expected)
    assert below(machine.home) == before


def test_every_finding_has_words_and_every_word_a_finding():
    worded = load("findings.json")["findings"]
    code = "".join(path.read_text() for path in (ROOT / "host/webex_click_to_call/doctor").glob("*.py"))
    made = set(re.findall(r'Finding\(\s*"([a-z]+\.[A-Za-z]+)"', code))
    made |= {f"host.{kind}" for kind in re.findall(r'return "([a-z][A-Za-z]+)", \{', code)} | {"host.wrongIds"}
    assert made == set(worded)
    for words in worded.values():
        assert words.keys() == {"severity", "seen", "why", "mend"} and words["severity"] in SEVERITIES


def test_nothing_is_wrong_on_a_machine_that_is_well(well):
    assert grave(well) == {}


def test_manifest_missing(well):
    well.run(source_command(), "uninstall")
    seen_and_fixed(well, ("host.manifestMissing", "vivaldi"))


def test_manifest_missing_for_a_second_browser(well):
    (well.home / ".mozilla").mkdir()
    seen_and_fixed(well, ("host.manifestMissing", "firefox"))


def _rewrite(machine, change):
    path = machine.root / MANIFEST
    content = json.loads(path.read_text())
    change(content)
    path.write_text(json.dumps(content))


def test_stale_path(well):
    _rewrite(well, lambda content: content.update(path="/opt/old/webex-click-to-call"))
    seen_and_fixed(well, ("host.stalePath", "vivaldi"))


def test_relative_path(well):
    _rewrite(well, lambda content: content.update(path="host.sh"))
    seen_and_fixed(well, ("host.stalePath", "vivaldi"))


def test_not_executable(well):
    (well.root / MANIFEST).with_suffix(".sh").chmod(0o644)
    seen_and_fixed(well, ("host.notExecutable", "vivaldi"))


def test_wrong_ids(well):
    _rewrite(well, lambda content: content.update(allowed_origins=[f"chrome-extension://{'a' * 32}/"]))
    seen_and_fixed(well, ("host.wrongIds", "vivaldi"))


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"name": "x"}',
        f'{{"name": "{HOST}", "path": "/bin/sh", "type": "pipe", "allowed_origins": []}}',
        f'{{"name": "{HOST}", "path": "/bin/sh", "type": "stdio", "allowed_extensions": []}}',
    ],
)
def test_wrong_format(well, content):
    (well.root / MANIFEST).write_text(content)
    seen_and_fixed(well, ("host.manifestWrongFormat", "vivaldi"))


def test_a_link_in_the_manifests_place_is_left_to_the_person(well):
    path = well.root / MANIFEST
    (well.root / "elsewhere.json").write_text(path.read_text())
    path.unlink()
    path.symlink_to(well.root / "elsewhere.json")
    seen_only(well, ("host.manifestUnsafe", "vivaldi"))


def inside(machine, monkeypatch, **changes):
    """The findings of a machine whose root directory, processes, policy or extension are given."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP"):
        monkeypatch.delenv(name, raising=False)
    for name, value in machine.env.items():
        monkeypatch.setenv(name, value)
    seen = dataclasses.replace(machine_of(Service.of_this_machine()), running=lambda: ["CiscoCollabHost"])
    return {(item.id, item.subject): item for item in examine(dataclasses.replace(seen, **changes)) if item.id != "log.place"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a.json": {"NativeMessagingBlocklist": ["*"]}}, {"host.blockedByPolicy"}),
        ({"a.json": {"NativeMessagingBlocklist": [HOST]}}, {"host.blockedByPolicy"}),
        ({"a.json": {"NativeMessagingBlocklist": ["*"], "NativeMessagingAllowlist": [HOST]}}, set()),
        (
            {
                "a.json": {"NativeMessagingBlocklist": ["*"], "NativeMessagingAllowlist": [HOST]},
                "b.json": {"NativeMessagingAllowlist": ["other"]},
            },
            {"host.blockedByPolicy"},
        ),
        ({"a.json": {"NativeMessagingUserLevelHosts": False}}, {"host.manifestMissing", "host.userLevelDisabled"}),
        ({"a.json": {"NativeMessagingUserLevelHosts": True}, "broken.json": None}, set()),
    ],
)
def test_policies(well, monkeypatch, files, expected):
    place = well.root / "machine/etc/opt/vivaldi/policies/managed"
    place.mkdir(parents=True)
    for name, content in files.items():
        (place / name).write_text("{" if content is None else json.dumps(content))
    found = inside(well, monkeypatch, root=str(well.root / "machine"))
    assert {identifier for identifier, _ in found} == expected
    assert not any(item.repair for item in found.values())
    for path in place.iterdir():
        path.unlink()
    assert inside(well, monkeypatch, root=str(well.root / "machine")) == {}


def test_a_host_for_the_whole_machine_is_enough(well, monkeypatch):
    system = well.root / "machine/etc/opt/vivaldi/native-messaging-hosts"
    system.mkdir(parents=True)
    (well.root / MANIFEST).rename(system / f"{HOST}.json")
    assert inside(well, monkeypatch, root=str(well.root / "machine")) == {}


def test_flatpak_and_portal(well, monkeypatch):
    app = well.home / ".local/share/flatpak/app/org.chromium.Chromium"
    app.mkdir(parents=True)
    assert set(inside(well, monkeypatch)) == {("browser.flatpak", "chromium"), ("session.noPortal", "")}
    with_portal = inside(well, monkeypatch, running=lambda: ["CiscoCollabHost", "xdg-desktop-por"])
    assert set(with_portal) == {("browser.flatpak", "chromium")}
    app.rmdir()
    assert inside(well, monkeypatch) == {}


def test_snap(well, monkeypatch):
    snap = well.root / "machine/snap/bin/firefox"
    snap.parent.mkdir(parents=True)
    snap.touch()
    assert ("browser.snap", "firefox") in inside(well, monkeypatch, root=str(well.root / "machine"))
    snap.unlink()
    assert inside(well, monkeypatch, root=str(well.root / "machine")) == {}


def test_versions(well, monkeypatch):
    assert inside(well, monkeypatch, extension_version=__version__) == {}
    assert inside(well, monkeypatch, extension_version=__version__.rpartition(".")[0] + ".99") == {}
    assert set(inside(well, monkeypatch, extension_version="9.9.9")) == {("versions.differ", "")}


def test_policy_invalid(well, monkeypatch, tmp_path):
    path = tmp_path / "policy.json"
    path.write_text('{"schemes": []}')
    found = inside(well, monkeypatch, policy=read(str(path)))
    assert set(found) == {("policy.invalid", str(path))}
    path.write_text('{"schemes": ["tel"]}')
    assert inside(well, monkeypatch, policy=read(str(path))) == {}
    assert Policy({}).problem is None


def test_scheme_owned_by_another(well):
    well.app("phone.desktop", "tel sip")
    well.mimeapps("[Default Applications]\nx-scheme-handler/tel=phone.desktop\nx-scheme-handler/sip=phone.desktop\n")
    found = grave(well)
    assert "phone (default in" in found["scheme.ownerNotWebex", "tel"]["seen"] and "webex" in found["scheme.ownerNotWebex", "tel"]["seen"]
    seen_and_fixed(well, ("scheme.ownerNotWebex", "tel"), ("scheme.ownerNotWebex", "sip"))


def test_scheme_owned_by_nobody(well):
    well.webex("webextel")
    found = findings(well)
    assert {key for key in found if key[0] == "scheme.unowned"} == {("scheme.unowned", name) for name in ("tel", "sip", "clicktocall")}
    well.run(source_command(), "doctor", "--fix")
    assert not {key for key in findings(well) if key[0] == "scheme.unowned"}


def test_jabber_beside_webex(well):
    well.app("cisco-jabber.desktop", "tel sip clicktocall")
    well.mimeapps(
        "[Default Applications]\n" + "".join(f"x-scheme-handler/{name}=cisco-jabber.desktop\n" for name in ("tel", "sip", "clicktocall"))
    )
    found = grave(well)
    assert found["jabber.owns", "cisco-jabber.desktop"]["seen"] == "cisco-jabber is installed and owns tel, clicktocall, sip."
    assert {subject for identifier, subject in found if identifier == "scheme.ownerNotWebex"} == {"tel", "sip", "clicktocall"}
    well.run(source_command(), "doctor", "--fix")
    assert ("webex.startCallsWith", "") in findings(well)
    assert grave(well) == {} and findings(well)["jabber.present", "cisco-jabber.desktop"]["severity"] == "info"


def test_webex_missing(well):
    (well.root / "share/applications/webex.desktop").unlink()
    seen_only(well, ("webex.missing", ""))
    well.webex(" ".join(SCHEMES))
    assert grave(well) == {}


def test_webex_not_running_and_running(well, monkeypatch):
    assert set(inside(well, monkeypatch, running=lambda: ["sh", "chrome"])) == {("webex.notRunning", "")}
    script = well.root / "run/CiscoCollabHost"
    script.parent.mkdir()
    script.write_text("#!/bin/sh\n/bin/sleep 30\n")
    script.chmod(0o755)
    with subprocess.Popen([script], start_new_session=True) as process:
        time.sleep(0.2)
        assert ("webex.notRunning", "") not in findings(well)
        os.killpg(process.pid, 9)


def test_webex_installed_twice(well):
    second = well.desktop("com.webex.beta.desktop", f"{well.program('other/CiscoCollabHost')} %U", "webextel")
    seen_only(well, ("webex.several", ""))
    second.unlink()
    well.update(second.parent)
    assert grave(well) == {}


def test_no_display(well):
    del well.env["DISPLAY"]
    seen_only(well, ("session.noDisplay", ""))
    well.env["WAYLAND_DISPLAY"] = "wayland-0"
    assert grave(well) == {}


def test_log_place_is_told(well):
    assert ("log.place", "") in findings(well)


def test_windows_explains_outlook_and_leaves_defaults_to_the_person(tmp_path, well, monkeypatch):
    world = WindowsWorld(tmp_path)
    world.add("webex", *SCHEMES)
    world.add("phone", "tel")
    world.choose("tel", "phone")
    world.set(r"HKCU\Software\IM Providers", "DefaultIMApp", "Cisco Jabber")
    backend = world.backend()
    found = inside(well, monkeypatch, backend=backend, facts=Service(backend).facts(), running=lambda: ["CiscoCollabHost.exe"])
    assert set(found) == {("webex.outlook", ""), ("webex.startCallsWith", ""), ("scheme.ownerNotWebex", "tel")}
    assert "Always connect to Microsoft Outlook" in found["webex.outlook", ""].says("mend")
    assert "in the settings of the system" in found["scheme.ownerNotWebex", "tel"].says("mend")
    repair = found["scheme.ownerNotWebex", "tel"].repair
    page = "ms-settings:defaultapps?registeredAppMachine=webex"
    assert repair.says == f"opens {page}: choose Webex for tel" and repair.touches == ()
    repair.work()
    assert world.opened() == [page]


def test_the_browser_gets_the_same_findings(well):
    answers, _, _ = well.talk(source_command(), {"version": 1, "id": 1, "verb": "doctor", "extensionVersion": "9.0.0"})
    told = {(row["id"], row["subject"]) for row in answers[0]["findings"]}
    assert told == {*findings(well), ("versions.differ", "")}
    assert all(set(row) == {"id", "severity", "subject", "facts", "seen", "why", "mend", "fixable"} for row in answers[0]["findings"])


def test_a_fix_that_does_not_work_is_said_and_taken_back_and_the_others_are_made(well):
    well.app("phone.desktop", "tel")
    well.mimeapps("[Default Applications]\nx-scheme-handler/tel=phone.desktop\n")
    xdg_mime = well.root / "tools/xdg-mime"
    xdg_mime.unlink()
    xdg_mime.write_text("#!/bin/sh\necho spoilt > $XDG_CONFIG_HOME/mimeapps.list\necho no >&2\nexit 4\n")
    xdg_mime.chmod(0o755)
    before = below(well.home)
    done = well.run(source_command(), "doctor", "--fix")
    assert done.returncode == 1 and done.stderr.startswith("error 410 DEFAULT_FAILED")
    assert below(well.home) == before
    well.run(source_command(), "uninstall")
    done = well.run(source_command(), "doctor", "--fix")
    assert done.stderr.startswith("error 410 DEFAULT_FAILED")
    assert set(grave(well)) == {("scheme.ownerNotWebex", "tel")}
    assert well.run(source_command(), "doctor", "--undo").returncode == 0
    assert set(grave(well)) == {("host.manifestMissing", "vivaldi"), ("scheme.ownerNotWebex", "tel")}
