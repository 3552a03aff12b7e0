"""`GET /c/{citation_id}`: the lasting page of one citation, for people and, as JSON, for programs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from litestar import Request, Response, get
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath, FromQuery

from api.openapi import AlsoPage, problems
from api.sample import sample_loaded
from api.services import InjectedServices
from api.web.page import page
from api.web.texts import page_language, texts
from knowledge.errors import NotFound
from knowledge.evidence import Evidence

PAGE = "text/html"
# What the sample scenario invents.
SAMPLE_KINDS = ("availability", "declaration")


@get(
    "/c/{citation_id:str}",
    operation_id="GetCitation",
    summary="One citation",
    tags=["look-ups"],
    responses=problems(404),
    operation_class=AlsoPage,
)
async def citation(
    citation_id: FromPath[str],
    request: Request[Any, Any, Any],
    services: InjectedServices,
    lang: FromQuery[str | None] = None,
) -> Response[Evidence]:
    """The passage or row, its source, when it was checked, and from when until when it holds."""
    found = await sync_to_thread(services.knowledge.evidence, citation_id)
    if found is None:
        raise NotFound("Nothing is held under this citation. Check the address.")
    if PAGE not in request.headers.get("accept", ""):
        return Response(found)
    words = texts(page_language(lang, request.headers.get("accept-language", "")))
    invented = await sync_to_thread(sample_loaded, services.knowledge.engine)
    return page(  # type: ignore[return-value]  # the page is the other media type of this operation
        "citation.html",
        t=words,
        evidence=found,
        holds=holds(found, datetime.now(UTC)),
        sample=invented and found.kind in SAMPLE_KINDS,
    )


def holds(evidence: Evidence, at: datetime) -> bool:
    """Whether the evidence still holds today, by its own dates (ISO dates sort as text)."""
    today = at.date().isoformat()
    return (not evidence.holds_from or evidence.holds_from <= today) and (
        not evidence.holds_until or today <= evidence.holds_until
    )
