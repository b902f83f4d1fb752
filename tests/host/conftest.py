"""Fixtures of the host's tests."""

import subprocess
import sys

import pytest
from tests.host.machines import FROZEN, ROOT, Machine, source_command
from tests.host.worlds import windows, world  # noqa: F401 - fixtures

collect_ignore = [] if sys.platform == "darwin" else ["test_launchservices.py"]


@pytest.fixture(scope="session")
def frozen() -> list[str]:
    """The frozen host, built anew when the sources are newer."""
    sources = [*(ROOT / "host").rglob("*.py"), *(ROOT / "host").rglob("*.spec"), *(ROOT / "manifests").rglob("*.json")]
    if not FROZEN.exists() or FROZEN.stat().st_mtime < max(path.stat().st_mtime for path in sources):
        subprocess.run([sys.executable, ROOT / "host/packaging/freeze.py"], check=True, capture_output=True)
    return [str(FROZEN)]


@pytest.fixture(params=["source", "frozen"])
def program(request) -> list[str]:
    """The host's command, once as source and once frozen."""
    return source_command() if request.param == "source" else request.getfixturevalue("frozen")


@pytest.fixture
def machine(tmp_path) -> Machine:
    return Machine(tmp_path)
