"""Do the extension's managed settings, as the machine's browser policies state them, hold?"""

import json
import os

from .. import messages
from ..install.browsers import all_browsers
from ..resources import load
from . import Finding, Machine

_SCHEMA = "settings.schema.json"
_WHY = "The value does not count: the person's own or the built-in one holds instead."


def settings(machine: Machine):
    """Each managed setting that is unknown or whose value does not hold."""
    if machine.backend.name != "linux":
        return
    known = messages.schema(_SCHEMA)["properties"]
    for browser in all_browsers():
        for path, values in _stated(machine, browser.family, browser.places["policies"]):
            for name, value in values.items():
                problem = messages.explain(_SCHEMA, {name: value}) if name in known else "no such setting"
                if problem:
                    yield Finding(
                        "settings.managedInvalid", "warning", f"{path}: {name}: {problem}", _WHY,
                        "Ask the administrator to correct it; build.py lint reads such a file.", f"{browser.id} {name}")  # fmt: skip


def _stated(machine: Machine, family: str, place: str):
    """Each policy file with the settings that it states for one of the extension's ids."""
    folder = machine.path(place)
    ids = [*load("identity.json")[family]["extension_ids"], *machine.policy.extension_ids]
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        path = os.path.join(folder, name)
        try:
            with open(path, "rb") as file:
                document = json.loads(file.read(1 << 20))
            parts = document["policies"]["3rdparty"]["Extensions"] if family == "firefox" else document["3rdparty"]["extensions"]
            for identifier in ids:
                if isinstance(parts.get(identifier), dict):
                    yield path, parts[identifier]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue  # no settings of ours in it, or no policy file at all


CHECKS = (settings,)
