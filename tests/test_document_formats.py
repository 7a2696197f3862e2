"""Documents in all formats: one paper is the same paper in each, and nothing of a file is dropped."""

import os
import sys
import threading
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

import plantrack
from plantrack.cli import main
from plantrack.documents.formats import decoder_for
from plantrack.documents.formats.numerals import numeral
from plantrack.documents.formats.word import decode
from plantrack.documents.inputs import read_input
from plantrack.documents.options import ReadOptions
from plantrack.documents.reading import read_document, read_pair
from plantrack.errors import UsageError
from plantrack.value import evolve

FOLDER = Path(__file__).parent / "documents"
sys.path.insert(0, str(FOLDER))
import make  # noqa: E402 - beside the files that it makes

FORMS = [pattern.format("paper") for pattern in make.FORMS]


def decoded(name, data=None):
    data = (FOLDER / name).read_bytes() if data is None else data
    return decoder_for(name, data[:4096])(data, name)


def points(name):
    document = read_document((FOLDER / name).read_bytes(), name)
    return [(point.number, point.label, point.text) for point in document.provisions]


def lines(document, style=None):
    return [line.text for line in document.lines if line.style == style]


def listed(document):
    return [(line.marker, line.text) for line in document.lines]


def word(body, **parts):
    return decoded("x.docx", make.word_file(body, **parts))


def test_every_file_is_the_one_that_the_script_makes():
    made = make.made()
    for name, data in made.items():
        assert (FOLDER / name).read_bytes() == data, f"{name}: run python tests/documents/make.py"
    for name, own in make.AS_EXAMPLES.items():
        assert (make.EXAMPLES / name).read_bytes() == made[own], f"{name}: run python tests/documents/make.py"


@pytest.mark.parametrize("name", FORMS)
def test_a_paper_has_the_same_points_in_every_format(name):
    expected = [(depth, number.strip("(.)"), text) for depth, number, text in make.numbered(make.POINTS)]
    shown = points(name)
    assert [(text, number.rpartition(".")[2]) for number, _, text in shown] == [(t, n) for _, n, t in expected]
    assert shown == points("paper.md")


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("other", FORMS)
def test_a_paper_against_itself_in_another_format_differs_in_lines_outside_alone(name, other):
    old, new = read_pair(*((((FOLDER / one).read_bytes()), one) for one in (name, other)))
    assert [(p.number, p.label, p.text) for p in old.provisions] == [
        (p.number, p.label, p.text) for p in new.provisions
    ]
    own = {line.text for line in old.outside} ^ {line.text for line in new.outside}
    assert not any(text in line for _, text in make.POINTS for line in own)
    assert own <= {"1 At local time.", "Not for publication"}


def test_a_paper_comes_through_a_pipe_in_any_format(tmp_path):
    for name in FORMS:
        pipe = tmp_path / f"{name}.pipe"
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_bytes, args=((FOLDER / name).read_bytes(),))
        writer.start()
        document = read_document(read_input(pipe), "-")  # no name tells the format
        writer.join()
        assert [(p.number, p.label, p.text) for p in document.provisions] == points("paper.md"), name


@pytest.mark.parametrize("name", [one for one in FORMS if not one.endswith(".md")])
def test_every_word_of_a_paper_is_passed_on(name):
    told = " ".join(f"{line.marker or ''} {line.text}" for line in decoded(name).lines)
    for text in (make.TITLE, make.PREAMBLE, make.CLOSING, *(text for _, text in make.POINTS)):
        assert text in " ".join(told.split())


# ----------------------------------------------------------------------------------------------------------------- Word


def test_word_numbers_are_printed_as_word_prints_them():
    assert listed(decoded("lists.docx")) == [
        ("First part", "General"), ("Article I", "Names"), ("1.1", "First rule"), ("(i)", "an item"), ("(ii)", "another"),
        ("1.2", "Second rule"), ("(i)", "an item again"), (None, "Plain words"), ("Article II", "Places"),
        ("2.1", "Its rule"), ("(iv)", "restarted"), ("(v)", "goes on"), ("•", "a bullet"), ("Second part", "Final"),
    ]  # fmt: skip


def test_word_notes_heads_feet_comments_and_text_boxes_are_known_for_what_they_are():
    document = decoded("paper-numbered.docx")
    assert lines(document, "header") == [make.HEAD]
    assert lines(document, "footer") == ["Page 1"]
    assert lines(document, "comment") == ["Check the date."]
    assert lines(document, "textbox") == ["Not for publication"]
    assert [(line.marker, line.text) for line in document.lines if line.style == "footnote"] == [
        ("1", "At local time.")
    ]


def both_texts(data, name):
    """The text before tracked changes, and with all of them made."""
    made = decode(data, name)
    return evolve(made, lines=made.earlier), made


def test_tracked_changes_are_two_texts():
    data = (FOLDER / "tracked.docx").read_bytes()
    old, new = both_texts(data, "tracked.docx")
    numbers = [(number, text) for _, number, text in make.numbered(make.POINTS)]
    later = [(number, text) for _, number, text in make.numbered(make.REVISED)]
    assert [one for one in listed(old) if one[0]] == numbers
    assert [one for one in listed(new) if one[0]] == later
    plain = decoded("tracked.docx")
    assert (plain.lines, plain.earlier) == (new.lines, old.lines)
    assert "tracked changes" in plain.remarks[0].what
    before = read_document(data, "tracked.docx", ReadOptions(earlier=True))
    assert [(p.number, p.label, p.text) for p in before.provisions] == points("paper.md")


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next():
    mark = '<w:del w:id="1"/>'
    body = make.paragraph("Both sides ", mark=mark) + make.paragraph("withdraw.", listed=(1, 0))
    old, new = both_texts(make.word_file(body, numbering=make.numbering(make.TWO_LEVELS)), "x.docx")
    assert listed(old) == [(None, "Both sides"), ("1.", "withdraw.")]
    assert listed(new) == [("1.", "Both sides withdraw.")]


def test_what_was_put_in_and_taken_out_again_is_in_neither_text():
    inner = f'<w:ins w:id="1">{make.deleted("never")}</w:ins>'
    old, new = both_texts(make.word_file(make.paragraph("Kept ", inner, "words")), "x.docx")
    assert lines(old) == lines(new) == ["Kept words"]


def test_a_paragraph_moved_stands_in_each_text_once():
    moved = make.words("Moved.")
    body = (
        make.paragraph(f'<w:moveFrom w:id="1">{make.words("Moved.", "t")}</w:moveFrom>', mark='<w:moveFrom w:id="2"/>')
        + make.paragraph("Stays.")
        + make.paragraph(f'<w:moveTo w:id="3">{moved}</w:moveTo>', mark='<w:moveTo w:id="4"/>')
    )
    old, new = both_texts(make.word_file(body), "x.docx")
    assert (lines(old), lines(new)) == (["Moved.", "Stays."], ["Stays.", "Moved."])


def test_a_table_is_told_row_by_row_and_a_frame_around_text_is_no_table():
    def table(*rows):
        return "<w:tbl>" + "".join(
            f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows
        ) + "</w:tbl>"  # fmt: skip

    rows = [("1", "Army", "30 days"), ("2", "Police", "60 days")]
    plain = table(*([make.paragraph(cell) for cell in row] for row in rows))
    frame = table([make.paragraph("In a frame.") + make.paragraph("Second.")])
    document = word(plain + frame)
    assert [line.cells for line in document.lines if line.style == "table"] == rows
    assert lines(document) == ["In a frame.", "Second."]


def test_words_struck_through_stand_after_the_line_that_they_were_in():
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>40,000</w:t></w:r>"
    document = word(make.paragraph("Up to ", struck, " 60,000 people."))
    assert [(line.style, line.text) for line in document.lines] == [
        (None, "Up to 60,000 people."), ("struck", "40,000"),
    ]  # fmt: skip


def test_a_line_break_parts_lines_of_one_paragraph_and_bold_words_are_counted():
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>Article 1</w:t><w:br/></w:r>"
    document = word(make.paragraph(bold, "Peace."))
    assert [(line.text, line.starts, line.bold) for line in document.lines] == [
        ("Article 1", True, 9), ("Peace.", False, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "form", "printed"),
    [
        (4, "roman", "iv"), (1994, "upper-roman", "MCMXCIV"), (27, "letter", "aa"), (28, "doubled", "bb"), (3, "zero", "03"),
        (7, "zero-3", "007"), (12, "ordinal", "12th"), (23, "ordinal", "23rd"), (20, "ordinal-words", "Twentieth"),
        (32, "words", "Thirty-two"), (0, "roman", "0"), (5000, "roman", "5000"), (35, "cyrillic", "жж"),
    ],
)  # fmt: skip
def test_numerals(value, form, printed):
    assert numeral(value, form) == printed


# ------------------------------------------------------------------------------------------------------------------ PDF


def test_pdf_heads_feet_and_notes_are_known_by_place_and_repetition():
    document = decoded("paper.pdf")
    pages = max(line.page for line in document.lines)
    assert pages == 3
    assert lines(document, "header") == [make.HEAD] * pages
    assert lines(document, "footer") == [str(page + 1) for page in range(pages)]
    assert [(line.marker, line.text, line.page) for line in document.lines if line.style == "footnote"] == [
        ("1", "At local time.", 1)
    ]
    assert document.language == ("en" if hasattr(pypdfium2.raw, "FPDFCatalog_GetLanguage") else None)


def pdf_lines(*pages):
    return decoded("x.pdf", make.pdf_file(list(pages), note=""))


def rows(*texts, left=60, size=11):
    return [(left, size, text) for text in texts]


def test_words_cut_at_line_ends_are_joined_as_the_document_has_them_elsewhere():
    document = pdf_lines(
        rows("The parties observe a cease-fire and the with-", "drawal is watched. They keep the cease-",
             "fire and the withdrawal is complete, and the Anglo-", "French commission sees to it.")
    )  # fmt: skip
    text = " ".join(lines(document))
    assert "the withdrawal is watched. They keep the cease-fire and" in text
    assert "Anglo-French commission" in text


def test_two_columns_are_read_one_after_the_other_below_what_runs_across_them():
    left = [f"left line {number} of the first column" for number in range(9)]
    right = [f"right line {number} of the second one" for number in range(9)]
    contents = [(30, 11, 60, "A heading that runs across both of the columns of this whole page")]
    contents += [(30, 11, 90 + 14 * at, text) for at, text in enumerate(left)]
    contents += [(230, 11, 90 + 14 * at, text) for at, text in enumerate(right)]
    interleaved = sorted(contents, key=lambda row: row[2])
    stream = "".join(
        f"BT /F1 {size} Tf {x} {make.PAGE[1] - top} Td ({text}) Tj ET\n" for x, size, top, text in interleaved
    )
    document = decoded("x.pdf", one_page(stream))
    told = [line.text for line in document.lines]
    assert told == [contents[0][3], *left, *right]


def one_page(stream):
    fonts = "/Resources << /Font << /F1 3 0 R >> >>"
    return make.pdf_objects(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {make.PAGE[0]} {make.PAGE[1]}] /Contents 5 0 R {fonts} >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}endstream",
        ]
    )


def test_headings_that_stand_first_on_their_pages_are_no_running_heads():
    document = pdf_lines(
        *(rows(f"Article {number}", "", "The parties meet in Corvin once a year.") for number in (1, 2, 3))
    )
    assert [text for text in lines(document) if text.startswith("Article")] == ["Article 1", "Article 2", "Article 3"]


@pytest.mark.parametrize("length", [3, 12])
def test_a_page_bound_in_twice_is_no_head_of_pages(length):
    names = ("one", "two", "two", "three")
    texts = [[f"Page {name} has line {'abcdefghijkl'[at]} of its text here." for at in range(length)] for name in names]
    document = pdf_lines(*(rows(*page) for page in texts))
    assert lines(document) == [text for page in texts for text in page]
    assert lines(document, "header") == [make.HEAD] * len(names)


def test_text_turned_on_its_side_is_read_and_said_and_a_stamp_is_left_out():
    def turned(words):
        text = " ".join(f"w{number}" for number in range(words))
        upright = f"BT /F1 11 Tf 60 {make.PAGE[1] - 60} Td (An upright line.) Tj ET\n"
        return decoded("x.pdf", one_page(f"{upright}BT /F1 5 Tf 0 1 -1 0 200 60 Tm ({text}) Tj ET\n")), text

    stamp, text = turned(5)
    assert (lines(stamp), lines(stamp, "header"), stamp.remarks) == (["An upright line."], [text], ())
    aside, text = turned(30)
    assert sorted(" ".join(lines(aside)).split()) == sorted(f"An upright line. {text}".split())
    assert ["turned on its side" in remark.what for remark in aside.remarks] == [True]


def test_a_paragraph_goes_on_over_the_end_of_a_page():
    document = pdf_lines(
        rows(
            "1. The parties withdraw all heavy weapons from the whole", "of the valley and from both banks of the river"
        ),
        rows("within thirty days."),
    )
    assert [line.starts for line in document.lines if line.style is None] == [True, False, False]


# ----------------------------------------------------------------------------------------------------------- a web page


def test_the_article_of_a_page_is_text_and_what_is_around_it_is_not():
    document = decoded("paper.html")
    menu = lines(document, "menu")
    assert {"The Corvin Post", "World", "Sport", "Why the valley matters to both sides"} <= set(menu)
    assert any("prices rise" in text for text in menu)
    assert any("cookies" in text for text in menu)
    assert lines(document, "comment") == ["2 comments", "I do not believe a single word of this paper."]
    assert lines(document, "title") == [make.TITLE]
    assert [(line.marker, line.text) for line in document.lines if line.style == "footnote"] == [
        ("1", "At local time.")
    ]


def test_scripts_styles_and_hidden_elements_are_never_text():
    told = " ".join(line.text for line in decoded("paper.html").lines)
    assert "never shown" not in told
    assert "margin" not in told
    assert "nobody sees" not in told


def html(body):
    return decoded("x.html", f"<html><body>{body}</body></html>".encode())


def test_lists_of_a_page_have_the_numbers_that_a_browser_prints():
    document = html(
        "<p>Words that stand before the list of this page.</p><ol start=3><li>three<ol type=i><li>inner</ol><li value=9>nine"
        "<li>ten</ol><ol reversed><li>b<li>a</ol><ul><li>dot</ul><ol style='list-style-type: upper-roman'><li>one</ol>"
    )
    assert [line for line in listed(document) if line[0]] == [
        ("3.", "three"), ("i.", "inner"), ("9.", "nine"), ("10.", "ten"), ("2.", "b"), ("1.", "a"), ("•", "dot"), ("I.", "one"),
    ]  # fmt: skip


def test_marks_of_notes_are_not_glued_to_words_and_powers_and_ordinals_are():
    document = html(
        "<p>A truce<sup><a href='#n1'>1</a></sup> of 20 km<sup>2</sup> from the 1<sup>st</sup> of May, as agreed"
        "<sup>2</sup> before<a href='#_ftn3'>[3]</a>.</p>"
    )
    assert lines(document) == ["A truce of 20 km2 from the 1st of May, as agreed before."]


def test_a_table_of_a_page_is_told_row_by_row():
    document = html("<table><tr><th>No<th>What<tr><td>1<td>Army<br>and police<tr><td>2<td>Navy</table>")
    assert [line.cells for line in document.lines] == [("No", "What"), ("1", "Army\nand police"), ("2", "Navy")]


def test_entities_and_encodings_are_read():
    assert lines(html("<p>caf&eacute; &amp; &#8220;peace&#8221;&nbsp;now")) == ["café & “peace” now"]
    old = "<html><head><meta charset=windows-1251></head><body><p>Угода про мир".encode("windows-1251")
    assert lines(decoded("x.html", old)) == ["Угода про мир"]


# ------------------------------------------------------------------------------------------- rich text and OpenDocument


@pytest.mark.parametrize("name", ["paper.rtf", "paper.odt"])
def test_notes_and_heads_of_rich_text_and_opendocument_are_known(name):
    document = decoded(name)
    assert lines(document, "header") == [make.HEAD]
    assert [(line.marker, line.text) for line in document.lines if line.style == "footnote"] == [
        ("1", "At local time.")
    ]


def test_rich_text_has_its_characters_and_leaves_out_what_was_deleted():
    data = (
        rb"{\rtf1\ansi\ansicpg1251\uc1 \u8220?Peace\u8221? {\deleted gone }\'cc\'e8\'f0\emdash{\*\unknown no} now\par}"
    )
    document = decoded("x.rtf", data)
    assert lines(document) == ["“Peace” Мир— now"]
    assert "tracked changes" in document.remarks[0].what


def test_the_rows_of_a_table_in_rich_text_are_told():
    data = rb"{\rtf1\trowd\pard\intbl 1\cell Army\cell\row\trowd\intbl 2\cell Navy\cell\row\pard After.\par}"
    document = decoded("x.rtf", data)
    assert [line.cells for line in document.lines] == [("1", "Army"), ("2", "Navy"), ()]


def test_tracked_changes_of_opendocument_are_two_texts():
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:insertion/></text:changed-region>'
        '<text:changed-region text:id="c2"><text:deletion><text:p>20</text:p></text:deletion></text:changed-region>'
        "</text:tracked-changes>"
    )
    body = (
        'Weapons go back <text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>35'
        '<text:change-end text:change-id="c1"/> km.'
    )
    content = (
        f"<office:document-content {make.OPEN}><office:body><office:text>{changes}<text:p>{body}</text:p></office:text>"
        "</office:body></office:document-content>"
    )
    document = decoded("x.odt", make.zipped({"content.xml": content}))
    assert lines(document) == ["Weapons go back 35 km."]
    assert [line.text for line in document.earlier] == ["Weapons go back 20 km."]


# --------------------------------------------------------------------------------------------------- a missing library


@pytest.mark.parametrize(
    ("name", "module", "kind"),
    [
        ("paper.pdf", "pypdfium2", "PDF files"),
        ("paper.html", "lxml.html", "web pages"),
    ],
)
def test_a_missing_library_is_a_sentence_with_the_command_that_brings_it(monkeypatch, name, module, kind):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError) as raised:
        decoded(name)
    said = str(raised.value)
    assert f"is not installed, which reads {kind}" in said
    assert "python -m pip install 'plantrack-peace[documents]'" in said


@pytest.mark.parametrize(("name", "module"), [("paper.pdf", "pypdfium2"), ("paper.html", "lxml.html")])
def test_commands_that_keep_a_text_say_which_library_is_missing(monkeypatch, tmp_path, name, module):
    (tmp_path / "plans").mkdir()
    (tmp_path / "seeds").mkdir()
    monkeypatch.setitem(sys.modules, module, None)
    source = ["source", "add", str(FOLDER / name), "--id", "a", "--title", "A", "--outlet", "o", "--date", "2031-01-01"]
    version = ["import", str(FOLDER / name), "--plan", "a", "--version", "2031-01-01"]
    for arguments in (source, version):
        done = CliRunner().invoke(main, [*arguments, "--corpus", str(tmp_path)])
        assert done.exit_code == 2
        assert "python -m pip install 'plantrack-peace[documents]'" in " ".join(done.stderr.split())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_two_texts_of_tracked_changes_are_said_to_be_so_once():
    done = CliRunner().invoke(main, ["diff", "--tracked", str(FOLDER / "tracked.docx")])
    assert done.exit_code == 0
    assert done.stderr.count("tracked changes") == 0
    assert "before its changes" in done.stdout
    plain = CliRunner().invoke(main, ["diff", str(FOLDER / "tracked.docx"), str(FOLDER / "paper.md")])
    assert " ".join(plain.stderr.split()).count("tracked changes") == 1


def test_text_and_office_files_need_no_library(monkeypatch):
    for module in ("lxml", "lxml.etree", "lxml.html", "pypdfium2"):
        monkeypatch.setitem(sys.modules, module, None)
    assert points("paper.md")
    for name in ("paper.rtf", "paper-typed.docx", "paper.odt"):
        assert decoded(name).lines


# ---------------------------------------------------------------------------------------------------- compared in a mix


def named(old, new):
    """What is said of two files, but for the lines outside, which formats have more or fewer of."""
    changes = plantrack.diff(str(FOLDER / old), str(FOLDER / new)).changes
    return [
        (one.kind, one.old, one.new, one.before, one.after) for one in changes if not one.kind.startswith("outside")
    ]


@pytest.fixture(scope="module")
def in_text():
    return named("paper.md", "revised.md")


@pytest.mark.parametrize("form", list(make.FORMS)[1:])
def test_the_named_changes_are_the_same_in_any_mix_of_formats(form, in_text):
    assert {"quantity-raised", "deadline-later", "provision-added", "provision-removed"} <= {one[0] for one in in_text}
    assert named(form.format("paper"), "revised.md") == in_text
    assert named("paper.md", form.format("revised")) == in_text
    assert named(form.format("paper"), form.format("revised")) == in_text


@pytest.mark.parametrize("form", list(make.FORMS)[1:])
def test_nothing_is_named_between_two_formats_of_one_paper(form):
    assert named("paper.md", form.format("paper")) == []
    assert named(form.format("paper"), "paper.pdf") == []


@pytest.mark.parametrize(
    ("before", "raised", "after", "text"),
    [
        ("Arland pays 5", "1", " million.", "Arland pays 5 1 million."),
        ("At most 600,000", "3", " men.", "At most 600,000 3 men."),
        ("A zone of 5 km", "2", ".", "A zone of 5 km2."),
        ("From the 1", "st", " of May.", "From the 1st of May."),
    ],
)
@pytest.mark.parametrize("kind", ["html", "docx", "rtf"])
def test_a_raised_figure_is_no_digit_of_the_figure_before_it(kind, before, raised, after, text):
    run = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{raised}</w:t></w:r>'
    plain = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'.format
    data = {
        "html": f"<p>{before}<sup>{raised}</sup>{after}</p>".encode(),
        "docx": make.word_file(f"<w:p>{plain(before)}{run}{plain(after)}</w:p>"),
        "rtf": f"{{\\rtf1\\ansi {before}{{\\super {raised}}}{after}\\par}}".encode(),
    }[kind]
    assert lines(decoded(f"a.{kind}", data)) == [text]
