"""A site served to this machine alone, for as long as somebody looks at it."""

import functools
import http.server
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

LOOPBACK = "127.0.0.1"
"""The address that no other machine reaches."""
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class _Pages(http.server.SimpleHTTPRequestHandler):
    """Files of one folder, and a list of none."""

    extensions_map = {  # noqa: RUF012 - as the class above has it
        ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml", ".xml": "application/xml", "": "application/octet-stream",
    }  # fmt: skip

    def end_headers(self) -> None:
        """Add what keeps pages to themselves."""
        for name, held in _HEADERS.items():
            self.send_header(name, held)
        super().end_headers()

    def list_directory(self, path: object) -> None:
        """Nothing is listed."""
        del path
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the class above has it
        """Say nothing."""


@contextmanager
def served(write: Callable[[Path], object], *, port: int = 0) -> Iterator[str]:
    """A folder that is served to this machine while the block runs, and gone afterwards.

    Args:
        write: Writes the files into a new folder.
        port: The port; any that is free if 0.

    Yields:
        The address of its first page.

    Raises:
        OSError: if the port is taken.
    """
    with tempfile.TemporaryDirectory(prefix="plantrack-") as named:
        folder = Path(named) / "site"
        pages = functools.partial(_Pages, directory=str(folder))
        with http.server.ThreadingHTTPServer((LOOPBACK, port), pages) as server:
            write(folder)
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            try:
                yield f"http://{LOOPBACK}:{server.server_port}/"
            finally:
                server.shutdown()


def until_stopped() -> None:
    """Wait for Ctrl-C, which raises KeyboardInterrupt."""
    threading.Event().wait()
