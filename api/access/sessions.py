"""Signed-in pages: a session behind a cookie, and the token that every form of it carries.

The cookie holds a random number and nothing else; the store holds its digest, so that a copy of the store
signs nobody in. Whether the key behind a session still holds is read anew on every request.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.enums import RequestEncodingType
from litestar.handlers import BaseRouteHandler
from litestar.stores.base import Store

from api.access.keys import AccessKey
from api.access.roles import ROLES_OPTION
from api.errors import problem

if TYPE_CHECKING:
    from api.services import Services

SESSION_STORE = "session"
# One shift. Counted from the last request, so that a forgotten screen signs itself out overnight.
IDLE_SECONDS = 8 * 60 * 60
# A form of a signed-in page that was sent too late waits here until its person has signed in again.
DRAFT_CHARACTERS = 50_000
COOKIE = "tideover_session"
# Browsers take a cookie of this name only over HTTPS, from this very host.
SECURE_COOKIE = "__Host-tideover_session"
FORM_TOKEN = "csrf"  # noqa: S105  the name of a form's field
TOKEN_HEADER = "x-csrf-token"  # noqa: S105  the name of a header
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
FORGED = "This form does not belong to your session. Open the page again, then send the form once more."


class Session(msgspec.Struct, frozen=True):
    """Whose key it is, the token of its forms, and a form (URL-encoded) that waits to be shown again."""

    key_id: str
    form_token: str
    draft: str = ""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """`request.auth` of a request whose cookie belongs to a session."""

    token: str
    session: Session


class Sessions:
    """The sessions in their store, each until nobody used it for `IDLE_SECONDS`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def begin(self, key: AccessKey, draft: str = "") -> str:
        """A new session of this key; returns the cookie's value."""
        token = secrets.token_urlsafe(32)
        await self.keep(token, Session(key.id, secrets.token_urlsafe(32), draft[:DRAFT_CHARACTERS]))
        return token

    async def find(self, token: str) -> Session | None:
        """The session, used now; None where it has ended or never began."""
        held = await self._store.get(_digest(token), renew_for=IDLE_SECONDS)
        try:
            return msgspec.json.decode(held, type=Session) if held else None
        except msgspec.MsgspecError:
            return None  # kept by another release: better signed in again than misread

    async def keep(self, token: str, session: Session) -> None:
        """Replace what is held."""
        await self._store.set(_digest(token), msgspec.json.encode(session), expires_in=IDLE_SECONDS)

    async def end(self, token: str) -> None:
        """Sign out."""
        await self._store.delete(_digest(token))


def sessions(connection: ASGIConnection[Any, Any, Any, Any]) -> Sessions:
    """The application's sessions."""
    return Sessions(connection.app.stores.get(SESSION_STORE))


async def signed_in(connection: ASGIConnection[Any, Any, Any, Any]) -> tuple[AccessKey, SignedIn] | None:
    """The key and session behind the request's cookie; None without one, and when either has ended."""
    token = presented_session(connection)
    session = await sessions(connection).find(token) if token else None
    if token is None or session is None:
        return None
    services: Services = connection.app.state.services
    key = await asyncio.to_thread(services.keys.holding, session.key_id)
    if key is None:
        await sessions(connection).end(token)
        return None
    return key, SignedIn(token, session)


def presented_session(connection: ASGIConnection[Any, Any, Any, Any]) -> str | None:
    """The cookie's value as sent, or None."""
    return connection.cookies.get(_cookie_name(connection)) or None


def session_cookie(connection: ASGIConnection[Any, Any, Any, Any], token: str) -> Cookie:
    """The cookie that signs in; an empty token makes the one that signs out. It ends with the browser."""
    return Cookie(
        key=_cookie_name(connection),
        value=token,
        max_age=None if token else 0,
        path="/",
        secure=_over_https(connection),
        httponly=True,
        samesite="strict",
    )


async def check_forgery(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Every route's guard: what changes something through a session carries the session's own token.

    A route that is open to everyone answers without the token too, but then as to anyone.
    """
    found = connection.auth
    if not isinstance(found, SignedIn) or connection.scope.get("method") in SAFE_METHODS:
        return
    sent = await _sent_token(connection)
    if sent is None and ROLES_OPTION not in handler.opt:
        connection.scope["user"] = connection.scope["auth"] = None
    elif not hmac.compare_digest((sent or "").encode(), found.session.form_token.encode()):
        raise problem(403, FORGED)


async def sent_form(connection: ASGIConnection[Any, Any, Any, Any]) -> list[tuple[str, str]]:
    """The fields of an URL-encoded form, in order; empty for every other body."""
    if not isinstance(connection, Request) or connection.content_type[0] != RequestEncodingType.URL_ENCODED:
        return []
    return [(name, str(value)) for name, value in (await connection.form()).multi_items()]


async def _sent_token(connection: ASGIConnection[Any, Any, Any, Any]) -> str | None:
    in_header = connection.headers.get(TOKEN_HEADER)
    return in_header if in_header is not None else dict(await sent_form(connection)).get(FORM_TOKEN)


def _cookie_name(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    return SECURE_COOKIE if _over_https(connection) else COOKIE


def _over_https(connection: ASGIConnection[Any, Any, Any, Any]) -> bool:
    return connection.scope.get("scheme") == "https"


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
