"""The other tools, in .venv-bench, so that none becomes a dependency.

What cannot be had is skipped, with the reason.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".venv-bench"
PYTHON = FOLDER / "bin" / "python"
PEERS = ("dictdiffer", "edlib", "graphtage", "jsondiff", "jycm", "rapidfuzz", "ruamel.yaml", "scipy")
# Goes on top of plantrack's own environment: other peers bring numpy, with which deepdiff starts far slower.
NAIVE = FOLDER / "naive"


def set_up() -> dict[str, str]:
    """Install what is missing. Returns the peers that are not to be had, each with the reason."""
    missing: dict[str, str] = {}
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER)], check=True)
    for peer in PEERS:
        _install(peer, None, missing)
    _install("cattrs", NAIVE, missing)
    if not shutil.which("npm"):
        missing["jsondiffpatch"] = "no node on this machine"
    elif not (FOLDER / "node_modules" / "jsondiffpatch").exists():
        done = subprocess.run(
            ["npm", "install", "--silent", "--prefix", str(FOLDER), "jsondiffpatch"],  # noqa: S607 - as on the PATH
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            missing["jsondiffpatch"] = _last_line(done.stderr)
    return missing


def _install(peer: str, target: Path | None, missing: dict[str, str]) -> None:
    stamp = FOLDER / f".{peer}"
    if stamp.exists():
        return
    where = ["--target", str(target)] if target else []
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *where, peer]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    if done.returncode:
        missing[peer] = _last_line(done.stderr)
    else:
        stamp.touch()


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no reason given"])[-1][:100]
