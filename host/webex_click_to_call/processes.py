"""The environment in which other programs are started."""

import sys

_OWN_PREFIXES = ("PYTHON", "_PYI_", "_MEIPASS")


def child_environment(env: dict) -> dict:
    """``env`` without what belongs to this program: its Python, and what PyInstaller put in the loader's way."""
    clean = {name: value for name, value in env.items() if not name.startswith(_OWN_PREFIXES)}
    for name in ("LD_LIBRARY_PATH", "LIBPATH", "DYLD_LIBRARY_PATH"):
        original = clean.pop(name + "_ORIG", None)
        if original is not None:
            clean[name] = original
        elif getattr(sys, "frozen", False):
            clean.pop(name, None)
    return clean
