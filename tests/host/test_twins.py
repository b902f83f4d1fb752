"""Host and extension read 3,000 generated URIs alike: the same parts, the same spelling, the same refusals."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from tests.host.test_properties import anything

from webex_click_to_call import uri
from webex_click_to_call.errors import Failure

NODE = os.environ.get("CTC_NODE") or shutil.which("node")


def attempt(work):
    try:
        return work()
    except Failure as failure:
        return failure.name


def said(text: str):
    def whole():
        call = uri.parse(text)
        express = [attempt(lambda to=scheme: uri.canonical(uri.express(call, to))) for scheme in uri.SCHEMES]
        return {"call": call.as_json(), "canonical": uri.canonical(call), "express": express}

    return attempt(whole)


def test_host_and_extension_are_twins():
    texts: list[str] = []

    @settings(
        max_examples=3_000, deadline=None, derandomize=True, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(anything)
    def collect(text):
        texts.append(text)

    collect()
    lines = "\n".join(json.dumps(text) for text in texts)
    done = subprocess.run([NODE, Path(__file__).with_name("twins.mjs")], input=lines, capture_output=True, text=True, check=True)
    theirs = [json.loads(line) for line in done.stdout.splitlines()]
    ours = [said(text) for text in texts]
    assert len(theirs) == len(ours) == len(texts)
    assert [row for row in zip(texts, ours, theirs, strict=True) if row[1] != row[2]] == []
    assert sum(isinstance(row, dict) for row in ours) > 700, "the generator must reach far enough"
