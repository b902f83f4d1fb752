"""What Chromium's own trace says of a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.lab.browsers import Chromium

CATEGORIES = "devtools.timeline,disabled-by-default-devtools.timeline,disabled-by-default-devtools.timeline.stack"
PASSES = {"UpdateLayoutTree": "style", "Layout": "layout"}


def forced(browser: Chromium, work: Callable[[], Any], by: str = "chrome-extension://") -> list[str]:
    """The style and layout passes that scripts (the extension's) forced during `work`: those that begin with one of them on the stack.

    Passes that the browser makes by itself, for a frame, have no stack.
    """
    session = browser.context.new_cdp_session(browser.page)
    events: list[dict[str, Any]] = []
    ended: list[bool] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    session.on("Tracing.tracingComplete", lambda _: ended.append(True))
    session.send("Tracing.start", {"transferMode": "ReportEvents", "categories": CATEGORIES})
    try:
        work()
    finally:
        session.send("Tracing.end")
        while not ended:
            browser.page.wait_for_timeout(50)
        session.detach()
    found = []
    for event in events:
        stack = event.get("args", {}).get("beginData", {}).get("stackTrace") or []
        own = [frame for frame in stack if frame["url"].startswith(by)]
        if event["name"] in PASSES and own:
            found.append(f"{PASSES[event['name']]} by {' < '.join(frame['functionName'] or '?' for frame in own[:6])}")
    return found
