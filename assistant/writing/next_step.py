"""The first thing to do, in one or two lines."""

from __future__ import annotations

from itertools import groupby

from assistant.gathering import Gathered
from assistant.planning import Plan
from assistant.understanding.request import AskedMedicine
from assistant.writing.draft import Draft
from assistant.writing.naming import called
from assistant.writing.places import hotline_211, medicine_names, none_near
from assistant.writing.words import Words
from knowledge.availability.citing import place_evidence
from knowledge.availability.records import PlaceResult
from knowledge.opening import Knowledge

# Nobody is sent farther than this to a place that reports nothing.
FAR_MILES = 50.0
_RANK = {"critical": 0, "high": 1, "moderate": 2, "low": 3}


def next_step_section(plan: Plan, gathered: Gathered, knowledge: Knowledge, words: Words) -> Draft | None:
    """How urgent the medicine is, and whom to call or where to go first."""
    if plan.request.audience == "pharmacist":
        return None
    draft = Draft("next_step", words.say("title-next_step"))
    if plan.urgency != "routine":
        _urgency(draft, plan, words)
    if gathered.places:
        _first_place(draft, plan, gathered.places.places, knowledge, words)
    return draft if draft.lines else None


def _urgency(draft: Draft, plan: Plan, words: Words) -> None:
    request = plan.request
    ranked = sorted(request.medicines, key=lambda a: _RANK[a.medicine.interruption_risk])
    for key, alike in groupby(ranked, key=lambda asked: _key(asked, request.whose)):
        group = [a for a in alike if a.medicine.interruption_risk in ("critical", "high")]
        if not group:
            return
        # Whoever lost lithium and Lamictal needs both, the one that cannot wait first.
        evidence = (asked.medicine.evidence() for asked in group)
        draft.add(words.say(key, medicine=", ".join(called(asked) for asked in group)), *evidence)
        for asked in group:
            if asked.medicine.note and words.language == "en":
                draft.add(asked.medicine.note, asked.medicine.evidence())


def _key(asked: AskedMedicine, whose: str) -> str:
    if asked.medicine.class_mention:
        return f"next-{asked.medicine.interruption_risk}-class"
    return f"next-{asked.medicine.interruption_risk}" + ("-other" if whose == "other" else "")


def _is_a_guess_far_away(place: PlaceResult) -> bool:
    return not _reports(place) and (place.distance_miles or 0.0) > FAR_MILES


def _reports(place: PlaceResult) -> bool:
    return any(line.status in ("in_stock", "low") for line in place.stock)


def to_call(places: tuple[PlaceResult, ...]) -> PlaceResult:
    """The first of the list; while that is closed, the nearest as good that is open: at night nobody picks up
    the phone of a pharmacy that opens in the morning."""
    first = places[0]
    if first.open_now is not False:
        return first
    return next((place for place in places if place.open_now and place.tier == first.tier), first)


def _first_place(
    draft: Draft, plan: Plan, places: tuple[PlaceResult, ...], knowledge: Knowledge, words: Words
) -> None:
    if not places:
        return
    first = to_call(places)
    if first.kind == "mail_order" or _is_a_guess_far_away(first):
        # What comes by mail comes too late to be the first step; a long drive to nothing known is none.
        draft.add(none_near(plan, words), hotline_211(knowledge))
        return
    evidence = place_evidence(first)
    if plan.request.audience == "agent" and first.stock and first.distance_miles is not None:
        draft.title = words.say("title-read-aloud")
        draft.add(
            words.say(
                "next-read-aloud-place",
                medicine=medicine_names(plan),
                name=first.name,
                distance=words.miles(first.distance_miles),
                age=words.age(first.stock[0].age_hours),
            ),
            evidence,
        )
    elif first.phone:
        key = "next-call-place" if _reports(first) else "next-ask-place"
        draft.add(words.say(key, name=first.name, phone=words.phone(first.phone)), evidence)
    else:
        draft.add(words.say("next-go-place", name=first.name), evidence)
