"""Blocks that were read to blocks and provisions that stay: texts joined, ids given, variants told apart."""

import re
from collections import Counter
from collections.abc import Iterable
from operator import itemgetter

from plantrack.documents.document import Block
from plantrack.documents.drafts import Draft, Joining, Point
from plantrack.documents.titles import break_title
from plantrack.model import Provision
from plantrack.model.provisions import Variant

_EMPTY = re.compile(
    r"[\[(]?[ ]*(?:(?:this )?(?:point|article|clause|paragraph)?[ ]*(?:was|has been|is)?[ ]*(?:intentionally )?"
    r"(?:deleted|removed|omitted|struck(?: out)?|dropped|void|repealed|left blank|blank|empty|withdrawn|cancelled))?"
    r"[ ]*[.;–—-]*[ ]*[\])]?[ ]*[.;–—-]*",
    re.IGNORECASE,
)
_SHOWN = 60
_LONGEST_NUMBER = 40
_ENDS = " .:–—-"
_OPTION = re.compile(
    r"\[[ ]*(?:option|alternative|variant|alt\.?|variante|вариант|варіант)[ ]*(?P<name>[^\W_]{1,3})?[ ]*[:.)–—-][ ]*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[\[\]]")
_MOST_VARIANTS = 50
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


def made_blocks(drafts: Iterable[Draft], ids: dict[int, str], joining: Joining, width: int) -> list[Block]:
    """The blocks of a part.

    Args:
        drafts: As they were read.
        ids: The id of each point, by the identity of the object.
        joining: Joins their lines.
        width: How many characters a printed line takes.
    """
    blocks = []
    for draft in drafts:
        point = draft.point
        kind = draft.kind
        if point is not None and kind == "point":
            if len(draft.pieces) > 1:
                break_title(draft, width)
            if point.parent is not None:
                kind = "sub-point"
        if kind == "paragraph outside":
            kind = "text"
        text = joining.join(draft.pieces)
        title = " ".join(draft.title.split())
        blocks.append(
            Block(
                kind,
                text,
                draft.line,
                draft.page,
                draft.marker,
                title,
                None if point is None else ids[id(point)],
                draft.place,
                draft.why,
            )
        )
    return blocks


def made_provisions(points: list[Point], blocks: list[Block], ids: dict[int, str]) -> list[Provision]:
    """The provisions of a part, from the blocks that are theirs."""
    titles: dict[str, list[str]] = {}
    texts: dict[str, list[str]] = {}
    for block in blocks:
        if block.provision is not None:
            if block.title:
                titles.setdefault(block.provision, []).append(block.title)
            if block.text:
                texts.setdefault(block.provision, []).append(block.text)
    made = []
    for point in points:
        name = ids[id(point)]
        title = " ".join(titles.get(name, ())).strip(_ENDS)
        text = "\n".join(texts.get(name, ()))
        if title and not text and not point.has_parts and point.style != "heading":
            title, text = "", " ".join(titles[name])
        removed = not title and not point.has_parts and _EMPTY.fullmatch(text[:_SHOWN]) is not None
        number = point.path if point.path is None or len(point.path) <= _LONGEST_NUMBER else point.number
        made.append(
            Provision(
                id=name,
                number=number,
                parent=None if point.parent is None else ids[id(point.parent)],
                title=title or None,
                text=None if removed or not text else text,
                wording="removed" if removed else "in_text",
                variants=find_variants(text) if "[" in text else (),
            )
        )
    return made


def local_ids(points: Iterable[Point], prefix: str, taken: set[str], times: Counter[str]) -> dict[int, str]:
    """An id for each point: `p10-b`, `bullet-3`, `annex-a-p1`; repeats are told apart.

    Args:
        points: Of one part.
        prefix: That of the part.
        taken: Ids of other parts; those given are added.
        times: How often each stem was used.
    """
    ids: dict[int, str] = {}
    for point in points:
        if point.path is None:
            stem = f"{prefix}-{point.style}" if prefix else point.style
            times[stem] += 1
            name = f"{stem}-{times[stem]}"
        else:
            own = point.path.removeprefix(f"{prefix}.") if prefix else point.path
            number = _NOT_IN_IDS.sub("-", own.lower()).strip("-") or "0"
            stem = f"{prefix}-p{number}" if prefix else f"p{number}"
            times[stem] += 1
            name = stem if times[stem] == 1 else f"{stem}x{times[stem]}"
        while name in taken:  # a number printed '1.b' and one printed '1-b' would meet
            times[stem] += 1
            name = f"{stem}x{times[stem]}"
        taken.add(name)
        ids[id(point)] = name
    return ids


def find_variants(text: str) -> tuple[Variant, ...]:
    """The alternatives of a negotiated text that are named as such: `[Option A: …] [Option B: …]`.

    >>> [variant.text for variant in find_variants("Arland pays [Option A: 5] [Option B: 7] million.")]
    ['5', '7']
    """
    options = {opening.start(): opening.end() for opening in _OPTION.finditer(text)}
    if len(options) < 2:
        return ()
    found = []
    opened: list[int] = []
    for mark in _BRACKET.finditer(text):
        if mark[0] == "[":
            opened.append(mark.start())
        elif opened and (start := opened.pop()) in options:
            found.append((start, Variant(text=text[options[start] : mark.start()].strip())))
    return tuple(variant for _, variant in sorted(found, key=itemgetter(0))[:_MOST_VARIANTS]) if len(found) > 1 else ()


def has_brackets(text: str) -> bool:
    """Whether a text has alternatives in brackets, as texts under negotiation have: `[30] [60]`, `[shall] [should]`."""
    return re.search(r"\][ ]{0,3}(?:/|or)?[ ]{0,3}\[", text) is not None or _OPTION.search(text) is not None
