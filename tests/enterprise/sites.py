"""A site whose settings name every setting of the schema with a value that is not its default."""

from __future__ import annotations

from manifests.policy import site
from manifests.policy.schemas import settings

SAMPLES = {
    "enabled": False, "defaultRegion": "DE", "sensitivity": "eager", "mark": "solid", "adoptLinks": False, "respectOptOut": False,
    "blockedSites": ["*.bank.example", "näher.example"], "allowedSites": ["a.example"], "excludedNumbers": ["+39800*"],
    "schemeOrder": ["clicktocall", "tel"], "ifNoWebex": "refuse", "service": "unifiedCm", "confirm": "always",
    "fallbackPlainLink": True, "riskPremium": "refuse", "riskSharedCost": "refuse", "riskSatellite": "refuse",
    "riskShortCode": "refuse", "riskInternational": "ask", "riskPostDial": "allow",
    "dialPlan": {"outsideLine": "0", "internal": [{"from": "2000", "to": "2999"}], "rules": [{"match": "+49", "replace": "0"}]},
    "recents": False, "recentsLimit": 5, "keySound": True, "templates": {"tel": {"number": "tel:{number}"}},
    "auditSink": "file", "auditDigits": 0, "auditRetentionDays": 7, "auditOrigin": True, "logLevel": "debug",
    "supportLink": "https://help.example/a\"b\\c'd’e&<f", "lockedSettings": ["*"],
}


def sample() -> dict:
    """One value, not the default, for every setting; a setting without one here gets it by its rule."""
    return {name: SAMPLES[name] if name in SAMPLES else _other(rule) for name, rule in settings().items()}


def _other(rule: dict):
    if rule["type"] == "boolean":
        return not rule["default"]
    if "enum" in rule:
        return next(value for value in rule["enum"] if value != rule["default"])
    return {"integer": rule.get("minimum", 1), "string": "a", "array": ["a"], "object": {}}[rule["type"]]


def full(**more) -> site.Site:
    """A site that wants everything."""
    return site.site({
        "organisation": {"name": "Example & Söhne \"AG\"", "id": "com.example"},
        "extension": {"update_url": "https://a.example/updates.xml", "crx_url": "https://a.example/c.crx",
                      "xpi_url": "https://a.example/c.xpi", "chromium_id": "abcdefghijklmnopabcdefghijklmnop"},
        "settings": sample(), "native_messaging": {"block_others": True, "user_level_hosts": False},
        "auto_launch": {"schemes": ["webextel", "tel"], "origins": ["https://crm.example"]},
        "privacy": {"blocked_hosts": ["*://secret.example"]}, "host": {"schemes": ["webextel"]}, **more}, "1.2.3")
