"""macOS: a configuration profile and the schema of Jamf's custom settings.

Sources: https://developer.apple.com/documentation/devicemanagement, https://support.google.com/chrome/a/answer/9020077,
https://learn.jamf.com (custom settings with a JSON schema)
"""

from __future__ import annotations

import plistlib

from . import documents
from .schemas import browsers, identity, settings
from .site import Site


def domain(browser: str) -> str:
    """The preference domain of a browser's policies."""
    return browsers()[browser]["macos"]["policies"]


def payloads(site: Site) -> dict[str, dict]:
    """Preference domain to its managed values. Chromium reads an extension's settings from a domain of their own."""
    out: dict[str, dict] = {}
    for browser in site.browsers:
        document = documents.of(browser, site)
        if browser == "firefox":
            out[domain(browser)] = {"EnterprisePoliciesEnabled": True, **document}
            continue
        chosen = document.pop("3rdparty", {}).get("extensions", {})
        out[domain(browser)] = document
        for identifier, values in chosen.items():
            out[f"{domain(browser)}.extensions.{identifier}"] = values
    if site.host:
        out[identity()["native_host"]] = dict(site.host)
    return out


def mobileconfig(site: Site) -> bytes:
    """The profile, unsigned; the same bytes for the same site."""
    content = [{
        "PayloadType": name, "PayloadIdentifier": f"{site.organisation_id}.webex-click-to-call.{name}",
        "PayloadUUID": site.uuid(name), "PayloadVersion": 1, "PayloadEnabled": True,
        "PayloadDisplayName": f"Click to Call for Webex: {name}", **values,
    } for name, values in payloads(site).items()]
    return plistlib.dumps({
        "PayloadType": "Configuration", "PayloadVersion": 1, "PayloadScope": "System", "PayloadRemovalDisallowed": True,
        "PayloadIdentifier": f"{site.organisation_id}.webex-click-to-call", "PayloadUUID": site.uuid("profile"),
        "PayloadDisplayName": "Click to Call for Webex", "PayloadOrganization": site.organisation, "PayloadContent": content,
    }, sort_keys=True)


def decode(raw: bytes) -> dict[str, dict]:
    """Browser id (or ``host``) to the policy document that a profile holds. Raises ValueError."""
    try:
        profile = plistlib.loads(raw)
        parts = {part["PayloadType"]: {key: value for key, value in part.items() if not key.startswith("Payload")}
                 for part in profile["PayloadContent"]}
    except (plistlib.InvalidFileException, KeyError, TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"not a configuration profile: {error}") from None
    except Exception as error:  # expat's own errors have no common base
        raise ValueError(f"not a property list: {error}") from None
    out: dict[str, dict] = {}
    for name in ("chrome", "chromium", "edge", "brave", "firefox"):
        document = parts.get(domain(name))
        if document is None:
            continue
        document.pop("EnterprisePoliciesEnabled", None)
        prefix = domain(name) + ".extensions."
        chosen = {key.removeprefix(prefix): values for key, values in parts.items() if key.startswith(prefix)}
        out[name] = {**document, **({"3rdparty": {"extensions": chosen}} if chosen else {})}
    if identity()["native_host"] in parts:
        out["host"] = parts[identity()["native_host"]]
    return out


def jamf(identifier: str, browser: str) -> dict:
    """A custom-settings schema for the settings of the extension of this id in one browser of the Chromium family."""
    properties = {}
    for order, (name, rule) in enumerate(settings().items(), 1):
        properties[name] = {**_jamf(rule), "title": rule["title"], "description": rule["description"], "property_order": order}
    return {"title": f"Click to Call for Webex in {browsers()[browser]['name']}",
            "description": "Settings of the extension. What is left out keeps its default; lockedSettings names what people cannot change.",
            "__preferencedomain": f"{domain(browser)}.extensions.{identifier}", "type": "object", "properties": properties}


def _jamf(rule: dict) -> dict:
    """Only the keywords that Jamf's form knows."""
    kept = ("type", "enum", "default", "minimum", "maximum", "maxLength", "pattern")
    out = {key: rule[key] for key in kept if key in rule}
    out.setdefault("type", "string")
    if "default" in rule and rule["type"] in ("object", "array"):
        out.pop("default")
    if "items" in rule:
        out["items"] = _jamf(rule["items"])
    named = rule.get("properties") or {name: rule["additionalProperties"] for name in rule.get("propertyNames", {}).get("enum", [])}
    if named:
        out["properties"] = {name: _jamf(inner) for name, inner in named.items()}
    return out
