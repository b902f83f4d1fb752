"""What a linter finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..schemas import FORMS, problems

# Columns of FORMS.
REGISTRY, PLIST = 1, 2


@dataclass(frozen=True)
class Problem:
    """``severity`` is error or warning; ``where`` names the value inside the file; ``says`` what is wrong and what to do."""

    severity: str
    where: str
    says: str

    def inside(self, place: str) -> Problem:
        """The same problem, of a part that stands at ``place``."""
        return replace(self, where=f"{place}.{self.where}" if self.where else place)

    def noted_in(self, notation: int) -> Problem:
        """The same problem with its advice for another notation than JSON: a column of ``FORMS``."""
        for words in FORMS.values():
            if self.says.endswith(words[0]):
                return replace(self, says=self.says.removesuffix(words[0]) + words[notation])
        return self


def error(where: str, says: str) -> Problem:
    """A problem that keeps something from working."""
    return Problem("error", where, says)


def warning(where: str, says: str) -> Problem:
    """Something that works, but perhaps not as it was meant."""
    return Problem("warning", where, says)


def of_schema(schema: str, document: object, part: str = "") -> Iterator[Problem]:
    """What a JSON Schema of the project finds."""
    for where, says in problems(schema, document, part):
        yield error(where, says)
