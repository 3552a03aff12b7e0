"""The API's description at `/schema`: JSON, YAML and a page of our own that loads nothing from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, Router
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.plugins import JsonRenderPlugin, OpenAPIRenderPlugin, YamlRenderPlugin
from litestar.openapi.spec import Components, OpenAPIMediaType, Operation, Schema, SecurityScheme, Tag
from litestar.openapi.spec.enums import OpenAPIType

from api.access.limits import FREE_OPTION
from api.errors import PROBLEM_JSON, Problem, problem, problem_body

DESCRIPTION = (
    "Tideover tells people displaced by a disaster in the USA where and how to get their medicine: sourced, "
    "dated. Times are ISO 8601 with offset, distances miles, phone numbers E.164. Errors are "
    "application/problem+json (RFC 9457)."
)
TAGS = {
    "chat": "Questions and answers",
    "look-ups": "Places, rules, declarations, medicines, documents",
    "donations": "What may be donated",
    "availability": "Reports, calls and imports",
    "service": "Whether the service is well",
}
MEANING = {
    400: "The input breaks a rule; `errors` names the fields.",
    401: "No key where one is needed, or an unknown, revoked or expired one.",
    403: "The key's role may not do this.",
    404: "Nothing is held under this id.",
    409: "The request collides with what is already held.",
    413: "The body is larger than this address takes.",
    415: "The body has the wrong content type.",
    429: "Too many requests; `Retry-After` says how many seconds to wait.",
    503: "A part that is needed is not ready.",
}


def problems(*statuses: int) -> dict[int, ResponseSpec]:
    """The documented failures of a route: those named here, and those that any route can give."""
    return {
        status: ResponseSpec(
            Problem, generate_examples=False, description=MEANING[status], media_type=PROBLEM_JSON
        )
        for status in sorted({*statuses, 400, 401, 429, 503})
    }


@dataclass
class _AlsoAs(Operation):
    """An operation whose answer comes in a second media type when `Accept` asks for it."""

    media_type: ClassVar[str]
    schema_type: ClassVar[OpenAPIType]

    def __post_init__(self) -> None:
        content = (self.responses or {})["200"].content  # type: ignore[union-attr]
        content[self.media_type] = OpenAPIMediaType(schema=Schema(type=self.schema_type))  # type: ignore[index]


@dataclass
class AlsoEvents(_AlsoAs):
    """Also a stream of server-sent events."""

    media_type = "text/event-stream"
    schema_type = OpenAPIType.STRING


@dataclass
class AlsoGeoJson(_AlsoAs):
    """Also a GeoJSON FeatureCollection."""

    media_type = "application/geo+json"
    schema_type = OpenAPIType.OBJECT


@dataclass
class AlsoPage(_AlsoAs):
    """Also a page for people."""

    media_type = "text/html"
    schema_type = OpenAPIType.STRING


class ReferencePage(OpenAPIRenderPlugin):
    """The description as one plain page: no script, no style from elsewhere."""

    def __init__(self) -> None:
        super().__init__(path="/reference", favicon="", style="")

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        from api.web.reference import reference_page  # noqa: PLC0415  only where the page is read

        plain = msgspec.json.decode(self.render_json(request, openapi_schema))
        return reference_page(plain).encode()


async def _unknown_as_problem(response: Response[Any]) -> Response[Any]:
    """Litestar answers an unknown address under `/schema` with a page of its own; ours is a problem."""
    if response.status_code != HTTPStatus.NOT_FOUND:
        return response
    body = problem_body(problem(HTTPStatus.NOT_FOUND))
    return Response(body, status_code=HTTPStatus.NOT_FOUND, media_type=PROBLEM_JSON)


def openapi_config(version: str) -> OpenAPIConfig:
    """Litestar's OpenAPI configuration of this application."""
    return OpenAPIConfig(
        title="Tideover",
        version=version,
        description=DESCRIPTION,
        openapi_router=Router(
            "/schema",
            route_handlers=[],
            include_in_schema=False,
            dto=None,
            return_dto=None,
            after_request=_unknown_as_problem,
            opt={FREE_OPTION: True},
        ),
        use_handler_docstrings=True,
        tags=[Tag(name=name, description=text) for name, text in TAGS.items()],
        render_plugins=[ReferencePage(), JsonRenderPlugin(), YamlRenderPlugin()],
        components=Components(
            security_schemes={
                "bearer": SecurityScheme(type="http", scheme="bearer"),
                "key": SecurityScheme(type="apiKey", name="X-API-Key", security_scheme_in="header"),
            }
        ),
        # Any route may be called with a key or without; those that need one say so by 401.
        security=[{}, {"bearer": []}, {"key": []}],
    )
