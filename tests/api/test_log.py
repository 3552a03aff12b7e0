"""Five hundred conversations leave nothing of anybody in the log, however much is logged."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from itertools import cycle, islice, product
from typing import Any

import pytest
from litestar.testing import TestClient

from api.application import create_app
from api.services import Services
from api.settings import Settings

CONVERSATIONS = 500
MEDICINES = ("Lantus", "albuterol", "metformin", "Eliquis", "diazepam", "oxycodone", "Humira", "Keppra")
PLACES = ("Tampa 33602", "St. Petersburg 33701", "Orlando 32801", "Houston 77002", "Asheville 28801")
MESSAGES = (
    "I left my {} at home, I am in {}",
    "Se me acabó {}, estoy en {}",
    "My father Zebediah ran out of {} near {} and feels bad",
)
POINT = {"latitude": 27.94871, "longitude": -82.45832}
# None of these may stand in any line, in any spelling.
SECRETS = (
    *(medicine.lower() for medicine in MEDICINES),
    *(place.split()[-1] for place in PLACES),
    *("glargine", "apixaban", "tampa", "orlando", "houston", "asheville", "petersburg"),
    *("zebediah", "27.94", "27.95", "-82.45", "-82.46", "at home", "acab"),
)


@pytest.fixture
def quiet_again(settings: Settings, services: Services) -> Iterator[None]:
    """The log is set up for the whole process: after the test it is as before, and writes where it did."""
    yield
    with TestClient(create_app(settings, services)):
        pass


@pytest.fixture
def log() -> io.StringIO:
    """All that is logged during the test."""
    return io.StringIO()


@pytest.fixture
def talkative(
    quiet_again: None,
    log: io.StringIO,
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    services: Services,
) -> Iterator[TestClient[Any]]:
    """The application with everything logged, to where this test reads it."""
    loud = Settings(home=settings.home, drill="on", address_requests_per_minute=1_000_000, log_level="debug")
    monkeypatch.setattr(sys, "stderr", log)
    with TestClient(create_app(loud, services)) as client:
        yield client
    monkeypatch.undo()


def test_the_log_holds_nothing_of_anybody(talkative: TestClient[Any], log: io.StringIO) -> None:
    said = (words.format(*each) for words, each in product(MESSAGES, product(MEDICINES, PLACES)))
    for number, message in enumerate(islice(cycle(list(said)), CONVERSATIONS)):
        location = POINT if number % 5 == 0 else None
        if number % 3:
            response = talkative.post("/v1/chat", json={"message": message, "location": location})
        else:
            response = talkative.post("/chat", data={"message": message, **(location or {})})
        assert response.status_code == 200
        talkative.get("/v1/places", params={"near": "33602", "medicine": "Lantus"} if number % 50 else {})
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert len(lines) >= CONVERSATIONS  # it was indeed logged
    # Figures of time may look like a ZIP code or a degree.
    kept = [{name: each[name] for name in each.keys() - {"timestamp", "milliseconds"}} for each in lines]
    logged = json.dumps(kept, ensure_ascii=False).lower()
    assert [secret for secret in SECRETS if secret in logged] == []
