"""What there is to know about the state of the documents: for `tideover doctor` and the status page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from knowledge.documents.contradictions.conflicts import Conflict
from knowledge.documents.document import Document, Passage
from knowledge.documents.keeping.validity import HeldVersion, current_documents


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """Counts, and the ids of what somebody should look at.

    `oldest_checked` is the ISO date on which the longest unread source was read, with its document.
    `not_in_use` are active documents that no day from today on uses: expired or superseded.
    `translations_behind` are built-in translations whose original an operator replaced.
    """

    documents: int
    passages: int
    by_language: Mapping[str, int]
    by_program: Mapping[str, int]
    by_audience: Mapping[str, int]
    by_origin: Mapping[str, int]
    oldest_checked: str
    oldest_checked_document: str
    unconfirmed_passages: int
    unconfirmed_documents: tuple[str, ...]
    not_in_use: tuple[str, ...]
    not_yet_effective: tuple[str, ...]
    withdrawn: tuple[str, ...]
    needs_review: tuple[str, ...]
    translations_behind: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    index_version: int
    index_built_at: datetime | None
    embedding_model: str


def document_facts(
    held: Sequence[HeldVersion],
    passages: Sequence[Passage],
    conflicts: Iterable[Conflict],
    today: date,
    *,
    index_version: int = 0,
    index_built_at: datetime | None = None,
    embedding_model: str = "",
) -> DocumentFacts:
    """The facts on the day `today`; `passages` are those that are served, `conflicts` those still open."""
    active = [version.document for version in held if version.state == "active"]
    current = current_documents(held)
    lasting = {document.id for document in current if not document.expires or document.expires >= today}
    checked, oldest = min(_checks(active), default=("", ""))
    unconfirmed = [passage for passage in passages if passage.confidence == "low"]
    return DocumentFacts(
        documents=len(active),
        passages=sum(passage.kind == "text" for passage in passages),
        by_language=_counted(document.language for document in active),
        by_program=_counted(document.program or "none" for document in active),
        by_audience=_counted(name for document in active for name in document.audience),
        by_origin=_counted(document.origin for document in active),
        oldest_checked=checked,
        oldest_checked_document=oldest,
        unconfirmed_passages=sum(passage.kind == "text" for passage in unconfirmed),
        unconfirmed_documents=_ids(passage.document_id for passage in unconfirmed),
        not_in_use=_ids(document.id for document in active if document.id not in lasting),
        not_yet_effective=_ids(document.id for document in active if (document.effective or today) > today),
        withdrawn=_withdrawn(held),
        needs_review=_ids(document.id for document in active if document.review),
        translations_behind=_behind(active, {document.id for document in current}),
        conflicts=tuple(conflicts),
        index_version=index_version,
        index_built_at=index_built_at,
        embedding_model=embedding_model,
    )


def _checks(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    return (
        (source.checked, document.id)
        for document in documents
        for source in document.sources
        if source.checked
    )


def _withdrawn(held: Sequence[HeldVersion]) -> tuple[str, ...]:
    latest = {version.document.id: version.state for version in held}
    return _ids(name for name, state in latest.items() if state == "withdrawn")


def _behind(active: Sequence[Document], used: set[str]) -> tuple[str, ...]:
    replaced = {document.id for document in active if document.origin == "operator"}
    return _ids(
        document.id for document in active if document.translation_of in replaced and document.id not in used
    )


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))


def _ids(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
