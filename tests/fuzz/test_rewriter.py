"""Every page's life that fuzzing found something in, again; then a bounded sample, the same each time."""

import json

import pytest
from tests.fuzz.rewriter import CORPUS, opened

pytestmark = pytest.mark.browser


def test_the_page_is_its_twins_image():
    kept = sorted(CORPUS.iterdir())
    assert kept, "a target without a seed"
    with opened() as page:
        for path in kept:
            assert page.live(json.loads(path.read_text())) == "", path.name
        sample = page.fuzz(60, 100, 1)
    assert "failure" not in sample, sample
    assert sample["executions"] == 100
