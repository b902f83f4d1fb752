"""The native host manifest for one browser family, and the program that it names."""

import os
import shlex
import sys

from ..resources import load

_PACKAGE_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def host_name() -> str:
    """The native messaging host's name."""
    return load("identity.json")["native_host"]


def render(family: str, program: str, extra_ids=()) -> dict:
    """The manifest as a dictionary. ``program``: absolute path. ``extra_ids``: allowed beside ``identity.json``'s."""
    identity = load("identity.json")
    ids = [*identity[family]["extension_ids"]]
    ids += [item for item in extra_ids if (family == "firefox") == ("@" in item or item.startswith("{")) and item not in ids]
    manifest = {**load("host/manifest.json"), "name": identity["native_host"], "path": program}
    if family == "firefox":
        return {**manifest, "allowed_extensions": ids}
    return {**manifest, "allowed_origins": [f"chrome-extension://{item}/" for item in ids]}


def frozen_program() -> str | None:
    """This program itself when it is frozen."""
    return os.path.abspath(sys.executable) if getattr(sys, "frozen", False) else None


_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from webex_click_to_call.__main__ import main; sys.exit(main())"


def launcher(platform: str) -> tuple[str, bytes]:
    """Suffix and content of a script that starts this very source tree with this very interpreter; browsers give it a minimal PATH."""
    if platform == "windows":
        program, root = (f'"{path}"'.replace("%", "%%") for path in (sys.executable, _PACKAGE_ROOT))
        return ".bat", f'@chcp 65001 >nul\r\n@{program} -I -c "{_START}" {root} %*\r\n'.encode()
    words = " ".join(map(shlex.quote, (sys.executable, "-I", "-c", _START, _PACKAGE_ROOT)))
    return ".sh", f'#!/bin/sh\nexec {words} "$@"\n'.encode()
