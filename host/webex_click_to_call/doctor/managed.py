"""Do the extension's managed settings, as the machine's browser policies state them, hold?"""

from .. import messages
from ..install.browsers import all_browsers
from ..resources import load
from . import Finding, Machine, policies

_SCHEMA = "settings.schema.json"


def settings(machine: Machine):
    """Each managed setting that is unknown or whose value does not hold."""
    if machine.platform == "none":
        return
    known = messages.schema(_SCHEMA)["properties"]
    for browser in all_browsers(machine.platform):
        ids = [*load("identity.json")[browser.family]["extension_ids"], *machine.policy.extension_ids]
        for path, values in policies.managed_settings(machine, browser, ids):
            for name, value in values.items():
                if machine.platform == "windows" and value in (0, 1) and known.get(name, {}).get("type") == "boolean":
                    value = bool(value)  # the registry has numbers only
                problem = messages.explain(_SCHEMA, {name: value}, ours=True) if name in known else "no such setting"
                if problem:
                    facts = {"browser": browser.name, "path": path, "setting": name, "problem": problem}
                    yield Finding("settings.managedInvalid", facts, f"{browser.id} {name}")


CHECKS = (settings,)
