"""Importing in a process of its own: the same report, the same errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.availability.table import AvailabilityTable
from knowledge.errors import BadInput, Conflict
from tests.knowledge.availability.feeds.csv_text import write_sites, write_stock


def test_the_report_is_the_same(table: AvailabilityTable, tmp_path: Path) -> None:
    report = table.import_aside("sites", write_sites(tmp_path / "sites.csv", {}, {"kind": "barber"}))
    assert (report.accepted, report.rejected, report.errors[0].field) == (1, 1, "kind")
    assert report.rejected_file == ""
    stock = write_stock(tmp_path / "stock.csv", {"status": "In Stock"}, {"site_id": "nowhere"})
    report = table.import_aside("stock", stock, keep_rejected=True)
    assert (report.accepted, report.mended, report.rejected) == (1, 1, 1)
    assert report.rejected_file == str(tmp_path / "stock.rejected.csv")
    assert table.import_stock(stock).unchanged == 1


def test_so_are_the_errors(table: AvailabilityTable, tmp_path: Path) -> None:
    feed = tmp_path / "feed.csv"
    feed.write_text("name\n")
    with pytest.raises(BadInput, match="lacks site_id") as caught:
        table.import_aside("stock", feed)
    assert [error.field for error in caught.value.errors] == ["site_id", "status", "as_of"]
    mixed = write_sites(tmp_path / "mixed.csv", {}, {"site_id": "b", "source": "sample"})
    with pytest.raises(Conflict, match="not mixed"):
        table.import_aside("sites", mixed)
