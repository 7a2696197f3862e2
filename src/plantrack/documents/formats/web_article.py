"""Which part of a page is its text, and what is menu, advertisement or comment."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

UNSEEN = frozenset(
    "script style template noscript head svg iframe object embed canvas audio video map datalist meta link".split()
)
"""Elements whose text is not printed."""
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul caption option".split()
)
_PLAIN = frozenset("p h1 h2 h3 h4 h5 h6 blockquote pre dl table ol ul hgroup".split())
_FURNITURE = frozenset("nav footer aside form dialog button select textarea input label menu".split())
_NEVER = frozenset("nav footer aside dialog".split())
_ROLES = frozenset(
    "navigation banner contentinfo complementary search menu menubar toolbar dialog alertdialog form tablist".split()
)
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|sidebar|side-bar|breadcrumbs?|social|share|sharing|sharebar|"
    r"related|recommend(?:ed|ations)?|recirc|teasers?|promo|advert(?:isement)?s?|ads?|adslot|sponsored|cookies?|consent|"
    r"newsletter|subscribe|subscription|paywall|signup|login|popup|modal|pagination|pager|toolbar|widget|skip-link|"
    r"most-read|read-more|more-stories|outbrain|taboola|masthead|site-header|site-footer|page-footer|footer|screen-reader-text|"
    r"sr-only|visually-hidden|byline-share|tag-list|tags)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Words in the names that pages give to what is no text; seen on the pages of newspapers and in the themes of blogs."""
_COMMENTS = re.compile(r"(?:^|[\s_-])(?:comments?|respond|disqus|comment-list|discussion)(?:$|[\s_-])", re.IGNORECASE)
_DIALOGUES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|modal|popup|login|newsletter|paywall)(?:$|[\s_-])", re.IGNORECASE
)
_NOTES = re.compile(r"(?:^|[\s_-])(?:footnotes?|endnotes?|references|reflist|fn|fnlist)(?:$|[\s_-]|\d)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LINKED = 0.5
"""A block of which more is links is no text."""
_FEWEST_WORDS = 7
"""Words of a block from which on it is text, and no label."""
_FEWEST_IN_ALL = 40
"""Words from which on a page has text beside what looks like furniture."""
_ENOUGH = 80
"""Words from which on what a page calls its main part is that."""
_HELD = 0.72
"""An element that holds so much of the text of its parent is where the text is."""
_TOO_MUCH = 0.15
"""What holds more of the text than this is not furniture, whatever it is named."""


class Article:
    """Where the text of a page is."""

    def __init__(self, body: "_Element") -> None:
        self._words = _words(body, strictly=True)
        if self._words.get(body, 0) < _FEWEST_IN_ALL:
            self._words = _words(body, strictly=False)
        self._all = max(1, self._words.get(body, 0))
        self._frame = self._framed(body)
        self.root = self._narrowed(self._frame)
        self._above = {*self.root.iterancestors()}
        headings = [one for one in body.iter("h1") if not is_hidden(one) and has_words(one)]
        self.headline = headings[0] if len(headings) == 1 else None
        """The only headline of the first rank, wherever it stands."""

    def style(self, element: "_Element") -> str | None:
        """`menu`, `comment` or `footnote` for a block that is no text; None for text, and for what holds text."""
        if element in self._above or element is self.root:
            return None
        names = f"{element.get('class', '')} {element.get('id', '')}"
        if _NOTES.search(names) or element.get("role") in ("doc-endnotes", "doc-footnote"):
            return "footnote"
        words = self._words.get(element, 0)
        inside = self.root in element.iterancestors()
        if inside and words > _TOO_MUCH * self._words.get(self.root, 0):
            return None
        if _COMMENTS.search(names):
            return "comment"
        tag = str(element.tag)
        page_head = tag == "header" and not any(one.tag in ("article", "main") for one in element.iterancestors())
        if tag in _FURNITURE or page_head or element.get("role") in _ROLES or _NAMES.search(names):
            return "menu"
        if inside:
            return None
        beside = tag in _PLAIN and element.getparent() in self._above
        return None if (words or beside) and self._frame in element.iterancestors() else "menu"

    def _framed(self, body: "_Element") -> "_Element":
        """What the page itself says holds its text; else the whole of it."""
        named = [
            one
            for one in body.iter("main", "article", "div", "section")
            if {one.tag, one.get("role"), one.get("itemprop")} & {"main", "article", "articleBody"}
        ]
        best = max(named, key=lambda one: self._words.get(one, 0), default=None)
        if best is None or self._words.get(best, 0) < min(_ENOUGH, self._all / 2):
            return body
        return best

    def _narrowed(self, frame: "_Element") -> "_Element":
        """Down from a frame, as long as one element holds nearly all of the text."""
        at = frame
        while True:
            held = self._words.get(at, 0)
            below = [
                child for child in at if str(child.tag) in BLOCKS and str(child.tag) not in ("p", "li", "tr", "td")
            ]
            best = max(below, key=lambda child: self._words.get(child, 0), default=None)
            if best is None or not held or self._words.get(best, 0) < _HELD * held:
                return at
            at = best


def _words(body: "_Element", *, strictly: bool) -> "dict[_Element, int]":
    """Words of running text in each element: of blocks that are no mere links, nor in what is named as furniture."""
    found: dict[_Element, int] = {}
    known: dict[_Element, bool] = {}
    for block, words, linked in _blocks(body):
        if words >= _FEWEST_WORDS and linked < _LINKED * words and not (strictly and _in_furniture(block, known)):
            for one in (block, *block.iterancestors()):
                found[one] = found.get(one, 0) + words
    return found


def has_words(element: "_Element") -> bool:
    """Whether anything is printed in an element."""
    return any(str(text).strip() for text in element.itertext())


def is_hidden(element: "_Element") -> bool:
    """Whether an element is not shown."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _blocks(body: "_Element") -> "list[tuple[_Element, int, int]]":
    """Blocks with text of their own: how many words, and how many of them in links."""
    found: dict[_Element, list[int]] = {}
    stack: list[tuple[_Element, _Element, bool]] = [(body, body, False)]
    while stack:
        element, block, linked = stack.pop()
        tag = str(element.tag)
        if tag in UNSEEN or not isinstance(element.tag, str) or is_hidden(element):
            continue
        if tag in BLOCKS:
            block = element
        linked = linked or tag == "a"
        for text, inside in ((element.text, linked), *((child.tail, linked) for child in element)):
            count = len(text.split()) if text else 0
            if count:
                counts = found.setdefault(block, [0, 0])
                counts[0] += count
                counts[1] += count if inside else 0
        stack += [(child, block, linked) for child in element]
    return [(block, counts[0], counts[1]) for block, counts in found.items()]


def _in_furniture(block: "_Element", known: "dict[_Element, bool]") -> bool:
    """Whether a block stands in a menu, a comment, a dialogue: by what is never said of text."""
    way = []
    answer = False
    for one in (block, *block.iterancestors()):
        if one in known:
            answer = known[one]
            break
        way.append(one)
        names = f"{one.get('class', '')} {one.get('id', '')}"
        if one.tag in _NEVER or one.get("role") in _ROLES or _COMMENTS.search(names) or _DIALOGUES.search(names):
            answer = True
            break
    known.update(dict.fromkeys(way, answer))
    return answer
