"""Our own index, in the same hands as the peers. 'gated' also uses who asks and where, as the server does;
'by document' gives what each document says as one piece, as the agent's search does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tests.benchmarks.systems.system import Asked, Found, Text


class System:
    def __init__(self, mode: str, model: Path) -> None:
        self._mode = mode
        self._index: Any = None

    def build(self, documents: Sequence[Text], folder: Path) -> None:
        """Builds from the library itself: the same documents, which it cuts and reads in its own way."""
        self._opened(folder, build=True)

    def open(self, folder: Path) -> None:
        self._index = self._opened(folder, build=False)

    def search(self, question: Asked, limit: int) -> list[Found]:
        known: dict[str, Any] = {}
        if self._mode == "gated":
            states = tuple(question.jurisdiction.split("|"))
            known = {
                "audience": None if question.audience == "agent" else question.audience,
                "jurisdiction": states,
                "language": question.language,
            }
        today = datetime.now(UTC).date()
        if self._mode == "by document":
            return self._by_document(question.text, today)[:limit]
        return [_found(each) for each in self._index.search(question.text, at=today, limit=limit, **known)]

    def _by_document(self, text: str, today: date) -> list[Found]:
        from knowledge.documents.searching.by_document import RANKED, by_document

        documents = by_document(self._index.search(text, at=today, limit=RANKED))
        return [Found(each.id, "\n\n".join(_found(p).text for p in each.passages)) for each in documents]

    def _opened(self, folder: Path, *, build: bool) -> Any:
        from knowledge.database import database_url, migrate, open_database
        from knowledge.documents.index import DocumentIndex

        engine = open_database(database_url(folder, ""))
        if build:
            migrate(engine)
        return DocumentIndex.open(folder, engine, build=build)


def _found(scored: Any) -> Found:
    return Found(scored.passage.document_id, f"{scored.passage.heading}\n{scored.passage.text}")
