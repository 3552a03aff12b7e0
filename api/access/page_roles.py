"""Pages for people with a role: who is not signed in is asked to, and finds what was typed again."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode

from litestar import Request, Response
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.response import Redirect

from api.access.keys import AccessKey, Role
from api.access.roles import ROLES_OPTION, require
from api.access.sessions import (
    FORM_TOKEN,
    SAFE_METHODS,
    SignedIn,
    presented_session,
    sent_form,
    sessions,
)
from api.errors import DETAIL_OF, PageOrProblem

PAGE_OPTION = "page_of_role"
# Where people of a role work. Partners' programs have no page.
PAGE_OF: dict[Role, str] = {"agent": "/agent", "pharmacist": "/pharmacist"}


def require_page_role(role: Role) -> dict[str, object]:
    """The `opt` of a page, or of a form on it, that only this role (and admin) may use:
    `@get("/agent", opt=require_page_role("agent"), include_in_schema=False)`.

    A browser without a session is sent to sign in and comes back; a form sent too late is kept and can be
    had with `take_draft`. A program gets 401 or 403 as problem+json. Forms carry `csrf` (`staff_page`).
    """
    return {ROLES_OPTION: frozenset({role, "admin"}), PAGE_OPTION: role}


def may_use(key: AccessKey, page: str) -> bool:
    """Whether this key opens that page."""
    return page in PAGE_OF.values() and key.role in ("admin", _role_of(page))


def home_of(key: AccessKey) -> str | None:
    """The page where a key's people work; None for a key that is meant for programs."""
    return PAGE_OF["agent"] if key.role == "admin" else PAGE_OF.get(key.role)


async def check_page_role(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """The guard of every page: asks a browser to sign in, else refuses like any other route."""
    role = handler.opt.get(PAGE_OPTION)
    if role is None:
        return
    if connection.user is None:
        in_time = connection.scope.get("method") in SAFE_METHODS
        fields = [] if in_time else await sent_form(connection)
        draft = urlencode([(name, value) for name, value in fields if name != FORM_TOKEN])
        raise SignInNeeded(PAGE_OF[role], ended=presented_session(connection) is not None, draft=draft)
    require(connection.user, handler.opt[ROLES_OPTION])


async def take_draft(request: Request[Any, Any, Any]) -> dict[str, str]:
    """The fields of a form that was sent after its session had ended; they are given back once.
    Of fields with the same name the last one is kept."""
    found = request.auth
    if not isinstance(found, SignedIn) or not found.session.draft:
        return {}
    kept = found.session
    await sessions(request).keep(found.token, type(kept)(kept.key_id, kept.form_token))
    return dict(parse_qsl(kept.draft, keep_blank_values=True))


class SignInNeeded(PageOrProblem):
    """401 for programs; for a browser, the way to the sign-in page. `ended`: there was a session."""

    def __init__(self, page: str, *, ended: bool, draft: str) -> None:
        super().__init__(
            type_="about:blank",
            title="Unauthorized",
            status_code=401,
            detail=DETAIL_OF[401],
            headers={"www-authenticate": "Bearer"},
            extra={"errors": []},
        )
        self.page, self.ended, self.draft = page, ended, draft

    def to_response(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """A page that was opened leads to the sign-in page; a form that was sent becomes it, draft kept."""
        if "text/html" not in request.headers.get("accept", ""):
            return super().to_response(request)
        if request.method in SAFE_METHODS:
            ended = {"ended": 1} if self.ended else {}
            return Redirect("/sign-in?" + urlencode({"next": self.page, **ended}), status_code=303)
        from api.web.sign_in import sign_in_form  # noqa: PLC0415  pages import this module

        return sign_in_form(self.page, ended=self.ended, draft=self.draft, status=401)


def _role_of(page: str) -> Role:
    return next(role for role, address in PAGE_OF.items() if address == page)
