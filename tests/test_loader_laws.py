"""Laws of the loader: any bytes give a value or problems with their place, never anything else."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plantrack.errors import InputError
from plantrack.model import Version
from plantrack.reading.documents import read_actors, read_positions, read_source, read_version
from plantrack.reading.nodes import MAX_PROBLEMS

ROOT = Path(__file__).parents[1]
HEAD = "schema: plantrack/1\nplan: lake\nversion: first\ndate: 2031-05-01\ntitle: T\n"
NASTY = (
    *(
        b"\t",
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\r",
        b"\n",
        b"\x1b",
        "\u202e".encode(),
        "\u2028".encode(),
        b'"\\0\\e"',
    ),
    *(
        b"&a ",
        b"*a",
        b"!!str ",
        b"! ",
        b"<<: ",
        b"? ",
        b"- ",
        b": ",
        b"[",
        b"]",
        b"{",
        b"}",
        b"'",
        b'"',
        b"|\n",
        b">\n",
    ),
    *(b"---\n", b"...\n", b"%YAML 1.1\n", b"@", b"`", b"~", b"null", b"9" * 50, b"x-a: ", b"#"),
)
CORPUS = {
    "version": (read_version, {}, (ROOT / "plans" / "19pt" / "2025-11-23.yaml").read_bytes()),
    "source": (read_source, {"source": "a"}, next(iter(sorted((ROOT / "seeds").glob("*.yaml")))).read_bytes()),
    "actors": (read_actors, {}, (ROOT / "plans" / "actors.yaml").read_bytes()[:6000]),
    "positions": (read_positions, {}, (ROOT / "plans" / "positions" / "RU.yaml").read_bytes()[:6000]),
}


def value_or_problems(data, read=read_version, **given):
    """The value; else the problems, which must be fit to print and say where they are."""
    try:
        return read(data, file="v.yaml", **given).value
    except InputError as error:
        problems = error.problems
    assert 0 < len(problems) <= MAX_PROBLEMS
    assert all(str(problem).isprintable() for problem in problems)
    assert all(problem.line for problem in problems[:-1])
    places = [(problem.line, problem.column) for problem in problems if problem.line]
    assert places == sorted(places)
    return problems


@given(st.binary(max_size=300) | st.lists(st.sampled_from(NASTY), max_size=40).map(b"".join))
@example(b"&a [*a]")
@example(b"%TAG ! tag:x,2000:\n--- !a b\n")
@example(b"? ? ? ?")
def test_any_bytes_give_problems(data):
    assert not isinstance(value_or_problems(data), Version)


@pytest.mark.parametrize("kind", CORPUS)
@settings(max_examples=60)
@given(st.data())
def test_a_damaged_file_of_the_corpus_gives_a_value_or_problems(kind, data):
    read, given_, whole = CORPUS[kind]
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(damaged)))
        damaged[at : at + data.draw(st.sampled_from([0, 0, 1, 7, 40]))] = data.draw(st.sampled_from(NASTY))
    value_or_problems(bytes(damaged), read, **given_)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\u2028\u2029\ufffe\uffff")))
def test_text_is_kept_to_the_letter(text):
    quoted = "'" + text.replace("'", "''") + "'"
    found = value_or_problems(f"{HEAD}x-a: {quoted}\n".encode())
    assert isinstance(found, Version)
    assert found.extra == {"x-a": text}


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**20), max_value=10**20))
def test_figures_are_kept_to_the_digit(figure):
    written = f"{figure:f}"
    term = f"provisions: {{a: {{terms: {{t: {{action: x, quantity: {{value: {written}, unit: u}}}}}}}}}}"
    found = value_or_problems(f"{HEAD}{term}\n".encode())
    assert str(found.provisions["a"].terms["t"].quantity[0].value) == written


@given(st.integers(0, 12).flatmap(lambda wrong: st.permutations([True] * wrong + [False] * 8)))
def test_every_wrong_point_is_told_and_no_right_one(pattern):
    points = [
        f"  p{index}: {{topics: [{'armies' if wrong else 'ceasefire'}]}}\n" for index, wrong in enumerate(pattern)
    ]
    found = value_or_problems(f"{HEAD}provisions:\n{''.join(points)}".encode())
    expected = [f"provisions.p{index}.topics.0" for index, wrong in enumerate(pattern) if wrong]
    assert ([] if isinstance(found, Version) else [problem.path for problem in found]) == expected
