"""The doctor's look at how the host is registered, on every system: seen, mended, brought back."""

import json
import os

import pytest
from tests.host.machines import IDENTITY
from tests.host.registering import install, manifest, uninstall

from webex_click_to_call import doctor
from webex_click_to_call.install.journal import Journal
from webex_click_to_call.policy import Policy
from webex_click_to_call.service import Service

HOST = IDENTITY["native_host"]
EXTENSION = IDENTITY["chromium"]["extension_ids"][0]


def findings(world) -> dict:
    system, service = world.system(), Service(world.system().backend, lambda: Policy({}))
    machine = doctor.Machine(
        backend=system.backend, env=system.env, root=system.root, facts=service.facts(), policy=Policy({}), running=list
    )
    found = {(item.id, item.subject): item for item in doctor.examine(machine)}
    for item in found.values():
        assert all(item.says(part) for part in ("seen", "why", "mend"))
    return {key: item for key, item in found.items() if key[0].startswith(("host.", "settings."))}


def _missing(world):
    uninstall(world)


def _rewrite(**change):
    def work(world):
        path = manifest(world)
        path.write_text(json.dumps({**json.loads(path.read_text()), **change}))

    return work


def _no_manifest(world):
    manifest(world).write_text("[" * 100_000)


FAULTS = {
    "host.manifestMissing": _missing,
    "host.stalePath": _rewrite(path="/gone/webex-click-to-call"),
    "host.wrongIds": _rewrite(allowed_origins=["chrome-extension://other/"]),
    "host.manifestWrongFormat": _no_manifest,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_manifest_is_seen_mended_and_brought_back(world, fault, tmp_path_factory):
    world.add_browser("chrome")
    install(world, "chrome")
    assert findings(world) == {}
    FAULTS[fault](world)
    assert set(findings(world)) == {(fault, "chrome")}
    before, repair = world.state(), findings(world)[fault, "chrome"].repair
    journal = Journal(str(tmp_path_factory.mktemp("record") / "doctor.json"), world.system().registry)
    assert journal.recorded(repair.touches, repair.work)
    assert findings(world) == {}
    journal.undo()
    assert set(findings(world)) == {(fault, "chrome")} and world.state() == before


def test_a_manifest_that_the_registry_names_and_that_is_gone(windows):
    windows.add_browser("chrome")
    install(windows, "chrome")
    manifest(windows).unlink()
    found = findings(windows)
    assert set(found) == {("host.manifestGone", "chrome")}
    found["host.manifestGone", "chrome"].repair.work()
    assert findings(windows) == {}


def test_the_policy_of_the_machine_wins_over_the_persons(windows):
    windows.add_browser("chrome")
    install(windows, "chrome")
    windows.add_policies("chrome", {"NativeMessagingUserLevelHosts": False}, EXTENSION, {}, everybody=False)
    assert ("host.userLevelDisabled", "chrome") in findings(windows)
    windows.add_policies("chrome", {"NativeMessagingUserLevelHosts": True}, EXTENSION, {})
    assert findings(windows) == {}


def test_a_path_that_goes_from_the_manifest_is_good_on_windows_only(world):
    world.add_browser("chrome")
    install(world, "chrome")
    program = json.loads(manifest(world).read_text())["path"]
    _rewrite(path=os.path.basename(program))(world)
    assert set(findings(world)) == (set() if world.system().platform == "windows" else {("host.stalePath", "chrome")})


@pytest.mark.parametrize(
    ("policies", "expected"),
    [
        ({"NativeMessagingBlocklist": ["*"]}, {"host.blockedByPolicy"}),
        ({"NativeMessagingBlocklist": [HOST]}, {"host.blockedByPolicy"}),
        ({"NativeMessagingBlocklist": ["*"], "NativeMessagingAllowlist": [HOST]}, set()),
        ({"NativeMessagingUserLevelHosts": False}, {"host.userLevelDisabled", "host.manifestMissing"}),
        ({"NativeMessagingUserLevelHosts": True}, set()),
        ({"NativeMessagingBlocklist": "*"}, set()),
    ],
)
def test_policies_that_keep_the_host_from_being_started(world, policies, expected):
    world.add_browser("chrome")
    install(world, "chrome")
    world.add_policies("chrome", policies, EXTENSION, {})
    found = findings(world)
    assert {identifier for identifier, _ in found} == expected and not any(item.repair for item in found.values())
    if "NativeMessagingUserLevelHosts" in policies:
        install(world, "chrome", everybody=True)
        assert "host.manifestMissing" not in {identifier for identifier, _ in findings(world)}


def test_managed_settings_that_do_not_hold_are_named(world):
    world.add_browser("chrome")
    install(world, "chrome")
    good = {"enabled": True, "defaultRegion": "IT", "blockedSites": ["example.com", "example.org"], "dialPlan": {"outsideLine": "0"}}
    world.add_policies("chrome", {}, EXTENSION, good)
    assert findings(world) == {}
    world.add_policies("chrome", {}, EXTENSION, {**good, "recentsLimit": "many", "enabeld": True})
    found = findings(world)
    assert set(found) == {("settings.managedInvalid", "chrome recentsLimit"), ("settings.managedInvalid", "chrome enabeld")}
    assert found["settings.managedInvalid", "chrome enabeld"].facts["setting"] == "enabeld"
