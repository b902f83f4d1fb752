"""Faults under a browser of the test's own: killed, two at once, a host replaced by another version, a manifest of it broken."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from tests.lab.browsers import until
from tests.lab.world import IDENTITY, ROOT
from tests.security.test_faults import CALL, SAID, START, STATUS

pytestmark = pytest.mark.browser


def place(browser, uri: str) -> dict:
    said = browser.extension_js(CALL, uri)
    assert said["ms"] < 6000, said
    return said


def at_desk(browser):
    browser.extension_page("popup.html")
    return browser


def status(browser) -> dict:
    return browser.extension_js(STATUS)


def test_a_browser_killed_in_the_middle_of_a_call(make_world, open_browser):
    """Nobody is left to hear the answer: the host ends, and the same person's next browser calls."""
    world = make_world()
    phone = world.phone()
    world.install_host("chromium")
    browser = at_desk(open_browser("chromium", world))
    host = psutil.Process(status(browser)["host"]["pid"])
    host.suspend()
    browser.extension_js(START)
    own = [process for process in psutil.process_iter(["cmdline"]) if f"--user-data-dir={world.profile}" in (process.info["cmdline"] or [])]
    assert own
    for process in own:
        process.send_signal(signal.SIGKILL)
    host.resume()
    until(lambda: not host.is_running() or host.status() == psutil.STATUS_ZOMBIE, 10, say="the end of the host")
    placed = len(phone.uris())
    assert placed <= 1  # asked for before the end: once, or not at all
    again = at_desk(open_browser("chromium", world))
    assert place(again, "tel:+390230310002")["ok"]
    assert phone.wait(placed + 1)[-1] == "webextel:+390230310002"


def test_two_browsers_at_once(make_world, open_browser):
    """One person, two browsers, the same number in both at the same time: one call. Different numbers: two."""
    world = make_world()
    phone = world.phone()
    both = []
    for name in ("chromium", "firefox"):
        world.install_host(name)
        both.append(at_desk(open_browser(name, world)))
    hosts = {status(browser)["host"]["pid"] for browser in both}
    assert len(hosts) == 2
    for browser in both:
        browser.extension_js(START)
    said = [until(lambda browser=browser: browser.js(SAID), 6) for browser in both]
    assert sum('"ok":true' in one for one in said) == 1 and sum("DUPLICATE_CALL" in one for one in said) == 1, said
    for number, browser in enumerate(both):
        assert place(browser, f"tel:+39023031100{number}")["ok"]
    assert sorted(phone.wait(3)) == ["webextel:+390230310001", "webextel:+390230311000", "webextel:+390230311001"]


class Versions:
    """A host in a folder of its own, which another version replaces as a package does: the old files are gone."""

    def __init__(self, world, browser: str) -> None:
        self.world, self.browser, self.folder = world, browser, world.path / "app"

    def put(self, version: str) -> None:
        new = self.world.path / "app.new"
        shutil.copytree(ROOT / "host/webex_click_to_call", new / "webex_click_to_call", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(ROOT / "manifests", new / "webex_click_to_call/_data", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        module = new / "webex_click_to_call/__init__.py"
        module.write_text(module.read_text().replace('__version__ = "', f'__version__ = "{version}+'))
        if self.folder.exists():
            shutil.rmtree(self.folder)
        new.rename(self.folder)

    def install(self) -> None:
        where = ["--user-data-dir", str(self.world.profile)] if self.browser == "chromium" else []
        code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from webex_click_to_call.__main__ import main; sys.exit(main())"
        subprocess.run([sys.executable, "-I", "-c", code, self.folder, "install", "--browser", self.browser, *where],
                       env=self.world.environment, check=True, capture_output=True)


@pytest.fixture(scope="module")
def errors() -> set[str]:
    import json

    return {error["name"] for error in json.loads((ROOT / "manifests/errors.json").read_text())["errors"]}


def test_another_version_takes_the_hosts_place_while_it_is_connected(browser_name, make_world, open_browser, errors):
    """What the old host has not loaded yet is gone from under it: a right outcome or a coded error, then the new version."""
    world = make_world()
    phone = world.phone()
    versions = Versions(world, browser_name)
    versions.put("1")
    versions.install()
    browser = at_desk(open_browser(browser_name, world))
    old = status(browser)["host"]
    assert old["version"].startswith("1+")
    versions.put("2")
    said = place(browser, "tel:+390230310001")
    assert said["ok"] or said["error"]["name"] in errors
    doctor = browser.extension_js("() => chrome.runtime.sendMessage({type: 'ui.doctor'})")  # never loaded before
    assert doctor["ok"] or doctor["error"]["name"] in errors
    psutil.Process(old["pid"]).kill()
    until(lambda: status(browser).get("host", {}).get("version", "").startswith("2+"), say="the new version")
    assert place(browser, "tel:+390230310002")["ok"]
    assert phone.wait(1 + said["ok"])[-1] == "webextel:+390230310002"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"name": "other", "path": 5}'], ids=["empty", "half", "a list", "of another shape"])
def test_a_broken_host_manifest_is_told_and_mended(desk, content):
    """The browser's own word for it becomes an error with advice; `install` mends the file, and the next click works."""
    [manifest] = Path(desk.world.path).rglob(f"{IDENTITY['native_host']}.json") if desk.browser.name == "chromium" else [
        path for path in Path(desk.world.path).rglob(f"{IDENTITY['native_host']}.json") if ".mozilla" in str(path)]
    at_desk(desk.browser)
    before = manifest.read_text()
    if status(desk.browser)["ok"]:
        psutil.Process(status(desk.browser)["host"]["pid"]).kill()
    until(lambda: (manifest.write_text(content) or True) and not place(desk.browser, "tel:+390230310001")["ok"], say="an error")
    said = place(desk.browser, "tel:+390230310001")
    assert said["error"]["name"] in ("HOST_NOT_FOUND", "HOST_FORBIDDEN", "HOST_EXITED"), said
    desk.world.install_host(desk.browser.name)
    assert manifest.read_text() == before
    until(lambda: status(desk.browser)["ok"], say="the host")
    assert place(desk.browser, "tel:+390230310002")["ok"]
    assert desk.phone.wait()[-1] == "webextel:+390230310002"
