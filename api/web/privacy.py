"""`/privacy`: what is kept, for how long, and what is never written down."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get
from litestar.params import FromQuery

from api.access.sessions import IDLE_SECONDS
from api.conversations import LIFETIME_SECONDS
from api.services import InjectedServices
from api.web.page import page
from api.web.texts import about_texts

SECONDS_PER_HOUR = 3600


@get("/privacy", operation_id="PrivacyPage", include_in_schema=False)
async def privacy_page(
    request: Request[Any, Any, Any], services: InjectedServices, lang: FromQuery[str | None] = None
) -> Response[str]:
    """The page; its hours are those that the program keeps. A chat model that is sent questions is named."""
    return page(
        "privacy.html",
        t=about_texts(lang, request.headers.get("accept-language", "")),
        sample=False,
        conversation_hours=LIFETIME_SECONDS // SECONDS_PER_HOUR,
        session_hours=IDLE_SECONDS // SECONDS_PER_HOUR,
        chat_model=services.settings.chat_model,
    )
