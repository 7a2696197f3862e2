"""One comparison in every format: two texts by their words, reported papers as a report."""

from plantrack.answers.diff import answer_two_texts, is_of_two_texts
from plantrack.answers.tree import Answer
from plantrack.differences.papers import Compared
from plantrack.errors import UsageError
from plantrack.rendering import rendered


def compared_as_text(compared: Compared, *, brief: bool = False, colour: bool = False) -> str:
    """A comparison as text for a terminal.

    Args:
        compared: The comparison.
        brief: Of two texts only the map, and a line a point.
        colour: Whether marked words of two texts are coloured, too.
    """
    if is_of_two_texts(compared.diff):
        return str(rendered(_answer(compared, brief=brief), "text", colour=colour))
    from plantrack.reporting.text import diff_as_text

    return diff_as_text(compared)


def compared_as_rows(compared: Compared) -> str | bytes:
    """A comparison of two texts as CSV, a row a point. Raises UsageError for reported papers."""
    _only_texts(compared, "csv")
    return rendered(_answer(compared), "csv")


def compared_as_word(compared: Compared) -> str | bytes:
    """A comparison of two texts as a Word file that tracks every change. Raises UsageError for reported papers."""
    _only_texts(compared, "docx")
    from plantrack.answers.redline import answer_redline

    return rendered(answer_redline(compared.diff, compared.new.corpus.actors, left_out=compared.left_out), "docx")


def _only_texts(compared: Compared, form: str) -> None:
    if not is_of_two_texts(compared.diff):
        raise UsageError("this format is for two texts", found=f"--format {form}", expected="markdown, html or json")


def compared_as_markdown(compared: Compared, *, brief: bool = False) -> str:
    """A comparison as Markdown."""
    if is_of_two_texts(compared.diff):
        return str(rendered(_answer(compared, brief=brief), "markdown"))
    from plantrack.publishing.composing import compose_compared
    from plantrack.publishing.markdown import report_as_markdown

    return report_as_markdown(compose_compared([compared]))


def compared_as_page(compared: Compared, *, brief: bool = False) -> str:
    """A comparison as a whole page of HTML."""
    if is_of_two_texts(compared.diff):
        return str(rendered(_answer(compared, brief=brief), "html"))
    from plantrack.publishing.html import markdown_as_page

    return markdown_as_page(compared_as_markdown(compared))


def compared_as_html(compared: Compared) -> str:
    """The body of such a page alone."""
    if is_of_two_texts(compared.diff):
        from plantrack.rendering.html import as_fragment

        return as_fragment(_answer(compared))
    from plantrack.publishing.html import markdown_as_html

    return markdown_as_html(compared_as_markdown(compared))


def _answer(compared: Compared, *, brief: bool = False) -> Answer:
    return answer_two_texts(compared.diff, compared.new.corpus.actors, left_out=compared.left_out, brief=brief)
