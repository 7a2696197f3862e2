"""Python for browsers: Pyodide (MPL-2.0), one version, taken from npm and checked by its digest.

Nothing of it is kept in the repository or the wheel. It is fetched once, when a page with the engine is first made, and
kept where the system keeps what can be fetched again.
"""

import hashlib
import io
import tarfile
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from plantrack.errors import InputError, Problem
from plantrack.writing.kept import cache_folder, keep

VERSION = "314.0.7"
"""Of Pyodide; it holds Python 3.14."""
ADDRESS = f"https://registry.npmjs.org/pyodide/-/pyodide-{VERSION}.tgz"
SHA512 = (
    "d18bd7c4485f11da4b7dbfd790cd8114078c44eab488c517d9bcf31fda4eb6dc"
    "8c716930abe1db139bb2b860fcd8b37bcb6abe48dbe2ffa579244b0e943d91d4"
)
"""Of the archive, as npm publishes it."""
FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
"""What of it a page needs."""
_SECONDS = 120


def runtime_files() -> Mapping[str, bytes]:
    """The files of the runtime by name, fetched if they are not kept here yet.

    Raises:
        InputError: if they can neither be found nor fetched, or are not what they should be.
    """
    kept = kept_archive()
    if kept.is_file():
        data = kept.read_bytes()
        _check(data, str(kept))
    else:
        data = _fetched()
        _check(data, ADDRESS)
        keep(data, kept)
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
        return {name: _member(archive, name) for name in FILES}


def kept_archive() -> Path:
    """Where the archive is kept on this machine, whether it is there or not."""
    return cache_folder() / f"pyodide-{VERSION}.tgz"


def _fetched() -> bytes:
    try:
        with urllib.request.urlopen(ADDRESS, timeout=_SECONDS) as answer:
            return bytes(answer.read())
    except (urllib.error.URLError, TimeoutError, OSError) as error:
        reason = getattr(error, "reason", error)
        expected = f"a network, or the file that `npm pack pyodide@{VERSION}` writes, at {kept_archive()}"
        raise InputError(
            [Problem(what="Python for browsers cannot be fetched", file=ADDRESS, found=str(reason), expected=expected)]
        ) from None


def _check(data: bytes, file: str) -> None:
    found = hashlib.sha512(data).hexdigest()
    if found != SHA512:
        what = "not the runtime it should be, and not used"
        raise InputError([Problem(what=what, file=file, found=f"SHA-512 {found}", expected=f"SHA-512 {SHA512}")])


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(f"package/{name}")
    if member is None:  # the digest says that it is there
        raise InputError([Problem(what="a file of the runtime is missing", file=name)])
    return member.read()
