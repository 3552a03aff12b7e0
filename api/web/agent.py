"""The call-center console at `/agent`: plain forms; its script sends the same forms without reloading."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal, cast

import msgspec
from litestar import Request, Response, get, post
from litestar.concurrency import sync_to_thread
from litestar.params import FromQuery, URLEncodedBody

from api.access.limits import CHAT_BODY_BYTES
from api.access.page_roles import require_page_role, take_draft
from api.answering import answer
from api.conversations import conversations_of
from api.routes.reports import reporter
from api.services import InjectedServices, Services
from api.web.age import age_of
from api.web.agent_view import COVERAGES, checked_age, console_view, slot_message
from api.web.staff import staff_page
from api.web.texts import texts
from api.wire import read_message
from assistant.question import Question
from knowledge.availability.records import Call, OperatingStatus, StockStatus
from knowledge.documents.searching.by_document import RANKED, FoundDocument, by_document
from knowledge.documents.searching.ranking import EVIDENCE_FROM
from knowledge.errors import BadInput, Conflict, TideoverError

# The queue beside the conversation: enough to see what waits.
CALLS_SHOWN = 5
# Somebody else may take a call in the same moment; then the next one is tried.
CALLS_TRIED = 20
DOCUMENTS_SHOWN = 5
QUERY_CHARACTERS = 500
AGENT = require_page_role("agent")
Outcome = Literal["in_stock", "low", "out", "unknown", "open", "closed"]


class AskForm(msgspec.Struct, frozen=True, kw_only=True):
    """A message, or a slot that the agent mended (`slot` and its new `value`)."""

    message: str = ""
    conversation_id: str = ""
    slot: str = ""
    value: str = ""


class ReportForm(msgspec.Struct, frozen=True, kw_only=True):
    """What a call revealed; `message` and `conversation_id` bring the answer back, with the report in it."""

    site_id: str
    outcome: Outcome
    medicine: str = ""
    message: str = ""
    conversation_id: str = ""


@get("/agent", operation_id="AgentPage", include_in_schema=False, opt=AGENT)
async def agent_page(request: Request[Any, Any, Any], services: InjectedServices) -> Response[str]:
    """The empty console, or with what was typed when the session had ended."""
    draft = await take_draft(request)
    said = draft.get("message") or slot_message(draft.get("slot", ""), draft.get("value", ""))
    notice = texts("en")("staff-draft-back") if draft else ""
    kept = draft.get("conversation_id", "")
    return await _console(request, services, draft=said, conversation_id=kept, notice=notice)


@post(
    "/agent",
    operation_id="AgentAsk",
    include_in_schema=False,
    opt=AGENT,
    status_code=200,
    request_max_body_size=CHAT_BODY_BYTES,
)
async def agent_ask(
    data: URLEncodedBody[AskForm],
    request: Request[Any, Any, Any],
    services: InjectedServices,
) -> Response[str]:
    """One turn for the caller."""
    said = slot_message(data.slot, data.value) if data.slot else data.message
    return await _answered(request, services, said, data.conversation_id)


@post("/agent/reports", operation_id="AgentReport", include_in_schema=False, opt=AGENT, status_code=200)
async def agent_report(
    data: URLEncodedBody[ReportForm],
    request: Request[Any, Any, Any],
    services: InjectedServices,
) -> Response[str]:
    """Keeps the report; then the last question again, whose answer shows it."""
    try:
        await sync_to_thread(_report, data, request, services)
    except TideoverError as error:
        return await _console(request, services, problem=_sentence(error), status=400)
    notice = texts("en")("agent-reported")
    if not data.message:
        return await _console(request, services, notice=notice)
    return await _answered(request, services, data.message, data.conversation_id, notice=notice)


@post("/agent/calls", operation_id="AgentNextCall", include_in_schema=False, opt=AGENT, status_code=200)
async def agent_next_call(request: Request[Any, Any, Any], services: InjectedServices) -> Response[str]:
    """Takes the call most worth making that nobody is on."""
    taken = await sync_to_thread(_claim_next, request, services)
    return await _console(request, services, call=taken, notice="" if taken else texts("en")("agent-no-call"))


@get("/agent/documents", operation_id="AgentDocuments", include_in_schema=False, opt=AGENT)
async def agent_documents(
    request: Request[Any, Any, Any], services: InjectedServices, q: FromQuery[str] = ""
) -> Response[str]:
    """What the program documents say to the words, document by document."""
    query = q.strip()[:QUERY_CHARACTERS]
    found = await sync_to_thread(_documents, query, services) if query else []
    return await _console(request, services, query=query, documents=found)


async def _answered(
    request: Request[Any, Any, Any],
    services: Services,
    said: str,
    conversation_id: str,
    *,
    notice: str = "",
) -> Response[str]:
    try:
        message = read_message(said)
    except BadInput as error:
        return await _console(
            request,
            services,
            problem=_sentence(error),
            draft=said,
            conversation_id=conversation_id,
            status=400,
        )
    question = Question(message=message, at=datetime.now(UTC), audience="agent")
    found = await answer(question, conversation_id, services, conversations_of(request))
    view = console_view(found, services.knowledge.medicines, services.knowledge.places)
    return await _console(
        request, services, view=view, asked=message, conversation_id=found.conversation_id, notice=notice
    )


async def _console(
    request: Request[Any, Any, Any], services: Services, status: int = 200, **given: Any
) -> Response[str]:
    now = datetime.now(UTC)
    values: dict[str, Any] = {
        "view": None,
        "asked": "",
        "draft": "",
        "conversation_id": "",
        "problem": "",
        "notice": "",
        "call": None,
        "query": "",
        "documents": [],
    }
    return await staff_page(
        request,
        services,
        "agent.html",
        status,
        **(values | given),
        coverages=list(COVERAGES),
        calls=await sync_to_thread(services.knowledge.availability.calls, CALLS_SHOWN),
        age=lambda moment: age_of(moment, now, texts("en")),
        read_age=lambda checked: checked_age(checked, now, texts("en")),
    )


def _report(data: ReportForm, request: Request[Any, Any, Any], services: Services) -> None:
    of_site = data.outcome in ("open", "closed")
    services.knowledge.availability.report(
        reporter(request),
        data.site_id,
        medicine="" if of_site else data.medicine,
        status="" if of_site else cast(StockStatus, data.outcome),
        operating_status=cast(OperatingStatus, data.outcome) if of_site else "",
    )


def _claim_next(request: Request[Any, Any, Any], services: Services) -> Call | None:
    table = services.knowledge.availability
    for call in table.calls(CALLS_TRIED):
        if not call.claimed_by:
            try:
                return table.claim_call(call.id, reporter(request))
            except Conflict:
                continue
    return None


def _documents(query: str, services: Services) -> list[FoundDocument]:
    """What is likely to answer; where nothing is, the best that there is."""
    found = services.knowledge.documents.search(query, at=datetime.now(UTC).date(), limit=RANKED)
    likely = [scored for scored in found if scored.score >= EVIDENCE_FROM]
    return by_document(likely or found)[:DOCUMENTS_SHOWN]


def _sentence(error: TideoverError) -> str:
    return error.errors[0].message if isinstance(error, BadInput) and error.errors else error.message
