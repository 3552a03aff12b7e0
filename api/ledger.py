"""The answer ledger: which evidence each answer rested on, so that what was said can be reconstructed."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Engine, insert, select

from api.beside import Beside
from api.tables import answer_ledger
from assistant.answer import Answer, Citation

# About an hour of answers at ten a second.
WAITING_LIMIT = 36_000
# Answers rest on the same few hundred rules, lines and passages; places change with every report.
VERSIONS_KEPT = 4_096


class AnswerLedger:
    """Keeps an entry per answer; written beside the requests."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.writer: Beside[dict[str, Any]] = Beside("answer-ledger", self._insert, WAITING_LIMIT)

    def record(self, answer: Answer) -> None:
        """Note the answer; returns at once."""
        self.writer.put(entry(answer))

    def holds(self, answer_id: str) -> bool:
        """Whether this answer was given; waits until what was recorded before is written."""
        self.writer.settle()
        with self._engine.connect() as connection:
            found = connection.execute(select(answer_ledger.c.answer_id).filter_by(answer_id=answer_id))
            return found.first() is not None

    def _insert(self, entries: list[dict[str, Any]]) -> None:
        with self._engine.begin() as connection:
            connection.execute(insert(answer_ledger), entries)


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
    return _version(citation.id, citation.title, citation.url, citation.checked, citation.quote)


@lru_cache(maxsize=VERSIONS_KEPT)
def _version(*shown: str) -> str:
    return hashlib.sha256("\x1f".join(shown).encode()).hexdigest()[:16]
