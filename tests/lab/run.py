"""`build.py run`: a browser with the extension and the host on a page, and a Webex (or its stand-in) that gets the calls."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from tests.lab.browsers import executable, start, until
from tests.lab.display import virtual_display
from tests.lab.site import serve
from tests.lab.world import ROOT, World

from webex_click_to_call.service import Service

PICTURE = ROOT / "dist" / "run.png"


class RunError(Exception):
    """The run cannot do its job; the message is the reason."""


def host_of_the_person(world: World) -> Path:
    """A program that starts the host as the person who runs this: the browser's world is isolated, their Webex is not."""
    own = [name for name in world.environment if name == "HOME" or name.startswith("XDG_")]
    gone = [part for name in own if name not in os.environ for part in ("-u", name)]
    put = [f"{name}={os.environ[name]}" for name in own if name in os.environ]
    program = world.path / "host.sh"
    command = ["env", *gone, *put, sys.executable, "-I", "-m", "webex_click_to_call"]
    program.write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n')
    program.chmod(0o755)
    return program


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--browser", required=True)
    parser.add_argument("--headless", action="store_true")
    parser.add_argument("url", nargs="?")
    options = parser.parse_args()
    try:
        with ExitStack() as stack:
            return run(options, stack)
    except Exception as error:
        print(f"build.py run: {error}", file=sys.stderr)
        return 1


def run(options: argparse.Namespace, stack: ExitStack) -> int:
    executable(options.browser)
    folder = Path(tempfile.mkdtemp(prefix="click-to-call-"))
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    display = stack.enter_context(virtual_display()) if options.headless else {
        name: os.environ[name] for name in ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY") if name in os.environ}
    world = World(folder, display)
    phone = None
    if not options.headless and Service.of_this_machine().facts().webex:
        print("Calls go to the Webex of this machine.", flush=True)
        world.install_host(options.browser, program=host_of_the_person(world) if sys.platform == "linux" else None)
    elif sys.platform == "linux":
        print("Calls go to the stand-in phone of this run; nothing of your defaults changes.", flush=True)
        phone = world.phone()
        world.install_host(options.browser)
    else:
        raise RunError("no Webex is registered on this machine, and the stand-in phone exists on Linux only. "
                       "Install Webex and start it once.")
    url = options.url or stack.enter_context(serve()).url
    browser = start(options.browser, world)
    stack.callback(browser.close)
    browser.goto(url)
    return click_first(browser, phone) if phone and options.headless else watch(browser, phone)


def click_first(browser, phone) -> int:
    found = until(browser.numbers, 30, say="a linked number on the page")
    first = found[0]
    browser.click_text(first["text"])
    try:
        received = phone.wait(1, 20)
    except TimeoutError:
        browser.screenshot(PICTURE)
        raise RunError(f"no handler was started; see {PICTURE}") from None
    time.sleep(0.4)
    browser.screenshot(PICTURE)
    print(f"{len(browser.numbers())} numbers are linked; clicked {first['text']!r}.")
    print(f"The handler received: {received[0]}")
    print(f"Picture: {PICTURE.relative_to(ROOT)}")
    return 0


def watch(browser, phone) -> int:
    """Prints each URI that the stand-in phone gets until the person closes the browser."""
    print("Click a number; close the browser to end.", flush=True)
    seen = 0
    while True:
        try:
            browser.js("() => 1")
        except Exception:
            break
        for uri in phone.uris()[seen:] if phone else []:
            seen += 1
            print(f"☎ {uri}", flush=True)
        time.sleep(0.3)
    return 0


if __name__ == "__main__":
    sys.exit(main())
