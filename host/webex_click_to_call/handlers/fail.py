"""The backend of a platform that has none: it knows nobody and opens nothing, and says what to do."""

import sys

from ..errors import Failure
from . import App, Ownership


class FailingBackend:
    name = "none"
    registry = None

    def ownership(self, scheme: str, apps: tuple[App, ...]) -> Ownership:
        return Ownership(None, f"{sys.platform} is not supported")

    def apps(self) -> tuple[App, ...]:
        return ()

    def has_program(self, name: str) -> bool:
        return False

    def open(self, app: App, uri: str) -> None:
        raise Failure("PLATFORM_UNSUPPORTED", platform=sys.platform)

    def make_default(self, scheme: str, app: App) -> None:
        raise Failure("PLATFORM_UNSUPPORTED", platform=sys.platform)

    def settings_page(self, app: App | None = None) -> str:
        return ""

    def open_settings(self, app: App | None = None) -> None:
        raise Failure("DEFAULT_FAILED", page=self.settings_page())
