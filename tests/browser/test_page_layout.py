"""Numbers become links without a style or layout pass that the browser would not have made anyway."""

from __future__ import annotations

import pytest
from tests.browser.test_call import linked
from tests.lab.browsers import until
from tests.lab.trace import forced

# The trace is Chromium's.
pytestmark = [pytest.mark.browser, pytest.mark.parametrize("_shared_desk", ["chromium"], indirect=True)]

MANY = 60
ROWS = "".join(f"<p>Ufficio <b>+39 02 3031 {1000 + i}</b> aperto</p><p>+39 02 3032 {1000 + i} in due <i>pezzi</i></p>" for i in range(MANY))
PAGE = "<!doctype html><html lang=it><head><meta charset=utf-8></head><body><main>{}</main></body></html>"
FRAMES = "async () => { for (let i = 0; i < 30; i++) await new Promise(requestAnimationFrame); }"


@pytest.fixture
def chromium(desk):
    return desk.browser


@pytest.mark.parametrize("page", [PAGE, PAGE.replace("</main>", "</main><script></script>")], ids=["anchor", "overlay"])
def test_linking_forces_no_layout(chromium, site, page):
    def link():
        chromium.goto(site.page("layout", page.format(ROWS)))
        linked(chromium, 2 * MANY)
        until(lambda: chromium.js("() => !!document.querySelector('click-to-call')"))  # when the page is quiet
        chromium.js(FRAMES)

    assert forced(chromium, link) == []


def test_the_trace_tells_a_forced_layout(chromium, site):
    """A pass that is forced is told: here by the page's own script, which counts when it is asked for."""
    url = site.page("forces", PAGE.format(ROWS) + "<script>document.body.append('x'); document.body.offsetHeight;</script>")
    assert any(line.startswith("layout by") for line in forced(chromium, lambda: chromium.goto(url), by="http://"))
