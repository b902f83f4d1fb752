"""Runs the torture pages with and without the extension and compares them step by step.

usage: python -m tests.browser.torture.run [--browser chromium|firefox] [--extension DIR] [--json FILE] [PAGE…]
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from tests.lab.browsers import Chromium, Firefox, start, until
from tests.lab.display import virtual_display
from tests.lab.site import serve
from tests.lab.world import ROOT, World

HERE = Path(__file__).parent
SNAPSHOT, REACH = ((HERE / name).read_text().split("\n", 1)[1] for name in ("snapshot.js", "reach.js"))
NUMBER = re.compile(r"\+39\s02\s303\d\s\d{4}|\+39 347 123 4567")  # what the pages plant, as snapshot.js has it
PORT = re.compile(r":\d{4,5}")
HOVERED = 3  # numbers of a page that the pointer goes to
SMALL = (900, 640)
# What the background is asked for: it and the extension's pages hear every message of a content script.
ASKED = """() => {
  if (!globalThis.asked) {
    globalThis.asked = [];
    chrome.runtime.onMessage.addListener(message => void (message?.type === 'page.call' && asked.push(message.uri)));
  }
  return asked.splice(0);
}"""
REST = 30.0  # for a page that never comes to rest, or bears a number that is never linked
# A page without scripts has put nothing off.
AT_REST = """async () => {
  const frame = () => new Promise(done => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 2000); });
  return window.rest ? window.rest() : (await frame(), await frame(), []);
}"""
# An extension that does nothing: the run without ours differs in nothing else.
BLANK = {"manifest_version": 3, "name": "blank", "version": "1", "background": {"scripts": ["b.js"]},
         "browser_specific_settings": {"gecko": {"id": "blank@example.org"}}}

# The lab's Firefox waits for the page that ours opens at its first start.
WELCOME = "browser.runtime.onInstalled.addListener(() => browser.tabs.create({url: 'about:blank', active: false}));"


def node() -> str:
    return os.environ.get("CTC_NODE") or shutil.which("node") or "node"


def prepare(out: Path, only: list[str]) -> list[str]:
    """Installs the frameworks as the lock file says, bundles the pages into `out`, gives their names."""
    lock = (HERE / "package-lock.json").read_bytes()
    stamp = HERE / "node_modules" / ".lock"
    if not stamp.exists() or stamp.read_bytes() != lock:
        npm = [str(Path(node()).with_name("npm"))] if Path(node()).with_name("npm").exists() else ["npm"]
        subprocess.run([*npm, "ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund", "--loglevel=error"],
                       cwd=HERE, check=True)
        stamp.write_bytes(lock)
    done = subprocess.run([node(), HERE / "build.mjs", out, *only], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout.split()


class Driver:
    """A browser in which the page's own globals are seen, in both families."""

    def __init__(self, browser: Chromium | Firefox) -> None:
        self.browser = browser
        self.exceptions: list[str] = []
        if isinstance(browser, Chromium):  # errors of every world, the extension's own included
            session = browser.context.new_cdp_session(browser.page)
            session.send("Runtime.enable")
            session.on("Runtime.exceptionThrown", lambda event: self.exceptions.append(
                str(event["exceptionDetails"].get("exception", {}).get("description", event["exceptionDetails"]["text"]))))

    def js(self, function: str, argument: Any = None) -> Any:
        if isinstance(self.browser, Chromium):
            return self.browser.js(function, argument)
        text = self.browser.driver.execute_async_script(
            f"const [argument, done] = arguments; Promise.resolve(({function})(argument))"
            ".then(value => done(JSON.stringify(value ?? null)), error => done(JSON.stringify({__error: String(error)})));",
            script_args=[argument], sandbox=None)
        return json.loads(text)


def play(driver: Driver, url: str, ours: bool) -> dict[str, Any]:
    """One page from its load to its end, seen at rest after each step."""
    driver.exceptions.clear()
    driver.browser.goto(url)
    rests: list[dict[str, list[str]]] = []

    def look(final: bool = False) -> Any:
        # At rest: nothing is put off, the page says the same twice, and, with ours, every number is linked.
        end = time.monotonic() + REST
        before = None
        while True:
            restless = driver.js(AT_REST)
            seen = driver.js(SNAPSHOT, False)
            linked = not ours or set(seen["expected"]) <= set(seen["linked"])
            if (linked and not restless and seen["state"] == before) or time.monotonic() > end:
                break
            before = seen["state"]
        if final:
            seen = driver.js(SNAPSHOT, True)
        rests.append({"expected": seen["expected"], "linked": seen["linked"], "restless": restless})
        return seen["state"]

    states = [look()]
    steps = driver.js("() => window.torture?.steps ?? 0")
    for step in range(steps):
        driver.js("i => window.torture.run(i).then(() => 0, error => setTimeout(() => { throw error; }))", step)
        states.append(look())
    states.append(look(True))
    return {"states": states, "rests": rests, "exceptions": list(driver.exceptions), "unreached": unreached(driver) if ours and isinstance(driver.browser, Chromium) else []}


def unreached(driver: Driver) -> list[str]:
    """The numbers that a person who sees them could not click, in a window of another size than the page was laid out for.

    A real pointer goes to each and takes the shape for links; the first is clicked, and the background is asked for it. In
    Chromium alone: Firefox's driver keeps no listener in the background from one question to the next.
    """
    missed: list[str] = []
    browser, clicked = driver.browser, False
    browser.page.set_viewport_size(dict(zip(("width", "height"), SMALL, strict=True)))
    try:
        for index in range(HOVERED):
            driver.js(REACH, [index, HOVERED, True])
            driver.js(AT_REST)  # a page may draw other rows where it was scrolled to
            place = driver.js(REACH, [index, HOVERED, False])
            if place is None:
                break
            if not place["seen"]:
                continue
            browser.move(place["x"] - 1, place["y"])
            browser.move(place["x"], place["y"])
            try:
                until(lambda: driver.js("() => window.torturePointer()"), say="the pointer's shape")
                if not clicked:
                    clicked = True
                    browser.background(ASKED)
                    browser.click(place["x"], place["y"])
                    until(lambda: browser.background(ASKED), say="a call")
            except TimeoutError as error:
                missed.append(f"{place}: {error}")
    finally:
        browser.page.set_viewport_size(dict(zip(("width", "height"), browser.SIZE, strict=True)))
    return missed


def side(browser: str, extension: str | None, folder: str, pages: list[str]) -> dict[str, Any]:
    """All pages in one browser; `extension` None: without ours. What could not be played at all says so."""
    with tempfile.TemporaryDirectory() as scratch, virtual_display() as display, serve(Path(folder)) as site:
        chosen = Path(extension) if extension else None
        if browser == "firefox" and not chosen:  # the lab's Firefox always has an extension
            chosen = blank = Path(scratch) / "blank"
            blank.mkdir()
            (blank / "b.js").write_text(WELCOME)
            (blank / "manifest.json").write_text(json.dumps(BLANK))
        played: dict[str, Any] = {}
        try:
            opened = start(browser, World(Path(scratch) / "world", display), extension=chosen)
        except Exception as error:
            return {page: _broken(error) for page in pages}
        try:
            driver = Driver(opened)
            for page in pages:
                begin = time.monotonic()
                try:
                    address = next(Path(folder).glob(f"{page}.*html")).name
                    played[page] = play(driver, site.url + address, extension is not None)
                except Exception as error:
                    played[page] = _broken(error)
                played[page]["seconds"] = time.monotonic() - begin
            return played
        finally:
            opened.close()


def _broken(error: Exception) -> dict[str, Any]:
    return {"seconds": 0.0, "states": [], "rests": [], "exceptions": [], "unreached": [], "broken": f"{type(error).__name__}: {error}"}


def differences(plain: Any, ours: Any, where: str = "") -> list[str]:
    """Where two values differ, as readable lines."""
    if type(plain) is type(ours) is dict:
        return [line for key in {**plain, **ours} for line in differences(plain.get(key), ours.get(key), f"{where}.{key}")]
    if type(plain) is type(ours) is list and len(plain) == len(ours):
        return [line for i, (a, b) in enumerate(zip(plain, ours, strict=True)) for line in differences(a, b, f"{where}[{i}]")]
    return [] if plain == ours else [f"{where}: {str(plain)[:2000]!r} became {str(ours)[:2000]!r}"]


WRONG = ("broken", "restless", "differences", "errors", "missing", "wrong", "unreached")


def judge(plain: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    """The verdict on a page; every list of `WRONG` in it is empty for a page that did not notice."""
    known = {PORT.sub("", error) for error in plain["exceptions"]}
    expected = [number for rest in ours["rests"] for number in rest["expected"]]
    missing = [number for rest in ours["rests"] for number in rest["expected"] if number not in rest["linked"]]
    return {
        "broken": [side["broken"] for side in (plain, ours) if "broken" in side],
        "restless": [line for side in (plain, ours) for rest in side["rests"] for line in rest["restless"]],
        "differences": differences(plain["states"], ours["states"]),
        "errors": [error for error in ours["exceptions"] if PORT.sub("", error) not in known],
        "expected": len(expected), "linked": len(expected) - len(missing), "missing": missing,
        "unreached": ours["unreached"], "seconds": ours["seconds"],
        "wrong": [text for rest in ours["rests"] for text in rest["linked"] if not NUMBER.fullmatch(text)],
    }


def faults(verdict: dict[str, Any]) -> list[str]:
    """What is wrong with a page, as lines; none: it did not notice."""
    return [f"{kind}: {line}" for kind in WRONG for line in verdict[kind]]


def compare(browser: str, extension: Path, only: list[str]) -> dict[str, dict[str, Any]]:
    """The verdict on every page: differences, errors, numbers expected and linked.

    The two sides run side by side. A page with a fault is played again with the machine to itself, one side after the
    other, and that is what counts; `first` keeps what was seen before.
    """
    with tempfile.TemporaryDirectory() as folder:
        pages = prepare(Path(folder), only)
        with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
            plain = pool.submit(side, browser, None, folder, pages)
            ours = pool.submit(side, browser, str(extension), folder, pages)
            plain_result, our_result = plain.result(), ours.result()
            verdicts = {page: judge(plain_result[page], our_result[page]) for page in pages}
            for page in pages:
                if first := faults(verdicts[page]):
                    alone = [pool.submit(side, browser, which, folder, [page]).result()[page] for which in (None, str(extension))]
                    verdicts[page] = {**judge(*alone), "first": first}
        return verdicts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--browser", default="chromium")
    parser.add_argument("--extension", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("pages", nargs="*")
    options = parser.parse_args()
    verdicts = compare(options.browser, options.extension or ROOT / "dist" / options.browser, options.pages)
    bad = 0
    for page, verdict in verdicts.items():
        wrong = faults(verdict)
        bad += bool(wrong)
        print(f"{'FAIL' if wrong else 'ok  '} {page}: {verdict['linked']}/{verdict['expected']} linked, {verdict['seconds']:.1f} s")
        for line in wrong[:8]:
            print("      ", line)
        for line in verdict.get("first", [])[:8]:
            print("       at first, not alone:", line)
    print(f"{len(verdicts) - bad} of {len(verdicts)} pages without a difference in {options.browser}")
    if options.json:
        options.json.write_text(json.dumps(verdicts, indent=1))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
