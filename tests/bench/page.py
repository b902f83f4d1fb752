"""What the page layer costs: gate and stage 2 in bytes and time, the scan of a large page, a page that never stops.

usage: python3 build.py bench page [--json] [--runs N]
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench._report import report, table
from tests.lab.browsers import Chromium, executable, until
from tests.lab.display import virtual_display
from tests.lab.site import serve
from tests.lab.trace import forced
from tests.lab.world import ROOT, World

DIST = ROOT / "dist/chromium"
WORDS = ("la casa il tempo una voce e poi ancora strada verso luce mare nuovo anno grande piccolo quando dove perché molto "
         "sempre nessuno tutti lavoro giorno notte parola libro città paese uomo donna acqua terra cielo mano vita").split()
TEXT_NODES = 12_580
# A page that is being built may cost more for a moment; the share is measured after it.
BUILT = 5


def article(seed: int = 7) -> str:
    """About 1 MB of text in 12,580 text nodes: paragraphs with inline elements, lists and a table, years among the words."""
    random_ = random.Random(seed)
    out, nodes = [], 0
    while nodes < TEXT_NODES:
        kind = random_.random()
        words = lambda n: " ".join(random_.choices(WORDS, k=n))  # noqa: E731
        if kind < 0.6:
            out.append(f"<p>{words(28)} <b>{words(4)}</b> {words(25)} <i>{words(3)}</i> nel {random_.randint(1900, 2030)} {words(18)}</p>")
            nodes += 5
        elif kind < 0.8:
            out.append("<ul>" + "".join(f"<li>{words(12)}</li>" for _ in range(5)) + "</ul>")
            nodes += 5
        else:
            out.append("<table><tr>" + "".join(f"<td>{words(6)}</td>" for _ in range(4)) + "</tr></table>")
            nodes += 4
    return f"<!doctype html><html lang=it><body>{''.join(out)}</body></html>"


# Runs in our isolated world before gate.js would, by a content script of the measuring copy of the extension.
METER = """
globalThis.__tasks = [];
const timed = work => value => { const start = performance.now(); work(value); __tasks.push(performance.now() - start); };
for (const [owner, name] of [[globalThis, 'requestIdleCallback'], [globalThis, 'requestAnimationFrame'], [scheduler, 'postTask']]) {
  const begin = owner[name].bind(owner);
  owner[name] = (work, options) => begin(timed(work), options);
}
globalThis.__start = performance.now();
"""
END = "globalThis.__evaluated = performance.now() - globalThis.__start;"


def measuring_copy(folder: Path) -> Path:
    """The built extension with a meter around its scripts; nothing of them changes."""
    copy = folder / "extension"
    copy.mkdir()
    for path in DIST.rglob("*"):
        target = copy / path.relative_to(DIST)
        target.mkdir(exist_ok=True) if path.is_dir() else target.write_bytes(path.read_bytes())
    (copy / "meter.js").write_text(METER)
    (copy / "end.js").write_text(END)
    manifest = json.loads((copy / "manifest.json").read_text())
    script = manifest["content_scripts"][0]
    script["js"] = ["meter.js", *script["js"], "end.js"]
    (copy / "manifest.json").write_text(json.dumps(manifest))
    page = copy / "page.js"
    page.write_text("globalThis.__pageStart = performance.now();" + page.read_text() + ";globalThis.__pageEvaluated = performance.now() - globalThis.__pageStart;")
    return copy


class World_:
    """The isolated world of the extension in the page that is shown."""

    def __init__(self, browser: Chromium) -> None:
        self.session = browser.context.new_cdp_session(browser.page)
        self.contexts: list[dict[str, Any]] = []
        self.session.on("Runtime.executionContextCreated", lambda event: self.contexts.append(event["context"]))
        self.session.on("Runtime.executionContextsCleared", lambda _: self.contexts.clear())
        self.session.send("Runtime.enable")

    def js(self, expression: str) -> Any:
        ours = [context for context in self.contexts if context["origin"].startswith("chrome-extension://")]
        got = self.session.send("Runtime.evaluate", {"expression": expression, "contextId": ours[-1]["id"], "returnByValue": True})
        return got["result"].get("value")


NAIVE = """() => { const start = performance.now();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, { acceptNode: node => node.parentElement.closest('a,script,style,textarea,code') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT });
      let hits = 0; while (walker.nextNode()) hits += [...walker.currentNode.data.matchAll(/[+(]?\\d[\\d\\s().\\/-]{6,}\\d/g)].length;
      return performance.now() - start; }"""


def scan(browser: Chromium, world: World_, url: str, runs: int) -> dict[str, list[float]]:
    """Our scan of a page, and, after each, the usual way on the same page: a walk with a filter and a regular expression.

    Figures are medians; the least of each is given as well, since other work on the machine only ever adds.
    """
    figures: dict[str, list[float]] = {"scan": [], "task": [], "evaluation": [], "naive": []}
    for _ in range(runs):
        browser.goto(url)
        time.sleep(1.5)
        tasks = world.js("__tasks") or [0.0]
        figures["scan"].append(sum(tasks))
        figures["task"].append(max(tasks))
        figures["evaluation"].append(world.js("__evaluated"))
        figures["naive"].append(browser.js(NAIVE))
    return figures


def with_numbers(html: str, many: int = 300) -> str:
    """The article with numbers that become anchors in its text, and as many that are links over it."""
    return html.replace("</li>", "</li><li>+39 02 3031 4567</li>", many).replace("</p>", ", tel. +39 02 3031 1234</p>", many)


def passes(browser: Chromium, url: str) -> int:
    """Style and layout passes that our scripts force from the load of a page until its numbers stand."""
    def load() -> None:
        browser.goto(url)
        time.sleep(3)

    return len(forced(browser, load))


NEVER = "<!doctype html><html lang=it><body><p>Tel. +39 02 3031 2345</p><div id=a></div><script>{}</script></body></html>"
ROWS = "Array.from({length: %d}, (_, i) => `<p>${Math.random()} +39 02 3031 ${1000 + i %% 9000}</p>`).join('')"
# Pages that never stop, each in its own way.
ENDLESS = {
    "appends": "setInterval(() => { for (let i = 0; i < 20; i++) { const p = document.createElement('p'); p.textContent = 'Riga ' + Math.random() + ' +39 02 3031 ' + (1000 + i); a.append(p); if (a.childNodes.length > 200) a.firstChild.remove(); } }, 4);",
    "renders": f"setInterval(() => {{ a.innerHTML = {ROWS % 100}; }}, 40);",
    "writes": f"a.innerHTML = {ROWS % 3000}; const all = [...a.children]; setInterval(() => {{ for (let i = 0; i < 50; i++) all[Math.random() * 3000 | 0].firstChild.data = `${{Math.random()}} +39 02 3031 1234`; }}, 4);",
    "scrolls": f"a.innerHTML = {ROWS % 3000}; let y = 0; const go = () => {{ scrollTo(0, y = (y + 40) % 50000); requestAnimationFrame(go); }}; go();",
}


def endless(browser: Chromium, world: World_, url: str, seconds: float) -> float:
    """Share of the main thread that goes to our scripts while a page changes without end, from the sampling profiler."""
    browser.goto(url)
    until(lambda: world.js("globalThis.__pageEvaluated"), say="stage 2")
    time.sleep(BUILT)
    world.session.send("Profiler.enable")
    world.session.send("Profiler.setSamplingInterval", {"interval": 200})
    world.session.send("Profiler.start")
    time.sleep(seconds)
    profile = world.session.send("Profiler.stop")["profile"]
    ours = {node["id"] for node in profile["nodes"] if node["callFrame"]["url"].startswith("chrome-extension://")}
    children = {child: node["id"] for node in profile["nodes"] for child in node.get("children", [])}

    def belongs(node: int | None) -> bool:
        while node is not None:
            if node in ours:
                return True
            node = children.get(node)
        return False

    cache = {node["id"]: belongs(node["id"]) for node in profile["nodes"]}
    spent = sum(delta for sample, delta in zip(profile["samples"], profile["timeDeltas"], strict=True) if cache[sample])
    return 100 * spent / (profile["endTime"] - profile["startTime"])


def evaluation(browser: Chromium, world: World_, url: str) -> float:
    browser.goto(url)
    return until(lambda: world.js("globalThis.__pageEvaluated"), say="stage 2")


def heap(browser: Chromium, world: World_, url: str) -> float:
    """What is retained of the page's whole heap after a collection, in bytes."""
    browser.goto(url)
    time.sleep(2)
    for _ in range(3):
        world.session.send("HeapProfiler.collectGarbage")
    return world.session.send("Runtime.getHeapUsage")["usedSize"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--seconds", type=float, default=8)
    options = parser.parse_args()
    size = {name: len(gzip.compress((DIST / f"{name}.js").read_bytes(), 9)) for name in ("first", "gate", "page")}
    with tempfile.TemporaryDirectory() as scratch, virtual_display() as display, serve() as site:
        browser = Chromium(World(Path(scratch) / "world", display), extension=measuring_copy(Path(scratch)), program=executable("chromium"))
        try:
            world = World_(browser)
            url = site.page("article", article())
            scanned = scan(browser, world, url, options.runs)
            forces = {"article": passes(browser, url), "anchors": passes(browser, site.page("numbers", with_numbers(article()))),
                      "overlay": passes(browser, site.page("scripted", with_numbers(article()) + "<script></script>"))}
            small = site.page("small", "<!doctype html><html lang=it><body><p>Tel. +39 02 3031 2345, 02 3031 2346</p></body></html>")
            evaluations = [evaluation(browser, world, small) for _ in range(options.runs)]
            none = site.page("none", "<!doctype html><html lang=it><body><p>Nessun numero da chiamare qui</p></body></html>")
            used = statistics.median(heap(browser, world, small) - heap(browser, world, none) for _ in range(3))
            never = {name: endless(browser, world, site.page(name, NEVER.format(script)), options.seconds) for name, script in ENDLESS.items()}
        finally:
            browser.close()
    figures = {
        "gate_bytes_gz": size["first"] + size["gate"],
        "gate_evaluation_ms": statistics.median(scanned["evaluation"]), "gate_evaluation_least_ms": min(scanned["evaluation"]),
        "article_scan_ms": statistics.median(scanned["scan"]), "article_scan_least_ms": min(scanned["scan"]),
        "article_longest_task_ms": statistics.median(scanned["task"]), "article_longest_task_least_ms": min(scanned["task"]),
        "article_naive_walk_ms": statistics.median(scanned["naive"]), "article_naive_walk_least_ms": min(scanned["naive"]),
        "article_ratio_to_naive": statistics.median(a / b for a, b in zip(scanned["scan"], scanned["naive"], strict=True)),
        **{f"forced_passes_{name}": count for name, count in forces.items()},
        "with_numbers_bytes_gz": sum(size.values()), "page_evaluation_ms": statistics.median(evaluations),
        "page_evaluation_least_ms": min(evaluations), "heap_mb": used / 1e6,
        "endless_share_percent": max(never.values()), **{f"endless_{name}_percent": share for name, share in never.items()},
    }
    bars = {"gate_bytes_gz": 8192, "gate_evaluation_ms": 1, "article_scan_ms": 12, "article_longest_task_ms": 8,
            **{f"forced_passes_{name}": 0 for name in forces},
            "with_numbers_bytes_gz": 36864, "page_evaluation_ms": 3, "heap_mb": 0.7, "endless_share_percent": 2}
    print(table(["figure", "measured", "bar"], [[name, value, bars.get(name, "")] for name, value in figures.items()]))
    report(figures, options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
