"""The finder beside other detectors, in one run: speed, accuracy, growth on adversarial text, size.

The peers come from their registries, pinned in `peers/`, when they are first wanted. Ratios are what to read: absolute
figures belong to the machine.   usage: python3 build.py bench find [--json] [--quick]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.bench._report import report, table

HERE = Path(__file__).resolve().parent
PEERS = HERE / "peers"
PYTHON_PEERS = PEERS / "node_modules" / ".python"
WORST = 5


def once(lock: Path, command: list[str | Path]) -> None:
    """Runs an installation unless it already ran for the same lock file."""
    stamp = PEERS / "node_modules" / f".{lock.name}"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        subprocess.run(command, cwd=PEERS, check=True, stdout=sys.stderr)
        stamp.write_bytes(lock.read_bytes())


def install() -> None:
    beside = Path(os.environ["CTC_NODE"]).with_name("npm")
    npm = str(beside) if beside.exists() else shutil.which("npm") or "npm"
    once(PEERS / "package-lock.json", [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
    once(PEERS / "requirements.lock", [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade",
                                       "--require-hashes", "--target", PYTHON_PEERS, "-r", "requirements.lock"])


def measure(quick: bool = False) -> dict[str, Any]:
    """All figures: `speed` MB/s by text and detector, `ratio` to libphonenumber-js, `accuracy`, `growth` by family, `size`."""
    install()
    environment = {**os.environ, "CTC_PYTHON": sys.executable, "PYTHONPATH": str(PYTHON_PEERS)}
    done = subprocess.run([os.environ["CTC_NODE"], HERE / "_find.mjs", *(["--quick"] if quick else [])], env=environment,
                          check=True, stdout=subprocess.PIPE, text=True)
    figures = json.loads(done.stdout)
    figures["worst"] = sorted(figures["growth"], key=lambda name: -figures["growth"][name]["exponent"])[:WORST]
    return figures


def percent(share: float) -> str:
    return f"{100 * share:.1f}"


def show(figures: dict[str, Any]) -> str:
    detectors = list(figures["accuracy"])
    speeds = [[name, *[f"{row[name]:.2f}" if name in row else "–" for row in figures["speed"].values()]] for name in detectors]
    growth = figures["growth"]
    slowest = min(growth, key=lambda name: growth[name]["mbPerSecond"])
    return "\n\n".join([
        table(["MB/s", *figures["speed"]], [row for row in speeds if set(row[1:]) != {"–"}]
              + [["ours / " + figures["base"], *[f"{ratio:.1f}×" for ratio in figures["ratio"].values()]]]),
        table(["dev set, %", "precision", "recall", "F1", "extensions", "number-free hit"],
              [[name, *[percent(figures["accuracy"][name][key]) for key in ("precision", "recall", "f1", "extensions", "numberFreeHit")]]
               for name in detectors]),
        table([f"{len(growth)} adversarial families, 64 → 256 kB", "exponent", "MB/s"],
              [[name, growth[name]["exponent"], growth[name]["mbPerSecond"]] for name in dict.fromkeys([*figures["worst"], slowest])]),
        table(["size", "bytes", "gzipped"], [[name, size["bytes"], size["gzip"]] for name, size in figures["size"].items()]),
    ])


def main() -> int:
    parser = argparse.ArgumentParser(prog="build.py bench find", description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--quick", action="store_true", help="less text, fewer turns")
    options = parser.parse_args()
    figures = measure(options.quick)
    print(show(figures))
    report(figures, options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
