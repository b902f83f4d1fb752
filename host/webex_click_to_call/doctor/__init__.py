"""What is wrong on this machine: what was seen, why it matters, how it is mended, and whether ``--fix`` can."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field

from .. import webex
from ..install.system import System
from ..policy import Policy
from ..resources import load
from ..routing import Facts

SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True)
class Repair:
    """One step of ``--fix``: what it does, in words; the files and registry keys it may change; the work."""

    says: str
    touches: tuple[str, ...]
    work: Callable[[], object]


@dataclass(frozen=True)
class Finding:
    """One finding. ``id``: of ``manifests/findings.json``, which words it.

    facts: what the words name: texts, numbers, lists of texts.  subject: which browser, scheme or application it is about.
    """

    id: str
    facts: dict = field(default_factory=dict)
    subject: str = ""
    repair: Repair | None = field(default=None, compare=False)

    @property
    def severity(self) -> str:
        return load("findings.json")["findings"][self.id]["severity"]

    @property
    def shown(self) -> dict:
        """The facts as they stand in a sentence."""
        return {name: (", ".join(value) or "–") if isinstance(value, list) else value for name, value in self.facts.items()}

    def says(self, part: str) -> str:
        """``seen``, ``why`` or ``mend``, in English."""
        return load("findings.json")["findings"][self.id][part].format_map(self.shown)

    def as_json(self) -> dict:
        """As ``doctor --json`` and the verb ``doctor`` give it."""
        rows = {"id": self.id, "severity": self.severity, "subject": self.subject, "facts": self.facts}
        return {**rows, **{part: self.says(part) for part in ("seen", "why", "mend")}, "fixable": self.repair is not None}


@dataclass(frozen=True, kw_only=True)
class Machine(System):
    """The facts that the checks go by; ``running`` gives names of processes."""

    facts: Facts
    policy: Policy
    running: Callable[[], list[str]]
    extension_version: str | None = None


def machine_of(service, extension_version: str | None = None) -> Machine:
    """The running machine, seen through a ``Service``."""
    return Machine(
        backend=service.backend,
        env=dict(os.environ),
        facts=service.facts(),
        policy=service.policy(),
        running=lambda: list(webex.process_names()),
        extension_version=extension_version,
    )


def examine(machine: Machine) -> list[Finding]:
    """All findings, gravest first."""
    from . import applications, hosts, managed, session

    found = [finding for room in (hosts, managed, applications, session) for check in room.CHECKS for finding in check(machine)]
    return sorted(found, key=lambda finding: (SEVERITIES.index(finding.severity), finding.id, finding.subject))
