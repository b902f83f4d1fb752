"""The built extensions: no finding of Mozilla's linter, no warning of Chromium's about the manifest, icons of every size."""

from __future__ import annotations

import json
import struct
import subprocess

import pytest
from tests.conftest import NODE
from tests.lab.world import ROOT

pytestmark = pytest.mark.browser


def test_mozillas_linter_finds_nothing():
    done = subprocess.run([NODE, ROOT / "node_modules/.bin/addons-linter", "--output=json", ROOT / "dist/firefox"],
                          capture_output=True, text=True)
    summary = json.loads(done.stdout)
    found = {kind: [row["code"] for row in summary[kind]] for kind in ("errors", "warnings", "notices")}
    assert found == {"errors": [], "warnings": [], "notices": []}


def test_chromium_warns_of_nothing(desk):
    if desk.browser.name == "firefox":
        return
    page = desk.browser.context.new_page()
    page.goto("chrome://extensions")
    info = page.evaluate("id => chrome.developerPrivate.getExtensionInfo(id)", desk.browser.id)
    page.close()
    assert info["manifestErrors"] == []
    assert info["runtimeErrors"] == []
    assert info.get("runtimeWarnings", []) == []


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_icons_have_the_sizes_they_claim(browser):
    manifest = json.loads((ROOT / f"dist/{browser}/manifest.json").read_text())
    for icons in (manifest["icons"], manifest["action"]["default_icon"]):
        for size, path in icons.items():
            header = (ROOT / f"dist/{browser}" / path).read_bytes()[:24]
            assert struct.unpack(">II", header[16:24]) == (int(size), int(size))
