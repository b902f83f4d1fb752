"""Accessibility as axe-core sees it, in either browser, in light, dark and forced colours."""

from __future__ import annotations

from tests.lab.browsers import Chromium, Firefox
from tests.lab.world import ROOT

SCHEMES = ["light", "dark", "forced"]
AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text()
RUN = """() => axe.run(document, {resultTypes: ['violations']}).then(({violations}) => violations.flatMap(({id, nodes}) =>
  nodes.map(node => [node.target.flat(9).length > 1, id + ': ' + node.html + ' ' + (node.any[0]?.message ?? '')])))"""


def paint(browser: Chromium | Firefox, scheme: str) -> None:
    """Shows pages in one of SCHEMES."""
    if browser.name == "chromium":
        browser.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light",
                                   forced_colors="active" if scheme == "forced" else "none", reduced_motion="reduce")
    else:
        browser.driver.set_pref("layout.css.prefers-color-scheme.content-override", 0 if scheme == "dark" else 1)
        browser.driver.set_pref("browser.display.document_color_use", 2 if scheme == "forced" else 0)


def violations(browser: Chromium | Firefox, *, shadow: bool = False) -> list[str]:
    """What axe finds in the page that is shown; with `shadow`, in shadow roots alone."""
    if browser.name == "chromium":
        browser.page.evaluate(f"{AXE}; 0")
        found = browser.page.evaluate(RUN)
    else:
        found = browser.driver.execute_async_script(f"{AXE}; const done = arguments[0]; ({RUN})().then(done);", new_sandbox=False)
    return [text for within, text in found if within or not shadow]
