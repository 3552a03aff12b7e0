"""What one turn leaves for the next: slots, the question asked back, and which sites were shown."""

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
        intents=request.intents if request.intents != ("other",) else before.intents,
        asked=(*before.asked, asks) if asks and asks not in before.asked else before.asked,
        pending=asks,
        shown_sites=tuple(place.site_id for place in answer.places) or before.shown_sites,
        language=request.language,
    )


def _slot(place: Place | None) -> PlaceSlot | None:
    return PlaceSlot(place.zip, place.city, place.county_fips, place.state) if place else None
