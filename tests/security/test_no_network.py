"""Neither side uses the network: the host works where there is none, and the extension's code has no way out."""

import json
import re
import shutil
import subprocess

import pytest
from tests.host.machines import CHROMIUM, frame, replies, source_command
from tests.lab.world import ROOT

UNSHARE = [shutil.which("unshare") or "unshare", "--user", "--map-root-user", "--net"]
CALLS_OUT = ("fetch", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "RTCPeerConnection", "importScripts", "WebTransport")


def test_the_host_calls_and_diagnoses_without_a_network(machine):
    machine.webex()
    requests = [{"version": 1, "id": 1, "verb": "status"}, {"version": 1, "id": 2, "verb": "call", "uri": "tel:+390230312345"},
                {"version": 1, "id": 3, "verb": "doctor"}]
    done = subprocess.run([*UNSHARE, *source_command(), *CHROMIUM], input=b"".join(map(frame, requests)), env=machine.env,
                          capture_output=True, timeout=60)
    assert [reply["ok"] for reply in replies(done.stdout)] == [True] * 3, done.stderr
    assert machine.calls(1) == [["CiscoCollabHost", "webextel:+390230312345"]]


def test_the_host_opens_no_socket(machine):
    """Python's audit hook sees every socket; the audit record to syslog or the journal, off by default, is the one use of a local one."""
    machine.webex()
    code = ("import sys; sys.addaudithook(lambda event, args: event.startswith('socket.') and sys.stderr.write(event + chr(10)));"
            "from webex_click_to_call.__main__ import main; sys.exit(main())")
    requests = [{"version": 1, "id": n, "verb": verb} for n, verb in enumerate(("echo", "status", "doctor"))]
    requests.append({"version": 1, "id": 9, "verb": "call", "uri": "tel:+390230312345"})
    done = subprocess.run([*source_command()[:1], "-c", code, *CHROMIUM], input=b"".join(map(frame, requests)), env=machine.env,
                          capture_output=True, timeout=60)
    assert len(replies(done.stdout)) == 4 and "socket." not in done.stderr.decode(), done.stderr


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_the_extension_names_nothing_that_calls_out(browser):
    """Not one such name is in the built code; what the extension's pages may load, their policy limits to their own files."""
    folder = ROOT / "dist" / browser
    code = "\n".join(path.read_text() for path in folder.rglob("*.js"))
    assert [name for name in CALLS_OUT if re.search(rf"\b{name}\b\s*\(", code)] == []
    manifest = json.loads((folder / "manifest.json").read_text())
    policy = manifest["content_security_policy"]["extension_pages"]
    assert policy.startswith("default-src 'none'") and "http" not in policy and "connect-src" not in policy and "unsafe" not in policy
    assert "web_accessible_resources" not in manifest and "externally_connectable" not in manifest
    assert set(manifest["permissions"]) == {"nativeMessaging", "storage", "scripting", "contextMenus"}
