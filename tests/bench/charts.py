"""Writes `docs/benchmarks.md` and its charts from a fresh run of the finder's benchmark.

usage: python3 build.py bench charts [--json]
"""

from __future__ import annotations

import argparse
import platform
import sys
from pathlib import Path
from typing import Any

from tests.bench import find
from tests.bench._report import report

DOCS = Path(__file__).resolve().parents[2] / "docs"
OURS, THEIRS = "#0a5", "#9aa"
# 20 on prose, 18 on mixed text, 16 on a directory, as the project asks of itself.
BARS = {"prose": 20, "page": 18, "directory": 16}
GROWTH_BAR = 1.15


def draw(figures: dict[str, Any]) -> list[str]:
    """Draws each chart and gives the files' names."""
    if str(find.PYTHON_PEERS) not in sys.path:
        sys.path.insert(0, str(find.PYTHON_PEERS))
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.hashsalt": "charts", "font.size": 9, "axes.spines.top": False, "axes.spines.right": False})
    from matplotlib import pyplot

    def save(name: str) -> str:
        pyplot.tight_layout()
        pyplot.savefig(DOCS / f"benchmarks-{name}.svg", metadata={"Date": None})
        pyplot.close()
        return f"benchmarks-{name}.svg"

    ratios = figures["ratio"]
    pyplot.figure(figsize=(7, 2.8))
    pyplot.barh(list(ratios), list(ratios.values()), color=OURS)
    for kind, bar in BARS.items():
        at = list(ratios).index(kind)
        pyplot.plot([bar, bar], [at - 0.45, at + 0.45], color="#c30")
    pyplot.xscale("log")
    pyplot.xlabel(f"times the speed of {figures['base']} (log); red: the bar")
    pyplot.gca().invert_yaxis()
    names = [save("speed")]

    detectors = sorted(figures["accuracy"], key=lambda name: figures["accuracy"][name]["f1"])
    pyplot.figure(figsize=(7, 3.2))
    for offset, key, colour in ((0.2, "precision", OURS), (-0.2, "recall", THEIRS)):
        pyplot.barh([at + offset for at in range(len(detectors))], [100 * figures["accuracy"][name][key] for name in detectors],
                    height=0.38, color=colour, label=key)
    pyplot.yticks(range(len(detectors)), detectors)
    pyplot.xlabel("% of numbers, right to the last digit of E.164 (development set)")
    pyplot.legend(loc="lower right")
    names.append(save("accuracy"))

    growth = sorted(figures["growth"].items(), key=lambda entry: entry[1]["exponent"])
    pyplot.figure(figsize=(7, 7))
    pyplot.plot([entry["exponent"] for _, entry in growth], [name for name, _ in growth], "o", color=OURS, markersize=4)
    pyplot.axvline(GROWTH_BAR, color="#c30")
    pyplot.xlabel("growth exponent, 64 → 256 kB (1: linear; red: the bar)")
    pyplot.tick_params(axis="y", labelsize=7)
    names.append(save("growth"))
    return names


def page(figures: dict[str, Any], charts: list[str]) -> str:
    speed, accuracy, growth = charts
    return f"""# Benchmarks of the finder

Written by `python3 build.py bench charts` on {platform.machine()}, {platform.system()}, Node {figures['node']};
`python3 build.py bench find` prints the same figures. Every ratio is from one run on one machine;
absolute figures belong to the machine. `page` is mixed text, `prose_nodes` and
`page_nodes` the same texts given a sentence at a time, as a page holds them. A text without any digit is passed by at the speed of
memory by both sides, so that `prose` as one string measures a search for digits, not for numbers; an engine that does it with vector
instructions (Node 24) brings both to the same speed.

![Speed]({speed})
![Accuracy]({accuracy})
![Growth on adversarial text]({growth})

```
{find.show(figures)}
```

Autolinker, knwl.js, RingCentral's and Microsoft's detectors give no E.164 of their own or only for some regions: what they found is read
by libphonenumber-js with the text's region. The development set is the one that the finder was developed on; `tests/corpus/README.md`
says what it does on texts seen for the first time.
"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="build.py bench charts", description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--quick", action="store_true", help="less text, fewer turns")
    options = parser.parse_args()
    figures = find.measure(options.quick)
    (DOCS / "benchmarks.md").write_text(page(figures, draw(figures)))
    print("docs/benchmarks.md and its charts are written.")
    report(figures, options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
