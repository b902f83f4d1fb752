"""Who started the program: a browser (for which extension), or a person. Decided by argv alone.

Chromium passes ``chrome-extension://<id>/`` and, on Windows, ``--parent-window=<handle>``;
Firefox passes the path of the host manifest and the add-on's id.
"""

from .errors import Failure
from .resources import load

_CHROMIUM = "chrome-extension://"


def _origin(argv: list[str]) -> tuple[str, str] | None:
    """The browser family and extension id that argv claims, or None for a person's command line."""
    if not argv:
        return None
    first = argv[0]
    if first.startswith(_CHROMIUM) and first.endswith("/"):
        extra = [arg for arg in argv[1:] if not arg.startswith("--parent-window=")]
        return ("chromium", first[len(_CHROMIUM) : -1]) if not extra else ("unknown", first)
    if first.endswith(".json") and len(argv) == 2:
        return "firefox", argv[1]
    if "://" in first or first.endswith(".json"):
        return "unknown", first
    return None


def identify(argv: list[str], extra_ids=None) -> tuple[str, str] | None:
    """Return ``(family, extension id)`` of an allowed browser caller, None for a person.

    ``extra_ids`` is a function that gives the ids the administrator adds; it is called only
    for an id that ``identity.json`` does not list. Raises CALLER_REFUSED for any other origin.
    """
    origin = _origin(argv)
    if origin is None:
        return None
    family, extension = origin
    if family in ("chromium", "firefox"):
        if extension in load("identity.json")[family]["extension_ids"]:
            return origin
        if extra_ids and extension in extra_ids():
            return origin
    raise Failure("CALLER_REFUSED", origin=argv[0][:200], extension=extension[:200])
