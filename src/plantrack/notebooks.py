"""Results that show themselves where people look at values: in a notebook."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, cast

from plantrack.answers.tree import Answer
from plantrack.value import fields_of

T = TypeVar("T")


class Shown:
    """Shows the answer of the command that a result is of; a copy, or a result that was changed, does not."""

    _answer: Callable[[], Answer] | None = None

    def _repr_html_(self) -> str | None:
        """The answer as HTML without a page around it, for Jupyter."""
        from plantrack.rendering.html import as_fragment

        return as_fragment(self._answer()) if self._answer is not None else None

    def _repr_markdown_(self) -> str | None:
        """The same as Markdown."""
        from plantrack.rendering.markdown import as_markdown

        return as_markdown(self._answer()) if self._answer is not None else None

    def __reduce__(self) -> tuple[Any, ...]:
        base = type(self).__mro__[2]
        if isinstance(self, tuple):
            return base, (tuple(self),)
        return _made, (base, {one.name: getattr(self, one.name) for one in fields_of(base)})


def shown(result: T, answer: Callable[[], Answer]) -> T:
    """The same result, of its class and equal to another that is shown if what they say is equal, able to show itself.

    Args:
        result: A value or a tuple.
        answer: Makes what is shown, once somebody looks.
    """
    kind: Any = type(result)
    cls: Any = _class_of(kind)
    if isinstance(result, tuple):
        made = cls(result)
    else:
        made = cls.__new__(cls)
        for one in fields_of(kind):
            object.__setattr__(made, one.name, getattr(result, one.name))
    object.__setattr__(made, "_answer", answer)
    return cast("T", made)


@cache
def _class_of(base: type) -> type:
    """A class of the same name that shows itself."""
    said = {name: vars(base).get(name, {}) for name in ("__module__", "__doc__", "__annotations__")}
    return type(base.__name__, (Shown, base), said)


def _made(base: type, fields: dict[str, Any]) -> Any:
    return base(**fields)
