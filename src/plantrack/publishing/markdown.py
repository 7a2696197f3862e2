"""A report as Markdown, by a template that anybody may replace."""

from pathlib import Path

from plantrack.errors import InputError, Problem
from plantrack.publishing.values import Report

_FOLDER = Path(__file__).parent / "templates"
_MOST = 200_000
"""Bytes of a template."""


def report_as_markdown(report: Report, template: Path | None = None) -> str:
    """The report, the same bytes for the same input.

    Args:
        report: What is to be told.
        template: A Jinja template in place of the one that is shipped. It runs in a sandbox and sees nothing but
            `report`, whose strings are Markdown already.

    Raises:
        InputError: if the template cannot be read, is none, asks for what is not there, or takes too long.
    """
    if template is not None:
        from plantrack.publishing.sandbox import fill_in

        return _tidy(fill_in(_read(template), report, template))
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True, autoescape=False,  # noqa: S701 - the strings of a report are Markdown already
    )  # fmt: skip
    return _tidy(environment.get_template("report.md.j2").render(report=report))


def _read(path: Path) -> str:
    from plantrack.documents.formats.text import text_of
    from plantrack.documents.inputs import read_input

    text = text_of(read_input(path), str(path)).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > _MOST:
        found, expected = f"{len(text):,} characters", f"at most {_MOST:,}"
        raise InputError([Problem(what="the template is too large", file=str(path), found=found, expected=expected)])
    return text


def _tidy(text: str) -> str:
    """One empty line where there are several, and none at the ends."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip() + "\n"
