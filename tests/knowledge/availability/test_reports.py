"""What a call reveals is in the next search; it can be taken back; mistakes get field errors."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from knowledge.availability.records import Reporter
from knowledge.availability.table import AvailabilityTable
from knowledge.errors import BadInput, Conflict, NotFound
from tests.knowledge.availability.conftest import NOW
from tests.knowledge.availability.world import TAMPA, entry, shown, site, store

ANN = Reporter("key-ann", "agent")
BEN = Reporter("key-ben", "pharmacist")


@pytest.fixture
def stocked(either_table: AvailabilityTable) -> AvailabilityTable:
    store(either_table, [site("near", 1), site("far", 9)], [entry("near"), entry("far", hours=2)])
    return either_table


def test_a_report_is_in_the_next_search(stocked: AvailabilityTable) -> None:
    assert shown(stocked) == ["near", "far"]
    report = stocked.report(ANN, "near", medicine="Lantus", status="out", note="back on Friday", now=NOW)
    assert shown(stocked) == ["far", "near"]
    place = stocked.search([stocked.vocabulary.by_name("Lantus")], *TAMPA, NOW).places[1]  # type: ignore[list-item]
    (line,) = place.stock
    assert (line.status, line.source, line.note, line.age_hours) == (
        "out",
        "phone reports",
        "back on Friday",
        0,
    )
    assert (report.site_id, report.medicine, report.reporter) == ("near", "insulin glargine", ANN)
    assert report.before["stock"] == [
        {
            "status": "in_stock",
            "as_of": (NOW - timedelta(hours=1)).isoformat(),
            "source": "feed",
            "strength": "",
            "form": "",
            "program": "",
            "quantity": None,
        }
    ]


def test_withdrawing_restores_what_was_before(stocked: AvailabilityTable) -> None:
    first = stocked.report(ANN, "near", medicine="Lantus", status="low", operating_status="limited", now=NOW)
    second = stocked.report(BEN, "near", medicine="Lantus", status="out", operating_status="closed", now=NOW)
    assert shown(stocked) == ["far"]
    stocked.withdraw_report(second.id, BEN, NOW)
    assert shown(stocked) == ["far", "near"]
    place = stocked.site_with_stock("near", NOW)
    assert place
    assert (place.operating_status, place.stock[0].status) == ("limited", "low")
    stocked.withdraw_report(first.id, ANN, NOW)
    assert shown(stocked) == ["near", "far"]
    place = stocked.site_with_stock("near", NOW)
    assert place
    assert (place.operating_status, place.status_as_of, place.stock[0].source) == ("open", None, "feed")


def test_the_log_keeps_everything(stocked: AvailabilityTable) -> None:
    report = stocked.report(ANN, "near", medicine="Lantus", status="low", quantity=3, now=NOW)
    stocked.report(BEN, "near", operating_status="limited", now=NOW)
    stocked.withdraw_report(report.id, ANN, NOW + timedelta(minutes=5))
    log = stocked.reports_of("near")
    assert [(r.reporter, r.status, r.operating_status) for r in log] == [
        (BEN, "", "limited"),
        (ANN, "low", ""),
    ]
    assert log[1].withdrawn_at == NOW + timedelta(minutes=5)
    assert log[1].quantity == 3
    assert log[0].before == {"operating_status": "open", "status_as_of": None}


def test_only_ones_own_and_only_once(stocked: AvailabilityTable) -> None:
    report = stocked.report(ANN, "near", medicine="Lantus", status="low", now=NOW)
    with pytest.raises(NotFound):
        stocked.withdraw_report(report.id, BEN, NOW)
    with pytest.raises(NotFound):
        stocked.withdraw_report(999, ANN, NOW)
    stocked.withdraw_report(report.id, ANN, NOW)
    with pytest.raises(Conflict, match="withdrawn before"):
        stocked.withdraw_report(report.id, ANN, NOW)


@pytest.mark.parametrize(
    ("report", "fields"),
    [
        ({"site_id": "nowhere", "medicine": "Lantus", "status": "out"}, ["site_id"]),
        ({"medicine": "xyzzy", "status": "out"}, ["medicine"]),
        ({"rxcui": "99999999", "status": "out"}, ["rxcui"]),
        ({"ndc": "0000-0000-00", "status": "out"}, ["ndc"]),
        ({"medicine": "insulin", "status": "out"}, ["medicine"]),
        ({"medicine": "Lantus"}, ["status"]),
        ({"medicine": "Lantus", "status": "gone"}, ["status"]),
        ({"medicine": "Lantus", "status": "low", "quantity": -5}, ["quantity"]),
        ({"medicine": "Lantus", "status": "low", "quantity": float("nan")}, ["quantity"]),
        ({"status": "out"}, ["medicine"]),
        ({"quantity": 4, "operating_status": "open"}, ["medicine"]),
        ({}, ["status"]),
        ({"operating_status": "ajar"}, ["operating_status"]),
        ({"operating_status": "open", "observed_at": NOW + timedelta(hours=1)}, ["observed_at"]),
        ({"operating_status": "open", "note": "x" * 501}, ["note"]),
        ({"medicine": "Lantus", "status": "gone", "quantity": -1}, ["status", "quantity"]),
    ],
)
def test_mistakes_get_field_errors(
    table: AvailabilityTable, report: dict[str, Any], fields: list[str]
) -> None:
    store(table, [site("near")])
    with pytest.raises(BadInput) as caught:
        table.report(ANN, report.pop("site_id", "near"), **report, now=NOW)
    assert [error.field for error in caught.value.errors] == fields
    assert table.reports_of("near") == ()


def test_a_report_about_donated_stock_is_about_donated_stock(stocked: AvailabilityTable) -> None:
    store(
        stocked,
        [site("charity", 2, kind="charity")],
        [entry("charity", "warfarin", program="direct-relief", strength="5 mg", hours=90)],
    )
    stocked.report(ANN, "charity", medicine="warfarin", status="in_stock", now=NOW)
    warfarin = stocked.vocabulary.by_name("warfarin")
    assert warfarin
    place = stocked.search([warfarin], *TAMPA, NOW).places[0]
    assert [(line.program, line.status) for line in place.stock] == [("direct-relief", "in_stock")]
    covered = stocked.search([warfarin], *TAMPA, NOW, coverage="medicare").places
    assert [place.site_id for place in covered if place.stock] == []


def test_a_report_of_long_ago_does_not_outrank_a_newer_feed(stocked: AvailabilityTable) -> None:
    stocked.report(
        ANN, "near", medicine="Lantus", status="out", observed_at=NOW - timedelta(hours=5), now=NOW
    )
    assert shown(stocked) == ["near", "far"]


def test_reports_that_many_newer_ones_covered_leave_the_search_but_not_the_log(
    stocked: AvailabilityTable,
) -> None:
    for minutes in range(30, 0, -1):
        at = NOW - timedelta(minutes=minutes)
        stocked.report(ANN, "near", medicine="Lantus", status="low", observed_at=at, now=NOW)
    with stocked.engine.connect() as connection:
        held = connection.execute(text("SELECT count(*) FROM stock WHERE generation > 1000000")).scalar_one()
    assert held == 20
    assert len(stocked.reports_of("near")) == 30
    place = stocked.site_with_stock("near", NOW)
    assert place
    assert place.stock[0].as_of == NOW - timedelta(minutes=1)


def test_the_log_is_only_ever_added_to(stocked: AvailabilityTable) -> None:
    report = stocked.report(ANN, "near", medicine="Lantus", status="low", now=NOW)
    stocked.withdraw_report(report.id, ANN, NOW)
    stocked.report(ANN, "near", medicine="Lantus", status="low", now=NOW)
    with stocked.engine.connect() as connection:
        rows = connection.execute(text("SELECT id, withdrawn_at FROM availability_reports ORDER BY id")).all()
    assert [(row.id, row.withdrawn_at is None) for row in rows] == [(1, False), (2, True)]
