"""`POST /v1/feedback`: whether an answer helped."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar import post
from litestar.concurrency import sync_to_thread
from litestar.params import JSONBody
from msgspec import Meta

from api.feedback import give_feedback
from api.openapi import problems
from api.services import InjectedServices

# A sentence or two on what was wrong.
REASON_LIMIT = 1000


class Feedback(msgspec.Struct, kw_only=True):
    """One reader's word on one answer. Write nothing about a person into `reason`."""

    answer_id: Annotated[str, Meta(min_length=1, max_length=64)]
    helpful: bool
    reason: Annotated[str, Meta(max_length=REASON_LIMIT)] = ""


class FeedbackKept(msgspec.Struct):
    """The feedback is kept."""

    answer_id: str


@post(
    "/v1/feedback",
    operation_id="GiveFeedback",
    summary="Say whether an answer helped",
    tags=["chat"],
    status_code=201,
    responses=problems(404, 413, 415),
)
async def feedback(data: JSONBody[Feedback], services: InjectedServices) -> FeedbackKept:
    """Open to everyone; kept with the answer's id only."""
    engine = services.knowledge.engine
    await sync_to_thread(
        give_feedback, engine, services.aftermath.ledger, data.answer_id, data.helpful, data.reason.strip()
    )
    return FeedbackKept(data.answer_id)
