"""Windows Group Policy: ADMX and ADML of every setting, one pair for each browser, and the rows for Intune.

Sources: https://learn.microsoft.com/previous-versions/windows/desktop/policy/admx-schema,
https://learn.microsoft.com/windows/client-management/win32-and-centennial-app-policy-configuration
"""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as xml

from . import documents, registry
from .schemas import browsers, settings
from .site import Site

_POLICY = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
_APP = "ClickToCall"
# Ingested policies may not write below these keys: https://learn.microsoft.com/windows/client-management/win32-and-centennial-app-policy-configuration
_INTUNE_FORBIDS = (r"SOFTWARE\Policies\Microsoft",)
_TEXT_LIMIT = 8000
_MSFT = "./Device/Vendor/MSFT/Policy"
# By Mozilla's own ADMX: https://mozilla.github.io/policy-templates/
_FIREFOX = {"ExtensionSettings": "Firefox~Policy~firefox~Extensions/ExtensionSettings", "3rdparty": "Firefox~Policy~firefox/A_3rdparty"}


def name_of(browser: str) -> str:
    """The file's name without its ending."""
    return f"webex-click-to-call-{browser}"


def admx(site: Site, browser: str) -> str:
    """The definitions: which control, which registry value."""
    prefix = f"clicktocall_{browser}"
    top = xml.Element("policyDefinitions", {"xmlns": _POLICY, "revision": "1.0", "schemaVersion": "1.0"})
    spaces = xml.SubElement(top, "policyNamespaces")
    xml.SubElement(spaces, "target", {"prefix": prefix, "namespace": f"ClickToCall.Policies.{browser}"})
    xml.SubElement(top, "resources", {"minRequiredRevision": "1.0"})
    supported = xml.SubElement(xml.SubElement(xml.SubElement(top, "supportedOn"), "definitions"), "definition")
    supported.attrib.update({"name": "SUPPORTED", "displayName": "$(string.SUPPORTED)"})
    categories = xml.SubElement(top, "categories")
    xml.SubElement(categories, "category", {"name": prefix, "displayName": "$(string.CATEGORY)"})
    policies = xml.SubElement(top, "policies")
    key = rf"{registry.key_of(browser)}\3rdparty\extensions\{site.chromium_id}\policy"
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


# ── Intune ────────────────────────────────────────────────────────────────────────────────────


def intune(site: Site) -> str:
    """CSV of custom OMA-URI rows. Edge is left out where ingestion forbids its key: use the PowerShell scripts there."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["Name", "OMA-URI", "Data type", "Value"])
    for browser in site.chromium_browsers:
        if registry.key_of(browser).startswith(_INTUNE_FORBIDS):
            continue
        app = f"{_APP}{browser.capitalize()}"
        table.writerow([f"{browser}: definitions", f"{_MSFT}/ConfigOperations/ADMXInstall/{app}/Policy/{name_of(browser)}",
                        "String (XML)", f"the content of {name_of(browser)}.admx"])
        for name, value in site.settings.items():
            table.writerow([f"{browser}: {name}", f"{_MSFT}/Config/{app}~Policy~clicktocall_{browser}/{name}",
                            "String", _oma_value(name, value)])
    if "firefox" in site.browsers:
        document = documents.firefox(site)
        for policy, place in _FIREFOX.items():
            if policy in document:
                table.writerow([f"firefox: {policy}", f"{_MSFT}/Config/{place}", "String",
                                f"<enabled/>{_data('JSON', json.dumps(document[policy], ensure_ascii=False))}"])
    return out.getvalue()


def _oma_value(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "<enabled/>" if value else "<disabled/>"
    if isinstance(value, list):
        # Intune's list form: name and value alternate, separated by U+F000.
        parts = [part for index, item in enumerate(value, 1) for part in (str(index), str(item))]
        return f"<enabled/>{_data(name, '&#xF000;'.join(map(_escaped, parts)), escaped=True)}"
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
    return f"<enabled/>{_data(name, text)}"


def _data(identifier: str, text: str, escaped: bool = False) -> str:
    return f'<data id="{identifier}" value="{text if escaped else _escaped(text)}"/>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def wrong(definitions: str, words: str) -> list[str]:
    """What does not fit in a pair: a reference without a definition, a policy twice, a control without its value, or the other way."""
    try:
        admx_top, adml_top = xml.fromstring(definitions), xml.fromstring(words)
    except xml.ParseError as error:
        return [f"not XML: {error}"]
    space = {"p": _POLICY}
    strings = {item.get("id") for item in adml_top.iterfind(".//p:string", space)}
    forms = {item.get("id"): {row.get("refId") for row in item} for item in adml_top.iterfind(".//p:presentation", space)}
    found = []
    for element in admx_top.iter():
        for value in element.attrib.values():
            if value.startswith("$(string.") and value[9:-1] not in strings:
                found.append(f"{value} is not in the ADML")
    names = [item.get("name") for item in admx_top.iterfind(".//p:policy", space)]
    found += [f"{name} is defined twice" for name in {name for name in names if names.count(name) > 1}]
    categories = {item.get("name") for item in admx_top.iterfind(".//p:category", space)}
    for policy in admx_top.iterfind(".//p:policy", space):
        name = policy.get("name")
        if policy.find("p:parentCategory", space).get("ref") not in categories:
            found.append(f"{name}: its category is not defined")
        elements = {row.get("id") for row in policy.iterfind("p:elements/*", space)}
        form = forms.get(policy.get("presentation", "")[len("$(presentation."):-1], set())
        if elements != form:
            found.append(f"{name}: controls {sorted(form)} and values {sorted(elements)} differ")
    return found
