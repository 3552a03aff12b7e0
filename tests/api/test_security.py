"""The headers of every response as they go out: what a route set itself stays, and nothing is there twice."""

from __future__ import annotations

import asyncio
from typing import Any

from api.security import HEADERS, add_security_headers


def sent(scheme: str, *own: tuple[bytes, bytes]) -> list[tuple[bytes, bytes]]:
    message: Any = {"type": "http.response.start", "status": 200, "headers": [*own]}
    scope: Any = {"type": "http", "scheme": scheme}
    asyncio.run(add_security_headers(message, scope))
    return list(message["headers"])


def test_a_header_of_the_route_stays_and_stands_once() -> None:
    headers = sent("http", (b"Cache-Control", b"public, max-age=60"), (b"content-type", b"text/html"))
    names = [name.lower() for name, _ in headers]
    assert sorted(names) == sorted({*names})
    assert (b"Cache-Control", b"public, max-age=60") in headers
    assert {name.lower().encode() for name in HEADERS} <= {*names}


def test_nothing_is_kept_unless_the_route_says_so() -> None:
    assert (b"cache-control", b"no-store") in sent("http")


def test_browsers_are_told_to_stay_with_https_over_https_only() -> None:
    assert b"strict-transport-security" in dict(sent("https"))
    assert b"strict-transport-security" not in dict(sent("http"))


def test_a_body_is_left_alone() -> None:
    body: Any = {"type": "http.response.body", "body": b"x"}
    asyncio.run(add_security_headers(body, {}))  # type: ignore[arg-type]
    assert body == {"type": "http.response.body", "body": b"x"}
