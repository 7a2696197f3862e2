"""What is kept of the files of a corpus gives the answers that the files give, and never others."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from synthetic_corpus import make_corpus

from plantrack.corpus import find_corpus, remembering
from plantrack.corpus.inspection import cited_passages, evidence_in, find_problems
from plantrack.corpus.packing import Records, packed, stating, unpacked
from plantrack.errors import InputError
from plantrack.reading.documents import read_source, read_version
from plantrack.value import evolve

ROOT = Path(__file__).parents[1]


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(remembering, "WORTH_KEEPING", 0)
    return tmp_path / "cache"


@pytest.fixture
def made(tmp_path, cache):
    assert not cache.exists()
    make_corpus(tmp_path / "corpus", plans=2, versions=2, points=4)
    return tmp_path / "corpus"


def _everything(root):
    corpus = find_corpus(root)
    problems = find_problems(corpus)
    read = {ref: evolve(one, provisions=dict(one.provisions)) for ref, one in corpus.readable_versions().items()}
    sources = {}
    for source_id in corpus.source_ids:
        try:
            source = corpus.source(source_id)
        except InputError:
            continue
        sources[source_id] = evolve(source, passages=dict(source.passages))
    return list(map(str, problems)), read, sources


def _kept_files(cache):
    return [path for path in cache.rglob("*") if path.is_file()]


def _without_cache(root, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(remembering, "WORTH_KEEPING", 1 << 30)
        return _everything(root)


def test_a_packed_value_is_the_value():
    for path in sorted((ROOT / "plans").glob("*/*.yaml")):
        if path.parent.name != "positions" and path.name != "plan.yaml":
            value = read_version(path.read_bytes(), file=path.name).value
            again = unpacked(type(value), packed(value), "kept")
            assert again == value
            for field in ("text", "parent", "lineage", "claims", "wording"):
                assert stating(again.provisions, field) == stating(value.provisions, field)
    for path in sorted((ROOT / "seeds").glob("*.yaml")):
        value = read_source(path.read_bytes(), file=path.name, source=path.stem).value
        assert unpacked(type(value), packed(value), "kept") == value


def test_answers_are_the_same_the_second_time_and_after_the_cache_is_deleted(made, cache, monkeypatch):
    plain = _without_cache(made, monkeypatch)
    assert plain[0] == []
    assert not _kept_files(cache)
    assert _everything(made) == plain
    assert len(_kept_files(cache)) >= 8
    assert isinstance(find_corpus(made).version("plan-0").provisions, Records)
    assert _everything(made) == plain
    for path in _kept_files(cache):
        path.unlink()
    assert _everything(made) == plain


@given(st.data())
def test_an_edit_of_any_file_at_any_byte_with_the_same_time_and_size_is_seen(edited, data):
    root, monkeypatch = edited
    names = sorted(str(path.relative_to(root)) for path in root.rglob("*.yaml"))
    path = root / data.draw(st.sampled_from(names))
    before, status = path.read_bytes(), path.stat()
    place = data.draw(st.integers(0, len(before) - 1))
    byte = data.draw(st.sampled_from(b"x1- :#a\n"))
    path.write_bytes(before[:place] + bytes([byte]) + before[place + 1 :])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    try:
        assert _everything(root) == _without_cache(root, monkeypatch)
    finally:
        path.write_bytes(before)


@pytest.fixture(scope="module")
def edited(tmp_path_factory):
    folder = tmp_path_factory.mktemp("edited")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        monkeypatch.setattr(remembering, "WORTH_KEEPING", 0)
        make_corpus(folder / "corpus", plans=2, versions=2, points=2)
        _everything(folder / "corpus")
        yield folder / "corpus", monkeypatch


@pytest.mark.parametrize(
    "broken",
    [
        lambda _: b"",
        lambda held: held[: len(held) // 2],
        lambda held: held.replace(b"point", b"paint"),
        lambda _: b"cos\nsystem\n(S'false'\ntR.",
        lambda held: held[:130] + b"[" * 100_000,
        lambda _: b"\xff" * 1000,
    ],
)
def test_a_broken_file_of_the_cache_is_made_again(made, cache, broken):
    plain = _everything(made)
    for path in _kept_files(cache):
        path.write_bytes(broken(path.read_bytes()))
    assert _everything(made) == plain


@pytest.mark.parametrize("body", [b"[]", b"{}\n{}\n[[], {}]", b'{}\n{"plan": 3}\n[[["id"]], {"a": 0}]\n{"id": []}'])
def test_a_forged_file_of_the_cache_runs_nothing_and_ends_in_the_file_or_a_problem(made, cache, body):
    plain = _everything(made)
    for path in _kept_files(cache):
        key = path.read_bytes().split(b"\n")[0]
        path.write_bytes(b"\n".join([key, hashlib.sha256(body).hexdigest().encode(), body]))
    with suppress(InputError):
        assert _everything(made)[1].keys() <= plain[1].keys() | {"3@"}


def test_a_name_that_went_elsewhere_is_missed_though_the_file_itself_is_as_it_was(made):
    assert find_problems(find_corpus(made)) == []
    source = made / "seeds/plan-1-v1-page.yaml"
    source.write_text(source.read_text().replace("  p-3:", "  p-33:"))
    (problem,) = find_problems(find_corpus(made))
    assert (problem.what, problem.nearest) == ("no passage of this name", "plan-1-v1-page#p-33")


def test_one_file_is_kept_of_each_file_however_often_it_changes(made, cache):
    _everything(made)
    before = len(_kept_files(cache))
    path = made / "plans/plan-0/v0.yaml"
    for number in range(3):
        path.write_text(path.read_text().replace("state 1", f"state 1{number}"))
        assert f"state 1{number}" in find_corpus(made).version("plan-0", "v0").title
    assert len(_kept_files(cache)) == before


def test_of_many_records_only_those_asked_for_last_are_kept_as_values(made, monkeypatch):
    monkeypatch.setattr("plantrack.corpus.packing._HELD", 1)
    _everything(made)
    corpus = find_corpus(made)
    one, other = (corpus.version("plan-0", slug).provisions for slug in ("v0", "v1"))
    first = next(iter(one.values()))
    assert next(iter(one.values())) is first
    assert next(iter(other.values()))
    assert next(iter(one.values())) is not first
    assert next(iter(one.values())) == first


def test_what_rests_on_a_passage_is_what_the_values_say(made):
    for corpus in (find_corpus(ROOT), find_corpus(made), find_corpus(made)):
        held = [version for plan_id in corpus.plan_ids for version in corpus.versions(plan_id)]
        held += [*corpus.positions(), *corpus.events()]
        assert cited_passages(corpus) == {item.passage for one in held for item in evidence_in(one)}
