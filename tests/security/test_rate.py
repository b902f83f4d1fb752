"""The count of calls: shared by processes, safe against clocks, full disks and whatever stands in its file."""

import fcntl
import json
import multiprocessing
import os
import subprocess
import sys

import pytest
from tests.host.machines import CHROMIUM, FIREFOX, frame, replies, source_command

from webex_click_to_call import rate
from webex_click_to_call.errors import Failure


def outcome(limiter, call="tel:1", **limits):
    try:
        limiter.admit(call, **limits)
        return "ok"
    except Failure as failure:
        return failure.name


class Clock:
    now = 5000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "state" / "calls")


def test_a_burst_and_then_one_each_interval(path, clock):
    limiter = rate.Limiter(path, clock)
    assert [outcome(limiter, f"tel:{n}", per_minute=30, burst=3) for n in range(5)] == ["ok"] * 3 + ["RATE_LIMITED"] * 2
    clock.now += 2
    assert [outcome(limiter, f"tel:{n}", per_minute=30, burst=3) for n in range(2)] == ["ok", "RATE_LIMITED"]
    clock.now += 60
    assert [outcome(limiter, f"tel:{n}", per_minute=30, burst=3) for n in range(4)] == ["ok"] * 3 + ["RATE_LIMITED"]


def test_the_same_call_within_two_seconds_is_one_call_in_any_process(path, clock):
    one, other = rate.Limiter(path, clock), rate.Limiter(path, clock)
    assert outcome(one) == "ok"
    clock.now += 1.9
    assert [outcome(other), outcome(other, "tel:2"), outcome(one)] == ["DUPLICATE_CALL", "ok", "ok"]
    clock.now += 2.1
    assert outcome(other) == "ok"


def test_the_clock_is_read_under_the_lock(path):
    """Read before, it would lie behind those who called meanwhile, and their count would look like another boot's."""
    held = []

    def clock() -> float:
        with open(path, "rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                held.append(True)
        return 5000.0

    assert outcome(rate.Limiter(path, clock)) == "ok"
    assert held == [True]


def test_a_count_that_was_rounded_up_opens_no_second_burst(path, clock):
    clock.now = 5000.0004
    for number in range(rate.BURST):
        assert outcome(rate.Limiter(path, clock), str(number)) == "ok"
    clock.now = 5000.0001 + 0.0003
    assert outcome(rate.Limiter(path, clock), "another") == "RATE_LIMITED"


def test_a_call_that_was_not_handed_over_may_be_repeated_at_once(path, clock):
    limiter = rate.Limiter(path, clock)
    limiter.admit("tel:1")
    limiter.forget()
    assert outcome(rate.Limiter(path, clock)) == "ok"


@pytest.mark.parametrize("back", [1, 3600, 5000])
def test_a_clock_that_starts_again_locks_nobody_out(path, clock, back):
    limiter = rate.Limiter(path, clock)
    assert outcome(limiter, per_minute=1, burst=1) == "ok"
    clock.now -= back
    assert outcome(limiter, "tel:2", per_minute=1, burst=1) == "ok"


@pytest.mark.parametrize("content", [
    b"", b"{", b"null", b'{"full":"x"}', b'{"full":1e999,"key":"","at":0}', b"[" * 96, b"\xff" * 500, b'{"full":NaN,"key":1,"at":NaN}',
])
def test_any_content_is_survived_and_counted_over(path, clock, content):
    os.makedirs(os.path.dirname(path))
    with open(path, "wb") as file:
        file.write(content)
    limiter = rate.Limiter(path, clock)
    assert [outcome(limiter, f"tel:{n}", burst=2) for n in range(3)] == ["ok", "ok", "RATE_LIMITED"]


def test_the_file_is_the_persons_alone_and_holds_no_number(path):
    limiter = rate.Limiter(path)
    limiter.admit("audio webextel:+390230312345")
    assert os.stat(path).st_mode & 0o777 == 0o600 and os.stat(os.path.dirname(path)).st_mode & 0o777 == 0o700
    content = open(path, encoding="utf-8").read()
    assert "39" not in json.loads(content)["key"] or len(json.loads(content)["key"]) == 4
    assert "30312345" not in content and len(content) == 96


def test_somebody_elses_link_is_not_followed(path, tmp_path, clock):
    os.makedirs(os.path.dirname(path))
    victim = tmp_path / "victim"
    victim.write_text("precious")
    os.symlink(victim, path)
    limiter = rate.Limiter(path, clock)
    assert [outcome(limiter, f"tel:{n}") for n in range(2)] == ["ok", "RATE_LIMITED"]
    assert victim.read_text() == "precious"


@pytest.mark.parametrize("planted", ["directory", "pipe", "file as folder"])
def test_where_the_file_cannot_be_the_process_counts_alone_without_a_burst(path, tmp_path, clock, planted):
    if planted == "file as folder":
        (tmp_path / "state").write_text("")
    else:
        os.makedirs(os.path.dirname(path))
        os.mkdir(path) if planted == "directory" else os.mkfifo(path)
    limiter = rate.Limiter(path, clock)
    assert [outcome(limiter, f"tel:{n}", per_minute=30, burst=9) for n in range(2)] == ["ok", "RATE_LIMITED"]
    clock.now += 2
    assert outcome(limiter, "tel:5", per_minute=30, burst=9) == "ok"


def _hold(path, ready, done):
    fd = os.open(path, os.O_RDWR)
    fcntl.flock(fd, fcntl.LOCK_EX)
    ready.set()
    done.wait(20)


def test_a_process_that_sits_on_the_lock_stops_nobody(path, clock):
    limiter = rate.Limiter(path, clock)
    limiter.admit("tel:0")
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    holder = context.Process(target=_hold, args=(path, ready, done))
    holder.start()
    try:
        assert ready.wait(20)
        assert outcome(limiter, "tel:1", burst=5) == "RATE_LIMITED"  # what it knew of the common count goes on
        clock.now += 2
        assert [outcome(limiter, f"tel:{n}", burst=5) for n in (1, 2)] == ["ok", "RATE_LIMITED"]
    finally:
        done.set()
        holder.join()


def test_two_browsers_share_one_count(machine):
    """The same number clicked in two browsers at once reaches Webex once; of many numbers only the burst gets through."""
    machine.webex()
    calls = [{"version": 1, "id": n, "verb": "call", "uri": f"tel:+39023031{1000 + n}"} for n in range(8)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": sys.stderr}
    hosts = [subprocess.Popen([*source_command(), *origin], env=machine.env, **pipes) for origin in (CHROMIUM, FIREFOX)]
    for host in hosts:
        host.stdin.write(b"".join(map(frame, calls)))
        host.stdin.close()
    answers = [reply for host in hosts for reply in replies(host.stdout.read())]
    for host in hosts:
        assert host.wait() == 0
    handed = [reply for reply in answers if reply["ok"]]
    refused = {reply["error"]["name"] for reply in answers if not reply["ok"]}
    assert refused <= {"DUPLICATE_CALL", "RATE_LIMITED"} and 8 <= len(handed) <= rate.BURST + 1
    assert len(machine.calls(len(handed))) == len(handed)
