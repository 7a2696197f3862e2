"""Words of one conflict stand in its corpus, and hold for its comparisons and for no others."""

import threading

import pytest
from jsonschema import Draft202012Validator
from small_corpus import SmallCorpus

from plantrack.checking import check_corpus
from plantrack.corpus import find_corpus, resolve
from plantrack.differences.changes import QUIET
from plantrack.differences.papers import compare_papers
from plantrack.errors import InputError
from plantrack.exporting import export_corpus
from plantrack.language.lexicon import kept_apart, of_corpus, phrases_at, same_phrase, same_sense
from plantrack.model.lexicon import Lexicon
from plantrack.reading.documents import read_lexicon
from plantrack.schemas import schema_for
from plantrack.writing.documents import as_yaml, plain

WORDS = """\
schema: plantrack/1
senses:
  - [weir, barrage, sluice works]
aliases:
  Northern Power Station: [NPS, the Oss plant]
  dam: [retaining wall]
apart:
  - [help, aid]
"""
HEAD = "schema: plantrack/1\n"


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "with").mkdir()
    made = SmallCorpus(tmp_path / "with")
    (made.root / "plans" / "lexicon.yaml").write_text(WORDS)
    return find_corpus(made.root)


@pytest.fixture
def other(tmp_path):
    (tmp_path / "without").mkdir()
    return find_corpus(SmallCorpus(tmp_path / "without").root)


def compare(old, new, corpus, folder):
    for name, words in (("old.md", old), ("new.md", new)):
        (folder / name).write_text(f"1. {words}\n")
    papers = [resolve(str(folder / name), corpus) for name in ("old.md", "new.md")]
    return compare_papers(*papers).diff


def is_quiet(diff):
    return all(change.kind in QUIET for change in diff.changes)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Arland shall repair the weir by May.", "Arland shall repair the barrage by May."),
        ("Arland shall repair the weirs by May.", "Arland shall repair the sluice works by May."),
        ("Arland shall reopen the Northern Power Station.", "Arland shall reopen the Oss plant."),
        ("Arland shall reopen the NPS.", "Arland shall reopen the Oss plant."),
        ("Arland shall repair the dam.", "Arland shall repair the retaining wall."),
    ],
)
def test_words_that_a_corpus_joins_are_silenced_in_it_and_in_no_other(old, new, corpus, other, tmp_path):
    assert is_quiet(compare(old, new, corpus, tmp_path))
    assert {"corpus", "alias", "name", "inflection"} & {
        one.rule for one in compare(old, new, corpus, tmp_path).silenced
    }
    assert not is_quiet(compare(old, new, other, tmp_path))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Arland shall repair the weir by May.", "Arland shall repair the bridge by May."),
        ("Arland shall reopen the Northern Power Station.", "Arland shall reopen the Southern Power Station."),
        ("Arland shall repair the weir by May.", "Arland shall not repair the barrage by May."),
    ],
)
def test_what_stands_near_is_not_silenced(old, new, corpus, tmp_path):
    assert not is_quiet(compare(old, new, corpus, tmp_path))


def test_words_kept_apart_by_a_corpus_overrule_what_is_known_elsewhere(corpus, other, tmp_path):
    words = "Arland shall help the villages.", "Arland shall aid the villages."
    assert not is_quiet(compare(*words, corpus, tmp_path))
    assert is_quiet(compare(*words, other, tmp_path))


def test_words_kept_apart_overrule_senses_and_aliases():
    held = Lexicon(
        senses=(("weir", "barrage"),), aliases={"dam": ("wall",)}, apart=(("weir", "barrage"), ("dam", "wall"))
    )
    with of_corpus(held):
        assert same_sense("weir", "barrage") is None
        assert same_sense("dam", "walls") is None
        assert kept_apart("weirs", "barrages")


def test_comparisons_may_be_nested_and_end_in_any_way():
    with of_corpus(Lexicon(senses=(("weir", "barrage"),))):
        assert same_sense("weir", "barrage") == "corpus"
        with of_corpus(Lexicon(senses=(("weir", "mill"),))):
            assert same_sense("weir", "barrage") is None
            assert same_phrase(("weirs",), ("mill",)) == "corpus"
        with of_corpus(None):
            assert same_sense("weir", "barrage") is None
        with pytest.raises(KeyError), of_corpus(None):
            raise KeyError
        assert same_sense("weir", "barrage") == "corpus"
        assert phrases_at(["no", "weir"], 1) is None
    assert same_sense("weir", "barrage") is None


def test_each_thread_has_the_words_of_its_own_comparison():
    ready, found = threading.Barrier(2, timeout=20), {}

    def compared(name, words):
        with of_corpus(Lexicon(senses=(words,))):
            ready.wait()
            found[name] = same_sense("weir", "barrage"), same_sense("weir", "mill")
            ready.wait()

    threads = [
        threading.Thread(target=compared, args=each)
        for each in (("one", ("weir", "barrage")), ("two", ("weir", "mill")))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"one": ("corpus", None), "two": (None, "corpus")}
    assert same_sense("weir", "barrage") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "senses: [[weir, barrage]]\n",
            "v.yaml:1:1: schema is missing; found a lexicon without schema; expected schema",
        ),
        (
            f"{HEAD}sense: [[weir, barrage]]\n",
            "v.yaml:2:1: unknown key; found 'sense'; expected one of schema, senses, aliases, apart",
        ),
        (f"{HEAD}senses: [weir, barrage]\n", "v.yaml:2:10: senses.0: not a list; found 'weir'; expected a list"),
        (
            f"{HEAD}senses:\n  - [weir]\n",
            "v.yaml:3:5: senses.0: a sense with no second word; found 'weir'; expected two words or phrases that differ",
        ),
        (
            f"{HEAD}apart:\n  - []\n",
            "v.yaml:3:5: apart.0: words kept apart with no second word; found an empty list; expected two words or phrases that differ",
        ),
        (
            f"{HEAD}senses:\n  - [weir, barrage, Weir]\n",
            "v.yaml:3:21: senses.0.2: words that stand twice; found 'Weir'; expected each once",
        ),
        (
            f"{HEAD}aliases:\n  Oss plant: []\n",
            "v.yaml:3:14: aliases.Oss plant: a name without aliases; found an empty list; expected its other names",
        ),
        (
            f"{HEAD}aliases:\n  Oss plant: [OP]\n  Marn plant: [MP, op]\n",
            "v.yaml:4:20: aliases.Marn plant.1: a name of two things; found 'op'; expected a name of Oss plant alone",
        ),
        (
            f"{HEAD}aliases:\n  Oss plant: [oss-plant]\n",
            "v.yaml:3:15: aliases.Oss plant.0: words that stand twice; found 'oss-plant'; expected each once",
        ),
        (
            f"{HEAD}senses:\n  - [weir, barrage]\napart:\n  - [mill, Barrage, weir]\n",
            "v.yaml:5:5: apart.0: kept apart, and joined above; found barrage; weir; expected one of them",
        ),
        (
            f'{HEAD}senses:\n  - [weir, " "]\n',
            "v.yaml:3:12: senses.0.1: of the wrong shape; found the quoted text ' '; expected words on one line, at most 200 characters",
        ),
    ],
)
def test_what_is_wrong_in_a_file_of_words_is_told_with_its_place(text, said):
    with pytest.raises(InputError) as refused:
        read_lexicon(text.encode(), file="v.yaml")
    assert said in [str(problem).split("; did you mean")[0] for problem in refused.value.problems]


def test_a_file_of_words_is_read_as_it_was_written():
    held = read_lexicon(WORDS.encode(), file="v.yaml").value
    assert held == Lexicon(
        senses=(("weir", "barrage", "sluice works"),),
        aliases={"Northern Power Station": ("NPS", "the Oss plant"), "dam": ("retaining wall",)},
        apart=(("help", "aid"),),
    )
    assert read_lexicon(as_yaml(held).encode(), file="v.yaml").value == held


def test_an_export_has_the_words_and_passes_its_schema(corpus, other):
    import json

    for one in (corpus, other):
        exported = json.loads(export_corpus(one, "json"))
        assert exported["lexicon"] == json.loads(json.dumps(plain(one.lexicon())))
        assert list(Draft202012Validator(schema_for("corpus")).iter_errors(exported)) == []


def test_check_reads_the_file_and_tells_what_is_joined_in_vain(corpus):
    file = corpus.root / "plans" / "lexicon.yaml"
    assert check_corpus(corpus).problems == ()
    file.write_text(f"{HEAD}senses:\n  - [weir, armistice, ceasefire]\naliases:\n  Arland: [the North]\n")
    problems = check_corpus(find_corpus(corpus.root)).problems
    assert [(problem.path, problem.found) for problem in problems] == [
        ("aliases.Arland", "'Arland'"),
        ("senses.0", "'armistice' and 'ceasefire'"),
    ]
    file.write_text(f"{HEAD}senses: weir\n")
    (problem,) = check_corpus(find_corpus(corpus.root)).problems
    assert (problem.line, problem.path) == (2, "senses")
    with pytest.raises(InputError):
        find_corpus(corpus.root).lexicon()


@pytest.mark.parametrize("entry", ["-", "...", "'", "a " * 99 + "b", "1", "(a)", "\U0001f54a dove", "не", "x-y-z-"])
def test_any_entry_can_be_asked_for(entry):
    with of_corpus(Lexicon(senses=((entry, "weir"),), aliases={entry: ("mill",)}, apart=((entry, "dam"),))):
        assert same_sense("mill", "mills") is not None
        assert same_sense("weir", "gate") is None
        assert same_phrase(tuple(entry.split()), ("weir",)) in ("corpus", "alias", "spelling", None)
