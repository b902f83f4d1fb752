"""Hostile frames over real pipes: a coded answer and the next good frame, or a clean exit. Nothing else, ever."""

import os
import struct
import subprocess
import sys
import time

import pytest
from tests.host.machines import CHROMIUM, frame, replies, source_command

from webex_click_to_call import frames
from webex_click_to_call.errors import Failure

ECHO = {"version": 1, "id": 7, "verb": "echo"}
DELIMITED = {
    "zero length": (b"", "FRAME_EMPTY"),
    "null": (b"null", "MESSAGE_INVALID"),
    "a number": (b"1", "MESSAGE_INVALID"),
    "a list": (b"[]", "MESSAGE_INVALID"),
    "a string": (b'"echo"', "MESSAGE_INVALID"),
    "only spaces": (b"   ", "FRAME_NOT_JSON"),
    "bad UTF-8": (b'{"a":"\xff"}', "FRAME_NOT_UTF8"),
    "UTF-16": ('{"a":1}'.encode("utf-16"), "FRAME_NOT_UTF8"),
    "UTF-8 with a mark": (b"\xef\xbb\xbf{}", "FRAME_NOT_JSON"),
    "bad JSON": (b"{", "FRAME_NOT_JSON"),
    "two values": (b"{}{}", "FRAME_NOT_JSON"),
    "a control character": (b'{"a":"\n"}', "FRAME_NOT_JSON"),
    "a number without end": (b"1" * 5000, "FRAME_NOT_JSON"),
    "duplicate keys": (b'{"version":1,"id":1,"verb":"echo","id":2}', "FRAME_DUPLICATE_KEY"),
    "duplicate keys inside": (b'{"a":[{"b":1,"b":1}]}', "FRAME_DUPLICATE_KEY"),
    "NaN": (b'{"id":NaN}', "FRAME_NOT_A_NUMBER"),
    "Infinity": (b'{"id":-Infinity}', "FRAME_NOT_A_NUMBER"),
    "a number too large": (b'{"id":1e999}', "FRAME_NOT_A_NUMBER"),
    "deep": (b"[" * 20 + b"]" * 20, "FRAME_TOO_DEEP"),
    "very deep": (b'{"a":' * 10000 + b"1" + b"}" * 10000, "FRAME_TOO_DEEP"),
    "deep and never closed": (b"[" * 65536, "FRAME_TOO_DEEP"),
    "a lone surrogate": (rb'{"a":"\ud800"}', "FRAME_LONE_SURROGATE"),
    "a lone surrogate as key": (rb'{"\udfff":1}', "FRAME_LONE_SURROGATE"),
    "no id": (b'{"version":1,"verb":"echo"}', "MESSAGE_INVALID"),
    "id as text": (b'{"version":1,"id":"1","verb":"echo"}', "MESSAGE_INVALID"),
    "id true": (b'{"version":1,"id":true,"verb":"echo"}', "MESSAGE_INVALID"),
    "id below 0": (b'{"version":1,"id":-1,"verb":"echo"}', "MESSAGE_INVALID"),
    "version true": (b'{"version":true,"id":7,"verb":"echo"}', "MESSAGE_INVALID"),
    "version 2": (b'{"version":2,"id":7,"verb":"echo"}', "VERSION_UNSUPPORTED"),
    "unknown verb": (b'{"version":1,"id":7,"verb":"exec"}', "VERB_UNKNOWN"),
    "extra property": (b'{"version":1,"id":7,"verb":"echo","x":1}', "MESSAGE_INVALID"),
    "__proto__": (b'{"version":1,"id":7,"verb":"echo","__proto__":{}}', "MESSAGE_INVALID"),
    "call without uri": (b'{"version":1,"id":7,"verb":"call"}', "MESSAGE_INVALID"),
    "uri too long": (b'{"version":1,"id":7,"verb":"call","uri":"tel:' + b"1" * 2048 + b'"}', "MESSAGE_INVALID"),
    "forbidden scheme": (b'{"version":1,"id":7,"verb":"call","uri":"javascript:alert(1)"}', "URI_SCHEME_UNSUPPORTED"),
    "forbidden character": (b'{"version":1,"id":7,"verb":"call","uri":"tel:+39 06\\" --x"}', "URI_FORBIDDEN_CHARACTER"),
    "service code": (b'{"version":1,"id":7,"verb":"call","uri":"tel:*21*0612345678%23"}', "URI_MMI_FORBIDDEN"),
    "bad post-dial": (b'{"version":1,"id":7,"verb":"call","uri":"tel:1","postDial":"1 2"}', "MESSAGE_INVALID"),
    "bad settings": (b'{"version":1,"id":7,"verb":"call","uri":"tel:1","settings":{"ifNoWebex":"any"}}', "MESSAGE_INVALID"),
    "the largest": (b'"' + b"a" * 65534 + b'"', "MESSAGE_INVALID"),
}
BROKEN = {
    "nothing": (b"", 0),
    "half a header": (b"\x02\x00", 1),
    "no body": (struct.pack("=I", 10), 1),
    "half a body": (struct.pack("=I", 10) + b"{}", 1),
    "one byte too large": (struct.pack("=I", 65537) + b" " * 65537, 1),
    "four GiB": (b"\xff\xff\xff\xff" + b"x" * 100, 1),
}


def test_every_hostile_frame_is_answered_and_the_next_one_served(machine, program):
    messages = [part for body, _ in DELIMITED.values() for part in (body, ECHO)]
    answers, status, errors = machine.talk(program, *messages)
    assert (status, errors) == (0, "")
    refused = dict(zip(DELIMITED, answers[0::2], strict=True))
    assert {name: reply["error"]["name"] for name, reply in refused.items()} == {name: row[1] for name, row in DELIMITED.items()}
    assert all(reply["ok"] is False and reply["version"] == 1 for reply in refused.values())
    assert all(reply["ok"] is True and reply["id"] == 7 for reply in answers[1::2])


def test_the_id_comes_back_when_it_can_be_read(machine):
    cases = [
        (b'{"id":5}', 5),
        (b'{"id":0,"verb":1}', 0),
        (b'{"id":"5"}', None),
        (b"null", None),
        (b'{"id":5', None),
        (b'{"id":9007199254740991}', 2**53 - 1),
        (b'{"id":9007199254740992}', None),
    ]
    answers, _, _ = machine.talk(source_command(), *(body for body, _ in cases))
    assert [reply["id"] for reply in answers] == [expected for _, expected in cases]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_stream_ends_cleanly(machine, program, name):
    end, expected = BROKEN[name]
    answers, status, errors = machine.talk(program, ECHO, end=end)
    assert [reply["id"] for reply in answers] == [7]
    assert status == expected
    assert "Traceback" not in errors
    assert bool(errors) == bool(expected)


def test_what_anybody_prints_never_reaches_the_browser(tmp_path):
    code = (
        "import os,sys\nfrom webex_click_to_call.frames import Channel\n"
        "channel=Channel.from_stdio()\nprint('stray')\nos.write(1,b'stray')\nsys.stdout.flush()\nos.system('echo stray')\n"
        "channel.write({'n':1})\n"
    )
    done = subprocess.run([sys.executable, "-c", code], input=b"", capture_output=True, timeout=30)
    assert replies(done.stdout) == [{"n": 1}]
    assert done.stderr.count(b"stray") == 3


def test_a_closed_stderr_does_not_open_stdout_to_strangers(machine):
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" 2>&-', "sh", *source_command(), *CHROMIUM],
        input=frame(ECHO) + frame(b"{"),
        env=machine.env,
        stdout=subprocess.PIPE,
        timeout=30,
    )
    assert [reply["ok"] for reply in replies(done.stdout)] == [True, False]


def test_a_frame_in_single_bytes_is_one_frame(machine):
    with subprocess.Popen(
        [*source_command(), *CHROMIUM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=machine.env, bufsize=0
    ) as host:
        for byte in frame(ECHO):
            host.stdin.write(bytes([byte]))
            time.sleep(0.001)
        (size,) = struct.unpack("=I", host.stdout.read(4))
        assert b'"ok": true' in host.stdout.read(size)
        host.stdin.close()
        assert host.wait(10) == 0


def _channel(idle: float = 5):
    """A channel over two pipes: (channel, where the browser writes, where it reads)."""
    host_in, browser_out = os.pipe()
    browser_in, host_out = os.pipe()
    return frames.Channel(host_in, host_out, idle), browser_out, browser_in


def test_silence_ends_the_host():
    channel, _, _ = _channel(idle=0.05)
    with pytest.raises(frames.EndOfStream) as caught:
        channel.read()
    assert caught.value.reason is None


def test_silence_in_the_middle_of_a_frame_ends_the_host_too():
    channel, out, _ = _channel(idle=0.05)
    os.write(out, struct.pack("=I", 10) + b"{")
    with pytest.raises(frames.EndOfStream):
        channel.read()


def test_a_reply_larger_than_a_browser_takes_is_refused_and_nothing_of_it_sent():
    channel, _, browser_in = _channel()
    with pytest.raises(Failure) as caught:
        channel.write({"a": "x" * (1024 * 1024)})
    assert caught.value.name == "REPLY_TOO_LARGE"
    channel.write({"a": 1})
    assert replies(os.read(browser_in, 1000)) == [{"a": 1}]


def test_a_browser_that_has_gone_ends_the_host():
    channel, _, browser_in = _channel()
    os.close(browser_in)
    with pytest.raises(frames.EndOfStream):
        channel.write({"a": 1})
