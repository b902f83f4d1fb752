"""`build.py fuzz`: throws inputs at a target for some seconds, and keeps what was found.

A target of `targets.py` runs under libFuzzer (atheris), in a process of its own: it fails on an exception, on an input that
takes longer than a second, and on memory. `find` and `page` are JavaScript. usage: run.py [TARGET …] [--seconds N]
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.targets import TARGETS

HERE = Path(__file__).resolve().parent
LOCK = HERE / "requirements.lock"
LINE = "{target:8} {executions:>10} executions  {coverage:>5} edges  {peak_mb:>4} MB  {seconds:>4} s  {found} found"
MEMORY_MB = 600  # of the whole process: Python, the instrumented code, libFuzzer and its corpus


def install() -> None:
    """Atheris is wanted here only, so it comes only here."""
    try:
        import atheris  # noqa: F401
    except ImportError:
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--require-hashes", "-r", LOCK], check=True)


def fuzz(name: str, seconds: int, folder: Path) -> dict:
    """Runs one target; `{target, executions, coverage, seconds, found}`."""
    corpus = folder / name
    corpus.mkdir()
    command = [sys.executable, "-m", "tests.fuzz.one", name, str(corpus), str(HERE / "corpus" / name),
               f"-max_total_time={seconds}", "-timeout=1", f"-rss_limit_mb={MEMORY_MB}", "-max_len=4096",
               f"-artifact_prefix={folder}/{name}-", "-print_final_stats=1"]
    start = time.monotonic()
    done = subprocess.run(command, cwd=HERE.parents[1], capture_output=True, text=True)
    output = done.stdout + done.stderr
    found = sorted(folder.glob(f"{name}-*"))
    for path in found:
        shutil.copy(path, HERE / "corpus" / name / path.name.removeprefix(f"{name}-"))
    if done.returncode:
        print(output[-4000:], file=sys.stderr)
    return {
        "target": name, "executions": _last(r"stat::number_of_executed_units: *(\d+)", output),
        "coverage": _last(r"cov: (\d+)", output), "peak_mb": _last(r"stat::peak_rss_mb: *(\d+)", output),
        "seconds": round(time.monotonic() - start), "found": len(found), "ok": done.returncode == 0,
    }


def script(name: str, seconds: int) -> dict:
    """Runs a JavaScript target."""
    command = [sys.executable, "-m", f"tests.fuzz.{name}", str(seconds)]
    done = subprocess.run(command, cwd=HERE.parents[1], capture_output=True, text=True)
    if done.returncode:
        print((done.stdout + done.stderr)[-4000:], file=sys.stderr)
    return {"target": name, "executions": _last(r"executions: *(\d+)", done.stdout), "coverage": 0, "peak_mb": 0, "seconds": seconds,
            "found": int(done.returncode != 0), "ok": done.returncode == 0}


def _last(pattern: str, text: str) -> int:
    return int((re.findall(pattern, text) or [0])[-1])


SCRIPTS = [name for name in ("find", "page") if (HERE / f"{name}.py").exists()]


def main() -> int:
    parser = argparse.ArgumentParser(prog="build.py fuzz")
    every = [*TARGETS, *SCRIPTS]
    parser.add_argument("target", nargs="*", choices=[*every, []], help=f"which: {', '.join(every)}; default: all")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    options = parser.parse_args()
    install()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name in options.target or every:
            row = script(name, options.seconds) if name in SCRIPTS else fuzz(name, options.seconds, Path(folder))
            rows.append(row)
            print(LINE.format(**row), flush=True)
    print(f"{sum(row['executions'] for row in rows)} executions in all")
    return 0 if all(row["ok"] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
