"""Any document to blocks and points; two that are compared by the same rules."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from plantrack.documents.amending import WANTED, is_amending
from plantrack.documents.blocks import Decoded
from plantrack.documents.document import Block, Document
from plantrack.documents.drafts import Joining
from plantrack.documents.formats import decoder_for
from plantrack.documents.forms import Readings, common_form
from plantrack.documents.inline_lists import split_inline_list
from plantrack.documents.lines import DROPPED, NOTE_MARK, Line, prepare_lines
from plantrack.documents.options import FORMS, ReadOptions
from plantrack.documents.parts import PartLines, split_parts
from plantrack.documents.patterns import lines_with, starts_of
from plantrack.documents.pending import Tails, folded
from plantrack.documents.provisions import has_brackets, local_ids, made_blocks, made_provisions
from plantrack.documents.structure import Part
from plantrack.errors import InputError, Problem, UsageError, named_in_fault, one_of, quoted
from plantrack.language.detection import UNKNOWN, find_language
from plantrack.language.folding import look_alikes_in
from plantrack.model import Provision
from plantrack.model.readings import Furniture, OutsideLine, Reading
from plantrack.value import collector_paused, evolve

_MOST_BLOCKS = 2_000
"""As many as the language is told from."""
_MOST_ASKED = 400
"""Points that are looked at for amendments."""
_MOST_REPEATED = 3
_MOST_LOOK_ALIKES = 5
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NUMBERED = "numbered point"


def read_document(source: bytes | str, name: str, options: ReadOptions | None = None) -> Document:
    """A document as blocks, points and lines outside.

    Args:
        source: The bytes of a file, or a text.
        name: The file as the user names it; its suffix tells the format where its bytes do not.
        options: What is decided beforehand.

    Raises:
        InputError: where it cannot be read.
        UsageError: where an option makes no sense.
    """
    with collector_paused(), named_in_fault("in the file", name):
        return _Opened(source, name, options or ReadOptions()).document()


def read_pair(
    old: tuple[bytes | str, str], new: tuple[bytes | str, str], options: tuple[ReadOptions, ReadOptions] | None = None
) -> tuple[Document, Document]:
    """Two documents read by the same rules, so far as one reading form fits both.

    Args:
        old: The bytes or text of the older one, and its name.
        new: Those of the newer one.
        options: What is decided beforehand of each.

    Raises:
        InputError: where one cannot be read.
        UsageError: where an option makes no sense.
    """
    ours, theirs = options or (ReadOptions(), ReadOptions())
    with collector_paused(), named_in_fault("in the files", f"{old[1]}, {new[1]}"):
        first, second = _Opened(*old, ours), _Opened(*new, theirs)
        shared = _shared_forms(first, second)
        older, newer = first.document(shared[0]), second.document(shared[1])
        if tails := _tails_known(first, newer):
            older = first.document(shared[0], tails)
        if tails := _tails_known(second, older):
            newer = second.document(shared[1], tails)
        return older, newer


def _tails_known(opened: "_Opened", other: Document) -> Tails | None:
    """What another document tells of the paragraphs below the last point of one; None where it tells nothing new."""
    if not opened.tails:
        return None
    inside = {folded(block.text) for block in other.blocks if block.provision is not None}
    outside = {folded(block.text) for block in other.blocks if block.provision is None} - inside
    known = Tails(
        frozenset(text for text, taken in opened.tails.items() if text in inside and not taken),
        frozenset(text for text, taken in opened.tails.items() if text in outside and taken),
    )
    return known if any(known) else None


def _shared_forms(old: "_Opened", new: "_Opened") -> tuple[dict[str, str], dict[str, str]]:
    """The forms of the parts that both documents have, by their prefixes."""
    ours: dict[str, str] = {}
    theirs: dict[str, str] = {}
    if not (old.is_free and new.is_free):
        return ours, theirs
    others = {readings.prefix: readings for readings in new.readings}
    for readings in old.readings:
        if readings.prefix in others:
            ours[readings.prefix], theirs[readings.prefix] = common_form(readings, others[readings.prefix])
    return ours, theirs


class _Opened:
    """A document whose lines are known and whose points are not yet chosen."""

    def __init__(self, source: bytes | str, name: str, options: ReadOptions) -> None:
        if options.form is not None and options.form not in FORMS:
            raise UsageError("not a way to read a document", found=quoted(options.form), expected=one_of(FORMS))
        self.name = name
        self.options = options
        self.decoded = _decoded(source, name)
        lines = self.decoded.lines
        if options.earlier:
            if not self.decoded.earlier:
                problem = Problem(what="no tracked changes here", file=name, expected="a document that tracks changes")
                raise InputError([problem])
            lines = self.decoded.earlier
        self.tails: dict[str, bool] = {}
        """Paragraphs below the last point, and whether they were taken to be of it."""
        self.lines = self.as_asked(prepare_lines(lines, paged=self.decoded.paged))
        self.parts = split_parts(self.lines)
        self.readings = []
        for index, part in enumerate(self.parts):
            its = part.lines[int(part.headed) :]
            its = its if options.points else split_inline_list(its)
            self.readings.append(Readings(its, prefix=part.prefix, main=not index))

    def as_asked(self, lines: list[Line]) -> list[Line]:
        """The lines without those to be dropped, and with the points that a person marks."""
        for pattern in self.options.drop:
            found = lines_with(pattern, [line.text for line in lines])
            lines = [
                line._replace(why=DROPPED) if drop and not line.why else line
                for line, drop in zip(lines, found, strict=True)
            ]
        if self.options.points is None:
            return lines
        starts = starts_of(self.options.points, [line.text for line in lines])
        if not any(start and not line.why for line, start in zip(lines, starts, strict=True)):
            raise UsageError("no line begins so", found=quoted(self.options.points), expected="how points begin")
        return [
            line
            if start is None or line.why
            else line._replace(
                text=line.text[start[0] :].strip(),
                marker=line.text[: start[0]].strip(),
                own=start[1].strip(),
                starts=True,
                bold=max(0, line.bold - start[0]),
                style=None,
            )
            for line, start in zip(lines, starts, strict=True)
        ]

    @property
    def is_free(self) -> bool:
        """Whether nobody decided what its points are."""
        return self.options.form is None and self.options.points is None

    def document(self, forms: dict[str, str] | None = None, tails: Tails | None = None) -> Document:
        """The document, in the given forms or in those that fit it best."""
        joining = Joining([line.text for line in self.lines if not line.why])
        taken: set[str] = set()
        times: Counter[str] = Counter()
        blocks: list[Block] = []
        provisions: list[Provision] = []
        remarks: list[Problem] = list(self.decoded.remarks)
        read: list[Part] = []
        for lines, readings in zip(self.parts, self.readings, strict=True):
            form = self.options.form or (forms or {}).get(lines.prefix) or readings.best()
            part = readings.part(form, tails)
            self.tails |= {folded(" ".join(block.pieces)): block.point is not None for block in part.tails}
            ids = local_ids(part.points, lines.prefix, taken, times)
            made = made_blocks(part.blocks, ids, joining, readings.survey.width)
            blocks += _placed(made, lines)
            provisions += made_provisions(part.points, made, ids)
            remarks += (evolve(remark, file=self.name) for remark in part.remarks)
            read.append(part)
        remarks += _repeated_numbers(provisions, self.name)
        remarks += self.doubts(provisions)
        remarks += _look_alikes(self.lines, self.name)
        title = next((block.text for block in blocks if block.kind == "title"), self.decoded.title)
        return Document(
            name=self.name, title=title, blocks=tuple(blocks), provisions=tuple(provisions),
            outside=_outside(blocks), reading=self.reading(blocks, read), remarks=tuple(remarks),
        )  # fmt: skip

    def doubts(self, provisions: list[Provision]) -> Iterator[Problem]:
        """What a person must know who compares this with a paper of points."""
        if is_amending(provisions[:_MOST_ASKED]):
            what = "this says how another text changes, and is no paper of points"
            yield Problem(what=what, file=self.name, expected=WANTED)

    def reading(self, blocks: list[Block], parts: list[Part]) -> Reading:
        """What became of the words."""
        counts: Counter[str] = Counter()
        for block in blocks:
            where = "furniture" if block.kind == "furniture" else "points" if block.provision else "outside"
            counts[where] += block.words
        furniture = tuple(
            Furniture(text=block.text, why=block.why, line=block.line or None)
            for block in blocks
            if block.kind == "furniture"
        )
        return Reading(
            form=_form_said(parts, self.parts, self.lines), words=counts.total(), in_points=counts["points"],
            outside=counts["outside"], furniture=furniture, language=self.language(blocks),
        )  # fmt: skip

    def language(self, blocks: list[Block]) -> str:
        """The language of the words; what the format states counts only where they are too few to tell."""
        words = "\n".join(f"{block.title} {block.text}" for block in blocks[:_MOST_BLOCKS] if block.kind != "furniture")
        told = find_language(words)
        stated = (self.decoded.language or "").partition("-")[0].lower()
        if not any(map(str.isalnum, words)):
            return UNKNOWN
        return stated if told == UNKNOWN and _LANGUAGE.fullmatch(stated) else told


def _decoded(source: bytes | str, name: str) -> Decoded:
    if isinstance(source, str):
        from plantrack.documents.formats.text import decode_text

        return decode_text(source)
    return decoder_for(name, source[:4096])(source, name)


def _placed(blocks: list[Block], part: PartLines) -> Iterator[Block]:
    """The blocks of a part, with the heading of an annex, and its name before the places of its lines."""
    if part.headed:
        line = part.lines[0]
        yield Block("annex", line.text, line.number, line.page, place=f"{part.prefix} heading")
    for block in blocks:
        yield block._replace(place=f"{part.prefix} {block.place}") if part.prefix and block.place else block


def _outside(blocks: list[Block]) -> tuple[OutsideLine, ...]:
    bearers = _bearers(blocks)
    found: list[OutsideLine] = []
    following: str | None = None
    for block in reversed(blocks):
        following = block.provision or following
        if block.provision is None and block.kind != "furniture":
            text = " ".join(part for part in (block.marker, block.title, block.text) if part)
            marked = bearers.get(block.marker.strip("[]().^"), ()) if block.place.endswith("note") else ()
            line = OutsideLine(
                place=block.place, text=text, line=block.line or None, point=following, marked=tuple(marked)
            )
            found.append(line)
    return tuple(found[::-1])


def _bearers(blocks: list[Block]) -> dict[str, list[str]]:
    """The points in which the mark of each footnote stands."""
    found: dict[str, list[str]] = {}
    current: str | None = None
    for block in blocks:
        if block.kind != "furniture":
            current = current if block.place.endswith("note") else block.provision
        elif block.why == NOTE_MARK and current is not None:
            found.setdefault(block.text.strip("[]().^"), []).append(current)
    return found


def _look_alikes(lines: Iterable[Line], name: str) -> Iterator[Problem]:
    """Words that letters of another script make look like others; the first few, and how many more."""
    found = [(line.number, *pair) for line in lines if not line.text.isascii() for pair in look_alikes_in(line.text)]
    for number, word, read in found[:_MOST_LOOK_ALIKES]:
        strange = ", ".join(f"U+{ord(sign):04X}" for sign in dict.fromkeys(word) if not sign.isascii())
        what = f"letters of another script look like Latin ones, and are compared as these: {quoted(read)}"
        yield Problem(what=what, file=name, line=number or None, found=f"{quoted(word)} with {strange}")
    if len(found) > _MOST_LOOK_ALIKES:
        yield Problem(what=f"{len(found) - _MOST_LOOK_ALIKES} more words with letters of another script", file=name)


def _repeated_numbers(provisions: list[Provision], name: str) -> Iterator[Problem]:
    printed = Counter(provision.number for provision in provisions if provision.number is not None)
    repeated = [(number, times) for number, times in printed.items() if times > 1]
    kept = "kept as printed, ids tell the points apart"
    if len(repeated) > _MOST_REPEATED:
        number, times = repeated[0]
        what = f"{len(repeated)} numbers are printed more than once, such as {number} ({times} times); {kept}"
        yield Problem(what=what, file=name)
        return
    for number, times in repeated:
        yield Problem(what=f"the number {number} is printed {times} times; {kept}", file=name)


def _form_said(parts: list[Part], lines: list[PartLines], every: list[Line]) -> str:
    """How a document was read, in one line."""
    said = []
    for part, its in zip(parts, lines, strict=True):
        tops = [point for point in part.points if point.parent is None]
        kinds = Counter(_NUMBERED if point.number is not None else point.style for point in tops)
        counted = ", ".join(f"{times} {kind}{'s' if times > 1 else ''}" for kind, times in kinds.items()) or "no points"
        if its.prefix:
            said.append(f"{its.prefix}: {counted}")
        elif tops or len(parts) == 1:
            numbered = any(point.number is not None for point in part.points)
            said.append(counted if numbered or not tops else f"{counted}; no numbers found")
    if has_brackets("\n".join(line.text for line in every if "[" in line.text)):
        said.append("with alternatives in brackets")
    return "; ".join(said)
