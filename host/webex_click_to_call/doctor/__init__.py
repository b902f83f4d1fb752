"""What is wrong on this machine: what was seen, why it matters, how it is mended, and whether ``--fix`` can."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field

from .. import webex
from ..handlers import Backend
from ..policy import Policy
from ..routing import Facts

SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True)
class Repair:
    """One step of ``--fix``: what it does, in words; the files it may change; the work."""

    says: str
    touches: tuple[str, ...]
    work: Callable[[], object]


@dataclass(frozen=True)
class Finding:
    """One finding. ``id`` is stable; ``subject`` says which browser, scheme or application it is about."""

    id: str
    severity: str
    seen: str
    why: str
    mend: str
    subject: str = ""
    repair: Repair | None = field(default=None, compare=False)

    def as_json(self) -> dict:
        """As ``doctor --json`` and the verb ``doctor`` give it."""
        rows = {"id": self.id, "severity": self.severity, "subject": self.subject, "seen": self.seen, "why": self.why, "mend": self.mend}
        return {**rows, "fixable": self.repair is not None}


@dataclass(frozen=True)
class Machine:
    """The facts that the checks go by. ``root`` is / except in tests; ``running`` gives names of processes."""

    backend: Backend
    facts: Facts
    policy: Policy
    env: dict
    running: Callable[[], list[str]]
    extension_version: str | None = None
    root: str = "/"

    @property
    def home(self) -> str:
        """The person's home."""
        return self.env.get("HOME") or os.path.expanduser("~")

    def path(self, absolute: str) -> str:
        """An absolute path as it is found below ``root``."""
        return os.path.join(self.root, absolute.lstrip("/"))


def machine_of(service, extension_version: str | None = None) -> Machine:
    """The running machine, seen through a ``Service``."""

    def running() -> list[str]:
        return list(webex.process_names())

    return Machine(service.backend, service.facts(), service.policy(), dict(os.environ), running, extension_version)


def examine(machine: Machine) -> list[Finding]:
    """All findings, gravest first."""
    from . import applications, hosts, managed, session

    found = [finding for room in (hosts, managed, applications, session) for check in room.CHECKS for finding in check(machine)]
    return sorted(found, key=lambda finding: (SEVERITIES.index(finding.severity), finding.id, finding.subject))


def webex_names(machine: Machine) -> set[str]:
    """Running processes that are Webex's."""
    return set(webex.among(machine.running(), machine.backend.name))
