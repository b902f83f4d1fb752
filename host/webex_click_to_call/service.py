"""Request to reply, one function a verb. Every failure is a coded ``Failure``."""

import os
import platform
import time

from . import PROTOCOL, __version__, dialplan, messages, rendering, risk, routing, uri, webex
from .errors import Failure
from .handlers import App, Backend, Ownership, of_this_machine
from .policy import Policy, read
from .rate import Limiter
from .resources import load
from .server import echo

_DEFAULTS = {"ifNoWebex": "ask"}


class Service:
    """The host's answers, given a backend, a way to read the machine's policy, and what counts calls (None: nothing)."""

    def __init__(self, backend: Backend, policy=read, limiter: Limiter | None = None):
        self.backend = backend
        self.policy = policy
        self.limiter = limiter

    @classmethod
    def of_this_machine(cls) -> "Service":
        """With the operating system's own backend and policy, and the person's count of calls."""
        return cls(of_this_machine(), limiter=Limiter())

    def warm(self) -> None:
        """Pay the imports and first reads before the first call does."""
        messages.check({"version": PROTOCOL, "id": 0, "verb": "echo"})
        self.facts()
        webex.running_processes(self.backend.name)

    def answer(self, message: object) -> dict:
        """The body of the reply to a request of the protocol."""
        request = messages.check(message)
        return getattr(self, "_" + request["verb"])(request)

    def facts(self) -> routing.Facts:
        """Who owns what on this machine now."""
        apps = self.backend.apps()
        found = [app for app in apps if webex.is_webex(app, self.backend.name)]
        ownership = {scheme: self.backend.ownership(scheme, apps) for scheme in uri.SCHEMES}
        owners = [item.owner for item in ownership.values() if item.owner and webex.is_webex(item.owner, self.backend.name)]
        return routing.Facts(ownership, tuple(dict.fromkeys(found + owners)))

    def call(
        self,
        call: uri.Call,
        kind: str = "audio",
        settings: dict | None = None,
        consent: str | None = None,
        confirmed: bool = False,
        origin: str = "",
    ) -> dict:
        """Hand a parsed call to the right application; the body of the reply to ``call``.

        consent: the application, not Webex, that may have it.  confirmed: the person was told what is special about
        the number and said yes.  origin: the site on which it was clicked, for the audit record.
        """
        policy = self.policy()
        chosen = effective(settings or {}, policy)

        def work() -> dict:
            return self._place(call, kind, chosen, policy, consent, confirmed)

        if chosen.get("audit", {}).get("sink", "off") == "off":
            return work()
        from . import audit

        return audit.recorded(chosen["audit"], call, kind, origin, work)

    def _place(self, call: uri.Call, kind: str, chosen: dict, policy: Policy, consent: str | None, confirmed: bool) -> dict:
        started = time.perf_counter()
        emergency = guard(call, chosen, confirmed)
        route, handed, lost = self._prepare(call, kind, chosen, policy, consent, emergency)
        self._open(route.app, handed, f"{kind} {handed}", None if emergency else policy.rate)
        reply = {
            "handedTo": {"name": route.app.name, "id": route.app.id, "isWebex": route.is_webex},
            "scheme": route.scheme,
            "uri": handed,
            "because": route.because,
            "ms": round((time.perf_counter() - started) * 1000, 1),
        }
        return {**reply, "notCarried": lost} if lost else reply

    def _open(self, app: App, handed: str, key: str, rate: dict | None) -> None:
        if self.limiter is None or rate is None:
            return self.backend.open(app, handed)
        self.limiter.admit(key, **rate)
        try:
            self.backend.open(app, handed)
        except BaseException:
            self.limiter.forget()
            raise

    def _prepare(self, call: uri.Call, kind: str, chosen: dict, policy: Policy, consent: str | None, emergency: bool):
        forms = rendering.table(chosen.get("templates"))
        wishes = routing.Wishes(
            order=chosen["schemeOrder"],
            if_no_webex=chosen["ifNoWebex"],
            allowed=tuple(policy.schemes) if policy.schemes is not None else None,
            consent=consent,
        )
        if call.number and chosen.get("dialPlan") and not emergency and call.scheme != "webexauth":  # a sign-in link, no call of here
            call = dialplan.applied(call, chosen["dialPlan"])
        route = routing.choose(call, forms, self.facts(), wishes)
        if route.scheme == "webexauth":
            return route, uri.canonical(call), {}
        return route, *rendering.render(call, route.scheme, forms, kind)

    def _echo(self, _request: dict) -> dict:
        return echo()

    def _call(self, request: dict) -> dict:
        call = uri.parse(request["uri"])
        if "postDial" in request:
            call = uri.with_post_dial(call, request["postDial"])
        return self.call(
            call,
            request.get("kind", "audio"),
            request.get("settings"),
            request.get("consent"),
            request.get("confirmed", False),
            request.get("origin", ""),
        )

    def _status(self, request: dict) -> dict:
        facts = self.facts()
        running = webex.running_processes(self.backend.name)
        installed: dict = {"installed": bool(facts.webex), "running": bool(running)}
        if facts.webex:
            installed["path"] = facts.webex[0].program
        host = {"version": __version__, "protocol": PROTOCOL, "platform": platform.system().lower(), "pid": os.getpid()}
        return {
            "host": host,
            "webex": installed,
            "schemes": {name: _ownership_json(item, facts) for name, item in facts.ownership.items()},
            "route": self._route_preview(facts, request.get("settings", {})),
        }

    def _route_preview(self, facts: routing.Facts, settings: dict) -> dict:
        """What would happen to a call now; the numbers are examples that nobody has."""
        policy = self.policy()
        chosen = effective(settings, policy)
        allowed = tuple(policy.schemes) if policy.schemes is not None else None
        preview = {}
        for target, sample in (("number", "tel:+15550100"), ("address", "sip:someone@example.com")):
            try:
                forms = rendering.table(chosen.get("templates"))
                wishes = routing.Wishes(chosen["schemeOrder"], chosen["ifNoWebex"], allowed)
                route = routing.choose(uri.parse(sample), forms, facts, wishes)
                preview[target] = {
                    "scheme": route.scheme,
                    "because": route.because,
                    "app": {"id": route.app.id, "name": route.app.name, "isWebex": route.is_webex},
                }
            except Failure as failure:
                preview[target] = {"error": failure.as_json()}
        return preview

    def _doctor(self, request: dict) -> dict:
        from .doctor import examine, machine_of

        return {"findings": [finding.as_json() for finding in examine(machine_of(self, request.get("extensionVersion")))]}


def effective(settings: dict, policy: Policy) -> dict:
    """Settings that count: the built-in order, the service's preset, the person's choice, the policy; last wins."""
    chosen = {**_DEFAULTS, **settings, **policy.settings}
    service = chosen.get("service")
    preset = load("services.json")["services"][service] if service else {}
    order = {
        **load("schemes.json")["order"],
        **preset.get("schemeOrder", {}),
        **settings.get("schemeOrder", {}),
        **policy.settings.get("schemeOrder", {}),
    }
    rules = {**settings.get("risk", {}), **policy.settings.get("risk", {})}
    return {**chosen, "schemeOrder": order, "risk": rules}


def guard(call: uri.Call, chosen: dict, confirmed: bool) -> bool:
    """Whether it is an emergency call, which is always let through. Raises RISK_REFUSED or RISK_CONSENT_NEEDED."""
    found = risk.classes(call, chosen.get("region"), chosen.get("dialPlan"))
    answer, about = risk.answer(found, chosen["risk"])
    if answer == "refuse":
        raise Failure("RISK_REFUSED", classes=list(about))
    if answer == "ask" and not confirmed:
        raise Failure("RISK_CONSENT_NEEDED", classes=list(about))
    return found == ("emergency",)


def app_json(app: App) -> dict:
    """How replies name an application."""
    return {"id": app.id, "name": app.name, "command": app.command}


def _ownership_json(found: Ownership, facts: routing.Facts) -> dict:
    owner = {**app_json(found.owner), "how": found.how} if found.owner else None
    return {"owner": owner, "isWebex": facts.is_webex(found.owner), "candidates": [app_json(app) for app in found.candidates]}
