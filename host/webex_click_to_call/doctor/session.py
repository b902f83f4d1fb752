"""The desktop session around browser and Webex, and where to look for more."""

from . import Finding, Machine
from .hosts import sandboxes


def display(machine: Machine):
    """An application cannot open a window without one."""
    if machine.platform == "linux" and not (machine.env.get("DISPLAY") or machine.env.get("WAYLAND_DISPLAY")):
        yield Finding("session.noDisplay")


def portal(machine: Machine):
    """A sandboxed browser opens links only through the desktop portal."""
    if any(True for _ in sandboxes(machine)) and not any(name.startswith("xdg-desktop-por") for name in machine.running()):
        yield Finding("session.noPortal")


def log(machine: Machine):
    """Where the host writes."""
    yield Finding("log.place")


CHECKS = (display, portal, log)
