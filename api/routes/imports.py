"""`POST /v1/availability/imports/{sites|stock}`: a partner's feed as a CSV body."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec
from litestar import Request, post
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath, FromQuery

from api.access.limits import CSV_BODY_BYTES
from api.access.media_types import TAKES_OPTION
from api.access.roles import only_for
from api.openapi import problems
from api.sample import keep_sample_apart
from api.services import InjectedServices, Services
from knowledge.availability.records import ImportReport
from knowledge.errors import NotFound

Kind = Literal["sites", "stock"]


class RefusedRow(msgspec.Struct):
    """Why one row was refused; `row` is its line (the header is line 1)."""

    row: int
    field: str
    message: str


class Imported(msgspec.Struct, kw_only=True):
    """What the import did, in rows."""

    accepted: int
    updated: int
    unchanged: int
    mended: int
    rejected: int
    errors: list[RefusedRow]
    warnings: tuple[str, ...]


@post(
    "/v1/availability/imports/{kind:str}",
    operation_id="ImportAvailability",
    summary="Load a feed",
    description="The body is `sites.csv` or `stock.csv` (UTF-8, with a header); all of it shows at once.",
    tags=["availability"],
    opt={**only_for("partner", "admin"), TAKES_OPTION: "text/csv"},
    status_code=200,
    request_max_body_size=CSV_BODY_BYTES,
    responses=problems(403, 404, 413, 415),
)
async def import_availability(
    kind: FromPath[str],
    request: Request[Any, Any, Any],
    services: InjectedServices,
    replace_source: FromQuery[bool] = False,
) -> Imported:
    """The same file twice changes nothing; `replace_source` withdraws what its sources no longer list."""
    known: Kind | None = next((each for each in get_args(Kind) if each == kind), None)
    if known is None:
        raise NotFound("Feeds are imported at /v1/availability/imports/sites and …/stock.")
    with tempfile.NamedTemporaryFile(dir=services.knowledge.home, prefix="upload-", suffix=".csv") as file:
        async for chunk in request.stream():
            await sync_to_thread(file.write, chunk)
        file.flush()
        return await sync_to_thread(_import, known, Path(file.name), replace_source, services)


def _import(kind: Kind, file: Path, replace_source: bool, services: Services) -> Imported:
    """Read the whole file in, in a process of its own; invented data never stand beside real ones."""
    known = services.knowledge
    done = known.availability.import_aside(kind, file, home=known.home, replace_source=replace_source)
    keep_sample_apart(known.engine)
    return imported(done)


def imported(done: ImportReport) -> Imported:
    """The report in the contract's shape."""
    return Imported(
        accepted=done.accepted,
        updated=done.updated,
        unchanged=done.unchanged,
        mended=done.mended,
        rejected=done.rejected,
        errors=[RefusedRow(error.row, error.field, error.message) for error in done.errors],
        warnings=done.warnings,
    )
