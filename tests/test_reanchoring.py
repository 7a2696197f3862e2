"""A text saved anew: no passage is placed on the words of another, and none shares the place of another."""

from hypothesis import given
from hypothesis import strategies as st

from plantrack.anchoring import PreparedText, compare_passages, find_words, make_passage, text_digest, without_words
from plantrack.model import Source
from plantrack.model.sources import TextDigest
from plantrack.value import evolve

SPEAKERS = ("Minister Oda", "Minister Aoda", "General Reyes", "Mrs Keyes", "The Front", "A spokesman of the Front")
SAYINGS = ("we will never give up the harbour", "the cap on boats is no longer in it", "nothing is agreed yet")
LEADS = ("{who} said {what}.", "{who}: “{what}”", "On the quay {who} said that {what} and left.")
CAPTIONS = ("The harbour at dawn", "Read more about the boats", "A guard looks out over the water")

paragraphs = st.builds(
    lambda lead, who, what: lead.format(who=who, what=what),
    st.sampled_from(LEADS),
    st.sampled_from(SPEAKERS),
    st.sampled_from(SAYINGS),
) | st.sampled_from(CAPTIONS)
articles = st.lists(paragraphs, min_size=2, max_size=8, unique=True)


@st.composite
def saved_again(draw):
    """A source with a passage for each saying in its text, and the text with paragraphs gone, new and moved."""
    old = draw(articles)
    kept = draw(st.permutations([one for one in old if draw(st.booleans())]))
    unheard = [saying for saying in SAYINGS if not any(saying in one for one in old)]
    fresh = [one for one in draw(articles) if one in (*old, *CAPTIONS) or any(saying in one for saying in unheard)]
    new = draw(st.permutations([*kept, *fresh]))
    text = PreparedText("\n\n".join(old))
    cuts = [
        make_passage(text, saying, id=f"{number}-{place.start}", start=place.start)
        for number, saying in enumerate(SAYINGS)
        for place in find_words(text, saying)
    ]
    passages = {cut.id: without_words(cut) if draw(st.booleans()) else cut for cut in cuts}
    digest = TextDigest(sha256=text_digest(text.text), characters=len(text.text))
    return Source(id="s", schema="plantrack/1", title="T", text=digest, passages=passages), old, "\n\n".join(new)


@given(saved_again())
def test_a_passage_is_placed_where_its_own_paragraph_stands_or_nowhere(saved):
    source, old, new = saved
    text = PreparedText(new)
    for one in compare_passages(source, text):
        if one.now is not None:
            assert text.paragraph_text(one.now.position.start) == PreparedText(
                old[one.passage.paragraph - 1]
            ).paragraph_text(0)


@given(saved_again())
def test_no_two_passages_share_a_place(saved):
    source, _, new = saved
    placed = [one.now.position for one in compare_passages(source, PreparedText(new)) if one.now is not None]
    assert len(set(placed)) == len(placed)


@given(articles, st.data())
def test_every_passage_is_found_again_between_new_captions(old, data):
    text = PreparedText("\n\n".join(old))
    cuts = [make_passage(text, saying, id=f"p{place.start}", start=place.start) for saying in SAYINGS
            for place in find_words(text, saying)]  # fmt: skip
    source = Source(id="s", schema="plantrack/1", title="T", passages={cut.id: cut for cut in cuts})
    new = [part for one in old for part in ([f"Picture {len(one)}"] if data.draw(st.booleans()) else []) + [one]]
    found = compare_passages(source, PreparedText("\n \n".join(new)))
    assert all(one.now is not None for one in found)
    again = evolve(source, passages={one.passage.id: one.now for one in found})
    assert all(one.location.state == "exact" for one in compare_passages(again, PreparedText("\n \n".join(new))))


def test_words_of_another_speaker_are_not_taken_when_the_first_ones_are_gone():
    old = PreparedText("Oda said we hold the line now.\n\nReyes said we hold the line now.")
    for cut in (make_passage(old, "we hold the line now", id="oda", paragraph=1),):
        for kept in (cut, without_words(cut)):
            source = Source(id="s", schema="plantrack/1", title="T", passages={"oda": kept})
            (found,) = compare_passages(source, PreparedText("Reyes said we hold the line now."))
            assert (found.location.state, found.now) == ("unsure", None)
