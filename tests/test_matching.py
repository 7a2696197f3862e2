"""Which provisions of two versions are about the same matter."""

import os
import subprocess
import sys
import time

import pytest

from plantrack.errors import UnknownNameError
from plantrack.matching import match_provisions
from plantrack.model import Lineage, Provision, Quantity, Term

POINTS = [
    "Kestria shall close the transit camp at Dorn.",
    "Morova shall reopen the railway between Sevra and Tolm.",
    "The two sides shall exchange maps of their minefields.",
    "Former judges may apply for their old posts.",
    "A joint council shall meet on the first Monday of each month.",
    "Farmers on both banks shall receive seed before the rains.",
    "Ferries shall carry passengers of either community.",
    "Customs duties on glass shall be abolished.",
]


def plan(*texts: str) -> list[Provision]:
    return [Provision(id=f"p{place}", number=str(place), text=text) for place, text in enumerate(texts, 1)]


def groups(
    old: list[Provision], new: list[Provision], **options: object
) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    options.setdefault("local", True)
    return {(match.old_ids, match.new_ids) for match in match_provisions(old, new, **options)}  # type: ignore[arg-type]


def test_numbers_do_not_join():
    old = plan("Kestria shall remove its guns from Hill Ganda.", "Morova shall remove its guns from Hill Berat.")
    new = plan("Morova shall remove its guns from Hill Berat.", "Kestria shall take its guns off Hill Ganda.")
    assert groups(old, new) == {(("p1",), ("p2",)), (("p2",), ("p1",))}


def test_a_figure_of_another_point_joins_nothing():
    old = plan("Morova shall pay 500 crowns to each widow.", POINTS[3])
    new = plan("A museum of 500 square metres shall open in Dorn.", POINTS[3])
    assert groups(old, new) == {(("p2",), ("p2",))}


def test_the_twin_that_stays_does_not_take_the_place_of_the_one_that_went():
    old = plan("The Front shall not mine the upper Tessar.", "The Front shall not mine the lower Tessar.")
    new = plan("The Front shall not mine the lower Tessar.")
    assert groups(old, new) == {(("p2",), ("p1",))}


def test_a_point_of_two_sentences_is_split():
    old = plan(f"{POINTS[0]} {POINTS[1]}", POINTS[2])
    assert groups(old, plan(POINTS[0], POINTS[1], POINTS[2])) == {(("p1",), ("p1", "p2")), (("p2",), ("p3",))}


def test_three_points_are_merged_into_a_list():
    old = plan(*(f"The Authority shall restore {what} in Tarsk." for what in ("electricity", "water", "the telephone")))
    new = plan("The Authority shall restore electricity, water and the telephone in Tarsk.")
    assert groups(old, new) == {(("p1", "p2", "p3"), ("p1",))}


def test_points_without_words_are_paired_by_number_and_parent_and_never_with_words():
    old = [Provision(id="a", number="1"), Provision(id="b", number="2"), Provision(id="c", number="3", text=POINTS[0])]
    new = [Provision(id="x", number="2"), Provision(id="y", number="3"), Provision(id="z", number="4", text=POINTS[0])]
    matches = match_provisions(old, new, local=True)
    assert {(each.old_ids, each.new_ids, each.by) for each in matches} == {
        (("b",), ("x",), "place"),
        (("c",), ("z",), "same-text"),
    }


def test_a_heading_without_words_follows_what_stands_under_it():
    def side(*texts: str, first: int = 1) -> list[Provision]:
        points = []
        for place, text in enumerate(texts, first):
            points.append(Provision(id=f"h{place}", number=str(place)))
            points.append(Provision(id=f"s{place}", number=f"{place}.1", parent=f"h{place}", text=text))
        return points

    found = groups(side(*POINTS[:3]), side(POINTS[3], *POINTS[:3]))
    assert {pair for pair in found if pair[0][0].startswith("h")} == {
        (("h1",), ("h2",)), (("h2",), ("h3",)), (("h3",), ("h4",)),
    }  # fmt: skip


def test_a_point_whose_text_became_a_list_is_split_into_its_lead_in_and_its_items():
    old = plan(POINTS[0], "The Authority shall adopt the budget, appoint judges and supervise the police.", POINTS[1])
    new = [
        *plan(POINTS[0]),
        Provision(id="p2", number="2", text="The Authority shall:"),
        Provision(id="p2a", number="2.a", parent="p2", text="adopt the budget;"),
        Provision(id="p2b", number="2.b", parent="p2", text="appoint judges;"),
        Provision(id="p2c", number="2.c", parent="p2", text="supervise the police."),
        Provision(id="p3", number="3", text=POINTS[1]),
    ]
    assert (("p2",), ("p2", "p2a", "p2b", "p2c")) in groups(old, new)
    assert (("p2", "p2a", "p2b", "p2c"), ("p2",)) in groups(new, old)


def test_a_sub_point_that_became_a_point_is_found():
    old = [
        Provision(id="a", number="1", text="The mission of the Union shall:"),
        Provision(id="a1", number="1.a", parent="a", text="train border guards;"),
        Provision(id="a2", number="1.b", parent="a", text="inspect the depots of arms at Dorn."),
    ]
    new = [
        Provision(id="x", number="1", text="The mission of the Union trains border guards."),
        Provision(id="y", number="2", text="The mission inspects arms depots at Dorn."),
    ]
    assert (("a2",), ("y",)) in groups(old, new)


def test_points_made_alike_are_told_apart_by_the_one_word_that_differs():
    towns = ["Dorn", "Sevra", "Tolm", "Tarsk", "Berat", "Ganda"]
    old = plan(*(f"The garrison of {town} shall leave its barracks before winter." for town in towns))
    new = plan(*(f"The garrison of {town} shall quit its barracks before winter." for town in reversed(towns)))
    assert groups(old, new) == {((f"p{n}",), (f"p{7 - n}",)) for n in range(1, 7)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "An amnesty covers the members of the Orrin Front.",
            "Sanctions remain in force against the leadership of the Orrin Front.",
        ),
        ("The capital remains Arrat.", "Foreign advisers train the police of Arrat."),
        ("Velmar and Tarsia exchange ambassadors.", "Velmar and Tarsia fight smuggling together."),
        ("The Lending Fund repairs the turbines at Olm.", "Bari receives a bridge from the Lending Fund."),
    ],
)
def test_a_shared_name_alone_joins_no_points(old: str, new: str) -> None:
    for others in ((), POINTS[:2], POINTS):
        assert (("p1",), ("p1",)) not in groups(plan(old, *others), plan(new, *others))


@pytest.mark.parametrize(
    ("terms", "is_joined"),
    [
        ((None, None), True),
        ((Term(bearer=("north",), action="inspect"), Term(bearer=("north",), action="reopen")), True),
        ((Term(bearer=("north",), action="inspect"), Term(bearer=("council",), action="reopen")), False),
    ],
)
def test_a_few_shared_words_do_not_join_points_whose_entered_terms_have_nothing_in_common(terms, is_joined):
    texts = (
        "The northern side may inspect the lights of the harbour, with ropes, lamps, salt and tar.",
        "The joint commission shall reopen mills in Dorlu, with ropes, lamps, bread and paper.",
    )
    old, new = (
        [*plan(*POINTS), Provision(id=name, number="9", text=text, terms={"t": term} if term else {})]
        for name, text, term in zip(("lights", "mills"), texts, terms, strict=True)
    )
    assert ((("lights",), ("mills",)) in groups(old, new, local=False)) is is_joined
    assert (("lights",), ("mills",)) in groups(old, new, local=True)  # ids that nobody gave, terms that nobody entered


def test_what_was_declared_is_never_overruled_by_likeness():
    old, new = plan(*POINTS[:3]), plan(POINTS[1], POINTS[0], POINTS[2])
    assert groups(old, new, local=False) == {((f"p{n}",), (f"p{n}",)) for n in (1, 2, 3)}
    assert groups(old, new, declared=[("1", "3")]) == {(("p1",), ("p3",)), (("p2",), ("p1",))}
    lineage = [Provision(id="q", number="1", text=POINTS[1], lineage=(Lineage(op="continues", of=("p1",)),))]
    (match,) = match_provisions(old[:2], lineage, local=False)
    assert (match.old_ids, match.new_ids, match.by) == (("p1",), ("q",), "lineage")


def test_repeated_texts_are_told_apart_by_their_parents():
    def side(first: str, second: str) -> list[Provision]:
        return [
            Provision(id="a", number="1", text=first),
            Provision(id="a1", number="1.a", parent="a", text="within 30 days"),
            Provision(id="b", number="2", text=second),
            Provision(id="b1", number="2.a", parent="b", text="within 30 days"),
        ]

    found = groups(side(POINTS[0], POINTS[1]), side(POINTS[1], POINTS[0]))
    assert found == {(("a",), ("b",)), (("a1",), ("b1",)), (("b",), ("a",)), (("b1",), ("a1",))}


def test_spellings_adjectives_and_acronyms_of_one_name_are_one():
    old = plan("Troops of Velkonia leave Luhansk.", "Troops of Torvania leave Odrisk.")
    new = plan("Torvanian soldiers quit Odrisk.", "Velkonian soldiers quit Lugansk.")
    assert groups(old, new) == {(("p1",), ("p2",)), (("p2",), ("p1",))}


def test_durations_in_words_figures_and_other_units_are_one():
    old = plan("Ports open within ninety days.", "Ports open within two years.")
    new = plan("Inside twenty-four months ports are opened again.", "Inside three months ports are opened again.")
    assert groups(old, new) == {(("p1",), ("p2",)), (("p2",), ("p1",))}


def test_provisions_without_text_are_read_by_terms_and_summary():
    term = Term(action="limit armed forces", quantity=(Quantity(unit="person", value=None),))
    old = [Provision(id="x", summary="Armed forces are limited.", terms={"cap": term})]
    assert groups(old, plan("The armed forces are limited in size.")) == {(("x",), ("p1",))}


def test_two_summaries_must_be_nearly_the_same_where_nobody_saw_a_text():
    def summed(text: str) -> list[Provision]:
        return [Provision(id=text, summary=text)]

    near = (
        "The railway between Sevra and Tolm is repaired by Morova with money of the Union, and its bridges are guarded."
    )
    assert groups(summed(POINTS[1]), summed(near)) == set()
    assert groups(summed(POINTS[1]), plan(near)) == {((POINTS[1],), ("p1",))}


def test_same_ids_join_only_where_ids_mean_something():
    old, new = plan(POINTS[0]), plan(POINTS[1])
    assert groups(old, new, local=False) == {(("p1",), ("p1",))}
    assert groups(old, new, local=True) == set()


def test_lineage_joins_and_composes_with_ids():
    old = [Provision(id="aid", text="x")]
    new = [Provision(id="aid", text="y"), Provision(id="food", text="z", lineage=(Lineage(op="split", of=("aid",)),))]
    (match,) = match_provisions(old, new, local=False)
    assert (match.old_ids, match.new_ids, match.by, match.score) == (("aid",), ("aid", "food"), "lineage", 1.0)
    (back,) = match_provisions(new, old, local=False)
    assert (back.old_ids, back.new_ids, back.by) == (("aid", "food"), ("aid",), "lineage")
    (handed,) = match_provisions([Provision(id="a")], [Provision(id="b")], local=False, lineage=[("a", "b")])
    assert handed.by == "lineage"


def test_a_person_overrules_by_number_or_id():
    old, new = plan(*POINTS[:3]), plan(*POINTS[:3])
    assert (("p1",), ("p3",)) in groups(old, new, declared=[("1", "p3")])
    assert (("p1",), ("p1",)) not in groups(old, new, forbidden=[("p1", "1")])
    assert (("p1",), ("p1",)) not in groups(old, new, local=False, forbidden=[("p1", "1")])
    (match,) = [each for each in match_provisions(old, new, local=True, declared=[("1", "3")]) if each.by == "declared"]
    assert match.score == 1.0


def test_a_person_who_names_no_point_is_told():
    with pytest.raises(UnknownNameError):
        match_provisions(plan("x"), plan("x"), local=True, declared=[("1", "9")])


def test_every_match_says_how_strongly_and_why():
    old = plan("All captives shall be released within 30 days.", POINTS[1])
    new = plan("Prisoners go free inside a month.", POINTS[1])
    first, second = match_provisions(old, new, local=True)
    assert 0 < first.score < 1
    assert first.by == "likeness"
    assert "figures: 30 days" in first.why
    assert (second.score, second.by, second.why) == (1.0, "same-text", ("same words",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A" * 100_000, "A" * 100_001),
        ("A-" * 50_000, "A-" * 50_001),
        ("A " * 50_000, "A " * 50_001),
        ("million " * 50_000, "x " + "million " * 50_000),
        ("9" * 100_000, "8" * 100_000),
        ("Guns go. " * 10_000, "Guns come. " * 10_000),
    ],
)
def test_hostile_text_ends_soon(one, other):
    start = time.process_time()
    match_provisions(plan(one, "The UN meets."), plan(other, "The UN is met.", "Guns leave."), local=True)
    assert time.process_time() - start < 20  # quadratic work would take minutes, even on a slow machine


def test_points_under_points_under_points_cost_no_more_than_their_number():
    def chain(word: str) -> list[Provision]:
        return [
            Provision(id=f"p{n}", number="1", parent=f"p{n - 1}" if n else None, text=f"{word} {n}")
            for n in range(3000)
        ]

    start = time.process_time()
    match_provisions(chain("level"), chain("floor"), local=True)
    assert time.process_time() - start < 20  # all that stands under each would be millions of points


def test_the_answer_hangs_on_no_hash_seed():
    code = (
        "from plantrack.matching import match_provisions as m; from plantrack.model import Provision as P;"
        f"t={[*POINTS, POINTS[0] + ' ' + POINTS[1]]!r};"
        "a=[P(id=f'a{i}',text=x) for i,x in enumerate(t)];"
        "b=[P(id=f'b{i}',text='Also '+x.replace('shall','will')) for i,x in enumerate(t[:-2])];print(m(a,b,local=True))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(answers) == 1


def test_a_name_that_a_dropped_clause_shares_with_another_point_makes_no_split() -> None:
    old = plan("No foreign warship shall enter the bay of Eln without the consent of the Council.", POINTS[0])
    new = plan("No foreign warship shall enter the bay of Eln.", POINTS[0], "The auditors shall advise the Council.")
    assert groups(old, new) == {(("p1",), ("p1",)), (("p2",), ("p2",))}


@pytest.mark.parametrize(
    ("dropped", "kept", "date"),
    [
        ("Maro will supply gas to the Authority until 2030.", "A referendum will be held by 2027.", "by 2030"),
        ("Kestria may fish off Dorn until 2041.", "The census shall be completed by 2038.", "before 2041"),
        (
            "The school at Tolm shall stay open for 90 days.",
            "Hostages shall be freed within 30 days.",
            "within 90 days",
        ),
    ],
)
def test_a_date_that_a_dropped_point_shares_with_another_makes_no_merger(dropped: str, kept: str, date: str) -> None:
    changed = " ".join(kept.split()[:-2]) + f" {date}."
    assert groups(plan(dropped, kept), plan(changed)) == {(("p2",), ("p1",))}


@pytest.mark.parametrize(
    ("dropped", "other"),
    [
        (
            "The Tavari language shall have equal status in courts and schools.",
            "The status of Dorn is left to later talks.",
        ),
        (
            "The mission shall have the rank and status of an embassy.",
            "The status of the lake shall be decided by vote.",
        ),
        ("Veterans shall enjoy legal status as public servants.", "The parties reserve the status of the two islands."),
    ],
)
def test_one_common_word_joins_no_points(dropped: str, other: str) -> None:
    assert groups(plan(*POINTS, dropped), plan(other, *POINTS)) == {
        ((f"p{place}",), (f"p{place + 1}",)) for place in range(1, len(POINTS) + 1)
    }
