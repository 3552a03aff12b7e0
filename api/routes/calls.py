"""`/v1/availability/calls`: places worth calling, because people ask and nobody knows."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import Request, get, post
from litestar.params import FromPath, QueryParameter

from api.access.roles import only_for
from api.lookups import read_state
from api.openapi import problems
from api.routes.reports import reporter
from api.services import InjectedServices
from knowledge.availability.records import Call

CALLS_LIMIT = 100
DEFAULT_CALLS = 20


class CallToMake(msgspec.Struct, kw_only=True):
    """One call; `asked` is how often people asked, `claimed_until` until when a colleague is on it."""

    id: int
    site_id: str
    site_name: str
    phone: str
    state: str
    medicine: str
    asked: int
    interruption_risk: str
    raised_at: datetime
    claimed: bool
    claimed_until: datetime | None


class CallsToMake(msgspec.Struct):
    """The calls most worth making first."""

    calls: list[CallToMake]


@get(
    "/v1/availability/calls",
    operation_id="ListCalls",
    summary="Places worth calling",
    tags=["availability"],
    opt=only_for("agent"),
    responses=problems(403),
    sync_to_thread=True,
)
def list_calls(
    services: InjectedServices,
    of_state: Annotated[str | None, QueryParameter(name="state")] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=CALLS_LIMIT)] = DEFAULT_CALLS,
) -> CallsToMake:
    """Stale and unknown stock that answers met, most asked for and most dangerous to miss first."""
    state = read_state(of_state) if of_state else ""
    return CallsToMake([_to_make(call) for call in services.knowledge.availability.calls(limit, state)])


@post(
    "/v1/availability/calls/{call_id:int}/claim",
    operation_id="ClaimCall",
    summary="Take a call",
    tags=["availability"],
    opt=only_for("agent"),
    status_code=200,
    responses=problems(403, 404, 409),
    sync_to_thread=True,
)
def claim_call(
    call_id: FromPath[int], request: Request[Any, Any, Any], services: InjectedServices
) -> CallToMake:
    """Yours for a while; 409 while somebody else is on it."""
    return _to_make(services.knowledge.availability.claim_call(call_id, reporter(request)))


def _to_make(call: Call) -> CallToMake:
    return CallToMake(
        id=call.id,
        site_id=call.site_id,
        site_name=call.site_name,
        phone=call.phone,
        state=call.state,
        medicine=call.medicine,
        asked=call.asked,
        interruption_risk=call.interruption_risk,
        raised_at=call.raised_at,
        claimed=bool(call.claimed_by),
        claimed_until=call.claimed_until,
    )
