"""What a person reads on the command line, in the language of their locale: the extension's own message catalogues.

English, from ``manifests/``, where a catalogue lacks a text. What programs read (JSON, replies to the extension) is English.
"""

import os
import re
from collections.abc import Mapping
from functools import cache

from .resources import load

_FACT = re.compile(r"\{(\w+)\}")
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # in this order: POSIX, environment variables of internationalisation


def of_error(row: dict) -> tuple[str, str]:
    """The message and the advice of a row of ``errors.json``."""
    return _text(f"error_{row['name']}", row["message"]), _text(f"advice_{row['name']}", row["advice"])


def of_finding(identity: str, part: str, facts: dict) -> str:
    """``seen``, ``why`` or ``mend`` of a finding; in a catalogue its facts are $1, $2, … in the order of their first mention."""
    texts = load("findings.json")["findings"][identity]
    names = list(dict.fromkeys(_FACT.findall(",".join(texts[each] for each in ("seen", "why", "mend")))))
    text = _text(f"finding_{identity.replace('.', '_')}_{part}", "")
    if not text:
        return texts[part].format_map(facts)
    return re.sub(r"\$(\d)", lambda match: str(facts[names[int(match[1]) - 1]]), text)


def labels() -> tuple[str, str]:
    """What stands before the reason and the cure of a finding."""
    return _text("diagnosis_why", "Why"), _text("diagnosis_fix", "Mend")


def language(environment: Mapping[str, str]) -> str:
    """The locale's name without its encoding, such as ``pt_BR``; ``""`` for C, POSIX and none."""
    value = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    name = re.match(r"[A-Za-z]{2,3}(?:_[A-Za-z]+)?", value)
    return name[0] if name and value.split(".")[0] not in ("C", "POSIX") else ""


def _text(key: str, english: str) -> str:
    return _catalogue(language(os.environ)).get(key, {}).get("message", english)


@cache
def _catalogue(name: str) -> dict:
    """The messages of a locale, or of its language alone; none for English, which the manifests word."""
    for candidate in (name, name.split("_")[0]):
        try:
            return load(f"_locales/{candidate}/messages.json") if candidate not in ("", "en") else {}
        except FileNotFoundError:
            continue
    return {}
