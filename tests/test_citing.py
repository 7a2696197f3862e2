"""A passage is cut in its shortest unambiguous form and put into a record without touching the rest of it."""

import signal
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from small_corpus import SmallCorpus

from plantrack.anchoring import PreparedText, locate
from plantrack.citing.passages import _shortest_run, add_passage, as_recorded, cut_passage, described, let_rest
from plantrack.citing.proposing import Said, enter, propose
from plantrack.citing.removing import uncite
from plantrack.citing.sources import Details, add_source
from plantrack.cli import main
from plantrack.corpus import find_corpus
from plantrack.corpus.inspection import find_problems
from plantrack.errors import InputError, OutputError, UnknownNameError, UsageError

TEXT = (
    "The harbour draft of May\n\nThe draft caps the garrison at 4,000 sailors, but the court stays.\n\n"
    "Later the draft \u201ccaps the garrison\u201d again, they said. "
    + " ".join(f"word{number}" for number in range(200))
    + "\n"
)
PROVISIONS = """\
cap:
  # reports differ here
  claims:
    - {wording: removed, evidence: [old#out]}   # heard on the quay
    - wording: in_text
      evidence: [old#out]
court:
  summary: The court stays.
"""


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "corpus").mkdir()
    made = SmallCorpus(tmp_path / "corpus")
    made.source("old", ("out", "outlet:post, group:arlandic-officials", "named"), outlet="post")
    made.version("p", "2031-05-01", PROVISIONS)
    (tmp_path / "article.txt").write_text(TEXT)
    details = Details(id="new", outlet="herald", date="2031-05-04", language="en")
    add_source(tmp_path / "article.txt", find_corpus(made.root), details)
    return made


def cut(corpus, words, **options):
    return cut_passage(find_corpus(corpus.root), "new", words, **options)


def run(corpus, *arguments):
    return CliRunner().invoke(main, [*arguments, "--corpus", str(corpus.root)], catch_exceptions=False)


def test_words_that_stand_once_need_nothing_around_them(corpus):
    quote = cut(corpus, "the garrison at 4,000 sailors").passage.quote
    assert (quote.exact, quote.prefix, quote.suffix) == ("the garrison at 4,000 sailors", None, None)


def test_words_that_stand_twice_are_refused_until_the_paragraph_is_named(corpus):
    with pytest.raises(UsageError, match="paragraph 2, 3"):
        cut(corpus, "caps the garrison")
    passage = cut(corpus, "caps the garrison", paragraph=3).passage
    assert passage.paragraph == 3
    assert passage.quote.prefix or passage.quote.suffix
    assert len((passage.quote.prefix or "") + (passage.quote.suffix or "")) <= 3


def test_of_many_words_the_shortest_run_that_stands_once_is_taken(corpus):
    words = " ".join(f"word{number}" for number in range(20, 60))
    found = cut(corpus, words)
    assert (found.shortened, found.passage.quote.exact) == (True, "word20 word21 word22 word23")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("the share of gas that each of the firms may buy will not pass 30 percent", "not 30 percent"),
        ("it was said of the people on the quay that they would keep eighty thousand men", "eighty thousand men"),
        ("after many hours of hard talks it was Dorn who told the others to leave it", "Dorn"),
    ],
)  # fmt: skip
def test_a_shorter_cut_keeps_figures_with_what_they_count_negations_and_names(said, kept):
    run_of_words, _ = _shortest_run(PreparedText(said), said, None, None)
    assert set(kept.split()) <= set(run_of_words.split())
    assert len(run_of_words.split()) <= 12


def test_names_and_figures_too_far_apart_are_asked_for_and_cut_by_force():
    apart = f"30 percent {' '.join(f'word{number}' for number in range(12))} of Oss"
    with pytest.raises(UsageError, match="30, percent, Oss; expected at most 12 words of them, or --force"):
        _shortest_run(PreparedText(apart), apart, None, None)
    assert _shortest_run(PreparedText(apart), apart, None, None, force=True)[0] == "30 percent word0 word1"


def test_of_many_words_that_stand_twice_the_place_that_was_named_is_taken():
    said = "and we will hold the line at the quay for as long as the fleet is near"
    text = PreparedText(f"{said}.\n{said}.")
    start = text.text.rindex(said)
    chosen, place = _shortest_run(text, said, None, start)
    assert text.text[place:].startswith(chosen)
    assert place >= start


def test_words_that_stand_nowhere_or_inside_others_are_refused(corpus):
    for words in ("no such words", "arrison at 4,000", " ".join(f"other{number}" for number in range(30))):
        with pytest.raises(UsageError, match="do not stand there"):
            cut(corpus, words)


def test_a_text_that_is_not_at_hand_or_another_than_recorded_is_said(corpus):
    with pytest.raises(UsageError, match="not at hand"):
        cut_passage(find_corpus(corpus.root), "old", "anything")
    with pytest.raises(UnknownNameError):
        cut_passage(find_corpus(corpus.root), "neww", "anything")
    (corpus.root / "seeds" / "texts" / "new.txt").write_text(TEXT + "More.")
    with pytest.raises(InputError, match="another text than was recorded"):
        cut(corpus, "the garrison at 4,000")


START = st.integers(0, 195)


@given(START, st.integers(1, 12))
def test_a_passage_that_was_cut_is_found_where_it_was_cut(start, length):
    from plantrack.anchoring import make_passage

    words = " ".join(TEXT.split()[start : start + length])
    prepared = PreparedText(TEXT)
    try:
        passage = make_passage(prepared, words, id="p")
    except UsageError:
        return
    assert locate(prepared, passage).state == "exact"
    assert prepared.text[passage.position.start : passage.position.end].split() == words.split()


def test_it_is_printed_ready_to_paste(corpus):
    done = run(corpus, "cite", "new", "the court stays", "--says", "The court stays: all of it.")
    assert done.exit_code == 0
    record = corpus.root / "seeds" / "new.yaml"
    record.write_text(record.read_text() + "passages:\n" + done.output)
    passage = find_corpus(corpus.root).source("new").passages["court-stays"]
    assert (passage.says, passage.chain, passage.paragraph) == ("The court stays: all of it.", ("outlet:herald",), 2)
    assert (
        passage
        == described(
            cut(corpus, "the court stays", passage_id="x"), id="court-stays", says=passage.says, chain=passage.chain
        ).passage
    )


def test_printing_writes_nothing(corpus):
    before = {path: path.read_bytes() for path in sorted(corpus.root.rglob("*.yaml"))}
    run(corpus, "cite", "new", "the court stays")
    assert {path: path.read_bytes() for path in sorted(corpus.root.rglob("*.yaml"))} == before


def test_a_passage_and_its_evidence_go_into_their_files_and_nothing_else_changes(corpus):
    plan = corpus.root / "plans" / "p" / "2031-05-01.yaml"
    before = plan.read_text()
    done = run(corpus, "cite", "new", "the court stays", "--for", "p#cap", "--claim", "a")
    assert done.exit_code == 0
    assert plan.read_text() == before.replace("[old#out]}   # heard", "[old#out, new#court-stays]}   # heard")
    run(corpus, "cite", "new", "the garrison at 4,000", "--for", "p#cap", "--claim", "b", "--stance", "disputes")
    claims = find_corpus(corpus.root).version("p").provisions["cap"].claims
    assert [(item.passage, item.stance) for item in claims[1].evidence][1:] == [("new#garrison-4-000", "disputes")]
    run(corpus, "cite", "new", "word7 word8", "--for", "p#court")
    assert "    evidence: [new#word7-word8]\n" in plan.read_text()
    assert yaml.safe_load(plan.read_text())["provisions"]["court"]["summary"] == "The court stays."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--for", "p#cap"], "--claim"),
        (["--for", "p#cap", "--claim", "z"], "no such reported state; found z; expected --claim a"),
        (["--for", "p#court", "--claim", "a"], "no reported states to choose from"),
        (["--for", "p#capp", "--claim", "a"], "did you mean cap"),
        (["--for", "p"], "PLAN#PROVISION"),
        (["--add", "--chain", "outlet:heralt"], "nobody in actors.yaml"),
        (["--add", "--speaker", "dornn"], "no such actor"),
    ],
)
def test_what_cannot_be_done_writes_nothing_at_all(corpus, arguments, said):
    before = {path: path.read_bytes() for path in sorted(corpus.root.rglob("*.yaml"))}
    done = run(corpus, "cite", "new", "the court stays", *arguments)
    assert (done.exit_code, said in done.output) == (2, True), done.output
    assert {path: path.read_bytes() for path in sorted(corpus.root.rglob("*.yaml"))} == before


def test_what_is_cited_again_stands_already_and_in_another_way_is_refused(corpus):
    found = find_corpus(corpus.root)
    cut_once = described(cut(corpus, "the court stays"), chain=("outlet:herald",))
    assert add_passage(found, cut_once)
    assert not add_passage(find_corpus(corpus.root), cut_once)
    assert let_rest(found, cut_once, plan="p", provision="court").is_new  # by the file as it is, not as it was read
    before = {path: path.read_bytes() for path in corpus.root.rglob("*.yaml")}
    assert not let_rest(found, cut_once, plan="p", provision="court").is_new
    done = run(corpus, "cite", "new", "the court stays", "--for", "p#court")
    assert done.exit_code == 0
    assert done.output.endswith("p: provisions.court.evidence rests on new#court-stays already; nothing was written\n")
    with pytest.raises(UsageError, match="already, in another way; found new#court-stays, supports"):
        let_rest(found, cut_once, plan="p", provision="court", stance="disputes")
    assert {path: path.read_bytes() for path in corpus.root.rglob("*.yaml")} == before


def test_a_kill_between_the_record_and_the_paper_leaves_a_corpus_that_the_next_run_completes(corpus):
    program = f"""
        import os, signal
        from plantrack.cli import main
        from plantrack.writing import files
        put = files._put_in_place
        def put_one(fresh, target):
            put(fresh, target)
            os.kill(os.getpid(), signal.SIGKILL)
        files._put_in_place = put_one
        main(["cite", "new", "the court stays", "--for", "p#court", "--corpus", {str(corpus.root)!r}])
    """
    plan = corpus.root / "plans" / "p" / "2031-05-01.yaml"
    before = plan.read_text()
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert "court-stays" in (corpus.root / "seeds" / "new.yaml").read_text()
    assert plan.read_text() == before
    assert find_problems(find_corpus(corpus.root)) == []
    run(corpus, "cite", "new", "the court stays", "--for", "p#court")
    assert (corpus.root / "seeds" / "new.yaml").read_text().count("court-stays") == 1
    assert "evidence: [new#court-stays]" in plan.read_text()
    left = [path for path in corpus.root.rglob(".plantrack-*") if path.is_file()]
    assert left == []


def test_nothing_is_replaced_before_all_new_files_are_on_the_disk(corpus, monkeypatch):
    written = []

    def full_at_the_second(descriptor):
        written.append(descriptor)
        if len(written) == 2:
            raise OSError(28, "No space left on device")

    before = {path: path.read_bytes() for path in corpus.root.rglob("*") if path.is_file()}
    monkeypatch.setattr("plantrack.writing.files.os.fsync", full_at_the_second)
    with pytest.raises(OutputError, match="no space left"):
        let_rest(find_corpus(corpus.root), cut(corpus, "the court stays"), plan="p", provision="court")
    assert {path: path.read_bytes() for path in corpus.root.rglob("*") if path.is_file()} == before


def test_a_passage_that_somebody_else_added_meanwhile_is_not_lost(corpus):
    mine = cut(corpus, "the court stays")
    add_passage(find_corpus(corpus.root), cut(corpus, "word7 word8"))
    add_passage(find_corpus(corpus.root), mine)
    other = described(mine, says="Something else of the same words.")
    with pytest.raises(UsageError, match="is there already"):
        add_passage(find_corpus(corpus.root), other)
    assert find_corpus(corpus.root).source("new").passages.keys() == {"word7-word8", "court-stays"}


def test_a_passage_that_came_after_its_record_was_read_is_no_missing_one(corpus):
    reader = find_corpus(corpus.root)
    assert "word7-word8" not in reader.source("new").passages
    let_rest(find_corpus(corpus.root), cut(corpus, "word7 word8"), plan="p", provision="court")
    assert [item.passage for item in reader.version("p").provisions["court"].evidence] == ["new#word7-word8"]
    assert "word7-word8" in reader.source("new").passages


def test_several_writers_at_once_are_all_heard_and_none_is_refused(corpus):
    def words(writer, turn):
        number = 20 * writer + 2 * turn
        return f"word{number} word{number + 1}"

    program = textwrap.dedent(
        """
        import sys
        from click.testing import CliRunner
        from plantrack.cli import main
        folder, *cited = sys.argv[1:]
        for words in cited:
            done = CliRunner().invoke(main, ["cite", "new", words, "--for", "p#court", "--corpus", folder])
            assert done.exit_code == 0, done.output + done.stderr
        """
    )
    command = [sys.executable, "-c", program, str(corpus.root)]
    writers = [
        subprocess.Popen([*command, *(words(writer, turn) for turn in range(4))], stderr=subprocess.PIPE, text=True)
        for writer in range(4)
    ]
    assert [writer.communicate()[1][-300:] for writer in writers] == [""] * 4
    after = find_corpus(corpus.root)
    assert find_problems(after) == []
    assert len(after.source("new").passages) == len(after.version("p").provisions["court"].evidence) == 16


def test_two_passages_of_the_same_words_have_two_names(corpus):
    first = cut(corpus, "caps the garrison", paragraph=2)
    add_passage(find_corpus(corpus.root), first)
    assert cut(corpus, "caps the garrison", paragraph=3).passage.id == f"{first.passage.id}-2"
    assert Path(corpus.root / "seeds" / "new.yaml").read_text().count("caps-garrison:") == 1


def test_the_corpus_that_comes_with_the_program_is_not_written_to(corpus, monkeypatch):
    monkeypatch.setattr("plantrack.citing.passages.PACKED", corpus.root)
    with pytest.raises(UsageError, match="comes with the program"):
        add_passage(find_corpus(corpus.root), cut(corpus, "the court stays"))


pieces = st.sampled_from(["cap", "court"]).flatmap(
    lambda point: st.tuples(
        st.just(point), st.sampled_from(["the court stays", "word7 word8", "the garrison at 4,000 sailors"]),
        st.sampled_from(["supports", "disputes"]),
    )
)  # fmt: skip
WRITTEN = (
    PROVISIONS,
    PROVISIONS.replace("    - {wording: removed, evidence: [old#out]}", "    - wording: removed\n      evidence:\n      - old#out"),
    PROVISIONS.replace("evidence: [old#out]}", "evidence: [ old#out ]  }"),
    PROVISIONS.replace("  summary: The court stays.\n", "  {summary: The court stays. }"),
    PROVISIONS.replace("\n", "\r\n"),
)  # fmt: skip


@given(st.lists(pieces, min_size=1, max_size=4, unique_by=lambda one: one[:2]), st.sampled_from(WRITTEN), st.booleans())
@settings(max_examples=15, deadline=None)
def test_citing_and_taking_back_gives_the_same_bytes(cited, written, crlf):
    with tempfile.TemporaryDirectory() as folder:
        made = SmallCorpus(Path(folder))
        made.source("old", ("out", "outlet:post, group:arlandic-officials", "named"), outlet="post")
        made.version("p", "2031-05-01", PROVISIONS)
        plan, article = made.root / "plans" / "p" / "2031-05-01.yaml", made.root / "article.txt"
        article.write_text(TEXT)
        add_source(
            article, find_corpus(made.root), Details(id="new", outlet="herald", date="2031-05-04", language="en")
        )
        newline = "\r\n" if crlf else "\n"
        indented = ["".join(f"  {line}" for line in each.splitlines(keepends=True)) for each in (PROVISIONS, written)]
        plan.write_bytes(plan.read_text().replace(*indented).replace("\r\n", "\n").replace("\n", newline).encode())
        states = [{path: path.read_bytes() for path in made.root.rglob("*.yaml")}]
        done = []
        for point, words, stance in cited:
            fresh, claim = as_recorded(cut(made, words)), 0 if point == "cap" else None
            let_rest(find_corpus(made.root), fresh, plan="p", provision=point, claim=claim, stance=stance)
            done.append((fresh.ref, point, claim))
            states.append({path: path.read_bytes() for path in made.root.rglob("*.yaml")})
        for ref, point, claim in reversed(done):
            assert {path: path.read_bytes() for path in made.root.rglob("*.yaml")} == states.pop()
            uncite(find_corpus(made.root), ref, plan="p", provision=point, claim=claim)
        assert {path: path.read_bytes() for path in made.root.rglob("*.yaml")} == states.pop()


def test_a_passage_on_which_something_rests_stays_until_it_is_taken_off(corpus):
    run(corpus, "cite", "new", "the court stays", "--for", "p#court")
    run(corpus, "cite", "new", "the court stays", "--for", "p#cap", "--claim", "b")
    done = run(corpus, "uncite", "new#court-stays")
    assert (done.exit_code, "rests on this passage" in done.output, "--for" in done.output) == (2, True, True)
    done = run(corpus, "uncite", "new#court-stays", "--for", "p#court")
    assert done.output == (
        "p: provisions.court.evidence no longer rests on new#court-stays\np@2031-05-01: cap still rests on it\n"
    )
    done = run(corpus, "uncite", "new#court-stays", "--for", "p#cap", "--claim", "b")
    assert "taken out of its record" in done.output
    assert find_corpus(corpus.root).source("new").passages == {}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["old#ouut"], "did you mean out?"),
        (["old#out", "--for", "p#courd"], "did you mean court?"),
        (["old#out", "--for", "p#cap"], "--claim a or b"),
        (["old#out", "--for", "p#cap", "--claim", "a"], "another passage cited for it first"),
        (["old#out", "--for", "p"], "PLAN#PROVISION"),
    ],
)
def test_what_cannot_be_taken_back_is_said_and_changes_nothing(corpus, arguments, said):
    before = {path: path.read_bytes() for path in sorted(corpus.root.rglob("*.yaml"))}
    done = run(corpus, "uncite", *arguments)
    assert (done.exit_code, said in done.output) == (2, True), done.output
    assert {path: path.read_bytes() for path in sorted(corpus.root.rglob("*.yaml"))} == before


STILL = "p@2031-05-01: cap still rests on it\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new#nothing"], "new#nothing does not stand in its record\nnothing was written\n"),
        (
            ["old#out", "--for", "p#court"],
            f"p#court does not rest on old#out\n{2 * STILL}nothing was written\n",
        ),
    ],
)
def test_what_is_taken_back_already_is_no_fault(corpus, arguments, said):
    before = {path: path.read_bytes() for path in sorted(corpus.root.rglob("*.yaml"))}
    done = run(corpus, "uncite", *arguments)
    assert (done.exit_code, done.output) == (0, said)
    assert {path: path.read_bytes() for path in sorted(corpus.root.rglob("*.yaml"))} == before


def test_taking_back_takes_the_passage_that_is_meant_whatever_came_meanwhile(corpus):
    for words in ("the court stays", "word7 word8"):
        let_rest(find_corpus(corpus.root), cut(corpus, words), plan="p", provision="court")
    read_before = find_corpus(corpus.root)
    assert len(read_before.version("p").provisions["court"].evidence) == 2
    uncite(find_corpus(corpus.root), "new#court-stays", plan="p", provision="court")
    uncite(read_before, "new#word7-word8", plan="p", provision="court")
    after = find_corpus(corpus.root)
    assert (after.version("p").provisions["court"].evidence, after.source("new").passages) == ((), {})


REPORTED = "text_basis: reported_only\nderived_from: [{version: p@2031-05-01, relation: revises}]\n"
COURT = """\
cap: {number: '1', label: cap}
court:
  number: '2'
  label: the court
  topics: [governance]
  terms: {court: {bearer: arland, modality: obligation, action: keep, object: its court}}
"""


@pytest.fixture
def proposing(corpus):
    """A corpus with a version that is known from reports, and has no point yet but one."""
    corpus.version("p", "2031-05-01", COURT, "text_basis: full_text\n")
    corpus.version("p", "2031-05-03", "cap:\n  claims:\n    - {wording: removed, evidence: [old#out]}\n", REPORTED)
    return corpus


def version_of(corpus):
    return (corpus.root / "plans/p/2031-05-03.yaml").read_text()


def test_a_point_that_is_not_there_is_shown_and_entered_only_when_asked(proposing):
    before = version_of(proposing)
    shown = run(proposing, "cite", "new", "the court stays", "--for", "p#2", "--unchanged", "p@first")
    assert shown.exit_code == 1
    assert "p@2031-05-03 has no such point; p@2031-05-01 has it as 2" in shown.output
    assert "claims: [{unchanged: p@2031-05-01, evidence: [new#court-stays]}]" in shown.output
    assert version_of(proposing) == before
    assert not find_corpus(proposing.root).source("new").passages
    done = run(proposing, "cite", "new", "the court stays", "--for", "p#2", "--unchanged", "p@first", "--enter")
    assert done.exit_code == 0
    entered = find_corpus(proposing.root).version("p").provisions["court"]
    assert (entered.number, entered.label, entered.topics) == (None, "the court", ("governance",))
    assert list(entered.claims[0].terms) == ["court"]
    assert not find_problems(find_corpus(proposing.root))


def test_without_a_state_it_is_entered_as_spoken_of(proposing):
    run(proposing, "cite", "new", "the court stays", "--for", "p#court", "--enter")
    entered = find_corpus(proposing.root).version("p").provisions["court"]
    assert [(item.passage, item.stance) for item in entered.evidence] == [("new#court-stays", "mentions")]
    assert not entered.claims


def test_a_point_that_is_there_gets_one_more_state(proposing):
    run(proposing, "cite", "new", "the garrison at 4,000", "--for", "p#cap", "--matter", "deferred", "--enter")
    claims = find_corpus(proposing.root).version("p").provisions["cap"].claims
    assert [(one.wording, one.matter) for one in claims] == [("removed", None), (None, "deferred")]


@pytest.mark.parametrize("said", [(), ("--unchanged", "p@first"), ("--wording", "removed")])
def test_what_was_entered_is_not_entered_again(proposing, said):
    words = ("cite", "new", "the court stays", "--for", "p#court", *said)
    assert run(proposing, *words, "--enter").exit_code == 0
    before = version_of(proposing)
    for flags in (("--enter",), ()):
        done = run(proposing, *words, *flags)
        assert done.exit_code == 0
        assert "already; nothing was written" in done.output
    assert version_of(proposing) == before


def test_a_point_that_another_entered_meanwhile_keeps_both_states(proposing):
    found = find_corpus(proposing.root)
    proposals = []
    for words in ("the court stays", "word7 word8"):
        cited = cut_passage(found, "new", words)
        said = Said(wording="in_text" if "court" in words else "removed")
        proposals.append((cited, propose(found, cited, plan="p", provision="court", said=said, stance="supports")))
    for cited, proposal in proposals:
        assert enter(found, cited, proposal).is_new
    claims = find_corpus(proposing.root).version("p").provisions["court"].claims
    assert [one.wording for one in claims] == ["in_text", "removed"]
    assert not find_problems(find_corpus(proposing.root))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--for", "p#canal"), "canal"),
        (("--for", "p@first#canal"), "canal"),
        (("--for", "p#2", "--unchanged", "p@first", "--term", "cort"), "no such term there"),
        (("--for", "p#2", "--term", "court"), "nothing stays"),
        (("--for", "p#cap", "--claim", "a", "--matter", "deferred"), "a new state is none of those"),
        (("--for", "p@first#court", "--wording", "removed"), "not told as reported states"),
    ],
)
def test_nothing_is_proposed_by_guess(proposing, arguments, said):
    before = version_of(proposing)
    done = run(proposing, "cite", "new", "the court stays", *arguments, "--enter")
    assert done.exit_code == 2
    assert said in done.output
    assert version_of(proposing) == before
