"""Which application gets a call, through which scheme. Pure: facts in, decision out.

The first scheme of the order whose owner is Webex; if there is none and Webex is installed all the same,
Webex's own registered command; if Webex is not there, what the settings say, naming the owner.
Never a silent call through another vendor's application.
"""

from dataclasses import dataclass

from .errors import Failure
from .handlers import App, Ownership
from .uri import Call


@dataclass(frozen=True)
class Facts:
    """What the machine says: who owns each scheme, and Webex's own registration if it has one."""

    ownership: dict[str, Ownership]
    webex: tuple[App, ...]

    def is_webex(self, app: App | None) -> bool:
        """Whether the application is one of Webex's registrations."""
        return app is not None and any(app.id == item.id for item in self.webex)

    def owner(self, scheme: str) -> App | None:
        """The scheme's present owner."""
        found = self.ownership.get(scheme)
        return found.owner if found else None


@dataclass(frozen=True)
class Wishes:
    """What policy and person chose. ``allowed``: the policy's schemes, None for all."""

    order: dict[str, list[str]]
    if_no_webex: str = "ask"
    allowed: tuple[str, ...] | None = None
    consent: str | None = None


@dataclass(frozen=True)
class Route:
    """The application, the scheme through which it gets the call, and why: owner, installed, consent or settings."""

    app: App
    scheme: str
    is_webex: bool
    because: str


def choose(call: Call, forms: dict, facts: Facts, wishes: Wishes) -> Route:
    """Decide. ``forms``: the templates of ``rendering.table``. Raises ``Failure`` (3xx, 4xx, 2xx)."""
    if call.scheme == "webexauth":
        schemes = ["webexauth"]
        if not facts.owner("webexauth"):
            raise Failure("URI_MOBILE_ONLY")
    else:
        schemes = _expressible(call, forms, wishes.order)
    allowed = [scheme for scheme in schemes if wishes.allowed is None or scheme in wishes.allowed]
    if not allowed:
        raise Failure("SCHEME_FORBIDDEN", schemes=schemes)
    for scheme in allowed:
        owner = facts.owner(scheme)
        if facts.is_webex(owner):
            return Route(owner, scheme, True, "owner")
    if facts.webex:
        app = facts.webex[0]
        declared = [scheme for scheme in allowed if scheme in app.schemes]
        return Route(app, (declared or allowed)[0], True, "installed")
    return _without_webex(allowed, facts, wishes)


def _expressible(call: Call, forms: dict, order: dict[str, list[str]]) -> list[str]:
    """The schemes of the order that have a form for this call; an address that is a number may go either way."""
    targets = [name for name in ("address", "number") if getattr(call, name)]
    found = [scheme for target in targets for scheme in order[target] if forms.get(scheme, {}).get(target)]
    if not found:
        raise Failure("URI_NOT_EXPRESSIBLE")
    return list(dict.fromkeys(found))


def _without_webex(schemes: list[str], facts: Facts, wishes: Wishes) -> Route:
    scheme = next((item for item in schemes if facts.owner(item)), None)
    if scheme is None:
        raise Failure("HANDLER_MISSING")
    owner = facts.owner(scheme)
    named = {"owner": {"id": owner.id, "name": owner.name}, "scheme": scheme}
    if wishes.if_no_webex == "owner":
        return Route(owner, scheme, False, "settings")
    if wishes.if_no_webex == "refuse":
        raise Failure("OWNER_NOT_WEBEX", **named)
    if wishes.consent == owner.id:
        return Route(owner, scheme, False, "consent")
    raise Failure("CONSENT_NEEDED", **named)
