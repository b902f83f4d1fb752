"""Requests checked against ``manifests/schema/messages.schema.json`` with ``jsonschema``."""

import os
import sys
from contextlib import contextmanager
from functools import cache

from . import PROTOCOL
from .errors import Failure
from .resources import load

# jsonschema imports these wherever they are installed, to check formats, of which our schemas use none;
# rfc3987_syntax alone compiles a grammar for seconds.
_FORMAT_CHECKERS = ("rfc3987_syntax", "rfc3987", "fqdn", "idna", "webcolors", "uri_template", "jsonpointer", "isoduration")


@contextmanager
def _without(names):
    hidden = [name for name in names if sys.modules.setdefault(name, None) is None]
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


with _without(_FORMAT_CHECKERS):
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match
    from referencing import Registry, Resource

_SCHEMAS = ("messages.schema.json", "policy.schema.json", "settings.schema.json")
VERBS = ("echo", "status", "call", "doctor")


def schema(name: str) -> dict:
    """The parsed ``manifests/schema/<name>``."""
    return load(os.path.join("schema", name))


@cache
def validator(name: str) -> Draft202012Validator:
    """A validator in which our schemas may refer to each other."""
    known = [Resource.from_contents(schema(file)) for file in _SCHEMAS]
    return Draft202012Validator(schema(name), registry=Registry().with_resources((item.id(), item) for item in known))


def explain(name: str, document: object, *, ours: bool = False) -> str | None:
    """What is wrong with a document, in one line, or None. Its own values are left out, unless it is the administrator's (``ours``)."""
    error = best_match(validator(name).iter_errors(document))
    if error is None:
        return None
    return f"{error.json_path}: {error.message[:200] if ours else f'breaks {error.validator}'}"


def check(message: object) -> dict:
    """Return the request if it is one. Raises MESSAGE_INVALID, VERSION_UNSUPPORTED or VERB_UNKNOWN."""
    if isinstance(message, dict):
        version, verb = message.get("version"), message.get("verb")
        if type(version) is int and version != PROTOCOL:
            raise Failure("VERSION_UNSUPPORTED", supported=[PROTOCOL])
        if isinstance(verb, str) and verb not in VERBS:
            raise Failure("VERB_UNKNOWN", supported=list(VERBS))
    problem = explain("messages.schema.json", message)
    if problem:
        raise Failure("MESSAGE_INVALID", problem=problem)
    return message
