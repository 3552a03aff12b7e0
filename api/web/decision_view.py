"""What the pharmacist card and the pharmacist desk show of a refill decision, in English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from api.citing import citations_of
from api.refilling import RefillQuestion, decide, evidence_of, home_emergency
from assistant.answer import Citation
from knowledge.emergencies.records import (
    STATE_EMERGENCY_KINDS,
    Activation,
    Declaration,
    InForce,
)
from knowledge.opening import Knowledge
from knowledge.places.states import JURISDICTIONS
from knowledge.rules.medicine_kind import schedule_of
from knowledge.rules.refill import Board, RefillDecision, RefillRule

Verdict = Literal["yes", "confirm", "no"]


@dataclass(frozen=True, slots=True)
class Ground:
    """One declaration or order that bears on the decision; `since` and `until` are dates in words or ""."""

    id: str
    title: str
    where: str
    declared: str
    since: str
    until: str
    sample: bool


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One decision, ready for the template.

    `verdict` is yes only where a confirmed rule applies, for a named medicine, with nothing left to confirm.
    `days` is the most days' supply for this medicine's schedule, None where the rule's words say it already
    or no number is known.
    """

    verdict: Verdict
    medicine: str
    schedule: str
    pharmacy: str
    home: str
    rule: RefillRule | None
    days: int | None
    beside: tuple[tuple[RefillRule, int | None], ...]
    others: tuple[RefillRule, ...]
    reasons: tuple[str, ...]
    to_confirm: tuple[str, ...]
    in_force: str
    grounds: tuple[Ground, ...]
    board: Board | None
    citations: list[Citation]
    sample: bool
    made: str


def decision_view(question: RefillQuestion, at: datetime, known: Knowledge) -> DecisionView:
    """Decide and show: all that a pharmacist needs to check it."""
    decision = decide(question, at, known)
    home = home_emergency(question, at, known)
    medicine = question.medicine
    schedule = schedule_of(medicine)
    grounds = _all_grounds(decision.emergency, home)
    rule = decision.applies
    return DecisionView(
        verdict=_verdict(decision, question),
        medicine=medicine.name if medicine else "",
        schedule=schedule,
        pharmacy=_place(question.state, question.county, known),
        home=_place(question.home_state, question.home_county, known) if question.home_state else "",
        rule=rule,
        days=days_to_add(rule, schedule) if rule else None,
        beside=tuple((each, days_to_add(each, schedule)) for each in decision.beside),
        others=tuple(other for other in decision.others if other not in decision.beside),
        reasons=decision.reasons,
        to_confirm=decision.to_confirm,
        in_force=decision.emergency.answer,
        grounds=grounds,
        board=decision.board,
        citations=citations_of(evidence_of(decision, medicine, known)),
        sample=any(ground.sample for ground in grounds),
        made=_moment(at, known.places.state_timezone(question.state)),
    )


def days_to_add(rule: RefillRule, schedule: str) -> int | None:
    """The rule's days' supply where its own words do not name that number."""
    days = rule.days_for(schedule)
    return None if days is None or re.search(rf"\b{days}\b", rule.max_supply_text) else days


def _verdict(decision: RefillDecision, question: RefillQuestion) -> Verdict:
    rule = decision.applies
    if rule is None or rule.kind == "none":
        return "no"
    sure = question.medicine is not None and rule.confidence != "low" and not decision.to_confirm
    return "yes" if sure else "confirm"


def _all_grounds(pharmacy: InForce, home: InForce | None) -> tuple[Ground, ...]:
    """Each record once: what covers the pharmacy's place first."""
    here = _grounds(pharmacy, "at the pharmacy")
    known = {each.id for each in here}
    there = _grounds(home, "at the patient's home") if home else ()
    return (*here, *(each for each in there if each.id not in known))


def _grounds(emergency: InForce, where: str) -> tuple[Ground, ...]:
    declared = [_declaration(each, where) for each in emergency.declarations if each.for_people]
    ordered = [_order(each, where) for each in emergency.activations if each.kind in STATE_EMERGENCY_KINDS]
    return (*ordered, *declared)


def _declaration(record: Declaration, where: str) -> Ground:
    return Ground(
        id=f"declaration.{record.id}",
        title=f"{record.id}: {record.title}",
        where=where,
        declared=record.declared_on.isoformat(),
        since=record.began.isoformat() if record.began else "",
        until=record.ended.isoformat() if record.ended else "",
        sample=record.sample,
    )


def _order(record: Activation, where: str) -> Ground:
    title = f"{record.title} ({record.authority})" if record.authority else record.title
    return Ground(
        id=f"declaration.activation.{record.id}",
        title=title,
        where=where,
        declared="",
        since=record.begins.isoformat(),
        until=record.ends.isoformat() if record.ends else "",
        sample=record.sample,
    )


def _place(state: str, county_fips: str, known: Knowledge) -> str:
    county = known.places.by_county_fips(county_fips) if county_fips else None
    return county.label if county else JURISDICTIONS[state].name


def _moment(at: datetime, timezone: str) -> str:
    """'November 25, 2026, 3:51 PM EST': the clock on the pharmacy's wall."""
    there = at.astimezone(ZoneInfo(timezone))
    return f"{there:%B} {there.day}, {there.year}, {there.hour % 12 or 12}:{there:%M %p %Z}"
