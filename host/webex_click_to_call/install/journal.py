"""Apply file changes and remember beside them how to undo each exactly.

The record stands in the directory of the change, hidden, so that an isolated profile carries its own.
"""

import base64
import hashlib
import json
import os
from dataclasses import dataclass

from ..errors import Failure
from . import files


@dataclass(frozen=True)
class Write:
    """One file to be there: absolute path, content, mode."""

    path: str
    content: bytes
    mode: int = 0o644


def record_path(directory: str, name: str) -> str:
    """Where the record of changes called ``name`` in ``directory`` stands."""
    return os.path.join(directory, f".{name}.undo.json")


def apply(directory: str, name: str, writes: list[Write]) -> list[str]:
    """Make the files be there, all in ``directory``; return the paths that changed. Undone if one of them fails."""
    for write in writes:
        files.check_path(write.path)
    record_file = record_path(directory, name)
    record = _load(record_file)
    created: list[str] = []
    try:
        created = files.make_directories(directory)
        record = record or {"version": 1, "directories": created, "files": {}}
        before = {write.path: files.read(write.path) for write in writes}
        for write in writes:
            row = record["files"].setdefault(write.path, {"before": _pack(before[write.path])})
            row["written"] = hashlib.sha256(write.content).hexdigest()
        files.write(record_file, json.dumps(record, indent=1).encode(), 0o600)
    except OSError as error:
        _remove_empty(created)
        raise _failure(error, directory) from None
    changed = [write for write in writes if before[write.path] != (write.content, write.mode)]
    try:
        for write in changed:
            files.write(write.path, write.content, write.mode)
    except OSError as error:
        undo(directory, name)
        raise _failure(error, directory) from None
    return [write.path for write in changed]


def undo(directory: str, name: str) -> list[str]:
    """Put back what was there before ``apply``; return the paths touched, [] if there is no record.

    A file that somebody else has changed since is left as it is.
    """
    record_file = record_path(directory, name)
    record = _load(record_file)
    if record is None:
        return []
    touched = []
    try:
        for path, row in record["files"].items():
            now = files.read(path)
            before = _unpack(row["before"])
            if now is None or now == before or hashlib.sha256(now[0]).hexdigest() != row["written"]:
                continue
            if before:
                files.write(path, *before)
            else:
                os.unlink(path)
            touched.append(path)
        os.unlink(record_file)
        _remove_empty(record["directories"])
    except OSError as error:
        raise _failure(error, directory) from None
    return touched


def _remove_empty(created: list[str]) -> None:
    for path in reversed(created):
        try:
            os.rmdir(path)
        except OSError:
            break  # somebody has put something there


def _load(path: str) -> dict | None:
    found = files.read(path)
    if found is None:
        return None
    try:
        record = json.loads(found[0])
        if record["version"] != 1 or not isinstance(record["files"], dict):
            raise ValueError
        return record
    except (ValueError, KeyError, TypeError):
        raise Failure("UNDO_IMPOSSIBLE", path=path) from None


def _pack(state: tuple[bytes, int] | None) -> list | None:
    return [base64.b64encode(state[0]).decode(), state[1]] if state else None


def _unpack(packed: list | None) -> tuple[bytes, int] | None:
    return (base64.b64decode(packed[0]), packed[1]) if packed else None


def _failure(error: OSError, directory: str) -> Failure:
    name = "PERMISSION_DENIED" if isinstance(error, PermissionError) else "WRITE_FAILED"
    return Failure(name, path=error.filename or directory, what=error.strerror or str(error))
