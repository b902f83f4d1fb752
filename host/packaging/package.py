"""`build.py dist`: everything that is released and that this machine can build, in ``dist/release``, with checksums and SBOM.

The Windows packages (.zip, .msi) and the macOS one (.pkg) are built from hosts frozen there: by the workflow, on its Windows
and macOS machines; `build.py test --windows` builds the Windows ones under Wine.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
from pathlib import Path

from . import crx, extension, sbom

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
NAME = "click-to-call-for-webex"


def main() -> int:
    parser = argparse.ArgumentParser(prog="build.py dist")
    parser.add_argument("--key", type=Path, help="RSA key (PEM) that signs the CRX and fixes its id; left out: a development key")
    parser.add_argument("--update-url", help="address of updates.xml, put into the CRX")
    parser.add_argument("--firefox-update-url", help="https address of updates.json: makes the self-hosted XPI as well")
    parser.add_argument("--firefox-id", help="the add-on's id of your own, which Mozilla signs for you; left out: the published one")
    parser.add_argument("--windows-host", type=Path, help="a folder frozen on Windows: makes its .zip and .msi here too (needs wixl)")
    parser.add_argument("--out", type=Path, default=DIST / "release")
    options = parser.parse_args()
    version = json.loads((ROOT / "package.json").read_text())["version"]
    try:
        private = crx.key(options.key) if options.key else crx.development_key(ROOT / ".venv/development-key.pem")
        addons = extension.firefox(DIST / "firefox", options.firefox_update_url, options.firefox_id)
    except (OSError, ValueError) as error:
        print(f"build.py dist: {error}", file=sys.stderr)
        return 1
    own_ids = tuple(filter(None, (crx.identifier(private) if options.key else None, options.firefox_id)))
    shutil.rmtree(options.out, ignore_errors=True)
    options.out.mkdir(parents=True)
    archives = {**extension.chromium(DIST / "chromium", private, options.update_url), **addons}
    for name, content in archives.items():
        (options.out / f"{NAME}-{version}-{name}").write_bytes(content)
    for line in host_packages(DIST / "host/webex-click-to-call", version, options.out, own_ids):
        print(line)
    if options.windows_host:
        from . import windows_packages

        windows_packages.build(options.windows_host, version, options.out, own_ids)
    (options.out / "sbom.cdx.json").write_bytes(sbom.build(DIST / "host/webex-click-to-call"))
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(options.out.iterdir())]
    (options.out / "SHA256SUMS").write_text("".join(sums))
    print(f"The CRX has the extension id {crx.identifier(private)}" + ("" if options.key else " (a development key of this checkout)"))
    for path in sorted(options.out.iterdir()):
        print(f"{path.stat().st_size:>11,}  {path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}")
    return 0


def host_packages(frozen: Path, version: str, out: Path, own_ids: tuple[str, ...]) -> list[str]:
    """Build what this system can of the host's packages; say what it cannot.

    ``own_ids``: extensions of an organisation's own that the host manifests of packages without scripts allow as well;
    elsewhere the machine's policy names them.
    """
    if sys.platform == "linux":
        from . import linux_packages

        linux_packages.build(frozen, version, out)
        return ["Not built here: the Windows .zip and .msi, the macOS .pkg (they need hosts frozen there; the workflow does it)."]
    if sys.platform == "win32":
        from . import windows_packages

        windows_packages.build(frozen, version, out, own_ids)
        return ["Not built here: the Linux packages and the macOS .pkg."]
    from . import macos_package

    macos_package.build(frozen, version, out, own_ids)
    return ["Not built here: the Linux and the Windows packages."]


if __name__ == "__main__":
    sys.exit(main())
