"""The rewriter's fuzzer: the extension's page layer in a real Chromium page that changes at random, beside a twin without it.

Everything runs inside the page (`page.mjs`): fast-check makes pages' lives, a clock that is turned lets seconds pass in no time.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.lab.browsers import Chromium
from tests.lab.display import virtual_display
from tests.lab.site import serve
from tests.lab.world import ROOT, World

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "corpus" / "rewriter"
ROUND = 3  # seconds
BUNDLE = """import esbuild from 'esbuild';
const define = { __BROWSER__: '"chromium"', __VERSION__: '"0"' };
const options = { bundle: true, write: false, format: 'iife', charset: 'utf8', loader: { '.css': 'text' }, define };
const made = await esbuild.build({ entryPoints: [process.argv[1]], ...options });
process.stdout.write(made.outputFiles[0].text);"""
EMPTY = "<!doctype html><html lang=it><head><meta charset=utf-8></head><body></body></html>"


class Page:
    """An empty page without scripts of its own that bears the extension's page layer and the fuzzer."""

    def __init__(self, browser: Chromium, url: str, bundle: str) -> None:
        self.browser, self.bundle = browser, bundle
        browser.goto(url)
        self.session = browser.context.new_cdp_session(browser.page)
        self.session.send("Profiler.enable")
        self.session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})
        # By the debugger: a script element would tell of code.
        done = self.session.send("Runtime.evaluate", {"expression": bundle})
        if "exceptionDetails" in done:
            raise RuntimeError(done["exceptionDetails"])

    def fuzz(self, seconds: float, runs: int, seed: int) -> dict[str, Any]:
        return self.browser.js("limits => rewriter.fuzz(...limits)", [seconds, runs, seed])

    def live(self, life: Any) -> str:
        """What is wrong with one life; empty: nothing."""
        return self.browser.js("life => rewriter.live(life)", life)

    def memory(self) -> float:
        """What the page holds after a collection, in MB."""
        self.session.send("HeapProfiler.collectGarbage")
        usage = self.session.send("Runtime.getHeapUsage")
        return (usage["usedSize"] + usage.get("embedderHeapUsedSize", 0)) / 2**20

    def coverage(self) -> str:
        """The blocks of the page layer's modules that ran, by V8's own count."""
        modules = [(found.start(), "/src/page/" in found[0]) for found in re.finditer(r"^ *// .*\.m?js$", self.bundle, re.M)]
        blocks = ran = 0
        for script in self.session.send("Profiler.takePreciseCoverage")["result"]:
            for function in script["functions"]:
                for piece in function["ranges"]:
                    start = piece["startOffset"]
                    if script["url"] == "" and next((ours for at, ours in reversed(modules) if at <= start), False):
                        blocks += 1
                        ran += piece["count"] > 0
        return f"{100 * ran // max(1, blocks)} % of {blocks} blocks"


@contextmanager
def opened() -> Iterator[Page]:
    """The page in a browser without the extension."""
    node = os.environ.get("CTC_NODE", "node")
    made = subprocess.run([node, "--input-type=module", "--eval", BUNDLE, HERE / "page.mjs"], cwd=ROOT, capture_output=True, text=True)
    if made.returncode:
        raise RuntimeError(made.stderr)
    with tempfile.TemporaryDirectory() as scratch, virtual_display() as display, serve() as site:
        browser = Chromium(World(Path(scratch) / "world", display), extension=None)
        try:
            yield Page(browser, site.page("empty", EMPTY), made.stdout)
        finally:
            browser.close()


def main(seconds: float) -> int:
    executions, failure, peak = 0, None, 0.0
    with opened() as page:
        begun = time.monotonic()
        before = None
        while failure is None and time.monotonic() - begun < seconds:
            done = page.fuzz(ROUND, 100_000, int(time.time() * 1000) & 0x7FFFFFFF)
            executions += done["executions"]
            failure = done.get("failure")
            used = page.memory()
            before, peak = before or used, max(peak, used)
        grew = max(0.0, used - before)
        coverage = page.coverage()
    if failure:
        text = json.dumps(failure["input"], ensure_ascii=False)
        CORPUS.mkdir(parents=True, exist_ok=True)
        (CORPUS / hashlib.sha1(text.encode()).hexdigest()).write_text(text)
        print(failure["error"], text, file=sys.stderr)
    print(json.dumps({"executions": executions, "coverage": coverage, "peak_mb": round(peak), "grew_mb": round(grew)}))
    return int(failure is not None)
