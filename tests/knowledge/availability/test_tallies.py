"""Counts for the status page."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO

from knowledge.availability.records import Reporter
from knowledge.availability.table import AvailabilityTable
from knowledge.availability.tallies import reports_per_hour, stock_by_freshness
from tests.knowledge.availability.conftest import NOW

AGENT = Reporter("key-1", "agent")
HEADER = "site_id,medicine,status,as_of\n"


def filled(table: AvailabilityTable, ages: list[float]) -> None:
    sites = "site_id,name,kind,zip\n" + "".join(f"s{n},Place {n},pharmacy,33602\n" for n in range(len(ages)))
    rows = [
        f"s{n},metformin,in_stock,{(NOW - timedelta(hours=age)).isoformat()}\n" for n, age in enumerate(ages)
    ]
    load(table, sites, HEADER + "".join(rows))


def load(table: AvailabilityTable, sites: str, stock: str) -> None:
    table.import_sites(BytesIO(sites.encode()), source="one", now=NOW)
    assert table.import_stock(BytesIO(stock.encode()), source="one", now=NOW).rejected == 0


def test_each_row_counts_by_its_sources_cadence(table: AvailabilityTable) -> None:
    filled(table, [1, 24, 25, 72, 73])
    assert stock_by_freshness(table.engine, NOW) == {"fresh": 2, "ageing": 2, "stale": 1}
    table.set_cadence("one", 1, 30)
    assert stock_by_freshness(table.engine, NOW) == {"fresh": 1, "ageing": 2, "stale": 2}


def test_an_empty_table_counts_nothing(table: AvailabilityTable) -> None:
    assert stock_by_freshness(table.engine, NOW) == {"fresh": 0, "ageing": 0, "stale": 0}
    assert [count for _, count in reports_per_hour(table.engine, NOW, 3)] == [0, 0, 0]


def test_reports_are_counted_in_their_hour_until_withdrawn(table: AvailabilityTable) -> None:
    filled(table, [1])
    hour = NOW.replace(minute=0, second=0, microsecond=0)

    def report(at: datetime) -> int:
        return table.report(AGENT, "s0", medicine="metformin", status="out", now=at).id

    report(hour - timedelta(hours=1, minutes=1))
    report(hour - timedelta(minutes=59))
    withdrawn = report(hour)
    report(hour + timedelta(minutes=1))
    now = hour + timedelta(minutes=30)
    assert [count for _, count in reports_per_hour(table.engine, now, 3)] == [1, 1, 2]
    table.withdraw_report(withdrawn, AGENT, now=now)
    assert reports_per_hour(table.engine, now, 2) == [(hour - timedelta(hours=1), 1), (hour, 1)]
