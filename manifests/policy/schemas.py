"""The project's JSON Schemas, able to refer to each other, and the settings that they define."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

MANIFESTS = Path(__file__).resolve().parents[1]


def load(name: str) -> dict:
    """The parsed ``manifests/<name>``."""
    return json.loads((MANIFESTS / name).read_text(encoding="utf-8"))


@cache
def _registry() -> Registry:
    schemas = [Resource.from_contents(load(f"schema/{path.name}")) for path in sorted((MANIFESTS / "schema").glob("*.json"))]
    return Registry().with_resources((schema.id(), schema) for schema in schemas)


def problems(schema: str, document: object) -> list[str]:
    """What is wrong with a document by ``manifests/schema/<schema>.schema.json``, one line each, [] if nothing is."""
    validator = Draft202012Validator(load(f"schema/{schema}.schema.json"), registry=_registry())
    errors = sorted(validator.iter_errors(document), key=lambda error: list(map(str, error.absolute_path)))
    return [f"{error.json_path.removeprefix('$.').removeprefix('$') or 'the whole'}: {error.message[:300]}" for error in errors]


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
