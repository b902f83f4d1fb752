"""The command line in the person's language; what programs read stays English."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from tests.lab.world import ROOT

from webex_click_to_call import words
from webex_click_to_call.resources import load

CATALOGUES = sorted(path.name for path in (ROOT / "extension/_locales").iterdir() if path.name != "en")
FINDINGS = load("findings.json")["findings"]


def command(locale: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "LANG" and not name.startswith("LC_")}
    return subprocess.run([sys.executable, "-m", "webex_click_to_call", *arguments], capture_output=True, encoding="utf-8",
                          env={**environment, "LC_ALL": locale, "PYTHONUTF8": "1"})


@pytest.mark.parametrize(("value", "expected"), [
    ("", ""), ("C", ""), ("C.UTF-8", ""), ("POSIX", ""), ("it_IT.UTF-8", "it_IT"), ("de_DE@euro", "de_DE"), ("ja", "ja"),
    ("../../etc", "")])
def test_the_locale(value, expected):
    assert words.language({"LANG": value}) == expected


def test_the_first_variable_that_is_set_counts():
    assert words.language({"LC_ALL": "", "LC_MESSAGES": "fr_FR.UTF-8", "LANG": "it_IT.UTF-8"}) == "fr_FR"


@pytest.mark.parametrize(("locale", "told"), [
    ("C.UTF-8", "Service codes with * or # are not called."), ("en_GB.UTF-8", "Service codes with * or # are not called."),
    ("eo.UTF-8", "Service codes with * or # are not called."), ("it_IT.UTF-8", "I codici di servizio con * o # non vengono chiamati."),
    ("pt_BR.UTF-8", "Códigos de serviço com * ou # não são chamados.")])
def test_an_error_follows_the_locale(locale, told):
    done = command(locale, "dial", "*21#")
    assert done.returncode == 1 and done.stderr.startswith(f"error 213 URI_MMI_FORBIDDEN: {told}")


def test_the_doctor_follows_the_locale_and_its_json_does_not():
    assert "Che cosa fare: " in command("it_IT.UTF-8", "doctor").stdout
    assert command("it_IT.UTF-8", "doctor", "--json").stdout == command("C.UTF-8", "doctor", "--json").stdout


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_every_finding_has_its_facts_in_every_language(catalogue, monkeypatch):
    monkeypatch.setenv("LC_ALL", f"{catalogue}.UTF-8")
    for identity, texts in FINDINGS.items():
        for part in ("seen", "why", "mend"):
            facts = {name: f"<{name}>" for name in words._FACT.findall(json.dumps(texts))}
            told = words.of_finding(identity, part, facts)
            assert sorted(words._FACT.findall(texts[part])) == sorted(name for name in facts if f"<{name}>" in told), (identity, part)
            assert "$" not in told
