"""From when until when each version may be cited as current: its dates, and what supersedes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from knowledge.documents.document import Document

State = Literal["active", "replaced", "withdrawn"]
# Stands for "never again": the day before any version.
NEVER = date.min


@dataclass(frozen=True, slots=True)
class HeldVersion:
    """One version of a document in the register."""

    document: Document
    version: int
    state: State
    sha256: str
    added_at: datetime
    ended_at: datetime | None = None


def current_documents(held: Iterable[HeldVersion]) -> list[Document]:
    """The documents that hold on some day, each narrowed to the days on which it does.

    An older version, and a document that another one supersedes, hold until the day before the newer text
    takes effect; where that names no date the older text is never current again. Withdrawn text never is.
    A translation goes with its original.
    """
    kept = [version for version in held if version.state != "withdrawn"]
    limits = _superseded_until(kept)
    documents = []
    for version in kept:
        document = version.document
        until = min(
            _replaced_until(version, kept),
            limits.get(document.id, date.max),
            limits.get(document.translation_of, date.max),
        )
        narrowed = _narrowed(document, until)
        if narrowed and not _behind(version, kept):
            documents.append(narrowed)
    return documents


def _replaced_until(version: HeldVersion, kept: list[HeldVersion]) -> date:
    """The last day before any later version of the same document holds."""
    later = [
        _day_before(other.document.effective)
        for other in kept
        if other.document.id == version.document.id and other.version > version.version
    ]
    return min(later, default=date.max)


def _superseded_until(kept: list[HeldVersion]) -> dict[str, date]:
    limits: dict[str, date] = {}
    for version in kept:
        if version.state == "active":
            for older in version.document.supersedes:
                until = _day_before(version.document.effective)
                limits[older] = min(until, limits.get(older, date.max))
    return limits


def _behind(version: HeldVersion, kept: list[HeldVersion]) -> bool:
    """A built-in translation whose original an operator has replaced says what no longer holds."""
    return version.document.origin == "built-in" and any(
        other.document.id == version.document.translation_of
        and other.state == "active"
        and other.document.origin == "operator"
        for other in kept
    )


def _narrowed(document: Document, until: date) -> Document | None:
    expires = min(until, document.expires or date.max)
    if expires == NEVER or (document.effective and expires < document.effective):
        return None
    return replace(document, expires=None if expires == date.max else expires)


def _day_before(effective: date | None) -> date:
    return effective - timedelta(days=1) if effective else NEVER
