"""Change files and registry values, and remember how to undo each change exactly."""

import base64
import copy
import hashlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..errors import Failure
from ..handlers.winregistry import Machine
from . import files
from .registry import Registry, is_place

State = tuple[bytes, int] | None


@dataclass(frozen=True)
class Write:
    """One file, or default value of a registry key, to be there: its place, content, and mode (a registry type)."""

    path: str
    content: bytes
    mode: int = files.PLAIN


def record_path(directory: str, name: str) -> str:
    """The record beside the files that it is about, so that an isolated profile carries its own."""
    return os.path.join(directory, f".{name}.undo.json")


class Journal:
    """One record, and the changes that it is about. ``machine``: the lowest layer of Windows, if registry keys are among the places."""

    def __init__(self, record_file: str, machine: Machine | None = None):
        self._record_file = record_file
        self._registry = Registry(machine) if machine else None

    def apply(self, writes: list[Write]) -> list[str]:
        """Make them be there; return the places that changed. All undone if one of them fails."""

        def work() -> None:
            for write in writes:
                store = self._store(write.path)
                if store.read(write.path) != (write.content, write.mode):
                    store.write(write.path, write.content, write.mode)

        return self.recorded([write.path for write in writes], work)

    def recorded(self, paths: Iterable[str], work: Callable[[], object]) -> list[str]:
        """Do ``work``, which changes these places only; return those changed. All is taken back if it fails.

        A record that is there already is continued: it keeps what was there before the first change.
        """
        paths = list(paths)
        created: list[str] = []
        try:
            for path in paths:
                self._store(path).check(path)
            earlier = self._load()
            record = copy.deepcopy(earlier) or {"version": 1, "directories": [], "files": {}}
            for path in [*paths, self._record_file]:
                created += self._store(path).make_parents(path)
            before = self._states(paths)
            record["directories"] += created
            for path in paths:
                record["files"].setdefault(path, {"before": _pack(before[path])})
            self._save(record)
        except OSError as error:
            self._remove_empty(created)
            raise self._failure(error) from None
        try:
            work()
            after = self._states(paths)
            for path in paths:
                record["files"][path]["written"] = _digest(after[path])
            self._save(record)
        except (OSError, Failure) as error:
            self._take_back(earlier, before, created)
            raise (self._failure(error) if isinstance(error, OSError) else error) from None
        return [path for path in paths if before[path] != after[path]]

    def undo(self) -> list[str]:
        """Put back what was there before; return the places touched, [] if there is no record.

        What somebody else has changed since is left as it is.
        """
        touched = []
        try:
            record = self._load()
            if record is None:
                return []
            for path, row in record["files"].items():
                now, before = self._store(path).read(path), _unpack(row["before"])
                if now == before or _digest(now) != row.get("written", _digest(now)):
                    continue
                self._put(path, before)
                touched.append(path)
            files.remove(self._record_file)
            self._remove_empty(record["directories"])
        except OSError as error:
            raise self._failure(error) from None
        return touched

    def _take_back(self, earlier: dict | None, before: dict[str, State], created: list[str]) -> None:
        """Everything as it was before this piece of work; what earlier ones did stays."""
        for path, state in before.items():
            self._put(path, state)
        if earlier:
            self._save(earlier)
        else:
            files.remove(self._record_file)
        self._remove_empty(created)

    def _put(self, path: str, state: State) -> None:
        store = self._store(path)
        if store.read(path) == state:
            return
        if state:
            store.write(path, *state)
        else:
            store.remove(path)

    def _store(self, place: str):
        return self._registry if self._registry and is_place(place) else files

    def _states(self, paths: list[str]) -> dict[str, State]:
        return {path: self._store(path).read(path) for path in paths}

    def _load(self) -> dict | None:
        found = files.read(self._record_file)
        if found is None:
            return None
        try:
            record = json.loads(found[0])
            if record["version"] != 1 or not isinstance(record["files"], dict) or not isinstance(record["directories"], list):
                raise ValueError
            return record
        except (ValueError, KeyError, TypeError):
            raise Failure("UNDO_IMPOSSIBLE", path=self._record_file) from None

    def _save(self, record: dict) -> None:
        files.write(self._record_file, json.dumps(record, indent=1).encode(), files.PRIVATE)

    def _remove_empty(self, created: list[str]) -> None:
        for parent in reversed(created):
            try:
                self._store(parent).remove_parent(parent)
            except OSError:
                continue  # somebody has put something there

    def _failure(self, error: OSError) -> Failure:
        name = "PERMISSION_DENIED" if isinstance(error, PermissionError) else "WRITE_FAILED"
        return Failure(name, path=error.filename or self._record_file, what=error.strerror or str(error))


def _digest(state: State) -> str | None:
    return hashlib.sha256(state[0]).hexdigest() if state else None


def _pack(state: State) -> list | None:
    return [base64.b64encode(state[0]).decode(), state[1]] if state else None


def _unpack(packed: list | None) -> State:
    return (base64.b64decode(packed[0]), packed[1]) if packed else None
