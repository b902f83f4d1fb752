"""What is wrong with a browser's policy document, as far as it concerns this product."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..documents import MERGED_LISTS
from ..schemas import identity, load, near, settings
from .problem import Problem, error, of_schema, warning

# The policies that name what is merged when several sources set it, and what of ours they must name.
MERGES = {"PolicyListMultipleSourceMergeList": MERGED_LISTS, "PolicyDictionaryMultipleSourceMergeList": ("ExtensionSettings",)}
_REPLACED = "another file or source that sets it replaces this one whole: name it in {}"
_NOT_INSTALLED = "has settings, but ExtensionSettings does not install it; write the same id in both"
CHROMIUM_ID = r"[a-p]{32}"
FIREFOX_ID = r"[A-Za-z0-9._-]*@[A-Za-z0-9._-]+|\{[0-9A-Fa-f-]{36}\}"


def document(browser: str, found: object) -> Iterator[Problem]:
    """Problems of one browser's document (``host``: of the native host's policy)."""
    if browser == "host":
        yield from of_schema("schema/policy", found)
        return
    family = "firefox" if browser == "firefox" else "chromium"
    yield from of_schema("policy/shapes", found, family)
    if isinstance(found, dict):
        yield from _names(found, family)
        yield from _launch(found)
        yield from (_firefox if family == "firefox" else _chromium)(found)


def chosen(values: object, where: str) -> Iterator[Problem]:
    """Problems of managed settings."""
    if not isinstance(values, dict):
        yield error(where, "the settings are not an object; write an object with a member for each setting")
        return
    yield from (problem.inside(where) for problem in of_schema("schema/settings", values))
    for name in _texts(values.get("lockedSettings")):
        if name != "*" and name not in settings():
            yield error(f"{where}.lockedSettings", f"{name} is no setting; {near(name, settings()) or 'take it away'}")
        elif name != "*" and name not in values:
            yield warning(f"{where}.lockedSettings", f"{name} is locked but has no managed value: people may still change it; give it one")
    link = values.get("supportLink", "")
    if isinstance(link, str) and link and not re.match(r"(https|mailto):", link):
        yield error(f"{where}.supportLink", "neither https: nor mailto:; it would not be shown")


def _names(found: dict, family: str) -> Iterator[Problem]:
    """Policies with a name that is nearly one of those that this product needs, and settings at the wrong place."""
    known = load("policy/shapes.schema.json")["$defs"][family]["properties"]
    other = load("policy/shapes.schema.json")["$defs"]["firefox" if family == "chromium" else "chromium"]["properties"]
    for name in found.keys() - known.keys():
        if name in settings():
            word = "Extensions" if family == "firefox" else "extensions"
            yield error(name, f"a setting of the extension stands at 3rdparty.{word}.ID; move it there")
        elif name in other:
            yield warning(name, f"not a policy of this browser ({'Chromium' if family == 'firefox' else 'Firefox'} has it); take it away")
        elif close := near(name, known):
            yield error(name, f"no policy of this name is known; {close}")


def _chromium(found: dict) -> Iterator[Problem]:
    host = identity()["native_host"]
    rules = _table(found.get("ExtensionSettings"))
    ours = [key for key in rules if re.fullmatch(CHROMIUM_ID, key)]
    configured = _table(_table(found.get("3rdparty")).get("extensions"))
    for key in rules:
        if key != "*" and not re.fullmatch(f"{CHROMIUM_ID}(,{CHROMIUM_ID})*", key) and not key.startswith("update_url:"):
            yield error(f"ExtensionSettings.{key}", "not an extension id; write 32 letters from a to p")
    for key in ours:
        yield from _installation(f"ExtensionSettings.{key}", _table(rules[key]), "update_url")
        if _table(rules[key]).get("override_update_url") is not True and _installed(rules[key]):
            yield warning(f"ExtensionSettings.{key}.override_update_url",
                          "not true: the extension's own address is asked for updates; write true")
    for key, values in configured.items():
        where = f"3rdparty.extensions.{key}"
        if not re.fullmatch(CHROMIUM_ID, key):
            yield error(where, "not an extension id; write 32 letters from a to p")
        elif _is_ours(key, values, identity()["chromium"]["extension_ids"]):
            yield from chosen(values, where)
            if ours and key not in ours:
                yield warning(where, _NOT_INSTALLED)
    blocked, allowed = set(_texts(found.get("NativeMessagingBlocklist"))), _texts(found.get("NativeMessagingAllowlist"))
    if blocked & {"*", host} and host not in allowed:
        yield error("NativeMessagingBlocklist", f"blocks the native host; add {host} to NativeMessagingAllowlist")
    elif ours and host not in allowed and any(_is_ours(key, configured.get(key), identity()["chromium"]["extension_ids"]) for key in ours):
        close = near(host, allowed)
        yield warning("NativeMessagingAllowlist", f"{close.replace('did you mean', 'has') + ' ' if close else ''}does not name the native "
                      f"host, so a blocklist of another source would block it; add {host}")
    for policy, names in MERGES.items():
        merged = _texts(found.get(policy))
        yield from (warning(name, _REPLACED.format(policy)) for name in names if name in found and not {name, "*"} & set(merged))
        yield from (error(policy, f"{name} is no list of this kind; {close}") for name in merged
                    if name not in names and (close := near(name, names)))


def _firefox(found: dict) -> Iterator[Problem]:
    rules, configured = _table(found.get("ExtensionSettings")), _table(_table(found.get("3rdparty")).get("Extensions"))
    for key, rule in rules.items():
        if key != "*" and not re.fullmatch(FIREFOX_ID, key):
            yield error(f"ExtensionSettings.{key}", "not an add-on id; write NAME@DOMAIN or a UUID in braces")
        elif key in identity()["firefox"]["extension_ids"] or key in configured:
            yield from _installation(f"ExtensionSettings.{key}", _table(rule), "install_url")
    for key, values in configured.items():
        if _is_ours(key, values, identity()["firefox"]["extension_ids"]):
            yield from chosen(values, f"3rdparty.Extensions.{key}")
            if rules and key not in rules:
                yield warning(f"3rdparty.Extensions.{key}", _NOT_INSTALLED)
    launched = {row.get("protocol") for row in _rows(found.get("AutoLaunchProtocolsFromOrigins"))}
    handled = set(_table(_table(found.get("Handlers")).get("schemes")))
    for scheme in sorted(filter(None, launched - handled)):
        yield warning("AutoLaunchProtocolsFromOrigins", f"Firefox asks all the same; add {scheme} to Handlers.schemes with ask: false")


def _installed(rule: object) -> bool:
    return _table(rule).get("installation_mode") in ("force_installed", "normal_installed")


def _installation(where: str, rule: dict, url: str) -> Iterator[Problem]:
    if "installation_mode" not in rule:
        yield error(f"{where}.installation_mode", "missing, so the browser does not install it; write force_installed")
    if not _installed(rule):
        return
    address = rule.get(url)
    if not isinstance(address, str) or not re.match(r"(https|http|file)://", address):
        yield error(f"{where}.{url}", f"{rule['installation_mode']} needs an address to install from; write one that begins with https://")
    elif address.startswith("http://") and not address.startswith("http://127.0.0.1"):
        yield error(f"{where}.{url}", "http: whoever is on the way can change it; use https")


def _launch(found: dict) -> Iterator[Problem]:
    where, schemes = "AutoLaunchProtocolsFromOrigins", load("schemes.json")["schemes"]
    for row in _rows(found.get(where)):
        scheme = str(row.get("protocol"))
        if scheme.rstrip(":/") in schemes and scheme not in schemes:
            yield error(where, f"{scheme}: write the scheme alone, {scheme.rstrip(':/')}")
        elif scheme not in schemes and (close := near(scheme, schemes)):
            yield warning(where, f"{scheme} is no call scheme; {close}")
        for origin in _texts(row.get("allowed_origins")):
            if origin == "*":
                yield warning(where, "*: every site may start calls without a question; name the sites")
            elif "://" not in origin:
                yield warning(where, f"{origin}: Firefox wants a full origin; write https://{origin}")
            elif origin.startswith("http://"):
                yield warning(where, f"{origin}: whoever is on the way can use it; write https")


def _is_ours(key: str, values: object, known: list[str]) -> bool:
    """A document may carry settings of other vendors: ours by its id, or by most of its names."""
    names = _table(values)
    return key in known or (bool(names) and sum(name in settings() or bool(near(name, settings())) for name in names) * 2 > len(names))


def _table(value: object) -> dict:
    return value if isinstance(value, dict) else {}


def _rows(value: object) -> list[dict]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
