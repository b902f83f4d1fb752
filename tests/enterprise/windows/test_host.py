"""The host's own Windows code for real: Windows Python and PyInstaller, a frozen exe, a registry, all under Wine."""

from __future__ import annotations

import json
import subprocess

import pytest
from host.packaging.windows_packages import NAME
from manifests.policy import reg_files, registry
from tests.enterprise.windows import toolchain
from tests.enterprise.windows.conftest import SCHEMES
from tests.enterprise.windows.toolchain import local, windows
from tests.host.machines import CHROMIUM, IDENTITY, frame, replies
from tests.lab.browsers import until
from tests.lab.world import ROOT

pytestmark = [pytest.mark.windows, pytest.mark.timeout(900)]
ECHO = {"version": 1, "id": 1, "verb": "echo"}
KEYS = (r"HKCU\Software\Google", r"HKCU\Software\Mozilla", r"HKLM\Software\Google", r"HKLM\Software\Mozilla",
        r"HKLM\Software\WOW6432Node\Google")
CHROME = rf"Software\Google\Chrome\NativeMessagingHosts\{IDENTITY['native_host']}"
# A browser's job that ends all in it; what is started outside must live on, what is started plainly must not.
JOB = """
import ctypes, subprocess, sys
from ctypes import wintypes
from webex_click_to_call.handlers.winregistry import Machine

class Limits(ctypes.Structure):
    _fields_ = [("times", ctypes.c_int64 * 2), ("flags", wintypes.DWORD), ("sizes", ctypes.c_size_t * 2), ("count", wintypes.DWORD),
                ("affinity", ctypes.c_size_t), ("classes", wintypes.DWORD * 2), ("io", ctypes.c_uint64 * 6),
                ("memory", ctypes.c_size_t * 4)]

kernel = ctypes.WinDLL("kernel32", use_last_error=True)
for name in ("CreateJobObjectW", "GetCurrentProcess"):
    getattr(kernel, name).restype = wintypes.HANDLE
job, me = wintypes.HANDLE(kernel.CreateJobObjectW(None, None)), wintypes.HANDLE(kernel.GetCurrentProcess())
limits = Limits(flags=0x2000 | (0x0800 if sys.argv[3] == "free" else 0))
assert kernel.SetInformationJobObject(job, 9, ctypes.byref(limits), ctypes.sizeof(limits)), ctypes.get_last_error()
assert kernel.AssignProcessToJobObject(job, me), ctypes.get_last_error()
later = "import sys, time, pathlib; time.sleep(2); pathlib.Path(sys.argv[1]).write_text('lives')"
subprocess.Popen([sys.executable, "-c", later, sys.argv[2]])
Machine().start(sys.executable, subprocess.list2cmdline([sys.executable, "-c", later, sys.argv[1]]))
print("started", flush=True)
if sys.argv[3] == "free":
    kernel.TerminateJobObject(job, 0)
"""


def state(wine) -> dict[str, str]:
    return {key: wine.registry(key) for key in KEYS}


def test_the_frozen_host_answers_frames_over_pipes(host):
    hello, bad, again = host.ask(ECHO, {"version": 1, "id": 2, "verb": "nonsense"}, {**ECHO, "id": 3})
    assert hello["ok"] and again["ok"] and bad["error"]["name"] == "VERB_UNKNOWN"
    stranger = "chrome-extension://" + "p" * 32 + "/"
    assert host.ask(ECHO, origin=stranger) == []
    status, _, errors = host.command(stranger)
    assert status == 1 and errors.startswith("error 301 CALLER_REFUSED")


def test_owners_come_from_the_registry(host, phone):
    (status,) = host.ask({"version": 1, "id": 1, "verb": "status"})
    assert status["ok"], status
    assert {scheme: status["schemes"][scheme]["isWebex"] for scheme in SCHEMES} == dict.fromkeys(SCHEMES, True)
    assert "CiscoCollabHost.exe" in status["schemes"]["tel"]["owner"]["command"]


def test_calls_reach_the_registered_program(host, phone):
    uris = [f"{scheme}:+390230312{number}99" for number, scheme in enumerate(SCHEMES)]
    calls = [{"version": 1, "id": 1, "verb": "call", "uri": uri, "settings": {"schemeOrder": {"number": [uri.partition(":")[0]]}}}
             for uri in uris]
    answers = host.ask(*calls)
    assert [answer.get("scheme", answer) for answer in answers] == list(SCHEMES)
    assert sorted(phone.calls(4)) == sorted(uris)


def test_what_is_opened_outlives_the_browsers_job(wine, tmp_path):
    free, held = tmp_path / "free", tmp_path / "held"
    wine.python("-c", JOB, windows(free), windows(held), "free")
    until(free.exists, 60, say="what was started outside the job")
    assert not held.exists()  # the job ended it; it would have written first
    strict = tmp_path / "strict"
    assert b"started" in wine.python("-c", JOB, windows(strict), windows(held), "strict").stdout  # a job that lets nothing out


def test_the_contract_suites_hold_on_the_real_registry(wine):
    """The suites that every handler backend and every way to register pass, run by Windows Python itself."""
    suites = [windows(ROOT / "tests/host" / name) for name in ("test_handlers.py", "test_registration.py", "test_registration_doctor.py")]
    done = wine.python("-m", "pytest", "-q", "--noconftest", "-p", "tests.host.worlds", "-p", "no:cacheprovider", *suites, seconds=500)
    said = done.stdout.decode(errors="replace")
    assert done.returncode == 0 and " passed" in said, said[-6000:]


@pytest.mark.parametrize("scope", [[], ["--system"]])
def test_install_and_uninstall(wine, host, scope):
    folders = [wine.local_data / NAME / "native-messaging", wine.prefix / "drive_c/Program Files" / NAME]
    before = state(wine)
    hive = "HKLM" if scope else "HKCU"
    status, said, errors = host.command("install", "--browser", "chrome", "--browser", "firefox", *scope)
    assert status == 0 and f"wrote {hive}\\{CHROME}" in said, errors
    path = wine.default_value(f"{hive}\\{CHROME}")
    manifest = json.loads(local(wine, path).read_text())
    assert manifest["allowed_origins"] == CHROMIUM and local(wine, manifest["path"]) == host.program
    assert "already registered" in host.command("install", "--browser", "chrome", *scope)[1]
    assert host.command("uninstall", *scope)[0] == 0
    assert state(wine) == before and not any(folder.exists() for folder in folders)
    assert host.command("uninstall", *scope)[1] == "Nothing is registered.\n"


def test_the_launcher_of_a_source_tree_serves_a_browser(wine):
    """Started as Chromium starts what is no .exe (native_process_launcher_win.cc)."""
    assert wine.python("-m", "webex_click_to_call", "install", "--browser", "edge").returncode == 0
    path = wine.default_value(rf"HKCU\Software\Microsoft\Edge\NativeMessagingHosts\{IDENTITY['native_host']}")
    program = json.loads(local(wine, path).read_text())["path"]
    assert program.endswith(".bat")
    done = wine.run("cmd", "/d", "/s", "/c", program, CHROMIUM[0], data=frame(ECHO))
    assert replies(done.stdout)[0]["ok"]
    assert wine.python("-m", "webex_click_to_call", "uninstall").returncode == 0


def test_the_doctor_sees_mends_and_undoes(wine, host):
    place = r"HKLM\Software\Microsoft\Windows\CurrentVersion\App Paths\chrome.exe"
    wine.run("reg", "add", place, "/ve", "/d", r"C:\Program Files\Google\Chrome\Application\chrome.exe", "/f")
    assert set(host.findings()) == {("host.manifestMissing", "chrome")}
    host.command("install", "--browser", "chrome")
    assert host.findings() == {}
    path = local(wine, wine.default_value(rf"HKCU\{CHROME}"))
    path.unlink()
    found = host.findings()
    assert set(found) == {("host.manifestGone", "chrome")} and found["host.manifestGone", "chrome"]["fixable"]
    assert host.findings("--fix") == {} and path.exists()
    assert host.command("doctor", "--undo")[0] == 0
    assert set(host.findings()) == {("host.manifestGone", "chrome")}
    host.command("uninstall")
    policies = r"HKLM\Software\Policies\Google\Chrome"
    wine.run("reg", "add", policies, "/v", "NativeMessagingUserLevelHosts", "/t", "REG_DWORD", "/d", "0", "/f")
    wine.run("reg", "add", rf"{policies}\NativeMessagingBlocklist", "/v", "1", "/d", "*", "/f")
    assert {identifier for identifier, _ in host.findings()} == {
        "host.manifestMissing", "host.userLevelDisabled", "host.blockedByPolicy"}
    wine.run("reg", "delete", policies, "/f")
    wine.run("reg", "delete", place, "/f")
    assert host.findings() == {}


def test_audit_lines_of_eight_processes_are_all_there(wine, tmp_path):
    code = ("import sys\nfrom webex_click_to_call.audit import sinks\n"
            "for n in range(300): sinks.to_file(str(n) + 'x' * 200, 30, sys.argv[1])")
    command = ["wine", toolchain.CACHE / "python/python.exe", "-c", code, windows(tmp_path)]
    writers = [subprocess.Popen(command, env=wine.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
               for _ in range(8)]
    said = [writer.communicate(timeout=300)[1][-500:] for writer in writers]
    (file,) = tmp_path.glob("calls-*.jsonl")
    assert sorted(file.read_text().splitlines()) == sorted(str(number) + "x" * 200 for number in range(300) for _ in range(8)), said


def test_the_machines_policy_is_read_from_the_registry(wine):
    code = "from webex_click_to_call import policy; p = policy.read(); print(p.schemes, p.problem)"
    for text, says in (('{"schemes":["webextel"]}', "['webextel'] None"), ('{"schemes":[]}', "['webextel'] $.schemes")):
        wine.import_registry(reg_files.encode([registry.Value(registry.HOST_KEY, "Policy", text)]))
        assert wine.python("-c", code).stdout.decode().startswith(says)
    wine.run("reg", "delete", "HKLM\\" + registry.HOST_KEY, "/f")
    assert wine.python("-c", code).stdout.decode().startswith("None None")
