"""Versions and texts of invented papers, for laws that must hold of any."""

from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st

from plantrack.model import Deadline, Provision, Quantity, Term, Version

PARTIES = ["arland", "veldia", "kestria", "morova"]
MODALITIES = ["obligation", "prohibition", "commitment", "best_efforts", "expectation", "permission", "performative"]
ACTIONS = ["withdraw", "limit", "release", "open", "pay"]
OBJECTS = [None, "tanks", "the border", "all detainees"]
WITHINS = ["10 days", "30 days", "immediately", "open"]
CONDITIONS = ["the ceasefire holds", "the vote is held", "the guarantors agree"]
PLACES = ["the Hesk valley", "Port Sael"]
SCOPES = ["peacetime", "the transition"]
MATTERS = ["settled", "deferred", "disputed"]


SUMMARIES = {
    "matter-a": "Tanks leave the valley.",
    "matter-b": "Detainees go home.",
    "matter-c": "Schools reopen at the border.",
    "matter-d": "An arbitrator is named.",
    "matter-e": "Fishing boats cross freely.",
    "matter-f": "Pensions are paid.",
}


def some(values, most=2):
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(lambda found: tuple(sorted(found)))


quantities = st.builds(
    lambda operator, value, more, unit: Quantity(
        operator=operator,
        value=Decimal(value),
        upper=Decimal(value + more) if operator == "between" else None,
        unit=unit,
    ),
    st.sampled_from(["eq", "lt", "lteq", "gt", "gteq", "about", "between"]),
    st.integers(1, 5).map(lambda value: value * 100),
    st.integers(1, 3).map(lambda value: value * 100),
    st.sampled_from(["tank", "person"]),
)

terms = st.builds(
    Term,
    bearer=some(PARTIES),
    modality=st.sampled_from(MODALITIES),
    action=st.sampled_from(ACTIONS),
    object=st.sampled_from(OBJECTS),
    counterparty=some(PARTIES, 1),
    place=some(PLACES, 1),
    quantity=st.lists(quantities, max_size=1).map(tuple),
    deadline=st.none() | st.builds(Deadline, within=st.sampled_from(WITHINS)),
    conditions=some(CONDITIONS),
    exceptions=some(CONDITIONS, 1),
    scope=some(SCOPES, 1),
)


@st.composite
def versions(draw, name="a", basis=None, most=5):
    """A curated version: ids from a small pool, so that two versions share some."""
    ids = draw(st.lists(st.sampled_from(sorted(SUMMARIES)), max_size=most, unique=True))
    provisions = {}
    for index, provision_id in enumerate(ids, 1):
        provisions[provision_id] = Provision(
            id=provision_id,
            number=str(index),
            summary=SUMMARIES[provision_id],
            matter=draw(st.sampled_from(MATTERS)),
            terms=draw(st.dictionaries(st.sampled_from(["one", "two"]), terms, max_size=2)),
        )
    return Version(
        schema="plantrack/1",
        plan="paper",
        version=name,
        date="2031-05-01",
        title="Paper",
        text_basis=basis or draw(st.sampled_from(["full_text", "partial_text"])),
        provisions=provisions,
    )


PARTS = [
    "bearer", "modality", "action", "object", "counterparty", "place", "quantity", "deadline", "conditions",
    "exceptions", "scope",
]  # fmt: skip


@st.composite
def revisions(draw):
    """A small version, and one that has its points with some parts of each term changed, and perhaps one more point."""
    old, new = draw(versions("a", most=1)), draw(versions("b", most=1))
    before, after = dict(old.provisions), dict(new.provisions)
    for name in ("x", "y"):
        term, drawn = draw(terms), draw(terms)
        parts = draw(st.lists(st.sampled_from(PARTS), min_size=1, max_size=3, unique=True))
        changed = evolve(term, **{part: getattr(drawn, part) for part in parts})
        before[name] = Provision(id=name, number=name, terms={"one": term})
        after[name] = evolve(before[name], terms={"one": changed})
    papers = evolve(old, provisions=before), evolve(new, provisions=after)
    return papers[::-1] if draw(st.booleans()) else papers


SENTENCES = [
    "{party} shall withdraw its tanks from the Hesk valley within {number} days.",
    "The army of {party} shall number at most {number},000 soldiers.",
    "{party} shall release at least {number} detainees if the ceasefire holds.",
    "{party} may reopen the railway to Port Sael.",
    "{party} undertakes to pay {number} million dollars to the fund for the bereaved.",
    "{party} shall not base bombers on the coast, except for training.",
    "A joint commission shall mark the boundary across the lake with {number} buoys.",
    "{party} shall keep the straits open to merchant ships in peacetime.",
    "The schools of the border districts shall reopen by 1 March 20{number}.",
]


@st.composite
def texts(draw):
    """A text with numbered points."""
    points = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True))
    lines = []
    for index, point in enumerate(points, 1):
        party = draw(st.sampled_from([name.title() for name in PARTIES]))
        lines.append(f"{index}. " + point.format(party=party, number=draw(st.integers(30, 90))))
    return "\n".join(lines) + "\n"


def renamed(version):
    """The same version under other ids."""
    provisions = {
        f"other-{provision.id}": evolve(provision, id=f"other-{provision.id}")
        for provision in version.provisions.values()
    }
    return evolve(version, provisions=provisions)
