"""The effect of every setting is proven by one test, which names it: a new setting without one fails here."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator

from manifests.policy.schemas import settings
from tests.browser.settings.test_of_calls import RISKS
from tests.lab.world import ROOT


def proven() -> Iterator[str]:
    """The names in every `pytest.mark.proves(…)` of the tests; those given by a table are in the table."""
    yield from RISKS
    for file in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.proves":
                yield from (argument.value for argument in node.args if isinstance(argument, ast.Constant))


def test_every_setting_has_one_proof_of_its_effect():
    assert Counter(proven()) == Counter(settings().keys())
