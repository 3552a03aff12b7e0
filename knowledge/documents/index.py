"""The index of program documents: opening, searching, looking up, and changing what is held."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, Engine

from knowledge.documents.builder import COMMAND_WAIT_SECONDS, START_WAIT_SECONDS, IndexBuilder, Progress
from knowledge.documents.changes import (
    Change,
    plan_addition,
    plan_expiry,
    plan_library,
    plan_withdrawal,
    with_free_id,
)
from knowledge.documents.document import Document, KeyPoint, Passage, ScoredPassage
from knowledge.documents.embedding import Embedder, SentenceEmbedder
from knowledge.documents.gates import gate
from knowledge.documents.key_points import find_key_points
from knowledge.documents.loading.files import Refusal, load_library, load_paths
from knowledge.documents.query import understood
from knowledge.documents.ranking import best_rows, without_repeats
from knowledge.documents.register import (
    current_passages,
    find_passage,
    held_versions,
    read_pointer,
)
from knowledge.documents.scoring import scored
from knowledge.documents.snapshot import Snapshot
from knowledge.documents.validity import HeldVersion
from knowledge.documents.vectors import VectorStore
from knowledge.errors import NotFound, Unavailable
from knowledge.evidence import Evidence

LIBRARY = Path(__file__).parent / "library"
# Readers ask the database at most this often whether a newer index is served.
CHECK_SECONDS = 1.0
# So many rows more than asked for are ranked, so that repeats can be left out.
SPARE_ROWS = 8


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of each file of one `add`."""

    changes: tuple[Change, ...]
    refused: tuple[Refusal, ...]
    notes: tuple[str, ...] = ()


class DocumentIndex:
    """The documents of one data folder. Safe to use from several threads."""

    def __init__(
        self, engine: Engine, store: VectorStore, embedder: Embedder, home: Path, library: Path
    ) -> None:
        self._engine = engine
        self._store = store
        self._embedder = embedder
        self._library = library
        self._builder = IndexBuilder(home, engine, store, embedder)
        self._snapshot: Snapshot | None = None
        self._checked_at = 0.0
        self._reloading = threading.Lock()

    @classmethod
    def open(
        cls,
        home: Path,
        engine: Engine,
        embedder: Embedder | None = None,
        *,
        chroma_url: str = "",
        library: Path = LIBRARY,
        build: bool = True,
        progress: Progress | None = None,
    ) -> DocumentIndex:
        """The index in `home`; with `build`, whatever is missing or outdated is built first.

        `engine` is migrated. The embedding model is loaded only when something has to be embedded.
        """
        index = cls(engine, VectorStore(home, chroma_url), embedder or SentenceEmbedder(), home, library)
        if build:
            index.refresh(progress)
        return index

    def refresh(self, progress: Progress | None = None) -> None:
        """Bring the index to the built-in library and the register; does nothing when it is there."""
        now = _now()
        self._publish(
            lambda held: plan_library(held, load_library(self._library), now), progress, START_WAIT_SECONDS
        )

    def search(
        self,
        query: str,
        *,
        at: date,
        audience: str | None = None,
        jurisdiction: str | Collection[str] | None = None,
        program: str | None = None,
        language: str | None = None,
        limit: int = 8,
        also: Sequence[str] = (),
        words_only: bool = False,
    ) -> list[ScoredPassage]:
        """The passages that answer `query`, best first, among those that may be shown.

        `jurisdiction` is a state code or several: passages of those and of the whole country are candidates;
        "US" admits only the latter. `also` are English terms known to be meant by the question, in whatever
        language it is ('insulin glargine', 'benzodiazepine'). `words_only` leaves the embedding model alone.
        """
        snapshot = self._current()
        allowed = snapshot.gates.open_for(gate(at, audience, jurisdiction, program, language))
        if not query.strip() or not allowed.any():
            return []
        asked = understood(query, language, also, snapshot.speller)
        scores = scored(snapshot, asked, None if words_only else self._embedder)
        rows = best_rows(scores, allowed, limit + SPARE_ROWS)
        distinct = without_repeats(rows, None if words_only else snapshot.matrix)
        return [ScoredPassage(snapshot.passages[row], float(scores[row])) for row in islice(distinct, limit)]

    def key_points(
        self,
        topic: str,
        *,
        at: date,
        language: str = "en",
        audience: str | None = None,
        jurisdiction: str | Collection[str] | None = None,
        program: str | None = None,
    ) -> list[KeyPoint]:
        """The 'In short' lines of the documents on `topic`, in the person's language where there are any."""
        asked = gate(at, audience, jurisdiction, program, language)
        return find_key_points(self._current().key_points, topic, asked)

    def documents(self) -> list[HeldVersion]:
        """The active version of every document."""
        with self._engine.connect() as connection:
            return [held for held in held_versions(connection) if held.state == "active"]

    def get(self, document_id: str) -> Document:
        """The active version of a document; raises NotFound."""
        with self._engine.connect() as connection:
            for held in held_versions(connection, document_id):
                if held.state == "active":
                    return held.document
        raise NotFound(f"There is no document {document_id!r}: 'tideover documents list' shows the ids.")

    def passage(self, passage_id: str) -> Passage | None:
        """A passage that is or ever was served; `expires` tells until when it held."""
        found = self._current().by_id.get(passage_id)
        if found:
            return found
        with self._engine.connect() as connection:
            return find_passage(connection, passage_id)

    def evidence(self, passage_id: str) -> Evidence | None:
        """The evidence of a passage, also of one that no longer holds (`holds_until` then says so)."""
        found = self.passage(passage_id)
        return found.evidence() if found else None

    def add(self, paths: Sequence[Path], progress: Progress | None = None) -> AddReport:
        """Add files and folders: each file whole or not at all; the report names every one."""
        loaded = load_paths(paths)
        changes: list[Change] = []
        now = _now()

        def plan(held: Sequence[HeldVersion]) -> Sequence[HeldVersion]:
            for named in loaded.documents:
                document = with_free_id(held, named.document) if named.id_is_derived else named.document
                changes.append(plan_addition(held, document, now))
            return [version for change in changes for version in change.versions]

        self._publish(plan, progress)
        return AddReport(tuple(changes), loaded.refused, loaded.notes)

    def remove(self, document_id: str) -> None:
        """Withdraw a document and its translations; raises NotFound. Its citations stay resolvable."""
        now = _now()
        self._publish(lambda held: plan_withdrawal(held, document_id, now))

    def set_expiry(self, document_id: str, expires: date | None) -> None:
        """Let a document hold until and including `expires` (None: no end); raises NotFound."""
        self._publish(lambda held: plan_expiry(held, document_id, expires))

    def reindex(self, progress: Progress | None = None) -> None:
        """Build a new version of the index from the library and the register; nothing is embedded twice."""
        now = _now()
        self._publish(lambda held: plan_library(held, load_library(self._library), now), progress, force=True)

    def warm(self) -> None:
        """Read everything that the first question would otherwise wait for."""
        snapshot = self._current()
        allowed = snapshot.gates.open_for(gate(_now().date()))
        if allowed.any():
            self.search("warm up", at=_now().date(), limit=1)

    def _publish(
        self,
        plan: Callable[[Sequence[HeldVersion]], Sequence[HeldVersion]],
        progress: Progress | None = None,
        wait_seconds: float = COMMAND_WAIT_SECONDS,
        force: bool = False,
    ) -> None:
        self._builder.publish(
            plan, suppressed=_nothing_hidden, progress=progress, wait_seconds=wait_seconds, force=force
        )
        self._checked_at = 0.0

    def _current(self) -> Snapshot:
        """The snapshot that is served now; notices newer versions without a restart."""
        snapshot = self._snapshot
        if snapshot and time.monotonic() - self._checked_at < CHECK_SECONDS:
            return snapshot
        with self._reloading:
            if self._snapshot is snapshot:
                self._snapshot = self._loaded(snapshot)
            self._checked_at = time.monotonic()
            return self._snapshot or self._loaded(None)

    def _loaded(self, held: Snapshot | None) -> Snapshot:
        with self._engine.connect() as connection, connection.begin():
            pointer = read_pointer(connection, self._store.name)
            if pointer is None:
                raise Unavailable("The documents are not indexed yet: run 'tideover documents reindex'.")
            if held and held.pointer == pointer:
                return held
            return Snapshot(pointer, current_passages(connection), self._store)


def _nothing_hidden(_connection: Connection) -> frozenset[str]:
    return frozenset()


def _now() -> datetime:
    return datetime.now(UTC)
