"""What a version or a source must hold beyond the types of its fields."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from plantrack.errors import quoted
from plantrack.model import Claim, Duration, Frequency, Provision, Quantity, Source, Term, Version
from plantrack.reading.nodes import Listing, Node, Table
from plantrack.reading.notes import Reading
from plantrack.vocabulary import OUT_OF_TEXT

if TYPE_CHECKING:
    from plantrack.model.events import Events

PERIOD = re.compile(r"[0-9]+(?:\.[0-9]+)? (?:(?:working )?day|hour|week|month|year)s?")
_UNITS = "hours, days, working days, weeks, months or years"


def check_version(version: Version, reading: Reading, root: Table) -> None:
    """Note what is wrong between the fields of a version, of which some may be missing because they are wrong."""
    listed = root.entries.get("provisions")
    known = listed.entries if isinstance(listed, Table) else {}
    for provision in version.provisions.values():
        path = ("provisions", provision.id)
        _check_claims(version, provision, reading, root, path)
        _check_parent(version, provision, reading, root, path, known)
        for index, link in enumerate(provision.links):
            if link.to not in known:
                _unknown(reading, root, (*path, "links", str(index), "to"), link.to, known)
        for place, term in _terms(provision):
            _check_term(term, reading, root, (*path, *place))
    _check_points(version, reading, root)


def check_source(source: Source, reading: Reading, root: Table) -> None:
    """Note what is wrong between the fields of a source and its passages."""
    for passage in source.passages.values():
        path = ("passages", passage.id)
        if passage.quote is not None and passage.position is None:
            _wrong(reading, root, (*path, "quote"), "a quotation without position", expected="position: {start, end}")
        if passage.position is not None:
            if passage.position.end <= passage.position.start:
                _wrong(
                    reading, root, (*path, "position"), "a passage that ends before it starts", expected="start < end"
                )
            if source.text is None and "text" not in reading.unread:
                _wrong(
                    reading,
                    root,
                    (*path, "position"),
                    "a position without a text",
                    expected="text: {sha256, characters}",
                )
            elif source.text is not None and passage.position.end > source.text.characters:
                found, expected = str(passage.position.end), f"at most {source.text.characters}"
                _wrong(
                    reading,
                    root,
                    (*path, "position", "end"),
                    "past the end of the text",
                    found=found,
                    expected=expected,
                )
        repeated = [origin for index, origin in enumerate(passage.chain) if origin in passage.chain[:index]]
        if repeated:
            found = ", ".join(passage.chain)
            _wrong(reading, root, (*path, "chain"), "a cycle in the chain", found=found, expected="each origin once")


def check_events(events: "Events", reading: Reading, root: Table) -> None:
    """Note events that no passage bears out."""
    for event in events.events.values():
        if not any(item.stance in ("supports", "qualifies") for item in event.evidence):
            path = ("events", event.id, "evidence")
            _wrong(reading, root, path, "an event that no passage bears out", expected="evidence: [source#passage]")


def _check_claims(version: Version, provision: Provision, reading: Reading, root: Node, path: tuple[str, ...]) -> None:
    if provision.claims:
        table = _at(root, path)
        for key in ("wording", "to", "matter", "outlook", "terms", "evidence", "variants", "text"):
            if isinstance(table, Table) and key in table.entries:
                what = f"a provision with claims has no {key} of its own"
                _wrong(reading, root, (*path, key), what, found=key, expected=f"{key} inside the claims")
    for index, claim in enumerate(provision.claims):
        where = (*path, "claims", str(index))
        if not claim.evidence:
            _wrong(reading, root, where, "a claim without evidence", expected="evidence: [source#passage]")
        if claim.wording is None and claim.matter is None and not claim.terms and claim.unchanged is None:
            _wrong(reading, root, where, "a claim that says nothing", expected="wording, matter, unchanged or terms")
        _check_unchanged(claim, reading, root, where)
        if claim.wording == "moved" and claim.to is None:
            _wrong(reading, root, where, "moved, but not where", expected="to: the other paper")
    if provision.wording == "moved" and provision.to is None:
        _wrong(reading, root, path, "moved, but not where", expected="to: the other paper")
    basis = provision.text_basis or version.text_basis
    said = any(item.stance == "supports" for item in provision.evidence)
    unsure = provision.text_basis is None and "text_basis" in reading.unread
    if provision.wording in OUT_OF_TEXT and basis == "reported_only" and not said and not unsure:
        what = f"{provision.wording}, in a version known from reports, without a passage that says so"
        _wrong(reading, root, (*path, "wording"), what, expected="evidence: [source#passage]")


def _check_unchanged(claim: Claim, reading: Reading, root: Node, path: tuple[str, ...]) -> None:
    """Note a claim that says of one thing that it stays and that it does not."""
    if claim.unchanged is None:
        return
    if claim.wording not in (None, "in_text"):
        what, found = "unchanged, and not in the text", str(claim.wording)
        _wrong(reading, root, (*path, "wording"), what, found=found, expected="in_text, or no wording")
    for key in claim.terms:
        if not claim.unchanged.terms or key in claim.unchanged.terms:
            what, expected = "a term of its own for what stays unchanged", "unchanged: {since, terms} with other keys"
            _wrong(reading, root, (*path, "terms", key), what, found=key, expected=expected)


def _check_parent(
    version: Version,
    provision: Provision,
    reading: Reading,
    root: Node,
    path: tuple[str, ...],
    known: Mapping[str, Node],
) -> None:
    seen = [provision.id]
    parent = provision.parent
    while parent is not None:
        if parent not in version.provisions:
            if len(seen) == 1 and parent not in known:
                _unknown(reading, root, (*path, "parent"), parent, known)
            return
        if parent in seen:
            if parent == provision.id == min(seen):
                found = " in ".join([*seen, parent])
                _wrong(reading, root, (*path, "parent"), "a cycle of parents", found=found, expected="a tree")
            return
        seen.append(parent)
        parent = version.provisions[parent].parent


def _terms(provision: Provision) -> Iterator[tuple[tuple[str, ...], Term]]:
    for key, term in provision.terms.items():
        yield ("terms", key), term
    for index, claim in enumerate(provision.claims):
        for key, term in claim.terms.items():
            yield ("claims", str(index), "terms", key), term
    for index, variant in enumerate(provision.variants):
        for key, term in variant.terms.items():
            yield ("variants", str(index), "terms", key), term


def _check_term(term: Term, reading: Reading, root: Node, path: tuple[str, ...]) -> None:
    for index, quantity in enumerate(term.quantity):
        where = (*path, "quantity")
        if isinstance(_at(root, where), Listing):
            where = (*where, str(index))
        _check_range(quantity, quantity.value, reading, root, where)
    if term.deadline is not None:
        where = (*path, "deadline")
        _check_time(term.deadline.within, reading, root, (*where, "within"))
        if term.deadline.within is None and term.deadline.by is None:
            _wrong(reading, root, where, "a deadline without a time", expected="within or by")
    if term.start is not None:
        where = (*path, "start")
        _check_time(term.start.after, reading, root, (*where, "after"))
        if term.start.after is None and term.start.on is None:
            _wrong(reading, root, where, "a start without a time", expected="on or after")
    if term.duration is not None:
        _check_duration(term.duration, reading, root, (*path, "duration"))
    if term.frequency is not None:
        _check_frequency(term.frequency, reading, root, (*path, "frequency"))


def _check_time(time: str | None, reading: Reading, root: Node, path: tuple[str, ...]) -> None:
    if time not in (None, "immediately", "open") and not PERIOD.fullmatch(time):
        expected = f"a number and {_UNITS}; or immediately, or open"
        _wrong(reading, root, path, "not a time", found=quoted(time), expected=expected)


def _check_duration(duration: Duration, reading: Reading, root: Node, path: tuple[str, ...]) -> None:
    figure = duration.value is not None and duration.unit is not None
    if figure == (duration.lasting is not None) or (duration.value is None) != (duration.unit is None):
        expected = "permanently or temporarily, else value with unit"
        _wrong(reading, root, path, "no duration, or two", expected=expected)
    _check_range(duration, duration.value, reading, root, path)


def _check_frequency(frequency: Frequency, reading: Reading, root: Node, path: tuple[str, ...]) -> None:
    if not PERIOD.fullmatch(frequency.per) or not any(digit in frequency.per for digit in "123456789"):
        where = (*path, "per") if isinstance(_at(root, path), Table) else path
        expected = f"a number and {_UNITS}"
        _wrong(reading, root, where, "not a period", found=quoted(frequency.per), expected=expected)
    _check_range(frequency, frequency.times, reading, root, path)


def _check_range(
    held: Quantity | Duration | Frequency, value: Decimal | None, reading: Reading, root: Node, path: tuple[str, ...]
) -> None:
    if held.operator != "between" and held.upper is None:
        return
    if (held.operator == "between") != (held.upper is not None):
        expected = "upper with the operator between, and only there"
        _wrong(reading, root, path, "a range with one end", found=held.operator, expected=expected)
    elif held.upper is not None and (value is None or held.upper < value):
        _wrong(reading, root, (*path, "upper"), "a range that ends before it starts", expected="upper not below value")


def _check_points(version: Version, reading: Reading, root: Node) -> None:
    if version.claimed_points is None:
        return
    standing = sum(
        1
        for provision in version.provisions.values()
        if provision.parent is None and provision.number and not provision.claims and provision.wording == "in_text"
    )
    if version.claimed_points.count < standing:
        found = f"{version.claimed_points.count}, with {standing} points listed"
        what = "fewer points claimed than listed"
        _wrong(reading, root, ("claimed_points",), what, found=found, expected=f"at least {standing}")


def _at(root: Node, path: tuple[str, ...]) -> Node:
    """The node at a path, or the nearest above it."""
    node = root
    for step in path:
        if isinstance(node, Table) and step in node.entries:
            node = node.entries[step]
        elif isinstance(node, Listing) and step.isdigit() and int(step) < len(node.items):
            node = node.items[int(step)]
        else:
            break
    return node


def _wrong(
    reading: Reading,
    root: Node,
    path: tuple[str, ...],
    what: str,
    *,
    found: str | None = None,
    expected: str | None = None,
    near: tuple[str, Mapping[str, Node]] | None = None,
) -> None:
    reading.path = list(path)
    reading.wrong(_at(root, path), what, found=found, expected=expected, near=near)
    reading.path = []


def _unknown(reading: Reading, root: Node, path: tuple[str, ...], name: str, known: Mapping[str, Node]) -> None:
    expected = "a provision of this file"
    _wrong(reading, root, path, "no provision of this name", found=quoted(name), expected=expected, near=(name, known))
