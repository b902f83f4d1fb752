"""Registering the host in a world, for the suites that run on every system."""

from pathlib import Path

from webex_click_to_call.install import browsers, registration


def targets(world, *names, everybody=False):
    return registration.targets(list(names), everybody, None, world.system())


def install(world, *names, everybody=False):
    return [place for target in targets(world, *names, everybody=everybody) for place in registration.install(target, world.system())]


def uninstall(world, everybody=False):
    system = world.system()
    return [place for target in registration.registered(everybody, system) for place in registration.uninstall(target, system)]


def manifest(world, browser="chrome", user_level=True) -> Path:
    """The manifest that the browser would go by."""
    system = world.system()
    found = registration.in_force(browsers.named(browser, system.platform), user_level, system)
    return Path(found[1]) if found else None
