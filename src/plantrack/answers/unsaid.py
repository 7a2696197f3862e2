"""What one paper says and the other is not known to say: silence is not removal."""

from collections.abc import Iterator

from plantrack.answers.counting import shortened
from plantrack.answers.names import provision_label
from plantrack.answers.silence import Gap, Silence
from plantrack.answers.tree import Block, Heading, Listing, plain
from plantrack.catalogue import say
from plantrack.differences.papers import Compared
from plantrack.model import Provision
from plantrack.plain import one_line

_GAP = 120
"""Characters of what a paper says of a point that nobody can call new."""


def unsaid_of(compared: Compared, silence: Silence) -> Iterator[Block]:
    """What OLD says of matters without numbers that no page speaks of, and what of NEW nobody can call new."""
    whole = () if silence.numbers else silence.unmentioned
    old = [Gap(point=provision_label(one), words=_said(one)) for one in whole]
    old += [gap for gap in silence.parts_of_old if not gap.point[:1].isdigit()]
    for name, gaps in (("unsaid", old), (_only_new(compared), silence.only_in_new)):
        if gaps:
            yield Heading(words=plain(say(f"reported.{name}")))
            yield Listing(items=tuple(plain(_gap(gap)) for gap in gaps))


def _said(provision: Provision) -> str:
    return provision.summary or "; ".join(claim.summary or "" for claim in provision.claims)


def _only_new(compared: Compared) -> str:
    """That nobody can say whether it is new, and why."""
    unseen = "no-text" if compared.diff.old.text_basis == "reported_only" else "part"
    return f"only-reported-{unseen}" if compared.diff.new.text_basis == "reported_only" else f"only-in-{unseen}"


def _gap(gap: Gap) -> str:
    return shortened(f"{gap.name}: {one_line(gap.words)}" if gap.words else gap.name, _GAP)
