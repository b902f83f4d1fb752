"""The tables that host and extension both pass."""

import json
from pathlib import Path

import pytest

from webex_click_to_call import dialplan, messages, uri
from webex_click_to_call.errors import Failure

VECTORS = Path(__file__).parents[1] / "vectors"
URIS = json.loads((VECTORS / "uri.json").read_text())
DIAL = json.loads((VECTORS / "dialplan.json").read_text())


@pytest.mark.parametrize("row", URIS["parse"], ids=lambda row: row["uri"][:60])
def test_accepted(row):
    call = uri.parse(row["uri"])
    assert call.as_json() == row["call"]
    assert uri.canonical(call) == row["canonical"]
    assert uri.parse(row["canonical"]) == call


@pytest.mark.parametrize("row", URIS["refused"], ids=lambda row: ascii(row["uri"][:60]))
def test_refused(row):
    with pytest.raises(Failure) as caught:
        uri.parse(row["uri"])
    assert caught.value.name == row["error"]


@pytest.mark.parametrize("row", URIS["express"], ids=lambda row: f"{row['uri'][:50]} as {row['scheme']}")
def test_expressed(row):
    try:
        result = {"canonical": uri.canonical(uri.express(uri.parse(row["uri"]), row["scheme"]))}
    except Failure as failure:
        result = {"error": failure.name}
    assert result == {key: row[key] for key in ("canonical", "error") if key in row}


@pytest.mark.parametrize("row", DIAL["cases"], ids=lambda row: f"{row['plan']}: {row['number']}")
def test_dial_plan(row):
    try:
        result = {"dialled": dialplan.apply(row["number"], DIAL["plans"][row["plan"]])}
    except Failure as failure:
        result = {"error": failure.name}
    assert result == {key: row[key] for key in ("dialled", "error") if key in row}


@pytest.mark.parametrize("name", DIAL["plans"])
def test_the_plans_are_valid_settings(name):
    request = {"version": 1, "id": 1, "verb": "call", "uri": "tel:1", "settings": {"dialPlan": DIAL["plans"][name]}}
    assert messages.check(request) == request
