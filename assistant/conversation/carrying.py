"""What one turn leaves for the next: slots, the question asked back, what was shown and quoted."""

from __future__ import annotations

from assistant.answer import Answer
from assistant.conversation.conversation import Conversation, MedicineSlot, PlaceSlot
from assistant.understanding.request import Request
from knowledge.places.place import Place


def carry(before: Conversation, request: Request, answer: Answer) -> Conversation:
    """The conversation after this answer."""
    asks = answer.follow_up.asks if answer.follow_up else None
    medicines = tuple(MedicineSlot(asked.medicine.name, asked.matched) for asked in request.medicines)
    return Conversation(
        medicines=medicines,
        named=tuple({slot.name: slot for slot in (*before.named, *medicines)}.values()),
        current=_slot(request.current),
        home=_slot(request.home),
        coverage=request.coverage,
        proof=request.proof,
        days_left=request.days_left,
        whose=request.whose,
        opioid_program=request.opioid_program,
        intents=_intents(before, request),
        asked=(*before.asked, asks) if asks and asks not in before.asked else before.asked,
        pending=asks,
        shown_sites=_shown(before, request, answer),
        site_asked=request.site_number,
        quoted=_quoted(before, request, answer),
        language=request.language,
    )


def _shown(before: Conversation, request: Request, answer: Answer) -> tuple[str, ...]:
    """The list that 'the third' counts in: a look at one of its sites leaves it as it is."""
    if request.site_number is not None:
        return before.shown_sites
    return tuple(place.site_id for place in answer.places) or before.shown_sites


def _quoted(before: Conversation, request: Request, answer: Answer) -> str:
    """What 'it' and 'the program' mean next: the passage quoted first in an answer from prose.

    Beside places, prose stands last and is not what the person talks about.
    """
    if _is_aside(request):
        return before.quoted
    prose = next((section for section in answer.sections if section.kind == "program"), None)
    if prose is None or not prose.citations or request.wants("find_medicine"):
        return ""
    first = answer.citations[prose.citations[0] - 1]
    return first.id if first.kind == "document" else ""


def _intents(before: Conversation, request: Request) -> tuple[str, ...]:
    """What the person came for: a word of thanks or a look at one shown site does not replace it."""
    aside = _is_aside(request) or request.intents == ("other",)
    return before.intents if aside and before.intents else request.intents


def _is_aside(request: Request) -> bool:
    return bool(request.small_talk) or request.site_number is not None


def _slot(place: Place | None) -> PlaceSlot | None:
    return PlaceSlot(place.zip, place.city, place.county_fips, place.state) if place else None
