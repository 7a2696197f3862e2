"""How much a term binds its bearer as a whole, in the product order of its parts."""

from plantrack.differences.parts import PARTS
from plantrack.differences.strength.forces import DUTY, common_force
from plantrack.differences.strength.order import MIXED, combined


def rank_terms(old, new):
    """Whether the second term binds its bearer more than the first: equal, stronger, weaker or mixed.

    The product order of all parts. Terms that bind in another way, or are about another act or object, are mixed. Not
    looked at: notes, basis and `x-` fields.
    """
    force = common_force(old, new)
    if force is None and old.modality != new.modality:
        return MIXED
    return combined(part.rank(old, new, force or DUTY) for part in PARTS.values())
