"""How to recognise Webex, and Cisco Jabber beside it. The markers are data: ``manifests/webex.json``."""

import re
from collections.abc import Iterable
from fnmatch import translate
from functools import cache

from .handlers import App
from .resources import load


def is_webex(app: App, platform: str) -> bool:
    """Whether the application is Webex."""
    return _matches(app, load("webex.json")["webex"].get(platform, {}))


def is_jabber(app: App, platform: str) -> bool:
    """Whether the application is Cisco Jabber, which owns the same schemes by default."""
    return _matches(app, load("webex.json")["jabber"].get(platform, {}))


def _matches(app: App, markers: dict) -> bool:
    """The registered id, or the program's name or place; with a product name only from the right publisher."""
    if _any(markers.get("bundleIds"), app.id) or _any(markers.get("desktopIds"), app.id):
        return True
    if not app.program:
        return False
    name = re.split(r"[/\\]", app.program)[-1]
    if _any(markers.get("places"), app.program) and _any(markers.get("programs"), name):
        return True
    product, publisher = app.facts.get("product", ""), app.facts.get("publisher", "")
    return _any(markers.get("products"), product) and _any(markers.get("publishers", ["*"]), publisher)


def running_processes(platform: str) -> list[str]:
    """Names of running processes that are Webex's."""
    return among(process_names(), platform)


def process_names() -> Iterable[str]:
    """The names of all running processes that may be seen."""
    import psutil

    for process in psutil.process_iter():
        try:
            yield process.name()
        except (psutil.Error, OSError):
            continue  # it has ended meanwhile, is not ours to see, or the system (Wine) cannot tell


def among(names: Iterable[str], platform: str) -> list[str]:
    """Those process names that are Webex's. Linux keeps 15 characters of a name."""
    known = {name.lower()[:15] for name in load("webex.json")["webex"].get(platform, {}).get("programs", [])}
    return sorted({name for name in names if name.lower()[:15] in known})


def _any(patterns: list[str] | None, value: str) -> bool:
    return bool(value) and any(_pattern(pattern).match(value) for pattern in patterns or ())


@cache
def _pattern(pattern: str) -> re.Pattern:
    return re.compile(translate(pattern), re.IGNORECASE)
