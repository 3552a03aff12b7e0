"""Who gets in: the checks of every route, in their order."""

from __future__ import annotations

from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from api.access.media_types import check_media_type
from api.access.page_roles import check_page_role
from api.access.roles import check_role
from api.access.sessions import check_forgery


async def check_admission(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """The one guard of every route. Litestar copies the handler for each guard that it calls, so that four of
    them would take longer for the copies than for what they check."""
    await check_media_type(connection, handler)
    await check_forgery(connection, handler)
    await check_page_role(connection, handler)
    await check_role(connection, handler)
