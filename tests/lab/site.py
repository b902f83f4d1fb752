"""A web server on loopback for the pages of tests and of `build.py run`."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

SAMPLE = Path(__file__).with_name("sample")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    pages: dict[str, str] = {}

    def do_GET(self) -> None:
        page = self.pages.get(self.path.split("?")[0])
        if page is None:
            return super().do_GET()
        body = page.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Site:
    """`url` is the root; `page(path, html)` adds a page in memory and gives its address."""

    def __init__(self, server: http.server.ThreadingHTTPServer, pages: dict[str, str]) -> None:
        self.url = f"http://127.0.0.1:{server.server_address[1]}/"
        self._pages = pages

    def page(self, path: str, html: str) -> str:
        self._pages[f"/{path}"] = html
        return self.url + path


@contextmanager
def serve(folder: Path = SAMPLE) -> Iterator[Site]:
    pages: dict[str, str] = {}
    handler = type("Handler", (_Quiet,), {"pages": pages})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Site(server, pages)
    finally:
        server.shutdown()
        server.server_close()
