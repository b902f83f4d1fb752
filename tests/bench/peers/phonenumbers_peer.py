"""Python's `phonenumbers` as a detector: records and texts as JSON in, what it found and megabytes a second as JSON out."""

from __future__ import annotations

import json
import sys
import time

from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, format_number

LENIENCIES = {"phonenumbers VALID": Leniency.VALID, "phonenumbers STRICT_GROUPING": Leniency.STRICT_GROUPING}


def units(text: str, at: int) -> int:
    """UTF-16 code units before a place, which the corpus counts in."""
    return len(text[:at].encode("utf-16-le")) // 2


def find(text: str, region: str | None, leniency: int) -> list[dict]:
    return [{"start": units(text, m.start), "end": units(text, m.end),
             "e164": format_number(m.number, PhoneNumberFormat.E164), "ext": m.number.extension}
            for m in PhoneNumberMatcher(text, region, leniency=leniency, max_tries=sys.maxsize)]


def speed(text: str, leniency: int) -> float:
    start = time.perf_counter()
    for _ in PhoneNumberMatcher(text, "US", leniency=leniency, max_tries=sys.maxsize):
        pass
    return len(text) / 1e6 / (time.perf_counter() - start)


if __name__ == "__main__":
    given = json.load(sys.stdin)
    json.dump({
        "found": {name: [find(text, region, leniency) for text, region in given["records"]] for name, leniency in LENIENCIES.items()},
        "speed": {kind: {"phonenumbers VALID": speed(text, Leniency.VALID)} for kind, text in given["texts"].items()},
    }, sys.stdout)
