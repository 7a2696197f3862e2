"""Pages made by several processes, each split off from this one with all that it has gathered."""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any, TypeVar

from plantrack.surveying.spreading import spread

A = TypeVar("A")
B = TypeVar("B")

_MANY = 200
"""Pages below which splitting off costs more than it saves."""
_AT_ONCE = 32
"""Pages that a process is handed at a time; those next to each other draw on the same papers."""
_work: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""What the processes that are split off find: it cannot be sent to them."""


@contextmanager
def done_by(do: Callable[[A], B], items: Sequence[A], jobs: int | None) -> Iterator[Iterator[B]]:
    """A time in which something is done to each item, and given in their order, by one process or by several.

    Args:
        do: What is done; it must not count on what it did before.
        items: To what.
        jobs: How many processes; None for one, or of many items one for each core.
    """
    can = hasattr(os, "fork") and sys.platform != "darwin"  # its own libraries do not outlive being split off
    wanted = (_cores() if len(items) >= _MANY else 1) if jobs is None else jobs
    if wanted == 1 or not items or not can:
        yield map(do, items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    _work.append((do, items))
    gc.collect()
    gc.freeze()  # what all share is not written to by counting it
    pool = ProcessPoolExecutor(min(wanted, len(items)), mp_context=get_context("fork"))
    try:
        yield chain.from_iterable(spread(_do, range(0, len(items), _AT_ONCE), pool))
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()
        _work.pop()


def _do(first: int) -> list[Any]:
    do, items = _work[-1]
    return list(map(do, items[first : first + _AT_ONCE]))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
