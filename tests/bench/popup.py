"""The popup, warm: from the wish to open it until it is ready to type, and the bytes of its own script and style.

`document` runs from the start of the popup's navigation to the mark `ready`; `window` from the call of
action.openPopup, so that it includes what the browser needs for the window.
usage: popup.py [--rounds N] [--json]
"""

from __future__ import annotations

import argparse
import gzip
import re
import statistics
import tempfile
import time
from pathlib import Path

from tests.bench._report import report, table
from tests.lab.browsers import Chromium
from tests.lab.display import virtual_display
from tests.lab.site import serve
from tests.lab.world import ROOT, World

DIST = ROOT / "dist/chromium"
OPEN = """async () => {
  const asked = performance.timeOrigin + performance.now();
  await chrome.action.openPopup();
  for (let tries = 0; tries < 200; tries++) {
    const [view] = chrome.extension.getViews({type: 'popup'});
    const [mark] = view?.performance.getEntriesByName('ready') ?? [];
    if (mark) {
      const found = [mark.startTime, view.performance.timeOrigin + mark.startTime - asked];
      view.close();
      return found;
    }
    await new Promise(done => setTimeout(done, 10));
  }
  return null;
}"""


def own_files() -> list[Path]:
    """popup.js with what it imports at its start, and its style sheets."""
    todo, found = [DIST / "popup.js"], []
    while todo:
        script = todo.pop()
        if script not in found:
            found.append(script)
            todo += [script.parent / name for name in re.findall(r'(?:from|import)"(\./[^"]+|\.\./[^"]+)"', script.read_text())]
    return found + [DIST / name for name in ("tokens.css", "ui.css", "popup.css")]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    times: list[list[float]] = []
    with virtual_display() as display, serve() as site, tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder), display)
        world.phone()
        world.install_host("chromium")
        browser = Chromium(world)
        try:
            beside = browser.context.new_page()
            beside.goto(f"chrome-extension://{browser.id}/diagnosis.html")
            browser.goto(site.url)
            browser.page.bring_to_front()
            for number in range(options.rounds + 2):
                found = beside.evaluate(OPEN)
                time.sleep(0.4)
                if number >= 2 and found:  # the first two warm it up
                    times.append(found)
        finally:
            browser.close()
    raw = b"".join(path.read_bytes() for path in own_files())
    figures = {
        "document_ms": round(statistics.median(row[0] for row in times), 1),
        "window_ms": round(statistics.median(row[1] for row in times), 1),
        "rounds": len(times),
        "own_bytes_gzip": len(gzip.compress(raw, 9)),
    }
    print(table(["the popup", "median"], [
        ["document to ready, ms", figures["document_ms"]], ["window asked for to ready, ms", figures["window_ms"]],
        ["own script and style, gzipped bytes", figures["own_bytes_gzip"]]]))
    report({"bench": "popup", **figures}, options.json)


if __name__ == "__main__":
    main()
