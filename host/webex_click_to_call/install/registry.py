r"""Registry keys as places to write to, with the same few functions as ``files``: ``HKCU\Software\…\name``.

What is written is a key's default value, as browsers read it. A content is ``(text, kind)``: bytes of UTF-8, and the
registry's own number of the type.
"""

from ..errors import Failure
from ..handlers.winregistry import REG_SZ, Machine

HIVES = ("HKCU", "HKLM")


def is_place(place: str) -> bool:
    """Whether a place is a registry key, not a file."""
    return place.startswith(tuple(f"{hive}\\" for hive in HIVES))


class Registry:
    """``machine`` is the lowest layer of Windows."""

    def __init__(self, machine: Machine):
        self._machine = machine

    def check(self, place: str) -> None:
        """Refuse a value that is no text: somebody else's, in a form that could not be put back. Raises PATH_UNSAFE."""
        self.read(place)

    def read(self, place: str) -> tuple[bytes, int] | None:
        """Text and type of a key's default value, None if it has none."""
        found = self._machine.own_value(*_split(place))
        if found is None:
            return None
        if not isinstance(found[0], str):
            raise Failure("PATH_UNSAFE", path=place)
        return found[0].encode("utf-8", "surrogatepass"), found[1]

    def write(self, place: str, content: bytes, kind: int) -> None:
        """Set it; one call of the system, so a reader sees the old value or the new one."""
        self._machine.set_value(*_split(place), content.decode("utf-8", "surrogatepass"), kind or REG_SZ)

    def remove(self, place: str) -> None:
        """Take the value away."""
        self._machine.delete_value(*_split(place))

    def make_parents(self, place: str) -> list[str]:
        """Create the key and those above it; return those created, outermost first."""
        hive, path = _split(place)
        parts = path.split("\\")
        keys = ["\\".join(parts[: number + 1]) for number in range(len(parts))]
        missing = [key for key in keys if not self._machine.has_key(hive, key)]
        if missing:
            self._machine.create_key(hive, path)
        return [f"{hive}\\{key}" for key in missing]

    def remove_parent(self, key: str) -> None:
        """Remove a key if it is empty. Raises OSError if it is not."""
        self._machine.delete_empty_key(*_split(key))


def _split(place: str) -> tuple[str, str]:
    hive, _, path = place.partition("\\")
    return hive, path
