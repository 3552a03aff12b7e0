"""`GET /v1/refill-rules`: what a pharmacist may dispense without a new prescription, here and now."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import Request, get
from litestar.params import FromQuery, QueryParameter

from api.answering import read_clock
from api.citing import citations_of
from api.emergency_view import (
    ActivationView,
    DeclarationView,
    activation_view,
    declaration_view,
)
from api.openapi import problems
from api.refilling import decide, evidence_of, read_refill_question
from api.services import InjectedServices
from assistant.answer import Citation
from knowledge.emergencies.records import Answer, InForce
from knowledge.evidence import Confidence
from knowledge.rules.refill import Board, RefillDecision, RefillRule


class RuleView(msgspec.Struct, kw_only=True):
    """One rule of one state."""

    id: str
    kind: str
    citation: str
    trigger: str
    max_days_supply: int | None
    max_supply_text: str
    repeats: str
    controlled_substances: str
    conditions: tuple[str, ...]
    notify_prescriber_within_hours: int | None
    source_url: str
    as_of: str
    confidence: Confidence
    notes: str


class BoardView(msgspec.Struct):
    """The state's board of pharmacy; `phone` is E.164 or "" where not known."""

    name: str
    phone: str
    url: str
    confidence: Confidence


class EmergencyView(msgspec.Struct):
    """Whether an emergency is in force there, and why."""

    in_force: Answer
    because: tuple[str, ...]
    declarations: list[DeclarationView]
    activations: list[ActivationView]


class RefillRulesView(msgspec.Struct, kw_only=True):
    """The rule that applies, the others of the state, and what still has to be confirmed."""

    state: str
    as_of: datetime
    emergency: EmergencyView
    applies: RuleView | None
    others: list[RuleView]
    reasons: tuple[str, ...]
    to_confirm: tuple[str, ...]
    board: BoardView | None
    citations: list[Citation]


@get(
    "/v1/refill-rules",
    operation_id="FindRefillRules",
    summary="The refill rule of a state, now",
    tags=["look-ups"],
    responses=problems(),
    sync_to_thread=True,
)
def find_refill_rules(
    *,
    request: Request[Any, Any, Any],
    services: InjectedServices,
    of_state: Annotated[str, QueryParameter(name="state", description="Where the pharmacy is")],
    medicine: FromQuery[str | None] = None,
    as_of: FromQuery[str | None] = None,
    county_fips: FromQuery[str | None] = None,
    patient_state: FromQuery[str | None] = None,
    patient_county_fips: FromQuery[str | None] = None,
) -> RefillRulesView:
    """The state is that of the pharmacy; `patient_state` is where the person's home is."""
    known = services.knowledge
    question = read_refill_question(
        known,
        state=of_state,
        county=county_fips,
        medicine=medicine,
        home_state=patient_state,
        home_county=patient_county_fips,
    )
    at = read_clock(as_of, request.user, services)
    decision = decide(question, at, known)
    return _view(decision, at, citations_of(evidence_of(decision, question.medicine, known)))


def _view(decision: RefillDecision, at: datetime, citations: list[Citation]) -> RefillRulesView:
    return RefillRulesView(
        state=decision.state,
        as_of=at,
        emergency=_emergency(decision.emergency),
        applies=_rule(decision.applies) if decision.applies else None,
        others=[_rule(rule) for rule in decision.others],
        reasons=decision.reasons,
        to_confirm=decision.to_confirm,
        board=_board(decision.board) if decision.board else None,
        citations=citations,
    )


def _emergency(emergency: InForce) -> EmergencyView:
    return EmergencyView(
        emergency.answer,
        emergency.reasons,
        [declaration_view(each) for each in emergency.declarations],
        [activation_view(each) for each in emergency.activations],
    )


def _rule(rule: RefillRule) -> RuleView:
    return RuleView(
        id=rule.id,
        kind=rule.kind,
        citation=rule.citation,
        trigger=rule.trigger,
        max_days_supply=rule.max_days_supply,
        max_supply_text=rule.max_supply_text,
        repeats=rule.repeats,
        controlled_substances=rule.controlled_substances,
        conditions=rule.conditions,
        notify_prescriber_within_hours=rule.notify_prescriber_within_hours,
        source_url=rule.source_url,
        as_of=rule.as_of,
        confidence=rule.confidence,
        notes=rule.notes,
    )


def _board(board: Board) -> BoardView:
    return BoardView(board.name, board.phone, board.url, board.confidence)
