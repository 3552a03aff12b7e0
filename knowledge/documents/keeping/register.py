"""The register of documents in SQL: what is held, in which version, and what ever could be cited."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

import msgspec
from sqlalchemy import Connection, delete, insert, select, tuple_, update

from knowledge.documents.document import Document, Passage
from knowledge.documents.keeping.tables import DocumentVersion, PassageRow, ServedIndex
from knowledge.documents.keeping.validity import HeldVersion, State
from knowledge.errors import Conflict

# Rows in one statement; SQLite allows 32,766 variables in one.
ROWS_AT_ONCE = 500
# Columns of their own; the rest of a document is stored as JSON.
_OWN_COLUMNS = frozenset({"id", "title", "text", "effective", "expires", "origin"})
# Where a file lay does not make it another version.
_NOT_HASHED = frozenset({"file", "origin"})


@dataclass(frozen=True, slots=True)
class Pointer:
    """Which collection of a vector store is served."""

    version: int
    collection: str
    model: str
    fingerprint: str
    built_at: datetime


def content_sha256(document: Document) -> str:
    """The hash of all that a document says (front matter too); equal hashes mean 'unchanged'."""
    said = {
        item.name: getattr(document, item.name) for item in fields(document) if item.name not in _NOT_HASHED
    }
    return hashlib.sha256(msgspec.json.encode(said, order="deterministic")).hexdigest()


def held_versions(connection: Connection, document_id: str | None = None) -> list[HeldVersion]:
    """Every version, or every version of one document, oldest first."""
    table = DocumentVersion.__table__
    query = select(table).order_by(table.c.id, table.c.version)
    if document_id is not None:
        query = query.where(table.c.id == document_id)
    return [_held(row) for row in connection.execute(query).mappings()]


def save_versions(connection: Connection, versions: Iterable[HeldVersion]) -> None:
    """Insert versions, or change the state of those that are there; their text never changes."""
    known = {
        (row.id, row.version)
        for row in connection.execute(select(DocumentVersion.id, DocumentVersion.version))
    }
    for held in versions:
        key = (held.document.id, held.version)
        if key in known:
            change = update(DocumentVersion).where(tuple_(DocumentVersion.id, DocumentVersion.version) == key)
            connection.execute(
                change.values(state=held.state, ended_at=held.ended_at, expires=held.document.expires)
            )
        else:
            connection.execute(insert(DocumentVersion).values(_version_row(held)))


def current_passages(connection: Connection) -> list[Passage]:
    """The passages in the index, in reading order of their documents."""
    rows = connection.execute(select(PassageRow.passage).where(PassageRow.current))
    passages = [msgspec.json.decode(text, type=Passage) for (text,) in rows]
    return sorted(
        passages,
        key=lambda passage: (passage.document_id, passage.kind != "text", passage.ordinal, passage.id),
    )


def find_passage(connection: Connection, passage_id: str) -> Passage | None:
    """A passage that is, or ever was, in the index; `expires` then tells until when it held."""
    row = connection.execute(
        select(PassageRow.passage, PassageRow.retired_on).where(PassageRow.id == passage_id)
    ).first()
    if row is None:
        return None
    passage = msgspec.json.decode(row.passage, type=Passage)
    if row.retired_on is None:
        return passage
    last = row.retired_on - timedelta(days=1)
    return replace(passage, expires=min(last, passage.expires or last))


def save_passages(
    connection: Connection, passages: Sequence[tuple[Passage, str]], versions: Mapping[str, int], today: date
) -> None:
    """Make `passages` (each with its content hash) the current ones; the others stay resolvable."""
    before = {
        row.id: row
        for row in connection.execute(
            select(PassageRow.id, PassageRow.passage, PassageRow.content_hash, PassageRow.current)
        )
    }
    rows = [_passage_row(passage, digest, versions) for passage, digest in passages]
    changed = [row for row in rows if not _same(before.get(row["id"]), row)]
    gone = [key for key, row in before.items() if row.current and key not in {row["id"] for row in rows}]
    for ids in _batches([row["id"] for row in changed]):
        connection.execute(delete(PassageRow).where(PassageRow.id.in_(ids)))
    for batch in _batches(changed):
        connection.execute(insert(PassageRow), batch)
    for ids in _batches(gone):
        retire = update(PassageRow).where(PassageRow.id.in_(ids))
        connection.execute(retire.values(current=False, retired_on=today))


def read_pointer(connection: Connection, store: str) -> Pointer | None:
    row = connection.execute(select(ServedIndex.__table__).where(ServedIndex.store == store)).first()
    return (
        Pointer(row.version, row.collection, row.model, row.fingerprint, utc(row.built_at)) if row else None
    )


def switch_pointer(connection: Connection, store: str, before: Pointer | None, after: Pointer) -> None:
    """Serve `after`; raises Conflict where another writer switched since `before` was read."""
    values = {
        "version": after.version,
        "collection": after.collection,
        "model": after.model,
        "fingerprint": after.fingerprint,
        "built_at": after.built_at,
    }
    if before is None:
        connection.execute(insert(ServedIndex).values(store=store, **values))
        return
    change = update(ServedIndex).where(ServedIndex.store == store, ServedIndex.version == before.version)
    if connection.execute(change.values(**values)).rowcount != 1:
        raise Conflict("Another process changed the documents at the same moment: run the command again.")


def register_fingerprint(held: Iterable[HeldVersion], hidden: Iterable[tuple[str, str]], code: str) -> str:
    """A hash that differs whenever the served passages may differ: versions, decisions, the cutting code."""
    digest = hashlib.sha256(code.encode())
    for version in held:
        mark = (version.document.id, version.version, version.state, version.sha256, version.document.expires)
        digest.update(repr(mark).encode())
    digest.update(repr(sorted(hidden)).encode())
    return digest.hexdigest()


def utc(moment: datetime) -> datetime:
    """SQLite gives times back without their zone; they were stored in UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _held(row: Mapping[Any, Any]) -> HeldVersion:
    values = {**row["details"], **{name: row[name] for name in _OWN_COLUMNS}}
    return HeldVersion(
        document=msgspec.convert(values, type=Document, strict=False),
        version=row["version"],
        state=cast(State, row["state"]),
        sha256=row["sha256"],
        added_at=utc(row["added_at"]),
        ended_at=utc(row["ended_at"]) if row["ended_at"] else None,
    )


def _version_row(held: HeldVersion) -> dict[str, object]:
    document = held.document
    details = {
        item.name: getattr(document, item.name) for item in fields(document) if item.name not in _OWN_COLUMNS
    }
    return {
        **{name: getattr(document, name) for name in _OWN_COLUMNS},
        "details": msgspec.to_builtins(details),
        "version": held.version,
        "state": held.state,
        "sha256": held.sha256,
        "added_at": held.added_at,
        "ended_at": held.ended_at,
    }


def _passage_row(passage: Passage, digest: str, versions: Mapping[str, int]) -> dict[str, Any]:
    return {
        "id": passage.id,
        "document_id": passage.document_id,
        "version": versions[passage.document_id],
        "current": True,
        "content_hash": digest,
        "passage": msgspec.json.encode(passage).decode(),
        "retired_on": None,
    }


def _same(before: Any, row: Mapping[str, Any]) -> bool:
    return before is not None and bool(before.current) and before.passage == row["passage"]


def _batches(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (items[start : start + ROWS_AT_ONCE] for start in range(0, len(items), ROWS_AT_ONCE))
