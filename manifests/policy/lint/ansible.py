"""The Ansible role: its variables, the files that they name, and what it does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from .. import ansible
from ..schemas import load, near
from . import compare
from .problem import Problem, error, of_schema


def playbook(place: Path) -> Iterator[Problem]:
    """Any .yml of the role, or the playbook."""
    try:
        found = yaml.safe_load(place.read_text("utf-8"))
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        yield error(f"line {mark.line + 1}" if mark else "", f"not YAML: {getattr(wrong, 'problem', wrong)}; mind tabs and indents")
        return
    name = "/".join(place.parts[-2:])
    if name in ansible.TASKS:
        yield from compare.lines(place.read_text("utf-8"), ansible.TASKS[name])
    elif place.name == "playbook.yml":
        yield from _play(found)
    elif name in ("defaults/main.yml", "vars/main.yml"):
        yield from of_schema("policy/shapes", found, "ansible")
        if isinstance(found, dict):
            yield from _files(found.get("webex_click_to_call_files"), place.parents[1] / "files")
    elif name != "meta/main.yml":
        known = [*ansible.TASKS, "defaults/main.yml", "vars/main.yml", "meta/main.yml", "playbook.yml"]
        yield error("", f"Ansible reads no file of this name; {near(name, known) or 'the role has ' + ', '.join(known)}")


def _play(found: object) -> Iterator[Problem]:
    plays = found if isinstance(found, list) else []
    named = [role for play in plays if isinstance(play, dict) for role in play.get("roles") or []]
    roles = [role.get("role") if isinstance(role, dict) else role for role in named]
    if ansible.ROLE not in roles:
        yield error("roles", f"the play does not use the role; write {ansible.ROLE}")
    known = load("policy/shapes.schema.json")["$defs"]["ansible"]["properties"]
    for play in plays:
        for name in (play.get("vars") or {}) if isinstance(play, dict) else ():
            if name not in known:
                yield error(f"vars.{name}", near(name, known) or "the role does not know it; take it away")
        if isinstance(play, dict) and play.get("become") is not True:
            yield error("become", "policies are written as root; write become: true")


def _files(rows: object, folder: Path) -> Iterator[Problem]:
    for row in rows if isinstance(rows, list) else []:
        if not isinstance(row, dict) or not isinstance(row.get("src"), str) or not isinstance(row.get("path"), str):
            continue
        if not (folder / row["src"]).is_file():
            names = [item.name for item in folder.iterdir()] if folder.is_dir() else []
            yield error("webex_click_to_call_files", f"{row['src']} is not in files/; {near(row['src'], names) or 'put it there'}")
        if row["src"] != ansible.source(row["path"]):
            yield error("webex_click_to_call_files", f"{row['src']} would become {row['path']}; write {ansible.source(row['path'])}")
