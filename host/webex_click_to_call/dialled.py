"""What a person typed or pasted: a call URI, an address, or a number as people write it. Pure."""

import re
from urllib.parse import quote

from .errors import Failure
from .uri import MAX_URI, SCHEMES, Call, parse

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):(?!\s)")  # "Fax: 06 …" is a label
_EXTENSION = re.compile(r"(.*?)(?:\s*(?:;ext=|(?<![A-Za-z])(?:ext(?:ension)?|x)\.?)\s*([0-9]{1,20}))?", re.I | re.S)
# E.123 writers put the trunk 0 in brackets. It is not dialled after a country code, but where it is part of the number:
# Italy, San Marino, the Vatican (ITU-T E.164, national numbering plans).
_TRUNK = re.compile(r"^(\+(?!39|378|379)[0-9]{1,3}[\s.\-]*)\(0\)")
_SEPARATORS = re.compile(r"[\s\u00a0\u2007\u2010-\u2015\u202f/().\-]+")


def parse_dialled(text: str) -> Call:
    """The call that is meant. Raises ``Failure`` (2xx)."""
    text = text.strip()
    if len(text) > MAX_URI:
        raise Failure("URI_TOO_LONG")
    scheme = _SCHEME.match(text)
    if scheme:
        if scheme[1].lower() not in SCHEMES:
            raise Failure("URI_SCHEME_UNSUPPORTED")
        return parse(text)
    if "@" in text:
        return parse("sip:" + text)
    text, extension = _EXTENSION.fullmatch(text).groups("")
    number = _SEPARATORS.sub("", _TRUNK.sub(r"\1", text))
    if re.search(r"[^+0-9*#,;]", number):
        raise Failure("URI_NUMBER_INVALID" if number else "URI_EMPTY")
    return parse("tel:" + quote(number, safe="+") + (f";ext={extension}" if extension else ""))
