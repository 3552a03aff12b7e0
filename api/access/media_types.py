"""A body is read only as what its content type says: anything else than the route takes is refused (415)."""

from __future__ import annotations

from typing import Any

from litestar.connection import ASGIConnection
from litestar.enums import RequestEncodingType
from litestar.handlers import BaseRouteHandler
from litestar.params import BodyKwarg

from api.errors import problem

# Where a route reads its body itself, it names what it takes here.
TAKES_OPTION = "takes"


async def check_media_type(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """The guard of every route with a body. A request without a content type is tried as what is expected."""
    expected = handler.opt.get(TAKES_OPTION) or _expected(handler)
    sent = connection.headers.get("content-type", "").partition(";")[0].strip().lower()
    if expected and sent and not _fits(sent, expected):
        raise problem(415, f"This address takes {expected}.")


def _expected(handler: BaseRouteHandler) -> str:
    field = handler.parsed_data_field
    if field is None or not isinstance(field.kwarg_definition, BodyKwarg):
        return ""
    return str(RequestEncodingType(field.kwarg_definition.media_type).value)


def _fits(sent: str, expected: str) -> bool:
    json = expected == RequestEncodingType.JSON.value
    return sent == expected or (json and sent.startswith("application/") and sent.endswith("+json"))
