"""The machine as registering and looking up the host see it."""

import os
from dataclasses import dataclass

from ..handlers import Backend, of_this_machine


@dataclass(frozen=True, kw_only=True)
class System:
    """``backend`` knows the operating system's applications and registry; ``root`` is / except in tests."""

    backend: Backend
    env: dict
    root: str = "/"

    @classmethod
    def of_this_machine(cls) -> "System":
        """The running machine, in this process's environment."""
        return cls(backend=of_this_machine(), env=dict(os.environ))

    @property
    def platform(self) -> str:
        """linux, windows or macos: the name of a column of ``browsers.json``; none where there is no backend."""
        return self.backend.name

    @property
    def registry(self):
        """The lowest layer of Windows' registry, None elsewhere."""
        return self.backend.registry

    @property
    def home(self) -> str:
        """The person's home."""
        return self.env.get("USERPROFILE" if self.platform == "windows" else "HOME") or os.path.expanduser("~")

    def path(self, absolute: str) -> str:
        """An absolute path, or one that begins with ~, as it is found on this machine."""
        if absolute.startswith("~"):
            return absolute.replace("~", self.home, 1)
        return absolute if self.root == "/" else os.path.join(self.root, absolute.lstrip("/"))
