"""Browser policies for one browser alone: its own view of /etc in a mount namespace (Linux, root or user namespaces)."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from tests.lab.browsers import executable

_LAUNCHER = """#!/bin/sh
exec unshare {flags} --mount --propagation private sh -c \
'mount --bind "$CTC_ETC_CHROMIUM" /etc/chromium && exec "$CTC_CHROMIUM" "$@"' sh "$@"
"""


def chromium_with(policies: dict[str, Any], folder: Path, environment: dict[str, str]) -> str:
    """The path of a launcher for Chromium under `policies`; adds what it needs to `environment`."""
    managed = folder / "etc-chromium" / "policies" / "managed"
    managed.mkdir(parents=True, exist_ok=True)
    (managed / "lab.json").write_text(json.dumps(policies))
    launcher = folder / "chromium-with-policies"
    launcher.write_text(_LAUNCHER.format(flags="" if os.geteuid() == 0 else "--map-root-user"))
    launcher.chmod(0o755)
    environment["CTC_ETC_CHROMIUM"] = str(folder / "etc-chromium")
    environment["CTC_CHROMIUM"] = executable("chromium")
    return str(launcher)
