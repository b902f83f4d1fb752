"""A host on a machine of its own, as a browser runs it."""

from __future__ import annotations

import json
import struct
import subprocess

from tests.enterprise.machine import Machine
from tests.lab.world import IDENTITY

ORIGIN = f"chrome-extension://{IDENTITY['chromium']['extension_ids'][0]}/"


class Talking:
    """``words`` start the host; left out, the one that the packages install. ``origin``: the extension that talks to it."""

    def __init__(self, computer: Machine, *words: str, origin: str = ORIGIN) -> None:
        program = words or ("/usr/lib/webex-click-to-call/webex-click-to-call",)
        self.process = subprocess.Popen(computer.command(*program, origin), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)

    def ask(self, verb: str, **more) -> dict | None:
        """The reply, or None when the host had ended."""
        body = json.dumps({"version": 1, "id": 1, "verb": verb, **more}).encode()
        try:
            self.process.stdin.write(struct.pack("=I", len(body)) + body)
            self.process.stdin.flush()
        except BrokenPipeError:
            return None
        header = self.process.stdout.read(4)
        return json.loads(self.process.stdout.read(struct.unpack("=I", header)[0])) if header else None

    def end(self) -> None:
        self.process.stdin.close()
        self.process.wait(10)
