"""Papers in other languages than English: compared by words where both are in one, by figures where they are in two."""
# ruff: noqa: RUF001 - sentences of other scripts

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from two_texts_samples import compared_as_markdown, compared_as_page, compared_as_text, two_texts_as_json

from plantrack.answers.diff_form import DIFF
from plantrack.answers.forms import as_json
from plantrack.corpus import find_corpus
from plantrack.corpus.papers import resolve_pair
from plantrack.differences.changes import QUIET
from plantrack.differences.mirrors import mirror_change
from plantrack.differences.papers import compare_papers
from plantrack.differences.plain_words import compare_plainly
from plantrack.differences.texts import Wording
from plantrack.language.other_numbers import is_numbered, month_of
from plantrack.schemas import schema_for
from plantrack.value import evolve

CORPUS = find_corpus()
ENGLISH = (
    "Ukraine shall not join NATO within 30 days of signing.",
    "The parties release all prisoners by 1 May 2027.",
    "The armed forces are limited to 600,000 people.",
)
UKRAINIAN = (
    "Україна не вступає до НАТО протягом 30 днів після підписання.",
    "Сторони звільняють усіх полонених до 1 травня 2027 року.",
    "Збройні сили обмежуються до 600 000 осіб.",
)
FRENCH = (
    "Tous les prisonniers sont libérés dans un délai de 30 jours.",
    "Les forces ne peuvent pas entrer dans la vallée avant le 1er mai 2027.",
    "L'armée est limitée à 600 000 personnes et la partie nord est ouverte.",
)
GERMAN = (
    "Alle Gefangenen werden innerhalb von 30 Tagen freigelassen, und die Straße wird geöffnet.",
    "Die Truppe darf das Tal nicht vor dem 1. Mai 2027 betreten.",
    "Die Armee hat höchstens 600.000 Soldaten.",
)
PAPERS = {"uk": UKRAINIAN, "fr": FRENCH, "de": GERMAN}
LOUD = [
    ("uk", "не вступає", "вступає"),
    ("uk", "усіх полонених", "деяких полонених"),
    ("uk", "1 травня", "1 червня"),
    ("uk", "після підписання", "до підписання"),
    ("uk", "Сторони звільняють", "Сторона звільняє"),
    ("fr", "ne peuvent pas entrer", "peuvent entrer"),
    ("fr", "la partie nord est ouverte", "les parties nord sont ouvertes"),
    ("fr", "Tous les prisonniers", "Certains prisonniers"),
    ("fr", "avant le 1er mai", "après le 1er mai"),
    ("fr", "mai 2027", "mai 2028"),
    ("de", "nicht vor", "vor"),
    ("de", "wird geöffnet", "wird nicht geöffnet"),
    ("de", "Die Truppe darf", "Die Truppen darf"),
    ("de", "höchstens", "mindestens"),
    ("de", "die Straße wird", "eine Straße wird"),
]
FIGURES = [("uk", "600 000", "800 000"), ("fr", "600 000", "800 000"), ("fr", "30 jours", "60 jours"),
           ("de", "600.000", "800.000"), ("uk", "30 днів", "90 днів")]  # fmt: skip


def compare(old, new, folder):
    for name, points in (("old.md", old), ("new.md", new)):
        (folder / name).write_text("".join(f"{number}. {point}\n" for number, point in enumerate(points, 1)))
    return compare_papers(*resolve_pair(str(folder / "old.md"), str(folder / "new.md"), CORPUS))


def changed(points, old, new):
    assert sum(old in point for point in points) == 1
    return [point.replace(old, new) for point in points]


def of_points(diff):
    return [change for change in diff.changes if change.old_ids or change.new_ids]


# One language


@pytest.mark.parametrize(("language", "old", "new"), LOUD)
def test_a_word_that_differs_is_loud_and_nothing_is_named_by_the_rules_for_english(language, old, new, tmp_path):
    points = PAPERS[language]
    for papers in ((points, changed(points, old, new)), (changed(points, old, new), points)):
        diff = compare(*papers, tmp_path).diff
        assert diff.mode == "words"
        assert [change.kind for change in diff.changes] == ["wording-unexplained"]
        assert diff.silenced == ()


@pytest.mark.parametrize(("language", "old", "new"), FIGURES)
def test_a_figure_that_differs_is_named(language, old, new, tmp_path):
    diff = compare(PAPERS[language], changed(PAPERS[language], old, new), tmp_path).diff
    assert [(change.kind, change.effect) for change in diff.changes] == [("quantity-raised", None)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Додаток до статті 5 договору діє.", "Додаток до статті 7 договору діє."),
        ("Les points visés à l'article 5 sont clos.", "Les points visés à l'article 7 sont clos."),
        ("Es gilt Artikel 5 des Vertrags und nicht mehr.", "Es gilt Artikel 7 des Vertrags und nicht mehr."),
        ("Les forces se retirent le 3 mai et non plus.", "Les forces se retirent le 9 mai et non plus."),
        ("Les forces se retirent le 03.05.2027 et non plus.", "Les forces se retirent le 09.05.2027 et non plus."),
        ("Les forces se retirent en 2027 et non plus.", "Les forces se retirent en 2031 et non plus."),
    ],
)
def test_a_number_that_names_is_never_reckoned_with(old, new, tmp_path):
    diff = compare([old], [new], tmp_path).diff
    assert [change.kind for change in diff.changes] == ["wording-unexplained"]


@pytest.mark.parametrize("language", PAPERS)
def test_a_paper_against_itself_is_empty_and_signs_of_another_shape_say_nothing(language, tmp_path):
    points = PAPERS[language]
    assert compare(points, points, tmp_path).diff.changes == ()
    shaped = [point.replace(" ", "  ").replace(",", " ,").replace(" s", " S") for point in points]
    assert all(change.kind in QUIET for change in compare(points, shaped, tmp_path).diff.changes)


def test_one_number_in_two_forms_is_silenced_by_name(tmp_path):
    diff = compare(UKRAINIAN, changed(UKRAINIAN, "600 000", "600.000"), tmp_path).diff
    assert {one.rule for one in diff.silenced} == {"number form"}
    assert all(change.kind in QUIET for change in diff.changes)


TEXTS = st.lists(
    st.sampled_from("не вступає до НАТО 30 днів 1 травня 2027 la partie est 600 000 % , . ; nicht Straße 5".split()),
    max_size=14,
).map(" ".join)


@pytest.mark.parametrize("mode", ["words", "figures"])
@given(old=TEXTS, new=TEXTS)
def test_both_directions_mirror_each_other_and_the_words_stand_in_the_texts(mode, old, new):
    one, other = [Wording(id="a", text=old)], [Wording(id="b", text=new)]
    changes, silenced = compare_plainly(one, other, mode)
    turned = compare_plainly(other, one, mode)[0]
    assert [evolve(one, delta=None) for one in turned] == [evolve(mirror_change(one), delta=None) for one in changes]
    for change in changes:
        for text, spans in ((old, change.words.old), (new, change.words.new)):
            assert all(text[span.start : span.end] == span.words for span in spans)
    if mode == "words":
        assert changes or silenced or old.split() == new.split()


@given(
    words=st.lists(
        st.sampled_from("Сторони звільняють усіх полонених без умов не пізніше весни".split()), min_size=2, max_size=9
    ),
    place=st.integers(0, 8),
)
def test_one_word_less_is_never_quiet(words, place):
    left = [word for number, word in enumerate(words) if number != place % len(words)]
    changes, _ = compare_plainly(
        [Wording(id="a", text=" ".join(words))], [Wording(id="b", text=" ".join(left))], "words"
    )
    assert [change.kind for change in changes] == ["wording-unexplained"]


def test_a_script_without_spaces_is_compared_sign_by_sign(tmp_path):
    diff = compare(["双方在30天内撤军。", "释放所有战俘。"], ["双方在60天内撤军。", "释放部分战俘。"], tmp_path).diff
    assert [(change.kind, change.before, change.after) for change in diff.changes] == [
        ("quantity-raised", "30", "60"),
        ("wording-unexplained", "所有", "部分"),
    ]


def test_of_one_number_it_is_not_said_that_another_matter_stands_in_its_place(tmp_path):
    other = "Вибори відбуваються восени, якщо комісія погодиться."
    diff = compare(UKRAINIAN, [*UKRAINIAN[:2], other], tmp_path).diff
    assert [change.kind for change in diff.changes] == ["wording-unexplained"]
    assert [match.by for match in diff.matches][-1] == "place"


def test_a_number_that_stands_twice_pairs_each_point_once(tmp_path):
    (tmp_path / "old.md").write_text(f"1. {UKRAINIAN[0]}\n\n1. {UKRAINIAN[1]}\n")
    (tmp_path / "new.md").write_text("1. Вибори відбуваються восени, якщо комісія погодиться.\n")
    compared = compare_papers(*resolve_pair(str(tmp_path / "old.md"), str(tmp_path / "new.md"), CORPUS))
    assert [len(match.old_ids) for match in compared.diff.matches] == [1]


def test_points_that_were_split_keep_the_places_of_their_words(tmp_path):
    whole = [f"{UKRAINIAN[0]} {UKRAINIAN[1]}", UKRAINIAN[2]]
    diff = compare(whole, changed(UKRAINIAN, "усіх", "деяких"), tmp_path).diff
    texts = {point.id: point.text for point in diff.points_new}
    for change in diff.changes:
        if change.words and len(change.new_ids) == 1:
            assert all(texts[change.new_ids[0]][s.start : s.end] == s.words for s in change.words.new)


# Two languages


@pytest.mark.parametrize("language", ["uk"])
def test_a_translation_shows_no_difference_and_no_point_that_came_or_went(language, tmp_path):
    compared = compare(ENGLISH, PAPERS[language], tmp_path)
    assert compared.diff.mode == "figures"
    assert of_points(compared.diff) == []
    assert [match.by for match in compared.diff.matches] == ["place"] * 3


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("600 000", "800 000", "quantity-raised"),
        ("30 днів", "10 днів", "quantity-lowered"),
        ("1 травня", "1 червня", "wording-unexplained"),
        ("1 травня", "15 травня", "wording-unexplained"),
        ("2027", "2028", "wording-unexplained"),
        ("30 днів", "строку", "wording-unexplained"),
    ],
)
def test_of_a_translation_only_figures_and_dates_are_told(old, new, kind, tmp_path):
    (change,) = of_points(compare(ENGLISH, changed(UKRAINIAN, old, new), tmp_path).diff)
    assert change.kind == kind
    words = " ".join(span.words for span in (*change.words.old, *change.words.new))
    assert any(sign.isdigit() for sign in words) or words == "May червня"


def test_dates_and_numbers_of_two_languages_are_one_however_they_are_written(tmp_path):
    old = [
        "All forces leave by 1 May 2027, and twenty million euros are paid.",
        "It holds from 2027-05-01 on for them.",
    ]
    new = ["Усі сили йдуть до 01.05.2027, і сплачується 20 мільйонів євро.", "Це діє для них від 1 травня 2027 року."]
    assert of_points(compare(old, new, tmp_path).diff) == []


def test_points_that_cannot_be_paired_are_said_not_to_be_compared(tmp_path):
    compared = compare(ENGLISH, UKRAINIAN[:2], tmp_path)
    assert not {"provision-removed", "provision-added"} & {change.kind for change in compared.diff.changes}
    assert any(note.startswith("Paired with no point of the other paper") for note in compared.diff.notes)


def test_a_figure_outside_the_points_is_told_and_other_lines_are_not(tmp_path):
    (tmp_path / "old.md").write_text(
        "The Hesk paper\n\nWe met on 3 May in Oslo.\n\nIt is so.\n\n1. All of the guns fall silent in it.\n2. The road is open.\n"
    )
    (tmp_path / "new.md").write_text(
        "Документ\n\nМи зустрілися 4 травня в Осло.\n\nЦе так.\n\n1. Усі гармати мовчать у ній.\n2. Дорога відкрита.\n"
    )
    diff = compare_papers(*resolve_pair(str(tmp_path / "old.md"), str(tmp_path / "new.md"), CORPUS)).diff
    outside = [change for change in diff.changes if change.kind == "outside-changed"]
    assert [(change.before, change.after) for change in outside] == [
        ("We met on 3 May in Oslo.", None),
        (None, "Ми зустрілися 4 травня в Осло."),
    ]


# What is said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (UKRAINIAN, UKRAINIAN[:2], "Both papers are in Ukrainian: words, figures, dates and names are compared"),
        (ENGLISH, UKRAINIAN, "old.md is in English, new.md in Ukrainian: words and names are not compared"),
        (ENGLISH, FRENCH, "old.md is in English, new.md in French: words and names are not compared"),
    ],
)
def test_how_far_words_are_compared_is_said_once_in_every_format(old, new, said, tmp_path):
    compared = compare(old, new, tmp_path)
    answers = [
        compared_as_text(compared),
        compared_as_markdown(compared),
        compared_as_page(compared),
        as_json(DIFF.answer(compared.diff)),
    ]
    for answer in answers:
        assert " ".join(answer.split()).count(said) == 1
    form = json.loads(two_texts_as_json(compared.diff))
    assert form["mode"] == compared.diff.mode
    assert list(Draft202012Validator(schema_for("diff")).iter_errors(form)) == []


def test_of_english_papers_nothing_is_said(tmp_path):
    compared = compare(ENGLISH, ["Stop."], tmp_path)
    assert compared.diff.mode == "full"
    assert "English" not in compared_as_text(compared)


@pytest.mark.parametrize(
    ("low", "month"), [("травня", 5), ("mai", 5), ("maison", None), ("may", 5), ("października", 10), ("", None)]
)
def test_months_are_known_in_several_languages(low, month):
    assert month_of(low) == month


@pytest.mark.parametrize(
    ("low", "named"), [("статті", True), ("artikel", True), ("n", True), ("jours", False), ("", False)]
)
def test_nouns_of_numbers_are_known_in_several_languages(low, named):
    assert is_numbered(low) == named
