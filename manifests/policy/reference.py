"""``docs/settings.md``: the reference of every setting, made from the schema."""

from __future__ import annotations

import json

from .schemas import browsers, settings

_HEAD = """# Settings

Made from `manifests/schema/settings.schema.json` by `python3 build.py policies --reference`; a test sees that it is current.

Whoever sets a value: the built-in default holds first, then the administrator's managed value, then the person's own. A managed
value that `lockedSettings` names (or `*`, for all) cannot be changed by the person. A value that does not hold is named by the
options page, the diagnosis page and the extension's log, and the next one in that order counts; a managed value of a wrong
*type* is dropped by Chromium itself before the extension sees it: `chrome://policy` and `build.py lint` name it.

| Setting | Type | Default | Who |
|---|---|---|---|
"""


def page() -> str:
    """The page, whole."""
    rules = settings()
    table = "".join(f"| [`{name}`](#{name.lower()}) | {_type(rule)} | `{_json(rule['default'])}` | {_who(rule)} |\n"
                    for name, rule in rules.items())
    return _HEAD + table + "".join(_section(name, rule) for name, rule in rules.items()) + _places()


def _section(name: str, rule: dict) -> str:
    lines = [f"\n## {name}\n", f"**{rule['title']}.** {rule['description']}\n",
             f"- Type: {_type(rule)}; default: `{_json(rule['default'])}`"]
    if "enum" in rule:
        lines.append("- Values: " + ", ".join(f"`{value}`" for value in rule["enum"]))
    limits = [f"{word} {rule[key]}" for key, word in (("minimum", "from"), ("maximum", "to"), ("maxLength", "at most characters:"),
                                                      ("maxItems", "at most entries:")) if key in rule]
    if limits:
        lines.append("- Limits: " + ", ".join(limits))
    if rule["type"] == "object":
        lines.append("- Members: " + ", ".join(f"`{key}`" for key in rule.get("properties") or rule["propertyNames"]["enum"])
                     + " (see `messages.schema.json`)")
    lines.append(f"- Set by: {_who(rule)}; since {rule['x-since']}\n")
    return "\n".join(lines)


def _places() -> str:
    rows = "".join(
        f"| {row['name']} | `{row['linux']['policies']}` | `HKLM\\{row['windows']['policies']}` | `{row['macos']['policies']}` |\n"
        for row in browsers().values() if "policies" in row["macos"])
    return ("\n## Where browsers look\n\n| Browser | Linux | Windows | macOS domain |\n|---|---|---|---|\n" + rows
            + "\nThe native host's own policy: `/etc/webex-click-to-call/policy.json`; on Windows the value `Policy` of"
            " `HKLM\\SOFTWARE\\Policies\\WebexClickToCall`; on macOS the domain `io.github.webex_click_to_call`."
            " What it refuses ends in one of the errors 3xx of `manifests/errors.json`.\n")


def _type(rule: dict) -> str:
    return "list of texts" if rule["type"] == "array" else {"string": "text", "integer": "number"}.get(rule["type"], rule["type"])


def _who(rule: dict) -> str:
    return "administrator" if rule["x-who"] == "administrator" else "person, administrator"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
