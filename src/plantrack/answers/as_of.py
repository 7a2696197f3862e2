"""Up to when the corpus knows that an answer comes from: one sentence, at the end of every answer."""

from plantrack.answers.dates import human_date
from plantrack.answers.tree import Answer, Paragraph, plain
from plantrack.catalogue import say
from plantrack.corpus import Corpus
from plantrack.corpus.knowledge import newest_page
from plantrack.value import evolve


def as_of_words(corpus: Corpus) -> str:
    """Up to which day a corpus knows: that of its newest page."""
    newest = newest_page(corpus)
    return say("as-of", date=human_date(newest)) if newest else say("as-of.undated")


def with_as_of(answer: Answer, corpus: Corpus) -> Answer:
    """The answer with that sentence below it."""
    told = Paragraph(words=plain(as_of_words(corpus)), role="as_of")
    return evolve(answer, blocks=(*answer.blocks, told))
