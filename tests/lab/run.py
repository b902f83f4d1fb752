"""`build.py run`: a browser with the extension and the host on a page, and a Webex (or its stand-in) that gets the calls."""

from __future__ import annotations

import argparse
import os
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

from webex_click_to_call import webex
from webex_click_to_call.handlers import of_this_machine

PICTURE = ROOT / "dist" / "run.png"


def webex_is_registered() -> bool:
    """Whether some call scheme of this machine already goes to Webex."""
    backend = of_this_machine()
    owners = [backend.ownership(scheme).owner for scheme in ("webextel", "tel", "clicktocall", "sip")]
    return any(owner and webex.is_webex(owner) for owner in owners)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--browser", required=True)
    parser.add_argument("--headless", action="store_true")
    parser.add_argument("url", nargs="?")
    options = parser.parse_args()
    try:
        executable(options.browser)
    except FileNotFoundError as error:
        print(f"build.py run: {error}", file=sys.stderr)
        return 1
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="click-to-call-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        display = stack.enter_context(virtual_display()) if options.headless else {
            name: os.environ[name] for name in ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY") if name in os.environ}
        world = World(folder, display)
        phone = None
        if sys.platform != "linux" and not webex_is_registered():
            print("build.py run: no Webex is registered on this machine, and the stand-in phone exists on Linux only. "
                  "Install Webex and start it once.", file=sys.stderr)
            return 1
        if sys.platform == "linux" and (options.headless or not webex_is_registered()):
            phone = world.phone()
            print("Calls go to the stand-in phone of this run; nothing of your defaults changes.")
        else:
            for name in [name for name in world.environment if name.startswith("XDG_")]:
                del world.environment[name]  # the person's own, or the Webex that they registered would not be seen
            world.environment.update({name: value for name, value in os.environ.items() if name.startswith("XDG_")})
            world.environment["HOME"] = os.environ["HOME"] if options.browser != "firefox" else str(world.home)
            print("Calls go to the Webex of this machine.")
        world.install_host(options.browser)
        url = options.url or stack.enter_context(serve()).url
        browser = start(options.browser, world)
        stack.callback(browser.close)
        browser.goto(url)
        return click_first(browser, phone) if options.headless else watch(browser, phone)


def click_first(browser, phone) -> int:
    found = until(browser.numbers, 30, say="a linked number on the page")
    first = found[0]
    browser.click_text(first["text"])
    try:
        received = phone.wait(1, 20)
    except TimeoutError:
        browser.screenshot(PICTURE)
        print(f"build.py run: no handler was started; see {PICTURE}", file=sys.stderr)
        return 1
    time.sleep(0.4)
    browser.screenshot(PICTURE)
    print(f"{len(browser.numbers())} numbers are linked; clicked {first['text']!r}.")
    print(f"The handler received: {received[0]}")
    print(f"Picture: {PICTURE.relative_to(ROOT)}")
    return 0


def watch(browser, phone) -> int:
    """Prints each URI that the stand-in phone gets until the person closes the browser."""
    print("Click a number; close the browser to end.")
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
