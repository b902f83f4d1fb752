"""Can each browser on this machine start the host?"""

import json
import os

from ..errors import Failure
from ..install import files, manifest, registration
from ..install.browsers import Browser, all_browsers
from . import Finding, Machine, Repair, policies


def manifests(machine: Machine):
    """The host's manifest of every browser that is there, and the policies that may keep it from being started."""
    if machine.platform == "none":
        return
    for browser in all_browsers(machine.platform):
        if not browser.found(machine):
            continue
        policy = policies.merged(machine, browser) if browser.family == "chromium" else {}
        user_level = policy.get("NativeMessagingUserLevelHosts", True) not in (False, 0)
        problem = _problem(machine, browser, registration.in_force(browser, user_level, machine))
        if problem:
            kind, facts = problem
            command = f"webex-click-to-call install --browser {browser.id}" + ("" if user_level else " --system")
            facts = {"browser": browser.name, "command": command, **facts}
            ours = user_level and kind != "manifestUnsafe"
            yield Finding(f"host.{kind}", facts, browser.id, _install(machine, browser) if ours else None)
        name = manifest.host_name()
        if {"*", name} & set(_texts(policy, "NativeMessagingBlocklist")) and name not in _texts(policy, "NativeMessagingAllowlist"):
            yield Finding("host.blockedByPolicy", {"browser": browser.name, "host": name}, browser.id)
        if not user_level:
            yield Finding(
                "host.userLevelDisabled", {"browser": browser.name, "command": "webex-click-to-call install --system"}, browser.id
            )


def sandboxes(machine: Machine):
    """Browsers that run in a sandbox that hides the host from them."""
    if machine.platform != "linux":
        return
    for browser in all_browsers("linux"):
        flatpak, snap = browser.places.get("flatpak"), browser.places.get("snap")
        flatpaks = (machine.path("/var/lib/flatpak/app"), machine.path("~/.local/share/flatpak/app"))
        if flatpak and any(os.path.isdir(f"{place}/{flatpak}") for place in flatpaks):
            yield Finding("browser.flatpak", {"browser": browser.name}, browser.id)
        elif snap and os.path.lexists(machine.path(f"/snap/bin/{snap}")):
            yield Finding("browser.snap", {"browser": browser.name}, browser.id)


def versions(machine: Machine):
    """Extension and host of one release fit each other; of another release perhaps not."""
    from .. import __version__

    theirs = machine.extension_version
    if theirs and theirs.split(".")[:2] != __version__.split(".")[:2]:
        yield Finding("versions.differ", {"extension": theirs, "host": __version__})


def policy(machine: Machine):
    """A machine policy that cannot be read is replaced by the strict default."""
    if machine.policy.problem:
        path = machine.policy.path or ""
        yield Finding("policy.invalid", {"path": path, "problem": machine.policy.problem}, path)


def _problem(machine: Machine, browser: Browser, named: tuple[str, str] | None) -> tuple[str, dict] | None:
    """What is wrong with the manifest that a browser goes by: the finding's kind and facts."""
    if named is None:
        return "manifestMissing", {}
    place, path = named
    try:
        found = files.read(path)
        if found is None:
            return "manifestGone", {"place": place, "path": path}
        content = json.loads(found[0])
        program = content["path"]
        expected = manifest.render(browser.family, program, machine.policy.extension_ids)
        key = "allowed_extensions" if browser.family == "firefox" else "allowed_origins"
        if content["name"] != expected["name"] or content["type"] != "stdio" or not isinstance(content[key], list):
            raise ValueError
        missing = sorted(set(expected[key]) - set(content[key]))
        if machine.platform == "windows":  # there the path may go from the manifest
            program = os.path.join(os.path.dirname(path), program)
        if not os.path.isabs(program) or not os.path.isfile(program):
            return "stalePath", {"path": path, "program": program}
    except Failure:
        return "manifestUnsafe", {"path": path}
    except (ValueError, KeyError, TypeError, OSError, RecursionError):
        return "manifestWrongFormat", {"path": path}
    if not os.access(program, os.X_OK):
        return "notExecutable", {"path": path, "program": program}
    return ("wrongIds", {"path": path, "missing": missing}) if missing else None


def _install(machine: Machine, browser: Browser) -> Repair:
    target = registration.target(browser, False, machine)
    touched = [write.path for write in registration.writes(target, None, machine)]
    return Repair(
        f"register the host with {browser.name}: write {', '.join(touched)}",
        (*touched, target.record_path),
        lambda: registration.install(target, machine),
    )


def _texts(policy: dict, name: str) -> list[str]:
    found = policy.get(name)
    return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []


CHECKS = (manifests, sandboxes, versions, policy)
