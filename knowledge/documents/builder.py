"""Building an index aside and switching to it in one step: one writer, and nothing lost when it is killed.

The order is the safety: vectors are written to a new collection first; then one SQL transaction saves the
documents, the passages and the pointer together. Killed before it, the old index is served and the vectors
already made are found again by their content; killed after it, only an old collection is left to remove.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import numpy as np
from sqlalchemy import Connection, Engine

from knowledge.documents import chunking, markdown_blocks
from knowledge.documents.changes import apply
from knowledge.documents.chunking import embedding_text, passages_of
from knowledge.documents.document import Passage
from knowledge.documents.embedding import Embedder
from knowledge.documents.register import (
    Pointer,
    held_versions,
    read_pointer,
    register_fingerprint,
    save_passages,
    save_versions,
    switch_pointer,
)
from knowledge.documents.validity import HeldVersion, current_documents
from knowledge.documents.vector_types import Vectors
from knowledge.documents.vectors import (
    PREFIX,
    VectorStore,
    create_collection,
    our_collections,
    vectors_by_content,
    write_vectors,
)
from knowledge.errors import Conflict

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

Progress = Callable[[int, int], None]
Planned = Callable[[Sequence[HeldVersion]], Sequence[HeldVersion]]
# A second command waits this long for the first; a start may have to wait for another worker's first build.
COMMAND_WAIT_SECONDS = 120
START_WAIT_SECONDS = 1800
# So many texts are embedded and stored at a time: what a killed build can lose.
EMBEDDED_AT_ONCE = 128


@dataclass(frozen=True, slots=True)
class IndexBuilder:
    """The one writer of the register and of the vector store."""

    home: Path
    engine: Engine
    store: VectorStore
    embedder: Embedder

    def publish(
        self,
        plan: Planned,
        *,
        save: Callable[[Connection], None] | None = None,
        suppressed: Callable[[Connection], frozenset[str]],
        progress: Progress | None = None,
        wait_seconds: float = COMMAND_WAIT_SECONDS,
        force: bool = False,
    ) -> Pointer:
        """Apply what `plan` makes of the held versions and serve the result.

        `save` stores what belongs to the same step. Does nothing where nothing changed, unless forced.
        Raises Conflict when another writer is still busy after `wait_seconds`.
        """
        with _writer_lock(self.home, wait_seconds):
            with self.engine.connect() as connection:
                held = held_versions(connection)
                before = read_pointer(connection, self.store.name)
            changed = plan(held)
            after = apply(held, changed)
            with self.engine.begin() as connection:
                # In a transaction that is rolled back: decisions to be saved already count for this build.
                if save:
                    save(connection)
                hidden = suppressed(connection)
                connection.rollback()
            fingerprint = register_fingerprint(after, hidden, _cutting_code())
            if before and not force and self._serves(before, fingerprint):
                if save:
                    with self.engine.begin() as connection:
                        save(connection)
                return before
            passages = served_passages(after, hidden)
            pointer = self._write(passages, before, fingerprint, progress)
            with self.engine.begin() as connection:
                save_versions(connection, changed)
                save_passages(connection, passages, _versions(after), _today())
                if save:
                    save(connection)
                switch_pointer(connection, self.store.name, before, pointer)
            self._remove_old({pointer.collection, before.collection if before else ""})
            return pointer

    def _serves(self, pointer: Pointer, fingerprint: str) -> bool:
        if pointer.fingerprint != fingerprint or pointer.model != self.embedder.model_id:
            return False
        with self.store.client() as client:
            return pointer.collection in our_collections(client)

    def _write(
        self,
        passages: Sequence[tuple[Passage, str]],
        before: Pointer | None,
        fingerprint: str,
        progress: Progress | None,
    ) -> Pointer:
        """Fill a new collection; returns the pointer that would serve it."""
        version = before.version + 1 if before else 1
        pointer = Pointer(
            version,
            f"{PREFIX}{version}-{uuid4().hex[:8]}",
            self.embedder.model_id,
            fingerprint,
            datetime.now(UTC),
        )
        searched = [item for item in passages if item[0].kind == "text"]
        with self.store.client() as client:
            held = vectors_by_content(client, pointer.model)
            collection = create_collection(client, pointer.collection, pointer.model)
            _write_held(collection, [item for item in searched if item[1] in held], held)
            self._write_new(collection, [item for item in searched if item[1] not in held], progress)
        return pointer

    def _write_new(
        self, collection: Collection, missing: Sequence[tuple[Passage, str]], progress: Progress | None
    ) -> None:
        for start in range(0, len(missing), EMBEDDED_AT_ONCE):
            part = missing[start : start + EMBEDDED_AT_ONCE]
            vectors = self.embedder.embed_passages([embedding_text(passage) for passage, _ in part])
            write_vectors(collection, [item[0] for item in part], [item[1] for item in part], vectors)
            if progress:
                progress(start + len(part), len(missing))

    def _remove_old(self, keep: set[str]) -> None:
        """Remove what is neither served nor was served until now: a reader may still be loading that."""
        with self.store.client() as client:
            for name in our_collections(client).keys() - keep:
                client.delete_collection(name)


def served_passages(held: Sequence[HeldVersion], hidden: frozenset[str]) -> list[tuple[Passage, str]]:
    """All passages to serve with their content hashes; the same words in two versions are one passage."""
    merged: dict[str, Passage] = {}
    for document in current_documents(held):
        for passage in passages_of(document):
            if passage.id not in hidden:
                merged[passage.id] = _joined(merged.get(passage.id), passage)
    return [(passage, content_hash(passage)) for passage in merged.values()]


def content_hash(passage: Passage) -> str:
    """Equal where the model would read the same text."""
    return hashlib.sha256(embedding_text(passage).encode()).hexdigest()


def _joined(older: Passage | None, newer: Passage) -> Passage:
    """The newer version's passage, holding from the first day of either."""
    if older is None:
        return newer
    starts = [passage.effective for passage in (older, newer)]
    ends = [passage.expires for passage in (older, newer)]
    return replace(
        newer,
        effective=None if None in starts else min(day for day in starts if day),
        expires=None if None in ends else max(day for day in ends if day),
    )


def _write_held(
    collection: Collection, items: Sequence[tuple[Passage, str]], held: dict[str, Vectors]
) -> None:
    if items:
        vectors = np.stack([held[digest] for _, digest in items])
        write_vectors(collection, [item[0] for item in items], [item[1] for item in items], vectors)


def _versions(held: Sequence[HeldVersion]) -> dict[str, int]:
    return {version.document.id: version.version for version in held}


@contextmanager
def _writer_lock(home: Path, wait_seconds: float) -> Iterator[None]:
    """Held by one writer on this machine; the system frees it when the process ends, however it ends."""
    from filelock import FileLock, Timeout  # noqa: PLC0415  only writers need it

    home.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(home / "documents.lock", timeout=wait_seconds):
            yield
    except Timeout as busy:
        raise Conflict(
            "Another process is changing the documents: wait until it has finished and run the command again."
        ) from busy


@cache
def _cutting_code() -> str:
    """A hash of the code that cuts documents: another release may cut them differently."""
    digest = hashlib.sha256()
    for module in (markdown_blocks, chunking):
        digest.update(inspect.getsource(module).encode())
    return digest.hexdigest()


def _today() -> date:
    return datetime.now(UTC).date()
