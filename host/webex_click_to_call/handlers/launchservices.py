"""The lowest layer of macOS: LaunchServices through ctypes, and applications' Info.plist files.

https://developer.apple.com/documentation/coreservices/launch_services
"""

import os
import plistlib
from dataclasses import dataclass

_UTF8 = 0x08000100
_ALL_ROLES = 0xFFFFFFFF


@dataclass(frozen=True)
class Bundle:
    """An application bundle: identifier, name, executable's name, path."""

    id: str
    name: str
    program: str
    path: str


def read_bundle(path: str) -> Bundle | None:
    """What ``Contents/Info.plist`` says; None if there is none that can be read."""
    try:
        with open(os.path.join(path, "Contents", "Info.plist"), "rb") as file:
            info = plistlib.load(file)
        name = info.get("CFBundleDisplayName") or info.get("CFBundleName") or os.path.basename(path).removesuffix(".app")
        return Bundle(info["CFBundleIdentifier"], name, info.get("CFBundleExecutable", ""), path)
    except (OSError, KeyError, ValueError, AttributeError, plistlib.InvalidFileException):
        return None


class LaunchServices:
    """This Mac's LaunchServices."""

    def __init__(self):
        import ctypes

        self._ctypes = ctypes
        frameworks = "/System/Library/Frameworks"
        self._cf = ctypes.CDLL(f"{frameworks}/CoreFoundation.framework/CoreFoundation")
        self._ls = ctypes.CDLL(f"{frameworks}/CoreServices.framework/CoreServices")
        pointer, long = ctypes.c_void_p, ctypes.c_long
        for library, name, result, arguments in (
            (self._cf, "CFURLCreateWithBytes", pointer, [pointer, ctypes.c_char_p, long, ctypes.c_uint32, pointer]),
            (self._cf, "CFURLGetFileSystemRepresentation", ctypes.c_bool, [pointer, ctypes.c_bool, ctypes.c_char_p, long]),
            (self._cf, "CFStringCreateWithBytes", pointer, [pointer, ctypes.c_char_p, long, ctypes.c_uint32, ctypes.c_bool]),
            (self._cf, "CFArrayGetCount", long, [pointer]),
            (self._cf, "CFArrayGetValueAtIndex", pointer, [pointer, long]),
            (self._cf, "CFRelease", None, [pointer]),
            (self._ls, "LSCopyDefaultApplicationURLForURL", pointer, [pointer, ctypes.c_uint32, pointer]),
            (self._ls, "LSCopyApplicationURLsForURL", pointer, [pointer, ctypes.c_uint32]),
            (self._ls, "LSCopyApplicationURLsForBundleIdentifier", pointer, [pointer, pointer]),
        ):
            function = getattr(library, name)
            function.restype, function.argtypes = result, arguments

    def default_for(self, scheme: str) -> Bundle | None:
        """The application that opens a scheme."""
        url = self._url(scheme)
        found = self._ls.LSCopyDefaultApplicationURLForURL(url, _ALL_ROLES, None)
        self._cf.CFRelease(url)
        if not found:
            return None
        path = self._path(found)
        self._cf.CFRelease(found)
        return read_bundle(path)

    def all_for(self, scheme: str) -> list[Bundle]:
        """All applications that declare a scheme."""
        url = self._url(scheme)
        found = self._bundles(self._ls.LSCopyApplicationURLsForURL(url, _ALL_ROLES))
        self._cf.CFRelease(url)
        return found

    def with_id(self, identifier: str) -> list[Bundle]:
        """The applications with a bundle identifier."""
        raw = identifier.encode()
        text = self._cf.CFStringCreateWithBytes(None, raw, len(raw), _UTF8, False)
        found = self._bundles(self._ls.LSCopyApplicationURLsForBundleIdentifier(text, None))
        self._cf.CFRelease(text)
        return found

    def _url(self, scheme: str):
        raw = f"{scheme}:1".encode()
        return self._cf.CFURLCreateWithBytes(None, raw, len(raw), _UTF8, None)

    def _path(self, url) -> str:
        buffer = self._ctypes.create_string_buffer(4096)
        self._cf.CFURLGetFileSystemRepresentation(url, True, buffer, len(buffer))
        return os.fsdecode(buffer.value)

    def _bundles(self, array) -> list[Bundle]:
        if not array:
            return []
        paths = [self._path(self._cf.CFArrayGetValueAtIndex(array, index)) for index in range(self._cf.CFArrayGetCount(array))]
        self._cf.CFRelease(array)
        return [bundle for bundle in map(read_bundle, paths) if bundle]
