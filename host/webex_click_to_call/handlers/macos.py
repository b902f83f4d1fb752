"""macOS: LaunchServices decides. Only the person changes a default application, in System Settings."""

import os
import subprocess

from ..errors import Failure
from ..resources import load
from . import App, Ownership
from .launchservices import Bundle, LaunchServices


class MacBackend:
    """``services`` answers who opens what; tests give one made of property lists as LaunchServices writes them."""

    name = "macos"
    registry = None

    def __init__(self, services: LaunchServices | None = None, opener: str = "/usr/bin/open"):
        self._services = services or LaunchServices()
        self._opener = opener
        self._schemes = tuple(load("schemes.json")["schemes"])

    def ownership(self, scheme: str, apps: tuple[App, ...]) -> Ownership:
        bundle = self._services.default_for(scheme)
        candidates = tuple(app for app in apps if scheme in app.schemes and not (bundle and app.origin == bundle.path))
        if bundle is None:
            return Ownership(None, "LaunchServices knows no application for it", candidates)
        return Ownership(_app(bundle, frozenset([scheme])), "default in LaunchServices", candidates)

    def apps(self) -> tuple[App, ...]:
        schemes: dict[Bundle, set[str]] = {}
        for scheme in self._schemes:
            for bundle in self._services.all_for(scheme):
                schemes.setdefault(bundle, set()).add(scheme)
        for identifier in load("webex.json")["webex"]["macos"]["bundleIds"]:
            for bundle in self._services.with_id(identifier):
                schemes.setdefault(bundle, set())
        return tuple(_app(bundle, frozenset(taken)) for bundle, taken in schemes.items())

    def has_program(self, name: str) -> bool:
        return bool(self._services.with_id(name))

    def open(self, app: App, uri: str) -> None:
        scheme = uri.partition(":")[0]
        if not scheme.isalpha():  # open(1) has no -- that ends its options
            raise Failure("COMMAND_INVALID", application=app.name, what="this is not a URI")
        try:
            self._open("-b", app.id, uri)
        except Failure as failure:
            raise Failure("OPEN_FAILED", application=app.name, **failure.details) from None

    def make_default(self, scheme: str, app: App) -> None:
        raise Failure("DEFAULT_BY_PERSON", page=self.settings_page())

    def _open(self, *arguments: str) -> None:
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
        try:
            done = subprocess.run([self._opener, *arguments], start_new_session=True, timeout=10, **quiet)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Failure("OPEN_FAILED", what=str(error)) from None
        if done.returncode:
            raise Failure("OPEN_FAILED", what=done.stderr.decode(errors="replace").strip()[:200])

    def settings_page(self, app: App | None = None) -> str:
        return "System Settings, General; or FaceTime, Settings, Default for calls"

    def open_settings(self, app: App | None = None) -> None:
        self._open("x-apple.systempreferences:")


def _app(bundle: Bundle, schemes: frozenset) -> App:
    return App(
        bundle.id, bundle.name, f"open -b {bundle.id}", os.path.join(bundle.path, "Contents/MacOS", bundle.program), schemes, bundle.path
    )
