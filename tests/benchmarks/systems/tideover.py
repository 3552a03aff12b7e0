"""Our own index, in the same hands as the peers. 'gated' also uses who asks and where, as the server does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
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
        found = self._index.search(question.text, at=datetime.now(UTC).date(), limit=limit, **known)
        return [
            Found(each.passage.document_id, f"{each.passage.heading}\n{each.passage.text}") for each in found
        ]

    def _opened(self, folder: Path, *, build: bool) -> Any:
        from knowledge.database import database_url, migrate, open_database
        from knowledge.documents.index import DocumentIndex

        engine = open_database(database_url(folder, ""))
        if build:
            migrate(engine)
        return DocumentIndex.open(folder, engine, build=build)
