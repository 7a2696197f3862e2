"""Modules compiled beforehand, so that a browser need not do it each time the page is opened."""

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from plantrack.writing.kept import made_once

_SECONDS = 300


def compiled(modules: bytes, runtime: Mapping[str, bytes]) -> bytes:
    """A zip of modules, each compiled by the Python that will run it, which node runs here.

    Only that Python knows its own form of compiled modules. Where there is no node, they stay as they are, and the page
    takes about twice as long to start. What was compiled once is kept.

    Args:
        modules: The zip.
        runtime: The files of the runtime by name.
    """
    script = resources.files("plantrack.browser").joinpath("static/compile.mjs").read_text(encoding="utf-8")
    sources = modules + script.encode() + runtime["pyodide.asm.wasm"]
    return made_once("compiled", sources, lambda: _made(modules, runtime, script)) or modules


def _made(modules: bytes, runtime: Mapping[str, bytes], script: str) -> bytes | None:
    node = shutil.which("node")
    if node is None:
        return None
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        for name, data in {**runtime, "modules.zip": modules, "compile.mjs": script.encode()}.items():
            (folder / name).write_bytes(data)
        command = [node, "compile.mjs", ".", "modules.zip"]
        try:
            done = subprocess.run(  # noqa: S603 - no shell; the script is ours, the runtime was checked by its digest
                command, cwd=folder, capture_output=True, check=False, stdin=subprocess.DEVNULL, timeout=_SECONDS,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            return None
        return (folder / "modules.zip").read_bytes() if done.returncode == 0 else None
