"""Linux: desktop files decide. Hands over straight to the owner's Exec, as ``gio open`` does, without a process between."""

import os
import subprocess

from ..errors import Failure
from ..processes import child_environment
from ..resources import load
from . import App, Ownership, desktop_entry
from .desktop_entry import DesktopEntry
from .mimeapps import Places, read

_MARK = b"x-scheme-handler/"


class LinuxBackend:
    """``env`` is the environment to go by; the machine's own unless a test gives another."""

    name = "linux"
    registry = None

    def __init__(self, env: dict | None = None):
        self._env = dict(os.environ if env is None else env)
        self._places = Places.of(self._env)
        self._markers = load("webex.json")["webex"]["linux"]

    def ownership(self, scheme: str, apps: tuple[App, ...]) -> Ownership:
        ranked = read(self._places, f"x-scheme-handler/{scheme}", _holds)
        usable = [(app, item.how) for app, item in ((self._by_id(item.id), item) for item in ranked) if app]
        others = [app for app in apps if scheme in app.schemes]
        candidates = tuple(dict.fromkeys([app for app, _ in usable] + others))
        if not usable:
            return Ownership(None, "no application is associated with it", candidates)
        owner, how = usable[0]
        return Ownership(owner, how, tuple(app for app in candidates if app.id != owner.id))

    def apps(self) -> tuple[App, ...]:
        found: dict[str, App | None] = {}
        for place in self._places.data:
            for path, item in _desktop_files(f"{place}/applications"):
                if item not in found:  # one that is hidden still hides those of its id after it
                    found[item] = self._load(path, item, _MARK)
        for path in self._markers["desktopFiles"]:
            item = os.path.basename(path)
            found[item] = found.get(item) or self._load(path, item)
        ours = frozenset(load("schemes.json")["schemes"])
        return tuple(app for app in found.values() if app and (app.schemes & ours or app.origin in self._markers["desktopFiles"]))

    def has_program(self, name: str) -> bool:
        return bool(self._program(name))

    def open(self, app: App, uri: str) -> None:
        if not (self._env.get("DISPLAY") or self._env.get("WAYLAND_DISPLAY")):
            raise Failure("NO_DISPLAY")
        entry = _read_entry(app.origin)
        try:
            if entry is None or entry.flag("Terminal"):
                raise ValueError("the desktop file cannot be used")
            arguments = desktop_entry.command_line(entry, app.origin, uri)
        except ValueError as error:
            raise Failure("COMMAND_INVALID", application=app.name, what=str(error)) from None
        directory = entry.text("Path") or self._env.get("HOME", "/")
        try:
            subprocess.Popen(
                arguments,
                executable=self._program(arguments[0]) or arguments[0],
                cwd=directory if os.path.isdir(directory) else "/",
                env=child_environment(self._env),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            raise Failure("OPEN_FAILED", application=app.name, what=error.strerror or str(error)) from None

    def make_default(self, scheme: str, app: App) -> None:
        command = ["xdg-mime", "default", app.id, f"x-scheme-handler/{scheme}"]
        try:
            done = subprocess.run(command, env=child_environment(self._env), stdin=subprocess.DEVNULL, capture_output=True, timeout=10)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Failure("DEFAULT_FAILED", what=str(error)) from None
        if done.returncode:
            raise Failure("DEFAULT_FAILED", what=done.stderr.decode(errors="replace").strip()[:200])

    def settings_page(self, app: App | None = None) -> str:
        return "Default Applications"

    def open_settings(self, app: App | None = None) -> None:
        raise Failure("DEFAULT_FAILED", page=self.settings_page())

    def default_files(self) -> tuple[str, ...]:
        """What ``make_default`` may write."""
        return (f"{self._places.config[0]}/mimeapps.list", f"{self._places.data[0]}/applications/mimeapps.list")

    def can_be_default(self, app: App) -> bool:
        """Whether the application's desktop file stands where defaults are looked up."""
        return self._by_id(app.id) is not None

    def _by_id(self, item: str) -> App | None:
        """A desktop-file id is its path below applications/ with / written as -."""
        if "/" in item or not item.endswith(".desktop"):
            return None
        for place in self._places.data:
            path = _file_of(f"{place}/applications", item)
            entry = _read_entry(path) if path else None
            if entry and self._usable(entry):
                return self._app(entry, path, item)  # hidden or not: GLib and xdg-mime do not ask when the id is named
        return None

    def _load(self, path: str, item: str, mark: bytes = b"") -> App | None:
        entry = _read_entry(path, mark)
        if entry is None or entry.flag("Hidden") or not self._usable(entry):
            return None
        return self._app(entry, path, item)

    def _app(self, entry: DesktopEntry, path: str, item: str) -> App:
        command = entry.text("Exec")
        program = self._program(desktop_entry.split_exec(command)[0])
        return App(item, entry.text("Name") or item, command, program, entry.schemes(), path)

    def _usable(self, entry: DesktopEntry) -> bool:
        """What GLib asks of an entry: an application whose programs are there."""
        try_exec = entry.text("TryExec")
        try:
            arguments = desktop_entry.split_exec(entry.text("Exec"))
        except ValueError:
            return False
        return bool(
            entry.keys.get("Type") == "Application"
            and arguments
            and self._program(arguments[0])
            and (not try_exec or self._program(try_exec))
        )

    def _program(self, name: str) -> str:
        """The executable's path, "" if there is none."""
        path = self._env.get("PATH") or "/usr/local/bin:/usr/bin:/bin"
        tries = [name] if "/" in name else [f"{place}/{name}" for place in path.split(":") if os.path.isabs(place)]
        return next((item for item in tries if os.path.isfile(item) and os.access(item, os.X_OK)), "")


def _file_of(root: str, item: str) -> str | None:
    """The file with this id below ``root``: a - in the id may be a / in the path."""
    if os.path.isfile(f"{root}/{item}"):
        return f"{root}/{item}"
    for position, char in enumerate(item):
        folder = f"{root}/{item[:position]}"
        if char == "-" and os.path.isdir(folder):
            found = _file_of(folder, item[position + 1 :])
            if found:
                return found
    return None


def _holds(folder: str, item: str) -> bool:
    return _file_of(folder, item) is not None


def _desktop_files(root: str, prefix: str = ""):
    try:
        entries = sorted(os.scandir(root), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith(".desktop"):
            yield entry.path, prefix + entry.name
        elif entry.is_dir() and prefix.count("-") < 3:
            yield from _desktop_files(entry.path, f"{prefix}{entry.name}-")


def _read_entry(path: str, only_with: bytes = b"") -> DesktopEntry | None:
    try:
        with open(path, "rb") as file:
            raw = file.read(256 * 1024)
    except OSError:
        return None
    if only_with not in raw:
        return None
    return desktop_entry.parse(raw.decode(errors="replace"))
