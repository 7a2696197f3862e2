"""How a corpus is found, what is read of it, and what a check of it says."""

import os
from pathlib import Path

import pytest
from small_corpus import SmallCorpus

from plantrack.corpus import find_corpus
from plantrack.corpus.files import read_bytes
from plantrack.corpus.finding import PACKED
from plantrack.corpus.inspection import cited_passages, find_problems
from plantrack.errors import InputError, UnknownNameError, UsageError

ROOT = Path(__file__).parents[1]


@pytest.fixture
def small(tmp_path):
    corpus = SmallCorpus(tmp_path)
    corpus.source("page", ("cap", "outlet:herald", "named"))
    corpus.version("lake", "2031-01", "cap: {number: 1, evidence: [page#cap]}")
    corpus.version(
        "lake", "2031-02", "cap: {number: 1}", head="derived_from: [{version: lake@2031-01, relation: revises}]\n"
    )
    return corpus


def problems_of(small):
    return [str(problem).replace(f"{small.root}{os.sep}", "") for problem in find_problems(find_corpus(small.root))]


def test_the_corpora_of_the_project_have_no_problems():
    for root in (ROOT, *(path for path in (ROOT / "examples").iterdir() if (path / "plans").is_dir())):
        assert find_problems(find_corpus(root)) == []


def test_a_corpus_is_looked_for_in_its_order(small, tmp_path, monkeypatch):
    other = tmp_path / "other"
    (other / "plans").mkdir(parents=True)
    (other / "seeds").mkdir()
    inside = small.root / "plans" / "lake"
    monkeypatch.chdir(inside)
    assert find_corpus().root == small.root
    monkeypatch.setenv("PLANTRACK_CORPUS", str(other))
    assert find_corpus().root == other
    assert find_corpus(small.root).root == small.root


def test_without_any_corpus_at_hand_the_packed_one_is_used(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_corpus().root in (PACKED, ROOT)
    assert "28pt" in find_corpus().plan_ids


@pytest.mark.parametrize("given", [".", "plans", "nowhere", "x" * 5000, "a\0b", "\x1b[31m"])
def test_a_folder_that_is_no_corpus_is_refused(given, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as refused:
        find_corpus(given)
    said = str(refused.value)
    assert said.startswith("no corpus here; found '")
    assert len(said) < 200
    assert said.isprintable()


def test_newest_and_first_go_by_date(small):
    small.version("lake", "a-later-one", "cap: {}", head="")
    path = small.root / "plans" / "lake" / "a-later-one.yaml"
    path.write_text(path.read_text().replace("date: a-later-one", "date: 2031-01-15/2031-03"))
    corpus = find_corpus(small.root)
    assert [version.version for version in corpus.versions("lake")] == ["2031-01", "2031-02", "a-later-one"]
    assert (corpus.version("lake").version, corpus.version("lake", "first").version) == ("a-later-one", "2031-01")


def test_a_plan_without_versions_says_how_to_begin(small):
    (small.root / "plans" / "river").mkdir()
    (small.root / "plans" / "river" / "plan.yaml").write_text("schema: plantrack/1\ntitle: River\n")
    with pytest.raises(InputError, match=r"river has no versions yet; expected a file such as .*2025-11-20.yaml"):
        find_corpus(small.root).version("river")
    assert problems_of(small) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plans/lake/x.yml", "plans/lake/x.yml: not read; expected a name that ends in .yaml"),
        (
            "plans/x.yaml",
            "plans/x.yaml: not read in this place; expected plans/actors.yaml, plans/events.yaml, plans/lexicon.yaml, plans/PLAN/VERSION.yaml, plans/positions/ACTOR.yaml or seeds/SOURCE.yaml",
        ),
        (
            "seeds/more/x.yaml",
            "seeds/more/x.yaml: not read in this place; expected plans/actors.yaml, plans/events.yaml, plans/lexicon.yaml, plans/PLAN/VERSION.yaml, plans/positions/ACTOR.yaml or seeds/SOURCE.yaml",
        ),
        ("plans/river/2031.yaml", "plans/river/plan.yaml: a folder of versions without its plan; expected this file"),
        (
            "seeds/A b.yaml",
            "seeds/A b.yaml: a file or folder name of the wrong shape; found 'A b'; expected lower-case letters, digits, dots and hyphens",
        ),
    ],
)
def test_files_that_nothing_reads_are_told(small, name, said):
    path = small.root / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("schema: plantrack/1\ntitle: T\n")
    assert problems_of(small) == [said]


def test_things_that_are_no_files_are_neither_read_nor_waited_for(small, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text("schema: plantrack/1\ntitle: T\n")
    (small.root / "seeds" / "folder.yaml").mkdir()
    (small.root / "seeds" / "link.yaml").symlink_to(outside)
    (small.root / "seeds" / "loop.yaml").symlink_to("loop.yaml")
    os.mkfifo(small.root / "seeds" / "pipe.yaml")
    assert problems_of(small) == [
        "seeds/folder.yaml: a folder, not a file",
        "seeds/link.yaml: a link that leads out of the corpus",
        "seeds/loop.yaml: too many levels of symbolic links",
        "seeds/pipe.yaml: a pipe or a device, not a file",
    ]


def test_a_link_within_the_corpus_is_followed(small):
    (small.root / "seeds" / "again.yaml").symlink_to("page.yaml")
    assert problems_of(small) == []


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null", "/"])
def test_devices_and_folders_named_as_input_are_refused(name):
    with pytest.raises(InputError, match="not a file"):
        read_bytes(Path(name))


def test_a_file_that_is_not_there_names_a_near_one(tmp_path):
    (tmp_path / "draft.md").write_text("1. One.")
    with pytest.raises(InputError, match=r"drafd.md: no such file or directory; did you mean draft.md?"):
        read_bytes(tmp_path / "drafd.md")
    with pytest.raises(InputError) as refused:
        read_bytes(Path("x" * 1_000_000))
    assert len(str(refused.value)) < 300


def test_names_that_stand_nowhere_are_told_for_all_files_with_the_other_mistakes(small):
    small.version(
        "lake",
        "2031-03",
        "cap: {evidence: [page#cup, pge#cap], terms: {t: {action: x, bearer: arlnd}}, topics: [armies]}",
        head="derived_from: [{version: lake@2031-1, relation: revises}]\n",
    )
    small.source("wire", ("p", "outlet:post, outlet:wir", "named"))
    assert problems_of(small) == [
        "plans/lake/2031-03.yaml:6:26: derived_from.0.version: no version of this name; found 'lake@2031-1'; did you mean lake@2031-01?",
        "plans/lake/2031-03.yaml:8:20: provisions.cap.evidence.0: no passage of this name; found 'page#cup'; did you mean page#cap?",
        "plans/lake/2031-03.yaml:8:30: provisions.cap.evidence.1: no source of this name; found 'pge#cap'; did you mean page#?",
        "plans/lake/2031-03.yaml:8:71: provisions.cap.terms.t.bearer: no actor of this name; found 'arlnd'; did you mean arland?",
        "plans/lake/2031-03.yaml:8:89: provisions.cap.topics.0: no topic of this name; found 'armies'; expected one of sovereignty, territory, territorial_recognition, withdrawal, demilitarised_zone or 27 others",
        "seeds/wire.yaml:6:47: passages.p.chain.1: no origin of this name; found 'outlet:wir'; did you mean outlet:wire?",
    ]


def test_a_record_with_mistakes_makes_nothing_that_rests_on_it_wrong(small):
    (small.root / "seeds" / "page.yaml").write_text("schema: plantrack/1\n")
    assert problems_of(small) == ["seeds/page.yaml:1:1: title is missing; found a source without title; expected title"]


def test_a_cycle_of_descent_is_told_once_whatever_else_is_wrong(small):
    small.version(
        "lake", "2031-01", "cap: {number: 1}", head="derived_from: [{version: lake@2031-02, relation: revises}]\n"
    )
    small.version("lake", "2031-03", "cap: {number: 1}", head="language: English\n")
    said = problems_of(small)
    assert said[0] == (
        "plans/lake/2031-01.yaml:6:26: derived_from.0.version: a cycle of descent; "
        "found lake@2031-01 from lake@2031-02 from lake@2031-01; expected a version that comes from earlier ones only"
    )
    assert [one.split("; ")[0] for one in said[1:]] == ["plans/lake/2031-03.yaml:6:11: language: of the wrong shape"]
    small.version("lake", "2031-03", "cap: {number: 1}")
    assert small.diff("lake@2031-01", "lake@2031-02").clock == "document"


def test_a_version_must_stand_under_its_own_name(small):
    path = small.root / "plans" / "lake" / "2031-02.yaml"
    path.rename(path.with_name("2031-04.yaml"))
    assert problems_of(small) == [
        "plans/lake/2031-04.yaml:3:10: version: version is not the name of its file; found '2031-02'; expected '2031-04'"
    ]


def test_what_rests_on_passages_is_gathered_from_everywhere(small):
    assert cited_passages(find_corpus(small.root)) == {"page#cap"}


def test_names_looked_up_in_vain_give_near_ones(small):
    corpus = find_corpus(small.root)
    for look_up, near in (
        (lambda: corpus.plan_id("LAKES"), ("lake",)),
        (lambda: corpus.version("lake", "2031-1"), ("2031-01",)),
        (lambda: corpus.source("pag"), ("page",)),
        (lambda: corpus.passage("page#cup"), ("cap",)),
    ):
        with pytest.raises(UnknownNameError) as unknown:
            look_up()
        assert unknown.value.near == near


def test_the_digest_of_a_corpus_changes_with_any_byte(small):
    before = find_corpus(small.root).digest()
    assert before == find_corpus(small.root).digest()
    path = small.root / "seeds" / "page.yaml"
    path.write_text(path.read_text() + "# a remark\n")
    assert find_corpus(small.root).digest() != before
