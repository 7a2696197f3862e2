"""Compare two papers, write the answer as a comment for a pull request, and end with 1 where a gate fails.

    python comment.py OLD NEW --output comment.md [--fail-on weakened] [--allow 4,7] [--decisions FILE]

It only calls the command `plantrack`; all further options are passed on to `plantrack diff`.
"""

import argparse
import subprocess
import sys
from pathlib import Path

MARK = "<!-- plantrack -->"
"""By this a later run finds the comment of an earlier one and replaces it."""
MOST = 60_000
"""Characters; GitHub takes 65,536."""


def main() -> int:
    """Write the comment; returns what `plantrack diff` ended with."""
    parser = argparse.ArgumentParser(description="Compare two papers for a pull request.")
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--output", type=Path, required=True)
    asked, options = parser.parse_known_args()
    command = [sys.executable, "-m", "plantrack", "diff", asked.old, asked.new, "--format", "markdown", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        print(done.stderr, file=sys.stderr)
        return done.returncode
    verdict = "**The gate fails.**\n\n" if done.returncode else ""
    notes = "".join(f"> {line}\n" for line in done.stderr.splitlines())
    text = f"{MARK}\n{verdict}{done.stdout}\n{notes}"
    if len(text) > MOST:
        text = text[:MOST].rsplit("\n", 1)[0] + "\n\n... cut; run `plantrack diff` for all of it.\n"
    asked.output.write_text(text, encoding="utf-8")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
