"""Faults made for real. Each ends in a right outcome or a coded error within five seconds, and the next call works."""

from __future__ import annotations

import os
import signal
import subprocess
import time

import psutil
import pytest
from tests.host.machines import CHROMIUM, frame, replies, source_command
from tests.lab.browsers import until

CALL = """async uri => {
  const start = performance.now();
  const said = await chrome.runtime.sendMessage({type: 'ui.call', uri}).catch(error => ({lost: String(error)}));
  return {ms: performance.now() - start, ...said};
}"""
# A call whose outcome is waited for elsewhere.
START = """() => {
  const say = said => { document.documentElement.dataset.said = JSON.stringify(said ?? 'nothing'); };
  chrome.runtime.sendMessage({type: 'ui.call', uri: 'tel:+390230310001'}).then(say, error => say(String(error)));
}"""
SAID = "() => document.documentElement.dataset.said"
STATUS = "async () => (await chrome.runtime.sendMessage({type: 'ui.status'}))"
MOUNTS = ["unshare", "--user", "--map-root-user", "--mount", "--propagation", "private", "sh", "-ec"]


def request(number: int, uri: str) -> bytes:
    return frame({"version": 1, "id": number, "verb": "call", "uri": uri})


def talk(machine, script: str = 'exec "$@"', uris=("tel:+390230310001", "tel:+390230310002")) -> list[dict]:
    """Calls in a host that a script starts, in its own mount namespace."""
    start = time.monotonic()
    done = subprocess.run([*MOUNTS, script, "sh", *source_command(), *CHROMIUM], env=machine.env, capture_output=True, timeout=60,
                          input=b"".join(request(number, uri) for number, uri in enumerate(uris)))
    answers = replies(done.stdout)
    assert len(answers) == len(uris), done.stderr.decode()
    assert time.monotonic() - start < 5 + 5  # the whole process, on a busy machine; each answer by itself is below
    for answer in answers:
        assert answer["ok"] or answer["error"]["code"], answer
    return answers


def outcomes(answers: list[dict]) -> list[str]:
    return ["called" if answer["ok"] else answer["error"]["name"] for answer in answers]


# ── the machine ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("body", ["sleep 30", "exit 3", "kill -9 $$", "exec yes > /dev/null & kill $!; exit 0"])
def test_a_handler_that_hangs_or_fails_holds_nobody_up(machine, body):
    machine.webex()
    (machine.bin / "CiscoCollabHost").write_text(f"#!/bin/sh\n{body}\n")
    assert outcomes(talk(machine)) == ["called", "called"]


def test_a_handler_that_is_gone_and_comes_back(machine):
    machine.webex()
    program = machine.bin / "CiscoCollabHost"
    program.rename(program.with_suffix(".away"))
    assert set(outcomes(talk(machine))) <= {"HANDLER_MISSING", "WEBEX_MISSING", "OPEN_FAILED"}
    program.with_suffix(".away").rename(program)
    assert outcomes(talk(machine)) == ["called", "called"]


def test_a_home_that_cannot_be_written(machine):
    machine.webex()
    answers = talk(machine, 'mount --bind "$HOME" "$HOME"; mount -o remount,bind,ro "$HOME"; exec "$@"')
    assert outcomes(answers) == ["called", "RATE_LIMITED"]  # counted by the process alone, without a burst


def test_a_full_disk(machine):
    machine.webex()
    state = machine.home / ".local/state"
    state.mkdir(parents=True)
    fill = f'mount -t tmpfs -o size=16k none "{state}"; dd if=/dev/zero of="{state}/fill" bs=4k 2>/dev/null || true; exec "$@"'
    assert outcomes(talk(machine, fill)) == ["called", "RATE_LIMITED"]
    kept = f'mount -t tmpfs -o size=16k none "{state}"; mkdir "{state}/webex-click-to-call"; ' \
           f'printf %096d 0 > "{state}/webex-click-to-call/calls"; dd if=/dev/zero of="{state}/fill" bs=4k 2>/dev/null || true; exec "$@"'
    assert outcomes(talk(machine, kept)) == ["called", "called"]  # what is written already needs no more room


@pytest.mark.parametrize("content", [
    b"", b"\xff\xfe\x00garbage", b"[" * 5000, b"[Default Applications]\nx-scheme-handler/webextel=\x00;;;=\n" * 50,
])
def test_broken_lists_and_desktop_files(machine, content):
    machine.webex()
    for place in ("home/.config/mimeapps.list", "share/applications/mimeinfo.cache", "share/applications/broken.desktop"):
        path = machine.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    assert outcomes(talk(machine)) == ["called", "called"]


@pytest.mark.parametrize("content", ["{", "[]", '{"settings": {"ifNoWebex": 1}}'])
def test_a_broken_policy_is_strict_and_calls_go_on(machine, tmp_path, content):
    machine.webex()
    (tmp_path / "policy-etc/webex-click-to-call").mkdir(parents=True)
    (tmp_path / "policy-etc/webex-click-to-call/policy.json").write_text(content)
    answers = talk(machine, f'mount --bind "{tmp_path}/policy-etc" /etc; exec "$@"', ("tel:+390230310001", "tel:+39899123456"))
    assert outcomes(answers) == ["called", "RISK_REFUSED"]


def test_a_clock_set_back(machine):
    """Another boot's clock: days ahead in a time namespace of its own, then back."""
    machine.webex()
    frames = b"".join(request(n, f"tel:+39023031{n:04}") for n in range(12))
    elsewhen = ["unshare", "--user", "--map-root-user", "--time", "--fork", "--monotonic", "900000"]
    ahead = subprocess.run([*elsewhen, *source_command(), *CHROMIUM], env=machine.env, capture_output=True, timeout=60, input=frames)
    assert outcomes(replies(ahead.stdout)).count("called") == 10, ahead.stderr.decode()
    assert outcomes(talk(machine)) == ["called", "called"]


# ── the host, under a real browser ────────────────────────────────────────────────────────────


def call(desk, uri: str) -> dict:
    said = desk.browser.extension_js(CALL, uri)
    assert said["ms"] < 6000, said
    return said


def host_of(desk) -> psutil.Process:
    return psutil.Process(desk.browser.extension_js(STATUS)["host"]["pid"])


@pytest.fixture
def popup(desk):
    desk.browser.extension_page("popup.html")
    desk.browser.extension_js(STATUS)
    return desk


@pytest.mark.browser
def test_a_host_killed_before_and_after_a_call(popup):
    host_of(popup).kill()
    assert call(popup, "tel:+390230310001")["ok"] or call(popup, "tel:+390230310001")["ok"]
    gone = host_of(popup)
    gone.kill()
    until(lambda: popup.browser.extension_js(STATUS).get("host", {}).get("pid") not in (None, gone.pid), say="that the browser noticed")
    assert call(popup, "tel:+390230310002")["ok"]
    assert sorted(popup.phone.wait(2)) == ["webextel:+390230310001", "webextel:+390230310002"]


@pytest.mark.browser
def test_a_host_killed_during_a_call(popup):
    host = host_of(popup)
    host.suspend()
    popup.browser.extension_js(START)
    time.sleep(0.5)
    host.kill()
    said = until(lambda: popup.browser.js(SAID), 5)
    assert "HOST_EXITED" in said
    assert call(popup, "tel:+390230310002")["ok"]
    assert popup.phone.wait() == ["webextel:+390230310002"]


@pytest.mark.browser
def test_a_host_that_hangs(popup):
    host = host_of(popup)
    host.suspend()
    try:
        assert call(popup, "tel:+390230310001")["error"]["name"] == "HOST_TIMEOUT"
        assert call(popup, "tel:+390230310002")["ok"]
    finally:
        os.kill(host.pid, signal.SIGKILL) if host.is_running() else None
    assert "webextel:+390230310002" in popup.phone.wait()


@pytest.mark.browser
def test_a_host_installed_anew_while_one_is_connected(popup):
    first = host_of(popup).pid
    popup.world.install_host(popup.browser.name)
    assert call(popup, "tel:+390230310001")["ok"]
    psutil.Process(first).kill()
    time.sleep(0.5)
    assert call(popup, "tel:+390230310002")["ok"] and host_of(popup).pid != first


@pytest.mark.browser
def test_what_is_stored_is_broken(popup):
    settings = {"confirm": 7, "riskPremium": {}, "nothing": 1, "schemeOrder": ["x"]}
    popup.browser.extension_js("stored => chrome.storage.local.set(stored)", {"settings": settings, "recents": 5, "lastRegion": {}})
    assert call(popup, "tel:+390230310001")["ok"]
    popup.browser.extension_page("popup.html")
    assert call(popup, "tel:+390230310002")["ok"]
    assert len(popup.phone.wait(2)) == 2


@pytest.mark.browser
def test_a_thousand_tabs_share_one_host(popup):
    """What a thousand pages ask at once is answered or told to be late; then everything is as before."""
    ask = "chrome.runtime.sendMessage({type: 'ui.status'}).then(said => said.ok ? 'ok' : said.error.name)"
    said = popup.browser.extension_js(f"async () => Promise.all(Array.from({{length: 1000}}, () => {ask}))")
    assert len(said) == 1000 and set(said) <= {"ok", "HOST_TIMEOUT", "HOST_EXITED"} and "ok" in said
    assert call(popup, "tel:+390230310001")["ok"]
    assert host_of(popup).num_fds() < 30
    assert popup.phone.wait() == ["webextel:+390230310001"]


def stop_background(browser) -> None:
    """As the browser does with one that it thinks idle."""
    if browser.name == "chromium":
        session = browser.context.new_cdp_session(browser.page)
        session.send("ServiceWorker.enable")
        session.send("ServiceWorker.stopAllWorkers")
        return
    with browser.driver.using_context("chrome"):
        browser.driver.execute_async_script(
            "const [id, done] = arguments; const {extension} = WebExtensionPolicy.getByID(id);"
            "extension.terminateBackground({ignoreDevToolsAttached: true}).then(() => done(), done);", [browser.id])


@pytest.mark.browser
def test_the_background_is_stopped_in_the_middle_of_a_call(popup):
    """What the host was asked it still does, at most once, and the next call works."""
    host = host_of(popup)
    host.suspend()
    popup.browser.extension_js(START)
    time.sleep(0.5)
    stop_background(popup.browser)
    assert until(lambda: popup.browser.js(SAID), 6)
    if host.is_running():
        host.resume()
    assert call(popup, "tel:+390230310002")["ok"]
    assert popup.phone.wait()
    time.sleep(1)
    uris = popup.phone.uris()
    assert len(uris) == len(set(uris)) and "webextel:+390230310002" in uris
