"""The documents in this folder: one invented paper and its revision, in every format that people have.

Run `python tests/documents/make.py` to write them anew; a test compares them with what is here. No library is needed,
so that a reader of this file sees all that is in them.
"""

import io
import zipfile
from html import escape
from pathlib import Path
from textwrap import dedent

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples" / "oss"
AS_EXAMPLES = {
    "march.docx": "paper-numbered.docx", "june.docx": "revised-typed.docx", "june.pdf": "revised.pdf",
    "june.html": "revised.html", "tracked.docx": "tracked.docx",
}  # fmt: skip
"""Files of the examples, and those of this folder that they are."""
TITLE = "Framework agreement on the Oss valley"
PREAMBLE = (
    "The Government of Arland and the Government of Belmark, meeting in Corvin on 3 March 2031, agree as follows."
)
CLOSING = "Done in Corvin on 3 March 2031, in two copies."
POINTS = [
    (1, "The parties shall observe a complete cease-fire in the Oss valley from 1 May 2031."),
    (2, "Heavy weapons are withdrawn at least 20 kilometres from the line within 30 days."),
    (2, "The Joint Commission receives reports of violations and publishes them every two weeks."),
    (1, "Arland recognises the independence of Belmark."),
    (1, ("Belmark shall hold a referendum on the status of the valley no later than 31 December 2032, under the "
        "supervision of international observers.")),
    (1, "Arland may keep up to 1,500 peacekeepers in the valley for five years, for the following purposes:"),
    (2, "protection of the water-works and of the railway line between Corvin and Oss;"),
    (2, "removal of mines, at a pace of no fewer than 40 hectares a month."),
    (1, "The parties release all prisoners of war within six weeks, except those convicted of war crimes."),
    (1, "Belmark guarantees the rights of the Arlandic minority, including schooling in Arlandic."),
    (1, "Disputes about the interpretation of this agreement go to arbitration; the award is binding."),
]  # fmt: skip
REVISED = [
    *POINTS[:1],
    (2, "Heavy weapons are withdrawn at least 35 kilometres from the line within 30 days."),
    *POINTS[2:3],
    (1, ("Belmark shall hold a referendum on the status of the valley no later than 30 June 2033, under the "
        "supervision of international observers.")),
    *POINTS[5:],
    (1, "The airport of Oss is placed under the administration of the Joint Commission."),
]  # fmt: skip
HEAD = "Oss valley talks - restricted"


def numbered(points):
    """Each point with the number that stands before it: 1., 2., and (a), (b) below."""
    count = [0, 0]
    for level, text in points:
        count[level - 1] += 1
        if level == 1:
            count[1] = 0
        yield level, f"{count[0]}." if level == 1 else f"({'abcdefgh'[count[1] - 1]})", text


# ----------------------------------------------------------------------------------------------------------------- text


def markdown(points):
    lines = [f"# {TITLE}", PREAMBLE]
    for level, number, text in numbered(points):
        lines.append(f"{'   ' * (level - 1)}{number} {text}")
    return ("\n\n".join([*lines, CLOSING]) + "\n").encode()


# ----------------------------------------------------------------------------------------------------------------- Word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
KINDS = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "comments": "comments",
    "header1": "header", "footer1": "footer",
}  # fmt: skip


def zipped(files):
    """A zip archive whose bytes depend on its files alone."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            info = zipfile.ZipInfo(name, (2031, 3, 3, 12, 0, 0))
            stored = name == "mimetype"
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, body)
    return held.getvalue()


def word_file(body, **parts):
    """A Word file: the paragraphs of its body, and other parts such as `numbering`."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{KINDS[name]}+xml"/>'
        for name in parts
    )
    related = "".join(
        f'<Relationship Id="r{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{KINDS[name]}" Target="{name}.xml"/>'
        for at, name in enumerate(parts)
    )
    margins = "".join(
        f'<w:{KINDS[name]}Reference w:type="default" r:id="r{at}"/>'
        for at, name in enumerate(parts)
        if KINDS[name] in ("header", "footer")
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    files = {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"{head}<Relationships "
        f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>',
        "word/document.xml": f"{head}<w:document {W} {R}><w:body>{body}<w:sectPr>{margins}</w:sectPr></w:body></w:document>",
        **{f"word/{name}.xml": head + part for name, part in parts.items()},
    }
    return zipped(files)


def paragraph(*runs, style="", listed=None, mark=""):
    """A paragraph of Word. A run is a text, or XML where it begins with `<`."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if listed:
        properties += f'<w:numPr><w:ilvl w:val="{listed[1]}"/><w:numId w:val="{listed[0]}"/></w:numPr>'
    properties += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    shown = "".join(run if run.startswith("<") else words(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{shown}</w:p>" if properties else f"<w:p>{shown}</w:p>"


def words(text, tag="t"):
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def inserted(text):
    return f'<w:ins w:id="1" w:author="A">{words(text)}</w:ins>'


def deleted(text):
    return f'<w:del w:id="2" w:author="A">{words(text, "delText")}</w:del>'


STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr>'
    '<w:numPr><w:numId w:val="9"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
)


def level(place, form, text, extra=""):
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(levels, nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    return f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}</w:numbering>'


TWO_LEVELS = [level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")]


def typed_word(points):
    """Numbers typed by hand."""
    body = [paragraph(TITLE, style="Title"), paragraph(PREAMBLE)]
    body += [paragraph(f"{number} {text}") for _, number, text in numbered(points)]
    return word_file("".join([*body, paragraph(CLOSING)]), styles=STYLES)


def numbered_word(points):
    """Numbers that Word makes; a head, a foot with the page, a note, a comment, and a text box beside the text."""
    body = [paragraph(TITLE, style="Title"), paragraph(PREAMBLE)]
    body += [paragraph(text, listed=(1, depth - 1)) for depth, text in points]
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{paragraph('Not for publication')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    body[2] = paragraph(points[0][1], note, comment, box, listed=(1, 0))
    page = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>', "<w:instrText> PAGE </w:instrText>", '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>',
        )
    )  # fmt: skip
    return word_file(
        "".join([*body, paragraph(CLOSING)]),
        styles=STYLES,
        numbering=numbering(TWO_LEVELS),
        footnotes=f'<w:footnotes {W}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">'
        f"{paragraph('At local time.')}</w:footnote></w:footnotes>",
        comments=f'<w:comments {W}><w:comment w:id="0" w:author="A">{paragraph("Check the date.")}</w:comment></w:comments>',
        header1=f"<w:hdr {W}>{paragraph(HEAD)}</w:hdr>",
        footer1=f"<w:ftr {W}>{paragraph('Page ', page)}</w:ftr>",
    )


def tracked_word():
    """The paper with the way to its revision as tracked changes: words, a paragraph that goes, one that comes, a move."""
    mine = '<w:del w:id="3" w:author="A"/>'
    theirs = '<w:ins w:id="4" w:author="A"/>'
    body = [paragraph(TITLE, style="Title"), paragraph(PREAMBLE)]
    for depth, text in POINTS:
        listed = (1, depth - 1)
        if text == POINTS[3][1]:
            body.append(paragraph(deleted(text), listed=listed, mark=mine))
        elif "20 kilometres" in text:
            before, after = text.split("20")
            body.append(paragraph(before, deleted("20"), inserted("35"), after, listed=listed))
        elif "31 December 2032" in text:
            before, after = text.split("31 December 2032")
            body.append(paragraph(before, deleted("31 December 2032"), inserted("30 June 2033"), after, listed=listed))
        else:
            body.append(paragraph(text, listed=listed))
    body.append(paragraph(inserted(REVISED[-1][1]), listed=(1, 0), mark=theirs))
    return word_file("".join([*body, paragraph(CLOSING)]), styles=STYLES, numbering=numbering(TWO_LEVELS))


def many_lists():
    """Lists as contracts have them: `Article I`, `1.1`, `(a)`, a restart, a list that goes on, a heading that counts."""
    levels = [
        level(0, "upperRoman", "Article %1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"), level(2, "lowerRoman", "(%3)"),
    ]  # fmt: skip
    heading = [level(0, "ordinalText", "%1 part", '<w:pStyle w:val="Heading1"/>')]
    numbers = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{"".join(heading)}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", "&#xF0B7;")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="4"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
        '<w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    rows = [
        ("General", None, "Heading1"), ("Names", (1, 0), ""), ("First rule", (1, 1), ""), ("an item", (1, 2), ""),
        ("another", (1, 2), ""), ("Second rule", (1, 1), ""), ("an item again", (1, 2), ""), ("Plain words", None, ""),
        ("Places", (1, 0), ""), ("Its rule", (1, 1), ""), ("restarted", (2, 2), ""), ("goes on", (2, 2), ""),
        ("a bullet", (3, 0), ""), ("Final", None, "Heading1"),
    ]  # fmt: skip
    body = [paragraph(text, listed=listed, style=style) for text, listed, style in rows]
    return word_file("".join(body), styles=STYLES, numbering=numbers)


# ------------------------------------------------------------------------------------------------------------------ PDF

WIDTHS = dict(
    zip(
        range(32, 127),
        [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, *[556] * 10, 278, 278, 584, 584,
         584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,
         611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222,
         222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584],
        strict=True,
    )
)  # fmt: skip
"""Widths of Helvetica in thousandths of its size."""
PAGE, LEFT, RIGHT, SIZE, PITCH = (420, 300), 60, 360, 11, 14


def width(text, size=SIZE):
    return sum(WIDTHS[ord(sign)] for sign in text) * size / 1000


def broken(text, room):
    """A paragraph in lines; a word that does not fit is cut where it does, with a hyphen."""
    lines, line = [], ""
    for word in text.split():
        if width(f"{line} {word}".strip()) <= room:
            line = f"{line} {word}".strip()
            continue
        cut = next(
            (at for at in range(len(word) - 3, 2, -1) if word.isalpha() and width(f"{line} {word[:at]}-") <= room), 0
        )
        lines.append(f"{line} {word[:cut]}-" if cut else line)
        line = word[cut:]
    return [*lines, line]


def pdf(points):
    """Pages with a running head, a number at the foot, words cut at line ends, and a note in small type."""
    rows = [(LEFT, 16, TITLE)] + [(LEFT, SIZE, line) for line in ["", *broken(PREAMBLE, RIGHT - LEFT), ""]]
    for depth, number, text in numbered(points):
        indent = LEFT + 22 * (depth - 1)
        first, *others = broken(f"{number} {text}", RIGHT - indent)
        rows += [(indent, SIZE, first), *((indent, SIZE, line) for line in others), (indent, SIZE, "")]
    rows += [(LEFT, SIZE, line) for line in broken(CLOSING, RIGHT - LEFT)]
    pages, page = [], []
    for row in rows:
        if len(page) == 14:
            pages.append(page)
            page = []
        if page or row[2]:
            page.append(row)
    return pdf_file([*pages, page])


def pdf_file(pages, note="1 At local time."):
    """A PDF of pages of rows: left edge, size, text."""
    contents = []
    for number, rows in enumerate(pages, 1):
        drawn = [(LEFT + 60, 8, 18, HEAD), (PAGE[0] / 2, 9, PAGE[1] - 14, str(number))]
        drawn += [(left, size, 44 + PITCH * at, text) for at, (left, size, text) in enumerate(rows) if text]
        if note and number == 1:
            drawn.append((LEFT, 8, PAGE[1] - 32, note))
            drawn += [  # the mark of the note, small and raised
                (left + width(text), 6, 40 + PITCH * at, note[0])
                for at, (left, _, text) in enumerate(rows)
                if text.endswith("1 May 2031.")
            ]
        contents.append(
            "".join(
                f"BT /F{2 if size > SIZE else 1} {size} Tf {left:.2f} {PAGE[1] - top:.2f} Td ({_escaped(text)}) Tj ET\n"
                for left, size, top, text in drawn
            )
        )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        f"<< /Type /Pages /Count {len(contents)} /Kids [{' '.join(f'{5 + 2 * at} 0 R' for at in range(len(contents)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
    ]
    for at, content in enumerate(contents):
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE[0]} {PAGE[1]}] /Contents {6 + 2 * at} 0 R "
                "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
            ),
            f"<< /Length {len(content)} >>\nstream\n{content}endstream",
        ]
    return pdf_objects(objects)


def pdf_objects(objects, trailer=""):
    """A PDF of numbered objects with the table of where they stand."""
    held, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(held))
        held += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        f"{held}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{len(held)}\n%%EOF\n"
    ).encode("latin-1")


def _escaped(text):
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


# ----------------------------------------------------------------------------------------------------------- a web page


def page(points):
    """The paper inside the page of a newspaper, with menu, advertisement, related articles and comments."""
    items, depth = "", 0
    for at, (own, text) in enumerate(points):
        deeper = at + 1 < len(points) and points[at + 1][0] > own
        shown = text.replace("1 May 2031", '1&nbsp;May 2031<sup><a href="#note1">1</a></sup>')
        items += f"<li>{shown}" + ('<ol type="a">' if deeper else "</li>")
        depth = own
        following = points[at + 1][0] if at + 1 < len(points) else 1
        if following < depth:
            items += "</ol></li>"
    return dedent(f"""\
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>{TITLE} | The Corvin Post</title>
        <style>li {{ margin: 1em }}</style><script>var points = ["never shown"];</script></head>
        <body><header class="site-header"><a href="/">The Corvin Post</a><nav><ul><li><a href="/world">World</a></li>
        <li><a href="/sport">Sport</a></li></ul></nav></header>
        <div class="cookie-banner">We use cookies to show you more of what you do not want. Do you agree to that?</div>
        <main><article><h1>{TITLE}</h1>
        <p>{PREAMBLE}</p>
        <div class="advertisement">Buy a house in the valley before prices rise by 40 percent next year!</div>
        <ol>{items}</ol>
        <p>{CLOSING}</p>
        <aside class="related"><h2>More on this</h2><ul><li><a href="/a">Why the valley matters to both sides</a></li></ul></aside>
        <section id="footnotes" class="footnotes"><ol><li id="note1">At local time. <a href="#ref1">↩</a></li></ol></section>
        </article>
        <section id="comments" class="comments"><h2>2 comments</h2><p>I do not believe a single word of this paper.</p></section>
        </main><footer><p>© 2031 The Corvin Post. All rights reserved by its owners.</p></footer>
        <div style="display:none">A second paper that nobody sees</div></body></html>
        """).encode()


# ------------------------------------------------------------------------------------------- rich text and OpenDocument


def rich_text(points):
    """As Word writes it: numbers in groups of their own, a note, a head."""
    rows = [rf"\pard\b {_rich(TITLE)}\b0\par", rf"\pard {_rich(PREAMBLE)}\par"]
    for at, (depth, number, text) in enumerate(numbered(points)):
        note = r"{\super\chftn}{\footnote\pard {\super\chftn} At local time.}" if at == 0 else ""
        rows.append(rf"\pard\ilvl{depth - 1}\li{360 * depth}{{\listtext\pard {number}\tab}}{_rich(text)}{note}\par")
    head = r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}}{\info{\title Oss}}"
    body = "\n".join([*rows, rf"\pard {_rich(CLOSING)}\par"])
    return f"{{\\rtf1\\ansi\\ansicpg1252\\uc1{head}{{\\header\\pard {HEAD}\\par}}\n{body}}}".encode("ascii")


def _rich(text):
    return "".join(sign if sign.isascii() else rf"\u{ord(sign)}?" for sign in text)


OPEN = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (("office", "office"), ("text", "text"), ("style", "style"), ("fo", "xsl-fo-compatible"))
)


def open_document(points):
    """As LibreOffice writes it: lists in lists, styles of lists, a note, a head."""
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>At local time.</text:p></text:note-body></text:note>"
    )
    items, open_inner = "", False
    for at, (depth, text) in enumerate(points):
        if depth == 2 and not open_inner:
            items = items.removesuffix("</text:list-item>") + "<text:list>"
            open_inner = True
        elif depth == 1 and open_inner:
            items += "</text:list></text:list-item>"
            open_inner = False
        items += f"<text:list-item><text:p>{escape(text)}{note if at == 0 else ''}</text:p></text:list-item>"
    items += "</text:list></text:list-item>" if open_inner else ""
    levels = (
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
    )
    content = (
        f"<office:document-content {OPEN}><office:automatic-styles><text:list-style style:name='L1'>{levels}"
        f"</text:list-style></office:automatic-styles><office:body><office:text><text:p text:style-name='Title'>{TITLE}"
        f"</text:p><text:p>{PREAMBLE}</text:p><text:list text:style-name='L1'>{items}</text:list><text:p>{CLOSING}</text:p>"
        "</office:text></office:body></office:document-content>"
    )
    styles = (
        f"<office:document-styles {OPEN}><office:styles><style:style style:name='Title' style:family='paragraph'>"
        "<style:text-properties fo:font-weight='bold'/></style:style></office:styles><office:master-styles>"
        f"<style:master-page style:name='Standard'><style:header><text:p>{HEAD}</text:p></style:header></style:master-page>"
        "</office:master-styles></office:document-styles>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "styles.xml": styles})


FORMS = {
    "{}.md": markdown, "{}-typed.docx": typed_word, "{}-numbered.docx": numbered_word, "{}.pdf": pdf, "{}.html": page,
    "{}.rtf": rich_text, "{}.odt": open_document,
}  # fmt: skip


def made():
    """All files of this folder by name."""
    files = {
        pattern.format(name): make(points)
        for name, points in (("paper", POINTS), ("revised", REVISED))
        for pattern, make in FORMS.items()
    }
    return files | {"tracked.docx": tracked_word(), "lists.docx": many_lists()}


if __name__ == "__main__":
    for name, body in made().items():
        (HERE / name).write_bytes(body)
    for name, own in AS_EXAMPLES.items():
        (EXAMPLES / name).write_bytes(made()[own])
