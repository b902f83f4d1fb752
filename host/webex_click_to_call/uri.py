"""The five call schemes: strict parsers and canonical forms. Pure; ``extension/src/shared/uri.js`` is its twin.

Both pass ``tests/vectors/uri.json``. Where a rule comes from:
- tel: RFC 3966. Local numbers are also taken without phone-context, as every page writes them;
  hexadecimal digits, ``*`` and ``#`` are not, because no call of a person needs them and service codes do.
- sip: RFC 3261 sections 19.1 and 25.1, user@host; also a bare number, as Cisco applications write it.
- clicktocall, webextel, webexauth: Webex help, click-to-call and cross-launch. Each scheme also with ``//``.
"""

import re
from dataclasses import dataclass, fields, replace
from urllib.parse import quote, unquote_to_bytes

from .errors import Failure
from .resources import load

MAX_URI = 2048
SCHEMES = ("webextel", "tel", "clicktocall", "sip", "webexauth")
_FORBIDDEN = re.compile(r"""[^!#$%&()*+,\-./0-9:;=?@A-Z\[\]_a-z~]""")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SPLIT = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):(?://)?(.*)", re.S)
_NUMBER = re.compile(r"(\+?)([0-9().\-]*)([,;][0-9*#,;]*)?")
_SERVICE_CODE = re.compile(r"\+?[0-9().\-]*[*#]")
_POST_DIAL = re.compile(r"[,;][0-9*#,;]{1,63}")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)*[A-Za-z](?:[A-Za-z0-9\-]{{0,61}}[A-Za-z0-9])?")
_IPV4 = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}")
_IPV6 = re.compile(r"\[[0-9A-Fa-f:.]{2,45}\]")
_USER = re.compile(r"[^\x00-\x20\x7f\"'`<>\\^{|};:@?]+")
_USER_SAFE = "-_.!~*&=+$,/"
_EMAIL_LOCAL = re.compile(r"[A-Za-z0-9_+~=&$*!/\-]+(?:\.[A-Za-z0-9_+~=&$*!/\-]+)*")
_X_NAMES = {"x-source": "source", "x-success": "success", "x-cancel": "cancel"}


@dataclass(frozen=True, slots=True)
class Call:
    """What a call URI says. Every part is text, "" where the URI does not say it.

    number: ``+`` and digits, or local digits.  extension, subaddress, context: RFC 3966 ext, isub, phone-context.
    post_dial: ``,`` (pause) or ``;`` (wait) and what to send after the answer.  address: user@host.
    email, source, success, cancel: of the ``//login?`` forms.
    """

    scheme: str
    number: str = ""
    extension: str = ""
    subaddress: str = ""
    context: str = ""
    post_dial: str = ""
    address: str = ""
    email: str = ""
    source: str = ""
    success: str = ""
    cancel: str = ""

    def as_json(self) -> dict:
        """The parts that are there, named as in the vectors."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {_CAMEL.get(name, name): value for name, value in values.items() if value}


_CAMEL = {"post_dial": "postDial"}


def parse(text: str) -> Call:
    """Parse a call URI of any of the five schemes. Raises ``Failure`` (2xx)."""
    if not text:
        raise Failure("URI_EMPTY")
    if len(text) > MAX_URI:
        raise Failure("URI_TOO_LONG")
    if _FORBIDDEN.search(text):
        raise Failure("URI_FORBIDDEN_CHARACTER")
    if _BAD_ESCAPE.search(text):
        raise Failure("URI_BAD_ESCAPE")
    split = _SPLIT.fullmatch(text)
    scheme = split[1].lower() if split else ""
    if scheme not in SCHEMES:
        raise Failure("URI_SCHEME_UNSUPPORTED")
    body = split[2]
    if scheme in ("webextel", "webexauth") and re.match(r"[^:]+://login\?", text, re.I):
        return _parse_login(scheme, body[len("login?") :])
    if scheme == "webexauth" or "?" in body:
        raise Failure("URI_QUERY_INVALID")
    if not body:
        raise Failure("URI_EMPTY")
    if "@" in body:
        if scheme == "tel":
            raise Failure("URI_NUMBER_INVALID")
        return Call(scheme, **_parse_address(body, scheme == "sip"))
    return Call(scheme, **_parse_subscriber(body))


def canonical(call: Call) -> str:
    """The one spelling of a parsed URI; ``parse(canonical(call)) == call``."""
    if call.scheme == "webexauth" or call.source or call.success or call.cancel:
        return _login(call)
    if call.address:
        phone = ";user=phone" if call.number and call.scheme == "sip" else ""
        return f"{call.scheme}:{call.address}{phone}"
    # RFC 3966 section 3: ext or isub first, then phone-context.
    parts = [call.number + quote(call.post_dial, safe="*,")]
    parts += [
        f"{name}={value}" for name, value in (("ext", call.extension), ("isub", call.subaddress), ("phone-context", call.context)) if value
    ]
    return f"{call.scheme}:" + ";".join(parts)


def login_link(call: Call) -> str:
    """The ``//login?`` spelling of a call, checked as ``parse`` checks it. Raises ``Failure`` (2xx).

    It has no place for an extension, digits to send, or an address: with one of these it is refused, never shortened.
    """
    if call.extension or call.subaddress or call.context or call.post_dial or call.address:
        raise Failure("URI_NOT_EXPRESSIBLE", scheme=call.scheme)
    try:
        link = _login(call)
    except UnicodeEncodeError:  # a byte of the command line that is no text
        raise Failure("URI_FORBIDDEN_CHARACTER") from None
    parse(link)
    return link


def express(call: Call, scheme: str) -> Call:
    """The same call in another scheme. Raises URI_NOT_EXPRESSIBLE where that has no meaning."""
    if scheme == call.scheme:
        return call
    if scheme not in SCHEMES or scheme == "webexauth" or not (call.number or call.address):
        raise Failure("URI_NOT_EXPRESSIBLE", scheme=scheme)
    if call.number:
        return Call(scheme, call.number, call.extension, call.subaddress, call.context, call.post_dial)
    if scheme == "tel":
        raise Failure("URI_NOT_EXPRESSIBLE", scheme=scheme)
    return Call(scheme, address=call.address)


def post_dial(text: str) -> str:
    """Check digits to send after the answer; a pause is put first if none is there. "" stays ""."""
    if not text:
        return ""
    text = text if text[0] in ",;" else "," + text
    if not _POST_DIAL.fullmatch(text):
        raise Failure("POST_DIAL_INVALID")
    return text


def with_post_dial(call: Call, text: str) -> Call:
    """The call with digits to send after the answer, after those that its URI already has."""
    return replace(call, post_dial=post_dial(call.post_dial + post_dial(text)))


def _login(call: Call) -> str:
    pairs = [("email", call.email), ("telephone", call.number)]
    pairs += [(name, getattr(call, part)) for name, part in _X_NAMES.items()]
    return f"{call.scheme}://login?" + "&".join(f"{name}={quote(value, safe='')}" for name, value in pairs if value)


def _parse_subscriber(body: str) -> dict:
    """telephone-subscriber of RFC 3966 section 3, as path of tel, webextel, clicktocall and sip."""
    number, *parameters = body.split(";")
    call = _parse_number(_decode(number))
    seen = set()
    for parameter in parameters:
        name, _, raw = parameter.partition("=")
        name, value = name.lower(), _decode(raw)
        if not re.fullmatch(r"[a-z0-9\-]+", name):
            raise Failure("URI_PARAMETER_INVALID", parameter=name[:40])
        if name in seen:
            raise Failure("URI_PARAMETER_DUPLICATE", parameter=name[:40])
        seen.add(name)
        if name == "ext":
            call["extension"] = _checked(re.sub(r"[().\-]", "", value), r"[0-9]{1,20}", name)
        elif name == "isub":
            call["subaddress"] = _checked(value, r"[A-Za-z0-9.\-]{1,40}", name)
        elif name == "phone-context":
            call["context"] = _context(value, call["number"])
        elif name.startswith("m-"):  # RFC 3966: a mandatory parameter that is not understood
            raise Failure("URI_PARAMETER_INVALID", parameter=name[:40])
    return call


def _parse_number(text: str) -> dict:
    if _SERVICE_CODE.match(text):
        raise Failure("URI_MMI_FORBIDDEN")
    match = _NUMBER.fullmatch(text)
    digits = re.sub(r"[().\-]", "", match[2]) if match else ""
    plus = match[1] if match else ""
    # E.164: at most 15 digits, no country code begins with 0. Local: outside line + 00 + E.164 fits in 20.
    if not digits or len(digits) > (15 if plus else 20) or (plus and digits[0] == "0"):
        raise Failure("URI_NUMBER_INVALID")
    found = {"number": plus + digits}
    if match[3]:
        found["post_dial"] = post_dial(match[3])
    return found


def _context(value: str, number: str) -> str:
    """RFC 3966 section 5.1.5: a local number's domain name or global prefix."""
    if number.startswith("+"):
        raise Failure("URI_PARAMETER_INVALID", parameter="phone-context")
    if value.startswith("+"):
        return _checked(re.sub(r"[().\-]", "", value), r"\+[1-9][0-9]{0,14}", "phone-context")
    if not _DOMAIN.fullmatch(value) or len(value) > 253:
        raise Failure("URI_PARAMETER_INVALID", parameter="phone-context")
    return value.lower()


def _parse_address(body: str, parameters_allowed: bool) -> dict:
    """user@host[:port], and of SIP's parameters those that change nobody's destination."""
    body, *parameters = body.split(";")
    phone = False
    for parameter in parameters:
        name, _, value = parameter.lower().partition("=")
        if not parameters_allowed or (name, value) not in _SIP_PARAMETERS:
            raise Failure("URI_PARAMETER_INVALID", parameter=name[:40])
        phone = phone or (name, value) == ("user", "phone")
    if len({parameter.lower().partition("=")[0] for parameter in parameters}) < len(parameters):
        raise Failure("URI_PARAMETER_DUPLICATE")
    raw_user, _, host = body.rpartition("@")
    user = _decode(raw_user)
    if "@" in raw_user or not _USER.fullmatch(user):
        raise Failure("URI_ADDRESS_INVALID")
    quoted = re.sub("^/", "%2F", quote(user, safe=_USER_SAFE))  # behind the scheme's colon // would be passed over
    found = {"address": f"{quoted}@{_host(host)}"}
    return {**_parse_number(user), **found} if phone else found


_SIP_PARAMETERS = {("user", "phone"), ("user", "ip")} | {("transport", kind) for kind in ("udp", "tcp", "tls", "sctp", "ws", "wss")}


def _host(text: str) -> str:
    name, colon, port = text, "", ""
    if not text.endswith("]"):
        name, colon, port = text.rpartition(":") if ":" in text else (text, "", "")
    if colon and not (port.isdigit() and 0 < int(port) < 65536 and len(port) < 6):
        raise Failure("URI_ADDRESS_INVALID")
    known = _IPV4.fullmatch(name) or _IPV6.fullmatch(name) or (_DOMAIN.fullmatch(name) and len(name) < 254)
    if not known:
        raise Failure("URI_ADDRESS_INVALID")
    return name.lower() + (f":{int(port)}" if colon else "")


def _parse_login(scheme: str, query: str) -> Call:
    """The ``//login?`` form of webextel (a number) and webexauth (an e-mail address, perhaps a number)."""
    found: dict = {}
    for pair in query.split("&"):
        name, equals, raw = pair.partition("=")
        name = name.lower()
        known = {"telephone", *_X_NAMES, *(["email"] if scheme == "webexauth" else [])}
        if name not in known or not equals or not raw:
            raise Failure("URI_QUERY_INVALID", parameter=name[:40])
        part = _X_NAMES.get(name, name)
        if part in found:
            raise Failure("URI_PARAMETER_DUPLICATE", parameter=name)
        value = _decode(raw)
        found[part] = value
        if name == "email":
            _check_email(value)
        elif name in ("x-success", "x-cancel"):
            _check_callback(value)
    if "telephone" in found:
        number = _parse_number(found.pop("telephone"))
        if "post_dial" in number:
            raise Failure("URI_NUMBER_INVALID")
        found.update(number)
    if not found.get("email" if scheme == "webexauth" else "number"):
        raise Failure("URI_QUERY_INVALID")
    return Call(scheme, **found)


def _check_email(value: str) -> None:
    local, _, domain = value.rpartition("@")
    if not (_EMAIL_LOCAL.fullmatch(local) and len(local) <= 64 and _DOMAIN.fullmatch(domain) and len(domain) < 254):
        raise Failure("URI_EMAIL_INVALID")


def _check_callback(value: str) -> None:
    split = re.fullmatch(r"([A-Za-z][A-Za-z0-9+.\-]*):([!#$%&()*+,\-./0-9:;=?@A-Z\[\]_a-z~]+)", value)
    if not split or split[1].lower() not in (*load("schemes.json")["callbackSchemes"], *SCHEMES):
        raise Failure("URI_CALLBACK_FORBIDDEN")


def _checked(value: str, pattern: str, name: str) -> str:
    if not re.fullmatch(pattern, value):
        raise Failure("URI_PARAMETER_INVALID", parameter=name)
    return value


def _decode(raw: str) -> str:
    """Undo percent-encoding; what comes out must be text without control characters or quotes."""
    try:
        text = unquote_to_bytes(raw).decode()
    except UnicodeDecodeError:
        raise Failure("URI_BAD_ESCAPE") from None
    if re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\"'`]", text):
        raise Failure("URI_FORBIDDEN_CHARACTER")
    return text
