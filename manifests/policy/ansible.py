"""An Ansible role: policy files, the host's package, its registration; and the way back (`state: absent`)."""

from __future__ import annotations

import json

from . import linux
from .site import Site

_DEFAULTS = """# present or absent
webex_click_to_call_state: present
# The host's .deb or .rpm, on the machine that runs Ansible; empty: the package is installed by other means.
webex_click_to_call_package: ""
webex_click_to_call_files: {files}
"""

_VARS = """webex_click_to_call_directories: {directories}
webex_click_to_call_kept: "/var/cache/webex-click-to-call.{{{{ webex_click_to_call_package.split('.') | last }}}}"
"""

_META = """galaxy_info:
  role_name: webex_click_to_call
  author: {author}
  description: Click to Call for Webex, policies and native host
  license: MPL-2.0
  min_ansible_version: "2.14"
dependencies: []
"""

_MAIN = """- name: Install or remove
  ansible.builtin.include_tasks: "{{ webex_click_to_call_state }}.yml"
"""

_PRESENT = """- name: Policy directories
  ansible.builtin.file:
    path: "{{ item.path | dirname }}"
    state: directory
    owner: root
    group: root
    mode: "0755"
  loop: "{{ webex_click_to_call_files }}"
  loop_control:
    label: "{{ item.path | dirname }}"

- name: Policy files
  ansible.builtin.copy:
    src: "{{ item.src }}"
    dest: "{{ item.path }}"
    owner: root
    group: root
    mode: "0644"
    validate: python3 -m json.tool %s
  loop: "{{ webex_click_to_call_files }}"
  loop_control:
    label: "{{ item.path }}"

- name: The host's package comes along
  ansible.builtin.copy:
    src: "{{ webex_click_to_call_package }}"
    dest: "{{ webex_click_to_call_kept }}"
    owner: root
    group: root
    mode: "0644"
  register: webex_click_to_call_copied
  when: webex_click_to_call_package | length > 0

- name: Whether the host is installed
  ansible.builtin.stat:
    path: /usr/bin/webex-click-to-call
  register: webex_click_to_call_program
  when: webex_click_to_call_package | length > 0

- name: The native host would be installed  # a command says nothing in check mode
  ansible.builtin.debug:
    msg: "{{ webex_click_to_call_package }}"
  changed_when: true
  when:
    - ansible_check_mode
    - webex_click_to_call_package | length > 0
    - webex_click_to_call_copied.changed or not webex_click_to_call_program.stat.exists

- name: The native host  # its package registers it for every browser; running browsers go on
  when:
    - webex_click_to_call_package | length > 0
    - webex_click_to_call_copied.changed or not webex_click_to_call_program.stat.exists
  block:
    - name: Its package is installed
      ansible.builtin.command: >-
        {{ "dpkg --install" if webex_click_to_call_package.endswith(".deb") else "rpm --upgrade --replacepkgs" }}
        {{ webex_click_to_call_kept }}
  rescue:
    - name: A package that was refused does not stay  # or the next run would not try it, and say that all is well
      ansible.builtin.file:
        path: "{{ webex_click_to_call_kept }}"
        state: absent
    - name: The package was refused
      ansible.builtin.fail:
        msg: "{{ ansible_failed_result.stderr | default(ansible_failed_result.msg) }}"
"""

_ABSENT = """- name: Who manages packages
  ansible.builtin.stat:
    path: /var/lib/dpkg/info/webex-click-to-call.list
  register: webex_click_to_call_dpkg

- name: The native host
  ansible.builtin.command:
    cmd: "{{ 'dpkg --purge' if webex_click_to_call_dpkg.stat.exists else 'rpm --erase' }} webex-click-to-call"
    removes: /usr/bin/webex-click-to-call

- name: The package that came along
  ansible.builtin.file:
    path: "{{ item }}"
    state: absent
  loop: ["/var/cache/webex-click-to-call.deb", "/var/cache/webex-click-to-call.rpm"]

- name: Policy files
  ansible.builtin.file:
    path: "{{ item.path }}"
    state: absent
  loop: "{{ webex_click_to_call_files }}"
  loop_control:
    label: "{{ item.path }}"

- name: Directories that are empty now
  ansible.builtin.command: find {{ item }} -maxdepth 0 -empty -print -delete
  register: webex_click_to_call_emptied
  changed_when: webex_click_to_call_emptied.stdout | default("") | length > 0
  failed_when: false
  loop: "{{ webex_click_to_call_directories }}"
"""

_PLAYBOOK = """# ansible-playbook -i inventory playbook.yml [--check] [-e webex_click_to_call_state=absent]
- name: Click to Call for Webex
  hosts: all
  become: true
  gather_facts: false
  roles:
    - webex_click_to_call
"""


ROLE = "webex_click_to_call"
TASKS = {"tasks/main.yml": _MAIN, "tasks/present.yml": _PRESENT, "tasks/absent.yml": _ABSENT}


def source(path: str) -> str:
    """The name inside the role of the file that becomes ``path`` on the machine."""
    return path.lstrip("/").replace("/", "_")


def files(site: Site) -> dict[str, str]:
    """Path inside the pack to content."""
    wanted = linux.files(site)
    role = f"roles/{ROLE}"
    sources = {path: source(path) for path in wanted}
    listed = json.dumps([{"src": source, "path": path} for path, source in sources.items()], indent=1)
    directories = sorted({parent for path in wanted for parent in _parents(path)}, key=len, reverse=True)
    return {
        "playbook.yml": _PLAYBOOK,
        "ansible.cfg": "[connection]\npipelining = true\n",
        f"{role}/defaults/main.yml": _DEFAULTS.format(files=listed.replace("\n", "\n  ")),
        f"{role}/vars/main.yml": _VARS.format(directories=json.dumps(directories)),
        f"{role}/meta/main.yml": _META.format(author=json.dumps(site.organisation, ensure_ascii=False)),
        **{f"{role}/{name}": text for name, text in TASKS.items()},
        **{f"{role}/files/{source}": wanted[path] for path, source in sources.items()},
    }


def _parents(path: str) -> list[str]:
    """Directories that may have been made for a file: below /etc and /etc/opt, which are the system's own."""
    parts = path.split("/")[1:-1]
    return [place for count in range(2, len(parts) + 1) if (place := "/" + "/".join(parts[:count])) != "/etc/opt"]
