"""What the machine's administrator allows, whatever extension or person say. Read from a place only root writes.

A policy that is unreadable, invalid, or that others than root could have written is never "allow all": the strict default
applies and ``problem`` says why.
"""

import json

from . import sources

MAX_BYTES = 256 * 1024


class Policy:
    """A policy's values; what the file does not say is open (None) or empty.

    extension_ids: allowed beside ``identity.json``'s.  schemes: allowed ones, None for all.
    settings: what overrides a request's settings of the same name (schemeOrder, templates, service, dialPlan, ifNoWebex, risk…).
    rate: calls per_minute and burst, where they differ from the built-in ones.
    problem: why the file could not be used, None if it could.  path: where it stands, None if there is none.
    """

    def __init__(self, document: dict, path: str | None = None, problem: str | None = None):
        self.path, self.problem = path, problem
        self.extension_ids: list[str] = document.get("extensionIds", [])
        self.schemes: list[str] | None = document.get("schemes")
        self.settings: dict = document.get("settings", {})
        given = document.get("rate", {})
        self.rate: dict = {name: given[key] for name, key in (("per_minute", "perMinute"), ("burst", "burst")) if key in given}


_COSTLY = {"premium": "refuse", "satellite": "refuse", "sharedCost": "refuse"}
STRICT = {"schemes": ["webextel"], "settings": {"ifNoWebex": "refuse", "risk": _COSTLY}}


def read(path: str | None = None) -> Policy:
    """The machine's policy. ``path`` is for tests in this process; nothing from outside reaches it."""
    place = path or sources.place()
    try:
        raw = sources.from_file(path, MAX_BYTES) if path else sources.fetch(MAX_BYTES)
    except (OSError, ValueError) as error:
        return Policy(STRICT, place, str(error))
    if raw is None:
        return Policy({})
    path = place
    try:
        return Policy(_checked(raw), path)
    except (ValueError, RecursionError) as error:
        return Policy(STRICT, path, str(error).splitlines()[0][:300] if str(error) else type(error).__name__)


def _checked(raw: bytes) -> dict:
    if len(raw) > MAX_BYTES:
        raise ValueError("larger than 256 KiB")
    document = json.loads(raw, object_pairs_hook=_unique)
    from .messages import explain

    problem = explain("policy.schema.json", document, ours=True)
    if problem:
        raise ValueError(problem)
    return document


def _unique(pairs: list) -> dict:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a key occurs twice")
    return dict(pairs)
