"""What holds for the repository as a whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ALLOWED = {
    "host", "extension", "manifests", "tests", "docs", "build.py", "README.md", "pyproject.toml", "package.json",
    "package-lock.json", "requirements.lock", "requirements-node.lock", "LICENSE", "SECURITY.md", "CONTRIBUTING.md",
    "CHANGELOG.md",
}


def tracked() -> list[str]:
    return subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


def test_the_root_holds_only_what_belongs_there():
    roots = {name.split("/")[0] for name in tracked()}
    assert {name for name in roots if not name.startswith(".")} <= ALLOWED


def test_python_is_clean():
    done = subprocess.run([sys.executable, "-m", "ruff", "check", "."], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
