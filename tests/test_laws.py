"""Laws of comparison, over generated versions and texts."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from attrs import evolve, fields
from generated import revisions, texts, versions
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack.differences.changes import KINDS, MIRROR_EFFECT
from plantrack.differences.parts import PARTS
from plantrack.differences.versions import diff_versions
from plantrack.documents.reading import read_document
from plantrack.model import Evidence, Term, Version

ROOT = Path(__file__).parents[1]
QUIET = {"provision-renumbered", "provision-reworded"}


def as_version(text, name="text"):
    provisions = {provision.id: provision for provision in read_document(text, name).provisions}
    return Version(
        schema="plantrack/1", plan=name, version="", date="", title=name, text_basis="full_text", provisions=provisions
    )


def of_texts(old, new):
    return diff_versions(as_version(old, "old"), as_version(new, "new"), local=True, relation="revision")


def of_versions(old, new):
    return diff_versions(evolve(old, version="old"), evolve(new, version="new"), relation="revision")


def seen(change):
    """A change as what it says, without order."""
    return (
        change.kind, change.old_ids, change.new_ids, change.term, change.part,
        repr(change.before), repr(change.after), change.effect, change.certainty,
    )  # fmt: skip


def mirrored(change):
    return (
        KINDS[change.kind].mirror, change.new_ids, change.old_ids, change.term[::-1], change.part,
        repr(change.after), repr(change.before), MIRROR_EFFECT.get(change.effect), change.certainty,
    )  # fmt: skip


@given(versions())
def test_a_version_does_not_differ_from_itself(version):
    diff = of_versions(version, version)
    assert diff.changes == ()
    assert diff.unreported == ()


@given(texts())
def test_a_text_does_not_differ_from_itself(text):
    assert of_texts(text, text).changes == ()


@settings(max_examples=80)
@given(revisions())
def test_backwards_every_change_is_its_mirror(papers):
    old, new = papers
    there, back = of_versions(old, new), of_versions(new, old)
    assert sorted(map(seen, there.changes)) == sorted(map(mirrored, back.changes))


@given(texts(), texts())
def test_backwards_every_change_of_texts_is_its_mirror(old, new):
    there, back = of_texts(old, new), of_texts(new, old)
    assert sorted(map(seen, there.changes)) == sorted(map(mirrored, back.changes))


@given(texts(), texts())
def test_every_provision_is_in_one_group_or_alone_and_accounted_for(old, new):
    diff = of_texts(old, new)
    for side, text in (("old", old), ("new", new)):
        ids = [provision.id for provision in read_document(text, side).provisions]
        grouped = [one for match in diff.matches for one in getattr(match, f"{side}_ids")]
        assert len(grouped) == len(set(grouped))
        told = {one for change in diff.changes for one in getattr(change, f"{side}_ids")}
        assert set(ids) <= set(grouped) | told


@given(texts(), st.randoms(use_true_random=False))
def test_reordering_and_renumbering_alone_change_nothing_of_substance(text, random):
    points = [line.partition(". ")[2] for line in text.strip().splitlines()]
    random.shuffle(points)
    shuffled = "".join(f"{index}. {point}\n" for index, point in enumerate(points, 11))
    assert {change.kind for change in of_texts(text, shuffled).changes} <= QUIET


@given(texts())
def test_renaming_of_ids_alone_changes_nothing(text):
    version = as_version(text)
    provisions = {f"x-{one.id}": evolve(one, id=f"x-{one.id}") for one in version.provisions.values()}
    other = evolve(version, plan="other", provisions=provisions)
    assert diff_versions(version, other, local=True, relation="revision").changes == ()


@given(versions("a"), versions("b"))
def test_evidence_changes_no_kind_of_the_document_clock(old, new):
    more = {one.id: evolve(one, evidence=(Evidence(passage="herald#words"),)) for one in new.provisions.values()}
    bare, backed = of_versions(old, new), of_versions(old, evolve(new, provisions=more))
    kinds = [(change.kind, change.old_ids, change.new_ids, change.effect) for change in bare.changes]
    assert kinds == [(change.kind, change.old_ids, change.new_ids, change.effect) for change in backed.changes]


LEAVES = {part.field: {part.subject, "field"} for part in PARTS.values()} | {"notes": {"field"}}
LEAVES["action"] = {"action", "modality"}
ONE_FORCE = ({"obligation", "commitment"}, {"permission", "right"})
"""Words that say the same of how a term binds."""


def unequal_leaves(old, new):
    """Every place where the two normal forms differ, found without the comparison's own code."""
    for provision_id in old.provisions.keys() & new.provisions.keys():
        before, after = old.provisions[provision_id], new.provisions[provision_id]
        if before.matter != after.matter:
            yield provision_id, None, {"status"}
            continue
        for key in before.terms.keys() | after.terms.keys():
            if key not in before.terms or key not in after.terms:
                yield provision_id, key, {"term"}
                continue
            for field in fields(Term):
                first, second = (getattr(side.terms[key], field.name) for side in (before, after))
                if field.name in LEAVES and first != second and {first, second} not in ONE_FORCE:
                    yield provision_id, key, LEAVES[field.name]
    for provision_id in old.provisions.keys() ^ new.provisions.keys():
        yield provision_id, None, {"provision"}


@given(versions("a"), versions("b"))
def test_nothing_changes_silently(old, new):
    diff = of_versions(old, new)
    joined = {one for match in diff.matches if match.by == "text" for one in (*match.old_ids, *match.new_ids)}
    for provision_id, key, subjects in unequal_leaves(old, new):
        if provision_id in joined:
            continue  # its counterpart bears another id, so that the walk by id cannot see it
        changes = [c for c in diff.changes if provision_id in (*c.old_ids, *c.new_ids)]
        gaps = [gap for gap in diff.unreported if gap.id == provision_id]
        by_change = any(KINDS[c.kind].subject in subjects and (key is None or key in c.term) for c in changes)
        by_pairing = key is not None and any(KINDS[c.kind].subject == "term" and key in c.term for c in changes)
        by_gap = any(key is None or gap.term in (key, None) for gap in gaps)
        assert by_change or by_pairing or by_gap, (provision_id, key, subjects)


@given(texts(), st.data())
def test_a_changed_figure_is_never_missed(text, data):
    figures = [found for found in re.finditer(r"\b\d{2}\b", text) if not text[found.end() :].startswith(".")]
    if not figures:
        return
    figure = data.draw(st.sampled_from(figures))
    other = text[: figure.start()] + str(int(figure.group()) + 7) + text[figure.end() :]
    changes = of_texts(text, other).changes
    assert changes
    assert {KINDS[change.kind].subject for change in changes} <= {"quantity", "deadline"}


def test_the_same_bytes_under_any_hash_seed(tmp_path):
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("1. Arland and Veldia shall close the camps within 30 days.\n2. Kestria may reopen the port.\n")
    new.write_text("1. Kestria, Veldia and Arland shall close the camps at once.\n2. Morova shall lend 4 ships.\n")
    for pair in (("28pt", "19pt"), (str(old), str(new))):
        command = [sys.executable, "-c", "from plantrack.cli import main; main()", "diff", *pair, "--format", "json"]
        outputs = {
            subprocess.run(
                command, capture_output=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}
            ).stdout
            for seed in ("0", "1", "4711")
        }
        assert len(outputs) == 1
        assert json.loads(outputs.pop())["changes"]
