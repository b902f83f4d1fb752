"""`build.py run`: what a person sees of it, by its own program."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.lab.browsers import until
from tests.lab.display import virtual_display
from tests.lab.keyboard import Keyboard
from tests.lab.phone import StandInPhone
from tests.lab.run import PICTURE
from tests.lab.world import ROOT

pytestmark = pytest.mark.browser

# One number that fills the window, so that the middle of the screen is on it.
PAGE = ("<!doctype html><html lang=it><title>Contatti</title><body style='margin: 0; font: 7vw/90vh sans-serif; text-align: center;"
        " white-space: nowrap'>+39 02 3031 2345</body></html>")
MIDDLE = (600, 520)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "tests.lab.run", *arguments]


def test_without_a_window_it_clicks_the_first_number_and_keeps_a_picture(browser_name):
    PICTURE.unlink(missing_ok=True)
    done = subprocess.run(command("--browser", browser_name, "--headless"), cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "The handler received: webextel:+12125550143" in done.stdout
    assert PICTURE.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(("browser", "url", "reason"), [
    ("nonesuch", "about:blank", "nonesuch is not installed"),
    ("chromium", "http://127.0.0.1:9/", "ERR_"),
])
def test_a_failure_tells_its_reason(browser, url, reason):
    done = subprocess.run(command("--browser", browser, "--headless", url), cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("build.py run: ") and reason in done.stderr
    assert "Traceback" not in done.stderr


def test_in_a_window_the_person_s_own_webex_gets_the_call(browser_name, site, tmp_path):
    home = tmp_path / "home"
    phone = StandInPhone(home / ".local/share", home / ".config", name="Webex")
    with virtual_display() as display:
        environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(home), **display}
        running = subprocess.Popen(command("--browser", browser_name, site.page("run", PAGE)), cwd=ROOT, env=environment,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        lines: list[str] = []
        reader = threading.Thread(target=lambda: lines.extend(running.stdout))
        reader.start()
        try:
            until(lambda: any("Click a number" in line for line in lines), 60, say="the browser")
            keys = Keyboard(display["DISPLAY"])
            until(lambda: keys.rest_and_click(*MIDDLE) or phone.uris(), 30, say="a call")
            assert phone.uris()[0] == "webextel:+390230312345"
            keys.press("Control_L", "Shift_L", "w")
            assert running.wait(30) == 0, "".join(lines)
            assert lines[0] == "Calls go to the Webex of this machine.\n"
            assert not list(Path(home).glob(".mozilla/native-messaging-hosts/*"))
        finally:
            running.kill()
            reader.join()
