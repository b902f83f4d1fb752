"""The MSI under Wine: installs, upgrades, refuses a downgrade, and leaves files and registry as they were."""

from __future__ import annotations

import hashlib
import json

import pytest
from host.packaging import windows_packages
from tests.enterprise.windows.conftest import Host
from tests.enterprise.windows.toolchain import Wine, windows
from tests.host.machines import CHROMIUM, IDENTITY

pytestmark = [pytest.mark.windows, pytest.mark.timeout(600)]


def state(wine: Wine) -> set[tuple[str, str]]:
    """The machine's registry, a pair for each value, and its files, a pair of name and digest for each."""
    found = set()
    for root in (r"HKLM\Software", r"HKLM\System\CurrentControlSet\Services\EventLog"):
        key = ""
        for line in wine.registry(root).splitlines():
            key = line if line.startswith("[") else key
            own = line.startswith('"Sources=')  # the event log service's own list, which it renews by itself
            own |= "\\Installer" in key and line in ("", key)  # the installer service's own keys: what stands in them counts
            if not own:
                found.add((key, line))
    drive = wine.prefix / "drive_c"
    found |= {(path.relative_to(drive).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "")
              for path in drive.rglob("*") if not path.is_symlink()}
    found.discard(("windows/Installer", ""))  # the installer service's own folder: what lies in it counts
    return found


def changed(wine: Wine, before: set[tuple[str, str]]) -> str:
    """What is not as it was, a line for each; empty when all is."""
    return "\n".join(map(str, sorted(state(wine) ^ before)))


def test_msi_installs_upgrades_refuses_a_downgrade_and_goes(wine, host, tmp_path):
    made = {version: windows_packages.build(host.folder, version, tmp_path)[1] for version in ("1.0.0", "1.1.0")}
    place = wine.prefix / "drive_c/Program Files/Webex Click to Call"

    # Windows keeps values in the event log's key; Wine's is empty, and an installer takes an empty key along.
    log = r"HKLM\System\CurrentControlSet\Services\EventLog\Application"
    wine.run("reg", "add", log, "/v", "MaxSize", "/t", "REG_DWORD", "/d", "1", "/f")
    before = state(wine)
    chrome = rf"HKLM\Software\Google\Chrome\NativeMessagingHosts\{IDENTITY['native_host']}"

    wine.run("msiexec", "/i", windows(made["1.0.0"]), "/qn")
    assert (place / "webex-click-to-call.exe").exists()
    assert "chromium.json" in wine.registry(chrome)
    assert json.loads((place / "chromium.json").read_text())["allowed_origins"] == CHROMIUM
    installed = Host(wine, place)
    assert installed.ask({"version": 1, "id": 1, "verb": "echo"})[0]["ok"]
    app = r"HKLM\Software\Microsoft\Windows\CurrentVersion\App Paths\chrome.exe"
    wine.run("reg", "add", app, "/ve", "/d", r"C:\chrome.exe", "/f")
    assert installed.findings() == {}  # its doctor is content with what the MSI registered
    wine.run("reg", "delete", app, "/f")
    wine.run("msiexec", "/i", windows(made["1.1.0"]), "/qn")
    assert (place / "webex-click-to-call.exe").exists() and "chromium.json" in wine.registry(chrome)
    upgraded = state(wine)
    assert wine.run("msiexec", "/i", windows(made["1.0.0"]), "/qn").returncode != 0
    assert changed(wine, upgraded) == ""
    wine.run("msiexec", "/x", windows(made["1.1.0"]), "/qn")
    assert not place.exists()
    assert changed(wine, before) == ""
