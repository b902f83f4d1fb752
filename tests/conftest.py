"""Fixtures that every room of the tests shares, and the collection of the JavaScript tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.lab.browsers import Chromium, Firefox, start
from tests.lab.display import virtual_display
from tests.lab.phone import StandInPhone
from tests.lab.site import Site, serve
from tests.lab.world import FROZEN_HOST, ROOT, World

NODE = os.environ.get("CTC_NODE") or shutil.which("node")


# ── JavaScript tests: every *.test.mjs is one item, run by Node's own test runner ─────────────


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.name.endswith(".test.mjs"):
        return NodeFile.from_parent(parent, path=file_path)
    return None


class NodeFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        yield NodeTests.from_parent(self, name="node")


class NodeTests(pytest.Item):
    def runtest(self) -> None:
        done = subprocess.run([NODE, "--test", "--test-reporter=spec", self.path], cwd=ROOT, capture_output=True, text=True)
        if done.returncode:
            raise NodeFailure(done.stdout + done.stderr)

    def repr_failure(self, excinfo: pytest.ExceptionInfo) -> str:
        return str(excinfo.value) if isinstance(excinfo.value, NodeFailure) else super().repr_failure(excinfo)


class NodeFailure(Exception):
    """What Node's test runner said."""


# ── a machine's moods ─────────────────────────────────────────────────────────────────────────


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A real browser on a busy machine misses a moment now and then: such a test may try again, and the report says so."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=2, reruns_delay=1))


# ── real browsers ─────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def display() -> Iterator[dict[str, str]]:
    with virtual_display() as environment:
        yield environment


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    with serve() as served:
        yield served


@pytest.fixture(scope="session")
def frozen_host() -> Path:
    """The frozen host, built from this source."""
    done = subprocess.run([sys.executable, ROOT / "host/packaging/freeze.py"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return FROZEN_HOST


@pytest.fixture
def make_world(tmp_path: Path, display: dict[str, str]) -> Callable[[], World]:
    """Makes isolated persons."""
    made: list[World] = []

    def make() -> World:
        made.append(World(tmp_path / f"world{len(made)}", display))
        return made[-1]

    return make


@dataclass
class Desk:
    """A person at a browser with the extension, the host and a Webex (its stand-in)."""

    browser: Chromium | Firefox
    world: World
    phone: StandInPhone


@pytest.fixture(scope="session", params=["chromium", "firefox"])
def _shared_desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory,
                 display: dict[str, str]) -> Iterator[Desk]:
    world = World(tmp_path_factory.mktemp(request.param), display)
    phone = world.phone()
    world.install_host(request.param)
    browser = start(request.param, world)
    yield Desk(browser, world, phone)
    browser.close()


@pytest.fixture
def desk(_shared_desk: Desk) -> Desk:
    """The shared desk of each browser, as if the extension had just been installed."""
    _shared_desk.browser.goto("about:blank")
    _shared_desk.browser.background("() => chrome.storage.local.clear()")
    _shared_desk.phone.forget()
    shutil.rmtree(_shared_desk.world.path / "state", ignore_errors=True)  # the count of calls
    return _shared_desk


@pytest.fixture(params=["chromium", "firefox"])
def browser_name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def open_browser() -> Iterator[Callable[..., Chromium | Firefox]]:
    """Starts browsers of a test's own and closes them at its end."""
    running: list[Chromium | Firefox] = []

    def open_one(name: str, world: World, **options) -> Chromium | Firefox:
        running.append(start(name, world, **options))
        return running[-1]

    yield open_one
    for browser in running:
        browser.close()
