"""`build.py prove`: runs what SECURITY.md names as the proof of each promise, and nothing else.

A proof is a file of tests, a test by its name without `test_`, or a run of the fuzzer (for a few seconds here).
"""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.fuzz.run import EVERY

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 10


def promises(text: str | None = None) -> dict[str, list[str]]:
    """Each promise of SECURITY.md and what stands in its column of proofs."""
    table = re.findall(r"^\| (.+?) \| (.+?) \|$", text or (ROOT / "SECURITY.md").read_text(), re.M)
    begin = next(n for n, row in enumerate(table) if row[1] == "Proof")
    return {promise: re.findall(r"`([^`]+)`", proof) for promise, proof in table[begin + 1 :]}


@cache
def _tests() -> dict[str, str]:
    """The name of every test to the file that it stands in."""
    return {name: str(path.relative_to(ROOT)) for path in sorted((ROOT / "tests").rglob("test_*.py")) if "node_modules" not in path.parts
            for name in re.findall(r"^def test_(\w+)", path.read_text(), re.M)}


def resolved(proof: str) -> tuple[str, list[str]]:
    """`pytest` and what it runs, or `fuzz` and its targets; raises LookupError for a proof that is not there."""
    if proof.startswith("build.py fuzz"):
        targets = proof.split()[2:]
        if not targets or set(targets) - set(EVERY):
            raise LookupError(proof)
        return "fuzz", targets
    if "/" in proof:
        if not (ROOT / proof).is_file() or not re.search(r"(^|/)test_\w+\.py$|\.test\.mjs$", proof):
            raise LookupError(proof)
        return "pytest", [proof]
    if proof not in _tests():
        raise LookupError(proof)
    return "pytest", [f"{_tests()[proof]}::test_{proof}"]


def main() -> int:
    runs: dict[str, list[str]] = {"pytest": [], "fuzz": []}
    for proofs in promises().values():
        for proof in proofs:
            kind, what = resolved(proof)
            runs[kind] += what
    tests = list(dict.fromkeys(runs["pytest"]))
    files = {name for name in tests if "::" not in name}
    tests = [name for name in tests if name in files or name.split("::")[0] not in files]
    failed = subprocess.run([sys.executable, "-m", "pytest", "-m", "not windows and not fleet", *tests, *sys.argv[1:]], cwd=ROOT).returncode
    fuzz = [sys.executable, "-m", "tests.fuzz.run", *dict.fromkeys(runs["fuzz"]), "--seconds", str(SECONDS)]
    return subprocess.run(fuzz, cwd=ROOT).returncode or failed


if __name__ == "__main__":
    sys.exit(main())
