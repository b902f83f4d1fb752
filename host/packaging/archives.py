"""Archives that are the same bytes for the same content: sorted names, one time, plain modes."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

EPOCH = 1704067200  # 2024-01-01, the time of every file in every archive
_ZIP_TIME = (2024, 1, 1, 0, 0, 0)


def tree(folder: Path) -> dict[str, bytes]:
    """Name inside the folder to content, sorted."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, files[name])
    return out.getvalue()


def tarred(folder: Path, below: str) -> bytes:
    """A .tar.gz of a folder, everything below one directory; a file that may be run stays so."""
    out = io.BytesIO()
    packing = gzip.GzipFile("", "wb", 9, out, mtime=EPOCH)
    with packing as packed, tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for path in sorted(folder.rglob("*")):
            entry = archive.gettarinfo(path, f"{below}/{path.relative_to(folder).as_posix()}")
            entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = EPOCH, 0, 0, "root", "root"
            entry.mode = 0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644
            with path.open("rb") if entry.isreg() else io.BytesIO() as content:
                archive.addfile(entry, content if entry.isreg() else None)
    return out.getvalue()
