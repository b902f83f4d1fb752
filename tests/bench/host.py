"""How long the host takes: process start to first reply, a cold call, a warm status, and what it keeps.

Beside a bare Python interpreter that imports json and struct and answers one frame, in turns, in one run.

    python3 build.py bench host [--rounds N] [--json]
"""

import argparse
import json
import os
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench._report import report, table
from tests.host.machines import CHROMIUM, FROZEN, ROOT, Machine, frame, source_command

BARE = """
import json, struct, sys
size, = struct.unpack("=I", sys.stdin.buffer.read(4))
message = json.loads(sys.stdin.buffer.read(size))
body = json.dumps({"version": 1, "id": message["id"], "ok": True}).encode()
sys.stdout.buffer.write(struct.pack("=I", len(body)) + body)
sys.stdout.buffer.flush()
sys.stdin.buffer.read(1)
"""
ECHO = {"version": 1, "id": 1, "verb": "echo"}
CALL = {"version": 1, "id": 2, "verb": "call", "uri": "tel:+390612345678"}
STATUS = {"version": 1, "id": 3, "verb": "status"}


class Talk:
    """A started host; ``ask`` gives the reply and the milliseconds it took."""

    def __init__(self, command: list[str], env: dict):
        self.start = time.perf_counter()
        self.process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)

    def ask(self, message: dict, since: float | None = None) -> tuple[dict, float]:
        since = since or time.perf_counter()
        self.process.stdin.write(frame(message))
        return self.reply(), (time.perf_counter() - since) * 1000

    def reply(self) -> dict:
        (size,) = struct.unpack("=I", self._read(4))
        return json.loads(self._read(size))

    def resident_mb(self) -> float:
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        raise RuntimeError("no VmRSS")

    def end(self) -> None:
        self.process.stdin.close()
        self.process.wait(10)

    def _read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            data += self.process.stdout.read(size - len(data))
        return data


def first_reply(command: list[str], env: dict, message: dict) -> float:
    """Milliseconds from process start to the first reply."""
    talk = Talk(command, env)
    reply, took = talk.ask(message, talk.start)
    talk.end()
    assert reply["ok"], reply
    return took


def hand_overs(machine: Machine, warm: Talk, rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds from the request, or from starting ``gio open``, to the handler's first instruction; in turns."""
    pipe = machine.root / "started"
    os.mkfifo(pipe)
    (machine.bin / "CiscoCollabHost").write_text(f"#!/bin/sh\necho > {pipe}\n")
    started = os.open(pipe, os.O_RDWR)
    took: dict[str, list[float]] = {"host": [], "gio": []}
    for _ in range(rounds):
        machine.forget_calls()
        start = time.perf_counter()
        warm.process.stdin.write(frame(CALL))
        os.read(started, 1)
        took["host"].append((time.perf_counter() - start) * 1000)
        warm.reply()
        start = time.perf_counter()
        gio = subprocess.Popen(["gio", "open", CALL["uri"]], env=machine.env)
        os.read(started, 1)
        took["gio"].append((time.perf_counter() - start) * 1000)
        gio.wait(10)
    return took["host"], took["gio"]


def measure(rounds: int) -> dict[str, list[float]]:
    """All samples by name."""
    with tempfile.TemporaryDirectory() as place:
        machine = Machine(Path(place))
        machine.webex()
        bare = Path(place) / "bare.py"
        bare.write_text(BARE)
        frozen, source = [str(FROZEN), *CHROMIUM], [*source_command(), *CHROMIUM]
        starts = {
            "bare interpreter, one frame": ([sys.executable, str(bare)], ECHO),
            "frozen host, echo": (frozen, ECHO),
            "source host, echo": (source, ECHO),
            "frozen host, cold call": (frozen, CALL),
            "source host, cold call": (source, CALL),
        }
        samples: dict[str, list[float]] = {name: [] for name in starts}
        for _ in range(rounds):
            for name, (command, message) in starts.items():
                machine.forget_calls()
                samples[name].append(first_reply(command, machine.env, message))
        warm = Talk(frozen, machine.env)
        for message in (ECHO, STATUS):
            warm.ask(message)
        samples["warm status"] = [warm.ask(STATUS)[1] for _ in range(rounds)]
        samples["warm call"] = []
        for _ in range(rounds):
            machine.forget_calls()
            samples["warm call"].append(warm.ask(CALL)[1])
        samples["hand-over by the warm host"], samples["hand-over by gio open"] = hand_overs(machine, warm, rounds)
        samples["resident MB, warm"] = [warm.resident_mb()]
        warm.end()
        return samples


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=30)
    options.add_argument("--json", action="store_true", help="one JSON object as the last line")
    chosen = options.parse_args()
    subprocess.run([sys.executable, ROOT / "host/packaging/freeze.py"], check=True, capture_output=True, env=os.environ)
    samples = measure(chosen.rounds)
    middle = {name: statistics.median(values) for name, values in samples.items()}
    base = middle["bare interpreter, one frame"]
    started = [name for name in samples if "echo" in name or "cold" in name]
    rows = [
        [name, middle[name], min(values), max(values), middle[name] / base if name in started else ""] for name, values in samples.items()
    ]
    print(f"Milliseconds unless said otherwise; {chosen.rounds} rounds in turns.")
    print(table(["", "median", "lowest", "highest", "x bare"], rows))
    result = {
        "echo_ratio": round(middle["frozen host, echo"] / base, 2),
        "echo_ratio_limit": 2.5,
        "bare_ms": round(base, 1),
        "echo_ms": round(middle["frozen host, echo"], 1),
        "cold_call_extra_ms": round(middle["frozen host, cold call"] - middle["frozen host, echo"], 1),
        "status_ms": round(middle["warm status"], 1),
        "status_limit_ms": 50,
        "call_ms": round(middle["warm call"], 1),
        "hand_over_ms": round(middle["hand-over by the warm host"], 1),
        "gio_open_ms": round(middle["hand-over by gio open"], 1),
        "resident_mb": round(middle["resident MB, warm"], 1),
        "resident_limit_mb": 30,
    }
    good = result["echo_ratio"] <= 2.5 and result["status_ms"] <= 50 and result["resident_mb"] <= 30
    good = good and result["hand_over_ms"] <= result["gio_open_ms"]
    print("\nWithin the limits." if good else "\nNOT within the limits.")
    report(result, chosen.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
