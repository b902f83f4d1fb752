"""The frozen host as .deb, .rpm (nfpm) and .tar.gz: per machine, silent, registered for every browser, gone without a trace."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .archives import EPOCH, tarred

ROOT = Path(__file__).resolve().parents[2]
NAME = "webex-click-to-call"
PLACE = f"/usr/lib/{NAME}"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}

# Every known browser, found or not: one that is installed later works at once.
_AFTER = """#!/bin/sh
set -e
exec {place}/{name} install --system {browsers} >/dev/null
"""
# dpkg says "remove" or "upgrade", rpm how many versions are left.
_BEFORE_REMOVAL = """#!/bin/sh
set -e
case "$1" in remove|0) {place}/{name} uninstall --system {browsers} >/dev/null ;; esac
"""
_BEFORE_DEB = """#!/bin/sh
set -e
if [ "$1" = upgrade ] && dpkg --compare-versions "$2" gt "{version}"; then
  echo "{name}: {version} is older than the installed $2; remove that first" >&2
  exit 1
fi
"""
_INSTALL = """#!/bin/sh
# Installs from the unpacked archive, per machine: sudo ./install.sh; removes: sudo ./install.sh --remove
set -e
cd "$(dirname "$0")"
if [ "$1" = --remove ]; then
  {place}/{name} uninstall --system {browsers} >/dev/null
  rm -rf {place} /usr/bin/{name}
  exit 0
fi
mkdir -p {place}.new
cp -R {name}/. {place}.new/
chown -R 0:0 {place}.new
rm -rf {place}
mv {place}.new {place}
ln -sf ../lib/{name}/{name} /usr/bin/{name}
{place}/{name} install --system {browsers} >/dev/null
"""


def build(frozen: Path, version: str, out: Path) -> list[Path]:
    """Make the three from a frozen host (``dist/host/webex-click-to-call``); return their paths."""
    browsers = json.loads((ROOT / "manifests/browsers.json").read_text())["browsers"]
    words = {"place": PLACE, "name": NAME, "version": version, "browsers": " ".join(f"--browser {row['id']}" for row in browsers)}
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder)
        shutil.copytree(frozen, stage / NAME, symlinks=True)
        for name, text in (("after.sh", _AFTER), ("before-removal.sh", _BEFORE_REMOVAL), ("before.sh", _BEFORE_DEB)):
            (stage / name).write_text(text.format(**words))
        _same_times(stage)
        made = [_nfpm(stage, version, packager, out) for packager in ("deb", "rpm")]
        archive = stage / "archive"
        shutil.copytree(frozen, archive / NAME, symlinks=True)
        (archive / "install.sh").write_text(_INSTALL.format(**words))
        (archive / "install.sh").chmod(0o755)
        target = out / f"{NAME}-{version}-linux-{platform.machine()}.tar.gz"
        target.write_bytes(tarred(archive, f"{NAME}-{version}"))
    return [*made, target]


def _nfpm(stage: Path, version: str, packager: str, out: Path) -> Path:
    time = "2024-01-01T00:00:00Z"
    config = {
        "name": NAME,
        "arch": ARCHITECTURES[platform.machine()],
        "version": version,
        "platform": "linux",
        "section": "net",
        "maintainer": "Click to Call for Webex contributors <noreply@webex-click-to-call.github.io>",
        "license": "MPL-2.0",
        "description": "Native messaging host of the browser extension Click to Call for Webex:\nhands telephone numbers to Webex.",
        "homepage": "https://github.com/webex-click-to-call",
        "mtime": time,
        "rpm": {"buildhost": "localhost"},
        "contents": [
            {"src": str(stage / NAME), "dst": PLACE, "type": "tree", "file_info": {"mtime": time}},
            {"src": f"../lib/{NAME}/{NAME}", "dst": f"/usr/bin/{NAME}", "type": "symlink", "file_info": {"mtime": time}},
        ],
        "scripts": {
            "postinstall": str(stage / "after.sh"),
            "preremove": str(stage / "before-removal.sh"),
            **({"preinstall": str(stage / "before.sh")} if packager == "deb" else {}),
        },
    }
    file = stage / f"nfpm-{packager}.json"  # JSON is YAML
    file.write_text(json.dumps(config))
    machine = platform.machine()
    names = {"deb": f"{NAME}_{version}_{ARCHITECTURES[machine]}.deb", "rpm": f"{NAME}-{version}-1.{machine}.rpm"}
    target = out / names[packager]
    program = Path(sys.executable).with_name("nfpm")
    done = subprocess.run(
        [program, "package", "--config", file, "--packager", packager, "--target", target],
        capture_output=True,
        text=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH)},
    )
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return target


def _same_times(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (EPOCH, EPOCH), follow_symlinks=False)
