"""Every request's key is read here, in one place; a bad one is refused on open routes too."""

from __future__ import annotations

import asyncio
from typing import Any

import structlog
from litestar.connection import ASGIConnection
from litestar.middleware.authentication import AbstractAuthenticationMiddleware, AuthenticationResult
from sqlalchemy.exc import SQLAlchemyError

from api.access.keys import AccessKey, KeyRing
from api.errors import problem

BAD_KEY = (
    "This access key is unknown, revoked or expired. Leave it out to use what is open to everyone, "
    "or ask for a new one."
)
# Tasks beside the requests; the event loop itself keeps only weak references.
_noting: set[asyncio.Task[None]] = set()


class KeyAuthentication(AbstractAuthenticationMiddleware):
    """Sets `request.user` to the verified AccessKey, or to None where no key was sent."""

    async def authenticate_request(
        self, connection: ASGIConnection[Any, Any, Any, Any]
    ) -> AuthenticationResult:
        text = presented_key(connection)
        if text is None:
            return AuthenticationResult(user=None, auth=None)
        ring: KeyRing = connection.app.state.services.keys
        key = await asyncio.to_thread(ring.verify, text)
        if key is None:
            raise problem(401, BAD_KEY, headers={"www-authenticate": "Bearer"})
        if ring.use_is_due(key):
            task = asyncio.create_task(_note_use(ring, key))
            _noting.add(task)
            task.add_done_callback(_noting.discard)
        return AuthenticationResult(user=key, auth=None)


def presented_key(connection: ASGIConnection[Any, Any, Any, Any]) -> str | None:
    """The key's text as sent; "" (which no key matches) for an Authorization header of another scheme."""
    header = connection.headers.get("authorization")
    if header is None:
        return connection.headers.get("x-api-key")
    scheme, _, text = header.partition(" ")
    return text.strip() if scheme.lower() == "bearer" else ""


async def _note_use(ring: KeyRing, key: AccessKey) -> None:
    try:
        await asyncio.to_thread(ring.note_use, key)
    except SQLAlchemyError as error:
        structlog.get_logger("tideover.access").warning("last_use_not_noted", kind=type(error).__name__)
