"""What an answer says, as JSON: the title, and every block with the names of its fields."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from plantrack.answers.forms import as_json
from plantrack.answers.tree import Answer, Span, Wording, text_of
from plantrack.value import fields_of


def as_told(data: Mapping[str, object], answer: Answer, *, whole: bool = False) -> str:
    """An answer as JSON text with a line end: its values by name, and `said`, what the other formats say of them.

    Args:
        data: The values, with the name of their schema.
        answer: The answer.
        whole: With the words of papers, where no value holds them.
    """
    return as_json({**data, "said": as_data(answer, whole=whole)})


def as_data(
    answer: Answer,
    *,
    whole: bool = False,
    text: Callable[[str], str] = str,
    words: Callable[[Iterable[Span]], str] = text_of,
) -> dict[str, Any]:
    """An answer as lists, dicts and text.

    Args:
        answer: The answer.
        whole: With the words of papers, which otherwise are left to the answer's other parts.
        text: What makes a text of a text that is no words.
        words: What makes a text of words.
    """

    def fields(value: object) -> dict[str, Any]:
        return {field.name: form(getattr(value, field.name)) for field in fields_of(type(value))}

    def form(value: Any) -> Any:
        if isinstance(value, tuple):
            if value and all(isinstance(part, Span) for part in value):
                return words(value)
            return [form(part) for part in value if whole or not isinstance(part, Wording) or part.ours]
        if isinstance(value, str):
            return text(value)
        return value if value is None or isinstance(value, bool | int) else fields(value)

    blocks = [{"block": type(block).__name__.lower()} | fields(block) for block in answer.blocks]
    return {"title": text(answer.title), "language": answer.language, "blocks": blocks}
