"""The linter against planted mistakes: a right pack has none, and every mistake in every format is found and told with what to do."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from manifests.policy import lint, reg_files
from manifests.policy.pack import pack
from tests.enterprise.sites import full

ID, OTHER = full().chromium_id, "ponmlkjihgfedcbaponmlkjihgfedcba"
HOST = "io.github.webex_click_to_call"
CHROME = "linux/etc/opt/chrome/policies/managed/webex-click-to-call.json"
FIREFOX = "firefox/policies.json"
STORAGE = f"firefox/managed-storage/{full().firefox_id}.json"
REG, GONE = "windows/set.reg", "windows/remove.reg"
SET, DETECT, REMOVE = "powershell/set.ps1", "powershell/detect.ps1", "powershell/remove.ps1"
ADMX, ADML = "admx/webex-click-to-call-chrome.admx", "admx/en-US/webex-click-to-call-chrome.adml"
CSV, PROFILE, JAMF = "intune/oma-uri.csv", "macos/webex-click-to-call.mobileconfig", "macos/jamf-chrome.json"
XML, UPDATES, POLICY = "updates/updates.xml", "updates/updates.json", "host/policy.json"
ROLE = "ansible/roles/webex_click_to_call"
DEFAULTS = f"{ROLE}/defaults/main.yml"
KEY = r"HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Google\Chrome"

# File, what stands there, what is planted instead, and a part of what the linter must say.
PLANTED = [
    (CHROME, '"enabled": false', '"enabled": "false"', "write true or false"),
    (CHROME, '"recentsLimit": 5', '"recentsLimit": "5"', "write a whole number"),
    (CHROME, '"recentsLimit": 5', '"recentsLimit": 5000', "write a number from 1 to 200"),
    (CHROME, '"mark": "solid"', '"mark": "solidd"', "did you mean solid?"),
    (CHROME, '"mark": "solid"', '"marc": "solid"', "did you mean mark?"),
    (CHROME, '"lockedSettings": [\n          "*"', '"lockedSettings": [\n          "marc"', "did you mean mark?"),
    (CHROME, '"https://help.example', '"help.example', "neither https: nor mailto:"),
    (CHROME, '"match": "+49"', '"match": "plus49"', "correct it"),
    (CHROME, f'"{ID}": {{\n      "installation_mode"', f'"{ID}x": {{\n      "installation_mode"', "32 letters from a to p"),
    (CHROME, f'"{ID}": {{\n      "installation_mode"', f'"{OTHER}": {{\n      "installation_mode"', f"write {ID}"),
    (CHROME, f'"{ID}": {{\n        "enabled"', f'"{OTHER}": {{\n        "enabled"', "the same id in both"),
    (CHROME, '"force_installed"', '"forced"', "choose one of them"),
    (CHROME, '"https://a.example/updates.xml"', '"http://a.example/updates.xml"', "use https"),
    (CHROME, '"https://a.example/updates.xml"', '""', "needs an address to install from"),
    (CHROME, '"override_update_url": true', '"override_update_url": false', "write true"),
    (CHROME, '"installation_mode": "force_installed",', "", "write force_installed"),
    (CHROME, '"runtime_blocked_hosts"', '"runtime_blocked_host"', "did you mean runtime_blocked_hosts?"),
    (CHROME, f'[\n    "{HOST}"\n  ]', "[]", f"add {HOST} to NativeMessagingAllowlist"),
    (CHROME, f'[\n    "{HOST}"\n  ]', f'"{HOST}"', "write a list"),
    (CHROME, HOST, "io.github.webex-click-to-call", f"add {HOST}"),
    (CHROME, '"NativeMessagingAllowlist": [\n    "io', '"NativeMessagingWhitelist": [\n    "io', "did you mean NativeMessagingAllowlist?"),
    (CHROME, '"NativeMessagingUserLevelHosts": false', '"NativeMessagingUserLevelHosts": 0', "write true or false"),
    (CHROME, '"PolicyListMultipleSourceMergeList": [',
     '"PolicyListMultipleSourcesMergeList": [', "did you mean PolicyListMultipleSourceMergeList?"),
    (CHROME, '"NativeMessagingAllowlist",\n', "", "name it in PolicyListMultipleSourceMergeList"),
    (CHROME, '"extensions": {', '"Extensions": {', "did you mean extensions?"),
    (CHROME, '"3rdparty": {', '"mark": "solid", "3rdparty": {', "move it there"),
    (CHROME, '"protocol": "webextel"', '"protocol": "webextel:"', "write the scheme alone"),
    (CHROME, '"allowed_origins": [\n        "https://crm.example"', '"allowed_origins": [\n        "crm.example"', "write https://crm.example"),
    (CHROME, '"*://secret.example"\n      ]\n', '"*://secret.example",\n      ]\n', "a comma too many"),
    (CHROME, '"keySound": true,', '"keySound": true, "keySound": true,', "keep one"),
    (CHROME, "{\n", "\ufeff{\n", "without a mark"),
    (CHROME, "{\n", "// ours\n{\n", "line 1"),
    (STORAGE, '"type": "storage"', '"type": "store"', "write exactly this"),
    (STORAGE, '"name": "click-', '"name": "clic-', "Firefox looks for the file by the add-on's id"),
    (STORAGE, '"mark": "solid"', '"mark": true', "write a text"),
    (STORAGE, '"data": {', '"date": {', "add it"),
    (FIREFOX, '"Extensions"', '"extensions"', "did you mean Extensions?"),
    (FIREFOX, '"install_url"', '"update_url"', "needs an address to install from"),
    (FIREFOX, '"install_url"', '"instal_url"', "did you mean install_url?"),
    (FIREFOX, '"https://a.example/c.xpi"', '"http://a.example/c.xpi"', "use https"),
    (FIREFOX, '"tel": {\n          "action"', '"tell": {\n          "action"', "add tel to Handlers.schemes"),
    (FIREFOX, '"policies": {', '"policy": {', 'Firefox wants {"policies"'),
    (FIREFOX, '"enabled": false', '"enabled": 0', "write true or false"),
    (FIREFOX, "click-to-call-for-webex@webex-click-to-call.github.io\": {\n        \"installation_mode\"",
     "click-to-call-for-webex\": {\n        \"installation_mode\"", "write NAME@DOMAIN"),
    (REG, f'"7300"="{HOST}"', '"7300"="io.github.webex"', f"add {HOST}"),
    (REG, '"mark"="solid"', '"mark"=dword:00000001', "write a text (REG_SZ)"),
    (REG, '"mark"="solid"', '"mark"=hex(b):01,00', "write a text or a dword"),
    (REG, '"recentsLimit"=dword:00000005', '"recentsLimit"="5"', "write a DWORD"),
    (REG, '"enabled"=dword:00000000', '"enabled"="no"', "write a DWORD: 1 for true"),
    (REG, '"enabled"=dword:00000000', '"enabeld"=dword:00000000', "did you mean enabled?"),
    (REG, f"[{KEY}\\NativeMessagingAllowlist]", f"[{KEY.replace('Chrome', 'Crome')}\\NativeMessagingAllowlist]",
     "Policies\\Google\\Chrome?"),
    (REG, f"[{KEY}\\NativeMessagingAllowlist]", f"[{KEY.replace('LOCAL_MACHINE', 'CURRENT_USER')}\\NativeMessagingAllowlist]",
     "policies of the machine stand there"),
    (REG, '"AutoLaunchProtocolsFromOrigins"="[{\\"protocol\\":\\"webextel\\"',
     '"AutoLaunchProtocolsFromOrigins"="[{\\"protokol\\":\\"webextel\\"',
     "did you mean protocol?"),
    (REG, '"AutoLaunchProtocolsFromOrigins"="[', '"AutoLaunchProtocolsFromOrigins"="', "write texts 1, 2"),
    (REG, f"[{KEY}\\NativeMessagingBlocklist]", f'[{KEY}\\AutoLaunchProtocolsFromOrigins]\n"1"="{{}}"\n\n[{KEY}\\NativeMessagingBlocklist]',
     "write one text value that holds the list as JSON"),
    (REG, '"Policy"="{', '"Policies"="{', "did you mean Policy?"),
    (REG, '{\\"schemes\\":[\\"webextel\\"]', '{\\"schemes\\":[\\"webexttel\\"]', "did you mean webextel?"),
    (REG, '"override_update_url"=dword:00000001', '"override_update_url"=dword:0001', "is not understood"),
    (REG, reg_files.HEADER, "Registry Editor", f"write {reg_files.HEADER}"),
    (REG, ID, OTHER, f"write {ID}"),
    (GONE, f"[-{KEY}\\3rdparty\\extensions\\{ID}]", f"[-{KEY}\\3rdparty\\extensions\\{OTHER}]", "make the pack again"),
    (GONE, f"[-{KEY}\\3rdparty\\extensions\\{ID}]", f"[-{KEY}]", "takes away the policies of others"),
    (GONE, '"7300"=-', '"7300"="x"', "a removal only takes away"),
    (SET, "Type = 'DWord'; Value = 1", "Type = 'Sting'; Value = 1", "not as the pack has it"),
    (SET, "Name = 'mark'; Type = 'String'; Value = 'solid'", "Name = 'mark'; Type = 'String'; Value = 'blue'", "choose one of them"),
    (SET, f"Value = '{HOST}'", "Value = 'io.github.other'", f"add {HOST}"),
    (SET, "-Force | Out-Null }", "| Out-Null }", "not as the pack has it"),
    (SET, "    if (-not", "    if ((-not", "an open quote or bracket"),
    (DETECT, "Name = 'mark'; Type = 'String'; Value = 'solid'", "Name = 'mark'; Type = 'String'; Value = 'none'", "write 'solid'"),
    (DETECT, "exit 1", "exit 0", "write 'exit 1'"),
    (REMOVE, f"HKLM:\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\{ID}'", "HKLM:\\SOFTWARE\\Policies\\Google\\Chrome'",
     "takes away the policies of others"),
    (ADMX, 'valueName="mark"', 'valueName="marc"', "write 'mark'"),
    (ADMX, 'name="mark" class="Machine"', 'name="mark" class="User"', "write 'Machine'"),
    (ADMX, 'name="mark" class', 'name="marc" class', "policy mark"),
    (ADMX, "$(string.mark)", "$(string.marc)", "write '$(string.mark)'"),
    (ADMX, 'maxValue="200"', 'maxValue="2000"', "write '200'"),
    (ADMX, "<string>solid</string>", "<string>Solid</string>", "write 'solid'"),
    (ADMX, "</policies>", "", "look for an open element"),
    (ADMX, f"{ID}\\policy\" valueName=\"enabled\"", f"{OTHER}\\policy\" valueName=\"enabled\"", f"{ID}"),
    (ADML, '<string id="mark">', '<string id="marc">', "string mark"),
    (ADML, ">Mark of linked numbers</string>", "></string>", "is empty; write"),
    (ADML, '<dropdownList refId="mark" noSort', '<dropdownList refId="marc" noSort', "did you mean dropdownList mark?"),
    (CSV, 'value=""solid""', 'value=""Solid""', "did you mean solid?"),
    (CSV, 'data id=""mark""', 'data id=""marc""', "write 'mark'"),
    (CSV, "clicktocall_chrome/mark,", "clicktocall_chrome/marc,", "clicktocall_chrome/mark?"),
    (CSV, "clicktocall_chrome/enabled,String,<disabled/>", "clicktocall_chrome/enabled,Integer,<disabled/>", "write String"),
    (CSV, "clicktocall_chrome/enabled,String,<disabled/>", "clicktocall_chrome/enabled,String,0", "write <enabled/> or <disabled/>"),
    (CSV, "chrome: definitions", "chrome: def", "chrome: definitions"),
    (CSV, "ADMXInstall/ClickToCallChrome/Policy", "ADMXInstall/ClickToCall/Policy", "ADMXInstall/ClickToCallChrome/Policy"),
    (CSV, "1&#xF000;*.bank.example&#xF000;2", "*.bank.example&#xF000;2", "not a list"),
    (CSV, "Name,OMA-URI,Data type,Value", "Name,OMA-URI,Value", "write Name,OMA-URI,Data type,Value"),
    (PROFILE, "<key>mark</key>\n\t\t\t<string>solid</string>", "<key>mark</key>\n\t\t\t<true/>", "write <string>"),
    (PROFILE, "<key>mark</key>", "<key>marc</key>", "did you mean mark?"),
    (PROFILE, "<key>recentsLimit</key>\n\t\t\t<integer>5</integer>",
     "<key>recentsLimit</key>\n\t\t\t<string>5</string>", "write <integer>"),
    (PROFILE, "<string>com.google.Chrome</string>", "<string>com.google.Crome</string>", "did you mean com.google.Chrome?"),
    (PROFILE, "<key>EnterprisePoliciesEnabled</key>\n\t\t\t<true/>", "<key>EnterprisePoliciesEnabled</key>\n\t\t\t<false/>", "write true"),
    (PROFILE, f"<string>com.google.Chrome.extensions.{ID}</string>", "<string>com.google.Chrome.extensions.abc</string>", "32 letters"),
    (PROFILE, "<string>Configuration</string>", "<string>Config</string>", "write 'Configuration'"),
    (PROFILE, "<key>PayloadUUID</key>\n\t\t\t<string>", "<key>PayloadUUID</key>\n\t\t\t<string>x", "write one (uuidgen)"),
    (PROFILE, "<key>PayloadIdentifier</key>", "<key>PayloadIdentifer</key>", "macOS refuses the profile without it"),
    (PROFILE, "</plist>", "", "not a property list"),
    (JAMF, '"__preferencedomain": "com.google.Chrome.',
     '"__preferencedomain": "com.google.Crome.', "write com.google.Chrome.extensions.ID"),
    (JAMF, '"mark": {', '"marc": {', "did you mean mark?"),
    (JAMF, '"maximum": 200', '"maximum": "200"', "write 200"),
    (JAMF, '"default": 20', '"default": "20"', "write 20"),
    (JAMF, '"type": "integer"', '"type": "number"', "write 'integer'"),
    (XML, f'appid="{ID}"', 'appid="abc"', "32 letters"),
    (XML, f'appid="{ID}"', f'appid="{OTHER}"', f"write {ID}"),
    (XML, "https://a.example/c.crx", "http://a.example/c.crx", "with https://"),
    (XML, 'version="1.2.3"', 'version="v1.2.3"', "up to four numbers"),
    (XML, 'protocol="2.0"', 'protocol="3.0"', "protocol='2.0'"),
    (XML, "<updatecheck", "<updatechek", "did you mean updatecheck?"),
    (UPDATES, '"update_link"', '"update_lnik"', "did you mean update_link?"),
    (UPDATES, "https://a.example/c.xpi", "http://a.example/c.xpi", "write https://"),
    (UPDATES, '"version": "1.2.3"', '"version": 1', "write a text"),
    (UPDATES, '"addons"', '"addon"', "add it"),
    (UPDATES, "click-to-call-for-webex@", "click-to-call-for-webex-", "write NAME@DOMAIN"),
    (POLICY, '"schemes"', '"shcemes"', "did you mean schemes?"),
    (POLICY, '"webextel"', '"webex"', "did you mean webextel?"),
    (POLICY, f'"{ID}"', '"abc"', "correct it"),
    (POLICY, '[\n    "webextel"\n  ]', "[]", "leave the whole out"),
    (DEFAULTS, "_state: present", "_state: presnt", "did you mean present?"),
    (DEFAULTS, "webex_click_to_call_package:", "webex_click_to_call_pakage:", "did you mean webex_click_to_call_package?"),
    (DEFAULTS, 'webex_click_to_call_package: ""', "webex_click_to_call_package: host.deb", "correct it"),
    (DEFAULTS, '"src": "etc_opt_chrome', '"src": "etc_chrome', "did you mean etc_opt_chrome"),
    (DEFAULTS, '"path": "/etc/opt/chrome', '"path": "/etc/chrome', "write etc_chrome"),
    (DEFAULTS, "webex_click_to_call_state: present", "\twebex_click_to_call_state: present", "mind tabs"),
    (f"{ROLE}/tasks/present.yml", 'mode: "0644"', 'mode: "0666"', "mode: \"0644\""),
    (f"{ROLE}/files/etc_webex-click-to-call_policy.json", '"schemes"', '"shcemes"', "did you mean schemes?"),
    (f"{ROLE}/files/etc_firefox_policies_policies.json", '"enabled": false', '"enabled": 0', "write true or false"),
    ("ansible/playbook.yml", "    - webex_click_to_call\n", "    - webex\n", "write webex_click_to_call"),
    ("ansible/playbook.yml", "become: true", "become: false", "write become: true"),
]


@pytest.fixture(scope="module")
def good(tmp_path_factory) -> Path:
    """A right pack; who changes it puts it back."""
    folder = tmp_path_factory.mktemp("pack")
    for name, content in pack(full()).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


def said(*places: Path) -> list[str]:
    return [f"{file.name}: {problem.where}: {problem.says}" for place in places for file, problem in lint.path(place)]


def test_a_right_pack_has_no_problem(good):
    assert said(good) == []


@pytest.mark.parametrize(("name", "right", "wrong", "says"), PLANTED)
def test_a_planted_mistake_is_found(good, name, right, wrong, says):
    file = good / name
    before = file.read_bytes()
    encoding = "utf-16" if name.endswith(".reg") else "utf-8"
    text = before.decode(encoding).replace("\r\n", "\n")
    assert right in text
    file.write_bytes(text.replace(right, wrong, 1).encode(encoding))
    try:
        found = said(file)
        if not any(says in line for line in found):  # then it only shows beside the other files
            found = said(good)
    finally:
        file.write_bytes(before)
    assert any(says in line for line in found), found


@pytest.mark.parametrize(("old", "new", "says"), [
    (FIREFOX, "firefox/policy.json", "did you mean firefox/policies.json?"),
    (FIREFOX, "firefox/ours.json", "name it policies.json"),
    (STORAGE, "firefox/managed-storage/webex.json", "looks for the file by the add-on's id"),
    (CHROME, CHROME.replace(".json", ".jsn"), "name it .json"),
    (CHROME, CHROME.replace("opt/chrome", "chrome"), "did you mean linux/etc/opt/chrome"),
    (REG, "windows/set.reg.txt", "did you mean windows/set.reg?"),
    (ADML, "admx/webex-click-to-call-chrom.adml", "name it"),
    (ADML, "admx/webex-click-to-call-chrom.adml", "put webex-click-to-call-chrome.adml into en-US"),
    (SET, "powershell/install.ps1", "the scripts are set.ps1"),
    (UPDATES, "updates/update.json", "name it updates.json"),
    (POLICY, "host/webex.json", "name it policy.json"),
    (JAMF, "macos/jamf-edge.json", "name it jamf-chrome.json"),
    (f"{ROLE}/tasks/present.yml", f"{ROLE}/tasks/presnt.yml", "did you mean tasks/present.yml?"),
])
def test_a_wrong_name_is_found(good, old, new, says):
    (good / new).parent.mkdir(parents=True, exist_ok=True)
    (good / old).rename(good / new)
    try:
        found = said(good)
    finally:
        (good / new).rename(good / old)
        shutil.rmtree(good / "linux/etc/chrome", ignore_errors=True)
    assert any(says in line for line in found), found


@pytest.mark.parametrize(("name", "content", "says"), [
    ("zz-other.json", {"NativeMessagingUserLevelHosts": True}, "replaces the value of webex-click-to-call.json whole"),
    ("zz-other.json", {"NativeMessagingAllowlist": ["com.other"]}, None),  # ours has it merged
    ("webex-click-to-call.json.bak", {}, "the browser reads every file here"),
])
def test_a_second_file_beside_ours(good, tmp_path, name, content, says):
    shutil.copytree((good / CHROME).parent, tmp_path / "managed")
    (tmp_path / "managed" / name).write_text(json.dumps({**content, "PolicyListMultipleSourceMergeList": ["NativeMessagingAllowlist"]}))
    found = said(tmp_path / "managed")
    assert any(says in line for line in found) if says else found == [], found


def test_a_lock_without_a_value_is_told(tmp_path):
    document = {"3rdparty": {"extensions": {ID: {"enabled": True, "lockedSettings": ["mark"]}}}}
    (tmp_path / "a.json").write_text(json.dumps(document))
    assert [line for line in said(tmp_path / "a.json") if "people may still change it; give it one" in line]


def test_recommended_policies_never_reach_an_extension(good, tmp_path):
    shutil.copytree((good / CHROME).parent, tmp_path / "policies/recommended")
    assert any("put it into managed/" in line for line in said(tmp_path))


@pytest.mark.parametrize(("name", "content"), [
    ("a.json", "[]"), ("a.json", '{"ExtensionSettings": [], "3rdparty": 1, "AutoLaunchProtocolsFromOrigins": {"a": 1}}'),
    ("policies.json", '{"policies": {"ExtensionSettings": 1, "3rdparty": {"Extensions": [1]}, "Handlers": []}}'),
    ("policies.json", '{"policies": 1}'), ("updates.json", '{"addons": {"a@b": {"updates": 1}}}'), ("updates.json", "{}"),
    ("a.mobileconfig", "<plist><array/></plist>"),
    ("a.reg", reg_files.HEADER + "\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Chromium]\n\"3rdparty\"=\"1\""),
    ("a.csv", ""), ("defaults/main.yml", "- 1"), ("playbook.yml", "1"), ("playbook.yml", "- 1"), ("a.xml", "<a>"), ("a.toml", "a ="),
    ("jamf-x.json", "{}"), ("webex-click-to-call-chrome.admx", "<a/>"),
    ("webex-click-to-call-chrome.adml", "<a/>"), ("a.ps1", ""), ("a.exe", ""),
])
def test_nonsense_is_a_problem_and_never_a_crash(tmp_path, name, content):
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content)
    assert list(lint.file(file))
