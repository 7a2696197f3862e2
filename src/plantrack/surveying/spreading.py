"""Work on many things at once, by any `concurrent.futures.Executor`; the answers do not depend on which.

What is to be done must be a function of a module, and what it takes and gives must be picklable.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from multiprocessing import get_context
from typing import Any, TypeVar

from plantrack.errors import UsageError

T = TypeVar("T")
R = TypeVar("R")

INSTALL = "python -m pip install 'plantrack-peace[dask]'"
"""What brings the scheduler of more than one machine."""
_AHEAD = 64
"""Things that are handed out before the first of them is answered for; enough for some dozen workers."""
_TIMES = 3
"""How often a pool of processes is made anew after one of them was killed."""
_SECONDS = 10
"""How long a scheduler is waited for."""


def spread(work: Callable[[T], R], items: Iterable[T], executor: Executor | None) -> Iterator[R]:
    """The answers for all items in their order, worked out by an executor, or here if it is None.

    Args:
        work: What is to be done with each.
        items: Taken a few at a time.
        executor: Whoever does it.

    Raises:
        BrokenExecutor: if a pool of processes loses one of them.
    """
    if executor is None:
        yield from map(work, items)
        return
    waiting: deque[Future[R]] = deque()
    try:
        for item in items:
            waiting.append(executor.submit(work, item))
            if len(waiting) >= _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


@contextmanager
def workers(*, jobs: int = 1, scheduler: str | None = None) -> Iterator["Workers"]:
    """Whoever does the work, for as long as the block runs.

    Args:
        jobs: Processes on this machine; 1 for none beside this one.
        scheduler: The address of a Dask scheduler, whose workers have this package and see the same files under the
            same names.

    Raises:
        UsageError: if the scheduler cannot be reached, or Dask is not installed.
    """
    with ExitStack() as stack:
        yield Workers(stack, jobs, None if scheduler is None else _client(scheduler, stack))


class Workers:
    """Processes of this machine, or the workers of a scheduler."""

    def __init__(self, stack: ExitStack, jobs: int, executor: Executor | None) -> None:
        self._stack = stack
        self._jobs = jobs
        self._executor = executor

    def each(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """The answers for all items, in their order; what a process that was killed had in hand is done again.

        Raises:
            UsageError: if processes are killed again and again.
        """
        if self._executor is not None or self._jobs == 1:
            yield from spread(work, items, self._executor)
            return
        rest = list(items)
        for _ in range(_TIMES):
            # Not forked: a process that has threads, as one that serves or shows a bar, may not be.
            with ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn")) as pool:
                done = 0
                try:
                    for answer in spread(work, rest, pool):
                        done += 1
                        yield answer
                except BrokenExecutor:
                    rest = rest[done:]
                else:
                    return
        found = f"killed {_TIMES} times"
        raise UsageError("a process was killed, perhaps for want of memory", found=found, expected="fewer --jobs")


def _client(address: str, stack: ExitStack) -> Executor:
    try:
        from distributed import Client
    except ImportError:
        raise UsageError("Dask is not installed, which works on many machines", expected=INSTALL) from None
    try:
        client: Any = stack.enter_context(Client(address, timeout=_SECONDS, set_as_default=False))  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        said = " ".join(str(error).split())[:200]
        raise UsageError(
            "no scheduler answers there", found=repr(address), expected=said or "tcp://HOST:8786"
        ) from None
    executor: Executor = client.get_executor(pure=False, retries=_TIMES)
    return executor
