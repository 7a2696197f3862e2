"""The articles that the project started from, where they are at hand: every key phrase is found, and stays found."""

from pathlib import Path

import pytest
import yaml
from attrs import evolve

from plantrack.anchoring import PreparedText, locate, make_passage

SHARED = Path(__file__).resolve().parents[2] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the articles are not at hand")


@pytest.fixture(scope="module")
def articles():
    return {path.name[:3]: path.read_bytes().decode() for path in sorted((SHARED / "seeds").glob("*.txt"))}


@pytest.fixture(scope="module")
def passages(articles):
    claims = yaml.safe_load((SHARED / "seed_claims.yaml").read_text())["claims"]
    prepared = {seed: PreparedText(text) for seed, text in articles.items()}
    return [
        (
            claim["seed"],
            make_passage(prepared[claim["seed"]], claim["key_phrase"], id=claim["id"], paragraph=claim["paragraph"]),
        )
        for claim in claims
    ]


def test_all_key_phrases_are_found_in_their_paragraphs(articles, passages):
    prepared = {seed: PreparedText(text) for seed, text in articles.items()}
    assert len(passages) == 134
    for seed, passage in passages:
        assert locate(prepared[seed], passage).state == "exact"
        assert locate(prepared[seed], evolve(passage, quote=None)).state == "exact"


def scraped_again(text):
    """The same article from another scraper: other marks, other gaps, other line ends, a line more on top."""
    marks = str.maketrans("\u201c\u201d\u2018\u2019\u2013\u2014\xa0", "\"\"''-- ")
    lines = [" ".join(line.split()) for line in text.translate(marks).split("\n") if line.strip()]
    return "\r\n".join(["Advertisement - story goes on below", *lines, "Read More", ""])


def test_an_article_scraped_again_keeps_every_passage(articles, passages):
    prepared = {seed: PreparedText(scraped_again(text)) for seed, text in articles.items()}
    for seed, passage in passages:
        for record in (passage, evolve(passage, quote=None)):
            location = locate(prepared[seed], record)
            if record.quote is None and location.state == "ambiguous":
                continue
            assert location.state in ("exact", "moved", "normalised"), passage.id
            old = PreparedText(articles[seed]).paragraph_text(passage.position.start)
            assert prepared[seed].paragraph_text(location.span.start) == old, passage.id


def test_quotations_reworded_by_a_copy_are_found_with_what_was_altered(articles, passages):
    copy, original = PreparedText(articles["000"]), PreparedText(articles["003"])
    found = {}
    for seed, passage in passages:
        if seed in ("000", "003"):
            location = locate(original if seed == "000" else copy, passage)
            if location.state == "fuzzy":
                found[passage.id] = {(alteration.was, alteration.now) for alteration in location.altered}
    assert ("firm up", "solidify their") in set().union(*found.values())
    assert ("solidify their", "firm up") in set().union(*found.values())
    assert 3 <= len(found) <= 8


def test_no_key_phrase_is_found_in_an_article_that_does_not_have_it(articles, passages):
    prepared = {seed: PreparedText(text) for seed, text in articles.items()}
    found = [
        (passage.id, other)
        for seed, passage in passages
        for other, text in prepared.items()
        if {seed, other} != {"000", "003"} and seed != other and locate(text, passage).state != "orphaned"
    ]
    assert {text for _, text in found} <= {"004"}
    assert len(found) <= 1


def test_an_altered_figure_is_not_found(articles, passages):
    text = articles["003"].replace("600,000", "800,000")
    halved = next(passage for seed, passage in passages if passage.quote.exact.endswith("600,000"))
    location = locate(text, halved)
    assert (location.state, location.why) == ("orphaned", "a figure differs")
    assert PreparedText(text).paragraph_at(location.nearest.start) == 23
