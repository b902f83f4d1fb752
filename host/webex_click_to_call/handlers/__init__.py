"""Who takes which call scheme on this machine, and how a URI is handed over. One module per operating system."""

import sys
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True)
class App:
    """An application that takes, or could take, call URIs.

    id: desktop-file id, ProgID or bundle id.  command: as registered, for people to read.
    program: the executable's path.  schemes: those it declares.  facts: what else helps to recognise it
    (product, publisher).  origin: where it is registered.
    """

    id: str
    name: str
    command: str = ""
    program: str = ""
    schemes: frozenset = frozenset()
    origin: str = ""
    facts: dict = field(default_factory=dict, compare=False, hash=False)


@dataclass(frozen=True)
class Ownership:
    """Who gets a scheme now (None: nobody), how that was decided, and who else could."""

    owner: App | None
    how: str
    candidates: tuple[App, ...] = ()


class Backend(Protocol):
    """What each operating system answers. Every failure is a ``Failure`` of the 4xx family."""

    name: str
    registry: Any
    """The lowest layer of Windows' registry (``winregistry.Machine``); None elsewhere."""

    def ownership(self, scheme: str, apps: tuple[App, ...]) -> Ownership:
        """Who takes ``scheme``; ``apps`` is what ``apps()`` gave, from which the candidates come."""

    def apps(self) -> tuple[App, ...]:
        """All applications that declare a call scheme, and Webex and Jabber wherever they stand."""

    def has_program(self, name: str) -> bool:
        """Whether a program is installed: a name on PATH, an executable with an App Path, a bundle identifier."""

    def open(self, app: App, uri: str) -> None:
        """Start ``app`` with ``uri`` as one argument; it outlives this process."""

    def make_default(self, scheme: str, app: App) -> None:
        """Make ``app`` the owner of ``scheme``; DEFAULT_BY_PERSON where only the person can."""

    def settings_page(self, app: App | None = None) -> str:
        """What a person opens to choose default applications; ``app``'s own page where there is one."""

    def open_settings(self, app: App | None = None) -> None:
        """Open that page, where there is one; DEFAULT_FAILED where there is none."""


def of_this_machine() -> Backend:
    """The backend of the running operating system; one that fails with advice elsewhere."""
    if sys.platform == "linux":
        from .linux import LinuxBackend

        return LinuxBackend()
    if sys.platform == "win32":
        from .windows import WindowsBackend

        return WindowsBackend()
    if sys.platform == "darwin":
        from .macos import MacBackend

        return MacBackend()
    from .fail import FailingBackend

    return FailingBackend()
