"""Load on the host: thousands of calls at once from eight ports, then a day of messages to one.

Calls are handed to a recording application, under a machine policy that the count of calls lets through in part; nothing may
be lost, doubled, or left open.  usage: load.py [--calls N] [--messages N] [--json]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil
from tests.bench._report import report, table
from tests.host.machines import CHROMIUM, Machine, frame, replies, source_command

from webex_click_to_call import rate

PORTS = 8


def calls_at_once(machine: Machine, count: int) -> dict[str, int]:
    """How `count` different calls from eight hosts at once ended, by name."""
    hosts = [subprocess.Popen([*source_command(), *CHROMIUM], env=machine.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
             for _ in range(PORTS)]
    outputs: list[bytes] = [b""] * PORTS

    def talk(number: int) -> None:
        share = range(number, count, PORTS)
        data = b"".join(frame({"version": 1, "id": n, "verb": "call", "uri": f"tel:+3902{n:08}"}) for n in share)
        outputs[number] = hosts[number].communicate(data)[0]

    threads = [threading.Thread(target=talk, args=(number,)) for number in range(PORTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ended: dict[str, int] = {}
    for output in outputs:
        for answer in replies(output):
            name = "called" if answer["ok"] else answer["error"]["name"]
            ended[name] = ended.get(name, 0) + 1
    return ended


def a_day(machine: Machine, count: int) -> tuple[float, int, int]:
    """Growth of resident memory in MB and of descriptors, and the answers, over `count` messages to one host."""
    host = subprocess.Popen([*source_command(), *CHROMIUM], env=machine.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process, verbs, answered = psutil.Process(host.pid), ("echo", "status", "call", "echo"), 0

    def round_trip(number: int) -> None:
        nonlocal answered
        message = {"version": 1, "id": number, "verb": verbs[number % 4]}
        host.stdin.write(frame(message | ({"uri": f"tel:+3902{number:08}"} if message["verb"] == "call" else {})))
        host.stdin.flush()
        size = int.from_bytes(host.stdout.read(4), sys.byteorder)
        answered += len(host.stdout.read(size)) == size

    for number in range(2000):
        round_trip(number)
    memory, open_files = process.memory_info().rss, process.num_fds()
    for number in range(2000, count):
        round_trip(number)
    grown = (process.memory_info().rss - memory) / 2**20, process.num_fds() - open_files
    host.stdin.close()
    host.wait()
    return *grown, answered


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--calls", type=int, default=10_000)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(Path(folder) / "machine")
        machine.webex()
        start = time.monotonic()
        ended = calls_at_once(machine, options.calls)
        took = time.monotonic() - start
        handed = machine.calls(ended.get("called", 0))
        time.sleep(1)
        started = machine.log.read_text().splitlines()
        lost = options.calls - sum(ended.values())
        doubled = len(started) - len(set(started))
        assert len(handed) == len(started) == ended.get("called", 0), "a call was lost or doubled on its way to the application"
        most = rate.BURST + took * rate.PER_MINUTE / 60 + 1
        assert not lost and not doubled and len(started) <= most, f"{len(started)} calls, and the limit lets {most:.0f} through"
        memory, open_files, answered = a_day(machine, options.messages)
        assert answered == options.messages and memory < 5 and open_files <= 0, "the host grows"
    print(table(["load", "figure"], [
        ["calls at once, eight ports", options.calls], ["seconds", took], *ended.items(), ["lost", lost], ["doubled", doubled],
        ["messages to one host", answered], ["resident memory grew, MB", memory], ["descriptors more", open_files]]))
    report({"bench": "load", "calls": options.calls, **ended, "lost": lost, "doubled": doubled, "messages": answered,
            "memory_mb": memory, "descriptors": open_files, "processors": os.cpu_count()}, options.json)


if __name__ == "__main__":
    main()
