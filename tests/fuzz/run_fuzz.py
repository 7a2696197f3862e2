"""The fuzzer's targets led by coverage: `python tests/fuzz/run_fuzz.py TARGET [option of libFuzzer ...]`.

`-runs=N` and `-max_total_time=SECONDS` bound it; the input of a fault is kept where `-artifact_prefix` says. With
`PLANTRACK_FUZZ_ON=FILE` a fault is noted in that file, each kind once, and the run goes on.
"""

import os
import sys
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["plantrack"]):
    import fuzz_targets

_SEEN: set[tuple[str, str, int | None]] = set()


def main() -> None:
    """Run one target."""
    name, notes = sys.argv.pop(1), os.environ.get("PLANTRACK_FUZZ_ON")

    def each(data: bytes) -> None:
        try:
            fuzz_targets.run(name, data)
        except Exception as error:
            if notes is None:
                raise
            _note(name, data, error, Path(notes))

    atheris.Setup(sys.argv, each)
    atheris.Fuzz()


def _note(name: str, data: bytes, error: Exception, notes: Path) -> None:
    last = traceback.extract_tb(error.__traceback__)[-1]
    kind = (type(error).__name__, last.filename, last.lineno)
    if kind not in _SEEN:
        _SEEN.add(kind)
        with notes.open("a", encoding="utf-8") as file:
            file.write(f"{name} {kind} {str(error)[:500]!r} {data.hex()}\n")


if __name__ == "__main__":
    main()
