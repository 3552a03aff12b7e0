"""The page that a person sees where a program would get problem+json."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response

from api.web.page import page
from api.web.texts import page_language, texts

# Statuses with a sentence of their own; all others are told as our failure or as an unknown address.
SENTENCE = {403: "problem-role", 404: "problem-not-found", 429: "problem-limited"}
FIRST_SERVER_ERROR = 500


def problem_page(request: Request[Any, Any, Any], status: int, headers: dict[str, str]) -> Response[Any]:
    """The sentence for `status` in the browser's language; it repeats nothing of the request."""
    words = texts(page_language(request.query_params.get("lang"), request.headers.get("accept-language", "")))
    name = SENTENCE.get(status, "problem-server" if status >= FIRST_SERVER_ERROR else "problem-request")
    response = page("problem.html", status, t=words, detail=words(name), sample=False)
    response.headers.update(headers)
    return response
