"""A source goes from file to record: what is plain is guessed, what is not is asked for, nothing is overwritten."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_corpus import SmallCorpus

from plantrack.anchoring import text_digest
from plantrack.checking import check_corpus
from plantrack.citing import fingerprints
from plantrack.citing.bibliography import guess_bibliography
from plantrack.citing.copies import near_copies
from plantrack.citing.noise import scrape_noise
from plantrack.citing.passages import add_passage, cut_passage, let_rest
from plantrack.citing.sources import Details, add_source, set_status
from plantrack.cli import main
from plantrack.corpus import find_corpus
from plantrack.errors import InputError, OutputError, PlantrackError, UsageError

ROOT = Path(__file__).parents[1]
TEXT = (
    """\
Garrison cap dropped from the harbour draft

Published: 4 May 2031

The Herald

The cap of 4,000 sailors is no longer in the draft, two officials said on the quay.

They said that the court had been struck out as well, and that nobody asked for it.
"""
    + "Nothing else was said of it on that day, and nobody wrote it down for later. " * 9
)
CLAIM = "cap:\n  claims:\n    - {wording: removed, evidence: [old#out]}  # as heard\ncourt:\n  claims:\n    - wording: removed\n      evidence:\n        - old#out\n"


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "corpus").mkdir()
    made = SmallCorpus(tmp_path / "corpus")
    made.source("old", ("out", "outlet:post, group:arlandic-officials", "named"), outlet="post")
    made.version("p", "2031-05-01", CLAIM)
    (tmp_path / "article.txt").write_text(TEXT)
    return made


def found(corpus):
    return find_corpus(corpus.root)


def add(corpus, text=TEXT, details=None, **options):
    file = corpus.root.parent / "article.txt"
    file.write_text(text)
    return add_source(file, found(corpus), details or Details(), **options)


def cite(corpus, words, **options):
    cut = cut_passage(found(corpus), "herald-2031-05-04", words, **options)
    add_passage(found(corpus), cut)
    return cut


def test_what_a_text_plainly_says_of_itself_is_taken_from_it(corpus):
    added = add(corpus)
    source = found(corpus).source("herald-2031-05-04")
    assert (added.state, source.title) == ("added", "Garrison cap dropped from the harbour draft")
    assert (source.issued, source.outlet, source.container_title, source.language) == (
        "2031-05-04",
        "outlet:herald",
        "The Herald",
        "en",
    )
    assert (source.text.sha256, source.text.characters) == (text_digest(TEXT), len(TEXT))


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("A title of four words\nPublished: 26/11/2025\n- 12:26", "2025-11-26"),
        ("A title of four words\nPosted on Nov. 3rd, 2025 by X\nIt was so on 4 November 2025.", "2025-11-03"),
        ("A title of four words\nIt happened on 2025-11-03.", "2025-11-03"),
        ("A title of four words\nUpdated: 03/04/2025", None),
        ("A title of four words\nIt was 3 May 2025, then 4 May 2025.", None),
        ("A title of four words\nNo day at all, not even 31 June 2025.", None),
        ("A title of four words\nIn Marchand 3 2025 stood.", None),
    ],
)
def test_a_day_is_guessed_only_where_no_other_could_be_meant(text, issued):
    assert guess_bibliography(text, {}).issued == issued


def test_what_is_missing_is_named_where_nobody_can_be_asked(corpus):
    file = corpus.root.parent / "bare.txt"
    file.write_text("Short\nlines")
    done = CliRunner().invoke(main, ["source", "add", str(file), "--corpus", str(corpus.root)])
    assert done.exit_code == 2
    assert "--title --outlet --date --language" in done.output
    assert not (corpus.root / "seeds" / "texts").exists()


def test_adding_the_same_text_again_changes_nothing_and_another_text_only_says_what_moved(corpus):
    add(corpus)
    cite(corpus, "no longer in the draft")
    record = corpus.root / "seeds" / "herald-2031-05-04.yaml"
    before = record.read_bytes()
    assert add(corpus).state == "same"
    assert add(corpus, TEXT.replace("on the quay", "on a quay")).state == "changed"
    assert record.read_bytes() == before


def test_force_writes_the_record_anew_and_keeps_its_passages(corpus):
    add(corpus)
    cite(corpus, "no longer in the draft")
    added = add(corpus, "A line before.\n" + TEXT, Details(title="Another", id="herald-2031-05-04"), force=True)
    source = found(corpus).source("herald-2031-05-04")
    assert (added.state, source.title) == ("replaced", "Another")
    assert [passage.paragraph for passage in source.passages.values()] == [5]


def test_what_moved_is_anchored_anew_by_the_line_and_what_is_gone_is_listed(corpus):
    add(corpus)
    kept, gone = cite(corpus, "no longer in the draft"), cite(corpus, "the court had been struck out")
    record = corpus.root / "seeds" / "herald-2031-05-04.yaml"
    record.write_text("# mine\n" + record.read_text())
    later = "Corrected since.\n" + TEXT.replace("the court had been struck out", "the court stays")
    added = add(corpus, later, Details(id="herald-2031-05-04"), reanchor=True)
    states = {one.passage.id: one.location.state for one in added.passages}
    assert states == {kept.passage.id: "moved", gone.passage.id: "orphaned"}
    source = found(corpus).source("herald-2031-05-04")
    assert source.passages[kept.passage.id].position.start == kept.passage.position.start + len("Corrected since.\n")
    assert source.passages[gone.passage.id] == gone.passage
    assert source.text.sha256 == text_digest(later)
    assert record.read_text().startswith("# mine\n")


def test_a_text_saved_again_with_other_quotes_and_spaces_is_anchored_anew_in_whole(corpus):
    add(corpus)
    for words, place in (("4,000 sailors is no longer", "cap"), ("that nobody asked for it", "court")):
        let_rest(found(corpus), cite(corpus, words), plan="p", provision=place, claim=0)
    add(
        corpus,
        TEXT.replace(" sailors is", "\u00a0sailors  is").replace("\n\n", "\n \n"),
        Details(id="herald-2031-05-04"),
        reanchor=True,
    )
    checked = check_corpus(found(corpus))
    assert (checked.problems, checked.evidence.states) == ((), {"exact": 2})


def test_a_file_outside_of_the_corpus_is_not_written_through_its_id(corpus):
    for name in ("../outside", "a/b"):
        with pytest.raises(PlantrackError):
            add(corpus, TEXT, Details(id=name))
    assert not (corpus.root / "outside.yaml").exists()


NOISY = """\
Talks end without a dateMore from the harbour
We use cookies to give you the best experience
Boats leave the harbour at dawn
Boats leave the harbour at dawn
The boats left at dawn on Monday. The boats left at dawn on Monday.
READ MORE
\\u200bA quay
An error occurred, please reload
Tom &amp; Ann spoke
The talks end\u200bed at noon and nobody smiled.
"""


@pytest.mark.parametrize(
    ("line", "what"),
    [(1, "glued"), (2, "consent"), (4, "printed twice, first in line 3"), (5, "says itself twice"), (6, "of the site"),
     (7, "escape"), (8, "error"), (9, "escape"), (10, "nobody sees")],
)  # fmt: skip
def test_scrape_noise_is_noticed_by_the_line(line, what):
    assert what in " ".join(problem.what for problem in scrape_noise(NOISY) if problem.line == line)


def test_an_article_without_noise_has_none():
    assert scrape_noise(TEXT.partition("Nothing else")[0]) == []


SENTENCES = [
    f"The {word} boat left the long harbour with {number} crates on board at dawn."
    for number, word in enumerate("red blue green old new last".split())
]
OTHER = "Nothing of the kind was ever heard of in the hills beyond the town. " * 3


@pytest.mark.parametrize(
    ("text", "is_copy"),
    [
        pytest.param(OTHER + " ".join(" ".join(SENTENCES).split()[:20]), True, id="a run of 20 words"),
        pytest.param(OTHER + " ".join(" ".join(SENTENCES).split()[:19]), False, id="a run of 19 words"),
        pytest.param(
            " ".join(s.replace("left the long", "quit the long") for s in SENTENCES[:4])
            + " One more sentence of its own stands here now.",
            True,
            id="most sentences, reworded",
        ),
        pytest.param(OTHER, False, id="another text"),
    ],
)
def test_near_copies_share_a_run_of_words_or_most_sentences(corpus, text, is_copy):
    sources = {"old": found(corpus).source("old")}
    copies = near_copies(text, {"old": " ".join(SENTENCES)}, sources, outlet="outlet:herald", issued="2031-05-04")
    assert [copy.source for copy in copies] == (["old"] if is_copy else [])
    assert all(copy.chain == ("outlet:herald", "outlet:post") for copy in copies)


def test_copies_are_told_whatever_was_kept_of_the_texts_before(corpus, tmp_path, monkeypatch):
    kept = tmp_path / "kept"
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept))

    def copies(name):
        details = Details(id=name, title="T", outlet="post", date="2031-05-01", language="en")
        return [copy.source for copy in add(corpus, f"{name}. {' '.join(SENTENCES)}\n", details).copies]

    assert copies("first") == []
    assert copies("second") == ["first"]
    texts = corpus.root / "seeds" / "texts"
    for file in texts.glob("*.txt"):  # long enough ago to be settled
        os.utime(file, (1, 1))
    monkeypatch.setattr("plantrack.corpus.texts._SETTLED", -1.0)
    assert copies("third") == copies("fourth")[:2] == ["first", "second"]
    assert len(list(kept.rglob("*"))) > 4
    (texts / "first.txt").write_text(OTHER)
    os.utime(texts / "first.txt", (1, 1))
    (texts / "second.txt").unlink()
    assert copies("fifth") == ["fourth", "third"]  # the first has another text now, the second none
    for file in kept.rglob("*"):
        if file.is_file():
            file.write_bytes(b"of no use")
    assert copies("sixth") == ["fifth", "fourth", "third"]


@pytest.mark.parametrize("copied", [True, False])
def test_of_two_long_texts_a_part_of_the_fingerprints_tells_a_long_shared_passage(monkeypatch, copied):
    monkeypatch.setattr(fingerprints, "_ALL", 100)
    monkeypatch.setattr(fingerprints, "_PART", 300)
    chance = random.Random(7)
    one, other = ([f"w{chance.randrange(10**6)}" for _ in range(9_000)] for _ in range(2))
    if copied:
        other[4_000:5_000] = one[200:1_200]
    own, others = (fingerprints.fingerprint_of(fingerprints.run_marks(words)[1], []) for words in (one, other))
    assert fingerprints.Suspicion(own).falls_on(others) == copied


def test_the_chain_of_a_near_copy_leads_through_the_earlier_of_the_two(corpus):
    sources = {"old": found(corpus).source("old")}
    (copy,) = near_copies(
        " ".join(SENTENCES), {"old": " ".join(SENTENCES)}, sources, outlet="outlet:herald", issued="2031-04-01"
    )
    assert (copy.later, copy.chain) == (False, ("outlet:post", "outlet:herald"))


def test_a_withdrawn_source_takes_the_ground_from_what_rests_on_it_alone(corpus):
    add(corpus)
    cut = cite(corpus, "the court had been struck out")
    let_rest(found(corpus), cut, plan="p", provision="court", claim=0)
    record = corpus.root / "seeds" / "old.yaml"
    record.write_text(record.read_text() + "# a note of mine\n")
    set_status(found(corpus), "old", "withdrawn", archive="https://archive.example/old")
    assert record.read_text().endswith("# a note of mine\n")
    checked = check_corpus(found(corpus))
    assert [(one.path, one.found) for one in checked.problems] == [("provisions.cap.claims.0", "old")]
    assert [(one.path, one.found) for one in checked.remarks] == [("provisions.court.claims.0", "old")]
    set_status(found(corpus), "old", "corrected")
    parts = {one.path: "in part" in one.what for one in check_corpus(found(corpus)).remarks}
    assert parts == {"provisions.cap.claims.0": False, "provisions.court.claims.0": True}
    set_status(found(corpus), "old", "live")
    assert check_corpus(found(corpus)).problems == ()


def test_set_says_which_statements_lost_their_ground(corpus):
    done = CliRunner().invoke(main, ["source", "set", "old", "withdrawn", "--corpus", str(corpus.root)])
    assert done.exit_code == 0
    assert done.output.count("lost its ground") == 2


def test_a_status_that_is_none_is_refused(corpus):
    with pytest.raises(UsageError, match="did you mean withdrawn"):
        set_status(found(corpus), "old", "withdrawm")


def test_the_sixth_article_becomes_evidence_on_three_points_and_a_new_one_in_six_commands(tmp_path):
    for name in ("plans", "seeds", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("texts"))
    page = (ROOT / "docs" / "how-to" / "add-a-source.md").read_text(encoding="utf-8")
    commands = [line.removeprefix("$ plantrack ") for line in page.splitlines() if line.startswith("$ plantrack ")][:6]
    program = "import sys, shlex, plantrack.cli; plantrack.cli.main(shlex.split(sys.argv[1]))"
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-c", program, command],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, (command, done.stderr)
    corpus = find_corpus(tmp_path)
    version = corpus.version("19pt")
    rests = [
        provision.id
        for provision in version.provisions.values()
        for claim in provision.claims
        if any(item.passage.startswith("gazette#") for item in claim.evidence)
    ]
    assert rests == ["ua-armed-forces-cap", "frozen-assets", "amnesty", "ua-elections"]
    checked = check_corpus(corpus)
    assert checked.problems == ()
    assert checked.evidence.states["exact"] == 4


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_comparison_says_what_lost_its_ground(corpus, form):
    corpus.version("p", "2031-04-01", "cap: {summary: A cap.}\ncourt: {summary: A court.}\n", "text_basis: full_text\n")
    set_status(found(corpus), "old", "withdrawn")
    done = CliRunner().invoke(main, ["diff", "p@first", "p", "--format", form, "--corpus", str(corpus.root)])
    assert "lost its ground" in " ".join(done.output.split())
    assert "withdrawn since" in done.output


ARTICLES = ROOT.parent / "shared" / "seeds"


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not at hand")
def test_all_passages_of_the_articles_are_anchored_anew_when_the_pages_were_saved_again(tmp_path):
    for name in ("plans", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("texts"))
    before = {source_id: find_corpus(tmp_path).source(source_id) for source_id in find_corpus(tmp_path).source_ids}
    marks = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2019": "'", "\u2014": "\u2013"})
    for source in before.values():
        if source.text is not None:
            text = (ARTICLES / source.file).read_text(encoding="utf-8").translate(marks).replace(" and ", "\u00a0and ")
            saved = tmp_path / source.file
            saved.write_text(
                "A new caption on top of the page\n" + text.replace("\n", "\n\n") + "\nA new footer\n", encoding="utf-8"
            )
            add_source(saved, find_corpus(tmp_path), Details(id=source.id), reanchor=True)
    corpus = find_corpus(tmp_path)
    checked = check_corpus(corpus)
    assert checked.problems == ()
    assert list(checked.evidence.states) == ["exact"]
    for source in before.values():
        for passage in source.passages.values():
            if passage.paragraph is not None and source.text is not None:
                assert corpus.source(source.id).passages[passage.id].paragraph == passage.paragraph + 1


def test_the_text_of_one_source_is_not_overwritten_by_that_of_another(corpus):
    add(corpus)
    other = TEXT.replace("Published: 4 May 2031", "Published: 6 May 2031")
    add(corpus, other)
    texts = corpus.root / "seeds" / "texts"
    assert sorted(path.name for path in texts.glob("*.txt")) == ["herald-2031-05-04.txt", "herald-2031-05-06.txt"]
    (texts / "mine.txt").write_text("kept by hand")
    with pytest.raises(PlantrackError, match="is there already"):
        add(corpus, TEXT, Details(id="mine"))
    assert (texts / "mine.txt").read_text() == "kept by hand"
    assert "mine" not in found(corpus).source_ids


POSITION = """\
schema: plantrack/1
actor: arland
positions:
  no-cap: {date: 2031-05-02, provision: cap, stance: rejects, summary: No cap., evidence: [old#out]}
"""


def test_every_report_says_of_each_statement_that_it_lost_its_ground(corpus):
    (corpus.root / "plans" / "positions").mkdir()
    (corpus.root / "plans" / "positions" / "arland.yaml").write_text(POSITION)
    asked = (["show", "p", "cap"], ["evidence", "p", "cap"], ["evidence", "p", "cap", "--full"], ["trace", "cap"])
    for arguments in (*asked, ["positions"]):
        assert "LOST ITS GROUND" not in printed(corpus, *arguments)
    assert "lost its ground" not in printed(corpus, "check")
    set_status(found(corpus), "old", "withdrawn")
    for arguments in (*asked, ["positions"]):
        assert "LOST ITS GROUND" in printed(corpus, *arguments), arguments
    assert "positions.no-cap: lost its ground" in printed(corpus, "check")


def test_a_page_that_was_withdrawn_is_not_taken_for_the_outlet_it_had_it_from(corpus):
    corpus.source("copy", ("says", "outlet:herald, outlet:wire, person:dorn", "named"))
    corpus.version("q", "2031-05-01", "cap: {summary: A cap., evidence: [copy#says]}\n")
    set_status(found(corpus), "copy", "withdrawn")
    assert "Dorn in Wire [in The Herald, withdrawn since]" in " ".join(printed(corpus, "show", "q", "cap").split())


def printed(corpus, *arguments):
    return CliRunner().invoke(main, [*arguments, "--corpus", str(corpus.root)], catch_exceptions=False).output


def test_a_text_that_was_cut_short_is_not_taken_for_the_article(corpus):
    add(corpus)
    cut = cite(corpus, "the court had been struck out")
    let_rest(found(corpus), cut, plan="p", provision="court", claim=0)
    texts = corpus.root / "seeds" / "texts"
    (texts / "herald-2031-05-04.txt").write_text(TEXT[: cut.passage.position.start])
    before = (corpus.root / "seeds" / "herald-2031-05-04.yaml").read_bytes()
    answer = printed(corpus, "check", "--reanchor")
    assert "perhaps it was cut short" in answer
    assert f"passages.{cut.passage.id}: the words no longer stand there" in answer
    assert (corpus.root / "seeds" / "herald-2031-05-04.yaml").read_bytes() == before


@pytest.mark.parametrize("text", ["", " \n\u00a0\n", "\ufeff\n"])
def test_a_text_without_words_is_no_source(corpus, text):
    with pytest.raises(InputError, match="no words"):
        add(corpus, text, Details(id="x", title="T", outlet="herald", date="2031-05-04", language="en"))


def test_a_title_that_could_command_a_terminal_is_asked_for(corpus):
    with pytest.raises(UsageError, match="--title"):
        add(corpus, "\x1b[31mA title in red of many words\x1b[0m\n" + TEXT)


def test_texts_are_not_kept_through_a_link_out_of_the_corpus(corpus):
    outside = corpus.root.parent / "outside"
    outside.mkdir()
    (corpus.root / "seeds" / "texts").symlink_to(outside)
    with pytest.raises(OutputError, match="led there by a link"):
        add(corpus)
    assert list(outside.iterdir()) == []
    assert "herald-2031-05-04" not in found(corpus).source_ids
    add(corpus, texts=outside)
    assert [path.name for path in outside.iterdir()] == ["herald-2031-05-04.txt"]


def test_signs_that_turn_the_direction_of_a_record_are_written_as_escapes(corpus):
    add(corpus, TEXT + "\nThey say that \u2067the cap\u2069 of \u202e4,000\u202c stays.\n")
    cut = cite(corpus, "the cap of 4,000 stays")
    record = (corpus.root / "seeds" / "herald-2031-05-04.yaml").read_text()
    assert "\\u202e4,000\\u202c" in record
    assert "\u202e" not in record
    assert found(corpus).source("herald-2031-05-04").passages[cut.passage.id] == cut.passage


def test_long_texts_are_compared_in_time_that_grows_with_their_length(corpus):
    sources = {"old": found(corpus).source("old")}
    words = [f"word{number}" for number in range(60_000)]
    split = [words[start : start + 12] for start in range(0, 60_000, 12)]
    one, other = (". ".join(" ".join(sentence[::step]) for sentence in split) for step in (1, -1))
    start = time.process_time()
    (copy,) = near_copies(one, {"old": other}, sources, outlet=None, issued=None)
    assert (copy.run, copy.sentences) == (0, 1.0)
    assert time.process_time() - start < 20


@pytest.mark.parametrize("text", ["a" * 300_000, "a-" * 150_000, "aaaBbbb" * 40_000, " \n" * 150_000, "&a" * 150_000])
def test_a_text_of_one_endless_line_is_looked_through_in_a_moment(text):
    start = time.process_time()
    scrape_noise(text)
    guess_bibliography(text, {})
    assert time.process_time() - start < 10


@pytest.mark.parametrize("kind", ["html", "docx", "pdf", "rtf", "odt"])
def test_every_kind_of_document_is_kept_as_words_that_passages_can_be_cut_from(corpus, kind):
    if kind == "html":
        file = corpus.root.parent / "page.html"
        body = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n")[3:])
        menu = "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav><script>var said = 1</script>"
        file.write_text(
            f"<html><body>{menu}<main><h1>The cap is gone</h1>{body}</main><footer>About us</footer></body></html>"
        )
    else:
        file = ROOT / "tests" / "documents" / ("paper-typed.docx" if kind == "docx" else f"paper.{kind}")
    details = Details(id="new", title="T", outlet="post", date="2031-05-04", language="en")
    added = add_source(file, found(corpus), details)
    kept = (corpus.root / "seeds" / "texts" / "new.txt").read_text()
    words = "court had been struck out" if kind == "html" else "Heavy weapons"
    assert added.state == "added"
    assert not [word for word in ("<", "Home", "About us", "var said") if word in kept]
    assert cut_passage(found(corpus), "new", words, texts=None, paragraph=None).passage.quote.exact == words


def test_a_document_that_cannot_be_read_is_no_source(corpus):
    file = corpus.root.parent / "broken.docx"
    file.write_bytes(b"PK\x03\x04 not a zip")
    with pytest.raises(InputError):
        add_source(file, found(corpus), Details())
