"""One answer to text, Markdown, HTML, CSV, JSON, Word: a file a format, each good for every answer."""

from plantrack.answers.tree import Answer

FORMATS = ("text", "markdown", "html", "csv", "docx")
"""Every format but JSON, which is made of what an answer is made of."""


def rendered(answer: Answer, form: str, *, colour: bool = False, width: int = 80) -> str | bytes:
    """An answer in a format.

    Args:
        answer: The answer.
        form: One of `FORMATS`.
        colour: Whether marked words are coloured where the format knows no marks of its own.
        width: Columns of a terminal.
    """
    if form == "markdown":
        from plantrack.rendering.markdown import as_markdown

        return as_markdown(answer)
    if form == "html":
        from plantrack.rendering.html import as_page

        return as_page(answer)
    if form == "csv":
        from plantrack.rendering.csv import as_csv

        return as_csv(answer)
    if form == "docx":
        from plantrack.rendering.word import as_word

        return as_word(answer)
    from plantrack.rendering.text import as_text

    return as_text(answer, colour=colour, width=width)
