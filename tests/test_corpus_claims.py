"""Every claim of the articles that the corpus began with is accounted for: evidence of something, or unused for a reason."""

from pathlib import Path

import pytest
import yaml

import plantrack
from plantrack.anchoring import PreparedText, find_words, locate
from plantrack.answers.check import answer_check
from plantrack.corpus import find_corpus
from plantrack.corpus.inspection import cited_passages
from plantrack.rendering import rendered

ROOT = Path(__file__).parents[1]
TEXTS = ROOT.parent / "shared" / "seeds"
CLAIMS = TEXTS.parent / "seed_claims.yaml"
CLAIMED = yaml.safe_load(CLAIMS.read_text(encoding="utf-8"))["claims"] if CLAIMS.exists() else []
UNUSED = "Unused: "
CORPUS = find_corpus(ROOT)
ARTICLES = {
    source.file[:3]: source for source_id in CORPUS.source_ids if (source := CORPUS.source(source_id)).file is not None
}
CITED = cited_passages(CORPUS)
with_texts = pytest.mark.skipif(not CLAIMED, reason="the articles are not at hand")


def is_accounted_for(source, passage):
    return f"{source.id}#{passage.id}" in CITED or (passage.notes or "").startswith(UNUSED)


def read(source):
    return PreparedText((TEXTS / source.file).read_text(encoding="utf-8"))


@pytest.mark.parametrize("source", ARTICLES.values(), ids=lambda source: source.id)
def test_every_passage_of_an_article_is_evidence_or_unused_for_a_reason(source):
    assert source.passages
    assert [passage.id for passage in source.passages.values() if not is_accounted_for(source, passage)] == []


@pytest.mark.parametrize("source", ARTICLES.values(), ids=lambda source: source.id)
def test_what_is_marked_unused_is_evidence_of_nothing(source):
    unused = {f"{source.id}#{one.id}" for one in source.passages.values() if (one.notes or "").startswith(UNUSED)}
    assert unused & CITED == set()


def test_five_articles_were_read():
    assert sorted(ARTICLES) == ["000", "001", "002", "003", "004"]


@with_texts
@pytest.mark.parametrize("claim", CLAIMED or [{"id": "not-at-hand"}], ids=lambda claim: claim["id"])
def test_the_key_phrase_of_every_claim_lies_inside_a_passage_that_is_accounted_for(claim):
    source = ARTICLES[claim["seed"]]
    text = read(source)
    spans = [one for one in find_words(text, claim["key_phrase"]) if text.paragraph_at(one.start) == claim["paragraph"]]
    assert spans, claim["key_phrase"]
    holding = [
        passage
        for passage in source.passages.values()
        for span in spans
        if passage.position.start <= span.start and span.end <= passage.position.end
    ]
    assert any(is_accounted_for(source, passage) for passage in holding), claim


@with_texts
def test_there_are_134_claims_of_five_articles():
    assert len({claim["id"] for claim in CLAIMED}) == 134
    assert {claim["seed"] for claim in CLAIMED} == set(ARTICLES)


@with_texts
def test_a_caption_that_is_printed_twice_is_one_passage_at_two_places():
    source = ARTICLES["002"]
    text = read(source)
    twice = [passage for passage in source.passages.values() if "stands twice" in (passage.notes or "")]
    assert len(twice) == 4
    for passage in twice:
        words = text.text[passage.position.start : passage.position.end]
        places = find_words(text, words)
        paragraphs = [text.paragraph_at(place.start) for place in places]
        assert passage.paragraph in paragraphs, passage.id
        assert passage.paragraph + 1 in paragraphs, passage.id
        assert locate(text, passage).span == passage.position
        others = [one.position.start for one in source.passages.values() if one.id != passage.id]
        assert not any(place.start <= start < place.end for place in places for start in others)


@with_texts
def test_every_passage_of_the_articles_is_found_where_the_record_says():
    checked = plantrack.check(corpus=ROOT, texts=TEXTS)
    assert checked.problems == ()
    text = " ".join(rendered(answer_check(checked), "text").split())
    recorded = sum(len(source.passages) for source in ARTICLES.values())
    assert f"{recorded} passages with a place in a text: {recorded} where the record says" in text
