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

# Ends the hosts that run from these files: their browsers start the new one with the next call. Not those of a container.
_END_RUNNING = """for exe in /proc/[0-9]*/exe; do
  case "$(readlink "$exe" 2>/dev/null)" in
    {place}/{name}*|{place}.old/{name}*)
      process=${{exe%/exe}}
      if [ "$process/root" -ef / ]; then kill "${{process#/proc/}}" 2>/dev/null || true; fi ;;
  esac
done"""
# Every known browser, found or not: one that is installed later works at once.
_AFTER = """#!/bin/sh
set -e
{end_running}
exec {place}/{name} install --system {browsers} >/dev/null
"""
# dpkg says "remove" or "upgrade", rpm how many versions are left.
_BEFORE_REMOVAL = """#!/bin/sh
set -e
case "$1" in remove|0)
  {place}/{name} uninstall --system {browsers} >/dev/null
  {end_running}
  ;;
esac
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
if [ "$(id -u)" != 0 ]; then
  echo "{name}: only root may do this: sudo $0 $*" >&2
  exit 1
fi
there=$(cat {place}/VERSION 2>/dev/null || true)
if [ -z "$there" ] && [ -e {place} ]; then
  echo "{name}: installed as a package; upgrade or remove it with the package manager" >&2
  exit 1
fi
if [ "$1" = --remove ]; then
  if [ -x {place}/{name} ]; then {place}/{name} uninstall --system {browsers} >/dev/null; fi
  {end_running}
  rm -rf {place} {place}.new {place}.old /usr/bin/{name}
  exit 0
fi
if [ -n "$there" ] && [ "$(printf '%s\n' "$there" {version} | sort -V | tail -n 1)" != {version} ]; then
  echo "{name}: {version} is older than the installed $there; remove that first: $0 --remove" >&2
  exit 1
fi
rm -rf {place}.new {place}.old
mkdir -p {place}.new
cp -R {name}/. {place}.new/
echo {version} >{place}.new/VERSION
chown -R 0:0 {place}.new
# Two renames: a browser that starts the host meanwhile finds the old one or the new one, never half of one.
if [ -e {place} ]; then mv {place} {place}.old; fi
mv {place}.new {place}
{end_running}
rm -rf {place}.old
ln -sf ../lib/{name}/{name} /usr/bin/{name}
{place}/{name} install --system {browsers} >/dev/null
"""


def build(frozen: Path, version: str, out: Path) -> list[Path]:
    """Make the three from a frozen host (``dist/host/webex-click-to-call``); return their paths."""
    browsers = json.loads((ROOT / "manifests/browsers.json").read_text())["browsers"]
    words = {"place": PLACE, "name": NAME, "version": version,
             "end_running": _END_RUNNING.format(place=PLACE, name=NAME), "browsers": " ".join(f"--browser {row['id']}" for row in browsers)}
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
