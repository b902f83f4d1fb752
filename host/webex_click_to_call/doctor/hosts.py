"""Can each browser on this machine start the host?"""

import json
import os

from ..errors import Failure
from ..install import files, manifest, registration
from ..install.browsers import Browser, all_browsers
from . import Finding, Machine, Repair

_WHY = "Without it the browser cannot start the host, and every click ends in an error."


def manifests(machine: Machine):
    """The host's manifest of every browser that is there; on Windows the registry holds them."""
    if machine.backend.name not in ("linux", "macos"):
        return
    for browser in all_browsers():
        if not browser.found(machine.home, machine.env.get("PATH", "")):
            continue
        policy = _policies(machine, browser)
        user_level = policy.get("NativeMessagingUserLevelHosts") is not False
        places = [browser.directory("user", machine.home)] if user_level else []
        places.append(machine.path(browser.directory("system", machine.home)))
        paths = [os.path.join(place, manifest.host_name() + ".json") for place in places]
        path = next((item for item in paths if os.path.lexists(item)), None)  # the browsers look in this order
        problem = _problem(browser, path, machine.policy.extension_ids)
        if problem:
            kind, seen = problem
            mend = f"webex-click-to-call install --browser {browser.id}" + ("" if user_level else " --system")
            yield Finding(
                f"host.{kind}", "error", seen, _WHY, f"Run: {mend}", browser.id, _install(machine, browser) if user_level else None
            )
        yield from _blocked(machine, browser, policy)


def sandboxes(machine: Machine):
    """Browsers that run in a sandbox that hides the host from them."""
    if machine.backend.name != "linux":
        return
    for browser in all_browsers():
        flatpak, snap = browser.places.get("flatpak"), browser.places.get("snap")
        flatpaks = (machine.path("/var/lib/flatpak/app"), f"{machine.home}/.local/share/flatpak/app")
        kind = None
        if flatpak and any(os.path.isdir(f"{place}/{flatpak}") for place in flatpaks):
            kind = "Flatpak"
        elif snap and os.path.lexists(machine.path(f"/snap/bin/{snap}")):
            kind = "Snap"
        if kind:
            yield Finding(
                f"browser.{kind.lower()}",
                "warning",
                f"{browser.name} is installed as a {kind}.",
                f"A {kind} browser runs in a sandbox and may not start programs outside it; the host is one.",
                f"Use {browser.name} from the distribution's or the vendor's package.",
                browser.id,
            )


def versions(machine: Machine):
    """Extension and host of one release fit each other; of another release perhaps not."""
    from .. import __version__

    theirs = machine.extension_version
    if theirs and theirs.split(".")[:2] != __version__.split(".")[:2]:
        yield Finding(
            "versions.differ",
            "warning",
            f"The extension is {theirs}, the host {__version__}.",
            "They may not understand each other.",
            "Update both to the same release.",
        )


def policy(machine: Machine):
    """A machine policy that cannot be read is replaced by the strict default."""
    if machine.policy.problem:
        yield Finding(
            "policy.invalid",
            "error",
            f"{machine.policy.path}: {machine.policy.problem}",
            "The strict default applies until it is corrected: only webextel, and only to Webex.",
            "Ask the administrator to correct the file.",
            machine.policy.path or "",
        )


def _problem(browser: Browser, path: str | None, extra_ids: list[str]) -> tuple[str, str] | None:
    """What is wrong with a manifest: the finding's kind and what was seen."""
    if path is None:
        return "manifestMissing", f"{browser.name} has no manifest of the host."
    try:
        found = files.read(path)
        content = json.loads(found[0]) if found else None
        program = content["path"]
        expected = manifest.render(browser.family, program, extra_ids)
        key = "allowed_extensions" if browser.family == "firefox" else "allowed_origins"
        if content["name"] != expected["name"] or content["type"] != "stdio" or not isinstance(content[key], list):
            raise ValueError
    except Failure as failure:
        return "manifestUnsafe", f"{path}: {failure.name}"
    except (ValueError, KeyError, TypeError, OSError):
        return "manifestWrongFormat", f"{path} is not a host manifest as {browser.name} wants it."
    if not os.path.isabs(program) or not os.path.isfile(program):
        return "stalePath", f"{path} names {program}, which is not there."
    if not os.access(program, os.X_OK):
        return "notExecutable", f"{program} is not executable."
    if not set(expected[key]) <= set(content[key]):
        return "wrongIds", f"{path} does not allow {', '.join(sorted(set(expected[key]) - set(content[key])))}."
    return None


def _install(machine: Machine, browser: Browser) -> Repair:
    target = registration.Target(browser, browser.directory("user", machine.home))
    touched = [write.path for write in registration.writes(target, None)]
    return Repair(
        f"register the host with {browser.name}: write {', '.join(touched)}",
        (*touched, target.record_path),
        lambda: registration.install(target),
    )


def _blocked(machine: Machine, browser: Browser, policy: dict):
    name = manifest.host_name()
    blocked = set(policy.get("NativeMessagingBlocklist", [])) & {"*", name}
    if blocked and name not in policy.get("NativeMessagingAllowlist", []):
        yield Finding(
            "host.blockedByPolicy",
            "error",
            f"{browser.name}'s policy NativeMessagingBlocklist blocks the host.",
            "The browser refuses to start it.",
            f"Ask the administrator to add {name} to NativeMessagingAllowlist.",
            browser.id,
        )
    if policy.get("NativeMessagingUserLevelHosts") is False:
        yield Finding(
            "host.userLevelDisabled",
            "info",
            f"{browser.name}'s policy NativeMessagingUserLevelHosts is off.",
            "Only a host that is registered for the whole machine is started.",
            "Register it with: sudo webex-click-to-call install --system",
            browser.id,
        )


def _policies(machine: Machine, browser: Browser) -> dict:
    """The browser's policies about native messaging; of two files that set one, the later name wins whole."""
    merged: dict = {}
    if browser.family != "chromium" or machine.backend.name != "linux":
        return merged
    place = machine.path(browser.places.get("policies", ""))
    for name in sorted(os.listdir(place)) if os.path.isdir(place) else []:
        try:
            with open(os.path.join(place, name), "rb") as file:
                content = json.loads(file.read())
        except (OSError, ValueError):
            continue
        if isinstance(content, dict):
            merged.update({key: value for key, value in content.items() if key.startswith("NativeMessaging")})
    return merged


CHECKS = (manifests, sandboxes, versions, policy)
