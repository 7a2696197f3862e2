"""Inputs that nobody would write, made of bytes: the same bytes make the same input, and a few other bytes one like it.

So one maker serves hypothesis, which shrinks bytes, and a fuzzer that is led by coverage, which changes them.
"""

import io
import random
import re
import zipfile
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src" / "plantrack" / "language" / "data"
SAMPLES = ROOT / "tests" / "documents"
NASTY = [
    "\u202e", "\u200b", "\u00ad", "\u009b", "\x7f", "\x1b[2J", "\ufeff", "\ufffe", "\U0001f54a\ufe0f", "e\u0301", "ﬁ", "½", "①", "٣",
    "n\u043et", "\u0456", "ß", "İ", "ǅ", "\u2028", "\u00a0", "\u3164", "中文", "да", "\u05d0", "`", "''", '"', "\\", "%s", "{{x}}", "<b>", "&amp;", "&#0;",
    "=1+1", "| a | b |", "[^1]", "![x](y)", "[shall] [should]", "[Option A: x]", "[deleted]", "~~gone~~", "...", "(s)", "and/or",
]  # fmt: skip
FIGURES = [
    "0", "1", "1,250", "1.250,5", "1 000", "12345678901234567.25", "½", "1½", "-3", "3rd", "1e9", "0.0", "007", "10 to 20", "60/40", "50-50",
    "one million two hundred thousand", "a dozen", "thirty (30)", "one in four", "two thirds", "twice", "per cent", "%", "$5m", "EUR 100 billion",
    "5 percentage points", "F-16", "G8", "2bis", "resolution 242", "Article 5(2)(a)", "paragraphs 2 and 3", "Annex A", "1 May 2031", "2031-05-01",
    "05/06/2031", "00:00", "26-27 September", "30 working days", "within 30 days of", "every 90 days", "for at least ten years", "by 31 December",
    "as soon as possible", "the 1990s", "99999999999999999999999 km", "20 grams", "500 barrels", "1/3", "0/0", "1/0",
]  # fmt: skip
NAMES = [
    "Arland",
    "Belmark",
    "the Arlandic side",
    "both Parties",
    "U.N. Security Council",
    "the Orrin Front (OF)",
    "Port Sael",
    "Dr. Keller",
]
LABELS = [
    "1.",
    "2.",
    "10.",
    "(1)",
    "(a)",
    "(b)",
    "b)",
    "(iii)",
    "iv.",
    "A.",
    "1.1",
    "2. (a)",
    "Article 3",
    "Article One",
    "§ 4",
    "-",
    "•",
    "—",
    "1- ",
]


@lru_cache(maxsize=1)
def lexicon():
    """Words and phrases of the lists that come with the program."""
    pools = []
    for name in ("closed", "words", "units", "contraries", "domain", "currencies", "field_words", "states"):
        lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        cells = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
        pools.append([word.strip() for cell in cells for word in cell.split(";") if word.strip()])
    return [
        *pools,
        FIGURES,
        NAMES,
        NASTY,
        [",", ".", ";", ":", "(", ")", "and", "or", "shall", "not", "if", "unless", "the", "of", "to"],
    ]


@lru_cache(maxsize=1)
def records():
    """Files of the corpus, which YAML is made of by changing them."""
    found = sorted([*ROOT.glob("plans/**/*.yaml"), *ROOT.glob("seeds/*.yaml"), *ROOT.glob("examples/**/*.yaml")])
    return [(path, path.read_text(encoding="utf-8").splitlines()[:60]) for path in found]


@lru_cache(maxsize=1)
def samples():
    """Documents of every format, with what archives hold."""
    return [path for path in sorted(SAMPLES.glob("*.*")) if path.suffix != ".py"]


class Choices:
    """Draws from bytes; what is over gives the first of everything, so that every input ends."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def byte(self):
        """The next byte."""
        self.at += 1
        return self.data[self.at - 1] if self.at <= len(self.data) else 0

    def below(self, most):
        """A number from 0 up to one less than `most`."""
        return (self.byte() << 8 | self.byte()) % most if most > 256 else self.byte() % most

    def one_of(self, values):
        """One of them."""
        return values[self.below(len(values))]

    def words(self, most=24):
        """A row of words, figures, names and marks, and seldom what is none of these."""
        pools = lexicon()
        return [self.one_of(self.one_of(pools)) for _ in range(1 + self.below(most))]

    def wording(self, most=24):
        """Words with spaces, mostly."""
        return _joined(self, self.words(most))

    def two_wordings(self):
        """A wording, and one that some edits make of it."""
        words = self.words()
        return _joined(self, words), _joined(self, self.edited(words, lambda: self.one_of(self.one_of(lexicon()))))

    def edited(self, items, other):
        """The items with some of them dropped, put in, replaced, moved or said twice."""
        made = list(items)
        for _ in range(self.below(6)):
            place = self.below(len(made) + 1)
            edit = self.below(5)
            if edit == 0:
                made.insert(place, other())
            elif edit == 1:
                made[place : place + 1] = [other()]
            elif edit == 2:
                del made[place : place + 1 + self.below(4)]
            elif edit == 3 and made:
                made.insert(self.below(len(made)), made.pop(place % len(made)))
            else:
                made[place:place] = made[place : place + 3]
        return made

    def paper(self):
        """The lines of a document."""
        lines = []
        for _ in range(1 + self.below(14)):
            kind = self.below(12)
            if kind < 7:
                lines.append(f"{self.one_of(LABELS)} {self.wording(16)}")
            elif kind == 7:
                lines.append(self.wording(10))
            elif kind == 8:
                lines.append(f"{'#' * (1 + self.below(4))} {self.wording(4)}")
            elif kind == 9:
                lines.append("".join(f"| {self.wording(3)} " for _ in range(1 + self.below(4))) + "|")
            elif kind == 10:
                lines.append(" ".join(f"({label}) {self.wording(4)};" for label in "abcdefg"[: 1 + self.below(7)]))
            else:
                lines.append(
                    self.one_of(
                        [
                            "",
                            "---",
                            "- 2 -",
                            "Page 3 of 9",
                            "|---|---|",
                            "```",
                            "> ",
                            "<div>",
                            "\f",
                            "    ",
                            "[^1]: note",
                            "ANNEX A",
                        ]
                    )
                )
        return lines

    def document(self):
        """The name and bytes of a document of any format."""
        kind = self.below(10)
        if kind < 4:
            text = self.one_of(["\n", "\n\n", "\r\n"]).join(self.paper())
            return self.one_of(["x.md", "x.txt"]), text.encode(
                self.one_of(["utf-8", "utf-8", "utf-16", "latin-1"]), "replace"
            )
        if kind < 6:
            tags = self.one_of(
                [("p", "p"), ("li", "li"), ("td", "td"), ("h2", "h2"), ("span style=x", "p"), ("sup", "div")]
            )
            body = "".join(f"<{tags[0]}>{line}</{tags[1]}>\n" for line in self.paper())
            return "x.html", f"<html><body><ol>{body}</ol></body>".encode()
        path = self.one_of([path for path in samples() if path.suffix != ".pdf"])
        return path.name, self.damaged(path)

    def damaged(self, path):
        """A sample with some of its bytes changed; of an archive, those of a part."""
        data = path.read_bytes()
        if not zipfile.is_zipfile(path):
            return self._bytes_changed(data)
        held = io.BytesIO()
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(held, "w") as new:
            parts = old.namelist()
            chosen = self.one_of([part for part in parts if part.endswith(".xml")])
            for part in parts:
                new.writestr(part, self._markup_changed(old.read(part)) if part == chosen else old.read(part))
        return held.getvalue()

    def _bytes_changed(self, data):
        made = bytearray(data)
        for _ in range(1 + self.below(8)):
            place = self.below(len(made) + 1)
            piece = self.one_of(
                [bytes([self.byte()]), b"", self.one_of(NASTY).encode(), bytes(made[place : place + 20])]
            )
            made[place : place + self.below(6)] = piece
        return bytes(made)

    def _markup_changed(self, data):
        pieces = re.split(rb"(<[^>]*>)", data)

        def other():
            return self.one_of(
                [self.wording(4).encode("utf-8", "replace"), self.one_of(pieces), b"&#x202e;", b"<w:br/>"]
            )

        return b"".join(self.edited(pieces, other))

    def record(self):
        """A file of the corpus by its path, with lines changed."""
        path, lines = self.one_of(records())
        scalars = ["", "~", "no", "1:30", "010", "1.10", "80,000", "[]", "{}", "[a, b]", "&x 1", "*x", "<<: *x", "!!python/object x", "? a", "- - -",
                   "2031-05-01", "2031-13-99", "..", "|", ">-", '"\\x9b"', '"\\ud800"', "'", "\t", "#", "1e999", "9" * 40, "a: b", "x" * 300]  # fmt: skip

        def other():
            line = self.one_of(lines) if lines else ""
            key = line.partition(":")[0]
            return self.one_of(
                [
                    line,
                    f"{key}: {self.one_of(scalars)}",
                    f"{key}: {self.one_of(NASTY)}",
                    f"  {line}",
                    line.strip(),
                    f"{key}: {self.wording(6)}",
                ]
            )

        return path, "\n".join(self.edited(lines, other)) + "\n"


def _joined(choices, words):
    return choices.one_of([" ", " ", " ", "", "\n", "  "]).join(words)


def bytes_from(seed, most=600):
    """Bytes for a run without a fuzzer."""
    drawn = random.Random(seed)
    return drawn.randbytes(drawn.randrange(most))
