"""The project's JSON Schemas, able to refer to each other, and the settings that they define."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry, Resource

MANIFESTS = Path(__file__).resolve().parents[1]


def load(name: str) -> dict:
    """The parsed ``manifests/<name>``."""
    return json.loads((MANIFESTS / name).read_text(encoding="utf-8"))


@cache
def _registry() -> Registry:
    files = [*(MANIFESTS / "schema").glob("*.json"), *(MANIFESTS / "policy").glob("*.schema.json")]
    schemas = [Resource.from_contents(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(files)]
    return Registry().with_resources((schema.id(), schema) for schema in schemas)


@cache
def _validator(schema: str, part: str) -> Draft202012Validator:
    rule = load(f"{schema}.schema.json")
    return Draft202012Validator({"$ref": f"{rule['$id']}#/$defs/{part}"} if part else rule, registry=_registry())


def problems(schema: str, document: object, part: str = "") -> list[tuple[str, str]]:
    """What is wrong with a document by ``manifests/<schema>.schema.json``, or by one of its ``$defs``.

    Each problem is a place inside the document and a sentence that ends with what to do.
    """
    errors = sorted(_validator(schema, part).iter_errors(document), key=lambda error: list(map(str, error.absolute_path)))
    return [(".".join(map(str, error.absolute_path)), f"{error.message[:300]}; {_advice(error)}") for error in errors]


# What to write for a value of a type, in JSON, in the Windows registry and in a property list.
FORMS = {
    "boolean": ("write true or false, without quotes", "write a DWORD: 1 for true, 0 for false", "write <true/> or <false/>"),
    "integer": ("write a whole number, without quotes", "write a DWORD", "write <integer>…</integer>"),
    "string": ("write a text in quotes", "write a text (REG_SZ)", "write <string>…</string>"),
    "array": ("write a list, even of one", "write texts 1, 2, … in a subkey of this name", "write <array>…</array>"),
    "object": ("write an object with members", "write a subkey, or one text that holds the object as JSON", "write <dict>…</dict>"),
}


def _advice(error: ValidationError) -> str:
    rule, wanted, found = error.schema, error.validator_value, error.instance
    if error.validator == "type":
        return FORMS[wanted][0]
    if error.validator in ("minimum", "maximum"):
        return f"write a number from {rule.get('minimum', '…')} to {rule.get('maximum', '…')}"
    if error.validator == "additionalProperties" and wanted is False:
        known = list(rule.get("properties", {}))
        unknown = next((name for name in found if name not in known), "")
        return near(unknown, known) or f"take it away; known are {', '.join(known)}"
    if error.validator == "enum":
        return near(str(found), list(map(str, wanted))) or "choose one of them"
    return {
        "required": "add it", "uniqueItems": "name each once", "const": "write exactly this", "not": "keep one of the two",
        "maxLength": f"at most {wanted} characters are allowed", "maxItems": f"at most {wanted} entries are allowed",
        "minItems": "add an entry, or leave the whole out", "minProperties": "add a member",
    }.get(error.validator, f"correct it: {rule.get('description', 'see the reference page')}")


def near(word: str, known: Iterable[str]) -> str:
    """Which known word was probably meant, as a question; empty if none comes near."""
    folded = {name.lower(): name for name in known}
    close = difflib.get_close_matches(word.lower(), folded, 1, 0.75)
    return f"did you mean {folded[close[0]]}?" if close else ""


@cache
def settings() -> dict[str, dict]:
    """Every setting by its name: its rule, with the reference into messages.schema.json resolved."""
    return {name: whole(rule) for name, rule in load("schema/settings.schema.json")["properties"].items()}


def whole(rule: dict) -> dict:
    """A rule with its references resolved, to the depth."""
    if isinstance(rule, list):
        return [whole(item) for item in rule]
    if not isinstance(rule, dict):
        return rule
    if "$ref" in rule:
        target = load("schema/messages.schema.json")["$defs"][rule["$ref"].split("/")[-1]]
        rule = {**target, **{key: value for key, value in rule.items() if key != "$ref"}}
    return {key: whole(value) for key, value in rule.items()}


@cache
def browsers() -> dict[str, dict]:
    """The rows of ``browsers.json`` by id."""
    return {row["id"]: row for row in load("browsers.json")["browsers"]}


@cache
def identity() -> dict:
    """``identity.json``."""
    return load("identity.json")
