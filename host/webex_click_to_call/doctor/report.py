"""The command ``doctor``: show, mend, undo."""

import json
import os
import sys

from .. import PROTOCOL, __version__, words
from ..errors import Failure
from ..install.journal import Journal
from ..install.system import System
from ..rate import state_directory
from ..service import Service
from . import Finding, examine, machine_of


def run(json_output: bool, fix: bool, undo: bool) -> int:
    """Return 0 when no finding is an error, 1 when one is or could not be mended."""
    journal = Journal(record_file(), System.of_this_machine().registry)
    if undo:
        changed = journal.undo()
        print("\n".join(f"restored {path}" for path in changed) or "Nothing to undo.")
        return 0
    findings = _now()
    failed = False
    if fix:
        for finding in findings:
            if finding.repair:
                print(f"{finding.id} {finding.subject}: {finding.repair.says}", flush=True)
                try:
                    journal.recorded(finding.repair.touches, finding.repair.work)
                except Failure as failure:  # the next one may still be mended
                    failed = True
                    print(failure, file=sys.stderr, flush=True)
        findings = _now()
    if json_output:
        document = {
            "version": 1,
            "host": {"version": __version__, "protocol": PROTOCOL},
            "findings": [finding.as_json() for finding in findings],
        }
        print(json.dumps(document, indent=2))
    else:
        print("\n".join(_text(finding) for finding in findings))
    return 1 if failed or any(finding.severity == "error" for finding in findings) else 0


def record_file() -> str:
    """Where the record of what ``--fix`` changed stands."""
    return os.path.join(state_directory(), "doctor-undo.json")


def _now() -> list[Finding]:
    return examine(machine_of(Service.of_this_machine()))


def _text(finding: Finding) -> str:
    fixable = " (--fix can do it)" if finding.repair else ""
    subject = f" [{finding.subject}]" if finding.subject else ""
    seen, why, mend = (words.of_finding(finding.id, part, finding.shown) for part in ("seen", "why", "mend"))
    reason, cure = words.labels()
    return f"{finding.severity}: {finding.id}{subject}\n  {seen}\n  {reason}: {why}\n  {cure}: {mend}{fixable}"
