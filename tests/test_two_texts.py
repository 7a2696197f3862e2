"""A diff of two texts as people read it: the words of both, a map above, and no more than is known."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from two_texts_samples import Sample, karsk, made, taken_apart, two_texts_as_json, two_texts_as_text, unexplained

import plantrack
from plantrack.answers.diff import is_of_two_texts
from plantrack.answers.diff_form import DIFF
from plantrack.answers.tree import text_of
from plantrack.answers.two_texts import arrange_two_texts
from plantrack.answers.two_texts_answer import MAP_LINES
from plantrack.answers.two_texts_labels import Names, change_label
from plantrack.answers.two_texts_map import ROWS, map_of, row_name, row_of
from plantrack.differences.changes import KINDS, QUIET
from plantrack.differences.result import Change, Decided, Point, Silenced, Unreported, Words, WordSpan
from plantrack.model.readings import Furniture, Reading
from plantrack.schemas import schema_for
from plantrack.value import evolve

GOLDEN = Path(__file__).parent / "two_texts"
NASTY = "\x1b[31m\u202eevil\u0007 <script>alert(1)</script> | `x` **y** ~~z~~ [l](http://a) &amp; \u200b\\"


@pytest.fixture
def golden(request):
    def check(name, made_now):
        path = GOLDEN / name
        if request.config.getoption("--rewrite"):
            path.write_text(made_now, encoding="utf-8", newline="\n")
        assert made_now == path.read_text(encoding="utf-8")

    return check


def body_of(text):
    """What stands below the map."""
    return text.split("\n\n", 2)[2]


def test_the_words_of_both_texts_stand_there_with_those_marked_that_differ(golden):
    golden("karsk.txt", two_texts_as_text(karsk().diff()))


def test_a_brief_answer_is_the_map_and_a_line_a_point(golden):
    golden("karsk-brief.txt", two_texts_as_text(karsk().diff(), brief=True))


def test_no_line_is_wider_than_a_terminal():
    for brief in (False, True):
        assert max(map(len, two_texts_as_text(karsk().diff(), brief=brief).splitlines())) <= 80


def test_colour_adds_nothing_but_colour():
    coloured = two_texts_as_text(karsk().diff(), colour=True)
    assert re.sub(r"\x1b\[\d+m", "", coloured) == two_texts_as_text(karsk().diff())
    for line in coloured.splitlines():
        assert line.count("\x1b[0m") == len(re.findall(r"\x1b\[3\dm", line))


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"kind": "quantity-lowered", "part": "ceiling", "before": "1,500", "after": "800", "delta": {"relative": -0.4667}},
         "ceiling: 1,500 → 800 (-47%)"),
        ({"kind": "quantity-raised", "before": "1", "after": "900", "delta": {"relative": 899.0}}, "figure: 1 → 900"),
        ({"kind": "deadline-earlier", "before": "end of 2029", "after": "June 2029"}, "deadline: end of 2029 → June 2029, earlier"),
        ({"kind": "deadline-later", "before": "1 May 2027", "after": "15 May 2027"}, "deadline: 1 May → 15 May 2027, later"),
        ({"kind": "deadline-opened", "before": "end of 2029", "after": None}, "deadline left out: end of 2029"),
        ({"kind": "deadline-fixed", "before": None, "after": "end of 2029"}, "deadline put in: end of 2029"),
        ({"kind": "exception-removed", "before": "except those convicted"}, "exception left out"),
        ({"kind": "condition-added", "after": "if the guns are silent"}, "condition put in"),
        ({"kind": "restriction-removed", "effect": "strengthened", "force": "prohibition"}, "restriction left out: the ban is wider"),
        ({"kind": "restriction-added", "effect": "weakened", "force": "obligation"}, "restriction put in: the duty is narrower"),
        ({"kind": "restriction-removed", "force": "prohibition"}, "restriction left out"),
        ({"kind": "restriction-removed", "effect": "strengthened", "bearer": "Ostrava"}, "restriction left out; binds Ostrava more"),
        ({"kind": "quantity-lowered", "before": "9", "after": "8", "effect": "strengthened", "bearer": "Ostrava"},
         "figure: 9 → 8; binds Ostrava more"),
        ({"kind": "quantity-lowered", "before": "9", "after": "8", "effect": "strengthened"}, "figure: 9 → 8"),
        ({"kind": "quantity-lowered", "before": "9", "after": "8", "effect": "mixed", "bearer": "Ostrava"}, "figure: 9 → 8"),
        ({"kind": "modality-weakened", "before": "shall", "after": "should"}, "force: shall → should, looser"),
        ({"kind": "modality-reversed", "before": "shall", "after": "shall not"}, "force: shall → shall not, the opposite"),
        ({"kind": "bearer-changed", "before": None, "after": "Ostrava"}, "who: not said → Ostrava"),
        ({"kind": "action-changed", "before": "lift", "after": "keep"}, "what is done: lift → keep"),
        ({"kind": "quantifier-narrowed", "before": "all", "after": "some"}, "for how many: all → some, fewer of them"),
        ({"kind": "term-added", "part": "sentence", "after": "Roads open."}, "sentence put in"),
        ({"kind": "scope-narrowed", "part": "item", "before": "including schooling"}, "item left out"),
        ({"kind": "reference-changed", "before": "Article 5", "after": "Article 4"}, "refers to: Article 5 → Article 4"),
        ({"kind": "wording-unexplained"}, "read both"),
        ({"kind": "status-deferred"}, "left to later"),
        ({"kind": "deadline-later", "before": {"words": "two weeks", "converted": "14 days"}, "after": "30 days"},
         "deadline: two weeks (14 days) → 30 days, later"),
    ],
)  # fmt: skip
def test_a_label_says_what_differs_in_plain_words(fields, label):
    change = Change(**({"effect": None, "words": Words()} | fields))
    assert change_label(change, Names("old.md", "new.md")) == label


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"kind": "exception-removed"}, "exception only in old.md"),
        ({"kind": "exception-added"}, "exception only in new.md"),
        ({"kind": "deadline-later", "before": "May", "after": "June"}, "deadline: May → June, later in new.md"),
        ({"kind": "status-deferred"}, "left to later in NEW"),
    ],
)
def test_of_rival_papers_nothing_was_left_out(fields, label):
    change = Change(**({"effect": None, "words": Words()} | fields))
    assert change_label(change, Names("old.md", "new.md", revision=False)) == label


def test_no_label_speaks_of_grammar_or_of_a_mixed_effect():
    words = re.compile(r"\b(norm|term|object|act|modality|bearer|counterparty|provision|mixed)\b")
    for kind in KINDS:
        for sides in ({"before": "one", "after": "two"}, {"before": "one"}, {"after": "two"}, {}):
            change = made({"kind": kind, "effect": "mixed", "bearer": "Ostrava", "words": Words(), **sides})
            for names in (Names("a.md", "b.md"), Names("a.md", "b.md", revision=False)):
                assert not words.search(change_label(change, names)), kind


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in QUIET])
def test_every_kind_of_change_has_its_row_in_the_map(kind):
    assert row_of(Change(kind=kind)) in ROWS


def numbers_in(items):
    """The numbers that a row names, runs unfolded."""
    return {text_of(item).partition(" (")[0] for item in items}


KINDS_SHOWN = st.sampled_from(
    sorted(
        k for k, v in KINDS.items() if v.subject not in ("outside", "paper", "evidence", "provision") and k not in QUIET
    )
)


@st.composite
def samples(draw):
    """Any mixture of points that went, came, stayed, and differ in any way."""
    sample = Sample()
    for index in range(draw(st.integers(1, 12))):
        number = str(index * 3 + 1)
        shape = draw(st.sampled_from(["gone", "new", "both", "both", "both", "line"]))
        words = draw(
            st.sampled_from(
                ["{a|at most} five {b|guns}", f"{{a|{NASTY.replace('|', '/')}}} and {{b|x}}", "{a|one}{b|two}"]
            )
        )
        if shape == "line":
            sample.line(words, draw(st.sampled_from([None, "other {a|words}"])))
        elif shape == "gone":
            sample.pair((number, words))
        elif shape == "new":
            sample.pair(None, (number, words))
        else:
            kinds = draw(st.lists(KINDS_SHOWN, max_size=3))
            changes = {letter: {"kind": kind} for letter, kind in zip("abc", kinds, strict=False)}
            sample.pair((number, words), (number, words), silent=draw(st.integers(0, 3)), **changes)
    return sample.diff(relation=draw(st.sampled_from(["revision", "comparison", "reverse"])))


@given(samples())
def test_map_and_body_and_json_count_the_same(diff):
    shown = arrange_two_texts(diff)
    loud = [change for change in diff.changes if change.kind not in QUIET]
    assert sorted(id(change) for block in shown.blocks for change in block.changes) == sorted(map(id, loud))
    called = {row_name(row, shown.names): row for row in ROWS}
    rows = {called[row.name]: row for row in map_of(shown)}
    named = {name: [change for change in loud if row_of(change) == name] for name in ROWS}
    for name, changes in named.items():
        assert (name in rows) == (bool(changes) or (name == "same" and bool(diff.silenced)))
    for name, column, side in (("gone", "provision-removed", "old"), ("new", "provision-added", "new")):
        went = [change for change in loud if change.kind == column]
        if went:
            assert numbers_in(rows[name].items) == {getattr(change, side)[0] for change in went}
    if diff.silenced:
        assert rows["same"].lead.startswith(f"{len(diff.silenced)} ")
    form = json.loads(two_texts_as_json(diff))
    assert len(form["changes"]) == len(diff.changes)
    assert len(form["silenced"]) == len(diff.silenced)
    text = two_texts_as_text(diff)
    gone, came = ("GONE", "NEW") if diff.relation == "revision" else ("ONLY IN january.md", "ONLY IN march.md")
    assert len(re.findall(rf"^ \S+ +{gone}$", text, re.MULTILINE)) == sum(c.kind == "provision-removed" for c in loud)
    assert len(re.findall(rf"^ →\S+ +{came}$", text, re.MULTILINE)) == sum(c.kind == "provision-added" for c in loud)


@given(samples())
def test_the_map_has_twelve_lines_at_most_and_no_line_is_wider_than_a_terminal(diff):
    for brief in (False, True):
        text = two_texts_as_text(diff, brief=brief)
        head, below = text.split("\n\n", 2)[:2]
        assert head
        assert len(below.splitlines()) <= MAP_LINES
        assert max(map(len, text.splitlines())) <= 80


@given(samples())
def test_nothing_that_is_printed_commands_a_terminal(diff):
    text = two_texts_as_text(diff)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202e]", text)


@given(samples())
def test_json_is_as_its_schema_says(diff):
    assert [
        error.message
        for error in Draft202012Validator(schema_for("diff")).iter_errors(json.loads(two_texts_as_json(diff)))
    ] == []


def keys_of(form, path=""):
    if isinstance(form, dict):
        for key, held in form.items():
            yield f"{path}.{key}"
            yield from keys_of(held, f"{path}.{key}")
    elif isinstance(form, list):
        for held in form:
            yield from keys_of(held, path)


def test_every_key_of_the_json_is_described_and_none_may_be_added():
    full = made(
        {"kind": "quantity-raised", "part": "ceiling", "place": "heading", "words": Words(old=(WordSpan(0, 1, "a"),)), "rule": "figure",
         "bearer": "Ostrava", "force": "obligation", "basis": "inferred_absence", "partly": True, "delta": {"relative": 0.5}}
    )  # fmt: skip
    reading = Reading(
        form="headings", words=9, in_points=5, outside=3, furniture=(Furniture(text="1", why="page number"),)
    )
    decided = Decided(file="decisions.yaml", matched=(("3", "2"),), read_same=(("4", "4"),))
    diff = karsk().diff()
    diff = evolve(
        diff, changes=(full, *diff.changes), decided=decided, reading_old=reading,
        unreported=(Unreported(id="x", number="1", side="new"),),
    )  # fmt: skip
    validator = Draft202012Validator(schema_for("diff"))
    form = json.loads(two_texts_as_json(diff))
    assert [error.message for error in validator.iter_errors(form)] == []
    for key in (
        "words",
        "place",
        "rule",
        "bearer",
        "force",
        "basis",
        "partly",
        "part",
        "before",
        "after",
        "effect",
        "certainty",
    ):
        assert any(path.endswith(f"changes.{key}") for path in keys_of(form)), key
    for place in (
        form,
        form["changes"][0],
        form["silenced"][0],
        form["reading"]["old"],
        form["points"]["old"][0],
        form["decided"],
    ):
        place["unheard-of"] = 1
        assert list(validator.iter_errors(form))
        del place["unheard-of"]


def test_what_no_rule_knows_has_neither_effect_nor_certainty_in_json():
    changes = {change["kind"]: change for change in DIFF.data(karsk().diff())["changes"]}
    for kind in ("wording-unexplained", "outside-changed"):
        assert (changes[kind]["effect"], changes[kind]["certainty"]) == (None, None)


def test_an_article_between_two_marked_stretches_is_marked_with_them_and_no_other_word_is():
    sample = Sample().pair(("1", "Guns {a|leave} the {a|town} of {a|Marn}."), ("1", "Guns stay."), a=unexplained())
    assert "- Guns [-leave the town-] of [-Marn-]." in two_texts_as_text(sample.diff())
    sample = Sample().pair(("1", "Guns {a|shall} not {a|leave}."), ("1", "Guns stay."), a=unexplained())
    assert "- Guns [-shall-] not [-leave-]." in two_texts_as_text(sample.diff())


def test_a_count_of_points_in_how_a_text_was_read_is_no_news():
    text = two_texts_as_text(evolve(karsk().diff(), reading_old=Reading(form="8 numbered points")))
    assert "was read as" not in text


def test_what_hangs_on_a_point_that_changed_is_told():
    sample = Sample().pair(("1", "{a|x} y"), ("1", "{a|z} y"), a=unexplained(linked=("old-2",)))
    sample.pair(("2", "Roads open after 1."), ("2", "Roads open after 1."))
    assert "       tied to it: 2\n" in two_texts_as_text(sample.diff())


def test_words_that_a_rule_silenced_are_not_marked():
    sample = Sample().pair(
        ("1", "Guns {b|leave} in {a|ten} days."),
        ("1", "Guns {b|depart} in {a|six} days."),
        a={"kind": "deadline-earlier"},
    )
    sample.silenced.append(
        Silenced(rule="synonym", words=Words(old=(WordSpan(5, 10, "leave"),), new=(WordSpan(5, 11, "depart"),)))
    )
    assert "- Guns leave in [-ten-] days." in two_texts_as_text(sample.diff())


def test_a_point_of_several_is_shown_with_all_of_them():
    sample = Sample()
    sample.pair(("5", "Prisoners and {a|hostages} are freed."), ("5", "Prisoners are freed."))
    text, spans = taken_apart("Hostages are freed {a|in May}.")
    sample.points["new"]["new-2"] = Point(id="new-2", number="6", text=text)
    sample.matches[:] = [evolve(sample.matches[0], new_ids=("new-1", "new-2"))]
    where = {"old_ids": ("old-1",), "old": ("5",)}
    sample.changes.append(made({"kind": "provision-split", "new_ids": ("new-1", "new-2"), "new": ("5", "6"), **where}))
    words = Words(new=tuple(spans["a"]))
    sample.changes.append(
        made({"kind": "deadline-fixed", "new_ids": ("new-2",), "new": ("6",), "after": "May", "words": words, **where})
    )
    shown = body_of(two_texts_as_text(sample.diff()))
    assert shown == (
        " 5→5, 6\n     - Prisoners and hostages are freed.\n     + 5. Prisoners are freed.\n"
        "     + 6. Hostages are freed {+in May+}.\n       one point became several\n       5→6: deadline put in: May\n"
    )


def test_words_of_several_points_are_marked_each_in_its_own():
    sample = Sample().pair(("1", "Guns leave."), ("1", "Guns leave."))
    for number, side in (("2", "2"), ("3", "3")):
        sample.points["new"][f"new-{side}"] = Point(id=f"new-{side}", number=number, text="Guns leave.")
    ids = ("new-1", "new-2", "new-3")
    sample.matches[:] = [evolve(sample.matches[0], new_ids=ids)]
    spans = (WordSpan(5, 10, "leave"), WordSpan(0, 4, "Guns"), WordSpan(5, 10, "leave"))
    where = {"old_ids": ("old-1",), "new_ids": ids, "old": ("1",), "new": ("1", "2", "3")}
    sample.changes.append(made(unexplained(words=Words(new=spans), **where)))
    text = two_texts_as_text(sample.diff())
    assert "+ 1. Guns {+leave+}.\n     + 2. {+Guns leave+}.\n     + 3. Guns leave.\n       read both\n" in text


def test_a_heading_that_differs_is_shown_with_its_words_marked():
    sample = Sample().pair(("1", "Guns fall silent."), ("1", "Guns fall silent."), title="A truce")
    sample.points["new"]["new-1"] = evolve(sample.points["new"]["new-1"], title="A ceasefire")
    words = Words(old=(WordSpan(2, 7, "truce"),), new=(WordSpan(2, 11, "ceasefire"),))
    sample.changes.append(
        made(unexplained(words=words, place="heading", old_ids=("old-1",), new_ids=("new-1",), old=("1",), new=("1",)))
    )
    text = two_texts_as_text(sample.diff())
    assert " 1   - A [-truce-]\n" in text
    assert "     + A {+ceasefire+}\n" in text


def test_what_only_the_new_text_has_stands_where_it_stands_there():
    sample = Sample().pair(("1", "{a|x} y"), ("1", "{a|z} y"), a=unexplained())
    sample.pair(None, ("2", "A new point.")).pair(("2", "{a|x} y"), ("3", "{a|z} y"), a=unexplained())
    numbers = re.findall(r"^ (\S+)", body_of(two_texts_as_text(sample.diff())), re.MULTILINE)
    assert numbers == ["1", "→2", "2→3"]


def test_a_long_stretch_that_did_not_change_is_cut_and_no_changed_word_ever():
    long = " ".join(f"word{index}" for index in range(200))
    changed = " ".join(f"other{index}" for index in range(100))
    sample = Sample().pair(("1", f"{long} {{a|{changed}}} {long}."), ("1", f"{long} {long}."), a=unexplained())
    text = two_texts_as_text(sample.diff())
    assert "…" in text
    assert "word100" not in text
    assert all(f"other{index}" in text for index in range(100))
    assert len(text.splitlines()) < 40


def test_a_point_that_one_paper_has_stands_there_whole():
    long = " ".join(f"word{index}" for index in range(300))
    text = two_texts_as_text(Sample().pair(("1", long)).pair(None, ("2", long)).diff())
    assert "…" not in text
    assert text.count("word150") == 2


def test_long_points_and_many_points_are_shown():
    words = " ".join(f"word{index % 977}" for index in range(150_000))
    sample = Sample().pair(("1", f"{words} {{a|one}} {words}"), ("1", f"{words} {{a|two}} {words}"), a=unexplained())
    for number in range(2, 3_000):
        sample.pair((str(number), "{a|one} of them"), (str(number), "{a|two} of them"), a=unexplained(), silent=1)
    diff = sample.diff()
    assert two_texts_as_text(diff).count("read both") >= 3_000 - 1
    assert len(DIFF.data(diff)["changes"]) == 2_999


def same():
    return Sample().pair(("1", "Guns fall silent."), ("1", "Guns fall silent."))


def test_two_texts_of_the_same_words_are_told_so():
    assert "The two texts say the same in the same words." in two_texts_as_text(same().diff())


def test_two_texts_that_differ_in_their_titles_alone_are_not_told_to_be_the_same(tmp_path):
    for name, title in (("old", "Pact on Oss"), ("new", "Pact on Tal")):
        (tmp_path / f"{name}.md").write_text(f"# {title}\n\n1. Guns fall silent.\n", encoding="utf-8")
    shown = two_texts_as_text(plantrack.diff(str(tmp_path / "old.md"), str(tmp_path / "new.md")))
    assert "The two texts say the same in the same words; their titles differ." in shown


def test_that_nothing_changed_in_substance_is_said_with_the_number_of_differences_and_where_they_are_listed():
    sample = Sample().pair(("1", "Guns fall silent."), ("1", "Guns shall fall silent."), silent=2)
    sample.changes.append(made({"kind": "provision-reworded", "old_ids": ("old-1",), "new_ids": ("new-1",)}))
    text = two_texts_as_text(sample.diff())
    assert "No change of substance found: 2 differences of words" in text
    assert "plantrack explain january.md march.md" in text


@pytest.mark.parametrize(
    "changes",
    [{"a": {"kind": "deadline-later", "before": "May", "after": "June"}}, {"a": unexplained()}],
)
def test_that_nothing_changed_is_never_said_where_something_differs(changes):
    text = two_texts_as_text(Sample().pair(("1", "in {a|May}"), ("1", "in {a|June}"), **changes).diff())
    assert "No change" not in text
    assert "the same" not in text


def test_a_line_outside_the_points_alone_is_a_difference():
    text = two_texts_as_text(same().line("{a|Signed} in Oslo.", "{a|Initialled} in Oslo.", place="closing").diff())
    assert "No change" not in text
    assert "read both (closing)" in text
    assert "Read both        the line outside: words that no rule explains" in text


def test_texts_in_a_language_that_is_not_read_are_never_said_to_be_the_same():
    sample = Sample().pair(("1", "не вступає"), ("1", "does join"))
    text = two_texts_as_text(evolve(sample.diff(), mode="figures"))
    assert "No figure or date was found to differ; words were not compared." in text
    assert "substance" not in text


def test_how_a_text_was_read_and_what_was_left_out_stands_in_the_answer():
    furniture = tuple(Furniture(text=f"Page {index}", why="repeats on each page") for index in range(12))
    reading = Reading(form="headings", furniture=furniture)
    text = two_texts_as_text(evolve(karsk().diff(), reading_new=reading))
    assert "march.md was read as headings." in text
    assert "12 lines (repeats on each page)" in text


def test_what_an_excerpt_does_not_have_is_not_known_to_be_gone():
    sample = Sample().pair(("1", "Guns fall silent."), ("1", "Guns fall silent."))
    sample.sides["new"] = evolve(sample.sides["new"], text_basis="partial_text")
    diff = evolve(sample.diff(), unreported=tuple(Unreported(id=str(n), number=str(n), side="new") for n in (4, 5, 6)))
    text = two_texts_as_text(diff)
    assert "march.md is an excerpt" in " ".join(text.split())
    assert "NOT IN march.md, OF WHICH ONLY A PART WAS SEEN\n4-6" in text
    assert "No change of substance found in what both texts say" in text
    assert "GONE" not in text


def test_what_rests_on_decisions_is_said():
    decided = Decided(
        file="karsk.yaml", matched=(("3", "2"),), unmatched=(("4", "4"),), read_same=(("6", "5"),), lapsed=(("7", "6"),)
    )
    text = " ".join(two_texts_as_text(evolve(karsk().diff(), decided=decided)).split())
    assert "By karsk.yaml: 3=2 joined; 4=4 kept apart; 6=5 read and found the same." in text
    assert "Words changed since 7=6 was read and found the same" in text


def test_a_selection_says_what_it_left_out():
    text = two_texts_as_text(same().diff(), left_out=7)
    assert "Left out by selection: 7 changes." in text
    assert "No such change." in text


def test_points_without_numbers_are_called_by_their_words():
    sample = Sample().pair((None, "Vardia recognises the independence of Ostrava and of nobody else."))
    text = two_texts_as_text(sample.diff())
    assert "Gone             “Vardia recognises the" in text
    assert " •   GONE" in text


def test_papers_of_one_name_are_told_apart():
    sample = Sample(("a/plan.md", "A"), ("b/plan.md", "B")).pair(None, ("8", "Roads open."))
    text = two_texts_as_text(sample.diff())
    assert "NEW is taken for the later state" in text
    assert "New              NEW's point 8" in text


def test_marks_in_the_papers_themselves_are_told():
    assert "stand in the papers themselves" not in two_texts_as_text(karsk().diff())
    forged = Sample().pair(("1", "Guns {a|[-leave-]}."), ("1", "Guns {a|stay}."), a=unexplained())
    assert "stand in the papers themselves" in " ".join(two_texts_as_text(forged.diff()).split())


def test_the_brief_answer_on_28_points_against_20_fits_60_lines():
    sample = Sample()
    for number in range(1, 29):
        old = (
            str(number),
            f"Party {{a|{number * 7}}} shall {{b|leave}} the town and {{c|all}} its roads within ten days.",
        )
        if number % 7 in (2, 5):
            sample.pair(old)
            continue
        new = (
            str(number),
            f"Party {{a|{number * 9}}} shall {{b|quit}} the town and {{c|some}} of its roads within ten days.",
        )
        sample.pair(
            old, new, a={"kind": "quantity-raised", "before": str(number * 7), "after": str(number * 9)}, b=unexplained(),
            c={"kind": "quantifier-narrowed", "before": "all", "after": "some"},
        )  # fmt: skip
        for letter in "abc":
            below = (f"{number}.{letter}", "Posts {a|stay}.")
            sample.pair(below, (f"{number}.{letter}", "Posts {a|go}."), a=unexplained())
    assert len(two_texts_as_text(sample.diff(), brief=True).splitlines()) <= 60


def test_only_papers_known_by_their_words_are_shown_by_them():
    diff = karsk().diff()
    assert is_of_two_texts(diff)
    assert not is_of_two_texts(evolve(diff, clock="knowledge"))
    assert not is_of_two_texts(evolve(diff, new=evolve(diff.new, text_basis="reported_only")))
    assert not is_of_two_texts(evolve(diff, points_new=()))
    told = Point(id="x", number="9", summary="Told in our words.")
    assert not is_of_two_texts(evolve(diff, points_new=(*diff.points_new, told)))
