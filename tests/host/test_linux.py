"""The Linux rules, compared with those who apply them: GLib's gio and xdg-mime, with real applications beside ours."""

import os
import random
import subprocess

import pytest
from tests.host.machines import eventually, source_command

from webex_click_to_call import uri
from webex_click_to_call.handlers import desktop_entry
from webex_click_to_call.handlers.linux import LinuxBackend
from webex_click_to_call.policy import Policy
from webex_click_to_call.processes import child_environment
from webex_click_to_call.service import Service

SCHEMES = ("webextel", "tel", "clicktocall", "sip")


def gio_owner(machine, scheme: str) -> str | None:
    """What GLib says."""
    done = subprocess.run(["gio", "mime", f"x-scheme-handler/{scheme}"], env=machine.env, capture_output=True, text=True)
    first = done.stdout.splitlines()[0] if done.stdout else ""
    return first.rpartition(": ")[2] if first.startswith("Default application") else None


def ownership(machine, scheme: str):
    backend = LinuxBackend(machine.env)
    return backend.ownership(scheme, backend.apps())


def our_owner(machine, scheme: str) -> str | None:
    owner = ownership(machine, scheme).owner
    return owner.id if owner else None


def _nobody(machine):
    pass


def _cache_order(machine):
    machine.app("b.desktop")
    machine.app("a.desktop")


def _default(machine):
    _cache_order(machine)
    machine.mimeapps("[Default Applications]\nx-scheme-handler/tel=b.desktop;\n")


def _default_that_is_gone(machine):
    _cache_order(machine)
    machine.mimeapps("[Default Applications]\nx-scheme-handler/tel=gone.desktop;b.desktop\n")


def _desktop_specific(machine):
    _cache_order(machine)
    machine.env["XDG_CURRENT_DESKTOP"] = "ubuntu:GNOME"
    machine.mimeapps("[Default Applications]\nx-scheme-handler/tel=a.desktop\n")
    machine.mimeapps("[Default Applications]\nx-scheme-handler/tel=b.desktop\n", "home/.config/gnome-mimeapps.list")


def _system_config(machine):
    _cache_order(machine)
    machine.mimeapps("[Default Applications]\nx-scheme-handler/tel=b.desktop\n", "etc/mimeapps.list")


def _user_over_system(machine):
    _system_config(machine)
    machine.mimeapps("[Default Applications]\nx-scheme-handler/tel=a.desktop\n")


def _data_home_list(machine):
    _cache_order(machine)
    machine.mimeapps("[Default Applications]\nx-scheme-handler/tel=b.desktop\n", "home/.local/share/applications/mimeapps.list")


def _data_dir_list(machine):
    _cache_order(machine)
    machine.mimeapps("[Default Applications]\nx-scheme-handler/tel=b.desktop\n", "share/applications/mimeapps.list")


def _added(machine):
    _cache_order(machine)
    machine.mimeapps("[Added Associations]\nx-scheme-handler/tel=b.desktop;a.desktop\n")


def _added_without_mime_type(machine):
    _cache_order(machine)
    machine.app("c.desktop", "mailto")
    machine.mimeapps("[Added Associations]\nx-scheme-handler/tel=c.desktop\n")


def _removed(machine):
    _cache_order(machine)
    machine.mimeapps("[Removed Associations]\nx-scheme-handler/tel=a.desktop\n")


def _removed_but_default(machine):
    _cache_order(machine)
    machine.mimeapps("[Removed Associations]\nx-scheme-handler/tel=a.desktop\n[Default Applications]\nx-scheme-handler/tel=a.desktop\n")


def _all_removed(machine):
    machine.app("a.desktop")
    machine.mimeapps("[Removed Associations]\nx-scheme-handler/tel=a.desktop;\n")


def _removed_by_the_system_added_by_the_user(machine):
    _cache_order(machine)
    machine.mimeapps("[Removed Associations]\nx-scheme-handler/tel=b.desktop\n", "etc/mimeapps.list")
    machine.mimeapps("[Added Associations]\nx-scheme-handler/tel=b.desktop\n")


def _user_application_first(machine):
    machine.app("a.desktop")
    machine.app("z.desktop", place="home/.local/share/applications")


def _user_file_shadows(machine):
    machine.app("a.desktop")
    machine.desktop("a.desktop", f"{machine.program('other')} %u", "tel", place="home/.local/share/applications")


def _hidden_by_the_user(machine):
    _cache_order(machine)
    machine.app("a.desktop", place="home/.local/share/applications", extra="Hidden=true")


def _not_displayed(machine):
    machine.app("a.desktop", extra="NoDisplay=true")


def _try_exec_missing(machine):
    _cache_order(machine)
    machine.app("a.desktop", extra="TryExec=/nowhere/program")


def _program_missing(machine):
    _cache_order(machine)
    machine.desktop("a.desktop", "/nowhere/program %u", "tel")


def _program_in_path(machine):
    machine.program("inpath")
    machine.desktop("p.desktop", "inpath --call %u", "tel")


def _subdirectory(machine):
    machine.app("b.desktop")
    machine.desktop("vendor/a.desktop", f"{machine.program('sub')} %u", "tel")


def _subdirectory_default(machine):
    _subdirectory(machine)
    machine.mimeapps("[Default Applications]\nx-scheme-handler/tel=vendor-a.desktop\n")


def _wrong_type(machine):
    _cache_order(machine)
    machine.desktop("a.desktop", f"{machine.program('a')} %u", "tel", extra="").write_text(
        f"[Desktop Entry]\nType=Link\nName=a\nURL=x\nExec={machine.bin}/a\nMimeType=x-scheme-handler/tel;\n"
    )


def _comments_and_spaces(machine):
    _cache_order(machine)
    machine.mimeapps(
        "# a comment\n\n[Default Applications]\n# x-scheme-handler/tel=a.desktop\nx-scheme-handler/tel = b.desktop ; a.desktop\n"
    )


def _real_applications(machine):
    machine.env["XDG_DATA_DIRS"] += ":/usr/share"


def _real_application_default(machine):
    _real_applications(machine)
    machine.mimeapps("[Default Applications]\nx-scheme-handler/tel=org.gnome.Calls.desktop\n")


def _webex_beside_real_applications(machine):
    _real_applications(machine)
    machine.webex()


CASES = [value for name, value in list(globals().items()) if name.startswith("_") and not name.startswith("__") and callable(value)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__.strip("_"))
def test_the_owner_is_the_one_that_glib_names(machine, case):
    case(machine)
    for scheme in SCHEMES:
        assert our_owner(machine, scheme) == gio_owner(machine, scheme), scheme


@pytest.mark.parametrize("seed", range(60))
def test_the_owner_is_the_one_that_glib_names_whatever_the_files_say(machine, seed):
    chance = random.Random(seed)
    ids = ["a.desktop", "b.desktop", "c.desktop", "gone.desktop"]
    for item in ids[:3]:
        for place in ("share/applications", "home/.local/share/applications"):
            if chance.random() < 0.6:
                extra = chance.choice(["", "", "", "NoDisplay=true", "Hidden=true", "TryExec=/nowhere", f"TryExec={machine.bin}/a"])
                machine.app(item, chance.choice(["tel", "tel sip", "sip", "mailto"]), place=place, extra=extra)
    machine.env["XDG_CURRENT_DESKTOP"] = chance.choice(["", "GNOME", "ubuntu:GNOME"])
    places = [
        "home/.config/mimeapps.list",
        "home/.config/gnome-mimeapps.list",
        "etc/mimeapps.list",
        "etc/gnome-mimeapps.list",
        "home/.local/share/applications/mimeapps.list",
        "share/applications/mimeapps.list",
    ]
    for place in places:
        if chance.random() < 0.4:
            groups = [name for name in ("Default Applications", "Added Associations", "Removed Associations") if chance.random() < 0.6]
            text = "".join(
                f"[{group}]\n"
                + "".join(
                    f"x-scheme-handler/{scheme}={';'.join(chance.sample(ids, chance.randint(1, 3)))};\n"
                    for scheme in ("tel", "sip")
                    if chance.random() < 0.8
                )
                for group in groups
            )
            machine.mimeapps(text, place)
    for scheme in ("tel", "sip"):
        assert our_owner(machine, scheme) == gio_owner(machine, scheme), scheme


def test_xdg_mime_agrees_on_defaults(machine):
    _default(machine)
    done = subprocess.run(["xdg-mime", "query", "default", "x-scheme-handler/tel"], env=machine.env, capture_output=True, text=True)
    assert our_owner(machine, "tel") == done.stdout.strip() == "b.desktop"


def test_how_it_was_decided_is_told(machine):
    _default(machine)
    found = ownership(machine, "tel")
    assert found.how == f"default in {machine.home}/.config/mimeapps.list"
    assert [app.id for app in found.candidates] == ["a.desktop"]


def test_flatpak_and_snap_exports_are_seen(machine):
    machine.app("org.example.Phone.desktop", place="home/.local/share/flatpak/exports/share/applications")
    assert our_owner(machine, "tel") == "org.example.Phone.desktop"


def test_real_applications_really_compete():
    """Linphone and GNOME Calls, from the distribution's packages, want tel and sip."""
    found = {app.id: app.schemes for app in LinuxBackend({"HOME": "/nonexistent", "PATH": os.environ["PATH"]}).apps()}
    assert {"tel", "sip"} <= found["linphone.desktop"] and {"tel", "sip"} <= found["org.gnome.Calls.desktop"]


def test_webex_gets_100_of_100_calls_beside_real_applications(machine):
    _webex_beside_real_applications(machine)
    machine.mimeapps("[Default Applications]\nx-scheme-handler/tel=linphone.desktop\nx-scheme-handler/sip=org.gnome.Calls.desktop\n")
    machine.webex("webextel")  # Webex is associated with webextel only; tel and sip are the others'
    numbers = [f"tel:+3906{1000000 + n}" for n in range(50)] + [f"sip:user{n}@example.com" for n in range(50)]
    service = Service(LinuxBackend(machine.env), lambda: Policy({}))  # without the limit on calls a minute
    replies = [service.call(uri.parse(item)) for item in numbers]
    assert [reply["handedTo"]["isWebex"] for reply in replies] == [True] * 100
    calls = machine.calls(100)
    assert len(calls) == 100 and {call[0] for call in calls} == {"CiscoCollabHost"}
    wanted = {uri.canonical(uri.express(uri.parse(item), "webextel")) for item in numbers}
    assert {call[1] for call in calls} == wanted and all(len(call) == 2 for call in calls)


EXEC = {
    "{p} %u": ["{u}"],
    "{p} %U": ["{u}"],
    "{p}": ["{u}"],
    "{p} %f": ["{u}"],
    "{p} --call %u --now": ["--call", "{u}", "--now"],
    "{p} --uri=%u": ["--uri={u}"],
    '{p} "a b" %u': ["a b", "{u}"],
    r'{p} "a \"b\" \\$c" %u': ['a "b" $c', "{u}"],
    "{p} 100%% %u": ["100%", "{u}"],
    "{p} %i %c %k %u": ["--icon", "phone", "The name", "{k}", "{u}"],
    "{p} %d %D %n %N %v %m %u": ["{u}"],
    '"{p}" %u': ["{u}"],
}


@pytest.mark.parametrize("line", EXEC)
def test_exec_lines(machine, line):
    program = machine.program("app with space") if line.startswith('"') else machine.program("app")
    path = machine.root / "x.desktop"
    path.write_text(f"[Desktop Entry]\nName=The name\nIcon=phone\nExec={line.replace('{p}', str(program))}\n")
    found = desktop_entry.command_line(desktop_entry.parse(path.read_text()), str(path), "tel:+1")
    assert found[0] == str(program)
    assert found[1:] == [item.format(u="tel:+1", k=path, p=program) for item in EXEC[line]]


@pytest.mark.parametrize(
    "text", ["", "[Desktop Entry]\n", "[Desktop Entry]\nExec=\n", '[Desktop Entry]\nExec="open\n', "[Desktop Entry]\nExec=%u\n"[:0]]
)
def test_an_exec_that_cannot_be_used_is_refused(text):
    with pytest.raises(ValueError):
        desktop_entry.command_line(desktop_entry.parse(text), "/x.desktop", "tel:+1")


@pytest.mark.parametrize("nasty", ["tel:+1;$(touch x)", "tel:+1 --evil", 'tel:"', "tel:'", "tel:%u", "tel:\n", "tel:`x`", "--version"])
def test_the_uri_is_one_argument_whatever_it_contains(machine, nasty):
    machine.app("a.desktop")
    backend = LinuxBackend(machine.env)
    backend.open(ownership(machine, "tel").owner, nasty)
    assert machine.calls(1) == [["a", nasty]]


def test_what_is_opened_outlives_the_host_and_has_no_part_in_its_pipes(machine):
    script = machine.bin / "slow"
    steps = [f"ls -l /proc/$$/fd > {machine.root}/fds", "sleep 1", "ps -o sid=,pid= -p $$ > $0.new", f"mv $0.new {machine.root}/alive"]
    script.write_text("\n".join(["#!/bin/sh", *steps, ""]))
    script.chmod(0o755)
    machine.desktop("webex.desktop", f"{script} %u", "webextel")
    answers, status, _ = machine.talk(source_command(), {"version": 1, "id": 1, "verb": "call", "uri": "tel:+39061234567"})
    assert answers[0]["ok"] and status == 0
    session, process = eventually(machine.root / "alive").split()
    assert session == process
    targets = [line.split(" -> ")[1] for line in (machine.root / "fds").read_text().splitlines() if " -> " in line]
    assert not [target for target in targets if target.startswith(("pipe:", "socket:"))]


def test_no_display_is_said_and_nothing_started(machine):
    machine.webex()
    del machine.env["DISPLAY"]
    answers, _, _ = machine.talk(source_command(), {"version": 1, "id": 1, "verb": "call", "uri": "tel:+39061234567"})
    assert answers[0]["error"]["name"] == "NO_DISPLAY"
    assert machine.calls(0) == []


def test_a_program_that_cannot_start_is_said(machine):
    program = machine.program("CiscoCollabHost")
    machine.webex()
    program.write_bytes(b"\x7fELF not really")
    answers, _, _ = machine.talk(source_command(), {"version": 1, "id": 1, "verb": "call", "uri": "tel:+39061234567"})
    assert answers[0]["error"]["name"] == "OPEN_FAILED"


def test_make_default_is_seen_by_everybody(machine):
    _cache_order(machine)
    backend = LinuxBackend(machine.env)
    backend.make_default("tel", next(app for app in backend.apps() if app.id == "b.desktop"))
    assert our_owner(machine, "tel") == gio_owner(machine, "tel") == "b.desktop"


def test_children_get_none_of_our_python(machine, monkeypatch):
    env = {"PYTHONPATH": "/x", "_PYI_ARCHIVE_FILE": "/x", "LD_LIBRARY_PATH": "/x", "LD_LIBRARY_PATH_ORIG": "/y", "HOME": "/h"}
    assert child_environment(env) == {"HOME": "/h", "LD_LIBRARY_PATH": "/y"}


def test_the_frozen_host_starts_children_with_the_sessions_own_libraries(machine, frozen):
    script = machine.bin / "show"
    script.write_text(f"#!/bin/sh\nenv > {machine.root}/env.new; mv {machine.root}/env.new {machine.root}/env\n")
    script.chmod(0o755)
    machine.desktop("webex.desktop", f"{script} %u", "webextel")
    for before in (None, "/some/where"):
        if before:
            machine.env["LD_LIBRARY_PATH"] = before
        (machine.root / "env").unlink(missing_ok=True)
        machine.forget_calls()
        machine.talk(frozen, {"version": 1, "id": 1, "verb": "call", "uri": "tel:+39061234567"})
        lines = eventually(machine.root / "env").splitlines()
        found = [line.partition("=")[2] for line in lines if line.startswith("LD_LIBRARY_PATH=")]
        assert found == ([before] if before else [])
        assert not [line for line in lines if "_PYI" in line or "_MEI" in line]
