"""Freeze the host: PyInstaller, one directory, console, no UPX. Repeats bit for bit on one machine.

python host/packaging/freeze.py      ->  dist/host/webex-click-to-call/webex-click-to-call
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "dist" / "host"
NAME = "webex-click-to-call"
EPOCH = "1704067200"  # a fixed time, so that two builds of one commit are the same


def main() -> int:
    """Build beside the old one and put the new one in its place whole; return the exit status."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".freeze-", dir=OUT) as place:
        work = Path(place)
        environment = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": EPOCH}
        options = ["--noconfirm", "--clean", "--log-level=WARN", "--distpath", work / "new", "--workpath", work / "work"]
        spec = Path(__file__).with_name(NAME + ".spec")
        done = subprocess.run([sys.executable, "-m", "PyInstaller", *options, spec], env=environment)
        if done.returncode:
            return done.returncode
        shutil.copy(ROOT / "docs/THIRD-PARTY.txt", work / "new" / NAME)
        pythons = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
        if pythons.exists():
            shutil.copy(pythons, work / "new" / NAME / "LICENSE-Python.txt")
        if (OUT / NAME).exists():
            os.replace(OUT / NAME, work / "old")
        os.replace(work / "new" / NAME, OUT / NAME)
        shutil.rmtree(work / "old", ignore_errors=True)
    program = OUT / NAME / (NAME + (".exe" if os.name == "nt" else ""))
    print(subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip(), "->", program)
    return 0


if __name__ == "__main__":
    sys.exit(main())
