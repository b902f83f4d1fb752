"""Chromium and Firefox as an organisation's machine has them: the extension comes by policy, not from the test."""

from __future__ import annotations

import os
from typing import Any

from tests.enterprise.machine import Machine
from tests.lab import browsers
from tests.lab.browsers import until
from tests.lab.world import World

POLICY_ROWS = """() => {
  const rows = [];
  const look = root => { for (const element of root.querySelectorAll('*')) {
    if (element.localName === 'policy-row') {
      const cell = name => (element.shadowRoot ?? element).querySelector(name)?.textContent.trim() ?? '';
      rows.push({name: cell('.name'), value: cell('.value'), status: cell('.messages'), level: cell('.level')});
    }
    if (element.shadowRoot) look(element.shadowRoot);
  } };
  look(document);
  return rows.filter(row => row.value);
}"""


class ManagedChromium(browsers.Chromium):
    """Chromium on a machine of its own. Force-installation needs the background networking that tests elsewhere do without."""

    def __init__(self, machine: Machine, world: World, identifier: str) -> None:
        self.world, self.id = world, identifier
        program = machine.launcher(browsers.executable("chromium"), world.path / "chromium")
        self.context = browsers._playwright().chromium.launch_persistent_context(
            world.profile, executable_path=program, headless=False, env=world.environment,
            viewport={"width": 1200, "height": 860}, timeout=60_000,
            args=["--no-first-run", "--disable-component-update", "--disable-sync", "--disable-quic",
                  *(["--no-sandbox"] if os.geteuid() == 0 else [])],
            ignore_default_args=["--disable-extensions", "--disable-background-networking",
                                 "--disable-component-extensions-with-background-pages"])
        self.page = self.context.pages[0]

    def installed(self) -> bool:
        """Whether the extension answers."""
        try:
            self.page.goto(f"chrome-extension://{self.id}/options.html", timeout=5000)
            return "options.html" in self.page.url and self.page.evaluate("() => Boolean(globalThis.chrome?.runtime?.id)")
        except Exception:
            return False

    def policy_rows(self) -> list[dict[str, str]]:
        """What chrome://policy says of each policy that is set."""
        self.page.goto("chrome://policy")
        return until(lambda: self.page.evaluate(POLICY_ROWS) or self.page.wait_for_timeout(100), say="rows of chrome://policy")

    def settings(self) -> dict[str, Any]:
        """What storage.managed holds; the extension's own page must be shown."""
        return self.page.evaluate("() => chrome.storage.managed.get(null)")

    def ask(self, message: dict[str, Any]) -> Any:
        """Sends a message as one of the extension's pages does."""
        return self.page.evaluate("message => chrome.runtime.sendMessage(message)", message)


class ManagedFirefox(browsers.Firefox):
    """Firefox on a machine of its own."""

    def __init__(self, machine: Machine, world: World) -> None:
        from marionette_driver.marionette import Marionette

        self.world = world
        program = machine.launcher(browsers.executable("firefox"), world.path / "firefox")
        with browsers._environment(world.environment):
            self.driver = Marionette(
                bin=program, app="fxdesktop", port=browsers._free_port(), gecko_log=str(world.path / "firefox.log"), headless=False,
                app_args=["--remote-allow-system-access"],
                prefs={"browser.shell.checkDefaultBrowser": False, "datareporting.policy.dataSubmissionEnabled": False,
                       "browser.aboutwelcome.enabled": False, "network.captive-portal-service.enabled": False})
            self.driver.start_session()
        self.driver.timeout.script = 30
        self.driver.timeout.page_load = 60
        self.driver.set_window_rect(width=1210, height=980)
        self._beside = None

    def find(self, identifier: str) -> bool:
        """Whether the extension is there and running; then its pages can be shown."""
        self.id = identifier
        with self.driver.using_context("chrome"):
            self.uuid = self.driver.execute_script(
                "return WebExtensionPolicy.getByID(arguments[0])?.mozExtensionHostname ?? null", [identifier])
        return self.uuid is not None

    def policy_errors(self) -> list[str]:
        """What about:policies#errors lists."""
        self.driver.navigate("about:policies#errors")
        return self._cells("#errorsContent td, #errors td")

    def policies(self) -> list[str]:
        """The names that about:policies lists as active."""
        self.driver.navigate("about:policies#active")
        return self._cells("#activeContent td:first-child")

    def _cells(self, selector: str) -> list[str]:
        return self.driver.execute_script(
            "return [...document.querySelectorAll(arguments[0])].map(cell => cell.textContent)", [selector])
