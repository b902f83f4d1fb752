"""The policy pack: every setting in every format, each format read back to the same document, drift, and the linter's findings."""

from __future__ import annotations

import csv
import io
import json
import plistlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as xml

import pytest
from jsonschema import Draft7Validator
from manifests.policy import documents, powershell, profiles, reference, reg_files, registry, updates
from manifests.policy.pack import pack
from manifests.policy.schemas import settings
from manifests.policy.site import SiteError, site
from tests.enterprise.sites import full, sample
from tests.lab.world import ROOT

NAMES = set(settings())


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return pack(full())


def test_every_setting_is_in_every_format(made):
    """The count that the project promises: 100 % of the settings in each generated format."""
    wanted = full()
    firefox = json.loads(made["firefox/policies.json"])["policies"]["3rdparty"]["Extensions"][wanted.firefox_id]
    oma = {row["Name"].split(": ")[1] for row in csv.DictReader(io.StringIO(made["intune/oma-uri.csv"].decode()))
           if row["Name"].startswith("chrome: ")}
    formats = {
        "Chromium's managed schema": set(json.loads((ROOT / "dist/chromium/managed_schema.json").read_text())["properties"]),
        "Linux JSON": set(_linux(made, "chrome")),
        "Firefox policies.json": set(firefox),
        "Firefox managed storage": set(json.loads(made[f"firefox/managed-storage/{wanted.firefox_id}.json"])["data"]),
        ".reg": set(reg_files.decode(made["windows/set.reg"])["edge"]["3rdparty"]["extensions"][wanted.chromium_id]),
        "PowerShell": {row.key.split("policy\\")[-1] if row.key.endswith(tuple(NAMES)) else row.name
                       for row in powershell.values(made["powershell/set.ps1"].decode()) if "Edge\\3rdparty" in row.key},
        "ADMX": {row.get("name") for row in xml.fromstring(made["admx/webex-click-to-call-chrome.admx"]).iter()
                 if row.tag.endswith("}policy")},
        "ADML": {row.get("id") for row in xml.fromstring(made["admx/en-US/webex-click-to-call-chrome.adml"]).iter()} & NAMES,
        "Intune OMA-URI": oma - {"definitions"},
        "mobileconfig": set(_profile(made, f"com.google.Chrome.extensions.{wanted.chromium_id}")),
        "Jamf": set(json.loads(made["macos/jamf-chrome.json"])["properties"]),
        "Ansible": set(json.loads(made["ansible/roles/webex_click_to_call/files/etc_opt_chrome_policies_managed_webex-click-to-call.json"])
                       ["3rdparty"]["extensions"][wanted.chromium_id]),
        "reference": set(re.findall(r"^## (\w+)$", (ROOT / "docs/settings.md").read_text(), re.M)),
    }
    assert len(NAMES) >= 31
    assert {name: NAMES ^ found for name, found in formats.items()} == dict.fromkeys(formats, set())


def _linux(made: dict[str, bytes], browser: str) -> dict:
    path = {"chrome": "opt/chrome", "edge": "opt/edge"}.get(browser, browser)
    document = json.loads(made[f"linux/etc/{path}/policies/managed/webex-click-to-call.json"])
    return document["3rdparty"]["extensions"][full().chromium_id]


def _profile(made: dict[str, bytes], domain: str) -> dict:
    parts = plistlib.loads(made["macos/webex-click-to-call.mobileconfig"])["PayloadContent"]
    part = next(part for part in parts if part["PayloadType"] == domain)
    return {key: value for key, value in part.items() if not key.startswith("Payload")}


def test_the_reference_page_is_current():
    assert (ROOT / "docs/settings.md").read_text() == reference.page(), "run: python3 build.py policies --reference"


def test_values_survive_each_format(made):
    wanted = full()
    expected = {browser: documents.of(browser, wanted) for browser in wanted.browsers}
    expected["host"] = wanted.host
    assert reg_files.decode(made["windows/set.reg"]) == expected
    assert profiles.decode(made["macos/webex-click-to-call.mobileconfig"]) == expected
    rows = [(row.key, row.name, row.data) for row in registry.values(wanted)]
    assert [(row.key, row.name, row.data) for row in powershell.values(made["powershell/set.ps1"].decode())] == rows
    assert _linux(made, "chromium") == sample()


def test_the_same_site_gives_the_same_bytes():
    assert pack(full()) == pack(full())


def unfit(definitions: str, words: str) -> list[str]:
    """What does not fit in a pair: a reference without a definition, a policy twice, a control without its value, or the other way."""
    admx_top, adml_top = xml.fromstring(definitions), xml.fromstring(words)
    space = {"p": admx_top.tag[1:].split("}")[0]}
    strings = {item.get("id") for item in adml_top.iterfind(".//p:string", space)}
    forms = {item.get("id"): {row.get("refId") for row in item} for item in adml_top.iterfind(".//p:presentation", space)}
    found = []
    for element in admx_top.iter():
        for value in element.attrib.values():
            if value.startswith("$(string.") and value[9:-1] not in strings:
                found.append(f"{value} is not in the ADML")
    names = [item.get("name") for item in admx_top.iterfind(".//p:policy", space)]
    found += [f"{name} is defined twice" for name in {name for name in names if names.count(name) > 1}]
    categories = {item.get("name") for item in admx_top.iterfind(".//p:category", space)}
    for policy in admx_top.iterfind(".//p:policy", space):
        name = policy.get("name")
        if policy.find("p:parentCategory", space).get("ref") not in categories:
            found.append(f"{name}: its category is not defined")
        elements = {row.get("id") for row in policy.iterfind("p:elements/*", space)}
        form = forms.get(policy.get("presentation", "")[len("$(presentation."):-1], set())
        if elements != form:
            found.append(f"{name}: controls {sorted(form)} and values {sorted(elements)} differ")
    return found


def test_admx_and_adml_fit_each_other(made):
    for browser in full().chromium_browsers:
        name = f"webex-click-to-call-{browser}"
        definitions, words = made[f"admx/{name}.admx"].decode(), made[f"admx/en-US/{name}.adml"].decode()
        assert unfit(definitions, words) == []
        assert unfit(definitions, words.replace('id="enabled"', 'id="gone"')) == ["$(string.enabled) is not in the ADML"]


def test_edge_is_not_ingested_by_intune(made):
    rows = made["intune/oma-uri.csv"].decode()
    assert "chrome: enabled" in rows and "edge: " not in rows
    assert "Edge" in made["powershell/set.ps1"].decode()


def test_powershell_is_well_formed(made):
    for name in ("set", "detect", "remove"):
        assert powershell.wrong(made[f"powershell/{name}.ps1"]) == []
    assert powershell.wrong(b"foreach ($a in $b) {\n") != []


def test_firefox_accepts_the_document():
    """By the schema that the installed Firefox itself checks policies with."""
    omni = next(path for path in map(Path, ("/usr/lib/firefox-esr/browser/omni.ja", "/usr/lib/firefox/browser/omni.ja")) if path.exists())
    with zipfile.ZipFile(omni) as archive:
        name = next(item for item in archive.namelist() if item.endswith("policies-schema.json"))
        schema = json.loads(archive.read(name))
    found = documents.firefox(full())
    assert set(found) <= set(schema["properties"])
    definitions = schema.get("definitions", {})
    definitions["origin"] = {"type": "string", "pattern": "^https?://[^/]+$"}
    for policy, value in found.items():
        Draft7Validator({**schema["properties"][policy], "definitions": {**definitions, "origin": definitions["origin"]}}).validate(value)


def test_updates_name_the_release(made):
    wanted = full()
    assert wanted.crx_url in updates.chromium(wanted) and 'version="1.2.3"' in updates.chromium(wanted)
    assert json.loads(made["updates/updates.json"])["addons"][wanted.firefox_id]["updates"][0]["version"] == "1.2.3"


def test_another_key_is_told_to_the_host():
    assert full().host["extensionIds"] == ["abcdefghijklmnopabcdefghijklmnop"]


def test_removal_takes_away_what_was_set_and_nothing_else():
    rows = registry.values(full())
    text = reg_files.removal(rows)
    for row in rows:
        gone = f'"{row.name}"=-' in text or any(row.key.startswith(root) for root in registry.own_roots(rows))
        assert gone, row
    assert r"[-HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Google\Chrome]" not in text
    assert r"[HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Google\Chrome\NativeMessagingAllowlist]" in text


@pytest.mark.parametrize(("document", "problem"), [
    ({}, "'organisation' is a required property"),
    ({"settings": {"enabledd": True}}, "enabledd"),
    ({"settings": {"recentsLimit": 0}}, "less than the minimum"),
    ({"settings": {"dialPlan": {"rules": [{"match": "x"}]}}}, "does not match"),
    ({"extension": {"update_url": "http://a.example/u", "crx_url": "https://a.example/c", "xpi_url": "https://a.example/x"}},
     "does not match"),
])
def test_a_wrong_site_is_refused_with_its_place(document, problem):
    with pytest.raises(SiteError, match=problem):
        site(document, "1")


OURS = "mbihbdkdlanooacindakbcolfajeleik"


def test_the_commands(tmp_path):
    def run(*arguments):
        return subprocess.run([sys.executable, "-m", "manifests.policy", *arguments], cwd=ROOT, capture_output=True, text=True)

    done = run("generate", "--config", "docs/site.example.toml", "--out", str(tmp_path / "pack"))
    assert done.returncode == 0, done.stdout + done.stderr
    done = run("lint", str(tmp_path / "pack"), "docs/site.example.toml")
    assert (done.returncode, done.stdout) == (0, "Nothing is wrong.\n")
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps({"3rdparty": {"extensions": {OURS: {"mark": "blue"}}}}))
    done = run("lint", "--json", str(bad))
    assert done.returncode == 1
    assert json.loads(done.stdout)[0]["where"] == f"3rdparty.extensions.{OURS}.mark"
    for page in (tmp_path / "pack").glob("*/README.md"):
        assert "Check" in page.read_text(), page
    assert all((folder / "README.md").exists() for folder in (tmp_path / "pack").iterdir() if folder.is_dir())
