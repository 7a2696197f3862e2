"""Documents that are damaged, locked or made to harm end in a clear sentence, within limits on time and memory."""

import contextlib
import io
import random
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plantrack.cli import main
from plantrack.documents.formats import bounded, decoder_for
from plantrack.documents.formats.bounded import decode_apart
from plantrack.errors import InputError, PlantrackError

FOLDER = Path(__file__).parent / "documents"
sys.path.insert(0, str(FOLDER))
import make  # noqa: E402 - beside the files that it makes

SECONDS = 40
"""What a decoder may take on a busy machine; on a quiet one none takes a third of it."""
WORD = {
    name: zipfile.ZipFile(io.BytesIO(make.typed_word(make.POINTS))).read(name)
    for name in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml")
}
OPEN_SPACE = f"{make.W} {make.R}"


def decoded(name, data):
    return decoder_for(name, data[:4096])(data, name)


def refused(name, data):
    start = time.monotonic()
    with pytest.raises(InputError) as raised:
        decoded(name, data)
    assert time.monotonic() - start < SECONDS
    (problem,) = raised.value.problems
    assert problem.file == name
    return str(raised.value).removeprefix(f"{name}: ")


def zipped(files):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return held.getvalue()


def bomb(path, files):
    """An archive of 200 kilobytes with a part of 200 megabytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
        with archive.open(path, "w", force_zip64=True) as part:
            for _ in range(20):
                part.write(b" " * 10_000_000)
    return held.getvalue()


def word_of(body):
    """A Word file whose text is given as XML."""
    return zipped(WORD | {"word/document.xml": f"<w:document {OPEN_SPACE}><w:body>{body}</w:body></w:document>"})


def open_of(body):
    return zipped({"content.xml": f"<office:document-content {make.OPEN}><office:body><office:text>{body}"
                   "</office:text></office:body></office:document-content>"})  # fmt: skip


ENTITIES = "".join(
    f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
)
LAUGHS = (
    f'<!DOCTYPE x [<!ENTITY a "ha ha ha">{ENTITIES}]><w:document {OPEN_SPACE}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p>'
    "</w:body></w:document>"
)
OUTSIDE = LAUGHS.replace(f'"ha ha ha">{ENTITIES}', 'SYSTEM "file:///etc/passwd">').replace("&i;", "&a;")


@pytest.mark.parametrize("name", ["x.docx", "x.odt"])
def test_an_archive_that_unpacks_to_a_thousand_times_its_size_is_refused_at_once(name):
    path = "word/document.xml" if name.endswith("docx") else "content.xml"
    start = time.monotonic()
    said = refused(name, bomb(path, {one: body for one, body in WORD.items() if one != path}))
    assert "it unpacks to too much" in said
    assert time.monotonic() - start < SECONDS / 2


def test_an_archive_of_many_parts_is_refused():
    assert "too many parts" in refused("x.docx", zipped(WORD | {f"x/{number}": "" for number in range(10_001)}))


@pytest.mark.parametrize("body", [LAUGHS, OUTSIDE], ids=["entities in entities", "an entity that names a file"])
def test_entities_are_never_followed(body):
    said = refused("x.docx", zipped(WORD | {"word/document.xml": body}))
    assert "document type" in said or "is no XML" in said
    assert "root:" not in said


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.docx", word_of("<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000)),
        ("x.docx", word_of(f"<w:p>{'<w:smartTag>' * 200}{make.words('x')}{'</w:smartTag>' * 200}</w:p>")),
        ("x.odt", open_of("<text:section>" * 3000 + "</text:section>" * 3000)),
        ("x.html", b"<html><body>" + b"<div>" * 200_000 + b"text"),
        ("x.html", b"<html><body>" + b"<ul><li>a " * 20_000),
        ("x.rtf", b"{\\rtf1" + b"{" * 1_000_000),
    ],
    ids=["tables", "tags", "sections", "boxes", "lists", "groups"],
)
def test_what_lies_in_itself_to_no_end_is_refused(name, data):
    said = refused(name, data)
    assert "nested too deeply" in said or "depth" in said


def test_tables_in_tables_as_people_have_them_are_read():
    cell = f"<w:tbl><w:tr><w:tc>{make.paragraph('Words.')}"
    document = decoded("x.docx", word_of(cell * 20 + "</w:tc></w:tr></w:tbl>" * 20))
    assert [line.text for line in document.lines] == ["Words."] * 20


@pytest.mark.parametrize("name", [name for name in make.made() if not name.endswith(".md")])
def test_a_file_cut_short_ends_in_a_sentence_or_is_read_as_far_as_it_goes(name):
    data = (FOLDER / name).read_bytes()
    for part in (0.1, 0.5, 0.9):
        try:
            document = decoded(name, data[: int(len(data) * part)])
        except PlantrackError as error:
            assert str(error).startswith(f"{name}: it ")  # noqa: PT017 - it may as well be read
        else:
            assert name.endswith((".rtf", ".html", ".pdf"))
            assert document.lines or not name.endswith(".rtf")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "Word 97 to 2003; expected a copy saved as .docx"),
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "Word 97 to 2003; expected a copy saved as .docx"),
        ("x.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        ("x.zip", zipped({"a.txt": "a"}), "no Word file"),
        ("x.docx", zipped({"_rels/.rels": "<a/>", "xl/workbook.xml": "<a/>"}), "no Word file"),
        ("x.odt", zipped({"content.xml": "<a/>"}), "no text"),
        ("x.odt", zipped({"META-INF/manifest.xml": "<encryption-data/>", "content.xml": "x"}), "locked with a password"),
        ("x.pdf", b"%PDF-1.7\n" + random.Random(1).randbytes(50_000), "no whole PDF"),
        ("x.pdf", b"words of a text", "no PDF"),
        ("x.html", b"", "no web page"),
        ("x.rtf", b"words of a text", "no rich text"),
        ("x.pdf", make.pdf_file([[(60, 11, "A page")]] * 3001, note=""), "3,001 pages; expected at most 3,000"),
        ("x.pdf", make.pdf_file([[]], note="").replace(make.HEAD.encode(), b" " * len(make.HEAD)).replace(b"(1)", b"( )"),
         "it has no text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_a_sentence(name, data, said):
    assert said in refused(name, data)


def test_a_scan_is_said_to_be_one():
    picture = (
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>"
    )
    pages = make.pdf_objects(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
            "<< /Length 30 >>\nstream\nq 400 0 0 300 0 0 cm /X Do Q  \nendstream",
            f"{picture}\nstream\nx\nendstream",
        ]
    )
    assert "it is a scan: pictures of pages, without text" in refused("x.pdf", pages)


def test_a_pdf_that_is_locked_is_said_to_be_locked():
    key = "<< /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >>" % ("o" * 32, "u" * 32)  # noqa: UP031 - braces
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>", key]
    data = make.pdf_objects(objects, trailer="/Encrypt 3 0 R /ID [(a) (a)] ")
    assert refused("x.pdf", data) == "it is locked with a password; expected a copy without one"


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (
            lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "locked with a password",
        ),
        (
            lambda: bomb("word/document.xml", {"[Content_Types].xml": WORD["[Content_Types].xml"]}),
            "it unpacks to too much",
        ),
    ],
    ids=["locked", "bomb"],
)
def test_a_command_ends_with_2_at_a_locked_file_and_at_a_bomb(tmp_path, made, said):
    file = tmp_path / "x.docx"
    file.write_bytes(made())
    done = CliRunner().invoke(main, ["diff", str(file), str(file)])
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())


def test_macros_and_scripts_are_ignored_and_said():
    remarks = decoded("x.docx", zipped(WORD | {"word/vbaProject.bin": "x"})).remarks
    assert [remark.what for remark in remarks] == ["it has macros, which were ignored"]


def test_a_decoder_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    (tmp_path / "asleep.py").write_text("import time\ntime.sleep(60)\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    start = time.monotonic()
    with pytest.raises(InputError, match=r"x: it takes too long to read; expected at most 1 seconds"):
        decode_apart("asleep", b"", "x", seconds=1)
    assert time.monotonic() - start < SECONDS / 2


def test_a_decoder_that_breaks_down_is_a_sentence():
    with pytest.raises(InputError, match=r"x: it cannot be read: the library that reads it broke down"):
        decode_apart("keyword", b"", "x")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such limit")
def test_the_second_python_has_little_memory():
    program = (
        "import sys; from plantrack.documents.formats.bounded import limit, MEMORY; limit(5); bytearray(2 * MEMORY)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr
    assert bounded.MEMORY < 2 << 30


def test_drawings_in_drawings_of_a_pdf_do_not_fill_time_or_memory():
    inner = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [4 0 R] >>", "<< >>",
             "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 5 0 R /Resources << /XObject << /X 6 0 R >> >> >>",
             f"<< /Length 60 >>\nstream\n{'/X Do ' * 10}\nendstream"]  # fmt: skip
    inner += [
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /XObject << /X {number} 0 R >> >> /Length 60 >>"
        f"\nstream\n{'/X Do ' * 10}\nendstream"
        for number in range(7, 17)
    ]
    refused("x.pdf", make.pdf_objects([*inner, "<< >>"]))


LARGE = {
    "paragraphs.docx": word_of(make.paragraph("Some words of a point that is here.") * 25_000),
    "deleted.docx": word_of(make.paragraph("word ", mark='<w:del w:id="1"/>') * 25_000),
    "paragraphs.html": b"<html><body>" + b"<p>Some words of a paragraph that is here" * 25_000,
    "breaks.html": b"<html><body><p>" + b"word<br>" * 120_000,
    "marks.html": b"<html><body><p>" + b"word<sup>1</sup>" * 60_000,
    "rows.html": b"<html><body><table>" + b"<tr><td>1<td>words of a cell" * 30_000,
    "bold.rtf": b"{\\rtf1 " + b"{\\b Some} words \\u8212? here\\par\n" * 30_000 + b"}",
    "cells.rtf": b"{\\rtf1 " + b"\\intbl a\\cell " * 60_000 + b"\\row}",
    "notes.rtf": b"{\\rtf1 a" + b"{\\footnote b" * 5000,
    "items.odt": open_of("<text:list>" + "<text:list-item><text:p>words</text:p></text:list-item>" * 20_000 + "</text:list>"),
    "pages.pdf": make.pdf_file([[(60, 11, f"{at}. Some words of a point.") for at in range(12)]] * 150, note=""),
}  # fmt: skip


@pytest.mark.parametrize("name", LARGE)
def test_a_large_document_is_read_in_time(name):
    start = time.monotonic()
    assert decoded(name, LARGE[name]).lines
    assert time.monotonic() - start < SECONDS


@pytest.mark.parametrize("name", [name for name in make.made() if not name.endswith(".pdf")])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_no_damage_to_a_file_is_a_traceback(name, seed):
    chance = random.Random(seed)
    data = bytearray((FOLDER / name).read_bytes())
    if data.startswith(b"PK") and chance.random() < 0.8:  # damage a part, not the archive
        parts = {
            one: zipfile.ZipFile(io.BytesIO(data)).read(one) for one in zipfile.ZipFile(io.BytesIO(data)).namelist()
        }
        path = chance.choice(sorted(parts))
        parts[path] = bytes(damaged(bytearray(parts[path]), chance))
        data = bytearray(zipped(parts))
    else:
        data = damaged(data, chance)
    with contextlib.suppress(PlantrackError):
        decoded(name, bytes(data))


def damaged(data, chance):
    """Bytes changed, doubled and taken out in a few places."""
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(data)), chance.randint(1, 40)
        kind = chance.randrange(3)
        if kind == 0:
            data[at] = chance.randrange(256)
        elif kind == 1:
            data[at:at] = data[at : at + length] * chance.randint(1, 50)
        else:
            del data[at : at + length]
        if not data:
            break
    return data


def test_damage_to_a_pdf_is_a_sentence():
    chance = random.Random(7)
    for _ in range(8):
        data = bytes(damaged(bytearray((FOLDER / "paper.pdf").read_bytes()), chance))
        try:
            decoded("x.pdf", data)
        except PlantrackError as error:
            assert str(error).startswith("x.pdf: it ")  # noqa: PT017 - it may as well be read


def test_nothing_is_fetched(monkeypatch):
    def reached(*_):
        raise AssertionError

    monkeypatch.setattr(socket, "socket", reached)
    page = b'<html><head><base href="http://127.0.0.1:9/"><link rel=stylesheet href=a.css></head><body><img src="a.png"><p>Words'
    assert decoded("x.html", page).lines[0].text == "Words"
    for name in make.made():
        if not name.endswith(".pdf"):
            decoded(name, (FOLDER / name).read_bytes())


@pytest.mark.parametrize("figure", ["x", "9" * 5000, "-7", "²", ""])
def test_a_list_that_counts_from_what_is_no_number_is_read_all_the_same(figure):
    style = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
        f'text:display-levels="{figure}" text:start-value="{figure}"/><text:list-level-style-number text:level="{figure}"/>'
        "</text:list-style>"
    )
    item = f'<text:list-item text:start-value="{figure}"><text:p>Arland pays.</text:p></text:list-item>'
    body = f'<text:list text:style-name="L">{item}</text:list><text:h text:outline-level="{figure}">Head</text:h>'
    parts = zipfile.ZipFile(io.BytesIO(open_of(body))).read("content.xml").decode()
    parts = parts.replace("<office:body>", f"<office:automatic-styles>{style}</office:automatic-styles><office:body>")
    lines = decoded("x.odt", zipped({"content.xml": parts})).lines
    assert [line.text for line in lines] == ["Arland pays.", "Head"]


@pytest.mark.parametrize("encoding", ["125", "0", "999999999"])
def test_a_rich_text_of_an_unknown_code_page_is_read(encoding):
    lines = decoded("x.rtf", rf"{{\rtf1\ansi\ansicpg{encoding} caf\'e9}}".encode()).lines
    assert [line.text for line in lines] == ["caf\u00e9"]


@pytest.mark.parametrize("encoding", ["idna", "hex", "undefined", "nothing"])
def test_a_page_that_says_an_encoding_of_no_text_is_read(encoding):
    page = f"<html><meta charset={encoding}><p>caf".encode() + b"\xe9</p></html>"
    assert [line.text for line in decoded("x.html", page).lines] == ["caf\u00e9"]
