"""How a call is written for the application that gets it. One table, ``manifests/schemes.json``; pure.

A template replaces ``{part}`` as it is, ``{part%}`` percent-encoded, and drops a ``[…]`` whose part is empty.
Parts: number, extension, postDial, address, kind (audio or video).
"""

import re
from urllib.parse import quote

from .errors import Failure
from .resources import load
from .uri import Call

PARTS = ("number", "extension", "postDial", "address", "kind")
_PIECE = re.compile(r"\{([A-Za-z]+)(%?)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


def table(overrides: dict | None = None) -> dict:
    """``{scheme: {"number": template, "address": template}}`` with an administrator's overrides merged in."""
    merged = {name: dict(row) for name, row in load("schemes.json")["schemes"].items()}
    for scheme, templates in (overrides or {}).items():
        for target, template in templates.items():
            check_template(scheme, target, template)
            merged[scheme][target] = template
    return merged


def check_template(scheme: str, target: str, template: str) -> None:
    """Refuse a template that could yield another scheme, a bad URI, or a call to nobody. TEMPLATE_INVALID."""
    pieces = [name for name, _ in _PIECE.findall(template)]
    probe = {"number": "+15551234567", "extension": "12", "postDial": ",1", "address": "a@example.com", "kind": "audio"}
    try:
        if target not in ("number", "address") or target not in pieces or not set(pieces) <= set(PARTS):
            raise Failure("TEMPLATE_INVALID")
        uri = _fill(template, {**probe, "address" if target == "number" else "number": ""})
        if re.search(r"[{}\[\]]", uri) or not uri.lower().startswith(scheme + ":") or re.search(r"[^!-~]|[\"'<>\\^`|]", uri):
            raise Failure("TEMPLATE_INVALID")
    except Failure:
        raise Failure("TEMPLATE_INVALID", scheme=scheme, template=template[:200]) from None


def render(call: Call, scheme: str, templates: dict, kind: str = "audio") -> tuple[str, dict]:
    """Return ``(uri, not carried)``: the URI to hand over, and what it cannot carry, for the person.

    Raises URI_NOT_EXPRESSIBLE if the scheme has no form for this kind of target.
    """
    row = templates.get(scheme, {})
    values = {"number": call.number, "extension": call.extension, "postDial": call.post_dial, "address": call.address, "kind": kind}
    target = next((name for name in ("address", "number") if values[name] and row.get(name)), None)
    if target is None:
        raise Failure("URI_NOT_EXPRESSIBLE", scheme=scheme)
    template = row[target]
    if call.address and call.number:  # a SIP address that is a phone number: one or the other
        values["number" if target == "address" else "address"] = ""
    carried = {name for name, _ in _PIECE.findall(template)}
    lost = {name: values[name] for name in ("extension", "postDial") if values[name] and name not in carried}
    if call.context and call.context not in template:
        lost["context"] = call.context
    if kind == "video" and "kind" not in carried:
        lost["kind"] = kind
    uri = _fill(template, values)
    if re.search(r"[^!-~]|[\"'<>\\^`|{}]", uri):
        raise Failure("URI_FORBIDDEN_CHARACTER")
    return uri, lost


def _fill(template: str, values: dict) -> str:
    def piece(match: re.Match) -> str:
        value = values.get(match[1], "")
        if match[2]:
            return quote(value, safe="")
        return quote(value, safe="!$&()*+,-./:;=?@[]_~%") if match[1] == "address" else quote(value, safe="+*,")

    def optional(match: re.Match) -> str:
        inner = match[1]
        return inner if all(values.get(name) for name, _ in _PIECE.findall(inner)) else ""

    return _PIECE.sub(piece, _OPTIONAL.sub(optional, template))
