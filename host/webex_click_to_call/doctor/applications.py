"""Does every scheme end in Webex?"""

import os

from ..handlers import App
from ..uri import SCHEMES
from ..webex import is_jabber
from . import Finding, Machine, Repair, webex_names

_CALLS = tuple(scheme for scheme in SCHEMES if scheme != "webexauth")  # that one is for phones


def webex(machine: Machine):
    """Webex: there, running, and only once."""
    installed = {app.program or app.id for app in machine.facts.webex}
    running = webex_names(machine)
    if not installed:
        yield Finding(
            "webex.missing",
            "error",
            "Webex was not found.",
            "There is nothing that a call could be handed to.",
            "Install Webex from https://www.webex.com/downloads.html and start it once.",
        )
    elif not running:
        yield Finding(
            "webex.notRunning",
            "info",
            "Webex is not running.",
            "The first call starts it, which takes a while.",
            "Start Webex when you sign in to the desktop.",
        )
    if len(installed) > 1:
        yield Finding(
            "webex.several",
            "warning",
            f"Webex is installed {len(installed)} times: {', '.join(sorted(installed))}.",
            "A call may reach the one that you are not signed in to.",
            "Remove those that you do not use.",
        )


def owners(machine: Machine):
    """The owner of each scheme, and who else could."""
    chosen = next((app for app in machine.facts.webex if app.origin), None)
    for scheme in _CALLS:
        found = machine.facts.ownership[scheme]
        if machine.facts.is_webex(found.owner) or not machine.facts.webex:
            continue
        others = ", ".join(app.name for app in found.candidates) or "none"
        who = f"{found.owner.name} ({found.how})" if found.owner else "nobody"
        grave = "warning" if found.owner else "info"
        yield Finding(
            "scheme.ownerNotWebex",
            grave,
            f"{scheme}: links belong to {who}. Others that could take them: {others}.",
            "The host hands calls to Webex all the same; plain links, and links in other programs, go elsewhere.",
            f"Make Webex the default: {machine.backend.settings_page()}.",
            scheme,
            _make_default(machine, scheme, chosen),
        )


def jabber(machine: Machine):
    """Cisco Jabber registers itself for the same schemes."""
    for app in _jabbers(machine):
        owned = [scheme for scheme in _CALLS if machine.facts.owner(scheme) and machine.facts.owner(scheme).id == app.id]
        seen = f"{app.name} is installed" + (f" and owns {', '.join(owned)}." if owned else ".")
        yield Finding(
            "jabber.present",
            "warning" if owned else "info",
            seen,
            "Jabber takes tel, sip and clicktocall for itself whenever it is installed or updated.",
            "Remove Jabber, or make Webex the default again after each update of it.",
            app.id,
        )


def _jabbers(machine: Machine) -> list[App]:
    apps = (app for found in machine.facts.ownership.values() for app in (found.owner, *found.candidates) if app)
    return [app for app in {app.id: app for app in apps}.values() if is_jabber(app, machine.backend.name)]


def inside_webex(machine: Machine):
    """Settings inside Webex that decide what a click does; said where this machine's facts suggest them."""
    chat = getattr(machine.backend, "hints", dict)().get("defaultImApp")
    if chat:
        yield Finding(
            "webex.outlook",
            "info",
            f"Windows' chat application (IM Providers, DefaultIMApp) is {chat}.",
            "Outlook and Office start calls with that application, whatever owns the schemes.",
            'In Webex: Settings, General, "Always connect to Microsoft Outlook".',
        )
    if machine.facts.webex and (_jabbers(machine) or (chat and "webex" not in chat.lower())):
        yield Finding(
            "webex.startCallsWith",
            "info",
            "Another calling application is at home on this machine.",
            "Webex itself may be set to start calls with another application.",
            'In Webex: Settings, Calling, "Start calls with": choose Webex.',
        )


def _make_default(machine: Machine, scheme: str, app: App | None) -> Repair | None:
    """On Linux it is done; where only the person may, the settings page is opened."""
    backend = machine.backend
    if app is None or backend.name == "none":
        return None
    if backend.name != "linux":
        return Repair(f"opens {backend.settings_page()}: choose Webex for {scheme}", (), backend.open_settings)
    if not backend.can_be_default(app):
        return None
    touched = backend.default_files()
    says = f"xdg-mime default {app.id} x-scheme-handler/{scheme}: writes {os.path.basename(touched[0])}"
    return Repair(says, touched, lambda: backend.make_default(scheme, app))


CHECKS = (webex, owners, jabber, inside_webex)
