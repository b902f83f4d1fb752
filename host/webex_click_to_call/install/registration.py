"""What ``install`` and ``uninstall`` do on Linux: one host manifest a browser, and a launcher for a source tree."""

import json
import os
from dataclasses import dataclass

from ..errors import Failure
from ..policy import read as read_policy
from . import journal, manifest
from .browsers import Browser, all_browsers, named


@dataclass(frozen=True)
class Target:
    """A directory in which a browser looks for host manifests."""

    browser: Browser
    directory: str

    @property
    def manifest_path(self) -> str:
        return os.path.join(self.directory, manifest.host_name() + ".json")

    @property
    def record_path(self) -> str:
        return journal.record_path(self.directory, manifest.host_name())


def targets(names: list[str], system: bool, user_data_dir: str | None, home: str) -> list[Target]:
    """The places meant by the command line; every browser found when none is named. Raises NO_BROWSER."""
    chosen = [named(name) for name in names] or [item for item in all_browsers() if item.found(home)]
    if user_data_dir:
        if len(chosen) != 1 or chosen[0].family != "chromium" or system:
            raise Failure("USAGE", what="--user-data-dir goes with one --browser of the Chromium family")
        return [Target(chosen[0], os.path.join(os.path.abspath(user_data_dir), "NativeMessagingHosts"))]
    if not chosen:
        raise Failure("NO_BROWSER")
    found = [Target(item, item.directory("system" if system else "user", home)) for item in chosen]
    return list({target.directory: target for target in found}.values())


def writes(target: Target, program: str | None) -> list[journal.Write]:
    """The files that register the host there. ``program``: the host's absolute path, None for this very one."""
    program = program or manifest.frozen_program()
    launcher: list[journal.Write] = []
    if program is None:
        program = os.path.join(target.directory, manifest.host_name() + ".sh")
        launcher = [journal.Write(program, manifest.launcher(), 0o755)]
    content = manifest.render(target.browser.family, program, read_policy().extension_ids)
    return [*launcher, journal.Write(target.manifest_path, (json.dumps(content, indent=2) + "\n").encode())]


def install(target: Target, program: str | None = None) -> list[str]:
    """Register; return the files that changed."""
    if program and not (os.path.isabs(program) and os.path.isfile(program) and os.access(program, os.X_OK)):
        raise Failure("USAGE", what="--host must be the absolute path of a program", path=program)
    return journal.apply(target.record_path, writes(target, program))


def uninstall(target: Target) -> list[str]:
    """Undo; return the files that changed."""
    return journal.undo(target.record_path)
