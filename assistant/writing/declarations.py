"""Is an emergency in force, and which: the answer to a question about declarations."""

from __future__ import annotations

from datetime import date, datetime

from assistant.gathering import Gathered
from assistant.planning import Plan
from assistant.writing.draft import Draft
from assistant.writing.records import record_evidence
from assistant.writing.words import Words
from knowledge.emergencies.records import STATE_EMERGENCY_KINDS, Activation, Declaration, InForce
from knowledge.opening import Knowledge

DECLARATIONS_SHOWN = 4


def declarations_section(plan: Plan, gathered: Gathered, knowledge: Knowledge, words: Words) -> Draft | None:
    """For the place asked about and, where it is another, for the home; only when it was asked."""
    if not plan.request.wants("declaration"):
        return None
    draft = Draft("program", words.say("title-declarations"))
    plain = plan.request.audience == "evacuee"
    for place, emergency in (
        (plan.request.current, gathered.emergency),
        (plan.request.home, gathered.home_emergency),
    ):
        if place is not None and emergency is not None:
            records = (_for_people(emergency) if plain else _all(emergency))[:DECLARATIONS_SHOWN]
            pieces = [record_evidence(record, knowledge) for record in records]
            draft.add(words.say(f"declaration-{emergency.answer}", area=place.label), *pieces)
            for record, piece in zip(records, pieces, strict=True):
                draft.add(_item(record, plain, words), piece)
    if plain and draft.lines and not plan.request.medicines:
        draft.add(words.say("declaration-next"))
    return draft if draft.lines else None


def _all(emergency: InForce) -> list[Activation | Declaration]:
    return [*emergency.activations, *emergency.declarations]


def _for_people(emergency: InForce) -> list[Activation | Declaration]:
    """The orders and declarations themselves; programs and fire grants only confuse somebody who fled."""
    orders: list[Activation | Declaration] = [
        activation for activation in emergency.activations if activation.kind in STATE_EMERGENCY_KINDS
    ]
    return orders + [declaration for declaration in emergency.declarations if declaration.for_people]


def _item(record: Activation | Declaration, plain: bool, words: Words) -> str:
    began, ended = (
        (record.declared_on, record.ended)
        if isinstance(record, Declaration)
        else (record.begins, record.ends)
    )
    if plain:
        return words.say("declaration-plain", title=record.title, began=words.day(began))
    return words.say(
        "declaration-item", title=record.title, id=record.id, began=words.day(began), ended=_day(ended, words)
    )


def _day(moment: date | datetime | None, words: Words) -> str:
    return words.day(moment) if moment else "none"
