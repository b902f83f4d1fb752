"""A real keyboard and mouse for what browsers keep to themselves (menus, address bar, shortcuts): X's XTEST extension."""

from __future__ import annotations

import ctypes
import ctypes.util
import time

_NAMES = {" ": "space", "+": "plus", "-": "minus", ".": "period", "@": "at", "(": "parenleft", ")": "parenright"}


class Keyboard:
    """Keys and clicks as a person makes them, on one X display such as `:7`."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._test = ctypes.CDLL(ctypes.util.find_library("Xtst") or "libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XOpenDisplay.argtypes = [ctypes.c_char_p]
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self._x.XFlush.argtypes = [ctypes.c_void_p]
        self._test.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._test.XTestFakeMotionEvent.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_ulong]
        self._test.XTestFakeButtonEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._display = self._x.XOpenDisplay(display.encode())
        if not self._display:
            raise RuntimeError(f"no X display {display}")

    def _key(self, name: str, down: bool) -> None:
        symbol = self._x.XStringToKeysym(_NAMES.get(name, name).encode())
        self._test.XTestFakeKeyEvent(self._display, self._x.XKeysymToKeycode(self._display, symbol), down, 0)
        self._x.XFlush(self._display)
        time.sleep(0.02)

    def press(self, *keys: str) -> None:
        """Presses keys together, named as X names them: press("Alt_L", "Shift_L", "k")."""
        for key in keys:
            self._key(key, True)
        for key in reversed(keys):
            self._key(key, False)

    def type(self, text: str) -> None:
        for sign in text:
            self.press(*(["Shift_L"] if sign in "+@()" else []), sign)

    def move(self, x: float, y: float) -> None:
        self._test.XTestFakeMotionEvent(self._display, -1, int(x), int(y), 0)
        self._x.XFlush(self._display)
        time.sleep(0.05)

    def click(self, x: float, y: float, button: int = 1) -> None:
        """Clicks at a point of the screen; button 3 is the right one."""
        self.move(x, y)
        for down in (True, False):
            self._test.XTestFakeButtonEvent(self._display, button, down, 0)
            self._x.XFlush(self._display)
            time.sleep(0.05)

    def rest_and_click(self, x: float, y: float) -> None:
        """Clicks as a person does, the pointer having rested there."""
        self.move(x - 3, y)
        self.move(x, y)
        time.sleep(0.7)
        self.click(x, y)
