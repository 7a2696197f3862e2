"""The files of a page that compares by itself: the runtime, our modules, the corpus, each with its digest."""

import base64
import gzip
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from importlib import resources

from plantrack.browser.compiled import compiled
from plantrack.browser.needed import engine_zip
from plantrack.browser.runtime import VERSION, runtime_files
from plantrack.corpus import Corpus
from plantrack.value import value
from plantrack.writing.kept import made_once

FOLDER = "assets/engine"
"""Where they stand below the root of a site."""
ASSETS = ("compare.js", "compare.css")
_EXPORT = re.compile(r"export\s*\{\s*(\w+) as loadPyodide\s*,.*?\};?", re.DOTALL)
_DEFAULT = re.compile(r"export default (\w+);?")
_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_LEVEL = 9
_LASTING = ("pyodide.asm.wasm", "python_stdlib.zip", "plantrack.zip")
"""What is the same for every corpus, takes seconds to compress, and is kept."""


@value
class EngineFile:
    """A file that the page fetches when it is opened."""

    name: str
    """What the engine calls it."""
    path: str
    """Below the root of the site."""
    data: bytes
    """As it is sent, compressed with gzip, so that any server will do."""

    @property
    def integrity(self) -> str:
        """Its digest, as browsers check it (Subresource Integrity)."""
        return "sha384-" + base64.b64encode(hashlib.sha384(self.data).digest()).decode()


@value
class Engine:
    """All that a page needs to compare by itself."""

    files: tuple[EngineFile, ...]
    lock: str
    """What the runtime is told of packages: that there are none but what came with it. JSON."""

    @property
    def size(self) -> int:
        """Bytes that the browser is sent."""
        return sum(len(file.data) for file in self.files)


def make_engine(corpus: Corpus) -> Engine:
    """The files of the engine, with a corpus whose papers can be chosen. The same corpus gives the same bytes.

    Raises:
        InputError: if the runtime can neither be found nor fetched.
    """
    runtime = runtime_files()
    parts = {
        "engine.js": _script(runtime).encode(),
        "pyodide.asm.wasm": runtime["pyodide.asm.wasm"],
        "python_stdlib.zip": compiled(runtime["python_stdlib.zip"], runtime),
        "plantrack.zip": compiled(engine_zip(), runtime),
        "corpus.zip": _corpus_zip(corpus),
    }
    files = [_file(name, data) for name, data in parts.items()]
    info = json.loads(runtime["pyodide-lock.json"])["info"]
    return Engine(files=tuple(files), lock=json.dumps({"info": info, "packages": {}}))


def engine_files(engine: Engine) -> Iterator[tuple[str, bytes]]:
    """What is written below the root of a site: names and contents."""
    for file in engine.files:
        yield file.path, file.data
    for asset in ASSETS:
        yield f"assets/{asset}", resources.files("plantrack.browser").joinpath(f"static/{asset}").read_bytes()


def _file(name: str, data: bytes) -> EngineFile:
    # Not .gz: some servers take such a name for a coding of their own and unpack it on the way.
    def pack() -> bytes:
        return gzip.compress(data, _LEVEL, mtime=0)

    packed = made_once(f"packed-{_LEVEL}", data, pack) if name in _LASTING else pack()
    return EngineFile(name=name, path=f"{FOLDER}/{name}.bin", data=packed or b"")


def _script(runtime: Mapping[str, bytes]) -> str:
    """The runtime and our worker as one script, so that a worker made of it imports nothing."""
    module = _MAP.sub("", runtime["pyodide.asm.mjs"].decode())
    loader = _MAP.sub("", runtime["pyodide.mjs"].decode())
    create, load = _DEFAULT.search(module), _EXPORT.search(loader)
    if create is None or load is None:
        msg = f"Pyodide {VERSION} exports other names"
        raise AssertionError(msg)  # its digest was checked: this is a slip of who raised the version
    worker = resources.files("plantrack.browser").joinpath("static/worker.js").read_text(encoding="utf-8")
    return "\n".join((
        f"const createPyodideModule = (() => {{ {_DEFAULT.sub('', module)}\nreturn {create[1]}; }})();",
        f"const loadPyodide = (() => {{ {_EXPORT.sub('', loader)}\nreturn {load[1]}; }})();",
        worker,
    ))  # fmt: skip


def _corpus_zip(corpus: Corpus) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for folder in ("plans/", "seeds/"):
            archive.writestr(zipfile.ZipInfo(folder, (2025, 1, 1, 0, 0, 0)), b"")
        for name in corpus.file_names:
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), corpus.files.read(name))
    return written.getvalue()
