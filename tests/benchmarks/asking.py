"""Many messages over several kept connections, bounded in number and in time."""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import Any

from tests.benchmarks.messages import Kind, Message
from tests.benchmarks.serving import Caller
from tests.benchmarks.timing import quantiles

FOREVER = float("inf")


@dataclass(frozen=True, slots=True)
class Asked:
    """One answered message; `failed` when there was no whole answer with status 200."""

    kind: Kind
    seconds: float
    failed: bool = False


def ask_all(
    port: int,
    chosen: Iterable[Message],
    *,
    connections: int,
    most_seconds: float = FOREVER,
    each: Callable[[int], None] = lambda number: None,
) -> list[Asked]:
    """Every connection takes the next message as soon as it has its answer; none is begun after the time.

    `each` is called with the number of answers so far, by one thread at a time.
    """
    shared = _Shared(chosen, time.monotonic() + most_seconds)
    answered: list[Asked] = []
    counting = Lock()

    def work() -> None:
        caller = Caller(port)
        for message in shared:
            result, caller = _asked(caller, port, message)
            with counting:
                answered.append(result)
                each(len(answered))
        caller.close()

    with ThreadPoolExecutor(connections) as pool:
        for worker in [pool.submit(work) for _ in range(connections)]:
            worker.result()
    return answered


def by_kind(answered: Sequence[Asked]) -> dict[str, Any]:
    """Quantiles in ms of all answers and of structured and document questions."""
    structured = [each.seconds for each in answered if each.kind != "documents"]
    documents = [each.seconds for each in answered if each.kind == "documents"]
    groups = {"all": structured + documents, "structured": structured, "documents": documents}
    return {f"{name}_ms": quantiles(seconds) for name, seconds in groups.items() if seconds}


def _asked(caller: Caller, port: int, message: Message) -> tuple[Asked, Caller]:
    """The result and the connection for the next one: a new one after a failure."""
    begun = time.perf_counter()
    try:
        return Asked(message.kind, caller.chat(message.text)), caller
    except (OSError, http.client.HTTPException, RuntimeError):
        caller.close()
        return Asked(message.kind, time.perf_counter() - begun, failed=True), Caller(port)


class _Shared:
    """An iterator for several threads that ends at a time."""

    def __init__(self, chosen: Iterable[Message], ends: float) -> None:
        self._left = iter(chosen)
        self._ends = ends
        self._lock = Lock()

    def __iter__(self) -> Iterator[Message]:
        return self

    def __next__(self) -> Message:
        with self._lock:
            if time.monotonic() >= self._ends:
                raise StopIteration
            return next(self._left)
