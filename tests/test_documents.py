"""A document in blocks: every word in exactly one, and two documents read by the same rules."""

import re
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from plantrack import diff
from plantrack.documents.document import BLOCK_KINDS, Document, count_words
from plantrack.documents.formats.text import decode_text
from plantrack.documents.options import FORMS, ReadOptions
from plantrack.documents.reading import read_document, read_pair
from plantrack.errors import UsageError
from plantrack.model.fields import PointNumber, Slug, marks_of

SHARED = Path(__file__).resolve().parents[2] / "shared"
TREATIES = sorted((SHARED / "treaties").glob("*.md"))
LINES = (
    "1. x", "2. y", "3. z", "   a. z", "(b) w", "", "words of a line", "## h", "- b", "Article 3", "ANNEX A",
    "Annex I: Map", "• q", "Page 2", "- 2 -", "| 1 | a |", "|--|--|", "| No | T |", "Done at Oslo", "For the Government",
    "**Bold** text", "I. One", "II. Two", "CHAPTER I", "1.1 sub", "1.1.1 s", "First, go", "Second, stop", "word-", "draw",
    "~~gone~~", "[^1]: note", "withdraw1 now", "ALL CAPS LINE", "(1) a; (2) b; (3) c", "1. A. 2. B. 3. C.",
    "This agreement enters into force on 1 May", "Contents", "Intro ..... 3", "      deeper", "§ 5 x", "2bis. y", "1A. z",
    "Article One", "\f", "> quote", "<b>x</b><br>y", "# T", "3", "4", "[Option A: x] [Option B: y]", "  1. nested",
    "ends under point", "***", "Title\n====", "1\tTab", "See: http://x.y", "(signed) A. Smith", "Note: this is",
    "2. [deleted]", "1. Title\n\nBody text here.", "<!-- hidden -->", "第一条 停火", "Стаття 1",
)  # fmt: skip


def read(text: str, **options) -> Document:
    return read_document(text, "text.md", ReadOptions(**options))


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, " ".join(part for part in (block.title, block.text) if part)) for block in document.blocks]


def check_laws(text: str, form: str | None) -> None:
    """What holds of every text in every form."""
    document = read(text, form=form)
    source = sum((letters(line.text) + letters(line.marker or "") for line in decode_text(text).lines), Counter())
    held = sum((letters(f"{one.marker} {one.title} {one.text}") for one in document.blocks), Counter())
    assert held == source
    assert {block.kind for block in document.blocks} <= set(BLOCK_KINDS)
    ids = [provision.id for provision in document.provisions]
    assert len(set(ids)) == len(ids)
    numbers, slugs = (re.compile(marks_of(shape)[1][0].regex) for shape in (PointNumber, Slug))
    for place, provision in enumerate(document.provisions):
        assert provision.parent is None or provision.parent in ids[:place]
        assert slugs.fullmatch(provision.id)
        assert provision.number is None or "." in provision.number or numbers.fullmatch(provision.number)
        its = [block for block in document.blocks if block.provision == provision.id]
        said = f"{provision.title or ''} {provision.text or ''}"
        assert provision.wording == "removed" or letters(said) == letters(" ".join(f"{b.title} {b.text}" for b in its))
    left_out = sum(block.words for block in document.blocks if block.kind == "furniture")
    assert document.reading.words == document.reading.in_points + document.reading.outside + left_out
    outside = [block for block in document.blocks if block.provision is None and block.kind != "furniture"]
    assert len(document.outside) == len(outside)
    assert all(line.place for line in document.outside)


@given(st.lists(st.sampled_from(LINES), max_size=14), st.sampled_from((None, *FORMS)))
def test_every_word_of_a_document_is_in_exactly_one_block(lines, form):
    check_laws("\n".join(lines), form)


@given(st.text(alphabet="ab 12.()[]*_-#>:`\n\t\u00a0IVX|<~\\&;é", max_size=120), st.sampled_from((None, *FORMS)))
def test_every_word_of_any_text_is_in_exactly_one_block(text, form):
    check_laws(text, form)


@given(st.text(max_size=200))
def test_no_text_is_refused(text):
    check_laws(text, None)


@pytest.mark.skipif(not TREATIES, reason="the treaties are not at hand")
@pytest.mark.parametrize("form", [None, *FORMS])
def test_every_word_of_real_treaties_is_in_exactly_one_block(form):
    for path in TREATIES:
        check_laws(path.read_text(encoding="utf-8"), form)


@pytest.mark.skipif(not TREATIES, reason="the treaties are not at hand")
def test_nearly_all_words_of_real_treaties_that_are_no_preamble_come_into_points():
    for path in TREATIES:
        document = read(path.read_text(encoding="utf-8"))
        aside = sum(block.words for block in document.blocks if block.place.endswith(("preamble", "closing", "title")))
        assert document.reading.in_points >= 0.85 * (document.reading.words - aside), path.name


@given(st.lists(st.sampled_from(LINES), max_size=10))
def test_a_document_compared_with_itself_is_read_alike_on_both_sides(lines):
    text = "\n".join(lines)
    old, new = read_pair((text, "x"), (text, "x"))
    assert (old.blocks, old.provisions, old.outside) == (new.blocks, new.provisions, new.outside)


@pytest.mark.parametrize(
    ("text", "form", "count"),
    [
        ("1. Stop now.\n2. Go home.\n", "2 numbered points", 2),
        ("Leaders met.\n\n• Stop now.\n• Go home.\n– Free all men.\n", "3 bullets; no numbers found", 3),
        ("- Stop now.\n- Go home.\n", "2 bullets; no numbers found", 2),
        ("# Plan\n\n## War\n\n- Stop now.\n- Go home.\n\n## Aid\n\n- Pay all.\n", "3 bullets; no numbers found", 3),
        ("WAR\n\nAll sides stop. They do so now.\n\nAID\n\nAid comes in.\n", "2 headings; no numbers found", 2),
        ("War\n\nAll sides stop here.\n\nAid\n\nAid comes in soon.\n", "2 headings; no numbers found", 2),
        ("## War\n\nAll sides stop now and go home.\n\n## Aid\n\n1. Pay.\n2. Rest.\n", "2 headings", 4),
        ("All sides stop.\n\nThey go home.\n\nThey pay.\n", "3 paragraphs; no numbers found", 3),
        ("They meet. They agree.\n", "1 paragraph; no numbers found", 1),
        ("| Who | What |\n|---|---|\n| Arland | stops |\n| Belmark | goes |\n", "3 paragraphs; no numbers found", 3),
    ],
)
def test_the_form_that_takes_most_words_is_chosen_and_said(text, form, count):
    document = read(text)
    assert (document.reading.form, len(document.provisions)) == (form, count)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("• Stop now.\n• Go home.\n• Pay all.\n", "1. Security\n• Stop now.\n• Go home.\n• Pay all.\n"),
        ("- Stop now.\n- Go home.\n", "1. Stop now.\n2. Go home.\n"),
        ("All sides stop now.\n\nThey go home.\n", "1. All sides stop now.\n\n2. They go home.\n"),
        ("- Stop now.\n- Go home.\n", "• Stop now.\n\n• Go home.\n"),
        ("1. Stop now.\n2. Go home.\n", "(1) Stop now.\n(2) Go home.\n"),
        ("(1) stop now; (2) go home; (3) pay.", "1. stop now;\n2. go home;\n3. pay.\n"),
        ("## War\n\nStop now.\n\n## Aid\n\nPay all.\n", "WAR\n\nStop now.\n\nAID\n\nPay all.\n"),
        ("Article 1\n\nStop now.\n\nArticle 2\n\nGo home.\n", "Article 1. Stop now.\n\nArticle 2. Go home.\n"),
        ("1. Stop now.\n\nIt does so here.\n\n2. Go home.\n", "1. Stop now.\n\n   It does so here.\n\n2. Go home.\n"),
    ],
)
def test_the_same_points_are_found_however_they_are_marked(old, new):
    one, other = read_pair((old, "old"), (new, "new"))
    said = [[provision.text for provision in document.provisions] for document in (one, other)]
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1. A x.\n\n2. B y.\n\nIt does more.\n", "1. A x.\n\n2. B y.\n\nIt does more.\n\n3. C z.\n"),
        ("1. A x.\n\n2. B y.\n\nAll thank the host.\n", "1. A x.\n\nMore here.\n\n2. B y.\n\nAll thank the host.\n"),
    ],
)
def test_a_paragraph_below_the_last_point_stands_where_it_does_in_the_other_document(old, new):
    for first, second in ((old, new), (new, old)):
        one, other = read_pair((first, "x"), (second, "y"))
        shared = {line.text for line in one.outside} ^ {line.text for line in other.outside}
        assert not shared
        assert one.provisions[1].text == other.provisions[1].text


def test_what_stands_around_the_points_is_outside_them_with_its_place():
    document = read(
        "# Accord of Oss\n\nArland and Belmark,\n\nhave agreed:\n\n1. Stop.\n\n2. Go.\n\n"
        "This accord takes effect on 1 May 2031.\n\nDone at Oss in two copies.\n\nFor Arland: A. Smith\n\nFor Belmark: B. Jones\n"
    )
    assert [(line.place, line.text, line.line) for line in document.outside] == [
        ("title", "Accord of Oss", 1),
        ("preamble", "Arland and Belmark,", 3),
        ("preamble", "have agreed:", 5),
        ("closing", "This accord takes effect on 1 May 2031.", 11),
        ("closing", "Done at Oss in two copies.", 13),
        ("signature", "For Arland: A. Smith", 15),
        ("signature", "For Belmark: B. Jones", 17),
    ]
    assert [provision.text for provision in document.provisions] == ["Stop.", "Go."]


@pytest.mark.parametrize(
    "line",
    [
        "This agreement shall enter into force on 1 May.",
        "Done at Oss.",
        "In witness whereof they signed.",
        "Fait à Oss.",
    ],
)
def test_a_closing_line_below_the_last_point_without_space_is_not_part_of_it(line):
    document = read(f"1. Stop.\n2. Go home.\n{line}\n")
    assert document.provisions[-1].text == "Go home."
    assert document.outside[-1].place == "closing"


def test_an_article_on_entry_into_force_keeps_its_words():
    document = read("Article 1\n\nStop.\n\nArticle 2\n\nThis accord enters into force on 1 May.\n")
    assert document.provisions[-1].text == "This accord enters into force on 1 May."


def test_headings_of_parts_and_chapters_are_outside_and_close_the_article_above():
    document = read("PART ONE\n\nArticle 1\n\nStop.\n\nCHAPTER II\nPEACE\n\nIt is about peace.\n\nArticle 2\n\nGo.\n")
    assert [provision.text for provision in document.provisions] == ["Stop.", "Go."]
    assert [(line.place, line.text) for line in document.outside] == [
        ("heading", "PART ONE"),
        ("heading", "CHAPTER II PEACE"),
        ("text", "It is about peace."),
    ]


@pytest.mark.parametrize(
    ("text", "points", "left_out"),
    [
        ("1. Stop\n\n- 2 -\n\nnow within 30 days.\n\n2. Go.", ["Stop now within 30 days.", "Go."], ["- 2 -"]),
        ("1. Stop.\n\nPage 1 of 2\n\n2. Go on page 2 of\nthe map.\n2/2\n", ["Stop.", "Go on page 2 of the map."], ["Page 1 of 2", "2/2"]),
        ("1. Stop and do so\n\n12\n\nwithin 30 days.\n\n2. Go.", ["Stop and do so within 30 days.", "Go."], ["12"]),
        ("DRAFT of May\n1. Stop.\nPage 1\nDRAFT of May\n2. Go.\nPage 2\nDRAFT of May\n3. Pay.\nPage 3\n", ["Stop.", "Go.", "Pay."], ["DRAFT of May", "Page 1"] * 1),
        ("Contents\nWar ....... 1\nAid ....... 2\nPay ....... 3\n\n1. Stop.\n2. Go.\n", ["Stop.", "Go."], ["Contents", "War ....... 1"]),
        ("1. Arland ~~shall~~ may stop.\n2. Go.", ["Arland may stop.", "Go."], ["shall"]),
        ("1. Stop.1 It is so.2\n2. Go.\n\n1 On the map.\n2 Of 2031.", ["Stop. It is so.", "Go."], ["1", "2"]),
        ("1. Arland shall withdraw1 all.\n2. Go now2.\n", ["Arland shall withdraw all.", "Go now."], ["1", "2"]),
        ("1. Stop.<!-- not yet -->\n2. Go.", ["Stop.", "Go."], ["not yet"]),
        ("---\ntitle: Plan\nkey: 5\n---\n1. Stop.\n2. Go.", ["Stop.", "Go."], ["title: Plan; key: 5"]),
    ],
)  # fmt: skip
def test_furniture_is_left_out_with_its_words_and_the_reason(text, points, left_out):
    document = read(text)
    assert [provision.text for provision in document.provisions] == points
    found = [one.text for one in document.reading.furniture]
    assert found[: len(left_out)] == left_out
    assert all(one.why for one in document.reading.furniture)


@pytest.mark.parametrize(
    "text",
    [
        "Article 1\n\nStop.\n\n\fArticle 2\n\nGo.\n\n\fArticle 3\n\nPay.\n",
        "1. Forces2030 stays.\n2. The mp3 files go.\n",
        "1. Stop\n2\n3. Go",
        "Contents of the boxes are listed.\n\n1. Stop.\n2. Go.\n",
    ],
)
def test_what_only_looks_like_furniture_is_kept(text):
    assert read(text).reading.furniture == ()


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("with-\ndraw", "withdraw"),
        ("sol\u00ad\ndiers", "soldiers"),
        ("non-\naligned", "non-aligned"),
        ("cease-fire holds; the cease-\nfire", "cease-fire holds; the cease-fire"),
        ("peace and keeping of peace-\nkeeping", "peace and keeping of peace-keeping"),
        ("on 5-\n6 May", "on 5- 6 May"),
    ],
)
def test_words_cut_at_line_ends_are_joined_as_the_document_writes_them(cut, whole):
    assert read(f"1. Arland shall {cut} today.\n2. Go.").provisions[0].text == f"Arland shall {whole} today."


def test_marks_of_a_page_are_no_words():
    text = '1. See [the map](http://x.y/z_2027) and <span id="p9">the\nlist</span>.\n2. **Go** *home* {#p1} &amp; rest[^1] m².\n\n[^1]: Or stay.\n\n[x]: http://a.b/5\n'
    document = read(text)
    assert [provision.text for provision in document.provisions] == ["See the map and the list.", "Go home & rest m²."]
    assert [(line.place, line.text) for line in document.outside] == [("note", "1 Or stay.")]


@given(
    st.lists(
        st.sampled_from(["*", "**", "_", "a", "b", " ", "(c)", "[d](http://e)", "`f`", "&amp;", "\\*", "g.", "1"]),
        max_size=14,
    )
)
def test_the_words_of_a_paragraph_are_those_of_commonmark(pieces):
    text = "x " + "".join(pieces) + " z"
    tokens = MarkdownIt("commonmark", {"html": False}).parseInline(text)[0].children or []
    theirs = "".join(token.content for token in tokens)
    ours = " ".join(line.text for line in decode_text(text).lines)
    assert letters(ours) == letters(theirs)


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        ({"points": r"Commitment A(\d+):"}, ["3", "4"]),
        ({"points": r"Commitment "}, [None, None]),
        ({"form": "paragraphs"}, [None, None, "1"]),
        ({"drop": ("^Commitment",)}, ["1"]),
    ],
)
def test_a_person_may_say_what_the_points_are_and_what_is_left_out(options, numbers):
    document = read("Commitment A3: Stop.\n\nCommitment A4: Go.\n\n1. x\n", **options)
    assert [provision.number for provision in document.provisions] == numbers


@pytest.mark.parametrize("options", [{"points": "("}, {"points": "zzz"}, {"form": "tables"}, {"drop": ("[",)}])
def test_what_a_person_says_of_a_document_must_make_sense(options):
    with pytest.raises(UsageError):
        read("1. Stop.\n2. Go.", **options)


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("a b", 2), ("a - b", 2), ("don't stop.", 2), ("第一条", 3), ("停火 now", 3), ("  x  ", 1)],
)
def test_words_are_runs_with_a_letter_or_figure_and_single_signs_of_chinese(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        ">" * 100_000,
        "- " * 50_000,
        "1. " * 50_000,
        "1. " + "i. ii. iii. iv. v. " * 6_000,
        "1. " + "(a) (b) (c) " * 8_000,
        "(1) (2) (3) " * 8_000,
        "1. " + "word " * 20_000,
        " ".join(f"{number}. Go." for number in range(1, 12_000)),
        "\n".join(" " * (2 * depth) + "- x" for depth in range(400)),
        "\n".join(" " * depth + "1. x" for depth in range(400)),
        "*" * 100_000,
        "**a** " * 16_000,
        "&amp; " * 16_000,
        "<sup>1</sup>" * 8_000,
        "[^1]" * 20_000,
        "[Option A: " * 9_000,
        "1. " + "[" + " " * 100_000,
        "(" * 100_000,
        "i" * 100_000,
        "1." * 50_000,
        "1.\n" * 30_000,
        "| 1 | a |\n" * 9_000,
        "ANNEX A\n\n1. x\n\n" * 5_000,
        "1. x\n\ntext\n\ntext\n\n" * 4_000,
        "Contents\n" * 10_000,
        "with-\ndraw " * 8_000,
        "word1 " * 16_000,
        "- 2 -\nx\n" * 12_000,
        "In point 1, replace “a” by “b”. " * 3_000,
    ],
)
def test_hostile_text_ends_soon(text):
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 10  # quadratic work would take minutes, even on a slow machine


@pytest.mark.parametrize("sign", ["①", "²", "❶"])
def test_a_digit_that_is_no_figure_numbers_nothing_and_stays_in_the_text(sign):
    text = f"Article {sign}\n7. 1. Some text.\n{sign}. More.\nArticle {sign}{sign} 1. Arland pays.\n"
    document = read(text)
    assert " ".join(text.split()).count(sign) == "".join(f"{b.marker} {b.text}" for b in document.blocks).count(sign)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| A | B | C |\n|-|-|-|\n| x | 5 | |\n| y | 6 | 7 |", "| A | B | C |\n|-|-|-|\n| x | | 5 |\n| y | 6 | 7 |"),
        ("DRAFT\n\n1. Arland withdraws.\n2. Belmark pays.", "FINAL\n\n1. Arland withdraws.\n2. Belmark pays."),
        ("Noting the truce\n\n1. Arland withdraws.\n2. Stop.", "Noting the war\n\n1. Arland withdraws.\n2. Stop."),
        ("1. Go.[^1]\n2. Stop here.\n\n[^1]: Save one.", "1. Go.\n2. Stop here.[^1]\n\n[^1]: Save one."),
        ("1. The maps on\nPage 2\nof it count.\n2. Stop.", "1. The maps on\nPage 3\nof it count.\n2. Stop."),
        ("Recalling a,\n\nNoting b,\n\n1. Go.\n2. Stop.", "Noting b,\n\nRecalling a,\n\n1. Go.\n2. Stop."),
    ],
)
def test_what_stands_beside_the_points_is_compared(tmp_path, old, new):
    for name, text in (("old.md", old), ("new.md", new)):
        (tmp_path / name).write_text(text)
    assert diff(str(tmp_path / "old.md"), str(tmp_path / "new.md")).changes
    assert not diff(str(tmp_path / "old.md"), str(tmp_path / "old.md")).changes


def test_items_that_end_in_commas_are_points():
    assert len(read("Both agree to:\n1. cease fire,\n2. free prisoners,\n3. open roads.").provisions) == 3
    assert len(read("1. Both act under articles 1,\n2. and 3 of the treaty.\n2. Stop.").provisions) == 2
    assert len(read("1. It has:\n   a) 300 police,\n   b) 200 cooks.\n2. Stop.").provisions) == 4
    assert len(read("1. It has a) 300 police,\nb) 200 cooks.\n2. Stop.").provisions) == 2


def test_a_line_in_which_a_sentence_ends_is_no_title():
    text = "1. A fund is set up. ![map](m.png)\n\n   It pays.\n2. Stop.\n"
    first = read(text).provisions[0]
    assert (first.title, first.text.split("\n")) == (None, ["A fund is set up. map", "It pays."])


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_raised_text_is_read_alike_in_every_format(name):
    text = "at 10<sup>6</sup> units of 20 m<sup>2</sup> on the 2<sup>nd</sup> day<sup>1</sup> with CO<sub>2</sub>"
    document = read_document(f"<p>{text}</p>".encode(), name)
    assert document.blocks[0].text == "at 10^6 units of 20 m2 on the 2nd day with CO2"
