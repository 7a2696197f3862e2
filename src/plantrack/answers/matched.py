"""What joined the points of two papers, below the answer to `diff --explain`."""

from collections.abc import Iterable, Iterator, Mapping

from plantrack.answers.names import provision_name
from plantrack.answers.tree import Block, Branch, Branches, Heading, plain
from plantrack.catalogue import say
from plantrack.differences.papers import Compared
from plantrack.model import Provision
from plantrack.plain import one_line


def matched_blocks(compared: Compared) -> tuple[Block, ...]:
    """A branch a pair or group: by what it was joined, how strongly, and why; then the points that stand alone."""
    return Heading(words=plain(say("matched.title"))), Branches(branches=tuple(_branches(compared)))


def _branches(compared: Compared) -> Iterator[Branch]:
    old, new = compared.old.version.provisions, compared.new.version.provisions
    joined = {"old": set[str](), "new": set[str]()}
    for match in compared.diff.matches:
        why = f": {'; '.join(match.why)}" if match.why else ""
        points = f"{_names(match.old_ids, old)} = {_names(match.new_ids, new)}"
        yield Branch(words=plain(one_line(f"by {match.by}, {match.score:.2f}{why}")), label=points)
        joined["old"].update(match.old_ids)
        joined["new"].update(match.new_ids)
    for side, provisions in (("old", old), ("new", new)):
        alone = _names((one for one in provisions if one not in joined[side]), provisions)
        if alone:
            yield Branch(words=plain(alone), label=say(f"matched.only-{side}"))


def _names(ids: Iterable[str], provisions: Mapping[str, Provision]) -> str:
    return " ".join(one_line(provision_name(provisions[one])) for one in ids)
