"""The rows of ``manifests/browsers.json``, and which of these browsers are on this machine."""

import os
import shutil
import sys
from dataclasses import dataclass

from ..errors import Failure
from ..resources import load


@dataclass(frozen=True)
class Browser:
    """One browser on one platform: where it looks for host manifests, and how to tell that it is installed."""

    id: str
    name: str
    family: str
    places: dict

    def directory(self, scope: str, home: str) -> str:
        """The manifest directory for ``scope`` ``user`` or ``system``."""
        return self.places[scope].replace("~", home, 1)

    def found(self, home: str, path: str | None = None) -> bool:
        """A program in ``path`` (None: this process's PATH), or a profile of it."""
        profile = self.places.get("profile") or os.path.dirname(self.places["user"])
        return any(shutil.which(name, path=path) for name in self.places["programs"]) or os.path.isdir(profile.replace("~", home, 1))


def all_browsers(platform: str | None = None) -> list[Browser]:
    """Every row for a platform (None: this one). Raises PLATFORM_UNSUPPORTED where manifests are not files in a place."""
    platform = platform or {"linux": "linux", "darwin": "macos"}.get(sys.platform)
    if platform is None:
        raise Failure("PLATFORM_UNSUPPORTED", platform=sys.platform, what="the installation package registers the host")
    rows = load("browsers.json")["browsers"]
    return [Browser(row["id"], row["name"], row["family"], row[platform]) for row in rows]


def named(identifier: str) -> Browser:
    """The browser with this id. Raises BROWSER_UNKNOWN."""
    for browser in all_browsers():
        if browser.id == identifier:
            return browser
    raise Failure("BROWSER_UNKNOWN", browser=identifier, known=", ".join(item.id for item in all_browsers()))
