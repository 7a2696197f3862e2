"""A check says where every passage stands, what is wrong, and how much could not be looked at."""

import pytest
from attrs import evolve

from plantrack.anchoring import make_passage, normalise_text, text_digest
from plantrack.checking import check_passages, read_texts
from plantrack.errors import InputError, UsageError
from plantrack.model import Passage, Quote, Source, Span, TextDigest

TEXT = "Harbour accord\n\n" + "The draft caps the garrison at 4,000 sailors. " + "Nothing else was said that day. " * 12


def source(text=TEXT, words=("caps the garrison at 4,000 sailors",), **rest):
    passages = {f"p{number}": make_passage(text, said, id=f"p{number}") for number, said in enumerate(words)}
    rest.setdefault("passages", passages)
    text = normalise_text(text)
    digest = TextDigest(sha256=text_digest(text), characters=len(text))
    return Source(id="herald", schema="plantrack/1", title="Harbour accord", file="herald.txt", text=digest, **rest)


def check(record, texts=None, **rest):
    return check_passages({record.id: record}, texts, **rest)


def test_a_text_is_known_by_its_digest_whatever_its_file_is_called():
    found = check(source(), {"elsewhere/a.txt": "Other.", "elsewhere/b.txt": TEXT.replace("\n", "\r\n")})
    assert [(item.state, item.file) for item in found.sources] == [("same", "elsewhere/b.txt")]
    assert found.states == {"exact": 1}
    assert found.problems == ()


def test_without_texts_it_says_how_many_passages_it_could_not_check():
    found = check(source())
    assert (found.states, found.problems) == ({"unchecked": 1}, ())
    assert [item.state for item in found.sources] == ["missing"]


def test_an_altered_figure_is_reported_with_where_and_what_stands_there_now():
    found = check(source(), {"texts/herald.txt": TEXT.replace("4,000", "5,000")})
    (changed,), (altered,) = found.remarks, found.problems
    assert (changed.file, changed.path) == ("texts/herald.txt", "herald.text.sha256")
    assert (altered.file, altered.line, altered.path) == ("texts/herald.txt", 3, "herald.passages.p0")
    assert altered.what == "the words no longer stand there: a figure differs"
    assert altered.found == "'caps the garrison at 5,000 sailors' in paragraph 2"
    assert altered.expected == "'caps the garrison at 4,000 sailors'"
    assert found.passages[0].paragraph == 2


def test_a_passage_that_moved_says_where_it_stands_now():
    moved = source(passages={"p0": evolve(source().passages["p0"], position=Span(start=0, end=30))})
    found = check(moved, {"herald.txt": TEXT})
    assert found.states == {"moved": 1}
    assert "in paragraph 2" in str(found.problems[-1])


def test_in_a_text_that_was_saved_anew_a_passage_that_stands_elsewhere_is_not_wrong():
    found = check(source(), {"herald.txt": "An added line.\n" + TEXT})
    assert (found.states, found.problems) == ({"moved": 1}, ())
    assert "1 of 1 passages stand there" in str(found.remarks[0])
    assert found.passages[0].paragraph == 3


def test_words_that_now_stand_twice_are_listed_with_all_paragraphs():
    text = TEXT + "\nThey say it caps the garrison at 4,000 sailors."
    record = source()
    unplaced = evolve(record, passages={"p0": evolve(record.passages["p0"], position=None)})
    found = check(unplaced, {"herald.txt": text})
    assert found.problems[-1].found == "it in paragraphs 2, 3"


def test_a_passage_without_words_is_checked_by_its_digest():
    record = source()
    silent = evolve(record, passages={"p0": evolve(record.passages["p0"], quote=None)})
    assert check(silent, {"herald.txt": TEXT}).states == {"exact": 1}
    altered = check(silent, {"herald.txt": TEXT.replace("4,000", "5,000")})
    assert altered.states == {"orphaned": 1}
    assert "caps the garrison at 5,000 sailors" in altered.problems[-1].found


def test_a_public_page_without_text_has_nothing_to_check():
    page = source(passages={"p0": Passage(id="p0", says="A cap.")})
    assert check(evolve(page, text=None)).passages == ()
    assert [item.state for item in check(evolve(page, text=None)).sources] == ["unrecorded"]


def test_a_wrong_paragraph_is_reported():
    record = source()
    wrong = evolve(record, passages={"p0": evolve(record.passages["p0"], paragraph=7)})
    problem = check(wrong, {"herald.txt": TEXT}).problems[0]
    assert (problem.path, problem.found, problem.expected) == ("herald.passages.p0.paragraph", "7", "2")


@pytest.mark.parametrize(
    ("change", "path"),
    [
        pytest.param({"digest": "0" * 64}, "herald.passages.p0.digest", id="digest of other words"),
        pytest.param({"words": 3}, "herald.passages.p0.words", id="number of words"),
        pytest.param({"position": Span(start=9, end=9)}, "herald.passages.p0.position", id="no span"),
    ],
)
def test_records_that_contradict_themselves_are_reported_without_any_text(change, path):
    record = source()
    broken = evolve(record, passages={"p0": evolve(record.passages["p0"], **change)})
    assert [problem.path for problem in check(broken).problems] == [path]


def test_words_of_a_passage_on_which_nothing_rests_are_not_kept():
    assert check(source(), resting={"herald#p0"}).problems == ()
    (problem,) = check(source(), resting=set()).problems
    assert problem.path == "herald.passages.p0.quote"


def test_the_sum_of_quotations_is_given_and_limited():
    texts = {"herald.txt": TEXT}
    few = check(source(), texts)
    assert (few.quotations[0].words, few.problems) == (6, ())
    assert few.quotations[0].share == pytest.approx(6 / 82)


def test_of_a_short_item_25_words_may_be_quoted_however_large_their_part():
    item = " ".join(f"word{number}" for number in range(112))
    quotes = [" ".join(f"word{number}" for number in range(first, first + 5)) for first in range(0, 30, 5)]
    assert check(source(item, quotes[:5]), {"herald.txt": item}).problems == ()
    (problem,) = check(source(item, quotes), {"herald.txt": item}).problems
    assert (problem.found, problem.expected) == ("30 words, 26.8%", "under 15%, or at most 25 words")


def test_no_more_than_150_words_of_one_source_are_quoted():
    long = " ".join(f"word{number}" for number in range(4000))
    words = [" ".join(f"word{number}" for number in range(first, first + 12)) for first in range(0, 156, 12)]
    expected = [problem.expected for problem in check(source(long, words), {"herald.txt": long}).problems]
    assert expected == ["under 150"]
    assert check(source(long, words[:-1]), {"herald.txt": long}).problems == ()


def test_one_quotation_has_at_most_twelve_words():
    long = " ".join(f"word{number}" for number in range(400))
    words = " ".join(f"word{number}" for number in range(13))
    assert [problem.found for problem in check(source(long, [words])).problems] == ["13 words"]


def test_texts_are_read_from_a_folder(tmp_path):
    (tmp_path / "b.txt").write_bytes(TEXT.encode())
    (tmp_path / "a.md").write_text("no text of a source")
    assert read_texts(tmp_path) == {str(tmp_path / "b.txt"): TEXT}
    with pytest.raises(UsageError, match="no folder"):
        read_texts(tmp_path / "missing")
    (tmp_path / "c.txt").write_bytes(b"caf\xe9")
    with pytest.raises(InputError, match=r"c\.txt: not UTF-8 at byte 3"):
        read_texts(tmp_path)


def test_a_quotation_nowhere_near_is_reported_without_a_line():
    record = evolve(source(), passages={"p0": Passage(id="p0", quote=Quote(exact="entirely other matters"))})
    (problem,) = check(record, {"herald.txt": TEXT}).problems
    assert (problem.line, problem.found, problem.expected) == (None, None, "'entirely other matters'")
