"""How far long work is, for whoever shows it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")

Watch = Callable[[Sequence[Any], str], Iterable[Any]]
"""Is given the steps of some work and what it is called, and gives them back one by one."""


def _unseen(steps: Sequence[Any], _what: str) -> Iterable[Any]:
    return steps


_watch: ContextVar[Watch] = ContextVar("watch", default=_unseen)


def watched_steps(steps: Sequence[T], what: str) -> Iterable[T]:
    """The steps one by one, seen by whoever watches, who does not see the steps within each of them."""
    watch = _watch.get()
    return steps if watch is _unseen else _alone(watch, steps, what)


def _alone(watch: Watch, steps: Sequence[T], what: str) -> Iterator[T]:
    _watch.set(_unseen)
    try:
        yield from watch(steps, what)
    finally:
        _watch.set(watch)


@contextmanager
def watching(watch: Watch) -> Iterator[None]:
    """A time in which somebody watches.

    >>> seen = []
    >>> with watching(lambda steps, what: (seen.append(one) or one for one in steps)):
    ...     sum(watched_steps([1, 2], "adding"))
    3
    >>> seen
    [1, 2]
    """
    token = _watch.set(watch)
    try:
        yield
    finally:
        _watch.reset(token)
