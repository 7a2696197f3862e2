"""One answer to text, Markdown, HTML, CSV, JSON, Word: a file a format, each good for every answer."""

from plantrack.answers.tree import Answer


def rendered(answer: Answer, form: str, *, colour: bool = False) -> str:
    """An answer in a format of text.

    Args:
        answer: The answer.
        form: `text`, `markdown` or `html`.
        colour: Whether marked words are coloured where the format knows no marks of its own.
    """
    if form == "markdown":
        from plantrack.rendering.markdown import as_markdown

        return as_markdown(answer)
    if form == "html":
        from plantrack.rendering.html import as_page

        return as_page(answer)
    from plantrack.rendering.text import as_text

    return as_text(answer, colour=colour)
