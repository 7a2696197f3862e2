"""What `plantrack new` writes passes every check, teaches the fields truly, and never lies over anything."""

import errno
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import plantrack
from plantrack.cli import main
from plantrack.model.fields import Slug, marks_of
from plantrack.reading.documents import read_actors, read_plan, read_source, read_version
from plantrack.starting.files import nearest_slug


def run(*arguments):
    return CliRunner().invoke(main, arguments, prog_name="plantrack")


@pytest.fixture
def lake(tmp_path, monkeypatch):
    """A corpus that the commands themselves started."""
    monkeypatch.chdir(tmp_path)
    assert run("new", "corpus", "lake").exit_code == 0
    monkeypatch.chdir(tmp_path / "lake")
    return tmp_path / "lake"


def test_every_file_that_is_written_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = re.findall(r"^new: (.*)$", run("new", "corpus", "lake").stdout, re.MULTILINE)
    assert sorted(told) == sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())


def test_a_corpus_starts_from_nothing_and_passes_check_after_every_step(lake):
    steps = [
        ("new", "plan", "lake", "--title", "Lake: points"),
        ("new", "version", "lake", "2031-05-01"),
        ("new", "version", "lake", "draft-two", "--date", "2031-05-04/2031-05-06"),
        ("new", "source", "herald-2031-05-04"),
        ("new", "source", "herald-page", "--title", '"Talks" [live]', "--date", "2031"),
    ]
    for step in steps:
        done = run(*step)
        assert done.exit_code == 0, done.output
        first, then = done.stdout.splitlines()
        assert (lake / first.removeprefix("new: ")).is_file()
        assert then.startswith("Next: ")
        checked = run("check")
        assert (checked.exit_code, checked.stdout.splitlines()[-1]) == (0, "no problems")
    assert plantrack.show("lake").ref == "lake@draft-two"
    assert (plantrack.show("lake").title, plantrack.show("lake@first").date) == ("Lake: points", "2031-05-01")
    assert "lake@2031-05-01" in (lake / "plans/lake/draft-two.yaml").read_text()


def test_articles_put_into_a_new_corpus_are_not_seen_by_git(lake):
    (lake / "seeds" / "texts" / "article.txt").write_text("Somebody else's work.")
    subprocess.run(["git", "init", "-q"], cwd=lake, check=True)
    seen = subprocess.run(
        ["git", "ls-files", "-o", "--exclude-standard"], cwd=lake, check=True, capture_output=True, text=True
    )
    assert seen.stdout.split() == ["plans/actors.yaml"]


def with_example(text):
    """A skeleton with the example that its last comment shows, in the place of the brackets."""
    head, _, body = text.rpartition("in the place of the brackets")
    example = [line[2:] for line in body.splitlines() if line.startswith("#   ")]
    key = body.rstrip().rpartition("\n")[2].partition(":")[0]
    assert example
    return f"{head}\n{key}:\n" + "\n".join(example) + "\n"


def test_what_the_comments_show_can_be_written(lake):
    for step in (("plan", "lake"), ("version", "lake", "2031-05-01"), ("source", "herald-2031-05-04")):
        run("new", *step)
    actors = with_example((lake / "plans/actors.yaml").read_text())
    assert set(read_actors(actors.encode(), file="x").value.actors) == {"arland", "arlandic-officials", "herald"}
    version = with_example((lake / "plans/lake/2031-05-01.yaml").read_text())
    assert (
        read_version(version.encode(), file="x").value.provisions["forces-cap"].terms["cap"].quantity[0].value == 4000
    )
    source = with_example((lake / "seeds/herald-2031-05-04.yaml").read_text())
    assert list(read_source(source.encode(), file="x", source="y").value.passages) == ["forces-cap"]


FIELD = re.compile(
    r"^# ((?:claimed_points|parties|derived_from|aliases|proposers|process|summary|issued|container-title|outlet|URL|archive): .*)$",
    re.MULTILINE,
)


def test_every_field_that_stands_in_a_comment_can_be_taken_out_of_it(lake):
    for step in (("plan", "lake"), ("version", "lake", "2031-05-01"), ("source", "herald")):
        run("new", *step)
    read = {
        "plans/lake/plan.yaml": lambda data: read_plan(data, file="x", plan="lake"),
        "plans/lake/2031-05-01.yaml": lambda data: read_version(data, file="x"),
        "seeds/herald.yaml": lambda data: read_source(data, file="x", source="herald"),
    }
    for name, reader in read.items():
        text, count = FIELD.subn(r"\1", (lake / name).read_text())
        assert count >= 3
        reader(text.encode())


@pytest.mark.parametrize(
    "step", [("plan", "lake"), ("version", "lake", "2031"), ("source", "herald"), ("corpus", ".")], ids=" ".join
)
def test_nothing_is_overwritten(lake, step):
    run("new", "plan", "lake")
    first = run("new", *step).stdout
    for line in first.splitlines():
        if line.startswith(("new: ", "is there already, just so: ")):
            path = lake / line.partition(": ")[2]
            path.write_text(path.read_text() + "# somebody's\n")
    before = {path: path.read_bytes() for path in lake.rglob("*") if path.is_file()}
    done = run("new", *step)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "already" in done.stderr
    assert "--force" not in done.stderr
    assert {path: path.read_bytes() for path in lake.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (("plan", "Lake Plan"), "did you mean lake-plan?"),
        (("plan", "Größe_2"), "did you mean grosse-2?"),
        (("plan", "../x"), "did you mean x?"),
        (("plan", ".."), "expected lower-case letters"),
        (("plan", ""), "not a name for a plan"),
        (("plan", "positions"), "a name that is taken"),
        (("plan", "a" * 300), "too long a name"),
        (("plan", "lake.yaml"), "a name that is no device of Windows and ends like no file"),
        (("plan", "nul.a"), "a name that is no device of Windows and ends like no file"),
        (("corpus", ""), "an empty name"),
        (("plan", "x", "--corpus", ""), "an empty name"),
        (("version", "lake", "2031/05"), "did you mean 2031-05?"),
        (("version", "lake", "newest"), "a name that is taken"),
        (("version", "lake", "plan", "--date", "2031"), "a name that is taken"),
        (("version", "lake", "two"), "no date"),
        (("version", "lak", "2031"), "did you mean lake?"),
        (("source", "Herald 2031"), "did you mean herald-2031?"),
        (("source", "herald", "--date", "May"), "no date"),
        (("source", "a/b"), "did you mean a-b?"),
    ],
)
def test_what_cannot_be_called_so_is_refused_with_the_nearest_name(lake, step, said):
    run("new", "plan", "lake")
    before = sorted(lake.rglob("*"))
    done = run("new", *step)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert sorted(lake.rglob("*")) == before


@given(st.text(max_size=30))
def test_the_name_that_is_proposed_would_do(name):
    near = nearest_slug(name)
    assert near is None or re.fullmatch(marks_of(Slug)[1][0].regex, near)


def test_nothing_is_written_where_no_corpus_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for step in (("plan", "x"), ("version", "28pt", "2031"), ("source", "x")):
        done = run("new", *step)
        assert (done.exit_code, done.stderr) == (
            2,
            "no corpus here to write to; expected --corpus DIR, or a new one: plantrack new corpus DIR\n",
        )
    assert list(tmp_path.iterdir()) == []


def test_no_file_is_written_through_a_link(lake, tmp_path):
    (tmp_path / "outside").mkdir()
    (lake / "plans" / "lake").symlink_to(tmp_path / "outside")
    assert run("new", "plan", "lake").exit_code == 2
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_corpus_whose_start_was_cut_short_can_be_started_again(tmp_path, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fail_at(Path.replace, "actors.yaml"))
        assert run("new", "corpus", str(tmp_path / "lake")).exit_code == 2
    assert not (tmp_path / "lake/plans/actors.yaml").exists()
    assert run("new", "corpus", str(tmp_path / "lake")).exit_code == 0
    assert run("check", "--corpus", str(tmp_path / "lake")).exit_code == 0
    again = run("new", "corpus", str(tmp_path / "lake"))
    assert again.exit_code == 0
    assert again.stdout.count("is there already, just so") == 2


def fail_at(sound, name):
    """A way to put files in their place that finds the disk full at one name."""

    def replace(path, target):
        if Path(target).name == name:
            raise OSError(errno.ENOSPC, "No space left on device")
        return sound(path, target)

    return replace


def test_a_plan_that_has_no_version_yet_is_listed(lake):
    assert run("list").stdout.startswith("No plan is recorded.\n")
    run("new", "plan", "lake")
    run("new", "plan", "river")
    run("new", "version", "lake", "2031-05-01")
    *lines, as_of = [line.split()[0] for line in run("list").stdout.splitlines() if line]
    assert as_of == "No"  # page has a date
    assert lines == ["lake", "lake@2031-05-01", "river"]
    assert "expected none, for there are none yet" in run("log", "x", "--corpus", str(empty(lake))).stderr


def empty(lake):
    """A corpus of nothing."""
    run("new", "corpus", str(lake / "empty"))
    return lake / "empty"
