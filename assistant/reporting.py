"""How the message was understood and what was shown, in the shape of the contract."""

from __future__ import annotations

import secrets

from assistant.answer import Answer, Understood, UnderstoodDeclaration, UnderstoodMedicine, UnderstoodPlace
from assistant.gathering import Gathered
from assistant.planning import Plan
from assistant.question import Question
from assistant.understanding.request import AskedMedicine, Request
from assistant.writing.deterministic import Written
from knowledge.availability.records import PlaceResult
from knowledge.emergencies.records import Activation, Declaration
from knowledge.places.place import Place


def finish(question: Question, plan: Plan, gathered: Gathered, written: Written) -> Answer:
    """The whole answer. Its conversation id is filled in by whoever keeps conversations."""
    return Answer(
        conversation_id="",
        answer_id=secrets.token_urlsafe(12),
        language=plan.request.language,
        urgency=plan.urgency,
        text=written.text,
        sections=written.sections,
        citations=written.citations,
        places=shown_places(gathered),
        understood=understood(plan.request, gathered),
        follow_up=written.follow_up,
        declined=written.declined,
        composer=written.composer,
        at=question.at,
    )


def shown_places(gathered: Gathered) -> tuple[PlaceResult, ...]:
    """The places of the answer, in the order in which they are numbered."""
    result = gathered.places or gathered.sites
    return result.places if result else ()


def understood(request: Request, gathered: Gathered) -> Understood:
    """What was read from the message and carried from the conversation."""
    return Understood(
        intents=request.intents,
        medicines=tuple(_medicine(asked) for asked in request.medicines),
        current_place=_place(request.current),
        home_place=_place(request.home),
        coverage=request.coverage,
        declarations=_declarations(gathered),
    )


def _medicine(asked: AskedMedicine) -> UnderstoodMedicine:
    medicine = asked.medicine
    return UnderstoodMedicine(
        name=medicine.name,
        rxcui=medicine.rxcui,
        matched=asked.matched,
        schedule=medicine.schedule,
        refrigerated=medicine.refrigerated,
        specialty=medicine.specialty,
        interruption_risk=medicine.interruption_risk,
    )


def _place(place: Place | None) -> UnderstoodPlace | None:
    return UnderstoodPlace(place.zip, place.city, place.county_fips, place.state) if place else None


def _declarations(gathered: Gathered) -> tuple[UnderstoodDeclaration, ...]:
    records: dict[str, Declaration | Activation] = {}
    for emergency in (gathered.emergency, gathered.home_emergency):
        if emergency is not None:
            records |= {activation.id: activation for activation in emergency.activations}
            records |= {declaration.id: declaration for declaration in emergency.declarations}
    return tuple(_declaration(record) for record in records.values())


def _declaration(record: Declaration | Activation) -> UnderstoodDeclaration:
    began, ended = (
        (record.began or record.declared_on, record.ended)
        if isinstance(record, Declaration)
        else (record.begins, record.ends)
    )
    return UnderstoodDeclaration(
        record.id,
        record.title,
        record.kind,
        record.state,
        began.isoformat() if began else None,
        ended.isoformat() if ended else None,
    )
