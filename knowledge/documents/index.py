"""The index of program documents: opening, searching, looking up, and changing what is held."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import Engine

from knowledge.documents.contradictions.conflict_store import Hidden, decided
from knowledge.documents.contradictions.conflicts import Conflict, Keep, find_conflicts
from knowledge.documents.cutting.chunking import passages_of
from knowledge.documents.doctor import DocumentFacts, document_facts
from knowledge.documents.document import Document, KeyPoint, Passage, ScoredPassage
from knowledge.documents.embedding import Embedder, SentenceEmbedder
from knowledge.documents.keeping.builder import (
    COMMAND_WAIT_SECONDS,
    START_WAIT_SECONDS,
    IndexBuilder,
    Plan,
    Planned,
    Progress,
)
from knowledge.documents.keeping.changes import (
    Change,
    plan_addition,
    plan_expiry,
    plan_library,
    plan_withdrawal,
    with_free_id,
)
from knowledge.documents.keeping.register import (
    find_passage,
    held_versions,
)
from knowledge.documents.keeping.served import served_passages
from knowledge.documents.keeping.validity import HeldVersion
from knowledge.documents.keeping.vectors import VectorStore
from knowledge.documents.loading.files import Refusal, load_library, load_paths
from knowledge.documents.searching.gates import gate
from knowledge.documents.searching.own import OwnDocument, only_one_on, own_documents
from knowledge.documents.searching.query import understood
from knowledge.documents.searching.ranking import best_rows, without_repeats
from knowledge.documents.searching.scoring import scored
from knowledge.documents.searching.served_snapshot import ServedSnapshot
from knowledge.documents.searching.snapshot import Snapshot, section_of
from knowledge.documents.vector_types import Vectors
from knowledge.errors import NotFound
from knowledge.evidence import Evidence

LIBRARY = Path(__file__).parent / "library"
# So many rows more than asked for are ranked, so that repeats can be left out.
SPARE_ROWS = 8


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of each file of one `add`."""

    changes: tuple[Change, ...]
    refused: tuple[Refusal, ...]
    notes: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class DocumentIndex:
    """The documents of one data folder. Safe to use from several threads."""

    def __init__(
        self, engine: Engine, store: VectorStore, embedder: Embedder, home: Path, library: Path
    ) -> None:
        self._engine = engine
        self._embedder = embedder
        self._library = library
        self._builder = IndexBuilder(home, engine, store, embedder)
        self._served = ServedSnapshot(engine, store)

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
        if self._builder.is_fresh(self._library):
            return
        self._publish(self._library_plan(), progress, START_WAIT_SECONDS)
        self._builder.note_fresh(self._library)

    def reindex(self, progress: Progress | None = None) -> None:
        """Build a new version of the index from the library and the register; nothing is embedded twice."""
        self._publish(self._library_plan(), progress, force=True)

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
        after: str = "",
    ) -> list[ScoredPassage]:
        """The passages that answer `query`, best first, among those that may be shown.

        `jurisdiction` is a state code or several: passages of those and of the whole country are candidates;
        "US" admits only the latter. `also` are English terms known to be meant by the question, in whatever
        language it is ('insulin glargine', 'benzodiazepine'). `words_only` leaves the embedding model alone.
        `after` is the id of a passage that the question goes on about ('how long does it take?').
        """
        snapshot = self._served.current() if words_only else self._with_vectors()
        allowed = snapshot.gates.open_for(gate(at, audience, jurisdiction, program, language))
        if not query.strip() or not allowed.any():
            return []
        before = snapshot.by_id.get(after)
        asked = understood(query, language, also, snapshot.speller, after=before)
        scores = scored(snapshot, asked, None if words_only else self._embedder, allowed, before)
        rows = best_rows(scores, allowed, limit + SPARE_ROWS)
        distinct = without_repeats(rows, None if words_only else snapshot.matrix)
        return [ScoredPassage(snapshot.passages[row], float(scores[row])) for row in islice(distinct, limit)]

    @property
    def version_with_own(self) -> str:
        """Which version of the index is served, where the operator's own documents are in it; else ""."""
        snapshot = self._served.current()
        return str(snapshot.pointer.version) if snapshot.of_operator.any() else ""

    def own_documents(
        self,
        query: str,
        *,
        at: date,
        audience: str | None = None,
        jurisdiction: str | Collection[str] | None = None,
        language: str | None = None,
    ) -> tuple[OwnDocument, ...]:
        """The documents added by the operator that a question is certainly about; by its words alone."""
        snapshot = self._served.current()
        if not snapshot.of_operator.any() or not query.strip():
            return ()
        allowed = snapshot.gates.open_for(gate(at, audience, jurisdiction, None, language))
        return own_documents(snapshot, understood(query, language, (), snapshot.speller), allowed)

    def only_one_on(
        self,
        noun: str,
        *,
        at: date,
        audience: str | None = None,
        jurisdiction: str | Collection[str] | None = None,
        language: str | None = None,
    ) -> str:
        """A passage of the one document added by the operator that speaks of `noun` ('donation'), else ""."""
        snapshot = self._served.current()
        if not snapshot.of_operator.any():
            return ""
        allowed = snapshot.gates.open_for(gate(at, audience, jurisdiction, None, language))
        return only_one_on(snapshot, noun, allowed)

    def meaning(self, query: str, language: str = "") -> Vectors:
        """The vector of a question as `search` compares it (length 1); the search after it finds it made."""
        speller = self._served.current().speller
        return self._embedder.embed_query(understood(query, language, (), speller).english)

    def key_points(
        self,
        topic: str,
        *,
        at: date,
        language: str = "en",
        audience: str | None = None,
        jurisdiction: str | Collection[str] | None = None,
        program: str | None = None,
    ) -> tuple[KeyPoint, ...]:
        """The 'In short' lines of the documents on `topic`, in the person's language where there are any."""
        asked = gate(at, audience, jurisdiction, program, language)
        lines = self._served.current().by_topic.get(topic)
        return lines.open_for(asked) if lines else ()

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
        found = self._served.current().by_id.get(passage_id)
        if found:
            return found
        with self._engine.connect() as connection:
            return find_passage(connection, passage_id)

    def beside(self, passage: Passage) -> list[Passage]:
        """The other served passages under the same heading of the same version, in their order."""
        section = self._served.current().by_section.get(section_of(passage), ())
        return [other for other in section if other.id != passage.id]

    def evidence(self, passage_id: str) -> Evidence | None:
        """The evidence of a passage, also of one that no longer holds (`holds_until` then says so)."""
        found = self.passage(passage_id)
        return found.evidence() if found else None

    def add(
        self, paths: Sequence[Path], progress: Progress | None = None, *, jurisdiction: Sequence[str] = ()
    ) -> AddReport:
        """Add files and folders: each file whole or not at all; the report names every one.

        A file's document replaces the one of the same id. Where it states other values than what is held, the
        conflict is stored and reported. `jurisdiction` (TX; US: everywhere) is for files that do not say it.
        """
        loaded = load_paths(paths, jurisdiction)
        changes: list[Change] = []
        conflicts: list[Conflict] = []
        now = _now()

        def plan(held: Sequence[HeldVersion], hidden: Hidden) -> Planned:
            for named in loaded.documents:
                document = with_free_id(held, named.document) if named.id_is_derived else named.document
                changes.append(plan_addition(held, document, now))
            conflicts.extend(self._conflicts_of(changes, held, hidden, now))
            return Planned([version for change in changes for version in change.versions], conflicts)

        self._publish(plan, progress)
        return AddReport(tuple(changes), loaded.refused, loaded.notes, tuple(conflicts))

    def _conflicts_of(
        self, changes: Sequence[Change], held: Sequence[HeldVersion], hidden: Hidden, now: datetime
    ) -> list[Conflict]:
        new = [passage for change in changes if change.versions for passage in passages_of(change.document)]
        return find_conflicts(new, served_passages(held, hidden), self._embedder, now) if new else []

    def remove(self, document_id: str) -> None:
        """Withdraw a document and its translations; raises NotFound. Its citations stay resolvable."""
        now = _now()
        self._publish(lambda held, _: Planned(plan_withdrawal(held, document_id, now)))

    def set_expiry(self, document_id: str, expires: date | None) -> None:
        """Let a document hold until and including `expires` (None: no end); raises NotFound."""
        self._publish(lambda held, _: Planned(plan_expiry(held, document_id, expires)))

    def conflicts(self) -> list[Conflict]:
        """The conflicts that nobody has decided and whose passages are still in use."""
        return list(self._served.current().open_conflicts)

    def conflicts_touching(self, passage_ids: Collection[str]) -> list[Conflict]:
        """The open conflicts that one of these passages is part of: an answer says that another differs."""
        wanted = set(passage_ids)
        return [
            conflict
            for conflict in self.conflicts()
            if wanted & {conflict.new.passage_id, *(statement.passage_id for statement in conflict.held)}
        ]

    def resolve(self, conflict_id: str, keep: Keep) -> Conflict:
        """Decide a conflict; passages with the losing sentence are no longer served. Raises NotFound."""
        with self._engine.connect() as connection:
            conflict = decided(connection, conflict_id, keep, _now())
        self._publish(lambda _held, _hidden: Planned(decisions=[conflict]))
        return conflict

    def facts(self) -> DocumentFacts:
        """What `tideover doctor` tells about the documents."""
        snapshot = self._served.current()
        with self._engine.connect() as connection:
            held = held_versions(connection)
        return document_facts(
            held,
            list(snapshot.by_id.values()),
            self.conflicts(),
            _now().date(),
            index_version=snapshot.pointer.version,
            index_built_at=snapshot.pointer.built_at,
            embedding_model=snapshot.pointer.model,
        )

    def warm(self) -> None:
        """Read everything that the first question would otherwise wait for, the model included."""
        self._with_vectors().prepare(with_vectors=True)
        self._embedder.embed_query("warm")

    def _library_plan(self) -> Plan:
        now = _now()
        return lambda held, _: Planned(plan_library(held, load_library(self._library), now))

    def _publish(
        self,
        plan: Plan,
        progress: Progress | None = None,
        wait_seconds: float = COMMAND_WAIT_SECONDS,
        force: bool = False,
    ) -> None:
        fresh = self._builder.is_fresh(self._library)
        self._builder.publish(plan, progress=progress, wait_seconds=wait_seconds, force=force)
        if fresh:
            # Only the operator's documents changed; the library is still as the last start found it.
            self._builder.note_fresh(self._library)
        self._served.reload()

    def _with_vectors(self) -> Snapshot:
        """The served snapshot with its vectors read.

        They are gone when two newer versions were published since it was loaded, or when the store was lost.
        """
        snapshot = self._served.current()
        try:
            _ = snapshot.matrix
        except NotFound:
            if self._served.reload().pointer == snapshot.pointer:
                self.reindex()
            snapshot = self._served.current()
        return snapshot


def _now() -> datetime:
    return datetime.now(UTC)
