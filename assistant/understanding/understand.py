"""One message and the conversation's slots become a Request."""

from __future__ import annotations

import re

from assistant.conversation.conversation import Conversation, PlaceSlot
from assistant.question import Location, Question
from assistant.understanding.coverage import find_coverage
from assistant.understanding.folding import fold
from assistant.understanding.intents import cue_intents, find_intents
from assistant.understanding.language import KNOWN, detect_language
from assistant.understanding.reference import days_ahead, is_fragment, site_number, starts_over
from assistant.understanding.request import AskedMedicine, Request
from assistant.understanding.roles import assign_roles
from assistant.understanding.situation import read_situation
from knowledge.medicines.medicine import MedicineMention
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.places.gazetteer import Gazetteer
from knowledge.places.place import Place, PlaceMention

# A five-digit number that stands alone is read as a ZIP; '10000 units' is not.
_ZIP = re.compile(r"\b(\d{5})(?:-\d{4})?\b(?!\s*(?:units?|mg|mcg|ml|iu|unidades|dollars|people|\$))")


def understand(
    question: Question, conversation: Conversation, vocabulary: Vocabulary, gazetteer: Gazetteer
) -> tuple[Request, Conversation]:
    """The Request, and the conversation it continues (an empty one after 'start over')."""
    message = question.message.strip()
    folded = fold(message)
    if starts_over(folded):
        conversation = Conversation(language=conversation.language)
    medicines = vocabulary.find(message)
    places = _outside(gazetteer.find(message, near=_place(conversation.home, gazetteer)), medicines)
    request = _request(question, folded, conversation, medicines, places, vocabulary, gazetteer)
    return request, conversation


def _request(
    question: Question,
    folded: str,
    conversation: Conversation,
    medicines: list[MedicineMention],
    places: list[PlaceMention],
    vocabulary: Vocabulary,
    gazetteer: Gazetteer,
) -> Request:
    placed = assign_roles(folded, [p for p in places if p.certainty != "ask"])
    situation = read_situation(folded)
    intents, carried = _intents(folded, conversation, medicines, places)
    current = _current(placed.current, question.location, conversation, gazetteer)
    home = placed.home.place if placed.home else _place(conversation.home, gazetteer)
    if conversation.pending == "home_place" and placed.current and not placed.home and is_fragment(folded):
        current, home = _place(conversation.current, gazetteer), placed.current.place
    coverage = find_coverage(folded)
    days = situation.days_left
    return Request(
        message=question.message.strip(),
        folded=folded,
        at=question.at,
        audience=question.audience,
        language=_language(question, conversation),
        intents=intents,
        medicines=_medicines(medicines, conversation, vocabulary),
        unclear_medicine=next((m for m in medicines if m.certainty == "ask"), None),
        current=current,
        home=home,
        unclear_place=None if placed.current else next((p for p in places if p.certainty == "ask"), None),
        unknown_zip=_unknown_zip(folded, gazetteer),
        coverage=conversation.coverage if coverage == "unknown" else coverage,
        days_left=conversation.days_left if days is None else days,
        proof=conversation.proof if situation.proof == "unknown" else situation.proof,
        whose=situation.whose,
        site_number=site_number(folded, len(conversation.shown_sites)),
        days_ahead=days_ahead(folded),
        carried=carried,
    )


def _language(question: Question, conversation: Conversation) -> str:
    """The chosen language ('es-MX' is Spanish), else the message's."""
    chosen = (question.language or "").replace("_", "-").split("-")[0].lower()
    return chosen if chosen in KNOWN else detect_language(question.message, conversation.language)


def _intents(
    folded: str, conversation: Conversation, medicines: list[MedicineMention], places: list[PlaceMention]
) -> tuple[tuple[str, ...], bool]:
    """The message's intents, or the last turn's where the message only fills a slot or leans on it."""
    spans = [(m.start, m.end, "MEDICINE") for m in medicines] + [(p.start, p.end, "PLACE") for p in places]
    found = find_intents(folded, spans)
    fills_a_slot = bool(medicines or places) or find_coverage(folded) != "unknown" or conversation.pending
    leans = is_fragment(folded) and fills_a_slot and not set(cue_intents(folded)) - {"pay"}
    if conversation.intents and leans:
        added = tuple(intent for intent in cue_intents(folded) if intent not in conversation.intents)
        return conversation.intents + added, True
    if not found and medicines:
        return ("find_medicine",), False
    if not found and places and not conversation.intents:
        return ("site_status",), False
    return found or ("other",), False


def _medicines(
    mentions: list[MedicineMention], conversation: Conversation, vocabulary: Vocabulary
) -> tuple[AskedMedicine, ...]:
    """Those of the message, each once; else those the conversation already holds."""
    certain = {
        m.medicine.name: AskedMedicine(m.medicine, m.matched, m.strength)
        for m in mentions
        if m.certainty != "ask"
    }
    if certain or mentions:
        return tuple(certain.values())
    carried = ((vocabulary.by_name(slot.name), slot.matched) for slot in conversation.medicines)
    return tuple(AskedMedicine(medicine, matched) for medicine, matched in carried if medicine)


def _current(
    mention: PlaceMention | None, location: Location | None, conversation: Conversation, gazetteer: Gazetteer
) -> Place | None:
    """Typed words win over the device: a daughter asks from Ohio for her father in Tampa."""
    if mention:
        return mention.place
    if location and location.zip:
        return gazetteer.by_zip(location.zip)
    if location and location.latitude is not None and location.longitude is not None:
        return gazetteer.nearest(location.latitude, location.longitude)
    return _place(conversation.current, gazetteer)


def _place(slot: PlaceSlot | None, gazetteer: Gazetteer) -> Place | None:
    if slot is None:
        return None
    return (
        (gazetteer.by_zip(slot.zip) if slot.zip else None)
        or (gazetteer.by_city(slot.city, slot.state) if slot.city else None)
        or (gazetteer.by_county_fips(slot.county_fips) if slot.county_fips else None)
        or gazetteer.state(slot.state)
    )


def _outside(places: list[PlaceMention], medicines: list[MedicineMention]) -> list[PlaceMention]:
    """Places that are not a part of a medicine's name."""
    return [p for p in places if not any(p.start < m.end and m.start < p.end for m in medicines)]


def _unknown_zip(folded: str, gazetteer: Gazetteer) -> str:
    typed = (match[1] for match in _ZIP.finditer(folded))
    return next((zip_code for zip_code in typed if gazetteer.by_zip(zip_code) is None), "")
