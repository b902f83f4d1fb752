"""One managed Chromium for each file of proofs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.browser.settings.person import Person
from tests.lab.world import World


@pytest.fixture(scope="module")
def _shared_person(tmp_path_factory, display, site) -> Iterator[Person]:
    person = Person(World(tmp_path_factory.mktemp("settings"), display), site)
    yield person
    person.browser.close()


@pytest.fixture
def person(_shared_person: Person) -> Person:
    _shared_person.starts_afresh()
    return _shared_person
