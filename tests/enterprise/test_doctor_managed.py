"""The doctor names managed settings that do not hold, as the linter and the extension do; the layout of the macOS package."""

from __future__ import annotations

import json
import os

import pytest
from host.packaging import macos_package
from manifests.policy import documents, linux
from tests.enterprise.sites import full
from tests.lab.world import IDENTITY

from webex_click_to_call.doctor import Machine, managed, policies
from webex_click_to_call.handlers.linux import LinuxBackend
from webex_click_to_call.install.browsers import all_browsers
from webex_click_to_call.policy import Policy


def linux_machine(root, extension_ids=()) -> Machine:
    policy = Policy({"extensionIds": list(extension_ids)})
    return Machine(backend=LinuxBackend({}), env={}, facts=None, policy=policy, running=list, root=str(root))


def findings(root, extension_ids=()) -> dict[str, str]:
    return {finding.subject: finding.says("seen") for finding in managed.settings(linux_machine(root, extension_ids))}


def write(root, path: str, document: dict) -> None:
    file = root / path.lstrip("/")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(document))


def test_good_settings_are_no_finding(tmp_path):
    wanted = full()
    for path, text in linux.files(wanted).items():
        write(tmp_path, path, json.loads(text))
    assert findings(tmp_path, [wanted.chromium_id]) == {}


def test_each_bad_setting_is_named(tmp_path):
    wanted = full(settings={})
    document = documents.chromium(wanted)
    document["3rdparty"] = {"extensions": {wanted.chromium_id: {"mark": "blue", "enabeld": True, "recentsLimit": 5}}}
    write(tmp_path, "/etc/opt/chrome/policies/managed/ours.json", document)
    firefox = {"policies": {"3rdparty": {"Extensions": {wanted.firefox_id: {"enabled": 1}}}}}
    write(tmp_path, "/etc/firefox/policies/policies.json", firefox)
    found = findings(tmp_path, [wanted.chromium_id])
    assert set(found) == {"chrome mark", "chrome enabeld", "firefox enabled"}
    assert "no such setting" in found["chrome enabeld"]
    assert findings(tmp_path).keys() == {"firefox enabled"}  # another vendor's extension is none of our business


@pytest.mark.parametrize(("merge", "blocked"), [(["NativeMessagingAllowlist"], False), (["*"], False), ([], True)])
def test_another_vendors_allowlist_is_no_finding_where_ours_is_merged_with_it(tmp_path, merge, blocked):
    document = {**documents.chromium(full()), "PolicyListMultipleSourceMergeList": merge}
    write(tmp_path, "/etc/opt/chrome/policies/managed/ours.json", document)
    write(tmp_path, "/etc/opt/chrome/policies/managed/zz-other.json", {"NativeMessagingAllowlist": ["com.other.vendor"]})
    found = policies.merged(linux_machine(tmp_path), next(browser for browser in all_browsers("linux") if browser.id == "chrome"))
    assert (IDENTITY["native_host"] not in found["NativeMessagingAllowlist"]) == blocked


def test_layout_of_the_macos_package(tmp_path):
    frozen = tmp_path / "frozen"
    frozen.mkdir()
    (frozen / "webex-click-to-call").write_text("")
    macos_package.layout(frozen, tmp_path / "root")
    for place in ("Google/Chrome", "Microsoft/Edge", "Application Support/Mozilla"):
        manifest = json.loads((tmp_path / "root/Library" / place / "NativeMessagingHosts" / f"{IDENTITY['native_host']}.json").read_text())
        assert os.path.exists(f"{tmp_path}/root{manifest['path']}")
        assert manifest.get("allowed_origins") or manifest.get("allowed_extensions")
