"""What adding, replacing, withdrawing and expiring do to the register: plain functions over held versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from knowledge.documents.document import Document, Source
from knowledge.documents.front_matter import MAX_ID
from knowledge.documents.keeping.register import content_sha256
from knowledge.documents.keeping.validity import HeldVersion
from knowledge.errors import NotFound

ADDED = "added-"
Outcome = Literal["added", "unchanged", "replaced"]


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one document: the versions to save (none when it is unchanged)."""

    document: Document
    outcome: Outcome
    versions: tuple[HeldVersion, ...] = ()

    @property
    def document_id(self) -> str:
        return self.document.id


def plan_addition(held: Sequence[HeldVersion], document: Document, now: datetime) -> Change:
    """Add `document`, or replace the active version of the same id, or find it unchanged."""
    versions = [version for version in held if version.document.id == document.id]
    active = next((version for version in versions if version.state == "active"), None)
    sha256 = content_sha256(document)
    if active and active.sha256 == sha256:
        return Change(active.document, "unchanged")
    number = max((version.version for version in versions), default=0) + 1
    new = HeldVersion(_with_provenance(document, now.date()), number, "active", sha256, now)
    if active is None:
        return Change(new.document, "added", (new,))
    return Change(new.document, "replaced", (replace(active, state="replaced", ended_at=now), new))


def plan_library(
    held: Sequence[HeldVersion], library: Iterable[Document], now: datetime
) -> list[HeldVersion]:
    """Bring the built-in documents to what the library holds; what an operator decided stands.

    A document that an operator replaced or withdrew is left alone; one whose file is gone is withdrawn.
    """
    latest = {version.document.id: version for version in held}
    versions: list[HeldVersion] = []
    ids = set()
    for document in library:
        ids.add(document.id)
        last = latest.get(document.id)
        if last is None or (last.state == "active" and last.document.origin == "built-in"):
            versions += plan_addition(held, document, now).versions
    vanished = (
        v
        for v in held
        if v.state == "active" and v.document.origin == "built-in" and v.document.id not in ids
    )
    return versions + [replace(version, state="withdrawn", ended_at=now) for version in vanished]


def plan_withdrawal(held: Sequence[HeldVersion], document_id: str, now: datetime) -> list[HeldVersion]:
    """Withdraw every version of a document and of its translations; raises NotFound."""
    ended = [
        replace(version, state="withdrawn", ended_at=version.ended_at or now)
        for version in held
        if document_id in (version.document.id, version.document.translation_of)
        and version.state != "withdrawn"
    ]
    if not any(version.document.id == document_id for version in ended):
        raise NotFound(f"There is no document {document_id!r}: 'tideover documents list' shows the ids.")
    return ended


def plan_expiry(held: Sequence[HeldVersion], document_id: str, expires: date | None) -> list[HeldVersion]:
    """Let the active version hold until `expires` (None: no end); raises NotFound."""
    for version in held:
        if version.document.id == document_id and version.state == "active":
            return [replace(version, document=replace(version.document, expires=expires))]
    raise NotFound(f"There is no document {document_id!r}: 'tideover documents list' shows the ids.")


def apply(held: Sequence[HeldVersion], changed: Iterable[HeldVersion]) -> list[HeldVersion]:
    """The register after `changed`, in the order in which it is read: by id and version."""
    merged: Mapping[tuple[str, int], HeldVersion] = {
        (version.document.id, version.version): version for version in (*held, *changed)
    }
    return [merged[key] for key in sorted(merged)]


def with_free_id(held: Iterable[HeldVersion], document: Document) -> Document:
    """A document named only by its file never takes the place of a built-in one of the same name."""
    if any(version.document.id == document.id and version.document.origin == "built-in" for version in held):
        return replace(document, id=f"{ADDED}{document.id}"[:MAX_ID])
    return document


def _with_provenance(document: Document, today: date) -> Document:
    """A document whose front matter names no source is known from the operator who added it."""
    if document.numbered_sources or document.origin == "built-in":
        return document
    named = document.sources[0] if document.sources else Source("", "", "")
    added = f"added by the operator on {today.isoformat()}"
    title = f"{named.title}, {added}" if named.title else added
    return replace(document, sources=(Source(named.url, title, today.isoformat()),))
