"""One comparison as Markdown or HTML: two texts by their words, reported papers as a report."""

from plantrack.differences.papers import Compared
from plantrack.reporting.two_texts import is_of_two_texts


def compared_as_markdown(compared: Compared) -> str:
    """A comparison as Markdown."""
    if is_of_two_texts(compared.diff):
        from plantrack.publishing.two_texts_markdown import two_texts_as_markdown

        return two_texts_as_markdown(compared.diff, compared.new.corpus.actors, left_out=compared.left_out)
    from plantrack.publishing.composing import compose_compared
    from plantrack.publishing.markdown import report_as_markdown

    return report_as_markdown(compose_compared([compared]))


def compared_as_page(compared: Compared) -> str:
    """A comparison as a whole page of HTML."""
    if is_of_two_texts(compared.diff):
        from plantrack.publishing.two_texts_html import two_texts_as_page

        return two_texts_as_page(compared.diff, compared.new.corpus.actors, left_out=compared.left_out)
    from plantrack.publishing.html import markdown_as_page

    return markdown_as_page(compared_as_markdown(compared))


def compared_as_html(compared: Compared) -> str:
    """The body of such a page alone."""
    if is_of_two_texts(compared.diff):
        from plantrack.publishing.two_texts_html import two_texts_as_html

        return two_texts_as_html(compared.diff, compared.new.corpus.actors)
    from plantrack.publishing.html import markdown_as_html

    return markdown_as_html(compared_as_markdown(compared))
