"""The invented feed: as large as asked for, the same from the same seed, where people live."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from knowledge.places.states import JURISDICTIONS
from tests.benchmarks.availability.feed import write_sites, write_stock, zip_codes

NOW = datetime(2026, 9, 1, tzinfo=UTC)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_feed_has_the_rows_asked_for_and_repeats(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_sites(tmp_path / f"{name}-sites.csv", 30)
        write_stock(tmp_path / f"{name}.csv", 400, sites=30, now=NOW)
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    assert (tmp_path / "one-sites.csv").read_bytes() == (tmp_path / "two-sites.csv").read_bytes()
    stock, sites = _rows(tmp_path / "one.csv"), _rows(tmp_path / "one-sites.csv")
    assert (len(stock), len(sites)) == (400, 30)
    assert {row["site_id"] for row in stock} == {row["site_id"] for row in sites}


def test_sites_go_where_people_live() -> None:
    codes = zip_codes()
    people = Counter[str]()
    for code in codes:
        people[code.state] += round(code.weight)
    assert {code.state for code in codes} <= set(JURISDICTIONS)
    assert min(code.weight for code in codes) >= 1
    assert people["FL"] > people["WY"] * 10
