"""`build.py fuzz`: throws inputs at a target for some seconds, and keeps what was found.

Each target runs in a process of its own and fails on an exception, on an input that takes longer than a second, and on
memory that grows by more than 50 MB. Those of `targets.py` run under libFuzzer (atheris), guided by what is covered; those of
`targets.mjs` under fast-check; one that needs a browser is a module of its own.  usage: run.py [TARGET …] [--seconds N]
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.targets import TARGETS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LOCK = HERE / "requirements.lock"
LINE = "{target:8} {executions:>10} executions  {coverage:>20}  {peak_mb:>4} MB, grew {grew_mb:>3}  {seconds:>4} s  {found} found"
MEMORY_MB = 600  # of the whole process: Python, the instrumented code, libFuzzer and its corpus
GROWTH_MB = 50
NODE = os.environ.get("CTC_NODE") or shutil.which("node")
# Exported by targets.mjs.
JAVASCRIPT = re.findall(r"^export function (\w+)", (HERE / "targets.mjs").read_text(), re.M)
# Modules `tests.fuzz.NAME SECONDS` that drive a browser; their last line is JSON like that of one.mjs.
BROWSER = ["rewriter"]
EVERY = [*TARGETS, *JAVASCRIPT, *BROWSER]


def install() -> None:
    """Atheris is wanted here only, so it comes only here."""
    try:
        import atheris  # noqa: F401
    except ImportError:
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--require-hashes", "-r", LOCK], check=True)


def python(name: str, seconds: int, folder: Path) -> dict:
    """Runs a target of targets.py under libFuzzer."""
    corpus = folder / name
    corpus.mkdir()
    command = [sys.executable, "-m", "tests.fuzz.one", name, str(corpus), str(HERE / "corpus" / name),
               f"-max_total_time={seconds}", "-timeout=1", f"-rss_limit_mb={MEMORY_MB}", "-max_len=4096",
               f"-artifact_prefix={folder}/{name}-", "-print_final_stats=1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    output = done.stdout + done.stderr
    found = sorted(folder.glob(f"{name}-*"))
    for path in found:
        shutil.copy(path, HERE / "corpus" / name / path.name.removeprefix(f"{name}-"))
    if done.returncode:
        print(output[-4000:], file=sys.stderr)
    memory = [int(size) for size in re.findall(r"rss: (\d+)Mb", output)] or [0]
    warm = memory[len(memory) // 4]  # the first inputs bring the imports that are made late
    edges = _last(r"cov: (\d+)", output)
    return {"executions": _last(r"stat::number_of_executed_units: *(\d+)", output), "coverage": f"{edges} edges",
            "peak_mb": _last(r"stat::peak_rss_mb: *(\d+)", output), "grew_mb": max(0, memory[-1] - warm), "found": len(found),
            "ok": done.returncode == 0}


def script(command: list[str]) -> dict:
    """Runs a target whose program says what came of it in a last line of JSON."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        print((done.stdout + done.stderr)[-4000:], file=sys.stderr)
    said = {"executions": 0, "coverage": "", "peak_mb": 0, "grew_mb": 0}
    lines = done.stdout.strip().splitlines()
    return {**said, **(json.loads(lines[-1]) if lines and lines[-1].startswith("{") else {}),
            "found": int(done.returncode != 0), "ok": done.returncode == 0}


def fuzz(name: str, seconds: int, folder: Path) -> dict:
    """Runs one target; `{target, executions, coverage, peak_mb, grew_mb, seconds, found, ok}`."""
    start = time.monotonic()
    if name in TARGETS:
        row = python(name, seconds, folder)
    elif name in JAVASCRIPT:
        row = script([NODE, "--expose-gc", str(HERE / "one.mjs"), name, str(seconds), str(HERE / "corpus" / name)])
    else:
        row = script([sys.executable, "-m", f"tests.fuzz.{name}", str(seconds)])
    return {"target": name, "seconds": round(time.monotonic() - start), **row, "ok": row["ok"] and row["grew_mb"] <= GROWTH_MB}


def _last(pattern: str, text: str) -> int:
    return int((re.findall(pattern, text) or [0])[-1])


def main() -> int:
    parser = argparse.ArgumentParser(prog="build.py fuzz")
    parser.add_argument("target", nargs="*", choices=[*EVERY, []], help=f"which: {', '.join(EVERY)}; default: all")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    options = parser.parse_args()
    install()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name in options.target or EVERY:
            row = fuzz(name, options.seconds, Path(folder))
            rows.append(row)
            print(LINE.format(**row), flush=True)
    print(f"{sum(row['executions'] for row in rows)} executions in all")
    return 0 if all(row["ok"] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
