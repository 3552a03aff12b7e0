"""The status and privacy pages: open to everyone, true to the tables, in English and Spanish."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from api.application import create_app
from api.services import Services
from api.settings import Settings
from api.web.status import SEEN
from api.web.status_view import PLOT_HEIGHT, PLOT_WIDTH, across, status_view, upright
from knowledge.availability.records import Reporter

Client = TestClient[Any]
HTML = {"Accept": "text/html"}


def test_bars_keep_their_proportions() -> None:
    bars = upright([("a", 0), ("b", 1), ("c", 4)])
    assert [bar.height for bar in bars] == [0, PLOT_HEIGHT / 4, PLOT_HEIGHT]
    assert all(bar.y + bar.height == PLOT_HEIGHT for bar in bars)
    assert [bar.width for bar in across([("fresh", 3), ("stale", 1)])] == [
        PLOT_WIDTH * 0.75,
        PLOT_WIDTH * 0.25,
    ]
    assert [bar.height for bar in upright([("a", 0)])] == [0]
    assert [bar.width for bar in across([("a", 0)])] == [0]


def test_the_status_says_what_the_tables_hold(client: Client, services: Services) -> None:
    client.app.state.pop(SEEN, None)
    page = client.get("/status?lang=en", headers=HTML).text
    for source in services.knowledge.availability.freshness():
        assert source.name in page
        assert f"{source.sites} places" in page
    assert "PRACTICE DATA" in page
    assert "EM-0000-FL-SAMPLE" in page
    assert "Florida" in page
    view = status_view(services.knowledge)
    assert view.rows == sum(source.stock_rows for source in services.knowledge.availability.freshness())


def test_a_report_is_in_the_plot(client: Client, services: Services) -> None:
    before = status_view(services.knowledge).reports
    call = Reporter("status-test", "agent")
    report = services.knowledge.availability.report(call, "sample-056", medicine="metformin", status="low")
    assert status_view(services.knowledge).reports == before + 1
    services.knowledge.availability.withdraw_report(report.id, call)
    assert status_view(services.knowledge).reports == before


def test_the_tables_are_not_read_for_every_visitor(client: Client) -> None:
    client.get("/status")
    seen = client.app.state[SEEN]
    client.get("/status")
    assert client.app.state[SEEN] is seen


@pytest.mark.parametrize(("language", "shown"), [("en", "en"), ("es", "es"), ("fr", "en")])
@pytest.mark.parametrize("path", ["/status", "/privacy"])
def test_both_pages_in_their_languages(client: Client, path: str, language: str, shown: str) -> None:
    response = client.get(f"{path}?lang={language}", headers=HTML)
    assert response.status_code == 200
    assert f'<html lang="{shown}"' in response.text
    assert "set-cookie" not in response.headers
    assert not re.search(r"<script(?! type=\"module\" src)|style=", response.text)


def test_privacy_names_the_hours_that_the_program_keeps(client: Client) -> None:
    page = client.get("/privacy?lang=en").text
    assert "2 hours after your last question" in page
    assert "after 8 hours without use" in page


def test_privacy_names_the_chat_model_that_is_sent_questions(
    client: Client, settings: Settings, services: Services
) -> None:
    assert "language model" not in client.get("/privacy?lang=en").text
    worded = replace(services, settings=msgspec.structs.replace(settings, chat_model="openai:small-model"))
    with TestClient(create_app(worded.settings, worded)) as other:
        page = other.get("/privacy?lang=en").text
    assert "A language model: openai:small-model." in page
    assert "that company gets your question" in page
