"""The rows of ``manifests/browsers.json``, and which of these browsers are on this machine."""

import os
import shutil
from dataclasses import dataclass

from ..errors import Failure
from ..resources import load


@dataclass(frozen=True)
class Browser:
    """One browser on Linux: where it looks for host manifests, and how to tell that it is installed."""

    id: str
    name: str
    family: str
    places: dict

    def directory(self, scope: str, home: str) -> str:
        """The manifest directory for ``scope`` ``user`` or ``system``."""
        return self.places[scope].replace("~", home, 1)

    def found(self, home: str) -> bool:
        """A program in PATH, or a profile of it."""
        return any(map(shutil.which, self.places["programs"])) or os.path.isdir(self.places["profile"].replace("~", home, 1))


def all_browsers(platform: str = "linux") -> list[Browser]:
    """Every row for the platform."""
    rows = load("browsers.json")["browsers"]
    return [Browser(row["id"], row["name"], row["family"], row[platform]) for row in rows]


def named(identifier: str) -> Browser:
    """The browser with this id. Raises BROWSER_UNKNOWN."""
    for browser in all_browsers():
        if browser.id == identifier:
            return browser
    raise Failure("BROWSER_UNKNOWN", browser=identifier, known=", ".join(item.id for item in all_browsers()))
