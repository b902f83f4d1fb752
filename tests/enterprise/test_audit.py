"""The record of calls: what it keeps, where it goes, and that eight hosts at once lose no line."""

from __future__ import annotations

import json
import os
import plistlib
import socket
import subprocess
import sys
import threading
import time

import pytest
from tests.lab.world import World

from webex_click_to_call import audit, policy, sources, uri
from webex_click_to_call.audit import sinks

LINES, WRITERS = 500, 8
WRITE = """
import sys
from webex_click_to_call.audit import sinks
for number in range({lines}):
    getattr(sinks, sys.argv[1])('{{"writer": %s, "line": %d, "pad": "%s"}}' % (sys.argv[3], number, "x" * 200), 30, sys.argv[2])
"""


def write_at_once(sink: str, place: str) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITE.format(lines=LINES), sink, place, str(number)]) for number in range(WRITERS)]
    assert [writer.wait(120) for writer in writers] == [0] * WRITERS


def complete(lines: list[str]) -> None:
    found = {(row["writer"], row["line"]) for row in map(json.loads, lines)}
    assert len(lines) == WRITERS * LINES
    assert found == {(writer, line) for writer in range(WRITERS) for line in range(LINES)}


def test_eight_processes_lose_no_line_of_a_file(tmp_path):
    write_at_once("to_file", str(tmp_path))
    (file,) = sinks.files(str(tmp_path))
    with open(file) as lines:
        complete(lines.read().splitlines())
    assert os.stat(file).st_mode & 0o77 == 0


@pytest.mark.parametrize("sink", ["to_journald", "to_syslog"])
def test_eight_processes_lose_no_line_of_a_socket(sink, tmp_path):
    place = str(tmp_path / "socket")
    received: list[bytes] = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as server:
        server.bind(place)
        server.settimeout(60)

        def read() -> None:
            while len(received) < WRITERS * LINES:
                received.append(server.recv(65536))

        reader = threading.Thread(target=read)
        reader.start()
        write_at_once(sink, place)
        reader.join(60)
    if sink == "to_journald":  # one field a line, and the message is the audit line itself
        fields = [dict(line.split("=", 1) for line in packet.decode().splitlines()) for packet in received]
        assert {field["SYSLOG_IDENTIFIER"] for field in fields} == {"webex-click-to-call"}
        complete([field["MESSAGE"] for field in fields])
    else:
        assert all(packet.startswith(b"<13>") for packet in received)
        complete([packet.decode().split(": ", 1)[1] for packet in received])


@pytest.mark.parametrize(("target", "digits", "kept"), [
    ("+390230312345", 3, "+*********345"), ("+390230312345", 0, "+************"), ("+390230312345", 15, "+390230312345"),
    ("112", 3, "112"), ("ann@example.com", 3, "*@example.com"), ("ann@example.com", 15, "ann@example.com")])
def test_numbers_are_masked(target, digits, kept):
    assert audit.masked(target, digits) == kept


def test_retention_deletes_old_files_and_no_others(tmp_path):
    for name in ("calls-2020-01-01.jsonl", "calls-2020-01-01.jsonl.bak", "notes.txt",
                 time.strftime("calls-%Y-%m-%d.jsonl", time.gmtime(time.time() - 86400))):
        (tmp_path / name).write_text("old\n")
    sinks.to_file("{}", 7, str(tmp_path))
    assert sorted(os.path.basename(path) for path in tmp_path.iterdir() if "2020" in path.name) == ["calls-2020-01-01.jsonl.bak"]
    assert len(sinks.files(str(tmp_path))) == 2 and (tmp_path / "notes.txt").exists()


def test_a_planted_link_is_not_followed(tmp_path):
    target = tmp_path / "precious"
    target.write_text("")
    place = tmp_path / "audit"
    place.mkdir()
    (place / time.strftime("calls-%Y-%m-%d.jsonl", time.gmtime())).symlink_to(target)
    with pytest.raises(OSError):
        sinks.to_file("{}", 7, str(place))
    assert target.read_text() == ""


@pytest.fixture
def person(tmp_path, monkeypatch, display):
    """A person whose calls are recorded, by a real host process."""
    world = World(tmp_path / "world", display)
    phone = world.phone()

    def call(settings: dict, **more) -> dict:
        import struct

        body = json.dumps({"version": 1, "id": 1, "verb": "call", "uri": "tel:+390230312345", "settings": settings, **more}).encode()
        origin = "chrome-extension://mbihbdkdlanooacindakbcolfajeleik/"
        done = subprocess.run([sys.executable, "-m", "webex_click_to_call", origin], input=struct.pack("=I", len(body)) + body,
                              capture_output=True, env=world.environment, timeout=30)
        return json.loads(done.stdout[4:])

    return world, phone, call


def test_a_call_is_recorded_as_the_administrator_wants(person):
    world, phone, call = person
    wanted = {"sink": "file", "digits": 4, "retentionDays": 7, "origin": True}
    assert call({"audit": wanted}, origin="crm.example")["ok"]
    phone.wait(1)
    phone.remove()
    assert not call({"audit": wanted, "ifNoWebex": "refuse"}, origin="crm.example")["ok"]
    assert call({"audit": {**wanted, "sink": "off"}})["ok"] is False
    (file,) = sinks.files(str(world.path / "state/webex-click-to-call/audit"))
    with open(file) as lines:
        handed, refused = map(json.loads, lines)
    assert handed["to"] == "+********2345" and handed["outcome"] == "handed" and handed["origin"] == "crm.example"
    assert handed["application"] == "Webex (stand-in)" and handed["scheme"] == "webextel"
    assert refused["outcome"] == "refused" and refused["error"]
    done = world.host("audit", "--delete")
    assert done.returncode == 0 and file in done.stdout
    assert sinks.files(str(world.path / "state/webex-click-to-call/audit")) == []


def test_origin_is_recorded_only_where_wanted():
    call = uri.parse("tel:+390230312345")
    assert "origin" not in audit.begin({"sink": "file"}, call, "audio", "crm.example")
    assert audit.begin({"sink": "file", "origin": True}, call, "audio", "crm.example")["origin"] == "crm.example"


def test_a_sink_that_fails_fails_no_call(person):
    world, phone, call = person
    elsewhere = "journald" if sys.platform == "win32" else "eventLog"
    assert call({"audit": {"sink": elsewhere}})["ok"]
    phone.wait(1)
    folder = world.path / "state/webex-click-to-call"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "audit").write_text("a file where a directory should be")
    assert call({"audit": {"sink": "file"}}, kind="video")["ok"]  # another call, else it would be a double click
    assert phone.wait(2)


def test_managed_preferences_of_macos_are_read(tmp_path, monkeypatch):
    place = tmp_path / "p.plist"
    place.write_bytes(plistlib.dumps({"schemes": ["webextel"]}))
    monkeypatch.setattr(sources, "MACOS", str(place))
    monkeypatch.setattr(sources, "OWNERS", (os.geteuid(),))
    assert json.loads(sources.fetch(1000, "darwin")) == {"schemes": ["webextel"]}
    place.write_bytes(b"nonsense")
    with pytest.raises(ValueError, match="property list"):
        sources.fetch(1000, "darwin")


def test_an_unreadable_policy_is_the_strict_one(tmp_path):
    file = tmp_path / "policy.json"
    for content in ("", "[]", '{"schemes": []}', '{"unknown": 1}', '{"schemes": ["tel"], "schemes": ["sip"]}'):
        file.write_text(content)
        found = policy.read(str(file))
        assert found.problem and found.schemes == policy.STRICT["schemes"], content
    assert policy.read(str(tmp_path)).problem
    assert policy.read(str(tmp_path / "none")).problem is None
