"""`/status`: how fresh the data are and what is active where; open to everyone."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

from litestar import Request, Response, get
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.params import FromQuery

from api.services import InjectedServices, Services
from api.web.age import age_of
from api.web.page import page
from api.web.status_view import PLOT_HEIGHT, PLOT_WIDTH, StatusView, status_view
from api.web.texts import about_texts

# The plots read every stock row, and anyone may open the page: the tables are looked at this often.
LOOKED_AT_EVERY = timedelta(seconds=60)
SEEN = "status_seen"
LOOKING = threading.Lock()


@get("/status", operation_id="StatusPage", include_in_schema=False)
async def status_page(
    request: Request[Any, Any, Any], services: InjectedServices, lang: FromQuery[str | None] = None
) -> Response[str]:
    """The page, as of the last minute."""
    words = about_texts(lang, request.headers.get("accept-language", ""))
    view = await sync_to_thread(_seen, request.app.state, services)
    now = datetime.now(UTC)
    return page(
        "status.html",
        t=words,
        view=view,
        sample=view.sample,
        width=PLOT_WIDTH,
        height=PLOT_HEIGHT,
        age=lambda moment: age_of(moment, now, words),
    )


def _seen(state: State, services: Services) -> StatusView:
    with LOOKING:
        seen: StatusView | None = state.get(SEEN)
        if seen is None or datetime.now(UTC) - seen.at > LOOKED_AT_EVERY:
            seen = status_view(services.knowledge)
            state[SEEN] = seen
    return seen
