"""`/v1/availability/reports`: what a call or a visit revealed; it shows in the next answer."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import Request, delete, post
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from api.access.keys import Role
from api.access.roles import only_for
from api.lookups import NAME_LIMIT
from api.openapi import problems
from api.services import InjectedServices
from knowledge.availability.records import OperatingStatus, Report, Reporter, StockStatus

# What a person on the phone jots down.
NOTE_LIMIT = 1000
REPORTERS: tuple[Role, ...] = ("agent", "pharmacist", "partner")


class NewReport(msgspec.Struct, kw_only=True):
    """An observation of one medicine at a site, of the site itself, or of both.

    Write nothing about a person into `note`.
    """

    site_id: Annotated[str, Meta(min_length=1, max_length=NAME_LIMIT)]
    medicine: Annotated[str, Meta(max_length=NAME_LIMIT)] | None = None
    rxcui: Annotated[str, Meta(max_length=20)] | None = None
    ndc: Annotated[str, Meta(max_length=20)] | None = None
    status: StockStatus | None = None
    quantity: float | None = None
    operating_status: OperatingStatus | None = None
    note: Annotated[str, Meta(max_length=NOTE_LIMIT)] | None = None


class KeptReport(msgspec.Struct, kw_only=True):
    """The report as the log keeps it; `before` is what was shown until then."""

    id: int
    site_id: str
    medicine: str
    status: str
    quantity: float | None
    operating_status: str
    note: str
    reported_at: datetime
    before: dict[str, Any]


@post(
    "/v1/availability/reports",
    operation_id="ReportAvailability",
    summary="Report what a place has",
    tags=["availability"],
    opt=only_for(*REPORTERS),
    status_code=201,
    responses=problems(403, 413, 415),
    sync_to_thread=True,
)
def report_availability(
    data: JSONBody[NewReport], request: Request[Any, Any, Any], services: InjectedServices
) -> KeptReport:
    """Visible in the next answer; the log keeps who, when, and what was shown before."""
    kept = services.knowledge.availability.report(
        reporter(request),
        data.site_id,
        medicine=data.medicine or "",
        rxcui=data.rxcui or "",
        ndc=data.ndc or "",
        status=data.status or "",
        quantity=data.quantity,
        operating_status=data.operating_status or "",
        note=data.note or "",
    )
    return _kept(kept)


@delete(
    "/v1/availability/reports/{report_id:int}",
    operation_id="WithdrawReport",
    summary="Withdraw one's own report",
    tags=["availability"],
    opt=only_for(*REPORTERS),
    responses=problems(403, 404, 409),
    sync_to_thread=True,
)
def withdraw_report(
    report_id: FromPath[int], request: Request[Any, Any, Any], services: InjectedServices
) -> None:
    """What stood before holds again; the log keeps the report."""
    services.knowledge.availability.withdraw_report(report_id, reporter(request))


def reporter(request: Request[Any, Any, Any]) -> Reporter:
    """Who reports: the key that was verified for this request."""
    return Reporter(request.user.id, request.user.role)


def _kept(report: Report) -> KeptReport:
    return KeptReport(
        id=report.id,
        site_id=report.site_id,
        medicine=report.medicine,
        status=report.status,
        quantity=report.quantity,
        operating_status=report.operating_status,
        note=report.note,
        reported_at=report.reported_at,
        before=report.before,
    )
