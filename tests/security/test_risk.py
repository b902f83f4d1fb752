"""What a call may cost or reach: the table that host and extension both pass, and libphonenumber's own word."""

import json
import random
from pathlib import Path

import phonenumbers
import pytest
from tests.security import numbering

from webex_click_to_call import risk, uri

VECTORS = json.loads((Path(__file__).parents[1] / "vectors/risk.json").read_text())
KINDS = {phonenumbers.PhoneNumberType.PREMIUM_RATE: "premium", phonenumbers.PhoneNumberType.SHARED_COST: "sharedCost",
         phonenumbers.PhoneNumberType.PERSONAL_NUMBER: "satellite"}


@pytest.mark.parametrize("row", VECTORS["classes"], ids=lambda row: f"{row['uri']} from {row.get('region')}")
def test_classes(row):
    assert list(risk.classes(uri.parse(row["uri"]), row.get("region"), row.get("plan"))) == row["classes"]


@pytest.mark.parametrize("row", VECTORS["answers"], ids=str)
def test_answers(row):
    assert risk.answer(tuple(row["classes"]), row["rules"]) == (row["answer"], tuple(row["for"]))


def test_the_facts_are_those_of_the_metadata():
    assert numbering.OUT.read_text() == numbering.made(), "run: python -m tests.security.numbering"


def test_kinds_are_those_that_libphonenumber_tells():
    """Examples of every region and type, with random digits changed."""
    chance = random.Random(7)
    checked = 0
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in phonenumbers.PhoneNumberType.values():
            example = phonenumbers.example_number_for_type(region, kind)
            if not example:
                continue
            digits = list(phonenumbers.national_significant_number(example))
            for _ in range(4):
                digits[chance.randrange(len(digits))] = str(chance.randrange(10))
                text = f"+{example.country_code}{''.join(digits)}"
                number = phonenumbers.parse(text)
                as_parsed = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
                if as_parsed != text or not phonenumbers.is_valid_number(number):
                    continue
                known = KINDS.get(phonenumbers.number_type(number))
                found = set(risk.classes(uri.parse(f"tel:{text}")))
                # Digits too many behind a premium number do not make it harmless: Andorra's 18… begin like its 1….
                assert found == ({known} if known else set()) or example.country_code == 376, text
                checked += 1
    assert checked > 2000


@pytest.mark.parametrize("region", sorted(phonenumbers.SUPPORTED_SHORT_REGIONS))
def test_emergency_numbers_of_every_region_are_emergency_numbers(region):
    example = phonenumbers.PhoneMetadata.short_metadata_for_region(region).emergency
    if example and example.example_number:
        assert risk.classes(uri.parse(f"tel:{example.example_number}"), region) == ("emergency",)
