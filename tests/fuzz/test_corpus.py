"""Every input that fuzzing ever found, and the seeds, again."""

from pathlib import Path

import pytest
from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).with_name("corpus")


@pytest.mark.parametrize("name", TARGETS)
def test_inputs_that_were_found(name):
    kept = sorted((CORPUS / name).glob("*"))
    assert kept, "a target without a seed"
    for path in kept:
        TARGETS[name](path.read_bytes())
