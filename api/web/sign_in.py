"""`/sign-in` and `/sign-out`: an access key becomes a session of this browser, and ends it."""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect

from api.access.keys import AccessKey
from api.access.page_roles import PAGE_OF, home_of, may_use
from api.access.sessions import SignedIn, session_cookie, sessions
from api.errors import problem
from api.services import InjectedServices
from api.web.page import page
from api.web.texts import texts

# What a browser says of a form on another site: it might sign somebody in under a stranger's key.
FOREIGN = "cross-site"


class SignInForm(msgspec.Struct, frozen=True, kw_only=True):
    """`next` is the page to come back to, `draft` a form (URL-encoded) that was sent too late."""

    key: str = ""
    next: str = ""
    draft: str = ""
    ended: str = ""


@get("/sign-in", operation_id="SignInPage", include_in_schema=False)
async def sign_in_page(next: FromQuery[str] = "", ended: FromQuery[str] = "") -> Response[str]:
    """The form; it sets no cookie."""
    return sign_in_form(next, ended=bool(ended))


@post("/sign-in", operation_id="SignIn", include_in_schema=False, status_code=200)
async def sign_in(
    data: URLEncodedBody[SignInForm], request: Request[Any, Any, Any], services: InjectedServices
) -> Response[Any]:
    """A session for the key, and back to the page that asked for it."""
    if request.headers.get("sec-fetch-site") == FOREIGN:
        raise problem(403, texts("en")("sign-in-foreign"))
    text = data.key.strip()
    if not text:
        return _again(data, "sign-in-empty", 400)
    key = await asyncio.to_thread(services.keys.verify, text)
    if key is None:
        return _again(data, "sign-in-refused", 401)
    page_of_key = _page_for(key, data.next)
    if page_of_key is None:
        return _again(data, "sign-in-no-page", 403)
    if isinstance(request.auth, SignedIn):
        await sessions(request).end(request.auth.token)
    kept = data.draft if page_of_key == data.next else ""
    token = await sessions(request).begin(key, kept)
    return Redirect(page_of_key, status_code=303, cookies=[session_cookie(request, token)])


@post("/sign-out", operation_id="SignOut", include_in_schema=False, status_code=200)
async def sign_out(request: Request[Any, Any, Any]) -> Response[Any]:
    """Ends the session. Without its token nothing is ended: another site could have sent the form."""
    if not isinstance(request.auth, SignedIn):
        return Redirect("/sign-in", status_code=303)
    await sessions(request).end(request.auth.token)
    # The browser drops what the pages kept in this tab, also where no script runs.
    headers = {"Clear-Site-Data": '"storage"'}
    return Redirect("/sign-in", status_code=303, cookies=[session_cookie(request, "")], headers=headers)


def sign_in_form(
    page_after: str, *, ended: bool = False, draft: str = "", problem: str = "", status: int = 200
) -> Response[str]:
    """The sign-in page; an unknown `page_after` is dropped, so that no link leads elsewhere."""
    return page(
        "sign_in.html",
        status,
        t=texts("en"),
        sample=False,
        next=page_after if page_after in PAGE_OF.values() else "",
        ended=ended,
        draft=draft,
        problem=problem,
    )


def _page_for(key: AccessKey, wanted: str) -> str | None:
    return wanted if may_use(key, wanted) else home_of(key)


def _again(data: SignInForm, reason: str, status: int) -> Response[str]:
    words = texts("en")(reason)
    return sign_in_form(data.next, ended=bool(data.ended), draft=data.draft, problem=words, status=status)
