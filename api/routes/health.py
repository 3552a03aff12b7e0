"""`/healthz`: the process is up. `/readyz`: it can answer, part by part, with how fresh each is."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from litestar import Response, get

from api.access.limits import FREE_OPTION
from api.readiness import Part
from api.services import InjectedServices


class Health(msgspec.Struct):
    """The process answers."""

    status: str = "ok"


class Readiness(msgspec.Struct):
    """`ready` is true when every part is; each part says how fresh it is."""

    ready: bool
    at: datetime
    parts: list[Part]


@get(
    "/healthz", operation_id="Health", summary="The process is up", tags=["service"], opt={FREE_OPTION: True}
)
async def healthz() -> Health:
    """Says ok as long as the process answers."""
    return Health()


@get(
    "/readyz",
    operation_id="Readiness",
    summary="It can answer",
    tags=["service"],
    opt={FREE_OPTION: True},
    sync_to_thread=True,
)
def readyz(services: InjectedServices) -> Response[Readiness]:
    """200 when index and tables can be read, 503 while not; either way each part with its freshness."""
    found = services.readiness.parts()
    ready = all(part.ready for part in found)
    body = Readiness(ready=ready, at=datetime.now(UTC), parts=found)
    return Response(body, status_code=200 if ready else 503)
