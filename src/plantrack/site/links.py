"""Where every page and every part of it stands: the same place for the same name, build after build.

Paths are counted from the root of the site; a page puts before them the way from itself to the root, so that a site
works from a folder on disk and below any path of a web server.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from unicodedata import combining, normalize
from urllib.parse import urlsplit

from plantrack.writing.files import is_reserved

_SAFE = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 80
_LONGEST_PAIR = 200
_WEB = ("http", "https")


@lru_cache(maxsize=100_000)
def safe_name(name: str) -> str:
    """A name as part of a file's name or of an anchor: as it is where it can be, else with a digest of it.

    >>> safe_name("28pt"), safe_name('"><script>')
    ('28pt', 'script-554299e9')
    """
    if _SAFE.fullmatch(name) and len(name) <= _LONGEST and not is_reserved(name):
        return name
    digest = hashlib.sha256(name.encode("utf-8", "backslashreplace")).hexdigest()[:8]
    return f"{_OTHER.sub('-', name.lower()).strip('-')[:_LONGEST]}-{digest}".strip("-")


def web_address(address: str | None) -> str | None:
    """An address that may be a link: of the web, with a host. Everything else is no link."""
    if address is None:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme.lower() in _WEB and parts.netloc and not re.search(r"\s", address) else None


def version_name(ref: str) -> str:
    """A version as part of a file's name; an underscore stands in no slug, so two versions never share a name."""
    plan, _, version = ref.partition("@")
    return f"{safe_name(plan)}_{safe_name(version)}"


def _pair_name(old: str, new: str) -> str:
    """Two versions as a file's name, which many systems hold to 255 bytes."""
    name = f"{version_name(old)}__{version_name(new)}"
    return name if len(name) <= _LONGEST_PAIR else safe_name(name)


def named_pages(folder: str, names: Mapping[str, str]) -> dict[str, str]:
    """A page for each id, called by what people call it.

    Of several that are called alike, the first id by the alphabet has the plain name; the others have a digest of
    their ids in theirs, so that a new one moves no page of an id before it.

    Args:
        folder: Where they stand.
        names: The printed name of each id.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for one in sorted(names):
        slug = _OTHER.sub("-", _plain(names[one])).strip("-") or f"~{one}"
        while (page := safe_name(slug)) in taken:
            slug += f"~{one}"
        taken.add(page)
        found[one] = f"{folder}/{page}.html"
    return {one: found[one] for one in names}


def _plain(name: str) -> str:
    """A name in small letters without their marks: `turkiye`."""
    return "".join(sign for sign in normalize("NFKD", name.lower()) if not combining(sign))


class Links:
    """The addresses of a site."""

    def __init__(self, *, actors: Mapping[str, str], pairs: Iterable[tuple[str, str]] = ()) -> None:
        """Make the addresses.

        Args:
            actors: The printed name of every actor that has a page.
            pairs: The pairs of versions that have a page, old before new.
        """
        self._actors = named_pages("actors", actors)
        self._pairs = frozenset(pairs)

    def plan(self, plan_id: str) -> str:
        """The page of a plan."""
        return f"plans/{safe_name(plan_id)}.html"

    def version(self, ref: str) -> str:
        """The page of a version."""
        return f"versions/{version_name(ref)}.html"

    def provision(self, provision_id: str) -> str:
        """The page of a provision."""
        return f"points/{safe_name(provision_id)}.html"

    def source(self, source_id: str) -> str:
        """The page of a source."""
        return f"sources/{safe_name(source_id)}.html"

    def passage(self, source_id: str, passage_id: str) -> str:
        """A passage on the page of its source."""
        return f"{self.source(source_id)}#{passage_anchor(passage_id)}"

    def topic(self, topic: str) -> str:
        """The page of a topic."""
        return f"topics/{safe_name(topic.replace('_', '-'))}.html"

    def actor(self, actor_id: str) -> str | None:
        """The page of an actor, if it has one."""
        return self._actors.get(actor_id)

    def position(self, actor_id: str, position_id: str) -> str | None:
        """A position on the page of its actor, if that has one."""
        page = self.actor(actor_id)
        return f"{page}#{position_anchor(position_id)}" if page else None

    def event(self, event_id: str) -> str:
        """An event on the timeline."""
        return f"timeline.html#{event_anchor(event_id)}"

    def matrix(self, name: str) -> str:
        """A matrix of papers."""
        return f"matrices/{safe_name(name)}.html"

    def pair(self, one: str, other: str) -> str | None:
        """The page of two versions side by side, whichever is the older, if it was made."""
        for old, new in ((one, other), (other, one)):
            if (old, new) in self._pairs:
                return f"pairs/{_pair_name(old, new)}.html"
        return None


def point_anchor(provision_id: str) -> str:
    """The anchor of a point on a page."""
    return f"point-{safe_name(provision_id)}"


def passage_anchor(passage_id: str) -> str:
    """The anchor of a passage on the page of its source."""
    return f"passage-{safe_name(passage_id)}"


def change_anchor(fingerprint: str) -> str:
    """The anchor of a change: its fingerprint stays the same when the wording around it changes."""
    return f"change-{safe_name(fingerprint)}"


def version_anchor(ref: str) -> str:
    """The anchor of a version on a page that shows several."""
    return f"version-{version_name(ref)}"


def position_anchor(position_id: str) -> str:
    """The anchor of a position on the page of its actor."""
    return f"position-{safe_name(position_id)}"


def event_anchor(event_id: str) -> str:
    """The anchor of an event on the timeline."""
    return f"event-{safe_name(event_id)}"
