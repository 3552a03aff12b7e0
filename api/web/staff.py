"""Pages for people who are signed in: the same frame, their name, the token of their forms."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response
from litestar.concurrency import sync_to_thread

from api.access.page_roles import PAGE_OF, may_use
from api.access.sessions import SignedIn
from api.sample import sample_loaded
from api.services import Services
from api.web.page import page
from api.web.texts import texts


async def staff_page(
    request: Request[Any, Any, Any], services: Services, name: str, status: int = 200, **values: object
) -> Response[str]:
    """The page `name`, which extends staff.html, with `t`, `key`, `csrf` (the form token) and `sample`."""
    found = request.auth
    return page(
        name,
        status,
        t=texts("en"),
        key=request.user,
        csrf=found.session.form_token if isinstance(found, SignedIn) else "",
        pages=[(role, address) for role, address in PAGE_OF.items() if may_use(request.user, address)],
        here=request.url.path,
        sample=await sync_to_thread(sample_loaded, services.knowledge.engine),
        **values,
    )
