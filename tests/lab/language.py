"""A page of the extension in any of its languages, whatever languages the browser was installed with."""

from __future__ import annotations

import json

from tests.lab.world import ROOT

RTL = {"ar"}


def languages() -> list[str]:
    return sorted(path.name for path in (ROOT / "dist/chromium/_locales").iterdir())


def script(language: str) -> str:
    """JavaScript that, run before a page's own, makes the extension's i18n answer in a language."""
    messages = json.loads((ROOT / f"dist/chromium/_locales/{language}/messages.json").read_text())
    table = {key: row["message"] for key, row in messages.items()}
    table["@@bidi_dir"] = "rtl" if language in RTL else "ltr"
    return f"""(() => {{
      const table = {json.dumps(table)}, tag = {json.dumps(language.replace("_", "-"))};
      if (!globalThis.chrome?.i18n) return;
      chrome.i18n.getMessage = (key, parts = []) =>
        (table[key] ?? '').replace(/\\$(\\d)/g, (_, n) => [parts].flat()[n - 1] ?? '');
      chrome.i18n.getUILanguage = () => tag;
    }})()"""
