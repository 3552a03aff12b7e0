"""Importing stock: all or nothing, the newest of each source wins, twice is once."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from knowledge.availability.feeds import stock_import
from knowledge.availability.records import ImportReport, Reporter, StockLine
from knowledge.availability.table import AvailabilityTable
from knowledge.errors import BadInput
from tests.knowledge.availability.conftest import NOW
from tests.knowledge.availability.feeds.csv_text import hours_ago, write_sites, write_stock
from tests.knowledge.availability.world import TAMPA


@pytest.fixture
def open_table(either_table: AvailabilityTable, tmp_path: Path) -> AvailabilityTable:
    """Two sites, no stock, on each engine."""
    either_table.import_sites(write_sites(tmp_path / "sites.csv", {}, {"site_id": "b"}))
    return either_table


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    return report.accepted, report.updated, report.unchanged, report.mended, report.rejected


def lines(table: AvailabilityTable, site_id: str, name: str = "insulin glargine") -> tuple[StockLine, ...]:
    medicine = table.vocabulary.by_name(name)
    assert medicine
    place = table.site_with_stock(site_id, NOW, [medicine])
    assert place
    return place.stock


def held_rows(table: AvailabilityTable) -> int:
    with table.engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM stock")).scalar_one())


def test_the_same_file_twice_changes_nothing(open_table: AvailabilityTable, tmp_path: Path) -> None:
    feed = write_stock(
        tmp_path / "stock.csv", {}, {"medicine": "warfarin"}, {"site_id": "b", "note": "ask for Ann"}
    )
    assert counts(open_table.import_stock(feed, now=NOW)) == (3, 0, 0, 0, 0)
    assert counts(open_table.import_stock(feed, now=NOW)) == (0, 0, 3, 0, 0)
    assert held_rows(open_table) == 3
    (line,) = lines(open_table, "b")
    assert (line.status, line.quantity, line.note, line.source) == ("in_stock", 5, "ask for Ann", "feed")


def test_a_newer_row_replaces_an_older_one_and_never_the_other_way_round(
    open_table: AvailabilityTable, tmp_path: Path
) -> None:
    open_table.import_stock(write_stock(tmp_path / "1.csv", {"as_of": hours_ago(5)}), now=NOW)
    newer = write_stock(tmp_path / "2.csv", {"as_of": hours_ago(2), "status": "out", "quantity": "0"})
    assert counts(open_table.import_stock(newer, now=NOW)) == (0, 1, 0, 0, 0)
    older = write_stock(tmp_path / "3.csv", {"as_of": hours_ago(4), "status": "low"})
    assert counts(open_table.import_stock(older, now=NOW)) == (0, 0, 1, 0, 0)
    (line,) = lines(open_table, "a")
    assert (line.status, line.age_hours) == ("out", 2.0)
    assert held_rows(open_table) == 1


def test_a_correction_of_the_same_moment_replaces(open_table: AvailabilityTable, tmp_path: Path) -> None:
    open_table.import_stock(write_stock(tmp_path / "1.csv", {}), now=NOW)
    assert counts(open_table.import_stock(write_stock(tmp_path / "2.csv", {"quantity": "7"}), now=NOW)) == (
        0,
        1,
        0,
        0,
        0,
    )
    assert lines(open_table, "a")[0].quantity == 7


def test_of_doubles_in_one_file_the_newest_counts(open_table: AvailabilityTable, tmp_path: Path) -> None:
    feed = write_stock(
        tmp_path / "stock.csv",
        {"as_of": hours_ago(3), "status": "low"},
        {"as_of": hours_ago(1), "status": "out"},
        {"as_of": hours_ago(2)},
        {"as_of": hours_ago(1), "status": "unknown"},
    )
    assert counts(open_table.import_stock(feed, now=NOW)) == (1, 0, 3, 0, 0)
    assert lines(open_table, "a")[0].status == "unknown"  # of two equally new ones the later row


def test_sources_stand_side_by_side(open_table: AvailabilityTable, tmp_path: Path) -> None:
    open_table.import_stock(write_stock(tmp_path / "1.csv", {}), now=NOW)
    open_table.import_stock(write_stock(tmp_path / "2.csv", {"source": "other", "status": "out"}), now=NOW)
    assert held_rows(open_table) == 2
    (line,) = lines(open_table, "a")
    assert line.another_source_differs


def test_replacing_removes_what_the_source_lists_no_longer(
    open_table: AvailabilityTable, tmp_path: Path
) -> None:
    first = write_stock(
        tmp_path / "1.csv",
        {},
        {"medicine": "warfarin"},
        {"site_id": "b", "as_of": hours_ago(1)},
        {"medicine": "warfarin", "source": "other"},
    )
    open_table.import_stock(first, now=NOW)
    second = write_stock(
        tmp_path / "2.csv",
        {"quantity": "9"},
        {"site_id": "b", "as_of": hours_ago(8), "status": "out"},
        {"site_id": "b", "medicine": "lisinopril"},
    )
    report = open_table.import_stock(second, replace_source=True, now=NOW)
    assert (*counts(report), report.withdrawn) == (1, 1, 1, 0, 0, 1)
    assert lines(open_table, "a")[0].quantity == 9
    assert lines(open_table, "b")[0].status == "in_stock"  # what was held is newer, and still listed
    assert [line.source for line in lines(open_table, "a", "warfarin")] == ["other"]
    assert held_rows(open_table) == 4
    fresh = {source.name: source.stock_rows for source in open_table.freshness(NOW)}
    assert fresh == {"feed": 3, "other": 1}
    assert counts(open_table.import_stock(second, replace_source=True, now=NOW)) == (0, 0, 3, 0, 0)


def test_a_broken_file_does_not_empty_its_source(open_table: AvailabilityTable, tmp_path: Path) -> None:
    open_table.import_stock(write_stock(tmp_path / "1.csv", {}, {"site_id": "b"}), now=NOW)
    broken = write_stock(tmp_path / "2.csv", {}, {"site_id": "b", "status": "??"})
    with pytest.raises(BadInput, match="1 of 2 rows were refused"):
        open_table.import_stock(broken, replace_source=True, now=NOW)
    assert lines(open_table, "b")


def test_refused_rows_are_written_out_with_the_reason(open_table: AvailabilityTable, tmp_path: Path) -> None:
    feed = write_stock(
        tmp_path / "stock.csv",
        {},
        {"quantity": "-5"},
        {"site_id": "nowhere"},
        {"medicine": "xyzzy"},
        {"as_of": (NOW + timedelta(days=1)).isoformat()},
        {"status": "plenty", "as_of": "soon"},
        {"site_id": "", "medicine": "", "status": "", "as_of": "", "source": ""},
    )
    report = open_table.import_stock(feed, now=NOW)
    assert counts(report) == (1, 0, 0, 0, 6)
    assert {(e.row, e.field) for e in report.errors} == {
        (3, "quantity"),
        (4, "site_id"),
        (5, "medicine"),
        (6, "as_of"),
        (7, "status"),
        (7, "as_of"),
        (8, "site_id"),
        (8, "medicine"),
        (8, "status"),
        (8, "as_of"),
        (8, "source"),
    }
    assert report.rejected_file == str(tmp_path / "stock.rejected.csv")
    with Path(report.rejected_file).open(encoding="utf-8", newline="") as file:
        refused = list(csv.DictReader(file))
    assert refused[0]["error"] == "quantity: -5 is below zero"
    assert refused[0]["site_id"] == "a"
    assert list(refused[0])[-1] == "error"
    # The next import without refusals takes the old file away.
    open_table.import_stock(write_stock(tmp_path / "stock.csv", {}), now=NOW)
    assert not (tmp_path / "stock.rejected.csv").exists()


def test_an_import_that_fails_leaves_nothing(
    open_table: AvailabilityTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_table.import_stock(write_stock(tmp_path / "1.csv", {}), now=NOW)

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(stock_import._StockImport, "_publish", fail)
    with pytest.raises(OSError, match="disk full"):
        open_table.import_stock(write_stock(tmp_path / "2.csv", {"quantity": "9"}, {"site_id": "b"}), now=NOW)
    assert held_rows(open_table) == 1
    assert lines(open_table, "a")[0].quantity == 5
    assert not list(tmp_path.glob("tideover-import-*"))


def test_what_is_not_published_is_not_seen(
    open_table: AvailabilityTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_table.import_stock(write_stock(tmp_path / "1.csv", {}), now=NOW)
    seen = []
    publish = stock_import._StockImport._publish

    def look_first(self: stock_import._StockImport, staging: stock_import.Staging) -> None:
        seen.append((held_rows(open_table), lines(open_table, "a")[0].quantity, lines(open_table, "b")))
        publish(self, staging)

    monkeypatch.setattr(stock_import._StockImport, "_publish", look_first)
    open_table.import_stock(write_stock(tmp_path / "2.csv", {"quantity": "9"}, {"site_id": "b"}), now=NOW)
    assert seen == [(3, 5, ())]
    assert lines(open_table, "a")[0].quantity == 9
    assert lines(open_table, "b")


def test_a_report_holds_against_older_feeds_and_yields_to_newer_ones(
    open_table: AvailabilityTable, tmp_path: Path
) -> None:
    open_table.import_stock(write_stock(tmp_path / "1.csv", {"as_of": hours_ago(3)}), now=NOW)
    reporter = Reporter("key-1", "agent")
    open_table.report(
        reporter, "a", medicine="Lantus", status="out", observed_at=NOW - timedelta(hours=2), now=NOW
    )
    open_table.import_stock(write_stock(tmp_path / "2.csv", {"as_of": hours_ago(2.5)}), now=NOW)
    assert lines(open_table, "a")[0].status == "out"
    open_table.import_stock(write_stock(tmp_path / "3.csv", {"as_of": hours_ago(1)}), now=NOW)
    (line,) = lines(open_table, "a")
    assert (line.status, [each.source for each in line.differs]) == ("in_stock", ["phone reports"])


def test_a_stream_is_read_like_a_file(open_table: AvailabilityTable, tmp_path: Path) -> None:
    with write_stock(tmp_path / "stock.csv", {}, {"status": "??"}).open("rb") as stream:
        report = open_table.import_stock(stream, now=NOW)
    assert counts(report) == (1, 0, 0, 0, 1)
    assert report.rejected_file == ""


def test_progress_counts_the_rows(open_table: AvailabilityTable, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    open_table.import_stock(
        write_stock(tmp_path / "stock.csv", {}, {"site_id": "b"}),
        progress=lambda *each: told.append(each),
        now=NOW,
    )
    assert told == [(2, 2)]


def test_the_search_follows(open_table: AvailabilityTable, tmp_path: Path) -> None:
    open_table.import_stock(
        write_stock(tmp_path / "stock.csv", {}, {"site_id": "b", "as_of": hours_ago(90)}), now=NOW
    )
    medicine = open_table.vocabulary.by_name("Lantus")
    assert medicine
    places = open_table.search([medicine], *TAMPA, NOW).places
    assert [(place.site_id, place.tier) for place in places] == [("a", "in_stock"), ("b", "call")]
