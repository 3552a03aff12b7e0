"""`POST /v1/donations/check`: which programs may take these items. Open to everyone; stores nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
from litestar import Request, post
from litestar.params import JSONBody
from msgspec import Meta

from api.answering import read_clock
from api.citing import citations_of
from api.lookups import NAME_LIMIT, read_state
from api.openapi import problems
from api.services import InjectedServices
from assistant.answer import Citation
from knowledge.evidence import Evidence
from knowledge.opening import Knowledge
from knowledge.rules.donation import MAX_ITEMS
from knowledge.rules.donation_program import DonationItem, DonorKind, ItemVerdict, ProgramVerdict


class OfferedItem(msgspec.Struct, kw_only=True):
    """One item: `medicine` or `ndc`; `expires` is a date, or a year and month as labels print it."""

    expires: Annotated[str, Meta(max_length=30)]
    sealed: bool
    original_packaging: bool
    quantity: int
    medicine: Annotated[str, Meta(max_length=NAME_LIMIT)] | None = None
    ndc: Annotated[str, Meta(max_length=20)] | None = None
    lot: Annotated[str, Meta(max_length=100)] | None = None
    refrigerated_chain_kept: bool | None = None
    unit: Annotated[str, Meta(max_length=50)] | None = None


class Offered(msgspec.Struct, kw_only=True):
    """What is offered, by whom, where; without `program` all programs there are checked."""

    items: Annotated[list[OfferedItem], Meta(min_length=1, max_length=MAX_ITEMS)]
    donor: DonorKind
    state: Annotated[str, Meta(max_length=100)]
    program: Annotated[str, Meta(max_length=100)] | None = None
    as_of: str | None = None


class ItemVerdictView(msgspec.Struct):
    """What all programs say to one item; an unknown medicine is never eligible."""

    medicine: str
    rxcui: str
    programs: tuple[ProgramVerdict, ...]
    notes: tuple[str, ...]


class Verdicts(msgspec.Struct):
    """The verdicts in the order of the items, and what they rest on."""

    items: list[ItemVerdictView]
    citations: list[Citation]


@post(
    "/v1/donations/check",
    operation_id="CheckDonation",
    summary="What may be donated",
    tags=["donations"],
    status_code=200,
    responses=problems(413, 415),
    sync_to_thread=True,
)
def check_donation(
    data: JSONBody[Offered], request: Request[Any, Any, Any], services: InjectedServices
) -> Verdicts:
    """Each program's verdict on each item, with every rule, its reason and the paperwork."""
    known = services.knowledge
    verdicts = known.donation_programs.check(
        [_item(each) for each in data.items],
        donor=data.donor,
        state=read_state(data.state),
        at=read_clock(data.as_of, request.user, services),
        vocabulary=known.medicines,
        program=data.program or "",
    )
    items = [ItemVerdictView(each.medicine, each.rxcui, each.programs, each.notes) for each in verdicts]
    return Verdicts(items, citations_of(evidence_of(verdicts, known)))


def evidence_of(verdicts: list[ItemVerdict], known: Knowledge) -> Iterator[Evidence | None]:
    """What the verdicts rest on: the medicines, and the rules by the ids that the reasons name."""
    for verdict in verdicts:
        yield verdict.known.evidence() if verdict.known else None
        for program in verdict.programs:
            for reason in program.reasons:
                yield known.donation_programs.evidence(reason.citation)


def _item(offered: OfferedItem) -> DonationItem:
    return DonationItem(
        expires=offered.expires,
        sealed=offered.sealed,
        original_packaging=offered.original_packaging,
        quantity=offered.quantity,
        medicine=offered.medicine or "",
        ndc=offered.ndc or "",
        lot=offered.lot or "",
        refrigerated_chain_kept=offered.refrigerated_chain_kept,
        unit=offered.unit or "",
    )
