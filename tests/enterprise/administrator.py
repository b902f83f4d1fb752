"""Somebody who follows docs/deployment.md to the letter, in a fresh copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.enterprise.machine import Machine
from tests.lab.world import ROOT

PAGE = ROOT / "docs/deployment.md"


def blocks(heading: str) -> list[str]:
    """The indented blocks below a heading of the page, up to the next heading."""
    text = PAGE.read_text().split(f"\n{heading}\n", 1)[1]
    below = re.split(r"^#", text, maxsplit=1, flags=re.M)[0]
    return [re.sub("^    ", "", block, flags=re.M) for block in re.findall(r"(?:^    .*\n)+", below, flags=re.M)]


class Administrator:
    """`project` is the copy; `url` and `www`: the organisation's web server, in place of the page's."""

    def __init__(self, folder: Path, url: str, www: Path) -> None:
        self.project, self._instead = folder / "project", {
            "https://software.example.com/click-to-call/": url, "/srv/www/click-to-call": str(www)}
        listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
        for name in listed.stdout.splitlines():
            if (ROOT / name).exists():
                (self.project / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, self.project / name)

    def does(self, block: str, computer: Machine | None = None) -> str:
        """Runs a block of the page here, or as root on a computer; what it printed."""
        for word, own in self._instead.items():
            block = block.replace(word, own)
        words = ["sh", "-euc", f"cd {self.project}\n{block}"]
        environment = {"PATH": f"{self.project}/.venv/bin:/usr/sbin:{os.environ['PATH']}", "ANSIBLE_NOCOLOR": "1",
                       "ANSIBLE_LOCAL_TEMP": f"{self.project}/tmp", "ANSIBLE_REMOTE_TMP": f"{self.project}/remote"}
        done = (computer.run(*words, env=environment) if computer else
                subprocess.run(words, capture_output=True, text=True, env={**os.environ, **environment}))
        assert done.returncode == 0, f"{block}\n{done.stdout}{done.stderr}"
        return done.stdout

    def prepares(self) -> None:
        """Steps 1 to 4: sign, say what is wanted, make the pack, host the extension; and an inventory."""
        printed = "".join(map(self.does, blocks("## 1. Sign")))
        identifier = re.search(r"extension id ([a-p]{32})", printed)[1]
        (copy,) = blocks("## 2. Say what you want")
        self.does(copy)
        wanted = self.project / "site.toml"
        text = re.sub(r"^# chromium_id = .*", f'chromium_id = "{identifier}"', wanted.read_text(), flags=re.M)
        for word, own in self._instead.items():  # Firefox takes no address of this machine: the XPI stays where the example has it
            text = re.sub(rf"^(?!xpi_url)(.*){re.escape(word)}", rf"\g<1>{own}", text, flags=re.M)
        wanted.write_text(text)
        for heading in ("## 3. Make the pack", "## 4. Host the extension"):
            for block in blocks(heading):
                self.does(block)
        self.identifier = identifier
        (self.project / "inventory").write_text(
            f"localhost ansible_connection=local ansible_become=false ansible_python_interpreter={sys.executable}\n")

    def plays(self, computer: Machine, *more: str) -> dict[str, int]:
        """The page's one command for Ansible; the counts of its recap."""
        (command,) = blocks("### Ansible")
        recap = self.does(" ".join([command.strip(), *more]), computer).split("PLAY RECAP")[1]
        return {name: int(count) for name, count in re.findall(r"(\w+)=(\d+)", recap)}
