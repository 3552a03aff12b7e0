"""Is an emergency in force, and which: the answer to a question about declarations."""

from __future__ import annotations

from datetime import date, datetime

from assistant.gathering import Gathered
from assistant.planning import Plan
from assistant.writing.draft import Draft
from assistant.writing.records import record_evidence
from assistant.writing.words import Words
from knowledge.emergencies.records import Activation, Declaration, InForce
from knowledge.opening import Knowledge
from knowledge.places.place import Place

DECLARATIONS_SHOWN = 4


def declarations_section(plan: Plan, gathered: Gathered, knowledge: Knowledge, words: Words) -> Draft | None:
    """For the place asked about and, where it is another, for the home; only when it was asked."""
    if not plan.request.wants("declaration"):
        return None
    draft = Draft("program", words.say("title-declarations"))
    for place, emergency in (
        (plan.request.current, gathered.emergency),
        (plan.request.home, gathered.home_emergency),
    ):
        if place is not None and emergency is not None:
            _answer(draft, place, emergency, knowledge, words)
    return draft if draft.lines else None


def _answer(draft: Draft, place: Place, emergency: InForce, knowledge: Knowledge, words: Words) -> None:
    records: list[Activation | Declaration] = [*emergency.activations, *emergency.declarations]
    pieces = [record_evidence(record, knowledge) for record in records[:DECLARATIONS_SHOWN]]
    draft.add(words.say(f"declaration-{emergency.answer}", area=place.label), *pieces)
    for record, piece in zip(records, pieces, strict=False):
        draft.add(_item(record, words), piece)


def _item(record: Activation | Declaration, words: Words) -> str:
    began, ended = (
        (record.declared_on, record.ended)
        if isinstance(record, Declaration)
        else (record.begins, record.ends)
    )
    return words.say(
        "declaration-item", title=record.title, id=record.id, began=words.day(began), ended=_day(ended, words)
    )


def _day(moment: date | datetime | None, words: Words) -> str:
    return words.day(moment) if moment else "none"
