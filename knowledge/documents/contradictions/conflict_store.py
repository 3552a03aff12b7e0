"""Conflicts in the register: saved with the documents that raise them, and decided by an operator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import msgspec
from sqlalchemy import Connection, insert, select, update

from knowledge.documents.contradictions.conflicts import Conflict, Keep
from knowledge.documents.keeping.tables import ConflictRow
from knowledge.errors import NotFound

# A sentence of a document that an operator decided against: (document id, sentence).
Hidden = frozenset[tuple[str, str]]


def all_conflicts(connection: Connection) -> list[Conflict]:
    """Every conflict ever found, in the order of their finding."""
    rows = connection.execute(select(ConflictRow.conflict).order_by(ConflictRow.found_at, ConflictRow.id))
    return [msgspec.json.decode(text, type=Conflict) for (text,) in rows]


def save_conflicts(connection: Connection, conflicts: Iterable[Conflict]) -> None:
    """Keep new conflicts; one that is known already keeps its decision."""
    known = set(connection.execute(select(ConflictRow.id)).scalars())
    for conflict in conflicts:
        if conflict.id not in known:
            known.add(conflict.id)
            connection.execute(insert(ConflictRow).values(**_row(conflict)))


def decided(connection: Connection, conflict_id: str, keep: Keep, now: datetime) -> Conflict:
    """The conflict after the decision (not saved yet); raises NotFound."""
    for conflict in all_conflicts(connection):
        if conflict.id == conflict_id:
            return replace(conflict, keep=keep, decided_at=now)
    raise NotFound(f"There is no conflict {conflict_id!r}: 'tideover doctor' lists them.")


def save_decision(connection: Connection, conflict: Conflict) -> None:
    change = update(ConflictRow).where(ConflictRow.id == conflict.id)
    connection.execute(change.values(**_row(conflict)))


def hidden_sentences(conflicts: Iterable[Conflict]) -> Hidden:
    """What was decided against: passages with these sentences are not served."""
    return frozenset(
        (loser.document_id, loser.sentence) for conflict in conflicts for loser in conflict.losers()
    )


def _row(conflict: Conflict) -> dict[str, object]:
    return {
        "id": conflict.id,
        "keep": conflict.keep,
        "found_at": conflict.found_at,
        "decided_at": conflict.decided_at,
        "conflict": msgspec.json.encode(conflict).decode(),
    }
