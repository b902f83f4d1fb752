"""What is wrong with a browser's policy document, as far as it concerns this product."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .documents import MERGED_LISTS
from .schemas import identity, problems, settings

_REPLACED = "another file or source that sets it replaces this one whole: name it in {}"
_MODES = ("force_installed", "normal_installed", "allowed", "blocked", "removed")


@dataclass(frozen=True)
class Problem:
    """``severity`` is error or warning; ``where`` names the value inside the file."""

    severity: str
    where: str
    says: str


def document(browser: str, found: object) -> Iterator[Problem]:
    """Problems of one browser's document (``host``: of the native host's policy)."""
    if not isinstance(found, dict):
        yield Problem("error", "", "not a JSON object")
    elif browser == "host":
        yield from (Problem("error", *line.split(": ", 1)) for line in problems("policy", found))
    elif browser == "firefox":
        yield from _firefox(found)
    else:
        yield from _chromium(found)


def chosen(values: object, where: str) -> Iterator[Problem]:
    """Problems of managed settings."""
    if not isinstance(values, dict):
        yield Problem("error", where, "the settings are not an object")
        return
    for name in values:
        if name not in settings():
            close = difflib.get_close_matches(name, settings(), 1)
            yield Problem("error", f"{where}.{name}", "no such setting" + (f"; did you mean {close[0]}?" if close else ""))
    known = {name: value for name, value in values.items() if name in settings()}
    yield from (Problem("error", f"{where}.{line.split(': ', 1)[0]}", line.split(": ", 1)[1]) for line in problems("settings", known))
    for name in _texts(values.get("lockedSettings")):
        if name != "*" and name not in settings():
            yield Problem("error", f"{where}.lockedSettings", f"{name} is no setting")
        elif name != "*" and name not in values:
            yield Problem("warning", f"{where}.lockedSettings", f"{name} is locked but has no managed value: people may still change it")
    link = values.get("supportLink", "")
    if isinstance(link, str) and link and not re.match(r"(https|mailto):", link):
        yield Problem("error", f"{where}.supportLink", "neither https: nor mailto:; it would not be shown")


def _chromium(found: dict) -> Iterator[Problem]:
    host = identity()["native_host"]
    ours = [key for key in _table(found.get("ExtensionSettings")) if key != "*" and re.fullmatch("[a-p]{32}", key)]
    configured = _table(_table(found.get("3rdparty")).get("extensions"))
    for key in _table(found.get("ExtensionSettings")):
        if key != "*" and not re.fullmatch("[a-p]{32}(,[a-p]{32})*", key) and not key.startswith("update_url:"):
            yield Problem("error", f"ExtensionSettings.{key}", "not an extension id: 32 letters from a to p")
    for key in ours:
        rule = _table(found["ExtensionSettings"][key])
        yield from _installation(f"ExtensionSettings.{key}", rule, "update_url")
    for key in configured:
        if not re.fullmatch("[a-p]{32}", key):
            yield Problem("error", f"3rdparty.extensions.{key}", "not an extension id: 32 letters from a to p")
        elif _is_ours(key, configured[key], identity()["chromium"]["extension_ids"]):
            yield from chosen(configured[key], f"3rdparty.extensions.{key}")
            if ours and key not in ours:
                yield Problem("warning", f"3rdparty.extensions.{key}", "has settings, but ExtensionSettings does not install it")
    blocked, allowed = set(_texts(found.get("NativeMessagingBlocklist"))), _texts(found.get("NativeMessagingAllowlist"))
    if blocked & {"*", host} and host not in allowed:
        yield Problem("error", "NativeMessagingBlocklist", f"blocks the native host: add {host} to NativeMessagingAllowlist")
    merged = _texts(found.get("PolicyListMultipleSourceMergeList"))
    for name in MERGED_LISTS:
        if name in found and not {name, "*"} & set(merged):
            yield Problem("warning", name, _REPLACED.format("PolicyListMultipleSourceMergeList"))
    merged = _texts(found.get("PolicyDictionaryMultipleSourceMergeList"))
    if "ExtensionSettings" in found and not {"ExtensionSettings", "*"} & set(merged):
        yield Problem("warning", "ExtensionSettings", _REPLACED.format("PolicyDictionaryMultipleSourceMergeList"))
    yield from _launch(found)


def _firefox(found: dict) -> Iterator[Problem]:
    configured = _table(_table(found.get("3rdparty")).get("Extensions"))
    if "extensions" in _table(found.get("3rdparty")):
        yield Problem("error", "3rdparty.extensions", "Firefox wants a capital letter: 3rdparty.Extensions")
    for key, rule in _table(found.get("ExtensionSettings")).items():
        if key in identity()["firefox"]["extension_ids"] or key in configured:
            yield from _installation(f"ExtensionSettings.{key}", _table(rule), "install_url")
    for key, values in configured.items():
        if _is_ours(key, values, identity()["firefox"]["extension_ids"]):
            yield from chosen(values, f"3rdparty.Extensions.{key}")
    yield from _launch(found)
    launched = {row.get("protocol") for row in found.get("AutoLaunchProtocolsFromOrigins", []) if isinstance(row, dict)}
    handled = set(_table(_table(found.get("Handlers")).get("schemes")))
    for scheme in sorted(filter(None, launched - handled)):
        yield Problem("warning", "AutoLaunchProtocolsFromOrigins", f"Firefox asks all the same unless Handlers.schemes.{scheme} says so")


def _installation(where: str, rule: dict, url: str) -> Iterator[Problem]:
    mode = rule.get("installation_mode")
    if mode in ("force_installed", "normal_installed"):
        address = rule.get(url)
        if not isinstance(address, str) or not re.match(r"(https|http|file)://", address):
            yield Problem("error", f"{where}.{url}", f"{mode} needs an address to install from")
        elif address.startswith("http://") and not address.startswith("http://127.0.0.1"):
            yield Problem("error", f"{where}.{url}", "http: whoever is on the way can change it; use https")
        if url == "update_url" and rule.get("override_update_url") is not True:
            yield Problem("warning", f"{where}.override_update_url", "not true: the extension's own address is asked for updates")
    elif mode is not None and mode not in _MODES:
        yield Problem("error", f"{where}.installation_mode", f"{mode!r} is none of {', '.join(_MODES)}")


def _launch(found: dict) -> Iterator[Problem]:
    for row in found.get("AutoLaunchProtocolsFromOrigins", []):
        for origin in _texts(_table(row).get("allowed_origins")):
            if "://" not in origin and origin != "*":
                yield Problem("warning", "AutoLaunchProtocolsFromOrigins", f"{origin}: Firefox wants a full origin (https://{origin})")
            if origin == "*":
                yield Problem("warning", "AutoLaunchProtocolsFromOrigins", "*: every site may start calls without a question")


def _is_ours(key: str, values: object, known: list[str]) -> bool:
    """A document may carry settings of other vendors: ours by its id, or by most of its names."""
    names = _table(values)
    return key in known or sum(name in settings() for name in names) * 2 > len(names)


def _table(value: object) -> dict:
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
