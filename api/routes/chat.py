"""`POST /v1/chat`: one question in, one sourced answer out, whole or as a stream of events."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, post
from litestar.params import JSONBody

from api.access.limits import CHAT_BODY_BYTES
from api.answering import ChatRequest, answer, read_question
from api.conversations import conversations_of
from api.events import MEDIA_TYPE, event_stream
from api.openapi import AlsoEvents, problems
from api.services import InjectedServices
from api.streaming import as_json, streamed
from assistant.answer import Answer


@post(
    "/v1/chat",
    operation_id="Chat",
    summary="Ask a question",
    description="One question in, one sourced answer out. With `Accept: text/event-stream` the same answer "
    "streams: events `understood`, `section`, `places`, `token`, then `answer`, or `error`.",
    tags=["chat"],
    status_code=200,
    request_max_body_size=CHAT_BODY_BYTES,
    responses=problems(403, 413, 415),
    operation_class=AlsoEvents,
)
async def chat(
    data: JSONBody[ChatRequest],
    request: Request[Any, Any, Any],
    services: InjectedServices,
) -> Response[Answer]:
    """Answers as evacuee, or as agent or pharmacist with a key of that role."""
    question = read_question(data, request.user, services)
    conversations = conversations_of(request)
    if wants_events(request):
        return event_stream(  # type: ignore[return-value]  # the other media type of this operation
            streamed(question, data.conversation_id, services, conversations, as_json)
        )
    return Response(await answer(question, data.conversation_id, services, conversations))


def wants_events(request: Request[Any, Any, Any]) -> bool:
    """Whether the caller asked for a stream of events by name."""
    return MEDIA_TYPE in request.headers.get("accept", "")
