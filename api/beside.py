"""Writing beside the requests: an answer never waits for a table, not even while an import holds its lock."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

import structlog
from sqlalchemy.exc import SQLAlchemyError

T = TypeVar("T")

# One transaction writes at most this many items.
BATCH = 200
# More may come: one transaction for several answers leaves more of the machine to the next answer.
LINGER_SECONDS = 0.5
# Tries per batch before it is given up and logged; each waits for the lock as long as the database does.
TRIES = 3


class Beside(Generic[T]):
    """One thread that hands what is `put` to `write`, in batches. `start` before, `stop` after.

    When more than `waiting_limit` items wait, new ones are dropped and logged: the record gives way, never
    the answer. What waits when the server stops is written first.
    """

    def __init__(self, name: str, write: Callable[[list[T]], None], waiting_limit: int) -> None:
        self._name = name
        self._write = write
        self._waiting: queue.Queue[T | None] = queue.Queue(waiting_limit)
        self._thread = threading.Thread(target=self._write_all, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Write what waits, then end."""
        self._waiting.put(None)
        self._thread.join()

    def put(self, item: T) -> None:
        """Take the item; returns at once."""
        try:
            self._waiting.put_nowait(item)
        except queue.Full:
            structlog.get_logger("tideover.beside").error("dropped", writer=self._name)

    def settle(self) -> None:
        """Wait until all that was put is written."""
        self._waiting.join()

    def _write_all(self) -> None:
        stopping = False
        while not stopping:
            batch, stopping = self._next_batch()
            if batch:
                self._attempt(batch)
            for _ in range(len(batch) + stopping):
                self._waiting.task_done()

    def _next_batch(self) -> tuple[list[T], bool]:
        """Waits for one item and takes what else is there; True when the end was among it."""
        batch: list[T] = []
        item = self._waiting.get()
        if item is not None and self._waiting.qsize() < BATCH:
            time.sleep(LINGER_SECONDS)
        while item is not None:
            batch.append(item)
            if len(batch) == BATCH or self._waiting.empty():
                return batch, False
            item = self._waiting.get()
        return batch, True

    def _attempt(self, batch: list[T]) -> None:
        for attempt in range(1, TRIES + 1):
            try:
                self._write(batch)
            except SQLAlchemyError as error:
                structlog.get_logger("tideover.beside").warning(
                    "write_failed",
                    writer=self._name,
                    kind=type(error).__name__,
                    attempt=attempt,
                    items=len(batch),
                )
            else:
                return
