"""The answer ledger: which evidence each answer rested on, so that what was said can be reconstructed.

Written by one thread beside the requests: an answer never waits for the table, not even while an import
holds the write lock. Entries that were not written yet are written before the server stops.
"""

from __future__ import annotations

import hashlib
import queue
import threading
from datetime import UTC, datetime
from typing import Any

import structlog
from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import SQLAlchemyError

from api.tables import answer_ledger
from assistant.answer import Answer, Citation

# One transaction writes at most this many answers.
BATCH = 200
# About an hour of answers at ten a second; beyond it the ledger, not the answer, gives way.
WAITING_LIMIT = 36_000
# Tries per batch before it is given up and logged.
TRIES = 3


class AnswerLedger:
    """Take entries with `record`; `start` before, `stop` after."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: queue.Queue[dict[str, Any] | None] = queue.Queue(WAITING_LIMIT)
        self._thread = threading.Thread(target=self._write_all, name="answer-ledger", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Write what waits, then end."""
        self._waiting.put(None)
        self._thread.join()

    def record(self, answer: Answer) -> None:
        """Note the answer; returns at once."""
        try:
            self._waiting.put_nowait(entry(answer))
        except queue.Full:
            _log().error("ledger_full", lost=answer.answer_id)

    def holds(self, answer_id: str) -> bool:
        """Whether this answer was given; waits until what was recorded before is written."""
        self._waiting.join()
        with self._engine.connect() as connection:
            found = connection.execute(select(answer_ledger.c.answer_id).filter_by(answer_id=answer_id))
            return found.first() is not None

    def _write_all(self) -> None:
        while (first := self._waiting.get()) is not None:
            batch = [first]
            stopping = False
            while len(batch) < BATCH and not self._waiting.empty():
                following = self._waiting.get()
                if following is None:
                    stopping = True
                    break
                batch.append(following)
            self._write(batch)
            for _ in range(len(batch) + stopping):
                self._waiting.task_done()
            if stopping:
                return
        self._waiting.task_done()

    def _write(self, batch: list[dict[str, Any]]) -> None:
        for attempt in range(1, TRIES + 1):
            try:
                with self._engine.begin() as connection:
                    connection.execute(insert(answer_ledger), batch)
            except SQLAlchemyError as error:
                _log().warning(
                    "ledger_write_failed", kind=type(error).__name__, attempt=attempt, answers=len(batch)
                )
            else:
                return


def entry(answer: Answer) -> dict[str, Any]:
    """The ledger's row for an answer: ids, versions and times, no words."""
    return {
        "answer_id": answer.answer_id,
        "answered_at": datetime.now(UTC),
        "answered_for": answer.at,
        "composer": answer.composer,
        "evidence": [{"id": each.id, "version": version(each)} for each in answer.citations],
    }


def version(citation: Citation) -> str:
    """A short hash of what was shown: it changes when the evidence behind the id changes."""
    shown = "\x1f".join((citation.id, citation.title, citation.url, citation.checked, citation.quote))
    return hashlib.sha256(shown.encode()).hexdigest()[:16]


def _log() -> Any:
    return structlog.get_logger("tideover.ledger")
