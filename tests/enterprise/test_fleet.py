"""The administrator's tools for real, by the deployment page: rolled out, unchanged the second time, gone without a trace."""

from __future__ import annotations

import json
import time

import pytest
from host.packaging import linux_packages
from manifests.policy.schemas import identity
from tests.enterprise.administrator import Administrator, blocks
from tests.enterprise.machine import machine
from tests.enterprise.managed import ManagedChromium
from tests.enterprise.talking import Talking
from tests.enterprise.test_chromium import FOLDER, PAGE
from tests.lab.browsers import until
from tests.lab.site import serve
from tests.lab.world import World

pytestmark = [pytest.mark.fleet, pytest.mark.timeout(1200)]
HOST = "/usr/lib/webex-click-to-call/webex-click-to-call"
ABSENT = ("-e", "webex_click_to_call_state=absent")


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    folder = tmp_path_factory.mktemp("www")
    with serve(folder) as served:
        served.folder = folder
        yield served


@pytest.fixture(scope="module")
def administrator(web, tmp_path_factory):
    made = Administrator(tmp_path_factory.mktemp("administrator"), web.url, web.folder)
    made.prepares()
    return made


@pytest.fixture
def computer(tmp_path):
    with machine(tmp_path / "machine") as one:
        yield one


def is_managed(computer) -> None:
    """The policies stand there, the host answers the organisation's extension, and the doctor is content with both."""
    policies = json.loads((computer.root / FOLDER[1:] / "webex-click-to-call.json").read_text())
    (own,) = policies["ExtensionSettings"]
    talking = Talking(computer, HOST, origin=f"chrome-extension://{own}/")
    assert talking.ask("echo")["ok"]
    talking.end()
    done = computer.run("webex-click-to-call", "doctor", "--json")
    report = json.loads(done.stdout)
    assert report["version"] == 1 and done.returncode in (0, 1)
    ours = ("host.", "policy.", "managed.")
    assert not [finding for finding in report["findings"] if finding["severity"] == "error" and finding["id"].startswith(ours)]
    (check,) = blocks("## 6. Check")
    printed = computer.run("sh", "-euc", check)
    assert printed.returncode == 0, printed.stderr
    assert printed.stdout.split() == [finding["id"] for finding in report["findings"] if finding["severity"] == "error"]


def test_ansible_is_right_at_once_changes_nothing_more_tells_the_truth_and_takes_all_away(administrator, computer, tmp_path):
    would = administrator.plays(computer, "--check")
    assert would["changed"] > 0 and would["failed"] == 0
    assert computer.changes() == {}
    first = administrator.plays(computer)
    assert first["changed"] >= would["changed"] - 1  # the package's task says it once in either mode
    assert administrator.plays(computer)["changed"] == 0
    assert administrator.plays(computer, "--check")["changed"] == 0
    is_managed(computer)
    older = linux_packages.build(administrator.project / "dist/host/webex-click-to-call", "0.0.1", tmp_path)[0]
    for _ in range(2):  # told each time
        with pytest.raises(AssertionError, match="0.0.1 is older than the installed"):
            administrator.plays(computer, "-e", f"webex_click_to_call_package={older}")
    assert administrator.plays(computer)["failed"] == 0
    is_managed(computer)
    assert administrator.plays(computer, *ABSENT)["changed"] > 0
    assert computer.changes() == {}
    assert administrator.plays(computer, *ABSENT)["changed"] == 0


def test_plain_files_do_the_same(administrator, computer):
    roll_out, take_away = blocks("### Plain files (Linux)")
    administrator.does(roll_out, computer)
    is_managed(computer)
    administrator.does(take_away, computer)
    assert computer.changes() == {}


@pytest.mark.browser
def test_from_an_empty_machine_to_a_call_in_one_command(administrator, computer, web, tmp_path, display, record_property):
    """The figure: at most 60 s from the one command to a call on a force-installed extension, without a click before it."""
    computer.write(f"{FOLDER}/tools.json", '{"DeveloperToolsAvailability": 1}')  # so that this test can look
    world = World(tmp_path / "world", display)
    phone = world.phone()
    started = time.monotonic()
    administrator.plays(computer)
    browser = ManagedChromium(computer, world, administrator.identifier)
    try:
        until(browser.installed, 60, say="the extension")
        browser.goto(web.page("call", PAGE))
        until(lambda: browser.numbers() or browser.page.wait_for_timeout(100), 30, say="the number is a link")
        browser.click_text("02 3031")
        phone.wait(1, 30)
        seconds = time.monotonic() - started
    finally:
        browser.close()
    print(f"one command to a call: {seconds:.1f} s")
    record_property("seconds", round(seconds, 1))
    (uri,) = phone.uris()
    assert uri.startswith("webextel:") and uri.endswith("390230312345")
    host = json.loads((computer.root / f"etc/chromium/native-messaging-hosts/{identity()['native_host']}.json").read_text())
    assert host["path"] == HOST
