"""Limits per address and per key, in memory and in Redis; one caller's flood is not another's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from litestar.testing import TestClient

from api.application import create_app
from api.services import Services
from api.settings import Settings

LIMIT = 5


@pytest.fixture(params=["memory", "redis"])
def limited(request: pytest.FixtureRequest, services: Services, settings: Settings) -> Iterator[Any]:
    """An application with small limits; each address is its own client."""
    url = request.getfixturevalue("redis_url") if request.param == "redis" else ""
    small = Settings(
        home=settings.home,
        store_url=url,
        address_requests_per_minute=LIMIT,
        key_requests_per_minute=LIMIT * 2,
        log_level="error",
    )
    with TestClient(create_app(small, services)) as client:
        yield client


def test_a_flood_is_refused_with_when_to_come_back(limited: TestClient[Any], services: Services) -> None:
    statuses = [limited.get("/v1/medicines?q=lantus").status_code for _ in range(LIMIT + 2)]
    assert statuses == [200] * LIMIT + [429] * 2
    refused = limited.get("/v1/medicines?q=lantus")
    assert refused.headers["content-type"] == "application/problem+json"
    assert 0 < int(refused.headers["retry-after"]) <= 60
    # Health checks and the page's style go on.
    assert limited.get("/healthz").status_code == 200
    assert limited.get("/static/style.css").status_code == 200
    # Guessing keys counts as the address.
    assert limited.get("/healthz", headers={"X-API-Key": "guess"}).status_code == 401
    assert limited.get("/v1/medicines?q=x", headers={"X-API-Key": "guess"}).status_code == 429
    # A key that was used before has a limit of its own.
    _, whole = services.keys.create("agent", "own limit")
    assert services.keys.verify(whole)
    header = {"X-API-Key": whole}
    statuses = [
        limited.get("/v1/medicines?q=lantus", headers=header).status_code for _ in range(LIMIT * 2 + 1)
    ]
    assert statuses == [200] * (LIMIT * 2) + [429]
