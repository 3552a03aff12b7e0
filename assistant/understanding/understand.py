"""One message and the conversation's slots become a Request."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.conversation.conversation import Conversation, MedicineSlot, PlaceSlot
from assistant.question import Location, Question
from assistant.understanding.coverage import find_coverage
from assistant.understanding.folding import fold
from assistant.understanding.intents import cue_intents, find_intents
from assistant.understanding.language import KNOWN, detect_language
from assistant.understanding.patterns import patterns
from assistant.understanding.reference import (
    days_ahead,
    is_fragment,
    limit_of,
    site_number,
    small_talk,
    starts_over,
)
from assistant.understanding.request import AskedMedicine, Request
from assistant.understanding.roles import Placed, assign_roles
from assistant.understanding.situation import read_situation
from knowledge.medicines.medicine import MedicineMention
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.opening import Knowledge
from knowledge.places.gazetteer import Gazetteer
from knowledge.places.place import Place, PlaceMention

# A five-digit number that stands alone is read as a ZIP; '10000 units' is not.
_ZIP = re.compile(r"\b(\d{5})(?:-\d{4})?\b(?!\s*(?:units?|mg|mcg|ml|iu|unidades|dollars|people|\$))")

# 'Humalog, not Humulin': the second is what the person does not take.
_RULED_OUT = re.compile(
    r"(?:\bnot|\bisn't|\brather than|\binstead of|,\s*no|\bno es)(?: looking for| asking for| after)?"
    r"\s+(?:the |my |el |la )?$"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What the recognisers found in the words, before the conversation is taken into account."""

    folded: str
    medicines: tuple[MedicineMention, ...]
    places: tuple[PlaceMention, ...]
    placed: Placed


def understand(
    question: Question, conversation: Conversation, known: Knowledge
) -> tuple[Request, Conversation]:
    """The Request, and the conversation it continues (an empty one after 'start over')."""
    folded = fold(question.message)
    if starts_over(folded):
        conversation = Conversation(language=conversation.language)
    medicines = tuple(known.medicines.find(question.message))
    near = _place(conversation.home, known.places)
    places = _outside(known.places.find(question.message, near=near), medicines)
    certain = [place for place in places if place.certainty != "ask"]
    placed = assign_roles(folded, certain, at_a_pharmacy=question.audience == "pharmacist")
    return _request(question, conversation, _Found(folded, medicines, places, placed), known), conversation


def _request(question: Question, conversation: Conversation, found: _Found, known: Knowledge) -> Request:
    folded = found.folded
    situation = read_situation(folded)
    intents, carried = _intents(found, conversation)
    current, home = _both_places(question, conversation, found, known.places)
    coverage = find_coverage(folded)
    return Request(
        message=question.message.strip(),
        folded=folded,
        at=question.at,
        audience=question.audience,
        language=_language(question, conversation),
        intents=intents,
        medicines=_medicines(found, conversation, known.medicines),
        unclear_medicine=next((m for m in found.medicines if m.certainty == "ask"), None),
        current=current,
        home=home,
        unclear_place=_unclear_place(found),
        unknown_zip=_unknown_zip(folded, known.places),
        coverage=conversation.coverage if coverage == "unknown" else coverage,
        days_left=conversation.days_left if situation.days_left is None else situation.days_left,
        proof=conversation.proof if situation.proof == "unknown" else situation.proof,
        whose=situation.whose,
        site_number=site_number(folded, len(conversation.shown_sites)),
        site_kinds=tuple(kind for kind, words in patterns("site_kinds").items() if words.search(folded)),
        days_ahead=days_ahead(folded),
        carried=carried,
        small_talk=small_talk(folded),
        limit=limit_of(folded),
    )


def _language(question: Question, conversation: Conversation) -> str:
    """The chosen language ('es-MX' is Spanish), else the message's."""
    chosen = (question.language or "").replace("_", "-").split("-")[0].lower()
    return chosen if chosen in KNOWN else detect_language(question.message, conversation.language)


def _intents(found: _Found, conversation: Conversation) -> tuple[tuple[str, ...], bool]:
    """The message's intents, or the last turn's where the message only fills a slot or leans on it."""
    spans = [(m.start, m.end, "MEDICINE") for m in found.medicines]
    spans += [(p.start, p.end, "PLACE") for p in found.places]
    intents = _with_what_follows(find_intents(found.folded, spans), found)
    cued = cue_intents(found.folded)
    if limit_of(found.folded) == "out_of_scope" and not cued:
        return ("other",), False
    fills_a_slot = bool(spans) or find_coverage(found.folded) != "unknown" or conversation.pending is not None
    if conversation.intents and fills_a_slot and is_fragment(found.folded) and not set(cued) - {"pay"}:
        return conversation.intents + tuple(
            intent for intent in cued if intent not in conversation.intents
        ), True
    if intents:
        return intents, False
    if found.medicines:
        return ("find_medicine",), False
    if any(name.search(found.folded) for name in patterns("programs").values()):
        return ("program_help",), False
    return ("site_status",) if found.places else ("other",), False


def _with_what_follows(intents: tuple[str, ...], found: _Found) -> tuple[str, ...]:
    """What the words imply: the need behind a loss at a known place, the schedule behind a refill."""
    out = read_situation(found.folded).days_left is not None
    elsewhere = {"find_medicine", "donate", "receive_donations", "medical_advice"} & set(intents)
    if out and found.medicines and found.placed.current and not elsewhere:
        intents = (*intents, "find_medicine")
    if {"refill_rule", "prescription_transfer"} & set(intents) and "controlled" not in intents:
        scheduled = any(mention.medicine.schedule for mention in found.medicines)
        intents = (*intents, "controlled") if scheduled else intents
    return intents


def _medicines(
    found: _Found, conversation: Conversation, vocabulary: Vocabulary
) -> tuple[AskedMedicine, ...]:
    """Those of the message; joined to, or replaced by, those the conversation already holds."""
    certain = _asked_for([m for m in found.medicines if m.certainty != "ask"], found.folded, vocabulary)
    if patterns("reference")["all_of_them"].search(found.folded) and not certain:
        return _carried(conversation.named, vocabulary)
    if certain and conversation.medicines and patterns("reference")["also"].search(found.folded):
        held = _carried(conversation.medicines, vocabulary)
        return (*held, *(a for a in certain if a.medicine not in [h.medicine for h in held]))
    if certain or found.medicines:
        return certain
    return _carried(conversation.medicines, vocabulary)


def _asked_for(
    mentions: Sequence[MedicineMention], folded: str, vocabulary: Vocabulary
) -> tuple[AskedMedicine, ...]:
    """Each once; nothing ruled out ('not Humulin'), no class beside one of its own members."""
    wanted = [m for m in mentions if not _RULED_OUT.search(folded[: m.start])] or list(mentions)
    products = {m.medicine for m in wanted if not m.medicine.class_mention}
    named = {
        m.medicine.name: AskedMedicine(m.medicine, m.matched, m.strength)
        for m in wanted
        if not (m.medicine.class_mention and products & set(vocabulary.members(m.medicine)))
    }
    return tuple(named.values())


def _carried(slots: Sequence[MedicineSlot], vocabulary: Vocabulary) -> tuple[AskedMedicine, ...]:
    held = ((vocabulary.by_name(slot.name), slot.matched) for slot in slots)
    return tuple(AskedMedicine(medicine, matched) for medicine, matched in held if medicine)


def _both_places(
    question: Question, conversation: Conversation, found: _Found, gazetteer: Gazetteer
) -> tuple[Place | None, Place | None]:
    """Where the person is and where home is. Typed words win over the device: a daughter asks from Ohio."""
    typed, typed_home = found.placed.current, found.placed.home
    home = typed_home.place if typed_home else _place(conversation.home, gazetteer)
    current = _located(question.location, gazetteer) or _place(conversation.current, gazetteer)
    if typed and conversation.pending == "home_place" and not typed_home and is_fragment(found.folded):
        return current, typed.place
    return (typed.place if typed else current), home


def _located(location: Location | None, gazetteer: Gazetteer) -> Place | None:
    if location is None:
        return None
    if location.zip:
        return gazetteer.by_zip(location.zip)
    if location.latitude is None or location.longitude is None:
        return None
    return gazetteer.nearest(location.latitude, location.longitude)


def _unclear_place(found: _Found) -> PlaceMention | None:
    if found.placed.current:
        return None
    return next((place for place in found.places if place.certainty == "ask"), None)


def _place(slot: PlaceSlot | None, gazetteer: Gazetteer) -> Place | None:
    if slot is None:
        return None
    return (
        (gazetteer.by_zip(slot.zip) if slot.zip else None)
        or (gazetteer.by_city(slot.city, slot.state) if slot.city else None)
        or (gazetteer.by_county_fips(slot.county_fips) if slot.county_fips else None)
        or gazetteer.state(slot.state)
    )


def _outside(
    places: Sequence[PlaceMention], medicines: Sequence[MedicineMention]
) -> tuple[PlaceMention, ...]:
    """Places that are not a part of a medicine's name."""
    return tuple(p for p in places if not any(p.start < m.end and m.start < p.end for m in medicines))


def _unknown_zip(folded: str, gazetteer: Gazetteer) -> str:
    typed = (match[1] for match in _ZIP.finditer(folded))
    return next((zip_code for zip_code in typed if gazetteer.by_zip(zip_code) is None), "")
