"""Every request's key is read here, in one place; a bad one is refused on open routes too."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from litestar.connection import ASGIConnection
from litestar.middleware.authentication import AbstractAuthenticationMiddleware, AuthenticationResult

from api.access.keys import AccessKey
from api.access.sessions import signed_in
from api.errors import problem

if TYPE_CHECKING:
    from api.services import Services

BAD_KEY = (
    "This access key is unknown, revoked or expired. Leave it out to use what is open to everyone, "
    "or ask for a new one."
)


class KeyAuthentication(AbstractAuthenticationMiddleware):
    """Sets `request.user` to the verified AccessKey, or to None where no key was sent. A page's key comes
    from its session, which is then `request.auth`; a session that has ended is no key."""

    async def authenticate_request(
        self, connection: ASGIConnection[Any, Any, Any, Any]
    ) -> AuthenticationResult:
        text = presented_key(connection)
        services: Services = connection.app.state.services
        if text is None:
            return await _by_session(connection, services)
        key = await asyncio.to_thread(services.keys.verify, text)
        if key is None:
            raise problem(401, BAD_KEY, headers={"www-authenticate": "Bearer"})
        _note_use(key, services)
        return AuthenticationResult(user=key, auth=None)


async def _by_session(
    connection: ASGIConnection[Any, Any, Any, Any], services: Services
) -> AuthenticationResult:
    found = await signed_in(connection)
    if found is None:
        return AuthenticationResult(user=None, auth=None)
    _note_use(found[0], services)
    return AuthenticationResult(user=found[0], auth=found[1])


def _note_use(key: AccessKey, services: Services) -> None:
    if services.keys.use_is_due(key):
        services.key_uses.put(key.id)


def presented_key(connection: ASGIConnection[Any, Any, Any, Any]) -> str | None:
    """The key's text as sent; "" (which no key matches) for an Authorization header of another scheme."""
    header = connection.headers.get("authorization")
    if header is None:
        return connection.headers.get("x-api-key")
    scheme, _, text = header.partition(" ")
    return text.strip() if scheme.lower() == "bearer" else ""
