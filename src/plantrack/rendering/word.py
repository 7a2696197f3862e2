"""An answer as a Word file: styles, tables, and differing words as tracked changes that a person accepts or rejects.

Written by ECMA-376, part 1; of a tracked change the author stands there and no date, so that the same answer gives the
same bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatchmethod
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape

from plantrack.answers.tree import (
    LINK,
    NEW,
    NOTE,
    OLD,
    QUIET,
    STRONG,
    Answer,
    Block,
    Branches,
    Heading,
    Items,
    Lines,
    Listing,
    Notes,
    Pair,
    Paragraph,
    Revised,
    Rows,
    Span,
    Table,
    Words,
    item_cells,
    pair_title,
    plain,
    shown_cells,
    text_of,
)
from plantrack.catalogue import say, speaking

_IN_ADDRESS = "/:?#@!$&'*+,;=%-._~[]()"
_AUTHOR = "plantrack"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of each file in the archive."""
_LETTER, _MARGINS, _WIDEST_CELL = 125, 300, 40
"""The width of a letter in a cell, and of what is left free beside it, in twentieths of a point; letters from which on
there are more lines instead."""
_WIDTH = 9072
"""Twentieths of a point between the margins."""
_STEP = 360
"""Twentieths of a point by which a part of a point stands further in."""
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = {"title": "Title", "heading": "Heading2", "point": "Point", "line": "Line"}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"document": "document.main", "styles": "styles", "comments": "comments", "footnotes": "footnotes"}
_RULES = "".join(
    f'<w:footnote w:id="{number}" w:type="{kind}"><w:p><w:r><w:{element}/></w:r></w:p></w:footnote>'
    for number, kind, element in ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"))
)
"""The lines above notes, which every file with notes must have."""


def as_word(answer: Answer) -> bytes:
    """The answer as the bytes of a .docx file."""
    made = _Writer()
    if not any(isinstance(block, Revised) for block in answer.blocks):
        made.paragraph(plain(answer.title), "Title")
    with speaking(answer.language):
        for block in answer.blocks:
            made.add(block)
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({f"{_OFFICE}/officeDocument": "word/document.xml",
                                   f"{_PACKAGE}/relationships/metadata/core-properties": "docProps/core.xml"}),
        "docProps/core.xml": _core(answer),
        "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>{''.join(made.body)}{_page()}</w:body></w:document>",
        "word/comments.xml": f"{_HEAD}<w:comments {_W}>{''.join(made.comments)}</w:comments>",
        "word/footnotes.xml": f"{_HEAD}<w:footnotes {_W}>{_RULES}{''.join(made.notes)}</w:footnotes>",
        "word/styles.xml": (Path(__file__).parent / "word_styles.xml").read_text(encoding="utf-8"),
        "word/_rels/document.xml.rels": _relations(
            {f"{_OFFICE}/{one}": f"{one}.xml" for one in ("styles", "comments", "footnotes")}
        ),
    }  # fmt: skip
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


class _Writer:
    """Blocks to paragraphs; numbers tracked changes and comments."""

    def __init__(self) -> None:
        self.body: list[str] = []
        self.comments: list[str] = []
        self.notes: list[str] = []
        self._noted: set[str] = set()
        self._changes = 0

    @singledispatchmethod
    def add(self, block: Block) -> None:
        """Add a block."""
        raise TypeError(type(block).__name__)

    @add.register
    def _(self, block: Heading) -> None:
        self.paragraph(block.words, f"Heading{block.level - 1}")

    @add.register
    def _(self, block: Paragraph) -> None:
        if block.on_pages:
            self.paragraph(block.words, "Normal")

    @add.register
    def _(self, block: Listing) -> None:
        for item in block.items:
            self.paragraph((*plain("\u2022 "), *item), "Line")

    @add.register
    def _(self, block: Notes) -> None:
        mark = '<w:r><w:rPr><w:rStyle w:val="NoteMark"/></w:rPr><w:footnoteRef/></w:r>'
        self.notes += [
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>{mark}'
            f"{''.join(self._runs((*plain(' '), *note), tracked=False))}</w:p></w:footnote>"
            for number, note in enumerate(block.notes, 1)
        ]

    @add.register
    def _(self, block: Lines) -> None:
        for line in block.lines:
            lead = (Span(text=f"{line.number} ", mark=STRONG),) if line.number else ()
            self.paragraph((*lead, *line.words), "Line")

    @add.register
    def _(self, block: Table) -> None:
        heads, rows = shown_cells(block)
        self._table([[(Span(text=head, mark=STRONG),) for head in heads], *rows])

    @add.register
    def _(self, block: Branches) -> None:
        for one in block.branches:
            lead = (Span(text=f"{one.label} ", mark=STRONG),) if one.label else ()
            self.paragraph((*lead, *one.words), "Line", depth=one.depth)

    @add.register
    def _(self, block: Items) -> None:
        heads, rows = item_cells(block)
        self._table([[(Span(text=head, mark=STRONG),) for head in heads], *rows])

    @add.register
    def _(self, block: Rows) -> None:
        self._table([
            ((Span(text=row.name, mark=STRONG),), (*plain(row.lead), *_listed(row.items), *plain(row.tail),
                                                   *plain(f" {row.command}" if row.command else "")))
            for row in block.rows
        ])  # fmt: skip

    @add.register
    def _(self, block: Pair) -> None:
        heading = pair_title(block)
        if heading:
            self.paragraph(plain(heading), "Heading2")
        for wording in block.wordings:
            lead = Span(text=" ".join(filter(None, [wording.called, wording.number])) + ": ", mark=STRONG)
            self.paragraph((lead, *wording.words), "Point", tracked=False)
        for state in block.states:
            name = Span(text=" ".join(filter(None, [state.letter, text_of(state.words)])) + ": ", mark=STRONG)
            stop = plain(". " if state.who and state.sure else "")
            self.paragraph((name, *state.who, *stop, *state.sure), "Line")
            for note in state.notes:
                self.paragraph(note, "Line", depth=1)
        for label in block.labels:
            if label[0].mark == QUIET:
                self.paragraph(label, "Line", depth=1)
            else:
                self.paragraph(label, "Label")
        for kind, words in block.notes:
            self.paragraph((Span(text=f"{kind}: ", mark=STRONG), *words), "Line")

    @add.register
    def _(self, block: Revised) -> None:
        self.paragraph(block.words, _STYLES[block.style], depth=block.depth, side=block.side, comments=block.comments)

    def paragraph(
        self, words: Words, style: str, *, depth: int = 0, side: str = "", comments: Iterable[Words] = (),
        tracked: bool = True,
    ) -> None:  # fmt: skip
        """Add a paragraph; the mark of one that only one paper has is tracked like its words."""
        indent = f'<w:ind w:left="{depth * _STEP}"/>' if depth else ""
        mark = f"<w:rPr>{self._change(side, closed=True)}</w:rPr>" if side else ""
        runs = "".join(self._runs(words, tracked=tracked))
        noted = [self._comment(comment) for comment in comments]
        before = "".join(f'<w:commentRangeStart w:id="{one}"/>' for one in noted)
        after = "".join(
            f'<w:commentRangeEnd w:id="{one}"/><w:r><w:commentReference w:id="{one}"/></w:r>' for one in noted
        )
        self.body.append(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{indent}{mark}</w:pPr>{before}{runs}{after}</w:p>'
        )  # fmt: skip

    def _runs(self, words: Words, *, tracked: bool) -> Iterator[str]:
        for span in words:
            if span.mark == NOTE:
                yield self._note_mark(span.text.strip("[]"))
            elif span.mark == LINK:
                yield _link(span.text)
            elif tracked and span.mark in (OLD, NEW):
                name = "w:del" if span.mark == OLD else "w:ins"
                yield f"{self._change(span.mark)}{_run(span, 'delText' if span.mark == OLD else 't')}</{name}>"
            else:
                yield _run(span, "t")

    def _note_mark(self, number: str) -> str:
        """Where a note is called for; the second time the number is looked up, for each note stands once."""
        look = '<w:rPr><w:rStyle w:val="NoteMark"/></w:rPr>'
        if number in self._noted:
            return _field(f" NOTEREF note{number} \\h ", f"<w:r>{look}<w:t>{number}</w:t></w:r>")
        self._noted.add(number)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="note{number}"/><w:r>{look}<w:footnoteReference w:id="{number}"/>'
            f'</w:r><w:bookmarkEnd w:id="{number}"/>'
        )

    def _change(self, side: str, *, closed: bool = False) -> str:
        self._changes += 1
        name = "del" if side == OLD else "ins"
        return f'<w:{name} w:id="{self._changes}" w:author="{_AUTHOR}"{"/" if closed else ""}>'

    def _comment(self, words: Words) -> int:
        number = len(self.comments)
        self.comments.append(
            f'<w:comment w:id="{number}" w:author="{_AUTHOR}" w:initials="p"><w:p><w:pPr><w:pStyle w:val="Comment"/>'
            f"</w:pPr>{''.join(_run(span, 't') for span in words)}</w:p></w:comment>"
        )
        return number

    def _table(self, rows: Sequence[Sequence[Words]]) -> None:
        """Add a table, each column as wide as its words need beside those of the others."""
        columns = max(map(len, rows), default=0)
        cells = [[text_of(row[place]) for row in rows if place < len(row)] for place in range(columns)]
        least = [
            max((len(word) for text in held for word in re.split(r"[\s-]", text)), default=1) * _LETTER + _MARGINS
            for held in cells
        ]
        more = [min(max(map(len, held), default=1), _WIDEST_CELL) for held in cells]
        left = max(_WIDTH - sum(least), 0)
        wanted = [one + left * other // sum(more) for one, other in zip(least, more, strict=True)]
        widths = [_WIDTH * one // sum(wanted) for one in wanted]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        made = "".join(f"<w:tr>{''.join(map(self._cell, row, widths))}</w:tr>" for row in rows)
        looks = f'<w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="{_WIDTH}" w:type="dxa"/></w:tblPr>'
        self.body.append(f"<w:tbl>{looks}<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl><w:p/>")

    def _cell(self, words: Words, width: int) -> str:
        runs = "".join(self._runs(words, tracked=False))
        size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        return f'<w:tc>{size}<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>{runs}</w:p></w:tc>'


def _run(span: Span, element: str) -> str:
    looks = {STRONG: "<w:b/>", "code": '<w:rStyle w:val="Code"/>', OLD: "<w:strike/>", NEW: '<w:u w:val="single"/>'}
    look = looks.get(span.mark, "") if element == "t" else ""
    shown = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{shown}<w:{element} xml:space="preserve">{escape(span.text)}</w:{element}></w:r>'


def _field(code: str, shown: str) -> str:
    return f'<w:fldSimple w:instr="{escape(code, {chr(34): "&quot;"})}">{shown}</w:fldSimple>'


def _link(address: str) -> str:
    """An address behind a word that can be clicked; within a field nothing may close it."""
    shown = f'<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>{escape(say("note.page"))}</w:t></w:r>'
    return _field(f' HYPERLINK "{quote(address, safe=_IN_ADDRESS)}" ', shown)


def _listed(items: Iterable[Words]) -> Iterator[Span]:
    for index, item in enumerate(items):
        yield from plain(", " if index else "")
        yield from item


def _relations(targets: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{index}" Type="{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _content_types() -> str:
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in _PARTS.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _core(answer: Answer) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(answer.title)}</dc:title>'
        f"<dc:creator>{_AUTHOR}</dc:creator><dc:language>{escape(answer.language)}</dc:language></cp:coreProperties>"
    )


def _page() -> str:
    """A4 with margins of 2.5 cm."""
    margins = " ".join(f'w:{side}="1417"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar {margins} w:header="708" w:footer="708" w:gutter="0"/>'
        "</w:sectPr>"
    )
