"""Windows: the registry decides. UserChoice -> ProgId -> shell\\open\\command; RegisteredApplications gives the candidates.

https://learn.microsoft.com/windows/win32/shell/default-programs and .../fa-progids. Only the person can change
UserChoice, so a default is never written here.
"""

import ntpath
import re
from dataclasses import replace
from urllib.parse import quote

from ..errors import Failure
from ..resources import load
from . import App, Ownership
from .winregistry import Machine

_CLASSES = "Software\\Classes"
_CHOICE = "Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations"
_APP_PATHS = "Software\\Microsoft\\Windows\\CurrentVersion\\App Paths"
_REGISTERED = ("Software\\RegisteredApplications", "Software\\WOW6432Node\\RegisteredApplications")
_SETTINGS = "ms-settings:defaultapps"  # learn.microsoft.com/windows/apps/develop/launch/launch-default-apps-settings
_OWNERS = {"HKCU": "User", "HKLM": "Machine"}
_PLACEHOLDER = re.compile(r"%[1Ll*]")
_PROGRAM = re.compile(r'\s*(?:"([^"]+)"|(.+?\.exe)(?=\s|$)|(\S+))', re.IGNORECASE)


class WindowsBackend:
    """``machine`` reads the registry and starts programs; tests give one made of a ``.reg`` export."""

    name = "windows"

    def __init__(self, machine: Machine | None = None):
        self.registry = machine or Machine()
        self._schemes = tuple(load("schemes.json")["schemes"])

    def ownership(self, scheme: str, apps: tuple[App, ...]) -> Ownership:
        candidates = [app for app in apps if scheme in app.schemes]
        for key in ("UserChoiceLatest\\ProgId", "UserChoice"):
            prog_id = self.registry.value("HKCU", f"{_CHOICE}\\{scheme}\\{key}", "ProgId")
            owner = self._of_prog_id(prog_id, scheme) if prog_id else None
            if owner:
                return _ownership(owner, f"the person's choice ({key.partition(chr(92))[0]})", candidates)
        for hive in ("HKCU", "HKLM"):
            if self.registry.value(hive, f"{_CLASSES}\\{scheme}", "URL Protocol") is not None:
                owner = self._of_class(hive, scheme, scheme)
                if owner:
                    return _ownership(owner, f"registered in {hive}\\{_CLASSES}\\{scheme}", candidates)
        return Ownership(None, "no application is registered for it", tuple(candidates))

    def apps(self) -> tuple[App, ...]:
        found: dict[str, App] = {}
        for app in (*self._registered(), *self._classes(), *self._webex_itself()):
            same = _identity(app)
            schemes = app.schemes | found[same].schemes if same in found else app.schemes
            found[same] = replace(found.get(same, app), schemes=schemes)
        return tuple(found.values())

    def has_program(self, name: str) -> bool:
        return any(self._app_path(hive, name) for hive in ("HKCU", "HKLM"))

    def open(self, app: App, uri: str) -> None:
        if re.search(r'[\s"\x00-\x1f\x7f]', uri):  # many handlers are registered unquoted: app.exe -URI %1
            raise Failure("COMMAND_INVALID", application=app.name, what="the URI holds a space or a quote")
        try:
            if app.program:
                self.registry.start(app.program, _command_line(app.command, uri))
            else:
                self.registry.shell_open(uri)  # a packaged application: Windows activates it by itself
        except OSError as error:
            raise Failure("OPEN_FAILED", application=app.name, what=error.strerror or str(error)) from None

    def make_default(self, scheme: str, app: App) -> None:
        raise Failure("DEFAULT_BY_PERSON", page=self.settings_page(app))

    def settings_page(self, app: App | None = None) -> str:
        """An application that is registered has a page of its own, named as it is registered there."""
        named = app.facts.get("settings") if app else None
        return f"{_SETTINGS}?{named}" if named else _SETTINGS

    def open_settings(self, app: App | None = None) -> None:
        try:
            self.registry.shell_open(self.settings_page(app))
        except OSError as error:
            raise Failure("DEFAULT_FAILED", page=self.settings_page(app), what=error.strerror or str(error)) from None

    def hints(self) -> dict:
        """What Windows says of neighbours: the chat application that Outlook starts calls with."""
        return {"defaultImApp": self.registry.value("HKCU", "Software\\IM Providers", "DefaultIMApp")}

    def _registered(self):
        for hive in ("HKCU", "HKLM"):
            for root in _REGISTERED:
                for name, place in self.registry.values(hive, root).items():
                    urls = self.registry.values(hive, f"{place}\\URLAssociations")
                    title = self.registry.value(hive, place, "ApplicationName") or name
                    for scheme, prog_id in urls.items():
                        scheme = scheme.lower()
                        app = self._of_prog_id(prog_id, scheme, title) if scheme in self._schemes else None
                        if app:
                            named = f"registeredApp{_OWNERS[hive]}={quote(name, safe='')}"
                            yield replace(app, facts={**app.facts, "settings": named})

    def _classes(self):
        for hive in ("HKCU", "HKLM"):
            for scheme in self._schemes:
                if self.registry.value(hive, f"{_CLASSES}\\{scheme}", "URL Protocol") is not None:
                    app = self._of_class(hive, scheme, scheme)
                    if app:
                        yield app

    def _webex_itself(self):
        for program in load("webex.json")["webex"]["windows"]["programs"]:
            for hive in ("HKCU", "HKLM"):
                path = self._app_path(hive, program)
                if path:
                    yield self._app(program, "", f'"{path}" "%1"', frozenset(), f"{hive}\\{_APP_PATHS}\\{program}")

    def _app_path(self, hive: str, program: str) -> str:
        """Where an executable stands, "" if nothing tells."""
        path = self.registry.value(hive, f"{_APP_PATHS}\\{program}", "")
        return self.registry.expand(path).strip('"') if path else ""

    def _of_prog_id(self, prog_id: str, scheme: str, title: str = "") -> App | None:
        for hive in ("HKCU", "HKLM"):
            app = self._of_class(hive, prog_id, scheme, title)
            if app:
                return app
        return None

    def _of_class(self, hive: str, prog_id: str, scheme: str, title: str = "") -> App | None:
        """The application behind a class key; None if the key opens nothing."""
        key = f"{_CLASSES}\\{prog_id}"
        command = self.registry.value(hive, f"{key}\\shell\\open\\command", "")
        packaged = self.registry.value(hive, f"{key}\\Application", "AppUserModelID")
        if not command and not packaged:
            return None
        name = title or self.registry.value(hive, f"{key}\\Application", "ApplicationName") or ""
        return self._app(prog_id, name, self.registry.expand(command or ""), frozenset([scheme]), f"{hive}\\{key}")

    def _app(self, prog_id: str, name: str, command: str, schemes: frozenset, origin: str) -> App:
        program = program_of(command)
        facts = self.registry.file_facts(program) if program else {}
        shown = name or facts.get("product") or ntpath.basename(program) or prog_id
        return App(prog_id, shown, command, program, schemes, origin, facts)


def program_of(command: str) -> str:
    """The executable of a registered command, which may stand unquoted although its path has spaces."""
    match = _PROGRAM.match(command)
    return next((group for group in match.groups() if group), "") if match else ""


def _command_line(command: str, uri: str) -> str:
    if _PLACEHOLDER.search(command):
        return _PLACEHOLDER.sub(lambda _: uri, command)
    return f'{command} "{uri}"'


def _ownership(owner: App, how: str, candidates: list[App]) -> Ownership:
    return Ownership(owner, how, tuple(app for app in candidates if _identity(app) != _identity(owner)))


def _identity(app: App) -> str:
    """One application has many ProgIDs; what it runs is what it is."""
    return (app.program or app.id).lower()
