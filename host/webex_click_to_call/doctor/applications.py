"""Does every scheme end in Webex?"""

import os

from ..handlers import App
from ..uri import SCHEMES
from ..webex import among, is_jabber
from . import Finding, Machine, Repair

_CALLS = tuple(scheme for scheme in SCHEMES if scheme != "webexauth")  # that one is for phones


def webex(machine: Machine):
    """Webex: there, running, and only once."""
    installed = sorted({app.program or app.id for app in machine.facts.webex})
    if not installed:
        yield Finding("webex.missing")
    elif not among(machine.running(), machine.platform):
        yield Finding("webex.notRunning")
    if len(installed) > 1:
        yield Finding("webex.several", {"count": len(installed), "places": installed})


def owners(machine: Machine):
    """The owner of each scheme, and who else could."""
    chosen = next((app for app in machine.facts.webex if app.origin), None)
    for scheme in _CALLS:
        found = machine.facts.ownership[scheme]
        if machine.facts.is_webex(found.owner) or not machine.facts.webex:
            continue
        facts = {"scheme": scheme, "others": [app.name for app in found.candidates], "settings": machine.backend.settings_page()}
        repair = _make_default(machine, scheme, chosen)
        if found.owner:
            yield Finding("scheme.ownerNotWebex", {**facts, "owner": found.owner.name, "how": found.how}, scheme, repair)
        else:
            yield Finding("scheme.unowned", facts, scheme, repair)


def jabber(machine: Machine):
    """Cisco Jabber registers itself for the same schemes."""
    for app in _jabbers(machine):
        owned = [scheme for scheme in _CALLS if machine.facts.owner(scheme) and machine.facts.owner(scheme).id == app.id]
        if owned:
            yield Finding("jabber.owns", {"application": app.name, "schemes": owned}, app.id)
        else:
            yield Finding("jabber.present", {"application": app.name}, app.id)


def _jabbers(machine: Machine) -> list[App]:
    apps = (app for found in machine.facts.ownership.values() for app in (found.owner, *found.candidates) if app)
    return [app for app in {app.id: app for app in apps}.values() if is_jabber(app, machine.platform)]


def inside_webex(machine: Machine):
    """Settings inside Webex that decide what a click does; said where this machine's facts suggest them."""
    chat = getattr(machine.backend, "hints", dict)().get("defaultImApp")
    if chat:
        yield Finding("webex.outlook", {"application": chat})
    if machine.facts.webex and (_jabbers(machine) or (chat and "webex" not in chat.lower())):
        yield Finding("webex.startCallsWith")


def _make_default(machine: Machine, scheme: str, app: App | None) -> Repair | None:
    """On Linux it is done; where only the person may, the settings page is opened."""
    backend = machine.backend
    if app is None or backend.name == "none":
        return None
    if backend.name != "linux":
        return Repair(f"opens {backend.settings_page(app)}: choose Webex for {scheme}", (), lambda: backend.open_settings(app))
    if not backend.can_be_default(app):
        return None
    touched = backend.default_files()
    says = f"xdg-mime default {app.id} x-scheme-handler/{scheme}: writes {os.path.basename(touched[0])}"
    return Repair(says, touched, lambda: backend.make_default(scheme, app))


CHECKS = (webex, owners, jabber, inside_webex)
