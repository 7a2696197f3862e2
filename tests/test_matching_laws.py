"""Laws of matching, for any two papers."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from test_matching import POINTS, plan

from plantrack.matching import Match, match_provisions
from plantrack.matching.assignment import best_pairs
from plantrack.model import Provision


def worded(provisions: list[Provision], matches: tuple[Match, ...], others: list[Provision]) -> set[tuple[object, ...]]:
    """Groups by text, so that order and numbers do not show."""
    one, other = {each.id: each.text for each in provisions}, {each.id: each.text for each in others}
    return {
        (
            tuple(sorted(one[each] or "" for each in match.old_ids)),
            tuple(sorted(other[each] or "" for each in match.new_ids)),
        )
        for match in matches
    }


SIDES = st.lists(
    st.sampled_from([*POINTS, f"{POINTS[0]} {POINTS[1]}", "Customs duties on steel shall be cut.", "", "1"])
)


@st.composite
def nested_plans(draw: st.DrawFn) -> list[Provision]:
    """Points with sub-points, also such as nobody would write: the same words, the same number, or none, again and again."""
    points: list[Provision] = []
    for place in range(draw(st.integers(0, 9))):
        above = draw(st.sampled_from([None, *(each.id for each in points)]))
        text = draw(st.sampled_from([None, *POINTS[:3], "within 30 days;", "1"]))
        number = draw(st.sampled_from([None, "1", "2", str(place + 1)]))
        points.append(Provision(id=f"p{place}", number=number, parent=above, text=text))
    return points


@given(nested_plans(), st.booleans())
def test_a_text_against_itself_gives_each_point_with_itself(points, local):
    same = [evolve(each) for each in points]
    matches = match_provisions(points, same, local=local)
    assert sorted((each.old_ids, each.new_ids) for each in matches) == sorted(((p.id,), (p.id,)) for p in points)


@given(nested_plans(), nested_plans())
def test_nested_points_are_in_one_match_at_most_and_swap(old, new):
    forth = match_provisions(old, new, local=True)
    for ids in ([one for each in forth for one in each.old_ids], [one for each in forth for one in each.new_ids]):
        assert len(ids) == len(set(ids))
    back = match_provisions(new, old, local=True)
    assert {(each.old_ids, each.new_ids, each.by, each.score) for each in forth} == {
        (each.new_ids, each.old_ids, each.by, each.score) for each in back
    }


@given(SIDES, SIDES)
def test_every_provision_is_in_one_match_at_most(olds, news):
    old, new = plan(*olds), plan(*news)
    matches = match_provisions(old, new, local=True)
    for ids in (
        [each for match in matches for each in match.old_ids],
        [each for match in matches for each in match.new_ids],
    ):
        assert len(ids) == len(set(ids))
    assert all(match.old_ids and match.new_ids and 0 <= match.score <= 1 for match in matches)


@given(SIDES, SIDES)
def test_swapping_old_and_new_swaps_the_matches(olds, news):
    old, new = plan(*olds), plan(*news)
    forth = {(each.old_ids, each.new_ids, each.score) for each in match_provisions(old, new, local=True)}
    back = {(each.new_ids, each.old_ids, each.score) for each in match_provisions(new, old, local=True)}
    assert forth == back


@given(st.permutations(POINTS), st.permutations(POINTS))
def test_reordering_and_renumbering_give_the_same_groups(olds, news):
    old, new = plan(*olds), plan(*(f"In addition, {text}" for text in news))
    renumbered = [evolve(each, id=f"q{place}", number=str(90 - place)) for place, each in enumerate(new)]
    expected = worded(plan(*POINTS), match_provisions(plan(*POINTS), plan(*(f"In addition, {x}" for x in POINTS)), local=True),
                      plan(*(f"In addition, {x}" for x in POINTS)))  # fmt: skip
    assert worded(old, match_provisions(old, new, local=True), new) == expected
    assert worded(old, match_provisions(old, renumbered, local=True), renumbered) == expected


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 9).map(float), max_size=12))
def test_the_assignment_is_the_best_there_is(scores):
    def best(rows: list[int], taken: frozenset[int]) -> float:
        if not rows:
            return 0.0
        here = [scores[rows[0], column] + best(rows[1:], taken | {column})
                for column in range(5) if (rows[0], column) in scores and column not in taken]  # fmt: skip
        return max([best(rows[1:], taken), *here])

    pairs = best_pairs(scores)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert sum(scores[pair] for pair in pairs) == best(list(range(5)), frozenset())
