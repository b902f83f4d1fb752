"""Policy as .reg files: into Wine's registry, out of it by `reg export`, by Chromium's rules into a real Chromium."""

from __future__ import annotations

import json
import sys

import pytest
from host.packaging import crx
from manifests.policy import documents, reg_files, registry
from tests.enterprise.machine import machine
from tests.enterprise.managed import ManagedChromium
from tests.enterprise.sites import full, sample
from tests.enterprise.test_chromium import FOLDER, organisation
from tests.lab.browsers import until
from tests.lab.site import serve
from tests.lab.world import IDENTITY, ROOT, World

from webex_click_to_call import sources

pytestmark = [pytest.mark.windows, pytest.mark.timeout(300)]
POLICIES = r"HKLM\Software\Policies"


def exported(wine) -> dict[str, dict]:
    """What browsers read out of Wine's registry now."""
    return reg_files.decode(wine.registry(POLICIES).replace("Software\\Policies", "SOFTWARE\\Policies").encode("utf-16"))


def test_registry_files_through_wine_and_back(wine):
    wanted = full()
    rows = registry.values(wanted)
    before = wine.registry(POLICIES)
    wine.import_registry('[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\NativeMessagingAllowlist]\n"1"="com.other"\n')
    wine.import_registry(reg_files.encode(rows))
    expected = {browser: documents.of(browser, wanted) for browser in wanted.browsers}
    expected["chrome"]["NativeMessagingAllowlist"] = ["com.other", IDENTITY["native_host"]]
    assert exported(wine) == {**expected, "host": wanted.host}
    wine.import_registry(reg_files.removal(rows))
    after = wine.registry(POLICIES)
    assert "com.other" in after
    assert [line for line in after.splitlines() if "=" in line] == [
        line for line in [*before.splitlines(), '"1"="com.other"'] if "=" in line]


def test_what_comes_out_of_the_registry_holds_in_a_real_chromium(wine, tmp_path, display):
    key = crx.development_key(tmp_path / "key.pem")
    version = json.loads((ROOT / "dist/chromium/manifest.json").read_text())["version"]
    with machine(tmp_path / "machine") as computer, serve(tmp_path / "www") as web:
        wanted = organisation(tmp_path / "www", web.url, key, version, settings=sample())
        rows = registry.values(wanted)
        wine.import_registry(reg_files.encode(rows))
        found = exported(wine)
        wine.import_registry(reg_files.removal(rows))
        computer.write(f"{FOLDER}/registry.json", json.dumps(found["chromium"]))
        computer.write(sources.LINUX, json.dumps(found["host"]))
        computer.write(f"{FOLDER}/tools.json", '{"DeveloperToolsAvailability": 1}')  # of this test alone
        done = computer.run(sys.executable, "-m", "webex_click_to_call", "install", "--system", "--browser", "chromium")
        assert done.returncode == 0, done.stderr
        browser = ManagedChromium(computer, World(tmp_path / "world", display), wanted.chromium_id)
        try:
            until(browser.installed, 60, say="the force-installed extension")
            until(lambda: browser.settings() == sample() or browser.page.wait_for_timeout(200), 20, say="all managed settings")
            until(lambda: browser.ask({"type": "ui.status"})["ok"] or browser.page.wait_for_timeout(300), 20, say="the host answers")
            rows = {row["name"]: row["status"] for row in browser.policy_rows()}
            assert set(sample()) | set(documents.chromium(wanted)) - {"3rdparty"} <= set(rows)
            assert {name: status for name, status in rows.items() if status != "OK"} == {}
        finally:
            browser.close()
