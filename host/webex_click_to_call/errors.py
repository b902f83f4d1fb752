"""Coded errors. Numbers and texts live in ``manifests/errors.json``, which the extension reads too."""

from functools import cache

from .resources import load


@cache
def _table() -> dict:
    return {row["name"]: row for row in load("errors.json")["errors"]}


class Failure(Exception):
    """A failure that has a code. ``details`` are JSON values that a person or the extension can use."""

    def __init__(self, name: str, **details):
        super().__init__(name)
        self.name = name
        self.details = details

    def as_json(self) -> dict:
        """``{code, name, message, advice, details?}`` as replies carry it."""
        row = _table()[self.name]
        error = {key: row[key] for key in ("code", "name", "message", "advice")}
        return {**error, "details": self.details} if self.details else error

    def __str__(self) -> str:
        """One line for a terminal, in the person's language."""
        from . import words  # only a person reads this; the host's start does without

        row = _table()[self.name]
        message, advice = words.of_error(row)
        facts = "; ".join(f"{key}: {_plain(value)}" for key, value in self.details.items())
        return f"error {row['code']} {self.name}: {message}{f' ({facts})' if facts else ''} {advice}"


def _plain(value: object) -> str:
    """A detail as a person reads it; an application is its name and, for the command line to name it by, its id."""
    if isinstance(value, dict) and {"name", "id"} <= set(value):
        return f"{value['name']}, {value['id']}"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
