"""``site.toml``: what one organisation wants. Everything of the pack is made from this."""

from __future__ import annotations

import tomllib
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from .schemas import identity, problems

BROWSERS = ("chrome", "chromium", "edge", "brave", "firefox")
_OURS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:webex-click-to-call")


class SiteError(Exception):
    """The file cannot be used. ``problems``: places inside it, each with what is wrong there."""

    def __init__(self, name: str, found: list[tuple[str, str]]) -> None:
        super().__init__("\n".join(f"{name}: {where + ': ' if where else ''}{says}" for where, says in found))
        self.problems = found


@dataclass(frozen=True)
class Site:
    """``settings`` are the extension's; ``host`` is the document of the host's machine policy."""

    organisation: str
    organisation_id: str
    version: str
    chromium_id: str
    firefox_id: str
    update_url: str
    crx_url: str
    xpi_url: str
    browsers: tuple[str, ...] = BROWSERS
    settings: dict = field(default_factory=dict)
    block_other_hosts: bool = False
    user_level_hosts: bool = True
    launch_schemes: tuple[str, ...] = ()
    launch_origins: tuple[str, ...] = ()
    blocked_hosts: tuple[str, ...] = ()
    host: dict = field(default_factory=dict)

    @property
    def chromium_browsers(self) -> list[str]:
        return [name for name in self.browsers if name != "firefox"]

    def uuid(self, name: str) -> str:
        """A UUID that is the same for the same organisation and name, every time (RFC 9562, version 5)."""
        return str(uuid.uuid5(_OURS, f"{self.organisation_id}/{name}")).upper()


def read(path: Path, version: str) -> Site:
    """Read a ``site.toml``; ``version`` is used where it names none. Raises SiteError."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SiteError(str(path), [("", f"{error}; correct the TOML")]) from None
    return site(document, version, str(path))


def site(document: dict, version: str, name: str = "site.toml") -> Site:
    """The site that a parsed document describes. Raises SiteError."""
    wrong = problems("schema/site", document)
    if wrong:
        raise SiteError(name, wrong)
    extension, launch = document["extension"], document.get("auto_launch", {})
    native = document.get("native_messaging", {})
    ids = {family: identity()[family]["extension_ids"] for family in ("chromium", "firefox")}
    chromium_id = extension.get("chromium_id", ids["chromium"][0])
    firefox_id = extension.get("firefox_id", ids["firefox"][0])
    host = dict(document.get("host", {}))
    own = [item for family, item in (("chromium", chromium_id), ("firefox", firefox_id)) if item not in ids[family]]
    if own:  # an extension signed with another key is another extension: the host must be told
        host["extensionIds"] = list(dict.fromkeys([*host.get("extensionIds", []), *own]))
    return Site(
        organisation=document["organisation"]["name"], organisation_id=document["organisation"]["id"],
        version=extension.get("version", version), chromium_id=chromium_id, firefox_id=firefox_id,
        update_url=extension["update_url"], crx_url=extension["crx_url"], xpi_url=extension["xpi_url"],
        browsers=tuple(document.get("browsers", BROWSERS)), settings=document.get("settings", {}),
        block_other_hosts=native.get("block_others", False), user_level_hosts=native.get("user_level_hosts", True),
        launch_schemes=tuple(launch.get("schemes", ())), launch_origins=tuple(launch.get("origins", ())),
        blocked_hosts=tuple(document.get("privacy", {}).get("blocked_hosts", ())), host=host)
