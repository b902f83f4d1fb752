"""What each browser is to be told, as the JSON document that its policy is on Linux. Every other format encodes this one.

Sources: https://chromeenterprise.google/policies/ and https://mozilla.github.io/policy-templates/
"""

from __future__ import annotations

from .schemas import identity
from .site import Site

# Two sources that set one list replace each other whole, unless these policies name it.
MERGED_LISTS = ("NativeMessagingAllowlist", "NativeMessagingBlocklist", "AutoLaunchProtocolsFromOrigins")


def chromium(site: Site) -> dict:
    """The policies of a browser of the Chromium family."""
    extension = {"installation_mode": "force_installed", "update_url": site.update_url, "override_update_url": True}
    if site.blocked_hosts:
        extension["runtime_blocked_hosts"] = list(site.blocked_hosts)
    document = {
        "ExtensionSettings": {site.chromium_id: extension},
        "NativeMessagingAllowlist": [identity()["native_host"]],
        "PolicyListMultipleSourceMergeList": list(MERGED_LISTS),
        "PolicyDictionaryMultipleSourceMergeList": ["ExtensionSettings"],
    }
    if site.block_other_hosts:
        document["NativeMessagingBlocklist"] = ["*"]
    if not site.user_level_hosts:
        document["NativeMessagingUserLevelHosts"] = False
    if site.launch_schemes:
        document["AutoLaunchProtocolsFromOrigins"] = _launch(site)
    if site.settings:
        document["3rdparty"] = {"extensions": {site.chromium_id: dict(site.settings)}}
    return document


def firefox(site: Site) -> dict:
    """The value of ``policies`` in Firefox's policies.json."""
    extension = {"installation_mode": "force_installed", "install_url": site.xpi_url, "updates_disabled": False}
    document: dict = {"ExtensionSettings": {site.firefox_id: extension}}
    if site.blocked_hosts:
        extension["runtime_blocked_hosts"] = list(site.blocked_hosts)
    if site.launch_schemes:
        document["AutoLaunchProtocolsFromOrigins"] = _launch(site)
        document["Handlers"] = {"schemes": {scheme: {"action": "useSystemDefault", "ask": False} for scheme in site.launch_schemes}}
    if site.settings:
        document["3rdparty"] = {"Extensions": {site.firefox_id: dict(site.settings)}}
    return document


def of(browser: str, site: Site) -> dict:
    """The document of one browser."""
    return firefox(site) if browser == "firefox" else chromium(site)


def _launch(site: Site) -> list[dict]:
    return [{"protocol": scheme, "allowed_origins": list(site.launch_origins)} for scheme in site.launch_schemes]
