"""Every sentence exists in every language with the same places to fill, and none stands there for nothing."""

import re
import string
from pathlib import Path

import pytest
from two_texts_samples import karsk, two_texts_as_page, two_texts_as_text

from plantrack import catalogue
from plantrack.answers.change_words import FORCES, PAPER_FACTS, SENTENCES, SUBJECTS
from plantrack.answers.compare import ABOUT
from plantrack.browser.answering import SAVES
from plantrack.browser.page import FILTERS
from plantrack.catalogue import languages, messages_in, say, speaking
from plantrack.differences.changes import KINDS
from plantrack.differences.parts import PARTS
from plantrack.differences.settling import GROUNDS
from plantrack.differences.waiting import WAITS
from plantrack.errors import UnknownNameError
from plantrack.language.detection import NAMES as LANGUAGES
from plantrack.language.units import unit_named
from plantrack.lineage import CREDIBILITIES
from plantrack.model.readings import FURNITURE_REASONS
from plantrack.site.rendering import NAMED
from plantrack.site.words import PRESENCE_SIGNS, SEARCHED, UNCHANGED
from plantrack.stances import MOVES, VERDICTS
from plantrack.stances import REASONS as WHY
from plantrack.vocabulary import (
    LASTINGS,
    LINK_KINDS,
    MANNERS,
    MODALITIES,
    POSITION_STANCES,
    PUBLICATIONS,
    QUANTIFIERS,
    REASONS,
    STANCES,
    STANDINGS,
    TIME_UNITS,
    TOPICS,
)

SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("answers", "rendering", "differences", "browser", "cli", "commands", "site")
    for path in (Path(catalogue.__file__).parent / folder).rglob("*")
    if path.suffix in (".py", ".j2")
) + Path(catalogue.__file__).read_text(encoding="utf-8")
TABLES = {
    **{f"kind.{kind}": row.meaning for kind, row in KINDS.items()},
    **{f"rival.{kind}": row.rival for kind, row in KINDS.items()},
    **{f"sure.{digit}": words for digit, words in CREDIBILITIES.items()},
    **{f"whole-part.{part}": row.words for part, row in PARTS.items()},
    **{f"furniture.{name}": words for words, name in FURNITURE_REASONS.items()},
    **{f"why.{name}": words for name, words in WHY.items()},
    **{f"verdict.{name}": name for name in (*VERDICTS, *MOVES)},
    **{f"takes.{name}": words for name, words in POSITION_STANCES.items()},
    "whole-part.term": "the whole term",
    **{f"reason.{name}": words for name, words in REASONS.items()},
    **{f"bears.{name}": words for name, words in STANCES.items()},
    **{f"word.{word}": word for word in (*MODALITIES, *MANNERS, *STANDINGS, *PUBLICATIONS)},
    **{f"part.{part}": row.short for part, row in PARTS.items()},
    **{f"settling.{ground}": words for ground, words in GROUNDS.items()},
    **{f"waits.{kind}": words for kind, words in WAITS.items()},
    **{f"topic.{topic}": row.meaning for topic, row in TOPICS.items()},
    **{f"force.{modality}": words for modality, words in FORCES.items()},
    **{f"sentence.{name}": name for name in (*SENTENCES.values(), "sentence")},
    **{f"subject.{name}": words for name, words in SUBJECTS.items()},
    **{f"fact.{name}": name for name in PAPER_FACTS},
    **{f"language.{tag}": name for tag, name in LANGUAGES.items()},
    **{f"lead.{part}": row.lead for part, row in PARTS.items() if row.lead},
    **{f"quantifier.{name}": name for name in QUANTIFIERS},
    **{f"lasting.{name}": name for name in LASTINGS},
    **{f"each.{unit}": unit for unit in TIME_UNITS},
    **{f"{table}.{name}": words for table, english in NAMED.values() for name, words in english.items()},
    **{f"presence.{name}": words for name, (_, words) in PRESENCE_SIGNS.items()},
    **{f"unchanged.{name}": words for name, words in UNCHANGED.items() if words},
    **{f"found.{kind}": kind for kind in SEARCHED},
    **{f"tie-short.{kind}": kind.replace("_", " ") for kind in LINK_KINDS},
    **{f"column.{name}": name for name in ABOUT},
    **{f"tie.{kind}": tie.words for kind, tie in LINK_KINDS.items()},
}
COUNTED = {f"unit.{unit}" for unit in ("person", *TIME_UNITS)} | {f"period.{unit}" for unit in TIME_UNITS}
"""What English counts by rule and another language by forms of its own, at least."""
OTHERS = [tag for tag in languages() if tag != "en"]


def places(form):
    return sorted({name for _, name, _, _ in string.Formatter().parse(form) if name})


def test_there_is_a_second_language():
    assert OTHERS == ["uk"]


@pytest.mark.parametrize("tag", OTHERS)
def test_each_language_has_every_message_with_the_same_places(tag):
    english, theirs = (messages_in(one)[0] for one in ("en", tag))
    counted = {name for name in theirs if name.startswith(("unit.", "period."))}
    assert counted >= COUNTED
    assert set(theirs) - counted == set(english) | set(TABLES)
    for name, forms in english.items():
        assert {tuple(places(form)) for form in theirs[name]} <= {tuple(places(form)) for form in forms} | {
            tuple(places(forms[-1]))
        }, name


@pytest.mark.parametrize("tag", languages())
def test_each_message_has_one_form_or_as_many_as_the_language_has_numbers(tag):
    found, plural = messages_in(tag)
    numbers = {plural(number) for number in range(1000)}
    for name, forms in found.items():
        assert len(forms) in (1, len(numbers)), name


@pytest.mark.parametrize("tag", languages())
def test_no_message_stands_twice_in_a_file(tag):
    lines = (Path(catalogue.__file__).parent / "messages" / f"{tag}.txt").read_text(encoding="utf-8").splitlines()
    names = [line.partition(" = ")[0] for line in lines if line and line[0] != "#"]
    assert {name for name in names if names.count(name) > 1} == set()


@pytest.mark.parametrize("tag", OTHERS)
def test_a_unit_that_has_a_word_in_a_language_is_a_unit(tag):
    for name in messages_in(tag)[0]:
        if name.startswith("unit."):
            assert name in COUNTED or unit_named(name.removeprefix("unit.")) is not None


def test_every_message_is_used_and_every_one_that_is_used_is_there():
    english = messages_in("en")[0]
    exact = set(re.findall(r"""["']([a-z-]+(?:\.[\w-]+)*)["']""", SOURCES))
    begun = set(re.findall(r"""f["']([a-z-]+\.(?:[\w-]+\.)*[\w-]*)\{""", SOURCES))
    begun |= set(re.findall(r"""["']([a-z-]+\.[\w-]*)["'] ~""", SOURCES))
    for name in english:
        if name.startswith("page."):
            continue  # by the script and the template of the page; below
        assert name in exact or any(name.startswith(start) for start in begun), f"{name} is used nowhere"
    for name in re.findall(r"""say(?:_words)?\(\s*["']([^"'{]+)["']""", SOURCES):
        assert name in english, name


def test_every_sentence_of_the_page_that_compares_is_said_there():
    folder = Path(__file__).parents[1] / "src/plantrack/browser"
    page = "\n".join(
        (folder / name).read_text(encoding="utf-8") for name in ("templates/tool.html.j2", "static/compare.js")
    )
    made = {f"{side}-title" for side in ("old", "new")} | {f"save-{form}" for form in SAVES} | set(FILTERS)
    own = {name.removeprefix("page.") for name in messages_in("en")[0] if name.startswith("page.")}
    assert {name for name in own - made if not re.search(rf"""["'.]{name}\b""", page)} == set()
    assert set(re.findall(r"""(?:said\(|words\[|tell\(|words\.)["']?([a-z-]+)\b["']?[),;\]]""", page)) - {"key"} <= own


def test_ukrainian_counts_as_ukrainian_does():
    with speaking("uk"):
        told = [say("count.points", count=number) for number in (1, 3, 5, 11, 21, 1234)]
    assert told == ["1 пункт", "3 пункти", "5 пунктів", "11 пунктів", "21 пункт", "1\u00a0234 пункти"]


def test_an_answer_in_another_language_has_no_sentence_of_ours_in_english():
    with speaking("uk"):
        text, page = two_texts_as_text(karsk().diff()), two_texts_as_page(karsk().diff())
    assert '<html lang="uk">' in page
    ours = [line for line in text.splitlines() if not line.lstrip().startswith(("-", "+")) and "[-" not in line]
    words = " ".join(ours)
    assert "Вилучено" in words
    assert not re.search(r"\b(gone|new|figures|left out|read both|differences|points?)\b", words, re.IGNORECASE)


def test_a_language_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(UnknownNameError, match=r"'xx'; expected one of en, uk"), speaking("xx"):
        pass
