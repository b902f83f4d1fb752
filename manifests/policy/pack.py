"""The policy pack: every file that one site needs, for every tool."""

from __future__ import annotations

from pathlib import Path

from . import admx, ansible, documents, intune, linux, powershell, profiles, reg_files, registry, updates
from .site import Site

PAGES = Path(__file__).with_name("pages")


def pack(site: Site) -> dict[str, bytes]:
    """Path inside the pack to content: everything that one site needs."""
    texts: dict[str, str] = {f"linux/{path.lstrip('/')}": text for path, text in linux.files(site).items()}
    texts[f"firefox/managed-storage/{site.firefox_id}.json"] = linux.text(linux.managed_storage(site))
    texts["firefox/policies.json"] = linux.text({"policies": documents.firefox(site)})
    for name, text in powershell.scripts(site).items():
        texts[f"powershell/{name}"] = text
    for browser in site.chromium_browsers:
        texts[f"admx/{admx.name_of(browser)}.admx"] = admx.admx(site.chromium_id, browser)
        texts[f"admx/en-US/{admx.name_of(browser)}.adml"] = admx.adml(browser)
        texts[f"macos/jamf-{browser}.json"] = linux.text(profiles.jamf(site.chromium_id, browser))
    texts["intune/oma-uri.csv"] = intune.table(site)
    texts["updates/updates.xml"] = updates.chromium(site)
    texts["updates/updates.json"] = linux.text(updates.firefox(site))
    texts.update({f"ansible/{name}": text for name, text in ansible.files(site).items()})
    if site.host:
        texts["host/policy.json"] = linux.text(site.host)
    rows = registry.values(site)
    out = {name: text.encode() for name, text in texts.items()}
    out["windows/set.reg"] = reg_files.as_file(reg_files.encode(rows))
    out["windows/remove.reg"] = reg_files.as_file(reg_files.removal(rows))
    out["macos/webex-click-to-call.mobileconfig"] = profiles.mobileconfig(site)
    for page in sorted(PAGES.glob("*.md")):
        folder = page.stem
        if folder == "pack":
            out["README.md"] = page.read_bytes()
        elif any(name.startswith(f"{folder}/") for name in out):
            out[f"{folder}/README.md"] = page.read_bytes()
    return out
