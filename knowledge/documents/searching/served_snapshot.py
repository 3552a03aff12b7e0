"""Which snapshot is served now: newer ones are noticed without a restart and without a pause."""

from __future__ import annotations

import threading
import time

from sqlalchemy import Engine

from knowledge.documents.contradictions.conflict_store import all_conflicts
from knowledge.documents.keeping.register import current_passages, read_pointer
from knowledge.documents.keeping.vectors import VectorStore
from knowledge.documents.searching.snapshot import Snapshot
from knowledge.errors import Unavailable

# Readers ask the database at most this often whether a newer index is served.
CHECK_SECONDS = 1.0


class ServedSnapshot:
    """Holds the newest snapshot. While one thread loads a newer one, the others go on with the old."""

    def __init__(self, engine: Engine, store: VectorStore) -> None:
        self._engine = engine
        self._store = store
        self._snapshot: Snapshot | None = None
        self._checked_at = 0.0
        self._loading = threading.Lock()

    def current(self) -> Snapshot:
        """The snapshot to answer from; raises Unavailable where nothing was ever indexed."""
        snapshot = self._snapshot
        if snapshot and time.monotonic() - self._checked_at < CHECK_SECONDS:
            return snapshot
        if not self._loading.acquire(blocking=snapshot is None):
            return snapshot or self.reload()
        try:
            return self._newest()
        finally:
            self._loading.release()

    def reload(self) -> Snapshot:
        """Look now: after a change of this process's own, the next answer must know it."""
        with self._loading:
            return self._newest()

    def _newest(self) -> Snapshot:
        held = self._snapshot
        with self._engine.connect() as connection, connection.begin():
            pointer = read_pointer(connection, self._store.name)
            if pointer is None:
                raise Unavailable("The documents are not indexed yet: run 'tideover documents reindex'.")
            newest = held
            if newest is None or newest.pointer != pointer:
                newest = Snapshot(
                    pointer, current_passages(connection), all_conflicts(connection), self._store
                )
        if held and newest is not held:
            newest.prepare(with_vectors=held.has_vectors)
        self._snapshot = newest
        self._checked_at = time.monotonic()
        return newest
