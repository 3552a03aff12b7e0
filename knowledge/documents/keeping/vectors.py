"""Chroma, the durable store of the vectors: embedded in the data folder, or a server.

A version of the index is one collection; it is written once and never changed. Every opening uses a client of
its own and closes it: an embedded client keeps all that it ever read in memory, and does not see another
process's later writes to a collection that it has open.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from knowledge.documents.document import Passage
from knowledge.documents.vector_types import Vectors
from knowledge.errors import NotFound, Unavailable

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

STORE_ID = "store_id"
# Clients of one folder share what is behind them, and Chroma counts its users without a lock of its own.
_OPENING = threading.Lock()
PREFIX = "tideover-documents-"
# Below Chroma's own limit (5,461 on SQLite), and a few MB a piece on the wire.
RECORDS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class VectorStore:
    """Where the collections live: the folder `home / chroma`, or the Chroma server at `url`."""

    home: Path
    url: str = ""

    @property
    def name(self) -> str:
        """Names the store in the register ("" before it was made); stays when the data folder is moved."""
        if self.url:
            return self.url
        mark = self._folder / STORE_ID
        return mark.read_text().strip() if mark.is_file() else ""

    def make(self) -> None:
        """Make the folder and its name where they are missing; for the one writer."""
        if not self.url and not self.name:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / STORE_ID).write_text(f"embedded-{uuid.uuid4().hex}")

    @property
    def is_there(self) -> bool:
        """Whether an embedded store has its files; a server is asked when its vectors are needed."""
        return bool(self.url) or (self._folder / "chroma.sqlite3").is_file()

    @property
    def _folder(self) -> Path:
        return self.home / "chroma"

    @contextmanager
    def client(self) -> Iterator[ClientAPI]:
        """A client for one piece of work."""
        with _OPENING:
            opened = self._open()
        try:
            yield opened
        finally:
            with _OPENING:
                _close(opened)

    def _open(self) -> Any:
        import chromadb  # noqa: PLC0415  0.6 s
        from chromadb.config import Settings  # noqa: PLC0415

        # Chroma counts its users unless told not to; nothing here talks to the network unasked.
        settings = Settings(anonymized_telemetry=False)
        if not self.url:
            return chromadb.PersistentClient(str(self._folder), settings=settings)
        address = urlsplit(self.url)
        try:
            return chromadb.HttpClient(
                host=address.hostname or "localhost",
                port=address.port or (443 if address.scheme == "https" else 8000),
                ssl=address.scheme == "https",
                settings=settings,
            )
        except ValueError as refused:
            raise Unavailable(
                f"The Chroma server at {self.url} does not answer: start it, or unset TIDEOVER_CHROMA_URL."
            ) from refused


def _close(client: Any) -> None:
    """Close a client; over HTTP, Chroma 1.5 leaves the connections of its two parts open."""
    parts = (client, getattr(client, "_admin_client", None))
    sessions = [getattr(getattr(part, "_server", None), "_session", None) for part in parts]
    client.close()
    for session in sessions:
        if session is not None:
            session.close()


def our_collections(client: ClientAPI) -> dict[str, Collection]:
    return {item.name: item for item in client.list_collections() if item.name.startswith(PREFIX)}


def create_collection(client: ClientAPI, name: str, model: str) -> Collection:
    """An empty collection for vectors of `model`, measured by cosine."""
    return client.create_collection(
        name,
        metadata={"model": model},
        configuration={"hnsw": {"space": "cosine"}},
        embedding_function=None,
    )


def write_vectors(
    collection: Collection, passages: Sequence[Passage], digests: Sequence[str], vectors: Vectors
) -> None:
    """Add passages with their vectors and what a filter of another program may want to know."""
    for start in range(0, len(passages), RECORDS_AT_ONCE):
        part = slice(start, start + RECORDS_AT_ONCE)
        collection.add(
            ids=[passage.id for passage in passages[part]],
            embeddings=vectors[part],
            documents=[passage.text for passage in passages[part]],
            metadatas=[
                _metadata(passage, digest)
                for passage, digest in zip(passages[part], digests[part], strict=True)
            ],
        )


def _metadata(passage: Passage, digest: str) -> dict[str, Any]:
    return {
        "content_hash": digest,
        "document_id": passage.document_id,
        "title": passage.title,
        "heading": passage.heading,
        "page": passage.page or 0,
        "program": passage.program,
        "language": passage.language,
        "jurisdiction": ",".join(passage.jurisdiction),
        "audience": ",".join(passage.audience),
        "confidence": passage.confidence,
        "url": next((source.url for source in passage.sources if source.url), ""),
    }


def read_vectors(client: ClientAPI, name: str) -> Mapping[str, Vectors]:
    """Vector by passage id; raises NotFound where the collection has been replaced and removed."""
    collection = our_collections(client).get(name)
    if collection is None:
        raise NotFound(f"The index {name} is gone: a newer one has replaced it.")
    return dict(_records(collection, "id"))


def vectors_by_content(client: ClientAPI, model: str) -> dict[str, Vectors]:
    """Vector by content hash, from every collection of the same model: also from builds that were killed."""
    found: dict[str, Vectors] = {}
    for collection in our_collections(client).values():
        if (collection.metadata or {}).get("model") == model:
            found.update(_records(collection, "content"))
    return found


def _records(collection: Collection, key: str) -> Iterator[tuple[str, Vectors]]:
    total = collection.count()
    for offset in range(0, total, RECORDS_AT_ONCE):
        batch = collection.get(limit=RECORDS_AT_ONCE, offset=offset, include=["embeddings", "metadatas"])
        rows = np.asarray(batch["embeddings"], dtype=np.float32)
        metadatas = batch["metadatas"] or []
        for position, passage_id in enumerate(batch["ids"]):
            name = passage_id if key == "id" else str(metadatas[position]["content_hash"])
            yield name, rows[position]
