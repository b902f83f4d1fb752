"""Page click to handler start, warm, beside the browser's own way to open a `tel:` link, in one run.

The browser's own way has its prompt waived by the policy AutoLaunchProtocolsFromOrigins. Both click the
same number on the same page, alternately; the time runs from the page's pointerup event to the first
instruction of the handler.  usage: click.py [--rounds N] [--json]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from tests.bench._report import report, table
from tests.lab.browsers import Chromium, until
from tests.lab.display import virtual_display
from tests.lab.policies import chromium_with
from tests.lab.site import serve
from tests.lab.world import World

PAGE = """<!doctype html><html lang="it"><body><p style="font-size:20px">Telefono: {}</p>
<script>addEventListener('pointerup', e => {{ window.clicked = performance.timeOrigin + e.timeStamp; }}, true);</script>"""
NUMBER = "+39 02 3031 2345"
OWN_WAY = {"AutoLaunchProtocolsFromOrigins": [{"protocol": "tel", "allowed_origins": ["*"]}]}


def one(browser, phone, before: int, pause: float) -> float:
    """Milliseconds from the click to the handler's start."""
    time.sleep(pause)
    browser.click_text("02 3031")
    phone.wait(before + 1)
    clicked = browser.js("() => window.clicked")
    return phone.received()[-1][0] / 1e6 - clicked


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with virtual_display() as display, serve() as site, tempfile.TemporaryDirectory() as folder:
        ours = World(Path(folder) / "ours", display)
        theirs = World(Path(folder) / "theirs", display)
        phones = {"extension": ours.phone(), "browser": theirs.phone()}
        ours.install_host("chromium")
        launcher = chromium_with(OWN_WAY, theirs.path, theirs.environment)
        browsers = {"extension": Chromium(ours),
                    "browser": Chromium(theirs, program=launcher, extension=None)}
        try:
            browsers["extension"].goto(site.page("ours", PAGE.format(NUMBER)))
            browsers["browser"].goto(site.page("theirs", PAGE.format(f'<a href="tel:+390230312345">{NUMBER}</a>')))
            until(browsers["extension"].numbers)
            times: dict[str, list[float]] = {name: [] for name in browsers}
            for round_number in range(options.rounds + 2):
                for name, browser in browsers.items():
                    took = one(browser, phones[name], round_number, 1.2)
                    if round_number >= 2:  # the first two warm both up
                        times[name].append(took)
        finally:
            for browser in browsers.values():
                browser.close()
    medians = {name: statistics.median(values) for name, values in times.items()}
    ratio = medians["extension"] / medians["browser"]
    print(table(["click to handler start, ms", "median", "best", "worst", "ratio"], [
        ["the browser's own way", medians["browser"], min(times["browser"]), max(times["browser"]), 1.0],
        ["the extension and the host", medians["extension"], min(times["extension"]), max(times["extension"]), ratio]]))
    report({"bench": "click", "rounds": options.rounds, "browser_ms": medians["browser"],
            "extension_ms": medians["extension"], "ratio": ratio}, options.json)


if __name__ == "__main__":
    main()
