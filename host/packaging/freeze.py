"""Freeze the host: PyInstaller, one directory, console, no UPX. Repeats bit for bit on one machine.

python host/packaging/freeze.py      ->  dist/host/webex-click-to-call/webex-click-to-call
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "dist" / "host"
NAME = "webex-click-to-call"
EPOCH = "1704067200"  # a fixed time, so that two builds of one commit are the same


def main() -> int:
    """Build; return the exit status."""
    work = ROOT / "dist" / ".freeze"
    environment = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": EPOCH}
    command = [
        sys.executable,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--clean",
        "--log-level=WARN",
        "--distpath",
        OUT,
        "--workpath",
        work,
        Path(__file__).with_name(NAME + ".spec"),
    ]
    done = subprocess.run(command, env=environment)
    shutil.rmtree(work, ignore_errors=True)
    if done.returncode:
        return done.returncode
    program = OUT / NAME / (NAME + (".exe" if os.name == "nt" else ""))
    print(subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip(), "->", program)
    return 0


if __name__ == "__main__":
    sys.exit(main())
