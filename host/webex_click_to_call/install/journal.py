"""Change files and remember how to undo each change exactly."""

import base64
import hashlib
import json
import os
from collections.abc import Callable, Iterable
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
    """The record beside the files that it is about, so that an isolated profile carries its own."""
    return os.path.join(directory, f".{name}.undo.json")


def apply(record_file: str, writes: list[Write]) -> list[str]:
    """Make the files be there; return the paths that changed. All undone if one of them fails."""

    def work() -> None:
        for write in writes:
            if files.read(write.path) != (write.content, write.mode):
                files.write(write.path, write.content, write.mode)

    return recorded(record_file, [write.path for write in writes], work)


def recorded(record_file: str, paths: Iterable[str], work: Callable[[], object]) -> list[str]:
    """Do ``work``, which changes files at ``paths`` only; return those changed.

    A record that is there already is continued: it keeps what was there before the first change.
    """
    paths = list(paths)
    for path in paths:
        files.check_path(path)
    record = _load(record_file) or {"version": 1, "directories": [], "files": {}}
    created: list[str] = []
    try:
        for path in [*paths, record_file]:
            created += files.make_directories(os.path.dirname(path))
        before = {path: files.read(path) for path in paths}
        record["directories"] += created
        for path in paths:
            record["files"].setdefault(path, {"before": _pack(before[path])})
        _save(record_file, record)
    except OSError as error:
        _remove_empty(created)
        raise _failure(error, record_file) from None
    try:
        work()
        after = {path: files.read(path) for path in paths}
        for path in paths:
            record["files"][path]["written"] = _digest(after[path])
        _save(record_file, record)
    except OSError as error:
        undo(record_file)
        raise _failure(error, record_file) from None
    except Failure:
        undo(record_file)
        raise
    return [path for path in paths if before[path] != after[path]]


def undo(record_file: str) -> list[str]:
    """Put back what was there before; return the paths touched, [] if there is no record.

    A file that somebody else has changed since is left as it is.
    """
    record = _load(record_file)
    if record is None:
        return []
    touched = []
    try:
        for path, row in record["files"].items():
            now, before = files.read(path), _unpack(row["before"])
            if now == before or _digest(now) != row.get("written", _digest(now)):
                continue
            if before:
                files.write(path, *before)
            else:
                os.unlink(path)
            touched.append(path)
        os.unlink(record_file)
        _remove_empty(record["directories"])
    except OSError as error:
        raise _failure(error, record_file) from None
    return touched


def _load(path: str) -> dict | None:
    found = files.read(path)
    if found is None:
        return None
    try:
        record = json.loads(found[0])
        if record["version"] != 1 or not isinstance(record["files"], dict) or not isinstance(record["directories"], list):
            raise ValueError
        return record
    except (ValueError, KeyError, TypeError):
        raise Failure("UNDO_IMPOSSIBLE", path=path) from None


def _save(path: str, record: dict) -> None:
    files.write(path, json.dumps(record, indent=1).encode(), 0o600)


def _remove_empty(created: list[str]) -> None:
    for path in reversed(created):
        try:
            os.rmdir(path)
        except OSError:
            continue  # somebody has put something there


def _digest(state: tuple[bytes, int] | None) -> str | None:
    return hashlib.sha256(state[0]).hexdigest() if state else None


def _pack(state: tuple[bytes, int] | None) -> list | None:
    return [base64.b64encode(state[0]).decode(), state[1]] if state else None


def _unpack(packed: list | None) -> tuple[bytes, int] | None:
    return (base64.b64decode(packed[0]), packed[1]) if packed else None


def _failure(error: OSError, path: str) -> Failure:
    name = "PERMISSION_DENIED" if isinstance(error, PermissionError) else "WRITE_FAILED"
    return Failure(name, path=error.filename or path, what=error.strerror or str(error))
