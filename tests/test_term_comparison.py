"""Changes between terms that people entered: the kinds, their effects, and what a side that was not seen leaves open."""

import time
from decimal import Decimal

import pytest
from generated import terms
from hypothesis import given
from hypothesis import strategies as st

from plantrack.differences.changes import KINDS
from plantrack.differences.parts import PARTS, exact_number, term_form
from plantrack.differences.terms import OwnedTerm, TermComparison, compare_terms
from plantrack.model import Deadline, Duration, Frequency, Quantity, Start, Term
from plantrack.value import evolve

MIRROR_EFFECT = {"strengthened": "weakened", "weakened": "strengthened"}


def figure(value, operator="lteq", unit="person", measure=None):
    return Quantity(operator=operator, value=None if value is None else Decimal(value), unit=unit, measure=measure)


def duty(**parts):
    return Term(**{"bearer": ("veldia",), "modality": "obligation", "action": "keep", "object": "guards", **parts})


def ban(**parts):
    return duty(modality="prohibition", **parts)


def liberty(**parts):
    return duty(modality="permission", **parts)


def compare(old, new, *, old_complete=True, new_complete=True):
    return compare_terms(
        [OwnedTerm(owner="o", key="cap", term=old)],
        [OwnedTerm(owner="n", key="cap", term=new)],
        old_complete=old_complete,
        new_complete=new_complete,
    )


def told(old, new):
    return [f"{change.kind} {change.effect}" for change in compare(old, new).changes]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (duty(action="leave"), duty(action="hold"), ["action-changed mixed"]),
        (duty(action="withdraw"), duty(action="negotiate withdrawal"), ["action-changed weakened"]),
        (duty(action="consider aid"), duty(action="give aid"), ["action-changed strengthened"]),
        (liberty(action="withdraw"), liberty(action="negotiate"), ["action-changed mixed"]),
        (duty(object="guards"), duty(object="jets"), ["object-changed mixed"]),
        (duty(object=None), duty(), ["object-changed mixed"]),
        (duty(modality="best_efforts"), duty(), ["modality-strengthened strengthened"]),
        (duty(), duty(modality="declaration"), ["modality-weakened weakened"]),
        (duty(), duty(modality="permission"), ["modality-changed mixed"]),
        (duty(), duty(modality="performative"), ["modality-changed mixed"]),
        (duty(), duty(modality="unspecified"), ["modality-changed None"]),
        (duty(), ban(), ["modality-reversed mixed"]),
        (liberty(), ban(), ["modality-reversed mixed"]),
        (duty(), duty(action="not keep"), ["modality-reversed mixed"]),
        (duty(), ban(action="leave"), ["action-changed None", "modality-changed mixed"]),
        (duty(), duty(bearer=("veldia", "arland")), ["bearer-widened strengthened"]),
        (duty(jointly=True), duty(jointly=True, bearer=("veldia", "arland")), ["bearer-widened mixed"]),
        (liberty(bearer=("veldia", "arland")), liberty(), ["bearer-narrowed strengthened"]),
        (duty(), duty(bearer=("arland",)), ["bearer-changed mixed"]),
        (duty(bearer=()), duty(), ["bearer-changed mixed"]),
        (duty(), duty(jointly=True), ["field-changed mixed"]),
        (duty(manner="de_facto"), duty(manner="de_jure"), ["field-changed mixed"]),
        (duty(counterparty=("arland",)), duty(counterparty=("arland", "morova")), ["counterparty-widened strengthened"]),
        (duty(place=("Hesk",)), duty(place=("Hesk", "Marn")), ["place-widened strengthened"]),
        (duty(place=("Hesk",)), duty(place=("north Hesk",)), ["place-narrowed weakened"]),
        (duty(), duty(place=("Hesk",)), ["place-narrowed weakened"]),
        (liberty(place=("Hesk",)), liberty(place=("Hesk", "Marn")), ["place-widened weakened"]),
        (duty(place=("Hesk",)), duty(place=("Marn",)), ["place-changed mixed"]),
        (duty(deadline=Deadline(within="30 days")), duty(deadline=Deadline(within="2 months")), ["deadline-later weakened"]),
        (duty(deadline=Deadline(within="2 weeks")), duty(deadline=Deadline(within="14 days")), []),
        (duty(), duty(deadline=Deadline(by="2027-03")), ["deadline-fixed strengthened"]),
        (duty(deadline=Deadline(by="2027-03")), duty(deadline=Deadline(within="open")), ["deadline-opened weakened"]),
        (liberty(deadline=Deadline(within="30 days")), liberty(deadline=Deadline(within="20 days")), ["deadline-earlier mixed"]),
        (duty(start=Start(on="2027-05-01")), duty(start=Start(on="2027-05-15")), ["deadline-later weakened"]),
        (liberty(start=Start(on="2027-05-01")), liberty(start=Start(on="2027-05-15")), ["deadline-later strengthened"]),
        (duty(), duty(start=Start(on="the vote")), ["deadline-fixed mixed"]),
        (duty(duration=Duration(value=Decimal(5), unit="year")), duty(duration=Duration(value=Decimal(3), unit="year")), ["quantity-lowered weakened"]),
        (liberty(duration=Duration(value=Decimal(5), unit="year")), liberty(duration=Duration(value=Decimal(3), unit="year")), ["quantity-lowered strengthened"]),
        (duty(duration=Duration(value=Decimal(5), unit="year")), duty(duration=Duration(value=Decimal(60), unit="month")), []),
        (duty(duration=Duration(lasting="permanently")), duty(duration=Duration(value=Decimal(5), unit="year")), ["quantity-lowered weakened"]),
        (duty(duration=Duration(lasting="permanently")), duty(duration=Duration(lasting="temporarily")), ["quantity-lowered weakened"]),
        (duty(duration=Duration(lasting="temporarily")), duty(duration=Duration(value=Decimal(5), unit="year")), ["quantity-fixed mixed"]),
        (duty(), duty(duration=Duration(lasting="permanently")), ["quantity-fixed mixed"]),
        (duty(frequency=Frequency(per="30 days")), duty(frequency=Frequency(per="90 days")), ["quantity-lowered weakened"]),
        (duty(frequency=Frequency(per="1 month")), duty(frequency=Frequency(per="1 year", times=Decimal(12))), []),
        (duty(frequency=Frequency(per="1 month")), duty(frequency=Frequency(per="30 days")), ["quantity-unit-changed mixed"]),
        (duty(quantity=(figure(600),)), duty(quantity=(figure(800),)), ["quantity-raised weakened"]),
        (duty(quantity=(figure(600, "gteq"),)), duty(quantity=(figure(800, "gteq"),)), ["quantity-raised strengthened"]),
        (duty(quantity=(figure(600, "eq"),)), duty(quantity=(figure(800, "eq"),)), ["quantity-raised mixed"]),
        (duty(quantity=(figure(600),)), duty(quantity=(figure(600, "lt"),)), ["quantity-bound-changed strengthened"]),
        (duty(quantity=(figure(600),)), duty(quantity=(figure(600, unit="tank"),)), ["quantity-unit-changed mixed"]),
        (duty(quantity=(figure(600),)), duty(quantity=(figure(None),)), ["quantity-unfixed weakened"]),
        (duty(quantity=(figure(600),)), duty(), ["quantity-unfixed weakened"]),
        (duty(quantity=(figure(600),)), duty(quantity=(figure(600, measure="troops"),)), []),
        (duty(quantity=(figure(6, measure="a"),)), duty(quantity=(figure(6, measure="b"),)), ["quantity-unfixed weakened", "quantity-fixed strengthened"]),
        (liberty(quantity=(figure(1500),)), liberty(quantity=(figure(800),)), ["quantity-lowered strengthened"]),
        (liberty(quantity=(figure(50_000, "eq", "signature"),)), liberty(quantity=(figure(150_000, "eq", "signature"),)), ["quantity-raised strengthened"]),
        (ban(quantity=(figure(500, "gt"),)), ban(quantity=(figure(800, "gt"),)), ["quantity-raised weakened"]),
        (duty(), duty(conditions=("if all agree",)), ["condition-added weakened"]),
        (liberty(), liberty(conditions=("if all agree",)), ["condition-added strengthened"]),
        (duty(conditions=("if all agree",)), duty(conditions=("if the vote is held",)), ["condition-changed mixed"]),
        (duty(conditions=("A", "B")), duty(conditions=("b", "a")), []),
        (duty(exceptions=("spies",)), duty(), ["exception-removed strengthened"]),
        (duty(), duty(scope=("peacetime",)), ["scope-narrowed weakened"]),
        (duty(scope=("peacetime",)), duty(scope=("wartime",)), ["scope-changed mixed"]),
        (duty(), duty(restrictions=("where possible",)), ["restriction-added weakened"]),
        (duty(restrictions=("legally binding",)), duty(), ["restriction-removed mixed"]),
        (ban(), ban(restrictions=("permanent",)), ["restriction-added weakened"]),
        (duty(restrictions=("under UN command",)), duty(restrictions=("under OSCE command",)), ["restriction-changed mixed"]),
        (duty(quantifier="all"), duty(quantifier="some"), ["quantifier-narrowed weakened"]),
        (duty(), duty(quantifier="only"), ["quantifier-narrowed mixed"]),
        (duty(), duty(quantifier="all"), ["field-changed mixed"]),
        (duty(references=("Article 5",)), duty(references=("Article 4",)), ["reference-changed mixed"]),
        (duty(), duty(modality="commitment"), []),
        (liberty(), duty(modality="right"), []),
        (ban(), duty(action="not keep"), []),
        (duty(object="The  Guards"), duty(object="the guards"), []),
    ],
)  # fmt: skip
def test_each_part_that_differs_gives_its_kind_and_effect(old, new, expected):
    assert told(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (duty(modality="performative"), duty(modality="performative", place=("Hesk",))),
        (duty(modality="unspecified"), duty(modality="unspecified", place=("Hesk",))),
        (duty(), liberty(place=("Hesk",))),
    ],
)
def test_no_effect_is_given_where_bearer_or_force_are_not_known(old, new):
    assert [change.effect for change in compare(old, new).changes if change.part != "modality"] == [None]


def test_of_a_report_that_names_no_bearer_no_effect_is_sure():
    old, new = duty(bearer=()), duty(bearer=(), quantity=(figure(800),))
    assert [change.effect for change in compare(old, new).changes] == ["strengthened"]
    assert [change.effect for change in compare(old, new, new_complete=False).changes] == [None]
    reported = compare_terms([], [OwnedTerm(owner="n", key="cap", term=old)], old_complete=True, new_complete=False)
    assert [change.effect for change in reported.changes] == [None]


def test_a_force_that_one_side_leaves_unsaid_is_that_of_the_other():
    seen = duty(quantity=(figure(600),))
    reported = Term(action="keep", object="guards", quantity=(figure(800),))
    (change,) = compare(seen, reported, new_complete=False).changes
    assert (change.kind, change.effect) == ("quantity-raised", "weakened")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (None, duty(), "term-added strengthened"),
        (None, ban(), "term-added strengthened"),
        (ban(), None, "term-removed weakened"),
        (None, liberty(), "term-added None"),
        (None, duty(modality="right"), "term-added None"),
        (None, duty(modality="performative"), "term-added None"),
        (duty(bearer=()), None, "term-removed weakened"),
    ],
)
def test_only_a_duty_or_a_ban_that_comes_or_goes_binds_more_or_less(old, new, expected):
    sides = [[OwnedTerm(owner="p", key="cap", term=term)] if term else [] for term in (old, new)]
    (change,) = compare_terms(*sides, old_complete=True, new_complete=True).changes
    assert f"{change.kind} {change.effect}" == expected


def test_a_figure_carries_its_values_and_its_delta():
    (change,) = compare(duty(quantity=(figure(600_000),)), duty(quantity=(figure(800_000),))).changes
    assert change.before == {"operator": "lteq", "value": 600_000, "unit": "person"}
    assert change.delta == {"absolute": 200_000, "relative": 0.3333}


def test_figures_that_differ_in_the_last_of_many_digits_differ_and_keep_their_digits():
    old, new = (duty(quantity=(figure(f"12345678901234567.{part}", unit="USD"),)) for part in ("25", "75"))
    (change,) = compare(old, new).changes
    assert (change.kind, change.delta["absolute"]) == ("quantity-raised", 0.5)
    assert (change.before["value"], change.after["value"]) == ("12345678901234567.25", "12345678901234567.75")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**20), max_value=10**20))
def test_a_figure_in_json_is_that_figure(value):
    assert Decimal(str(exact_number(value))) == value


RICHER = {
    "object": duty(),
    "modality": duty(object=None),
    "bearer": duty(object=None),
    "quantity": duty(object=None, quantity=(figure(600),)),
    "condition": duty(object=None, conditions=("if ratified",)),
    "exception": duty(object=None, exceptions=("the coast guard",)),
    "restriction": duty(object=None, restrictions=("legally binding",)),
    "deadline": duty(object=None, deadline=Deadline(within="30 days")),
    "start": duty(object=None, start=Start(on="2027-05-01")),
    "duration": duty(object=None, duration=Duration(lasting="permanently")),
    "frequency": duty(object=None, frequency=Frequency(per="30 days")),
    "counterparty": duty(object=None, counterparty=("arland",)),
    "place": duty(object=None, place=("Hesk",)),
    "scope": duty(object=None, scope=("peacetime",)),
    "quantifier": duty(object=None, quantifier="all"),
    "reference": duty(object=None, references=("Article 5",)),
    "manner": duty(object=None, manner="de_jure"),
    "jointly": duty(object=None, jointly=True),
}
POORER = {"modality": duty(object=None, modality="unspecified"), "bearer": duty(object=None, bearer=())}


@pytest.mark.parametrize("part", sorted(PARTS.keys() - {"action"}))
def test_what_a_side_that_was_not_seen_lacks_is_a_gap_and_no_change(part):
    richer, poorer = RICHER[part], POORER.get(part, duty(object=None))
    seen = compare(richer, poorer)
    assert [change.part for change in seen.changes] == [part]
    assert not seen.gaps
    unseen = compare(richer, poorer, new_complete=False)
    assert unseen.changes == ()
    assert [(gap.side, gap.owner, gap.term, gap.part) for gap in unseen.gaps] == [("new", "o", "cap", part)]
    backwards = compare(poorer, richer, old_complete=False)
    assert [(gap.side, gap.owner, gap.part) for gap in backwards.gaps] == [("old", "n", part)]


def test_a_term_that_only_one_side_has_is_a_gap_where_the_other_was_not_seen():
    found = compare_terms([OwnedTerm(owner="o", key="cap", term=duty())], [], old_complete=True, new_complete=False)
    assert not found.changes
    assert [(gap.side, gap.term, gap.part) for gap in found.gaps] == [("new", "cap", None)]


def test_terms_of_a_group_are_pooled_and_name_their_own_provision():
    old = [OwnedTerm(owner="2", key=key, term=duty(action=key)) for key in ("clear", "return")]
    later = duty(action="return", deadline=Deadline(within="120 days"))
    new = [OwnedTerm(owner="2", key="clear", term=duty(action="clear")), OwnedTerm(owner="3", key="return", term=later)]
    (change,) = compare_terms(old, new, old_complete=True, new_complete=True).changes
    assert (change.kind, change.old_ids, change.new_ids) == ("deadline-fixed", ("2",), ("3",))


def test_clauses_pair_by_the_words_they_share_whatever_their_order():
    old = duty(conditions=("if the vote is held by May", "if all agree"))
    new = duty(conditions=("if the dam is repaired", "if the vote is held by June"))
    changes = compare(old, new).changes
    assert [(change.before, change.after) for change in changes] == [
        ("if the vote is held by May", "if the vote is held by June"), ("if all agree", "if the dam is repaired"),
    ]  # fmt: skip


@given(terms, terms, st.booleans(), st.booleans())
def test_the_way_back_mirrors_the_way_there(old, new, old_complete, new_complete):
    there = compare(old, new, old_complete=old_complete, new_complete=new_complete)
    back = compare(new, old, old_complete=new_complete, new_complete=old_complete)
    seen = [(one.kind, one.part, one.before, one.after, one.effect, one.force) for one in there.changes]
    mirrored = [
        (KINDS[one.kind].mirror, one.part, one.after, one.before, MIRROR_EFFECT.get(one.effect, one.effect), one.force)
        for one in back.changes
    ]
    assert sorted(map(repr, seen)) == sorted(map(repr, mirrored))
    sides = {"old": "new", "new": "old"}
    assert {(gap.side, gap.part) for gap in there.gaps} == {(sides[gap.side], gap.part) for gap in back.gaps}
    assert [one.rule for one in there.silenced] == [one.rule for one in back.silenced]


@given(terms, terms, st.sampled_from(sorted(PARTS)))
def test_a_part_that_differs_is_told_silenced_or_unreported(old, new, part):
    field = PARTS[part].field
    changed = evolve(old, **{field: getattr(new, field)})
    found = compare(old, changed)
    assert bool(found.changes or found.silenced) == (changed != old)
    assert {change.part for change in found.changes} <= {part, "modality"}


@given(terms)
def test_a_term_does_not_differ_from_itself(term):
    assert compare(term, term) == TermComparison()


@given(terms)
def test_the_form_of_a_term_leaves_out_what_it_does_not_say(term):
    form = term_form(term)
    assert set(form) <= {part.field for part in PARTS.values()}
    assert all(part not in (None, [], {}, False) for part in form.values())


def test_very_many_terms_and_conditions_are_compared_in_little_time():
    old = [OwnedTerm(owner="o", key=f"t{number}", term=duty()) for number in range(3_000)]
    new = [OwnedTerm(owner="n", key=f"t{number}", term=ban()) for number in range(3_000)]
    many = [tuple(f"if dam {number} of {side} holds" for number in range(2_000)) for side in ("Oss", "Marn")]
    begun = time.process_time()
    assert len(compare_terms(old, new, old_complete=True, new_complete=True).changes) == 3_000
    assert len(compare(duty(conditions=many[0]), duty(conditions=many[1])).changes) == 2_000
    assert time.process_time() - begun < 5
