"""Building an index aside and switching to it in one step: one writer, and nothing lost when it is killed.

The order is the safety: vectors are written to a new collection first; then one SQL transaction saves the
documents, the passages and the pointer together. Killed before it, the old index is served and the vectors
already made are found again by their content; killed after it, only an old collection is left to remove.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import numpy as np
from sqlalchemy import Engine

from knowledge.documents.contradictions.conflict_store import (
    Hidden,
    all_conflicts,
    hidden_sentences,
    save_conflicts,
    save_decision,
)
from knowledge.documents.contradictions.conflicts import Conflict
from knowledge.documents.cutting.chunking import embedding_text
from knowledge.documents.document import Passage
from knowledge.documents.embedding import Embedder
from knowledge.documents.keeping.changes import apply
from knowledge.documents.keeping.register import (
    Pointer,
    held_versions,
    read_pointer,
    register_fingerprint,
    save_passages,
    save_versions,
    switch_pointer,
)
from knowledge.documents.keeping.served import content_hash, cutting_code, served_passages
from knowledge.documents.keeping.validity import HeldVersion
from knowledge.documents.keeping.vectors import (
    PREFIX,
    VectorStore,
    create_collection,
    our_collections,
    vectors_by_content,
    write_vectors,
)
from knowledge.errors import Conflict as Busy

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

Progress = Callable[[int, int], None]
# A second command waits this long for the first; a start may have to wait for another worker's first build.
COMMAND_WAIT_SECONDS = 120
START_WAIT_SECONDS = 1800
# Written after a start that found everything in place; lost or outdated, the next start looks again.
FRESH_NOTE = "documents.fresh"
# So many texts are embedded and stored at a time: what a killed build can lose.
EMBEDDED_AT_ONCE = 128


@dataclass(frozen=True, slots=True)
class Planned:
    """What one change does: versions to save, conflicts that it raises, conflicts that it decides."""

    versions: Sequence[HeldVersion] = ()
    conflicts: Sequence[Conflict] = ()
    decisions: Sequence[Conflict] = ()

    @property
    def is_nothing(self) -> bool:
        return not (self.versions or self.conflicts or self.decisions)


# Gets the held versions and what is hidden by decisions.
Plan = Callable[[Sequence[HeldVersion], Hidden], Planned]


@dataclass(frozen=True, slots=True)
class IndexBuilder:
    """The one writer of the register and of the vector store."""

    home: Path
    engine: Engine
    store: VectorStore
    embedder: Embedder

    def publish(
        self,
        plan: Plan,
        *,
        progress: Progress | None = None,
        wait_seconds: float = COMMAND_WAIT_SECONDS,
        force: bool = False,
    ) -> None:
        """Apply what `plan` makes of the register and serve the result.

        Does nothing where nothing changes, unless forced. Raises Conflict (of `knowledge.errors`) when
        another writer is still busy after `wait_seconds`, or was faster.
        """
        with _writer_lock(self.home, wait_seconds):
            self.store.make()
            with self.engine.connect() as connection:
                held = held_versions(connection)
                conflicts = all_conflicts(connection)
                before = read_pointer(connection, self.store.name)
            planned = plan(held, hidden_sentences(conflicts))
            after = apply(held, planned.versions)
            hidden = hidden_sentences([*conflicts, *planned.decisions])
            fingerprint = register_fingerprint(after, hidden, cutting_code())
            if before and not force and planned.is_nothing and self._serves(before, fingerprint):
                return
            passages = served_passages(after, hidden)
            pointer = self._write(passages, before, fingerprint, progress)
            self._switch(planned, passages, _versions(after), before, pointer)
            self._remove_old({pointer.collection, before.collection if before else ""})

    def is_fresh(self, library: Path) -> bool:
        """Whether the last start found this library and this index to agree: then nothing is to be read."""
        note = self.home / FRESH_NOTE
        return note.is_file() and self.store.is_there and note.read_text() == self._state(library)

    def note_fresh(self, library: Path) -> None:
        """Leave a note for the next start."""
        (self.home / FRESH_NOTE).write_text(self._state(library))

    def _state(self, library: Path) -> str:
        """A hash of the library's files, of the code that cuts them, of the model and of the served index."""
        with self.engine.connect() as connection:
            pointer = read_pointer(connection, self.store.name)
        digest = hashlib.sha256(repr((pointer, self.embedder.model_id, cutting_code())).encode())
        for file in sorted(library.glob("*/*.md")):
            digest.update(f"\0{file.parent.name}/{file.name}\0".encode())
            digest.update(file.read_bytes())
        return digest.hexdigest()

    def _serves(self, pointer: Pointer, fingerprint: str) -> bool:
        """Whether the store holds what the pointer names, and it is what the register says now."""
        if pointer.fingerprint != fingerprint or pointer.model != self.embedder.model_id:
            return False
        with self.store.client() as client:
            return pointer.collection in our_collections(client)

    def _switch(
        self,
        planned: Planned,
        passages: Sequence[Passage],
        versions: dict[str, int],
        before: Pointer | None,
        pointer: Pointer,
    ) -> None:
        """The one step: all of it is visible afterwards, or none."""
        hashed = [(passage, content_hash(passage)) for passage in passages]
        with self.engine.begin() as connection:
            save_versions(connection, planned.versions)
            save_passages(connection, hashed, versions, _today())
            save_conflicts(connection, planned.conflicts)
            for decision in planned.decisions:
                save_decision(connection, decision)
            switch_pointer(connection, self.store.name, before, pointer)

    def _write(
        self,
        passages: Sequence[Passage],
        before: Pointer | None,
        fingerprint: str,
        progress: Progress | None,
    ) -> Pointer:
        """Fill a new collection; returns the pointer that would serve it."""
        version = before.version + 1 if before else 1
        name = f"{PREFIX}{version}-{uuid4().hex[:8]}"
        pointer = Pointer(version, name, self.embedder.model_id, fingerprint, datetime.now(UTC))
        searched = [passage for passage in passages if passage.kind == "text"]
        with self.store.client() as client:
            held = vectors_by_content(client, pointer.model)
            collection = create_collection(client, name, pointer.model)
            known = [passage for passage in searched if content_hash(passage) in held]
            if known:
                vectors = np.stack([held[content_hash(passage)] for passage in known])
                write_vectors(collection, known, [content_hash(passage) for passage in known], vectors)
            self._write_new(
                collection, [passage for passage in searched if content_hash(passage) not in held], progress
            )
        return pointer

    def _write_new(
        self, collection: Collection, missing: Sequence[Passage], progress: Progress | None
    ) -> None:
        """Embed in portions, each stored at once: a killed build does not embed them again."""
        for start in range(0, len(missing), EMBEDDED_AT_ONCE):
            part = missing[start : start + EMBEDDED_AT_ONCE]
            vectors = self.embedder.embed_passages([embedding_text(passage) for passage in part])
            write_vectors(collection, part, [content_hash(passage) for passage in part], vectors)
            if progress:
                progress(start + len(part), len(missing))

    def _remove_old(self, keep: set[str]) -> None:
        """Remove what is neither served nor was served until now: a reader may still be loading that."""
        with self.store.client() as client:
            for name in our_collections(client).keys() - keep:
                client.delete_collection(name)


def _versions(held: Sequence[HeldVersion]) -> dict[str, int]:
    return {version.document.id: version.version for version in held}


def _today() -> date:
    return datetime.now(UTC).date()


@contextmanager
def _writer_lock(home: Path, wait_seconds: float) -> Iterator[None]:
    """Held by one writer on this machine; the system frees it when the process ends, however it ends."""
    from filelock import FileLock, Timeout  # noqa: PLC0415  only writers need it

    home.mkdir(parents=True, exist_ok=True)
    lock = FileLock(home / "documents.lock", timeout=wait_seconds)
    try:
        lock.acquire()
    except Timeout as busy:
        raise Busy(
            "Another process is changing the documents: wait until it has finished and run the command again."
        ) from busy
    try:
        yield
    finally:
        lock.release()
