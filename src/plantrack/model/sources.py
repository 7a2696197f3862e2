"""A source and its passages.

Bibliography in the fields of CSL-JSON; a passage is a pair of W3C Web Annotation selectors, quote and position.
"""

from collections.abc import Mapping
from typing import Annotated

from plantrack.model.fields import (
    ActorRef,
    AtMost,
    Date,
    Digest,
    Directness,
    Extras,
    Fidelity,
    Key,
    Language,
    Origin,
    OriginRef,
    Reach,
    Slug,
    SourceStatus,
    Url,
    Voice,
)
from plantrack.value import field, value

QUOTED_WORDS = 12
"""The most words that may be kept of one passage."""


@value
class Quote:
    """W3C TextQuoteSelector."""

    exact: Annotated[str, AtMost(QUOTED_WORDS)]
    prefix: str | None = None
    """Up to 32 characters before, only where the words stand more than once."""
    suffix: str | None = None


@value
class Context:
    """What tells a passage whose words are not kept from the same words elsewhere in its text."""

    prefix: int = 0
    """How many characters before the passage, in plain form, the digest covers; at most 32."""
    suffix: int = 0
    """How many after it."""
    digest: Digest
    """SHA-256 over those before, a line feed, and those after, in plain form."""


@value
class Span:
    """W3C TextPositionSelector, in Unicode code points of the text after NFC and LF."""

    start: int
    end: int
    """The first code point after the passage."""


@value
class TextDigest:
    """The text that positions count in."""

    sha256: Digest
    """Over the UTF-8 of the text after NFC and LF."""
    characters: int


@value
class Passage:
    """Some words of a source and what they say."""

    id: Annotated[str, Key()]
    quote: Quote | None = None
    position: Span | None = None
    digest: Digest | None = None
    """SHA-256 over the words after NFC, with plain quotes and dashes and single spaces."""
    words: int | None = None
    """How many words the digest covers."""
    context: Context | None = None
    """Where no words are kept and they stand more than once: the prefix and suffix of a quote, as a digest."""
    paragraph: int | None = None
    """Counted over lines that are not blank, from 1."""
    says: str | None = None
    """What it says, in our own words."""
    speaker: ActorRef | None = None
    said: Date | None = None
    """When it was said, where that is not the date of the source."""
    voice: Voice = "self"
    chain: tuple[OriginRef, ...] = ()
    """From the publisher to the origin of this statement: `outlet:gb-news`, `person:yermak`, `unattributed`."""
    directness: Directness = "relayed_report"
    reach: Reach = "named"
    fidelity: Fidelity = "unknown"
    hedge: Annotated[str, AtMost(QUOTED_WORDS)] | None = None
    """The words with which the speaker or the page keeps it open, such as `my understanding is`."""
    notes: str | None = None


@value
class Author:
    """A CSL name: family and given, or literal."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None


@value
class Source:
    """An article, a page, a document, with the passages that statements rest on."""

    id: Annotated[str, Key()]
    schema: str
    type: str = "article-newspaper"
    """A CSL item type."""
    title: str
    container_title: str | None = None
    """The outlet's name; written `container-title` in files."""
    author: tuple[Author, ...] = ()
    issued: Date | None = None
    URL: Url | None = None
    archive: Url | None = None
    """An archived copy."""
    why_no_url: str | None = None
    """Our own words, where there is no address: why not."""
    seen: Date | None = None
    """When it was looked at for this record."""
    extent: str | None = None
    """How much of it was seen, in our own words; never a fact about the page or a paper."""
    stands_alone: bool = True
    """False where no statement may rest on it alone: a page nobody could identify, or one of a network of copies."""
    language: Language = "en"
    outlet: OriginRef | None = None
    """The publisher as an actor: `outlet:gb-news`."""
    origin: Origin = "stated"
    status: SourceStatus = "live"
    text: TextDigest | None = None
    """None where no text is at hand."""
    file: str | None = None
    """The name of the text's file, where texts are at hand."""
    notes: str | None = None
    extra: Extras = field(factory=dict)
    passages: Mapping[Slug, Passage] = field(factory=dict)
