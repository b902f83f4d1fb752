"""Windows Group Policy: ADMX and ADML of every setting, one pair for each browser.

Source: https://learn.microsoft.com/previous-versions/windows/desktop/policy/admx-schema
"""

from __future__ import annotations

import json
from xml.etree import ElementTree as xml

from . import registry
from .schemas import browsers, settings

_POLICY = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
_TEXT_LIMIT = 8000


def prefix_of(browser: str) -> str:
    """The namespace prefix of a browser's definitions."""
    return f"clicktocall_{browser}"


def name_of(browser: str) -> str:
    """The file's name without its ending."""
    return f"webex-click-to-call-{browser}"


def admx(identifier: str, browser: str) -> str:
    """The definitions for the extension of this id: which control, which registry value."""
    prefix = prefix_of(browser)
    top = xml.Element("policyDefinitions", {"xmlns": _POLICY, "revision": "1.0", "schemaVersion": "1.0"})
    spaces = xml.SubElement(top, "policyNamespaces")
    xml.SubElement(spaces, "target", {"prefix": prefix, "namespace": f"ClickToCall.Policies.{browser}"})
    xml.SubElement(top, "resources", {"minRequiredRevision": "1.0"})
    supported = xml.SubElement(xml.SubElement(xml.SubElement(top, "supportedOn"), "definitions"), "definition")
    supported.attrib.update({"name": "SUPPORTED", "displayName": "$(string.SUPPORTED)"})
    categories = xml.SubElement(top, "categories")
    xml.SubElement(categories, "category", {"name": prefix, "displayName": "$(string.CATEGORY)"})
    policies = xml.SubElement(top, "policies")
    key = rf"{registry.key_of(browser)}\3rdparty\extensions\{identifier}\policy"
    for name, rule in settings().items():
        policy = xml.SubElement(policies, "policy", {
            "name": name, "class": "Machine", "displayName": f"$(string.{name})", "explainText": f"$(string.{name}_help)",
            "key": key, "presentation": f"$(presentation.{name})"})
        if rule["type"] == "boolean":
            policy.attrib.pop("presentation")
            policy.set("valueName", name)
        xml.SubElement(policy, "parentCategory", {"ref": prefix})
        xml.SubElement(policy, "supportedOn", {"ref": "SUPPORTED"})
        _values(policy, name, rule, key)
    return _xml(top)


def _values(policy: xml.Element, name: str, rule: dict, key: str) -> None:
    if rule["type"] == "boolean":
        for tag, number in (("enabledValue", "1"), ("disabledValue", "0")):
            xml.SubElement(xml.SubElement(policy, tag), "decimal", {"value": number})
        return
    elements = xml.SubElement(policy, "elements")
    if "enum" in rule:
        choice = xml.SubElement(elements, "enum", {"id": name, "valueName": name, "required": "true"})
        for item in rule["enum"]:
            row = xml.SubElement(choice, "item", {"displayName": f"$(string.{name}_{item})"})
            xml.SubElement(xml.SubElement(row, "value"), "string").text = item
    elif rule["type"] == "integer":
        xml.SubElement(elements, "decimal", {
            "id": name, "valueName": name, "required": "true", "minValue": str(rule.get("minimum", 0)), "maxValue": str(rule["maximum"])})
    elif rule["type"] == "array":
        # Values 1, 2, … of a subkey; `additive` is left out so that a shorter list is really shorter.
        xml.SubElement(elements, "list", {"id": name, "key": rf"{key}\{name}", "valuePrefix": ""})
    else:
        limit = str(rule.get("maxLength", _TEXT_LIMIT))
        xml.SubElement(elements, "text", {"id": name, "valueName": name, "required": "true", "maxLength": limit})


def adml(browser: str) -> str:
    """The English words and the form of each policy."""
    top = xml.Element("policyDefinitionResources", {"xmlns": _POLICY, "revision": "1.0", "schemaVersion": "1.0"})
    xml.SubElement(top, "displayName").text = "Click to Call for Webex"
    xml.SubElement(top, "description").text = "Settings of the browser extension"
    resources = xml.SubElement(top, "resources")
    strings = xml.SubElement(resources, "stringTable")
    presentations = xml.SubElement(resources, "presentationTable")

    def say(identifier: str, text: str) -> None:
        xml.SubElement(strings, "string", {"id": identifier}).text = text

    say("SUPPORTED", f"{browsers()[browser]['name']} with Click to Call for Webex")
    say("CATEGORY", f"Click to Call for Webex ({browsers()[browser]['name']})")
    for name, rule in settings().items():
        say(name, rule["title"])
        say(f"{name}_help", _help(name, rule))
        for item in rule.get("enum", []):
            say(f"{name}_{item}", item)
        if rule["type"] != "boolean":
            _presentation(xml.SubElement(presentations, "presentation", {"id": name}), name, rule)
    return _xml(top)


def _help(name: str, rule: dict) -> str:
    lines = [rule["description"], f"Name: {name}. Default: {json.dumps(rule['default'], ensure_ascii=False)}. Since {rule['x-since']}."]
    if rule["type"] == "object":
        lines.append("The value is one line of JSON.")
    return "\n\n".join([*lines, "People may change it unless the policy lockedSettings names it."])


def _presentation(form: xml.Element, name: str, rule: dict) -> None:
    if "enum" in rule:
        first = str(rule["enum"].index(rule["default"]))
        row = xml.SubElement(form, "dropdownList", {"refId": name, "noSort": "true", "defaultItem": first})
    elif rule["type"] == "integer":
        row = xml.SubElement(form, "decimalTextBox", {"refId": name, "defaultValue": str(rule["default"])})
    elif rule["type"] == "array":
        row = xml.SubElement(form, "listBox", {"refId": name})
    else:
        row = xml.SubElement(form, "textBox", {"refId": name})
        xml.SubElement(row, "label").text = rule["title"]
        return
    row.text = rule["title"]


def _xml(top: xml.Element) -> str:
    xml.indent(top)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + xml.tostring(top, encoding="unicode") + "\n"
