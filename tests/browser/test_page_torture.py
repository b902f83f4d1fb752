"""Real frameworks and editors, each page with and without the extension: nothing differs, every number is linked."""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any

import pytest
from tests.browser.torture.run import HERE, compare, faults
from tests.lab.world import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1200)]
PAGES = sorted({path.stem for path in (HERE / "pages").iterdir() if not path.stem.startswith("_")})
CHROMIUM_ALONE = set((HERE / "chromium.txt").read_text().split("\n", 1)[1].split())
SEEN = {"chromium": PAGES, "firefox": [page for page in PAGES if page not in CHROMIUM_ALONE]}


@cache
def verdicts(browser: str) -> dict[str, dict[str, Any]]:
    return compare(browser, ROOT / "dist" / browser, SEEN[browser])


@pytest.mark.parametrize(("browser", "page"), [(browser, page) for browser in SEEN for page in SEEN[browser]])
def test_the_page_does_not_notice(browser: str, page: str) -> None:
    verdict = verdicts(browser)[page]
    if "first" in verdict:
        warnings.warn(f"{page} was played again alone; at first: {verdict['first'][:3]}", stacklevel=1)
    assert faults(verdict) == []


@pytest.mark.parametrize("browser", SEEN)
def test_the_pages_bear_numbers(browser: str) -> None:
    played = verdicts(browser).values()
    assert len(played) >= 44
    assert sum(verdict["expected"] for verdict in played) > 1000


def test_pages_for_chromium_alone_are_there() -> None:
    assert set(PAGES) >= CHROMIUM_ALONE
