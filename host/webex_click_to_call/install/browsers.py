"""The rows of ``manifests/browsers.json``, and which of these browsers are on this machine."""

import os
from dataclasses import dataclass

from ..errors import Failure
from ..resources import load
from .system import System


@dataclass(frozen=True)
class Browser:
    """One browser on one platform. ``places``: where it looks for host manifests and policies, and how it is found.

    user, system: a directory of manifests, on Windows a registry key below which each host has a key.
    """

    id: str
    name: str
    family: str
    places: dict

    def found(self, system: System) -> bool:
        """Whether one of its programs is installed, or it has run for this person."""
        if any(system.backend.has_program(name) for name in self.places["programs"]):
            return True
        profile = self.places.get("profile")
        if system.platform == "windows":
            return bool(profile) and system.registry.has_key("HKCU", profile)
        return os.path.isdir(system.path(profile or os.path.dirname(self.places["user"])))


def all_browsers(platform: str) -> list[Browser]:
    """Every row for a platform. Raises PLATFORM_UNSUPPORTED where there are none."""
    rows = load("browsers.json")["browsers"]
    if platform not in rows[0]:
        raise Failure("PLATFORM_UNSUPPORTED")
    return [Browser(row["id"], row["name"], row["family"], row[platform]) for row in rows]


def named(identifier: str, platform: str) -> Browser:
    """The browser with this id. Raises BROWSER_UNKNOWN."""
    known = all_browsers(platform)
    for browser in known:
        if browser.id == identifier:
            return browser
    raise Failure("BROWSER_UNKNOWN", browser=identifier, known=", ".join(item.id for item in known))
