"""Every kind of change, as data: the catalogue that comparison, display and documentation read.

An id reads subject-direction. `mirror` is what the same difference is called when old and new trade places.
"""

from typing import Annotated, NamedTuple

from plantrack.model.fields import OneOf

EFFECTS = {
    "strengthened": "binds the bearer more",
    "weakened": "binds the bearer less",
    "mixed": "binds more in one way and less in another, or cannot be ranked",
    "none": "does not change how much it binds",
}
MIRROR_EFFECT = {"strengthened": "weakened", "weakened": "strengthened", "mixed": "mixed", "none": "none"}
CERTAINTIES = {
    "certain": "both texts were seen",
    "unopposed": "a side is known from reports, and every report on it says so",
    "possible": "reports differ, or none of them names the point",
}
CLOCKS = {"document": "the papers differ", "knowledge": "we learned more of one paper"}
Effect = Annotated[str, OneOf("effect", EFFECTS)]
Certainty = Annotated[str, OneOf("certainty", CERTAINTIES)]
Clock = Annotated[str, OneOf("clock", CLOCKS)]


class Kind(NamedTuple):
    """One kind of change."""

    id: str
    mirror: str
    meaning: str
    """For two states of one paper."""
    rival: str
    """The same between rival papers, where nothing was done to anything."""
    clock: str = "document"
    substance: bool = True
    """Whether what is agreed differs by it; not where the same is only put in other words or elsewhere."""

    @property
    def subject(self) -> str:
        """What it speaks of: `quantity` of `quantity-raised`."""
        return next(subject for subject in SUBJECTS if self.id.startswith(subject + "-"))


SUBJECTS = (
    "provision", "status", "paper", "outside", "wording", "term", "action", "object", "modality", "quantity", "bearer",
    "counterparty", "place", "scope", "deadline", "condition", "exception", "restriction", "quantifier", "reference",
    "evidence", "field",
)  # fmt: skip

_ROWS = (
    Kind("provision-added", "provision-removed", "a new point", "only in NEW"),
    Kind("provision-removed", "provision-added", "no longer stands", "only in OLD"),
    Kind("provision-split", "provision-merged", "one point became several", "one point in OLD, several in NEW"),
    Kind("provision-merged", "provision-split", "several points became one", "several points in OLD, one in NEW"),
    Kind("provision-moved-out", "provision-moved-in", "moved to another paper", "in another paper in NEW"),
    Kind("provision-moved-in", "provision-moved-out", "moved in from another paper", "in another paper in OLD"),
    Kind("provision-replaced", "provision-replaced", "another matter in its place", "another matter in its place"),
    Kind("provision-renumbered", "provision-renumbered", "moved within the paper", "in another place", substance=False),
    Kind("provision-reworded", "provision-reworded", "other words", "other words", substance=False),
    Kind("status-deferred", "status-settled", "left to later", "left to later in NEW"),
    Kind("status-settled", "status-deferred", "no longer left to later", "left to later in OLD"),
    Kind("status-disputed", "status-undisputed", "no longer agreed", "not agreed in NEW"),
    Kind("status-undisputed", "status-disputed", "no longer marked as not agreed", "not agreed in OLD"),
    Kind("status-reported", "status-unreported", "now reported", "reported in NEW only", "knowledge"),
    Kind("status-unreported", "status-reported", "no longer reported", "reported in OLD only", "knowledge"),
    Kind("paper-changed", "paper-changed", "a fact of the paper differs", "a fact of the paper differs"),
    Kind(
        "outside-changed", "outside-changed", "a line outside the points differs", "a line outside the points differs"
    ),
    Kind("wording-unexplained", "wording-unexplained", "words differ; read both", "words differ; read both"),
    Kind("term-added", "term-removed", "a sentence or duty came", "a sentence or duty only in NEW"),
    Kind("term-removed", "term-added", "a sentence or duty went", "a sentence or duty only in OLD"),
    Kind("action-changed", "action-changed", "another act", "another act"),
    Kind("object-changed", "object-changed", "another object", "another object"),
    Kind("restriction-added", "restriction-removed", "a restriction came", "a restriction only in NEW"),
    Kind("restriction-removed", "restriction-added", "a restriction went", "a restriction only in OLD"),
    Kind("restriction-changed", "restriction-changed", "another restriction", "another restriction"),
    Kind("quantifier-widened", "quantifier-narrowed", "holds for more of them", "holds for more of them in NEW"),
    Kind("quantifier-narrowed", "quantifier-widened", "holds for fewer of them", "holds for fewer of them in NEW"),
    Kind("reference-changed", "reference-changed", "refers to something else", "refers to something else"),
    Kind("modality-strengthened", "modality-weakened", "binds more firmly", "binds more firmly in NEW"),
    Kind("modality-weakened", "modality-strengthened", "binds less firmly", "binds less firmly in NEW"),
    Kind("modality-reversed", "modality-reversed", "the act is negated", "the act is negated"),
    Kind("modality-changed", "modality-changed", "another kind of norm", "another kind of norm"),
    Kind("quantity-raised", "quantity-lowered", "a figure raised", "a higher figure in NEW"),
    Kind("quantity-lowered", "quantity-raised", "a figure lowered", "a lower figure in NEW"),
    Kind("quantity-fixed", "quantity-unfixed", "a figure given", "a figure only in NEW"),
    Kind("quantity-unfixed", "quantity-fixed", "a figure made vague or dropped", "a figure only in OLD"),
    Kind("quantity-bound-changed", "quantity-bound-changed", "another bound", "another bound"),
    Kind("quantity-unit-changed", "quantity-unit-changed", "another unit", "another unit"),
    Kind("bearer-widened", "bearer-narrowed", "binds more parties", "binds more parties in NEW"),
    Kind("bearer-narrowed", "bearer-widened", "binds fewer parties", "binds fewer parties in NEW"),
    Kind("bearer-changed", "bearer-changed", "binds another party", "binds another party"),
    Kind("counterparty-widened", "counterparty-narrowed", "owed to more", "owed to more in NEW"),
    Kind("counterparty-narrowed", "counterparty-widened", "owed to fewer", "owed to fewer in NEW"),
    Kind("counterparty-changed", "counterparty-changed", "owed to another", "owed to another"),
    Kind("place-widened", "place-narrowed", "holds in more places", "holds in more places in NEW"),
    Kind("place-narrowed", "place-widened", "holds in fewer places", "holds in fewer places in NEW"),
    Kind("place-changed", "place-changed", "holds elsewhere", "holds elsewhere"),
    Kind("scope-widened", "scope-narrowed", "holds more widely", "holds more widely in NEW"),
    Kind("scope-narrowed", "scope-widened", "holds less widely", "holds less widely in NEW"),
    Kind("scope-changed", "scope-changed", "holds at other times", "holds at other times"),
    Kind("deadline-earlier", "deadline-later", "due earlier", "due earlier in NEW"),
    Kind("deadline-later", "deadline-earlier", "due later", "due later in NEW"),
    Kind("deadline-fixed", "deadline-opened", "a deadline set", "a deadline only in NEW"),
    Kind("deadline-opened", "deadline-fixed", "a deadline dropped or left open", "a deadline only in OLD"),
    Kind("deadline-changed", "deadline-changed", "another deadline", "another deadline"),
    Kind("condition-added", "condition-removed", "a condition added", "a condition only in NEW"),
    Kind("condition-removed", "condition-added", "a condition dropped", "a condition only in OLD"),
    Kind("condition-changed", "condition-changed", "another condition", "another condition"),
    Kind("exception-added", "exception-removed", "an exception added", "an exception only in NEW"),
    Kind("exception-removed", "exception-added", "an exception dropped", "an exception only in OLD"),
    Kind("exception-changed", "exception-changed", "another exception", "another exception"),
    Kind("evidence-added", "evidence-removed", "a further passage", "a further passage", "knowledge"),
    Kind("evidence-removed", "evidence-added", "a passage withdrawn", "a passage withdrawn", "knowledge"),
    Kind("field-changed", "field-changed", "a field that is not interpreted differs", "a field differs"),
)

KINDS = {kind.id: kind for kind in _ROWS}
ChangeKind = Annotated[str, OneOf("kind", KINDS)]
QUIET = frozenset(kind.id for kind in _ROWS if not kind.substance)
"""The kinds that change nothing of substance."""
