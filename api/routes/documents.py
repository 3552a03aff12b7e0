"""`GET /v1/documents`: passages that answer a question. `GET /v1/documents/{id}`: a whole document."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import msgspec
from litestar import Request, get
from litestar.params import FromPath, FromQuery, QueryParameter

from api.answering import read_clock
from api.lookups import read_state
from api.openapi import problems
from api.services import InjectedServices
from api.wire import MESSAGE_LIMIT, read_language, read_message
from assistant.question import Audience
from knowledge.documents.document import Document, ScoredPassage
from knowledge.evidence import Confidence

PASSAGES_LIMIT = 50
DEFAULT_PASSAGES = 8
NATIONAL = "US"


class FoundPassage(msgspec.Struct, kw_only=True):
    """One passage; `id` opens at `/c/{id}`; `score` is the estimated chance (0..1) that it answers."""

    id: str
    document_id: str
    title: str
    program: str
    jurisdiction: tuple[str, ...]
    language: str
    heading: str
    page: int | None
    text: str
    score: float
    url: str
    checked: str
    confidence: Confidence


class FoundPassages(msgspec.Struct):
    """Passages, best first."""

    passages: list[FoundPassage]


class DocumentSource(msgspec.Struct):
    """Where a document's facts were read."""

    url: str
    title: str
    checked: str


class WholeDocument(msgspec.Struct, kw_only=True):
    """A document as it is held; `text` is Markdown, and `[n]` in it points to the n-th source."""

    id: str
    title: str
    program: str
    audience: tuple[str, ...]
    jurisdiction: tuple[str, ...]
    language: str
    text: str
    sources: list[DocumentSource]
    effective: date | None
    expires: date | None
    confidence: Confidence


@get(
    "/v1/documents",
    operation_id="SearchDocuments",
    summary="Passages that answer a question",
    tags=["look-ups"],
    responses=problems(),
    sync_to_thread=True,
)
def search_documents(
    *,
    request: Request[Any, Any, Any],
    services: InjectedServices,
    q: Annotated[
        str, QueryParameter(description="A question or key words", min_length=1, max_length=MESSAGE_LIMIT)
    ],
    audience: FromQuery[Audience | None] = None,
    jurisdiction: Annotated[
        str | None,
        QueryParameter(description="A state: its passages and the nation's. US: only the nation's"),
    ] = None,
    program: Annotated[str | None, QueryParameter(max_length=100)] = None,
    language: FromQuery[str | None] = None,
    as_of: FromQuery[str | None] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=PASSAGES_LIMIT)] = DEFAULT_PASSAGES,
) -> FoundPassages:
    """Searches by meaning and by words among the passages that hold on that day."""
    found = services.knowledge.documents.search(
        read_message(q, "q"),
        at=read_clock(as_of, request.user, services).date(),
        audience=audience,
        jurisdiction=_read_jurisdiction(jurisdiction),
        program=program,
        language=read_language(language),
        limit=limit,
    )
    return FoundPassages([_passage(each) for each in found])


@get(
    "/v1/documents/{document_id:str}",
    operation_id="GetDocument",
    summary="A whole document",
    tags=["look-ups"],
    responses=problems(404),
    sync_to_thread=True,
)
def get_document(document_id: FromPath[str], services: InjectedServices) -> WholeDocument:
    """The version that is in use."""
    return _whole(services.knowledge.documents.get(document_id))


def _read_jurisdiction(text: str | None) -> str | None:
    return text or None if text in (None, "", NATIONAL) else read_state(text, "jurisdiction")


def _passage(found: ScoredPassage) -> FoundPassage:
    passage, evidence = found.passage, found.passage.evidence()
    return FoundPassage(
        id=passage.id,
        document_id=passage.document_id,
        title=passage.title,
        program=passage.program,
        jurisdiction=passage.jurisdiction,
        language=passage.language,
        heading=passage.heading,
        page=passage.page,
        text=passage.text,
        score=round(found.score, 4),
        url=evidence.url,
        checked=evidence.checked,
        confidence=passage.confidence,
    )


def _whole(document: Document) -> WholeDocument:
    return WholeDocument(
        id=document.id,
        title=document.title,
        program=document.program,
        audience=document.audience,
        jurisdiction=document.jurisdiction,
        language=document.language,
        text=document.text,
        sources=[DocumentSource(source.url, source.title, source.checked) for source in document.sources],
        effective=document.effective,
        expires=document.expires,
        confidence=document.confidence,
    )
