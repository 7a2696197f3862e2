"""What is released works without the repository: built, installed in an empty environment, run from another folder."""

import os
import re
import subprocess
import sys
import tarfile
import venv
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import plantrack

ROOT = Path(__file__).parents[1]
DISTRIBUTION = "plantrack-peace"


def run(*command, cwd, **env):
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PLANTRACK_", "PYTHON"))}
    command = [str(part) for part in command]
    done = subprocess.run(command, cwd=cwd, env=inherited | env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def build(source, target):
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", target, cwd=source)
    return next(target.glob("*.tar.gz")), next(target.glob("*.whl"))


def needed(name):
    """A distribution and all that it declares to need at run time, as installed here."""
    found, waiting = {}, [canonicalize_name(name)]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found[name] = distribution(name)
        requirements = map(Requirement, found[name].requires or ())
        waiting += [canonicalize_name(r.name) for r in requirements if not r.marker or r.marker.evaluate({"extra": ""})]
    return found


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """The source archive of this tree, and the wheel built from that archive alone, with an article lying about."""
    folder = tmp_path_factory.mktemp("release")
    sdist, _wheel = build(ROOT, folder / "first")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (source,) = folder.glob("plantrack_peace-*")
    texts = source / "seeds" / "texts"
    texts.mkdir()
    (texts / "article.txt").write_text("Somebody else's work.\n", encoding="utf-8")
    return build(source, folder / "second")


@pytest.fixture(scope="module")
def installed(released, tmp_path_factory):
    """The wheel in an environment that has what the wheel declares to need, and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False)
    (site,) = folder.glob("lib/python3*/site-packages")
    # Linked, not downloaded: the test needs no network; and only what is declared, so that an omission is found.
    for name, package in needed(DISTRIBUTION).items():
        for top in {file.parts[0] for file in package.files if file.parts[0] != ".."} - {"__pycache__"}:
            if name != DISTRIBUTION:
                (site / top).symlink_to(package.locate_file(top))
    _sdist, wheel = released
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index"]
    run(*pip, "--disable-pip-version-check", wheel, cwd=folder)
    return folder / "bin"


def test_the_main_job_runs_from_another_folder_and_says_the_same(installed, tmp_path):
    here = run(Path(sys.executable).with_name("plantrack"), "diff", "28pt", "19pt", cwd=ROOT)
    assert "28pt@" in here
    assert run(installed / "plantrack", "diff", "28pt", "19pt", cwd=tmp_path) == here


def test_the_function_finds_the_packed_corpus(installed, tmp_path):
    program = (
        "import plantrack; print(plantrack.__file__); print(len(plantrack.diff('28pt', '19pt').changes));"
        "print(len(plantrack.schema('version')['properties']))"
    )
    where, changes, fields = run(installed / "python", "-c", program, cwd=tmp_path).splitlines()
    assert Path(where).is_relative_to(installed.parent)
    assert int(changes) > 0
    assert int(fields) > 0


def test_a_site_is_built_with_what_the_wheel_carries(installed, tmp_path):
    corpus = ROOT / "examples" / "minsk"
    run(installed / "plantrack", "site", "build", "-o", tmp_path / "site", "--corpus", corpus, cwd=tmp_path)
    assert (tmp_path / "site" / "matrix.html").exists()
    here = ROOT / "src" / "plantrack" / "site" / "static"
    assets = {path.name: path.read_bytes() for path in (tmp_path / "site" / "assets").iterdir()}
    assert {path.name: path.read_bytes() for path in here.iterdir()}.items() <= assets.items()


def test_the_wheel_carries_the_corpus_and_no_article(released):
    _sdist, wheel = released
    packed = {name.removeprefix("plantrack/_corpus/") for name in ZipFile(wheel).namelist() if "/_corpus/" in name}
    here = {
        path.relative_to(ROOT).as_posix()
        for folder in ("plans", "seeds")
        for path in (ROOT / folder).rglob("*.yaml")
        if "texts" not in path.parts
    }
    assert here
    assert packed == here


def test_the_release_says_who_it_is(released):
    sdist, wheel = released
    with ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith("dist-info/METADATA"))
        text = archive.read(metadata).decode()
        licensed = [name for name in archive.namelist() if name.endswith("licenses/LICENSE")]
    assert re.search(r"^Name: plantrack-peace$", text, re.MULTILINE)
    assert re.search(r"^License-Expression: Apache-2.0$", text, re.MULTILINE)
    assert re.search(r"^Description-Content-Type: text/markdown$", text, re.MULTILINE), "readme in pyproject.toml"
    assert len(licensed) == 1
    with tarfile.open(sdist) as archive:
        tops = {Path(name).parts[1] for name in archive.getnames()}
    assert tops >= {"src", "plans", "seeds", "docs", "tests", "README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml"}


def test_nobody_is_told_to_install_the_project_of_somebody_else():
    texts = [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "src").rglob("*.py"),
    ]
    pattern = re.compile(r"pip3? install (?:-\S+ )*plantrack(?!-peace)\b")
    assert [str(path) for path in texts if pattern.search(path.read_text(encoding="utf-8"))] == []


def test_the_citation_and_the_changes_name_the_version_and_its_day():
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors", "version", "date-released"} <= cited.keys()
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## (\S+) - (\S+)$", changes, re.MULTILINE)
    assert released[0] == (cited["version"], cited["date-released"].isoformat())
    assert cited["version"] == plantrack.__version__
    assert cited["license"] == "Apache-2.0"
