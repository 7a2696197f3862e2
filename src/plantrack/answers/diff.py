"""The answer to `diff`: two texts by their words, papers known from reports by what is reported of them."""

from collections.abc import Sequence

from plantrack.answers.as_of import with_as_of
from plantrack.answers.tree import Answer
from plantrack.differences.papers import Compared
from plantrack.differences.result import Diff, Point

_WHOLE = ("full_text", "partial_text")


def answer_diff(compared: Compared, *, brief: bool = False) -> Answer:
    """What changed from one paper to another.

    Args:
        compared: The comparison.
        brief: Only the map, and a line a point.
    """
    if is_of_two_texts(compared.diff):
        from plantrack.answers.two_texts_answer import answer_two_texts

        actors = compared.new.corpus.actors
        answer = answer_two_texts(compared.diff, actors, left_out=compared.left_out, brief=brief)
        kept = [paper for paper in (compared.new, compared.old) if not paper.local]
        return with_as_of(answer, kept[0].corpus) if kept else answer
    from plantrack.answers.reported import answer_reported

    return answer_reported(compared, brief=brief)


def answer_for(compared: Compared, form: str, *, brief: bool = False) -> Answer:
    """The answer as a format shows it: in a Word file two texts are one, with every difference tracked."""
    if form != "docx" or not is_of_two_texts(compared.diff):
        return answer_diff(compared, brief=brief)
    from plantrack.answers.redline import answer_redline

    return answer_redline(compared.diff, compared.new.corpus.actors, left_out=compared.left_out)


def is_of_two_texts(diff: Diff) -> bool:
    """Whether both papers are known by their words: then the words of both are shown."""
    return diff.clock == "document" and all(
        side.text_basis in _WHOLE and _has_words(points)
        for side, points in ((diff.old, diff.points_old), (diff.new, diff.points_new))
    )


def _has_words(points: Sequence[Point]) -> bool:
    """Whether there are words, and no point is told in ours alone."""
    return any(point.text for point in points) and not any(point.summary and not point.text for point in points)
