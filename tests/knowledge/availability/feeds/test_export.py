"""Feeds written back out: the round trip loses nothing, and changes nothing."""

from __future__ import annotations

from pathlib import Path

from knowledge.availability.records import Reporter
from knowledge.availability.sample_store import load_sample
from knowledge.availability.table import AvailabilityTable
from tests.knowledge.availability.conftest import NOW
from tests.knowledge.availability.world import TAMPA


def test_a_round_trip_from_one_engine_to_the_other(
    table: AvailabilityTable, postgres_table: AvailabilityTable, tmp_path: Path
) -> None:
    load_sample(table.engine, table.vocabulary, NOW)
    reporter = Reporter("key", "agent")
    table.report(reporter, "sample-001", medicine="Lantus", status="out", operating_status="limited", now=NOW)
    sites, stock = tmp_path / "sites.csv", tmp_path / "stock.csv"
    assert table.export_sites(sites) == 120
    rows = table.export_stock(stock)
    assert rows > 10_000
    # Back where they came from they change nothing,
    assert (table.import_sites(sites, now=NOW).unchanged, table.import_stock(stock, now=NOW).unchanged) == (
        120,
        rows,
    )
    # elsewhere they give the same answers,
    assert postgres_table.import_sites(sites, now=NOW).accepted == 120
    assert postgres_table.import_stock(stock, now=NOW).accepted == rows
    for name in ("insulin glargine", "warfarin", "methadone", "insulin (type not stated)"):
        medicine = table.vocabulary.by_name(name)
        assert medicine
        here, there = (each.search([medicine], *TAMPA, NOW, limit=40) for each in (table, postgres_table))
        assert here.places
        assert here == there
    # and written out again they are the same.
    postgres_table.export_sites(tmp_path / "sites again.csv")
    postgres_table.export_stock(tmp_path / "stock again.csv")
    assert (tmp_path / "sites again.csv").read_bytes() == sites.read_bytes()
    assert sorted((tmp_path / "stock again.csv").read_text().splitlines()) == sorted(
        stock.read_text().splitlines()
    )
