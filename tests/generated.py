"""Versions and texts of invented papers, for laws that must hold of any."""

from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st

from plantrack.differences import parts
from plantrack.model import Deadline, Duration, Frequency, Provision, Quantity, Start, Term, Version
from plantrack.vocabulary import LASTINGS, MANNERS, QUANTIFIERS

PARTIES = ["arland", "veldia", "kestria", "morova"]
MODALITIES = [
    "obligation", "prohibition", "commitment", "best_efforts", "expectation", "permission", "right", "performative",
    "unspecified",
]  # fmt: skip
ACTIONS = ["withdraw", "not withdraw", "limit", "release", "negotiate"]
OBJECTS = [None, "tanks", "the border", "all detainees"]
WITHINS = ["10 days", "2 weeks", "30 days", "31 days", "1 month", "12 months", "366 days", "immediately", "open"]
CONDITIONS = ["the ceasefire holds", "the ceasefire still holds", "the vote is held", "the guarantors agree"]
RESTRICTIONS = ["legally binding", "where possible", "in principle"]
REFERENCES = ["resolution 88", "resolution 91"]
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


OPERATORS = ["eq", "lt", "lteq", "gt", "gteq", "about", "between"]


def bounded(cls, name, **others):
    """A figure of a class with its bound, in hundreds."""
    return st.builds(
        lambda operator, value, more, rest: cls(
            operator=operator,
            upper=Decimal(value + more) if operator == "between" else None,
            **{name: Decimal(value)},
            **rest,
        ),
        st.sampled_from(OPERATORS),
        st.integers(1, 5).map(lambda value: value * 100),
        st.integers(1, 3).map(lambda value: value * 100),
        st.fixed_dictionaries(others),
    )


quantities = bounded(
    Quantity, "value", unit=st.sampled_from(["tank", "signature"]), measure=st.sampled_from([None, "heavy", "light"])
)
deadlines = st.builds(
    Deadline, within=st.sampled_from(WITHINS), of=st.sampled_from([None, "signature", "vote"])
) | st.builds(Deadline, by=st.sampled_from(["2027-03-01", "2027-03", "2027", "2028-01-01", "the rains"]))
starts = st.builds(Start, after=st.sampled_from(WITHINS), of=st.sampled_from([None, "signature"])) | st.builds(
    Start, on=st.sampled_from(["2027-03-01", "2027-03", "2028-01-01", "the rains"])
)
durations = st.builds(Duration, lasting=st.sampled_from(sorted(LASTINGS))) | bounded(
    Duration, "value", unit=st.sampled_from(["day", "week", "month", "year"])
)
frequencies = bounded(Frequency, "times", per=st.sampled_from(["1 month", "1 year", "30 days", "1 week"]))

terms = st.builds(
    Term,
    bearer=some(PARTIES),
    jointly=st.booleans(),
    modality=st.sampled_from(MODALITIES),
    action=st.sampled_from(ACTIONS),
    object=st.sampled_from(OBJECTS),
    counterparty=some(PARTIES, 1),
    place=some(PLACES, 1),
    quantity=st.lists(quantities, max_size=2).map(tuple),
    deadline=st.none() | deadlines,
    start=st.none() | starts,
    duration=st.none() | durations,
    frequency=st.none() | frequencies,
    conditions=some(CONDITIONS, 3),
    exceptions=some(CONDITIONS, 1),
    scope=some(SCOPES, 1),
    restrictions=some(RESTRICTIONS),
    quantifier=st.none() | st.sampled_from(sorted(QUANTIFIERS)),
    references=some(REFERENCES),
    manner=st.none() | st.sampled_from(sorted(MANNERS)),
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


PARTS = [part.field for part in parts.PARTS.values()]


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
