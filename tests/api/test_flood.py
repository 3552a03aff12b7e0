"""The application under a flood from one address: it is limited, and everybody else goes on."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from litestar.testing import TestClient
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from api.application import create_app
from api.services import Services
from api.settings import Settings

POSTS = 1_000
SENDERS = 8
LIMIT = Settings().address_requests_per_minute
QUESTION = {"message": "I need Lantus in Tampa 33602"}
# Refused as empty, but counted like any other: the test does not wait for hundreds of answers.
EMPTY = {"message": ""}
FLOODER, SHELTER = {"X-Forwarded-For": "203.0.113.7"}, {"X-Forwarded-For": "198.51.100.9"}
# Within this the shelter has its answer, however hard the flooder tries.
PATIENCE_SECONDS = 10


@pytest.fixture
def behind_a_proxy(settings: Settings, services: Services) -> Iterator[TestClient[Any]]:
    """Limits as they are by default; the addresses come from a proxy, as uvicorn reads them when serving."""
    app = create_app(Settings(home=settings.home, log_level="error"), services)
    with TestClient(ProxyHeadersMiddleware(app, trusted_hosts="*")) as client:
        yield client


def test_a_thousand_posts_a_minute_are_limited_and_a_second_address_goes_on(
    behind_a_proxy: TestClient[Any],
) -> None:
    def post(number: int) -> httpx.Response:
        return behind_a_proxy.post("/v1/chat", json=EMPTY, headers=FLOODER)

    begun = time.monotonic()
    unharmed: list[tuple[int, float]] = []
    with ThreadPoolExecutor(SENDERS) as senders:
        flood = [senders.submit(post, number) for number in range(POSTS)]
        while not all(each.done() for each in flood):
            at = time.monotonic()
            unharmed.append(
                (
                    behind_a_proxy.post("/v1/chat", json=QUESTION, headers=SHELTER).status_code,
                    time.monotonic() - at,
                )
            )
            time.sleep(0.2)
        responses = [each.result() for each in flood]
        at_the_end = behind_a_proxy.post("/v1/chat", json=QUESTION, headers=SHELTER)
    minutes = int((time.monotonic() - begun) // 60) + 1
    statuses = Counter(response.status_code for response in responses)
    assert set(statuses) == {400, 429}
    assert LIMIT <= statuses[400] <= LIMIT * minutes
    check_refusals([response for response in responses if response.status_code == 429])
    assert {status for status, _ in unharmed} == {200}
    assert max(seconds for _, seconds in unharmed) < PATIENCE_SECONDS
    assert at_the_end.status_code == 200


def check_refusals(refused: list[httpx.Response]) -> None:
    """Each says when to come back, and nothing else."""
    assert all(0 < int(each.headers["retry-after"]) <= 60 for each in refused)
    bodies: set[Any] = {each.text for each in refused}
    assert len(bodies) == 1
    assert "Lantus" not in bodies.pop()
