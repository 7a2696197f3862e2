"""What an answer says, as JSON: the title, and every block with the names of its fields."""

from typing import Any

from plantrack.answers.tree import Answer, Span, Wording, text_of
from plantrack.value import fields_of


def as_data(answer: Answer) -> dict[str, object]:
    """An answer as lists, dicts and text; words of papers are left to the answer's other parts."""
    return {
        "title": answer.title,
        "language": answer.language,
        "blocks": [{"block": type(block).__name__.lower()} | _fields(block) for block in answer.blocks],
    }


def _fields(value: object) -> dict[str, Any]:
    return {field.name: _form(getattr(value, field.name)) for field in fields_of(type(value))}


def _form(value: Any) -> Any:
    """Words as text; what is no word of ours goes."""
    if isinstance(value, tuple):
        if value and all(isinstance(part, Span) for part in value):
            return text_of(value)
        return [_form(part) for part in value if not isinstance(part, Wording) or part.ours]
    return value if value is None or isinstance(value, str | bool | int) else _fields(value)
