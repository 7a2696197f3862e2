"""Pairs in which little is printed differently and much is said differently: none of them may be passed over."""

import pytest

from plantrack.corpus import find_corpus, resolve
from plantrack.differences.papers import compare_papers
from plantrack.differences.texts import Wording, compare_texts
from plantrack.differences.views import names_of
from plantrack.language.tokens import tokens_of

SENTENCES = """
United Nations Emergency Force (UNEF) observers shall be stationed in the zone. | Observers shall be stationed in the zone.
The designated airline shall pay taxes. | The designated airlines shall pay taxes.
The Contracting Parties shall pay. | The Contracting Party shall pay.
The right is granted to Arland. | The right was granted to Arland.
It shall be registered by the Secretariat. | It shall be registering by the Secretariat.
Arland shall (a) pay and (b) leave, but (a) lapses in May. | Arland shall (a) pay and (b) leave, but (b) lapses in May.
Persons as defined in (i) or in (ii) are freed. | Persons as defined in (i) or in (iii) are freed.
Subject to (a) and (c), Arland pays. | Subject to (b) and (c), Arland pays.
Arland is not entitled to pay. | Arland is entitled not to pay.
If Arland invades Belmark, sanctions return. | If Belmark invades Arland, sanctions return.
Arland and Belmark attack Karst. | Arland and Karst attack Belmark.
Arland, the aggressor, and Belmark, the victim, sign. | Belmark, the aggressor, and Arland, the victim, sign.
Cooks (guards) and stokers leave. | Guards (cooks) and stokers leave.
Arland shall free men, women and children under 12. | Arland shall free children, women and men under 12.
The guarantee will not apply if Ukraine attacks Russia first. | The guarantee will not apply first if Ukraine attacks Russia.
Arland must vote before it leaves in May. | Arland must vote in May before it leaves.
All officials, including judges, stay. | All officials, excluding judges, stay.
The accord applies to the zone. | The accord applied to the zone.
The guns have been stored. | The guns shall have been stored.
Each side's commander signs the map. | Each side's commanders sign the map.
Arland shall hand in weapons, and ammunition exceeding 5 tons. | Arland shall hand in weapons and ammunition exceeding 5 tons.
Arland shall register trucks, and boats longer than 10 metres. | Arland shall register trucks and boats longer than 10 metres.
Arland shall free cooks, and soldiers over 60 years. | Arland shall free cooks and soldiers over 60 years.
"""
NOT_SURE = """
The commission is co-chaired by Arland and Belmark. | The commission is chaired by Arland and Belmark.
Each at-large judge holds office for a year. | Each judge holds office for a year.
Karst protects churches and mosques. | Karst protects churches, not mosques.
Halden shall not both tax and seize boats. | Halden shall neither tax nor seize boats.
Guests are those that intend to vote and live in Oss. | Guests are those that intend to vote, are not under a ban and live in Oss.
Both sides shall pay the toll; _____ 4 See the annex and the map. | Both sides shall pay the toll;
Facsimile Execution and Electronic Signatures. Any paper may be signed. | Electronic Signatures. Any paper may be signed.
The board reads this year's guide. | The board reads the current year's guide.
If a guest misses the talks, s/he will be removed. | If a guest misses the talks, they will be removed.
Arland pays in advance of the final hearing of such claim, suit or case upon a pledge. | Arland pays in advance of its final hearing upon a pledge.
These rules are provided below, as well as in the terms and the annex. | These rules are provided below.
If no member receives half of the votes, the member with the fewest votes leaves. | If the report is undecided, all members that applied stay.
"""
PAPERS = {
    "the heading of a point that only one paper has": (
        "1. Guarantees of Arland\n\n   A force is set up.\n2. B leaves.\n",
        "1. A force is set up.\n2. B leaves.\n",
    ),
    "the words of a point that has points below it": (
        "1. Arland shall not:\n   (a) pay;\n   (b) vote.\n2. B leaves.\n",
        "1.\n   (a) pay;\n   (b) vote.\n2. B leaves.\n",
    ),
    "points under another heading": (
        "## Duties of Arland\n\n- Free the prisoners.\n- Open the roads.\n\n## Duties of Belmark\n\n- Pay.\n- Leave Oss.\n",
        "## Duties of Arland\n\n- Pay.\n- Leave Oss.\n\n## Duties of Belmark\n\n- Free the prisoners.\n- Open the roads.\n",
    ),
    "a reference whose number names another point now": (
        "1. Arland pays.\n2. Belmark leaves.\n3. Point 2 lapses.\n",
        "1. Karst votes.\n2. Arland pays.\n3. Belmark leaves.\n4. Point 2 lapses.\n",
    ),
}


def papers_compared(tmp_path, old, new):
    corpus = find_corpus()
    for name, text in (("old.md", old), ("new.md", new)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return compare_papers(*(resolve(str(tmp_path / name), corpus) for name in ("old.md", "new.md"))).diff


@pytest.mark.parametrize("pair", SENTENCES.strip().splitlines())
def test_a_sentence_that_says_something_else_is_told_of(pair):
    old, new = pair.split(" | ")
    for one, other in ((old, new), (new, old)):
        names = names_of(()).defining([tokens_of(one), tokens_of(other)])
        assert compare_texts([Wording(id="1", text=one)], [Wording(id="1", text=other)], names).changes


@pytest.mark.parametrize("pair", NOT_SURE.strip().splitlines())
def test_what_only_looks_like_a_member_of_a_list_or_a_restriction_is_left_to_people(pair):
    old, new = pair.split(" | ")
    for one, other in ((old, new), (new, old)):
        names = names_of(()).defining([tokens_of(one), tokens_of(other)])
        diff = compare_texts([Wording(id="1", text=one)], [Wording(id="1", text=other)], names)
        assert [change.kind for change in diff.changes] == ["wording-unexplained"]


def test_a_year_that_names_a_thing_is_no_deadline_and_a_joint_goes_with_its_member(tmp_path):
    old = "1. The 2026 vote is held on 3 May 2026.\n2. Arland shall free judges, officers or clerks.\n"
    new = "1. The 2027 vote is held on 3 May 2027.\n2. Arland shall free judges or officers.\n"
    kinds = sorted(change.kind for change in papers_compared(tmp_path, old, new).changes)
    assert kinds == ["deadline-later", "reference-changed", "scope-narrowed"]


@pytest.mark.parametrize("name", PAPERS)
def test_what_no_sentence_shows_is_told_of(tmp_path, name):
    old, new = PAPERS[name]
    untold = {"provision-added", "provision-removed", "provision-renumbered"}
    for one, other in ((old, new), (new, old)):
        assert [change for change in papers_compared(tmp_path, one, other).changes if change.kind not in untold]


def test_a_reference_that_follows_its_point_is_the_same(tmp_path):
    old, new = PAPERS["a reference whose number names another point now"]
    diff = papers_compared(tmp_path, old, new.replace("Point 2", "Point 3"))
    assert [change.kind for change in diff.changes if change.kind != "provision-reworded"] == ["provision-added"]
    assert [one.rule for one in diff.silenced] == ["renumbered reference"]


def test_a_figure_on_a_line_of_its_own_inside_a_paragraph_is_no_page_number(tmp_path):
    old = "1. Arland shall keep at most\n600\ntanks.\n2. Belmark leaves.\n"
    diff = papers_compared(tmp_path, old, old.replace("600", "800"))
    assert [change.kind for change in diff.changes] == ["quantity-raised"]
