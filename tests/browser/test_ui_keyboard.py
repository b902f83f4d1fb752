"""Every page by keyboard alone, and what assistive technology is told of each control."""

from __future__ import annotations

import pytest
from tests.browser.test_ui_access import SETTINGS, show
from tests.lab.browsers import until

pytestmark = pytest.mark.browser

PAGES = ["popup", "options", "welcome-open", "diagnosis"]
# Numbers what the Tab key must come to: of a group of radio buttons or a roving group, its one stop.
MARK = """() => {
  let count = 0;
  for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    const stop = one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && one.type !== 'file'
      && (one.type !== 'radio' || one.checked);
    if (stop) one.dataset.stop = count++;
  }
  document.body.tabIndex = -1; // from the page's beginning on
  document.body.focus();
  return count;
}"""
AT = "() => document.activeElement?.dataset.stop ?? null"
SEEN = """() => { const one = document.activeElement, shown = one.closest('.choices label') ?? one.closest('.entry') ?? one;
  const style = getComputedStyle(shown), inner = getComputedStyle(one);
  return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
    || (inner.outlineStyle !== 'none' && parseFloat(inner.outlineWidth) > 0); }"""
CONTROLS = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role]')]
  .filter(one => one.checkVisibility() && one.type !== 'file' && !one.matches('[role=status], [role=alert], [role=group]'))
  .map((one, index) => { one.dataset.control = index; return one.outerHTML.slice(0, 90); })"""
ROLES = {"button", "link", "textbox", "searchbox", "checkbox", "switch", "radio", "combobox", "spinbutton", "tab", "option",
         "listbox", "DisclosureTriangle"}


@pytest.fixture
def filled(desk):
    desk.browser.background("settings => chrome.storage.local.set({settings})", SETTINGS)
    return desk.browser


@pytest.mark.parametrize("state", PAGES)
def test_the_tab_key_comes_to_everything_and_shows_where_it_is(filled, state):
    show(filled, state)
    wanted = filled.js(MARK)
    assert wanted > 3
    reached: set[str] = set()
    for _ in range(wanted + 6):
        filled.press("Tab")
        if (stop := filled.js(AT)) is not None:
            reached.add(stop)
            assert filled.js(SEEN), stop
        if len(reached) == wanted:
            break
    assert {str(stop) for stop in range(wanted)} - reached == set()


@pytest.mark.parametrize("state", PAGES)
def test_every_control_tells_its_name(filled, state):
    show(filled, state)
    if filled.name == "chromium":
        nodes = filled.context.new_cdp_session(filled.page).send("Accessibility.getFullAXTree")["nodes"]
        controls = [(node["role"]["value"], node.get("name", {}).get("value", "").strip()) for node in nodes if not node.get("ignored")]
        controls = [control for control in controls if control[0] in ROLES]
    else:
        shown = filled.js(CONTROLS)
        controls = []
        for index, html in enumerate(shown):
            element = filled.driver.find_element("css selector", f"[data-control='{index}']")
            label = filled.driver._send_message("WebDriver:GetComputedLabel", {"id": element.id}, key="value")
            controls.append((html, label.strip()))
    assert len(controls) > 3
    assert [control for control, name in controls if not name] == []


def test_a_setting_is_changed_by_keyboard_alone(filled):
    show(filled, "options")
    stored = "() => chrome.storage.local.get('settings').then(({settings}) => settings)"
    filled.js("() => document.getElementById('search').focus()")
    filled.type("keySound")
    until(lambda: filled.js("() => document.querySelectorAll('.setting:not([hidden])').length") == 1, say="the one setting found")
    filled.press("Tab")
    filled.press(" ")
    until(lambda: filled.extension_js(stored).get("keySound") is True, say="the switch")
    on_switch = "() => document.activeElement.getAttribute('role') === 'switch'"
    until(lambda: filled.js(on_switch), say="the focus still on the switch")
    filled.press("Shift+Tab")
    filled.press("Enter")  # back to its default
    until(lambda: "keySound" not in filled.extension_js(stored), say="the default")
    until(lambda: filled.js(on_switch), say="the focus on the switch")


def test_less_motion_where_it_is_asked_for(filled):
    if filled.name == "chromium":
        filled.page.emulate_media(reduced_motion="reduce")
    else:
        filled.driver.set_pref("ui.prefersReducedMotion", 1)
    try:
        for state in ("popup", "options"):
            show(filled, state)
            assert filled.js("() => matchMedia('(prefers-reduced-motion: reduce)').matches")
            moving = filled.js("""() => [...document.querySelectorAll('*')].flatMap(one => ['', '::before', '::after']
              .map(part => getComputedStyle(one, part || null))
              .filter(style => /[1-9]/.test(style.transitionDuration) || /[1-9]/.test(style.animationDuration))
              .map(() => one.outerHTML.slice(0, 80)))""")
            assert moving == []
    finally:
        if filled.name == "chromium":
            filled.page.emulate_media(reduced_motion="no-preference")
        else:
            filled.driver.clear_pref("ui.prefersReducedMotion")
