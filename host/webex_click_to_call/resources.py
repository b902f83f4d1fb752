"""The JSON files of ``manifests/`` and the extension's ``_locales/``: beside the code in a checkout, inside the package once installed."""

import json
import os
from functools import cache

_HERE = os.path.dirname(os.path.abspath(__file__))
_PLACES = (os.path.join(_HERE, "_data"), *(os.path.join(_HERE, "..", "..", room) for room in ("manifests", "extension")))


@cache
def load(name: str) -> dict:
    """Return the parsed file ``manifests/<name>`` or ``extension/<name>``; raises ``FileNotFoundError`` if it is nowhere."""
    for place in _PLACES:
        try:
            with open(os.path.join(place, name), encoding="utf-8") as file:
                return json.load(file)
        except (FileNotFoundError, NotADirectoryError):
            continue
    raise FileNotFoundError(name)
