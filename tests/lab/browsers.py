"""Real browsers behind one small interface: Chromium's family by Playwright, Firefox by Marionette."""

from __future__ import annotations

import atexit
import base64
import json
import logging
import os
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

from tests.lab.world import IDENTITY, ROOT, World

SYSTEM = json.loads((ROOT / "tests/lab/system.json").read_text())
T = TypeVar("T")

# The rectangle of the first place where a text stands on the page, also when it spans several nodes.
RECT_OF_TEXT = """(wanted) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let all = '', spots = [];
  for (let node; node = walker.nextNode();) { spots.push([all.length, node]); all += node.data; }
  const start = all.indexOf(wanted);
  if (start < 0) return null;
  const place = offset => {
    const [before, node] = spots.findLast(([before, node]) => before <= offset && node.length);
    return [node, offset - before];
  };
  const range = document.createRange();
  range.setStart(...place(start));
  const [last, at] = place(start + wanted.length - 1);
  range.setEnd(last, at + 1);
  range.startContainer.parentElement.scrollIntoView({block: 'center', behavior: 'instant'});
  const box = range.getClientRects()[0];
  return [box.left, box.top, box.width, box.height];
}"""


CARD_BUTTON = """act => { const host = [...document.documentElement.children].find(one => one.matches(':popover-open'));
  const box = host.shadowRoot.querySelector(`[data-act=${act}]`).getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2]; }"""
OPEN_ROOT = "function () { Object.defineProperty(this.host, 'shadowRoot', {value: this, configurable: true}); }"


def executable(browser: str) -> str:
    """The program of a browser that is installed here; raises FileNotFoundError naming what was looked for."""
    family = SYSTEM["needs"]["chromium"]["browsers"] if browser == "chromium" else [browser]
    programs = [program for name in family for program in SYSTEM["browsers"].get(name, [name])]
    for program in programs:
        if found := shutil.which(program):
            return found
    raise FileNotFoundError(f"{browser} is not installed (looked for {', '.join(programs)})")


def until(what: Callable[[], T], seconds: float = 15, *, say: str = "") -> T:
    """The first true value of `what`; raises TimeoutError."""
    end = time.monotonic() + seconds
    while True:
        value = what()
        if value:
            return value
        if time.monotonic() > end:
            raise TimeoutError(f"not within {seconds} s: {say or what} (last: {value!r})")
        time.sleep(0.05)


class Browser(Protocol):
    """A running browser with the extension, showing one page."""

    name: str

    def goto(self, url: str) -> None: ...

    def js(self, function: str, argument: Any = None) -> Any:
        """The value of a JavaScript function called with a JSON argument in the page."""

    def extension_page(self, name: str) -> None:
        """Shows a page of the extension, such as `popup.html`, in the tab."""

    def extension_js(self, function: str, argument: Any = None) -> Any:
        """Like `js`, with the extension's API, in the extension page that the tab shows; promises are awaited."""

    def background(self, function: str, argument: Any = None) -> Any:
        """Like `extension_js`, with the tab left as it is."""

    def click(self, x: float, y: float) -> None:
        """A real mouse click at a point of the viewport."""

    def touch(self, x: float, y: float, seconds: float) -> None:
        """A finger on a point of the viewport for so long."""

    def printed(self) -> bytes:
        """The page as the browser prints it, a PDF."""

    def move(self, x: float, y: float) -> None: ...

    def wheel(self, x: float, y: float, down: float) -> None:
        """Turns the wheel over a point."""

    def press(self, key: str) -> None: ...

    def type(self, text: str) -> None: ...

    def downloaded(self, function: str) -> str:
        """The text of the file that the browser saves when a JavaScript function is called in the page."""

    def reveal(self) -> None:
        """Opens the closed shadow roots beside the body to later calls of `js`, as no page can."""

    def screenshot(self, path: Path) -> None: ...

    def close(self) -> None: ...


class _Common:
    def rect(self, text: str) -> list[float]:
        """Left, top, width and height of a text on the page, scrolled into view; waits until it is there."""
        return until(lambda: self.js(RECT_OF_TEXT, text), say=f"the text {text!r}")

    def click_text(self, text: str, *, rest: float = 1) -> None:
        """Clicks the middle of a text as a person would: the pointer arrives, rests `rest` s, and clicks."""
        left, top, width, height = self.rect(text)
        self.move(left + width / 2 - 3, top + height / 2)
        self.move(left + width / 2, top + height / 2)
        time.sleep(rest)
        self.click(left + width / 2, top + height / 2)

    def card_button(self, act: str) -> tuple[float, float]:
        """The middle of a button of the card, by its `data-act`; after `reveal`."""
        return tuple(self.js(CARD_BUTTON, act))

    def numbers(self) -> list[dict[str, Any]]:
        """What the extension linked on the page, in its own words: `[{text, e164, ext, sip}]`."""
        return self.background(
            "async () => { const [tab] = await chrome.tabs.query({active: true, lastFocusedWindow: true});"
            " return chrome.tabs.sendMessage(tab.id, {type: 'frame.list'}).catch(() => []); }") or []


class Chromium(_Common):
    name = "chromium"
    SIZE = (1200, 860)  # of the viewport

    def __init__(self, world: World, *, extension: Path | None = ROOT / "dist/chromium", program: str | None = None,
                 arguments: list[str] | None = None) -> None:
        self.world = world
        self.context = _playwright().chromium.launch_persistent_context(
            world.profile, executable_path=program or executable("chromium"), headless=False, env=world.environment,
            viewport=dict(zip(("width", "height"), self.SIZE, strict=True)), timeout=40_000,
            args=[*([f"--disable-extensions-except={extension}", f"--load-extension={extension}"] if extension else []),
                  "--no-first-run",
                  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
                  *(["--no-sandbox"] if sys.platform == "linux" and os.geteuid() == 0 else []), *(arguments or [])],
            ignore_default_args=["--disable-extensions", "--disable-component-extensions-with-background-pages"])
        self.page = self.context.pages[0]
        self.id = IDENTITY["chromium"]["extension_ids"][0]
        if extension:
            if not self.context.service_workers:
                self.context.wait_for_event("serviceworker", timeout=15000)
            self._close_welcome()

    @property
    def worker(self):
        """The extension's service worker, started again if the browser had stopped it."""
        return self.context.service_workers[0]

    def _close_welcome(self) -> None:
        """The page that greets a person after the installation would stand in front of every test's own."""
        until(lambda: [page for page in self.context.pages if page is not self.page] or self.page.wait_for_timeout(50),
              say="the welcome page")
        for page in self.context.pages:
            if page is not self.page:
                page.close()

    def goto(self, url: str) -> None:
        self.page.goto(url)

    def js(self, function: str, argument: Any = None) -> Any:
        return self.page.evaluate(function, argument)

    def extension_page(self, name: str) -> None:
        self.page.goto(f"chrome-extension://{self.id}/{name}")

    def extension_js(self, function: str, argument: Any = None) -> Any:
        return self.page.evaluate(function, argument)

    def background(self, function: str, argument: Any = None) -> Any:
        return self.worker.evaluate(function, argument)

    def click(self, x: float, y: float) -> None:
        self.page.mouse.click(int(x), int(y))

    def move(self, x: float, y: float) -> None:
        self.page.mouse.move(int(x), int(y))  # whole, as a real pointer stands: Chromium selects nothing by a drag from between two

    def wheel(self, x: float, y: float, down: float) -> None:
        self.move(x, y)
        self.page.mouse.wheel(0, int(down))

    def touch(self, x: float, y: float, seconds: float) -> None:
        debug = self.context.new_cdp_session(self.page)
        debug.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        time.sleep(seconds)
        debug.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def printed(self) -> bytes:
        return base64.b64decode(self.context.new_cdp_session(self.page).send("Page.printToPDF", {"printBackground": True})["data"])

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def downloaded(self, function: str) -> str:
        with self.page.expect_download() as download:
            self.page.evaluate(function)
        return Path(download.value.path()).read_text()

    def reveal(self) -> None:
        debug = self.context.new_cdp_session(self.page)
        debug.send("DOM.enable")
        for node in debug.send("DOM.getFlattenedDocument", {"depth": -1, "pierce": True})["nodes"]:
            for shadow in node.get("shadowRoots", []):
                root = debug.send("DOM.resolveNode", {"nodeId": shadow["nodeId"]})["object"]["objectId"]
                debug.send("Runtime.callFunctionOn", {"objectId": root, "functionDeclaration": OPEN_ROOT})
        debug.detach()

    def screenshot(self, path: Path) -> None:
        self.page.screenshot(path=path)

    def close(self) -> None:
        self.context.close()


class Firefox(_Common):
    name = "firefox"
    SIZE = (1210, 980)  # of the window

    def __init__(self, world: World, *, extension: Path = ROOT / "dist/firefox", program: str | None = None) -> None:
        from marionette_driver.addons import Addons
        from marionette_driver.marionette import Marionette

        logging.getLogger("mozversion").setLevel(logging.WARNING)
        self.world = world
        with _environment(world.environment):
            self.driver = Marionette(
                bin=program or executable("firefox"), port=_free_port(), gecko_log=str(world.path / "firefox.log"), headless=False,
                app_args=["--remote-allow-system-access"],
                prefs={"xpinstall.signatures.required": False, "browser.shell.checkDefaultBrowser": False,
                       "datareporting.policy.dataSubmissionEnabled": False, "app.update.enabled": False,
                       "browser.aboutwelcome.enabled": False, "network.captive-portal-service.enabled": False})
            self.driver.start_session()
        self.driver.timeout.script = 30
        self.driver.timeout.page_load = 60
        self.driver.set_window_rect(width=self.SIZE[0], height=self.SIZE[1])
        self.id = Addons(self.driver).install(str(extension), temp=True)
        with self.driver.using_context("chrome"):
            self.uuid = self.driver.execute_script(
                "return WebExtensionPolicy.getByID(arguments[0]).mozExtensionHostname", [self.id])
        self._beside: str | None = None
        self._close_welcome()

    def _close_welcome(self) -> None:
        own = self.driver.current_window_handle
        until(lambda: len(self.driver.window_handles) > 1, say="the welcome page")
        for handle in self.driver.window_handles:
            if handle != own:
                self.driver.switch_to_window(handle)
                self.driver.close()
        self.driver.switch_to_window(own)

    def goto(self, url: str) -> None:
        self.driver.navigate(url)

    def js(self, function: str, argument: Any = None) -> Any:
        return self.driver.execute_async_script(
            f"const done = arguments[1]; Promise.resolve(({function})(arguments[0])).then(done);",
            script_args=[argument], new_sandbox=False)  # what `reveal` opened stays so

    def extension_page(self, name: str) -> None:
        self.driver.navigate(f"moz-extension://{self.uuid}/{name}")

    def extension_js(self, function: str, argument: Any = None) -> Any:
        return self.driver.execute_async_script(
            "const done = arguments[1]; const browser = window.wrappedJSObject.browser, chrome = browser;"
            f"Promise.resolve(({function})(arguments[0])).then(value => done(JSON.parse(JSON.stringify(value ?? null))));",
            script_args=[argument])

    def background(self, function: str, argument: Any = None) -> Any:
        page = self.driver.current_window_handle
        if self._beside is None:
            self._beside = self.driver.open(type="tab", focus=False)["handle"]
            self.driver.switch_to_window(self._beside, focus=False)
            self.extension_page("popup.html")
        self.driver.switch_to_window(self._beside, focus=False)
        try:
            return self.extension_js(function, argument)
        finally:
            self.driver.switch_to_window(page, focus=False)

    def move(self, x: float, y: float) -> None:
        from marionette_driver.marionette import ActionSequence

        ActionSequence(self.driver, "pointer", "mouse", {"pointerType": "mouse"}).pointer_move(int(x), int(y)).perform()

    def wheel(self, x: float, y: float, down: float) -> None:
        turn = {"type": "scroll", "x": int(x), "y": int(y), "deltaX": 0, "deltaY": int(down)}
        self.driver._send_message("WebDriver:PerformActions", {"actions": [{"type": "wheel", "id": "wheel", "actions": [turn]}]})

    def click(self, x: float, y: float) -> None:
        from marionette_driver.marionette import ActionSequence

        action = ActionSequence(self.driver, "pointer", "mouse", {"pointerType": "mouse"})
        action.pointer_move(int(x), int(y)).pointer_down(0).pointer_up(0).perform()

    def touch(self, x: float, y: float, seconds: float) -> None:
        from marionette_driver.marionette import ActionSequence

        action = ActionSequence(self.driver, "pointer", "finger", {"pointerType": "touch"})
        action.pointer_move(int(x), int(y)).pointer_down(0).pause(int(seconds * 1000)).pointer_up(0).perform()

    def printed(self) -> bytes:
        return base64.b64decode(self.driver._send_message("WebDriver:Print", {"background": True}, key="value"))

    def press(self, key: str) -> None:
        from marionette_driver.keys import Keys

        names = {"Enter": Keys.ENTER, "Tab": Keys.TAB, "Escape": Keys.ESCAPE, "ArrowUp": Keys.ARROW_UP,
                 "ArrowDown": Keys.ARROW_DOWN}
        *modifiers, last = key.split("+") if key != "+" else [key]
        self._keys([{"Shift": Keys.SHIFT, "Control": Keys.CONTROL, "Alt": Keys.ALT}[name] for name in modifiers],
                   names.get(last, last))

    def _keys(self, modifiers: list[str], key: str) -> None:
        from marionette_driver.marionette import ActionSequence

        action = ActionSequence(self.driver, "key", "keyboard")
        for modifier in modifiers:
            action.key_down(modifier)
        action.key_down(key).key_up(key)
        for modifier in reversed(modifiers):
            action.key_up(modifier)
        action.perform()

    def type(self, text: str) -> None:
        for character in text:
            self._keys([], character)

    def downloaded(self, function: str) -> str:
        with tempfile.TemporaryDirectory() as folder:
            self.driver.set_prefs({"browser.download.folderList": 2, "browser.download.dir": folder,
                                   "browser.download.alwaysOpenPanel": False})
            self.js(function)
            saved = until(lambda: [path for path in Path(folder).iterdir() if path.suffix != ".part" and path.stat().st_size],
                          say="the saved file")
            return saved[0].read_text()

    def reveal(self) -> None:
        from marionette_driver.errors import NoSuchShadowRootException

        for element in self.driver.find_elements("css selector", ":root > :not(head, body)"):
            with suppress(NoSuchShadowRootException):
                self.driver.execute_script(f"({OPEN_ROOT}).call(arguments[0])", [element.shadow_root], new_sandbox=False)

    def screenshot(self, path: Path) -> None:
        path.write_bytes(self.driver.screenshot(format="binary", full=False))

    def close(self) -> None:
        profile = self.driver.instance.profile
        self.driver.cleanup()
        profile.cleanup()
        profile.create_new = profile.restore = False  # or it cleans once more at the interpreter's end, and fails


@cache
def _playwright():
    """Playwright's driver, one for all browsers of this process: its synchronous API allows no second one."""
    from playwright.sync_api import sync_playwright

    driver = sync_playwright().start()
    atexit.register(driver.stop)
    return driver


def _free_port() -> int:
    """A port for Marionette, so that several Firefoxes can run side by side."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class _environment:
    """Puts a whole environment in place while a child is started (Marionette takes none)."""

    def __init__(self, wanted: dict[str, str]) -> None:
        self.wanted = wanted

    def __enter__(self) -> None:
        self.before = dict(os.environ)
        os.environ.clear()
        os.environ.update(self.wanted)

    def __exit__(self, *_: object) -> None:
        os.environ.clear()
        os.environ.update(self.before)


def start(browser: str, world: World, **options) -> Chromium | Firefox:
    return Firefox(world, **options) if browser == "firefox" else Chromium(world, **{"program": executable(browser), **options})
