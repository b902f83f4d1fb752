"""The desktop session around browser and Webex, and where to look for more."""

from . import Finding, Machine
from .hosts import sandboxes


def display(machine: Machine):
    """An application cannot open a window without one."""
    if machine.backend.name == "linux" and not (machine.env.get("DISPLAY") or machine.env.get("WAYLAND_DISPLAY")):
        yield Finding(
            "session.noDisplay",
            "error",
            "Neither DISPLAY nor WAYLAND_DISPLAY is set.",
            "Webex cannot open a window, so no call can be handed over.",
            "Sign in to a desktop session.",
        )


def portal(machine: Machine):
    """A sandboxed browser opens links only through the desktop portal."""
    if any(True for _ in sandboxes(machine)) and not any(name.startswith("xdg-desktop-por") for name in machine.running()):
        yield Finding(
            "session.noPortal",
            "warning",
            "xdg-desktop-portal is not running.",
            "A sandboxed browser can open call links through it only.",
            "Install xdg-desktop-portal and the backend of your desktop, and sign in again.",
        )


def log(machine: Machine):
    """Where the host writes."""
    yield Finding(
        "log.place",
        "info",
        "The host keeps no log; its errors go to the browser's own error output.",
        "Support asks for it.",
        "Start the browser from a terminal to see them.",
    )


CHECKS = (display, portal, log)
