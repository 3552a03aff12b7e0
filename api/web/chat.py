"""The evacuee's chat at `/`: works without JavaScript, streams with it, sets no cookie."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.concurrency import sync_to_thread
from litestar.params import FromQuery, URLEncodedBody

from api.access.limits import CHAT_BODY_BYTES
from api.answering import ChatRequest, GivenPlace, answer, read_question
from api.conversations import conversations_of
from api.events import event, event_stream
from api.routes.chat import wants_events
from api.sample import sample_loaded
from api.services import InjectedServices, Services
from api.streaming import streamed
from api.web.answer_view import answer_view, section_view
from api.web.page import fragment, page
from api.web.texts import LANGUAGES, Texts, page_language, texts
from api.wire import bad_field
from assistant.answer import Answer, Section
from assistant.pipeline import Event
from assistant.question import Location
from knowledge.errors import BadInput
from knowledge.places.gazetteer import Gazetteer

# Markers of a section that streams ahead of its sources point nowhere; the whole answer replaces it.
PENDING = "pending"
# About a mile: near enough for a pharmacy, too coarse for an address.
PLACE_DECIMALS = 2


class ChatForm(msgspec.Struct, frozen=True, kw_only=True):
    """The form's fields. `lang` is "" until the person chooses; `draft` is text typed and not sent.

    `latitude` and `longitude` are degrees, "" unless the person lets the page use the device's location.
    """

    message: str = ""
    conversation_id: str = ""
    lang: str = ""
    draft: str = ""
    latitude: str = ""
    longitude: str = ""


@get("/", operation_id="ChatPage", include_in_schema=False)
async def chat_page(
    request: Request[Any, Any, Any], services: InjectedServices, lang: FromQuery[str | None] = None
) -> Response[str]:
    """The empty chat."""
    chosen = lang if lang in LANGUAGES else ""
    words = texts(page_language(chosen, request.headers.get("accept-language", "")))
    return await _page(words, chosen, services)


@post(
    "/chat",
    operation_id="ChatForm",
    include_in_schema=False,
    status_code=200,
    request_max_body_size=CHAT_BODY_BYTES,
)
async def chat_form(
    data: URLEncodedBody[ChatForm],
    request: Request[Any, Any, Any],
    services: InjectedServices,
) -> Response[Any]:
    """One turn: the whole page with the answer, or its parts as events for the page's script."""
    chosen = data.lang if data.lang in LANGUAGES else ""
    words = texts(page_language(chosen, request.headers.get("accept-language", "")))
    try:
        asked = ChatRequest(message=data.message, language=chosen or None, location=_location(data))
        question = read_question(asked, request.user, services)
    except BadInput as error:
        if wants_events(request):
            raise
        return await _page(
            words, chosen, services, problem=_first(error), draft=data.message, status=400, form=data
        )
    conversations = conversations_of(request)
    if wants_events(request):
        shown = as_html(question.location, services.knowledge.places)
        return event_stream(streamed(question, data.conversation_id, services, conversations, shown))
    found = await answer(question, data.conversation_id, services, conversations)
    view = answer_view(found, question.location, services.knowledge.places)
    return await _page(
        view.texts, chosen, services, view=view, asked=question.message, form=data, draft=data.draft
    )


def as_html(location: Location | None, gazetteer: Gazetteer) -> Callable[[Event], Iterator[bytes]]:
    """Turns steps into the events of the page: each section as it comes, then the whole answer."""

    def events_of(step: Event) -> Iterator[bytes]:
        if isinstance(step.data, Section):
            part = section_view(step.data, PENDING)
            yield event("section", {"html": fragment("answer.html", "section", part, [], None)})
        elif isinstance(step.data, Answer):
            view = answer_view(step.data, location, gazetteer)
            html = fragment("answer.html", "answer", view, view.texts)
            sent = {"html": html, "conversation_id": view.conversation_id, "sample": view.sample}
            yield event("answer", sent)

    return events_of


def _location(data: ChatForm) -> GivenPlace | None:
    """The device's place, rounded here as it was there: nobody is found by it."""
    if not data.latitude or not data.longitude:
        return None
    try:
        latitude, longitude = float(data.latitude), float(data.longitude)
    except ValueError:
        raise bad_field("location", "Use degrees for latitude and longitude.") from None
    return GivenPlace(latitude=round(latitude, PLACE_DECIMALS), longitude=round(longitude, PLACE_DECIMALS))


def _first(error: BadInput) -> str:
    return error.errors[0].message if error.errors else error.message


async def _page(
    words: Texts,
    chosen: str,
    services: Services,
    *,
    view: Any = None,
    asked: str = "",
    problem: str = "",
    draft: str = "",
    status: int = 200,
    form: ChatForm | None = None,
) -> Response[str]:
    kept = view.conversation_id if view else (form.conversation_id if form else "")
    return page(
        "chat.html",
        status,
        t=words,
        chosen=chosen,
        sample=await sync_to_thread(sample_loaded, services.knowledge.engine),
        view=view,
        asked=asked,
        problem=problem,
        draft=draft,
        conversation_id=kept,
    )
