"""A report as Markdown, by a template that anybody may replace."""

from pathlib import Path
from typing import Any

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
            `report`, whose strings are Markdown already; how long it runs is not limited.

    Raises:
        InputError: if the template cannot be read, is none, or asks for what is not there.
    """
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    path = template if template is not None else _FOLDER / "report.md.j2"
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=False
    )
    try:
        written = environment.from_string(_read(path)).render(report=report)
    except TemplateError as error:
        raise InputError([_problem(error, path)]) from None
    except (TypeError, ValueError, ArithmeticError, LookupError, RecursionError, MemoryError) as error:
        raise InputError([_problem(error, path)]) from None
    return _tidy(written)


def _read(path: Path) -> str:
    from plantrack.corpus.papers import read_text

    text = read_text(path)
    if len(text) > _MOST:
        found, expected = f"{len(text):,} characters", f"at most {_MOST:,}"
        raise InputError([Problem(what="the template is too large", file=str(path), found=found, expected=expected)])
    return text


def _problem(error: Exception, path: Path) -> Problem:
    line: Any = getattr(error, "lineno", None)
    return Problem(what=f"the template failed: {str(error) or type(error).__name__}", file=str(path), line=line)


def _tidy(text: str) -> str:
    """One empty line where there are several, and none at the ends."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip() + "\n"
