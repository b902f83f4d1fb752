"""The host's own Windows code for real: Windows Python and PyInstaller, a frozen exe, a registry, an MSI, all under Wine."""

from __future__ import annotations

import json
import shutil
import struct
import subprocess

import pytest
from host.packaging import windows_packages
from manifests.policy import documents, registry
from tests.enterprise.sites import full
from tests.enterprise.windows import toolchain
from tests.enterprise.windows.toolchain import Wine, windows
from tests.lab.world import IDENTITY, ROOT

pytestmark = [pytest.mark.windows, pytest.mark.timeout(900)]
ORIGIN = f"chrome-extension://{IDENTITY['chromium']['extension_ids'][0]}/"
SCHEMES = ("webextel", "tel", "clicktocall", "sip")
MSI_KEYS = (r"HKLM\Software\Google", r"HKLM\Software\Microsoft\Edge", r"HKLM\Software\Mozilla", r"HKLM\Software\Chromium",
            r"HKLM\System\CurrentControlSet\Services\EventLog")
# A program that writes down what it was started with, as a Windows application is: through the registry's command.
HANDLER = "import sys, pathlib; pathlib.Path(r'{log}').open('a', encoding='utf-8').write(repr(sys.argv[1:]) + chr(10))"


@pytest.fixture(scope="module")
def wine(tmp_path_factory):
    toolchain.ready()
    one = Wine(tmp_path_factory.mktemp("wine") / "prefix")
    yield one
    one.close()


@pytest.fixture(scope="module")
def frozen(wine, tmp_path_factory):
    """The folder of the frozen host."""
    out = tmp_path_factory.mktemp("frozen")
    done = wine.python("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN", "--distpath", windows(out), "--workpath",
                       windows(out / "work"), windows(ROOT / "host/packaging/webex-click-to-call.spec"), seconds=800)
    folder = out / "webex-click-to-call"
    assert (folder / "webex-click-to-call.exe").exists(), (done.stdout + done.stderr).decode(errors="replace")[-3000:]
    return folder


def frames(*messages: dict) -> bytes:
    return b"".join(struct.pack("<I", len(body := json.dumps(message).encode())) + body for message in messages)


def replies(raw: bytes) -> list[dict]:
    out = []
    while raw:
        (length,) = struct.unpack("<I", raw[:4])
        out.append(json.loads(raw[4:4 + length]))
        raw = raw[4 + length:]
    return out


def ask(wine, frozen, *messages: dict) -> list[dict]:
    done = wine.run(frozen / "webex-click-to-call.exe", ORIGIN, "--parent-window=0", data=frames(*messages))
    return replies(done.stdout)


@pytest.fixture(scope="module")
def handler(wine, tmp_path_factory):
    """A Webex as the registry knows one, for every scheme; its log."""
    folder = wine.prefix / "drive_c/Program Files/Cisco Spark"
    folder.mkdir(parents=True)
    shutil.copytree(toolchain.CACHE / "python", folder / "python")
    shutil.copy(folder / "python/python.exe", folder / "python/CiscoCollabHost.exe")
    log = tmp_path_factory.mktemp("handler") / "log"
    script = folder / "handler.py"
    script.write_text(HANDLER.format(log=windows(log)))
    command = r'\"C:\\Program Files\\Cisco Spark\\python\\CiscoCollabHost.exe\" \"C:\\Program Files\\Cisco Spark\\handler.py\" \"%1\"'
    lines = [registry.HEADER]
    for scheme in SCHEMES:
        lines += ["", rf"[HKEY_LOCAL_MACHINE\Software\Classes\{scheme}]", f'@="URL:{scheme}"', '"URL Protocol"=""',
                  rf"[HKEY_LOCAL_MACHINE\Software\Classes\{scheme}\shell\open\command]", f'@="{command}"']
    file = wine.prefix / "handler.reg"
    file.write_bytes(registry.as_file("\n".join([*lines, ""])))
    assert wine.run("reg", "import", windows(file)).returncode == 0
    return log


def test_the_frozen_host_answers_frames_over_pipes(wine, frozen):
    hello, bad, again = ask(wine, frozen, {"version": 1, "id": 1, "verb": "echo"}, {"version": 1, "id": 2, "verb": "nonsense"},
                            {"version": 1, "id": 3, "verb": "echo"})
    assert hello["ok"] and again["ok"] and bad["error"]["name"] == "VERB_UNKNOWN"
    stranger = "chrome-extension://" + "p" * 32 + "/"
    done = wine.run(frozen / "webex-click-to-call.exe", stranger, data=frames({"version": 1, "id": 1, "verb": "echo"}))
    assert done.stdout == b"" and done.returncode != 0


def test_owners_come_from_the_registry(wine, frozen, handler):
    (status,) = ask(wine, frozen, {"version": 1, "id": 1, "verb": "status"})
    assert status["ok"], status
    assert {scheme: status["schemes"][scheme]["isWebex"] for scheme in SCHEMES} == dict.fromkeys(SCHEMES, True)
    assert "CiscoCollabHost.exe" in status["schemes"]["tel"]["owner"]["command"]


def test_calls_reach_the_registered_program(wine, frozen, handler):
    for scheme in SCHEMES:
        uri = f"{scheme}:+390230312{SCHEMES.index(scheme)}99"
        (reply,) = ask(wine, frozen, {"version": 1, "id": 1, "verb": "call", "uri": uri,
                                      "settings": {"schemeOrder": {"number": [scheme]}}})
        assert reply["ok"] and reply["scheme"] == scheme, reply
    wine.run("wineboot", "--end-session")
    got = [line for line in handler.read_text().splitlines() if line]
    assert got == [f"['{scheme}:+390230312{number}99']" for number, scheme in enumerate(SCHEMES)]


def test_audit_lines_of_eight_processes_are_all_there(wine, tmp_path):
    code = ("import sys\nfrom webex_click_to_call.audit import sinks\n"
            "for n in range(300): sinks.to_file(str(n) + 'x' * 200, 30, sys.argv[1])")
    command = ["wine", toolchain.CACHE / "python/python.exe", "-c", code, windows(tmp_path)]
    writers = [subprocess.Popen(command, env=wine.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
               for _ in range(8)]
    said = [writer.communicate(timeout=300)[1][-500:] for writer in writers]
    (file,) = tmp_path.glob("calls-*.jsonl")
    assert sorted(file.read_text().splitlines()) == sorted(str(number) + "x" * 200 for number in range(300) for _ in range(8)), said


def test_registry_files_through_wine_and_back(wine):
    wanted = full()
    rows = registry.values(wanted)
    before = wine.registry(r"HKLM\Software\Policies")
    theirs = registry.HEADER + '\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\NativeMessagingAllowlist]\n"1"="com.other"\n'
    for name, text in (("theirs", theirs), ("set", registry.encode(rows))):
        file = wine.prefix / f"{name}.reg"
        file.write_bytes(registry.as_file(text))
        assert wine.run("reg", "import", windows(file)).returncode == 0
    exported = wine.registry(r"HKLM\Software\Policies")
    found = registry.decode(exported.replace("Software\\Policies", "SOFTWARE\\Policies").encode("utf-16"))
    expected = {browser: documents.of(browser, wanted) for browser in wanted.browsers}
    expected["chrome"]["NativeMessagingAllowlist"] = ["com.other", IDENTITY["native_host"]]
    assert found == {**expected, "host": wanted.host}
    file = wine.prefix / "remove.reg"
    file.write_bytes(registry.as_file(registry.removal(rows)))
    assert wine.run("reg", "import", windows(file)).returncode == 0
    after = wine.registry(r"HKLM\Software\Policies")
    assert "com.other" in after
    assert [line for line in after.splitlines() if "=" in line] == [
        line for line in [*before.splitlines(), '"1"="com.other"'] if "=" in line]


def test_the_machines_policy_is_read_from_the_registry(wine):
    file = wine.prefix / "policy.reg"
    code = "from webex_click_to_call import policy; p = policy.read(); print(p.schemes, p.problem)"
    for text, says in (('{"schemes":["webextel"]}', "['webextel'] None"), ('{"schemes":[]}', "['webextel'] $.schemes")):
        file.write_bytes(registry.as_file(registry.encode([registry.Value(registry.HOST_KEY, "Policy", text)])))
        wine.run("reg", "import", windows(file))
        assert wine.python("-c", code).stdout.decode().startswith(says)
    wine.run("reg", "delete", "HKLM\\" + registry.HOST_KEY, "/f")
    assert wine.python("-c", code).stdout.decode().startswith("None None")


def test_msi_installs_upgrades_refuses_a_downgrade_and_goes(wine, frozen, tmp_path):
    made = {version: windows_packages.build(frozen, version, tmp_path)[1] for version in ("1.0.0", "1.1.0")}
    place = wine.prefix / "drive_c/Program Files/Webex Click to Call"

    def state() -> dict[str, list[str]]:
        """Everything below the keys; `Sources` is the event log service's own list, which it renews by itself."""
        return {key: [line for line in wine.registry(key).splitlines() if not line.startswith('"Sources"=')] for key in MSI_KEYS}

    # Windows keeps values in the event log's key; Wine's is empty, and an installer takes an empty key along.
    log = r"HKLM\System\CurrentControlSet\Services\EventLog\Application"
    wine.run("reg", "add", log, "/v", "MaxSize", "/t", "REG_DWORD", "/d", "1", "/f")
    before = state()
    chrome = rf"HKLM\Software\Google\Chrome\NativeMessagingHosts\{IDENTITY['native_host']}"

    wine.run("msiexec", "/i", windows(made["1.0.0"]), "/qn")
    assert (place / "webex-click-to-call.exe").exists()
    assert "chromium.json" in wine.registry(chrome)
    assert json.loads((place / "chromium.json").read_text())["allowed_origins"] == [ORIGIN]
    done = wine.run(place / "webex-click-to-call.exe", ORIGIN, data=frames({"version": 1, "id": 1, "verb": "echo"}))
    assert replies(done.stdout)[0]["ok"]
    wine.run("msiexec", "/i", windows(made["1.1.0"]), "/qn")
    assert (place / "webex-click-to-call.exe").exists() and "chromium.json" in wine.registry(chrome)
    assert wine.run("msiexec", "/i", windows(made["1.0.0"]), "/qn").returncode != 0
    assert (place / "webex-click-to-call.exe").exists()
    wine.run("msiexec", "/x", windows(made["1.1.0"]), "/qn")
    assert not place.exists()
    after = state()
    for key in MSI_KEYS:
        assert after[key] == before[key]
