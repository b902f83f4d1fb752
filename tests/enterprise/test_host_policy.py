"""The machine's policy of the host where it really stands, read by a real host process: whatever is wrong with it, never "allow all"."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest
from tests.enterprise.machine import Machine, machine
from tests.enterprise.talking import Talking

from webex_click_to_call import policy, sources

GOOD = '{"schemes": ["webextel", "tel"], "settings": {"ifNoWebex": "refuse"}}'
READ = "import json; from webex_click_to_call import policy as p; f = p.read(); print(json.dumps([f.schemes, f.settings, f.problem]))"
NOBODY = 65534


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    with machine(tmp_path_factory.mktemp("policy") / "machine") as one:
        yield one


@pytest.fixture
def computer(shared: Machine) -> Machine:
    """A machine with a good policy; what a test makes of it is gone after it."""
    folder = shared.root / os.path.dirname(sources.LINUX)[1:]
    shutil.rmtree(folder, ignore_errors=True)
    shared.write(sources.LINUX, GOOD)
    folder.chmod(0o755)
    place(shared).chmod(0o644)
    return shared


def place(computer: Machine):
    return computer.root / sources.LINUX[1:]


def read(computer: Machine, *before: str) -> tuple:
    done = computer.run(*before, sys.executable, "-c", READ)
    assert done.returncode == 0, done.stderr
    return tuple(json.loads(done.stdout))


def test_a_good_policy_is_read_by_everybody(computer):
    assert read(computer) == (["webextel", "tel"], {"ifNoWebex": "refuse"}, None)


def world_writable(file):
    file.chmod(0o666)


def group_writable(file):
    file.chmod(0o664)


def somebodys(file):
    os.chown(file, NOBODY, NOBODY)


def folder_writable(file):
    file.parent.chmod(0o777)


def folder_somebodys(file):
    os.chown(file.parent, NOBODY, NOBODY)


def link(file):
    file.rename(file.with_name("real.json"))
    file.symlink_to("real.json")


def dangling_link(file):
    file.unlink()
    file.symlink_to("nowhere.json")


def directory(file):
    file.unlink()
    file.mkdir()


def pipe(file):
    file.unlink()
    os.mkfifo(file)


def too_large(file):
    file.write_text(GOOD + " " * policy.MAX_BYTES)


def write(text: str | bytes):
    def work(file):
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    return work


@pytest.mark.parametrize(("spoil", "says"), [
    (world_writable, "chmod go-w"), (group_writable, "chmod go-w"), (somebodys, "chown root"),
    (folder_writable, "its folder has mode 0777"),
    (folder_somebodys, "its folder belongs to user 65534"), (link, "symbolic link"), (dangling_link, "symbolic link"),
    (directory, "not a regular file"), (pipe, "not a regular file"), (too_large, "larger than"),
    (write(""), "Expecting value"), (write(b"\xff\xfe{"), ""), (write("[]"), "is not of type 'object'"),
    (write('{"schemes": []}'), "schemes"),
    (write('{"schemes": ["javascript"]}'), "schemes"), (write('{"shcemes": ["tel"]}'), "shcemes"), (write("[" * 100_000), ""),
    (write('{"schemes": ["tel"], "schemes": ["sip"]}'), "a key occurs twice"), (write('{"settings": {"ifNoWebex": "allow"}}'), "ifNoWebex"),
], ids=lambda value: getattr(value, "__name__", None))
def test_what_is_wrong_with_it_means_the_strict_default_and_a_finding(spoil, says, computer):
    spoil(place(computer))
    schemes, settings, problem = read(computer)
    assert (schemes, settings) == (policy.STRICT["schemes"], policy.STRICT["settings"])
    assert problem and says in problem
    done = computer.run(sys.executable, "-m", "webex_click_to_call", "doctor", "--json")
    found = [row for row in json.loads(done.stdout)["findings"] if row["id"] == "policy.invalid"]
    assert done.returncode == 1 and len(found) == 1
    assert sources.LINUX in found[0]["seen"] and says in found[0]["seen"]


@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_person_who_may_not_read_it_gets_the_strict_default(closed, computer):
    if closed == "file":
        place(computer).chmod(0o600)
    else:
        place(computer).parent.chmod(0o700)
    schemes, settings, problem = json.loads(as_nobody(computer))
    assert (schemes, settings) == (policy.STRICT["schemes"], policy.STRICT["settings"]) and "Permission denied" in problem


def as_nobody(computer: Machine) -> str:
    """The policy as somebody else than root reads it. Python itself may stand where only root looks, so rights are given up in it."""
    rights = f"os.setgid({NOBODY}); os.setuid({NOBODY})"
    code = f"import os, webex_click_to_call.policy, webex_click_to_call.messages; {rights}; {READ}"
    done = subprocess.run(computer.command(sys.executable, "-c", code), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_change_holds_at_the_next_call_of_a_running_host(computer):
    host = Talking(computer, sys.executable, "-m", "webex_click_to_call")
    call = {"uri": "tel:+390230312345"}
    try:
        place(computer).write_text('{"schemes": ["webextel"], "settings": {"risk": {"international": "refuse"}, "region": "US"}}')
        assert host.ask("call", **call)["error"]["name"] == "RISK_REFUSED"
        place(computer).write_text(GOOD)
        assert host.ask("call", **call)["error"]["name"] != "RISK_REFUSED"
        place(computer).chmod(0o666)
        assert host.ask("call", uri="tel:+881612345678", confirmed=True)["error"]["name"] == "RISK_REFUSED"  # satellite
    finally:
        host.end()
