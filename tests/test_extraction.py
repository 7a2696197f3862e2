"""What is understood of a clause, part by part."""

import time
from decimal import Decimal

import pytest

from plantrack.extraction import ActorNames, Extraction, extract
from plantrack.model import Actor, Deadline, Term

NAMES = ActorNames(
    [
        Actor(id="kes", name="Kestria", adjective="Kestrian", kind="state"),
        Actor(id="front", name="Riverine Front", aliases=("RF",), kind="organisation"),
        Actor(id="UA", name="Ukraine", adjective="Ukrainian", kind="state"),
    ]
)


def read(text: str, parent: str | None = None) -> Extraction:
    return extract(text, NAMES, parent=parent)


def only(text: str, parent: str | None = None) -> Term:
    (term,) = read(text, parent).terms.values()
    return term


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        ("Kestria shall go.", ("kes",)),
        ("The RF and the Government of Kestria shall go.", ("front", "kes")),
        ("The Kestrian side shall go.", ("kes",)),
        ("Morova shall go.", ("Morova",)),
        ("The Free Coast Movement shall go.", ("Free Coast Movement",)),
        ("The joint brigade shall go.", ("joint brigade",)),
        ("Each side shall go.", ("parties",)),
        ("Foreign troops shall go.", ("foreign troops",)),
        ("All boats shall be sunk by Morova.", ("Morova",)),
        ("The Organization for Security and Co-operation in Europe shall watch the truce.",
         ("Organization for Security and Co-operation in Europe",)),
        ("The prisoners shall be freed.", ()),
    ],
)  # fmt: skip
def test_bearers_are_found_by_registry_capital_letters_and_common_nouns(text: str, bearers: tuple[str, ...]) -> None:
    assert only(text).bearer == bearers


@pytest.mark.parametrize(
    ("words", "modality"),
    [ ("shall", "obligation"), ("must", "obligation"), ("will", "obligation"), ("is to", "obligation"), ("is obliged to", "obligation"), ("undertakes to", "commitment"), ("pledges to", "commitment"), ("shall endeavour to", "best_efforts"), ("shall make every effort to", "best_efforts"), ("should", "expectation"), ("is expected to", "expectation"), ("declares its readiness to", "declaration"), ("intends to", "declaration"), ("may", "permission"), ("is allowed to", "permission"), ("has the right to", "right"), ("shall be entitled to", "right"), ("shall not", "prohibition"), ("may not", "prohibition"), ("is prohibited to", "prohibition"), ("shall not fail to", "obligation"), ("shall not refuse to", "obligation"), ("is not allowed to", "prohibition"), ("shall under no circumstances fail to", "obligation") ],
)  # fmt: skip
def test_modal_phrases_say_how_a_clause_binds(words: str, modality: str) -> None:
    term = only(f"Morova {words} release the crew.")
    if "no circumstances" in words:
        assert term.modality in ("obligation", "prohibition")
    else:
        assert (term.modality, term.action) == (modality, "release")


def test_refraining_is_a_ban_on_the_act() -> None:
    assert only("Morova shall refrain from shelling Tarsk.").modality == "prohibition"
    assert only("Morova shall refrain from shelling Tarsk.").action == "shell"


@pytest.mark.parametrize(
    ("words", "operator", "value", "upper", "unit"),
    [
        ("no more than forty thousand soldiers", "lteq", "40000", None, "person"),
        ("at least 250 monitors", "gteq", "250", None, "monitor"),
        ("fewer than twelve ships", "lt", "12", None, "ship"),
        ("between 4,000 and 6,000 guns", "between", "4000", "6000", "gun"),
        ("about 1 250 000 rifles", "about", "1250000", None, "rifle"),
        ("exactly 90 tanks", "eq", "90", None, "tank"),
        ("several hundred lorries", "eq", None, None, "lorry"),
        ("$1.2 billion", "gteq", "1200000000", None, "USD"),
        ("up to 35 per cent of its ore", "lteq", "35", None, "%"),
        ("half of its ore", "gteq", "50", None, "%"),
        ("two thirds of its ore", "gteq", "66.67", None, "%"),
    ],
)
def test_figures_keep_bound_value_and_unit(
    words: str, operator: str, value: str | None, upper: str | None, unit: str
) -> None:
    (quantity,) = only(f"Morova shall provide {words}.").quantity
    assert quantity.operator == operator
    assert quantity.value == (None if value is None else Decimal(value))
    assert quantity.upper == (None if upper is None else Decimal(upper))
    assert quantity.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "Under Article 9 of the accord of 2005, Morova shall leave.",
        "In line with Resolution 2046, Morova shall leave.",
        "The two sides shall leave.",
    ],
)
def test_numbers_of_documents_and_articles_of_speech_are_no_quantities(text: str) -> None:
    assert only(text).quantity == ()


def test_a_bare_figure_is_a_floor_in_a_duty_to_deliver_and_a_ceiling_in_a_limit() -> None:
    assert only("Morova shall release 300 prisoners.").quantity[0].operator == "gteq"
    assert only("The army of Morova shall be limited to 300 men.").quantity[0].operator == "lteq"


@pytest.mark.parametrize(
    ("words", "deadline"),
    [
        ("within two weeks", Deadline(within="14 days")),
        ("within 24 hours", Deadline(within="1 day")),
        ("within one year of the vote", Deadline(within="12 months", of="vote")),
        ("no later than 30 days after signature", Deadline(within="30 days", of="signature")),
        ("by March 1, 2027", Deadline(by="2027-03-01")),
        ("before 3rd of June 2028", Deadline(by="2028-06-03")),
        ("without delay", Deadline(within="immediately")),
        ("as soon as possible", Deadline(within="open")),
        ("at a date still to be settled", Deadline(within="open")),
    ],
)
def test_equal_times_have_one_form(words: str, deadline: Deadline) -> None:
    assert only(f"Morova shall leave the fort {words}.").deadline == deadline


def test_a_duration_is_a_quantity_and_no_deadline() -> None:
    term = only("Morova shall keep the peace for at least ten years.")
    assert term.deadline is None
    assert [(item.operator, item.value, item.unit) for item in term.quantity] == [("gteq", 120, "month")]


def test_conditions_exceptions_and_scope_stand_apart_from_the_duty() -> None:
    term = only("In peacetime Morova shall close all ports except Tarsk, provided that the strait is safe.")
    assert term.conditions == ("provided that the strait is safe",)
    assert term.exceptions == ("Tarsk",)
    assert term.scope == ("peacetime",)
    assert term.object == "all ports"


def test_a_condition_may_stand_before_or_behind() -> None:
    before = only("If the Front accepts, Morova shall leave.")
    behind = only("Morova shall leave if the Front accepts.")
    assert before == behind


def test_places_and_recipients_are_told_apart() -> None:
    term = only("Morova shall hand over the boats in Tarsk and Velm to the Riverine Front.")
    assert term.place == ("Tarsk", "Velm")
    assert term.counterparty == ("front",)


def test_each_clause_of_a_sentence_is_a_term() -> None:
    terms = list(read("Morova shall leave, and Kestria shall open the port and shall not charge tolls.").terms.values())
    assert [(term.bearer, term.modality, term.action) for term in terms] == [
        (("Morova",), "obligation", "leave"), (("kes",), "obligation", "open"), (("kes",), "prohibition", "charge"),
    ]  # fmt: skip


def test_a_share_without_a_verb_of_its_own_takes_that_of_the_clause_before() -> None:
    terms = read("Morova shall bear 60 percent of the cost, and Kestria 40 percent.").terms.values()
    assert [(term.bearer, term.quantity[0].value) for term in terms] == [(("Morova",), 60), (("kes",), 40)]


def test_a_sub_point_goes_on_from_the_stem_of_its_parent() -> None:
    term = only("patrol the strip.", parent="The mission shall:")
    assert (term.bearer, term.modality, term.action, term.object) == (("mission",), "obligation", "patrol", "the strip")


def test_a_proposal_is_no_duty() -> None:
    assert not read("Kestria proposes that Morova keep no more than 50 tanks.").terms
    assert not read("Kestria has proposed a cap of 50 tanks.").terms


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("[Deferred: command of the police]", "deferred"),
        ("The future of the base is left to later talks.", "deferred"),
        ("[Not agreed] Morova shall leave.", "disputed"),
        ("Morova shall leave. [Disputed: the parties disagree on this point.]", "disputed"),
        ("Morova shall leave at a date to be agreed.", "settled"),
        ("If the parties do not agree, the court shall decide.", "settled"),
    ],
)
def test_the_status_that_a_text_gives_its_matter(text: str, matter: str) -> None:
    assert read(text).matter == matter


def test_commands_and_bare_noun_phrases_are_norms_too() -> None:
    assert only("Release all prisoners.").modality == "obligation"
    assert read("Immediate ceasefire.").terms


def test_every_part_of_the_trace_stands_in_the_text_where_it_says() -> None:
    text = "Morova shall withdraw 40 tanks from Tarsk within two weeks, unless it is attacked."
    trace = read(text).trace
    assert {part.what.split()[0] for part in trace} >= {
        "bearer",
        "modality",
        "action",
        "quantity",
        "deadline",
        "condition",
        "place",
    }
    for part in trace:
        assert text[part.start : part.end].startswith(part.words.split()[0])


@pytest.mark.parametrize(
    "unit", ["shall ", "if ", "and ", "Morova shall go, ", "twenty ", "[ ", "to ", "between 1 and ", "a-"]
)
def test_time_is_linear_in_a_line_of_repeated_words(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    begun = time.process_time()
    read(text)
    assert time.process_time() - begun < 20  # quadratic work would take minutes, even on a slow machine


@pytest.mark.parametrize(
    ("points", "bearer"),
    [
        (["The Movement for the Liberation of Ostara (MLO) shall go.", "The MLO shall go."],
         "Movement for the Liberation of Ostara"),
        (['The United Salt Workers (hereinafter "the Workers") shall go.', "The Workers shall go."],
         "United Salt Workers"),
        (["The JMM (Joint Monitoring Mechanism) shall go.", "The JMM shall go."], "Joint Monitoring Mechanism"),
        (["The Riverine Front (RIF) shall go.", "The RIF shall go."], "front"),
    ],
)  # fmt: skip
def test_a_name_that_one_point_defines_holds_in_the_others(points: list[str], bearer: str) -> None:
    names = NAMES.defining(points)
    for point in points:
        (term,) = extract(point, names).terms.values()
        assert term.bearer == (bearer,)


@pytest.mark.parametrize("remark", ["tbd", "TBD", "to be agreed", "to be determined", "open", "for further talks"])
def test_a_remark_after_a_colon_leaves_the_matter_open(remark: str) -> None:
    found = read(f"Command of the guard: {remark}.")
    assert (found.matter, dict(found.terms)) == ("deferred", {})


def test_a_negated_promise_keeps_its_force() -> None:
    assert [(term.modality, term.action) for term in read("Morova pledges not to shell Tarsk.").terms.values()] == [
        ("commitment", "not shell")
    ]
    assert only("Morova shall under no circumstances shell Tarsk.").modality == "prohibition"


@pytest.mark.parametrize(
    "figure", ["9" * 29, "9" * 5000, "1." + "3" * 40, "9" + " trillion" * 60, "hundred " * 14, "0" * 40]
)
def test_a_figure_longer_than_any_that_people_count_in_is_none_and_ends_nothing(figure: str) -> None:
    for sentence in (
        "Morova shall pay {} crowns.",
        "Morova shall leave within {} days.",
        "Morova shall cut {} percent.",
    ):
        found = read(sentence.format(figure))
        counted = [quantity.value for term in found.terms.values() for quantity in term.quantity]
        assert all(value is None or value < 10**20 for value in counted)


@pytest.mark.parametrize("figure", ["9" * 20, "1.2345678901234567891", "99,999,999,999,999,999"])
def test_a_long_figure_is_exact_to_the_digit(figure: str) -> None:
    (quantity,) = only(f"Morova shall pay {figure} crowns.").quantity
    assert quantity.value == Decimal(figure.replace(",", ""))
