"""The one translation of failures into `application/problem+json` (RFC 9457).

Nothing here repeats what the caller sent: validation messages are rewritten without the value, and an
unexpected failure says only that it happened.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.plugins.problem_details import (
    ProblemDetailsConfig,
    ProblemDetailsException,
    ProblemDetailsPlugin,
)

from api.log import frames
from knowledge.errors import (
    BadInput,
    Conflict,
    FieldError,
    NotFound,
    TideoverError,
    TooLarge,
    Unavailable,
)

PROBLEM_JSON = "application/problem+json"
STATUS_OF: dict[type[TideoverError], int] = {
    TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    BadInput: HTTPStatus.BAD_REQUEST,
    NotFound: HTTPStatus.NOT_FOUND,
    Conflict: HTTPStatus.CONFLICT,
    Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}
# What to say where the framework's own words would repeat the request or say nothing useful.
DETAIL_OF = {
    400: "The request could not be read. Check that the body is valid JSON and every parameter well formed.",
    401: "This needs an access key. Send it as 'Authorization: Bearer KEY' or 'X-API-Key: KEY'.",
    403: "This access key's role may not do this.",
    404: "There is nothing at this address.",
    405: "This address does not take this method. The Allow header lists those it takes.",
    413: "The request is larger than this address takes.",
    415: "The body has the wrong content type for this address.",
    429: "Too many requests. Wait as many seconds as the Retry-After header says.",
    500: "Something went wrong on our side. Nothing you did is lost here; please try again.",
    503: "This part is not ready yet. Please try again in a moment.",
}
UNAVAILABLE_RETRY_SECONDS = 10


class Problem(msgspec.Struct, kw_only=True, omit_defaults=False):
    """The body of every error. `errors` names the fields that broke a rule, else it is empty."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = []


class FieldProblem(msgspec.Struct, omit_defaults=True):
    """One thing wrong with one field; `row` is the line of an uploaded file (the header is line 1)."""

    field: str
    message: str
    row: int | None = None


class PageOrProblem(ProblemDetailsException):
    """Problem+json for programs; for a browser that opens an address, a page with the same sentence."""

    def to_response(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The page only where the caller asks for HTML by name and the address is not the API's."""
        accepts = request.headers.get("accept", "")
        if "text/html" not in accepts or request.url.path.startswith("/v1/"):
            return super().to_response(request)
        from api.web.problem_page import problem_page  # noqa: PLC0415  pages import this module

        return problem_page(request, self.status_code, dict(self.headers or {}))


def problem(
    status: int,
    detail: str = "",
    errors: tuple[FieldError, ...] = (),
    headers: dict[str, str] | None = None,
) -> ProblemDetailsException:
    """The exception that Litestar's plugin renders as problem+json."""
    return PageOrProblem(
        type_="about:blank",
        title=HTTPStatus(status).phrase,
        status_code=status,
        detail=detail or DETAIL_OF.get(status, HTTPStatus(status).phrase),
        headers=headers,
        extra={"errors": [_field(error) for error in errors]},
    )


def _field(error: FieldError) -> dict[str, Any]:
    plain = {"field": error.field, "message": error.message}
    return plain if error.row is None else {**plain, "row": error.row}


def from_tideover(error: TideoverError) -> ProblemDetailsException:
    """A failure of the rooms below: its sentence is written to be shown."""
    status = next(code for kind, code in STATUS_OF.items() if isinstance(error, kind))
    errors = error.errors if isinstance(error, BadInput) else ()
    headers = (
        {"Retry-After": str(UNAVAILABLE_RETRY_SECONDS)} if status == HTTPStatus.SERVICE_UNAVAILABLE else None
    )
    return problem(status, error.message, errors, headers)


def from_http(error: HTTPException) -> ProblemDetailsException:
    """A failure that Litestar found: its words are replaced by ours, which repeat nothing."""
    headers = {name.lower(): value for name, value in (error.headers or {}).items()}
    if error.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        headers["retry-after"] = headers.get("ratelimit-reset", "60")
    if error.status_code == HTTPStatus.UNAUTHORIZED:
        headers["www-authenticate"] = "Bearer"
    unread = (FieldError("body", "could not be read"),) if error.status_code == HTTPStatus.BAD_REQUEST else ()
    return problem(error.status_code, errors=unread, headers=headers)


def from_validation(error: ValidationException) -> ProblemDetailsException:
    """Fields that do not fit their types, as Litestar and msgspec report them."""
    found = error.extra if isinstance(error.extra, list) else []
    errors = tuple(_field_error(each) for each in found)
    if not errors:
        errors = _missing_parameter(error.detail)
    named = ", ".join(each.field for each in errors)
    return problem(HTTPStatus.BAD_REQUEST, f"Please correct: {named}." if named else "", errors)


def _field_error(each: dict[str, Any]) -> FieldError:
    name, message = _field_name(each), str(each.get("message", ""))
    if missing := MISSING_FIELD.match(message):
        within = "" if name == "body" else f"{name}."
        return FieldError(within + missing[1], "is required")
    return FieldError(name, _rule(message))


def _field_name(each: dict[str, Any]) -> str:
    name = re.sub(r"\[[^\]]*\]", "", str(each.get("key", "body")))
    return "body" if name == "data" else name.removeprefix("data.")


def _missing_parameter(detail: str) -> tuple[FieldError, ...]:
    match = re.match(r"Missing required \w+ parameter '(\w+)'", detail)
    return (FieldError(match[1], "is required"),) if match else ()


MISSING_FIELD = re.compile(r"Object missing required field `(\w+)`")
# msgspec's sentences, and ours; those that may repeat the value never pass.
RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"Object contains unknown field `\w+`"), "holds a field that is not known here"),
    (re.compile(r"Invalid enum value"), "is not one of the allowed values"),
    (
        re.compile(r"Invalid RFC3339"),
        "must be an ISO 8601 time with offset, for example 2026-11-24T15:00:00Z",
    ),
    (
        re.compile(r"Expected `datetime`"),
        "must be an ISO 8601 time with offset, for example 2026-11-24T15:00:00Z",
    ),
    (re.compile(r"Expected `([\w |]+)`, got `\w+`"), r"must be of type \1"),
    (re.compile(r"Expected `([\w |]+)` (matching|of length) (.+)"), r"must be \1 \2 \3"),
    (re.compile(r"Expected `([\w |]+)` ([<>]=? [\d.]+)"), r"must be \1 \2"),
)


def _rule(message: str) -> str:
    for pattern, sentence in RULES:
        if match := pattern.match(message):
            return match.expand(sentence)
    return "is not valid"


def unexpected(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """Anything nobody foresaw."""
    return _from_anything(error).to_response(request)


def problem_body(error: Exception) -> dict[str, Any]:
    """The body that a failure would have as a response, for where the response has begun already."""
    known = error if isinstance(error, ProblemDetailsException) else _from_anything(error)
    return {
        "type": known.type_,
        "title": known.title,
        "status": known.status_code,
        "detail": known.detail,
        **(known.extra if isinstance(known.extra, dict) else {}),
    }


def _from_anything(error: Exception) -> ProblemDetailsException:
    """Known failures in their words; others are logged without values and told without detail."""
    if isinstance(error, TideoverError):
        return from_tideover(error)
    structlog.get_logger("tideover.errors").error(
        "unexpected_failure", kind=type(error).__name__, frames=frames(error.__traceback__)
    )
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR)


def problem_plugin() -> ProblemDetailsPlugin:
    """Litestar's problem details plugin with this translation."""
    return ProblemDetailsPlugin(
        ProblemDetailsConfig(
            exception_to_problem_detail_map={
                TideoverError: from_tideover,
                ValidationException: from_validation,
                HTTPException: from_http,
            }
        )
    )
