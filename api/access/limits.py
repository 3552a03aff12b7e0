"""How often one address or one key may call, and how large a request may be."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.middleware.base import DefineMiddleware
from litestar.middleware.rate_limit import RateLimitConfig, get_remote_address

from api.access.authentication import presented_key
from api.access.sessions import signed_in
from api.settings import Settings

# 4000 characters of four bytes, each escaped in JSON, are 48 kB; a longer message is told its own limit
# (400) up to here, and beyond it the body is not read at all (413).
CHAT_BODY_BYTES = 1_000_000
# Fifty donation items or one report are a few kilobytes.
JSON_BODY_BYTES = 1_000_000
# A nation's sites or a large distributor's stock; streamed to disk, never held in memory.
CSV_BODY_BYTES = 2_000_000_000
# Pages, style and health checks are cheap and must not lock a shelter out of the next answer.
FREE_OPTION = "not_limited"
RATE_LIMIT_STORE = "rate_limit"


def limit_middleware(settings: Settings) -> tuple[DefineMiddleware, DefineMiddleware]:
    """(the address limit, the key limit). The first runs before keys are checked and counts everyone whose
    key was not verified before, so that guessing keys is limited too; the second runs after."""
    by_address = RateLimitConfig(
        rate_limit=("minute", settings.address_requests_per_minute),
        exclude_opt_key=FREE_OPTION,
        identifier_for_request=lambda request: f"address:{get_remote_address(request)}",
        check_throttle_handler=_without_known_key,
        store=RATE_LIMIT_STORE,
    )
    by_key = RateLimitConfig(
        rate_limit=("minute", settings.key_requests_per_minute),
        exclude_opt_key=FREE_OPTION,
        identifier_for_request=lambda request: f"key:{request.user.id}",
        check_throttle_handler=_with_key,
        store=RATE_LIMIT_STORE,
    )
    return by_address.middleware, by_key.middleware


async def _without_known_key(request: Request[Any, Any, Any]) -> bool:
    text = presented_key(request)
    if text is None:
        return await signed_in(request) is None
    return not request.app.state.services.keys.knows(text)


async def _with_key(request: Request[Any, Any, Any]) -> bool:
    return request.user is not None
