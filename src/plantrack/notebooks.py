"""Answers that show themselves where people look at values: in a notebook."""

from plantrack.answers.diff import answer_diff
from plantrack.answers.tree import Answer
from plantrack.differences.explanation import Explanation, explain_diff
from plantrack.differences.papers import Compared
from plantrack.differences.result import Diff
from plantrack.value import field, fields_of, value


@value
class ShownDiff(Diff):
    """A diff with the papers it is of. Equal to another if what they say is equal."""

    compared: Compared = field(repr=False, eq=False)

    def _repr_markdown_(self) -> str:
        """The answer as Markdown, for Jupyter."""
        from plantrack.rendering.markdown import as_markdown

        return as_markdown(answer_diff(self.compared))

    def _repr_html_(self) -> str:
        """The same as HTML without a page around it."""
        from plantrack.rendering.html import as_fragment

        return as_fragment(answer_diff(self.compared))


def shown(compared: Compared) -> ShownDiff:
    """The diff of two papers, able to show itself."""
    return ShownDiff(compared=compared, **{one.name: getattr(compared.diff, one.name) for one in fields_of(Diff)})


@value
class ShownExplanation(Explanation):
    """Every difference of two papers, with the papers. Equal to another if what they say is equal."""

    compared: Compared = field(repr=False, eq=False)

    def _repr_markdown_(self) -> str:
        """The answer as Markdown, for Jupyter."""
        from plantrack.rendering.markdown import as_markdown

        return as_markdown(self._answer())

    def _repr_html_(self) -> str:
        """The same as HTML without a page around it."""
        from plantrack.rendering.html import as_fragment

        return as_fragment(self._answer())

    def _answer(self) -> Answer:
        from plantrack.answers.explain import answer_explanation

        return answer_explanation(self, self.compared.new.corpus.actors)


def shown_explanation(compared: Compared, point: str | None) -> ShownExplanation:
    """The differences of two papers, or of one point, able to show themselves. Raises UnknownNameError."""
    made = explain_diff(compared.diff, point)
    return ShownExplanation(diff=made.diff, points=made.points, compared=compared)
