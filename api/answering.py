"""From a request's fields to an answer: the one way that the API and the pages share."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import msgspec

from api.access.keys import AccessKey
from api.access.roles import may_set_clock, require
from api.conversations import Conversations
from api.services import Services
from api.wire import bad_field, read_language, read_message, read_time
from assistant.answer import Answer
from assistant.conversation.conversation import Conversation
from assistant.question import Audience, Location, Question
from knowledge.places.gazetteer import Gazetteer


class GivenPlace(msgspec.Struct, frozen=True):
    """Where the person is: `zip`, or `latitude` and `longitude` in degrees."""

    zip: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class ChatRequest(msgspec.Struct, frozen=True, kw_only=True):
    """The body of `POST /v1/chat`. `message` has 1 to 4000 characters, `language` is a BCP-47 tag, `as_of`
    an ISO 8601 time with offset."""

    message: str
    conversation_id: str | None = None
    audience: Audience = "evacuee"
    language: str | None = None
    location: GivenPlace | None = None
    as_of: str | None = None


def read_question(request: ChatRequest, key: AccessKey | None, services: Services) -> Question:
    """The checked question. Raises BadInput for fields that break a rule, 401 or 403 for the key."""
    if request.audience != "evacuee":
        require(key, frozenset({request.audience}))
    at = read_clock(request.as_of, key, services)
    return Question(
        message=read_message(request.message),
        at=at,
        audience=request.audience,
        language=read_language(request.language),
        location=read_location(request.location, services.knowledge.places),
    )


def read_clock(as_of: str | None, key: AccessKey | None, services: Services) -> datetime:
    """The moment to answer for, in UTC: now, or `as_of` for those who may set the clock."""
    at = read_time(as_of)
    if at is None:
        return datetime.now(UTC)
    may_set_clock(key, services.settings.drill_mode)
    return at


def read_location(place: GivenPlace | None, gazetteer: Gazetteer) -> Location | None:
    """A known ZIP code or a point on the globe."""
    if place is None:
        return None
    if place.zip is not None:
        return Location(zip=read_zip(place.zip, gazetteer, "location.zip"))
    if place.latitude is None or place.longitude is None:
        raise bad_field("location", "Give either zip, or both latitude and longitude.")
    if not (-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180):
        raise bad_field("location", "Use a latitude from -90 to 90 and a longitude from -180 to 180.")
    return Location(latitude=place.latitude, longitude=place.longitude)


def read_zip(text: str, gazetteer: Gazetteer, field: str) -> str:
    """Five digits of a ZIP code that exists; ZIP+4 is cut to them."""
    digits = text.strip().partition("-")[0]
    if len(digits) != 5 or not digits.isascii() or not digits.isdigit():
        raise bad_field(field, "Use a ZIP code of five digits.")
    if gazetteer.by_zip(digits) is None:
        raise bad_field(field, "This ZIP code is not known. Check it, or give a ZIP code nearby.")
    return digits


async def answer(
    question: Question, conversation_id: str | None, services: Services, conversations: Conversations
) -> Answer:
    """One answer; the conversation's slots are kept and the ledger notes the evidence."""
    issued, conversation = await conversations.find(conversation_id)

    def in_thread() -> tuple[Answer, Conversation, bool]:
        found, after = services.assistant.answer(question, conversation)
        return found, after, conversations.keep_in_thread(issued, after)

    loop = asyncio.get_running_loop()
    found, after, kept = await loop.run_in_executor(services.threads, in_thread)
    if not kept:
        await conversations.keep(issued, after)
    found = msgspec.structs.replace(found, conversation_id=issued)
    services.aftermath.take(found)
    return found
