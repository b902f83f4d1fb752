"""`python -m manifests.policy generate --config site.toml --out DIR`, and `python -m manifests.policy lint PATH…`."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

from . import lint, reference
from .pack import pack
from .schemas import MANIFESTS
from .site import SiteError, read

ROOT = MANIFESTS.parent


def generate(options: argparse.Namespace) -> int:
    if options.reference:
        (ROOT / "docs" / "settings.md").write_text(reference.page(), encoding="utf-8")
        print("docs/settings.md is current.")
        if not options.config:
            return 0
    if not options.config:
        print("build.py policies: --config site.toml is needed (an example: docs/site.example.toml)", file=sys.stderr)
        return 2
    version = json.loads((ROOT / "package.json").read_text())["version"]
    try:
        site = read(options.config, version)
    except SiteError as error:
        print(error, file=sys.stderr)
        return 1
    made = options.out.with_name(options.out.name + ".new")
    shutil.rmtree(made, ignore_errors=True)
    for name, content in pack(site).items():
        file = made / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    found = [(place.relative_to(made), problem) for place, problem in lint.path(made)]
    _say(found)
    if any(problem.severity == "error" for _, problem in found):
        shutil.rmtree(made)
        return 1
    shutil.rmtree(options.out, ignore_errors=True)
    made.rename(options.out)
    print(f"{sum(1 for file in options.out.rglob('*') if file.is_file())} files in {options.out}")
    return 0


def read_back(options: argparse.Namespace) -> int:
    missing = [place for place in options.paths if not place.exists()]
    if missing:
        print(f"build.py lint: not there: {', '.join(map(str, missing))}", file=sys.stderr)
        return 2
    found = [item for place in options.paths for item in lint.path(place)]
    if options.json:
        print(json.dumps([{"file": str(place), "severity": problem.severity, "where": problem.where, "says": problem.says}
                          for place, problem in found], indent=1))
    else:
        _say(found)
        if not found:
            print("Nothing is wrong.")
    return 1 if any(problem.severity == "error" for _, problem in found) else 0


def _say(found: list) -> None:
    for place, problem in found:
        print(f"{place}: {problem.severity}: {problem.where + ': ' if problem.where else ''}{problem.says}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="build.py")
    commands = parser.add_subparsers(required=True)
    made = commands.add_parser("generate")
    made.add_argument("--config", type=Path)
    made.add_argument("--out", type=Path, default=ROOT / "dist" / "policies")
    made.add_argument("--reference", action="store_true")
    made.set_defaults(work=generate)
    check = commands.add_parser("lint")
    check.add_argument("paths", nargs="+", type=Path)
    check.add_argument("--json", action="store_true")
    check.set_defaults(work=read_back)
    options = parser.parse_args()
    return options.work(options)


if __name__ == "__main__":
    sys.exit(main())
