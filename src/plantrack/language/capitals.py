"""Where capital letters say nothing: at the beginning of a sentence, in headings, and in sentences all in capitals."""

from collections.abc import Sequence

from plantrack.language.closed_words import is_closed
from plantrack.language.tokens import Token, sentence_ends


def sentence_starts(tokens: Sequence[Token]) -> list[bool]:
    """For each token, whether it is the first word of a sentence, of a listed item or after a colon.

    A token without extent stands for words that another reader took.

    >>> from plantrack.language.tokens import tokens_of
    >>> tokens = tokens_of("(a) Go to Oss. Stay: In")
    >>> [token.text for token, starts in zip(tokens, sentence_starts(tokens), strict=True) if starts]
    ['Go', 'Stay', 'In']
    """
    ends = set(sentence_ends(tokens))
    found = []
    fresh = True
    for place, token in enumerate(tokens):
        fresh = fresh or place in ends
        if token.kind == "mark":
            found.append(False)
            fresh = token.start < token.end and (fresh or token.low in (":", "•"))
            continue
        letter = len(token.low) == 1 and place + 1 < len(tokens) and tokens[place + 1].low in (")", ".")
        found.append(fresh and not letter)
        if letter:
            fresh = token.start < token.end
        elif token.kind == "word" or token.start == token.end:
            fresh = False
    return found


def headline_places(tokens: Sequence[Token]) -> list[bool]:
    """For each token, whether it stands in a sentence whose words of content all begin with a capital.

    One word, or a name of two alone, is told from nothing by that, and counts as a heading, too.
    """
    found: list[bool] = []
    start = 0
    for end in sentence_ends(tokens):
        plain = any(
            token.kind == "word" and not token.capital and len(token.low) > 1 and not is_closed(token.low)
            for token in tokens[start:end]
        )
        found += [not plain] * (end - start)
        start = end
    return found
