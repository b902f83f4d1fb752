"""The MSI under Wine: installs, upgrades, refuses a downgrade, and leaves the registry as it was."""

from __future__ import annotations

import json

import pytest
from host.packaging import windows_packages
from tests.enterprise.windows.conftest import Host
from tests.enterprise.windows.toolchain import windows
from tests.host.machines import CHROMIUM, IDENTITY

pytestmark = [pytest.mark.windows, pytest.mark.timeout(600)]
KEYS = (r"HKLM\Software\Google", r"HKLM\Software\Microsoft\Edge", r"HKLM\Software\Mozilla", r"HKLM\Software\Chromium",
        r"HKLM\System\CurrentControlSet\Services\EventLog")


def test_msi_installs_upgrades_refuses_a_downgrade_and_goes(wine, host, tmp_path):
    made = {version: windows_packages.build(host.folder, version, tmp_path)[1] for version in ("1.0.0", "1.1.0")}
    place = wine.prefix / "drive_c/Program Files/Webex Click to Call"

    def state() -> dict[str, list[str]]:
        """Everything below the keys; `Sources` is the event log service's own list, which it renews by itself."""
        return {key: [line for line in wine.registry(key).splitlines() if not line.startswith('"Sources=')] for key in KEYS}

    # Windows keeps values in the event log's key; Wine's is empty, and an installer takes an empty key along.
    log = r"HKLM\System\CurrentControlSet\Services\EventLog\Application"
    wine.run("reg", "add", log, "/v", "MaxSize", "/t", "REG_DWORD", "/d", "1", "/f")
    before = state()
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
    assert wine.run("msiexec", "/i", windows(made["1.0.0"]), "/qn").returncode != 0
    assert (place / "webex-click-to-call.exe").exists()
    wine.run("msiexec", "/x", windows(made["1.1.0"]), "/qn")
    assert not place.exists()
    after = state()
    for key in KEYS:
        assert after[key] == before[key]
