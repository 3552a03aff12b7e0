"""Ten feeds as they come in the real world, each with a trouble of its own: counted to the row."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.availability.table import AvailabilityTable

UGLY = Path(__file__).parent / "ugly"
NOW = datetime(2026, 11, 25, 20, 0, tzinfo=UTC)
# What the words in the column `warnings` stand for.
WARNINGS = {
    "BOM": "byte order mark",
    "columns": "the column",
    "Windows-1252": "Windows-1252",
    "separator": "separated by",
    "UTF-16": "UTF-16",
}


def expected() -> list[dict[str, str]]:
    with (UGLY / "expected.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", expected(), ids=lambda case: case["file"])
def test_ugly_feed(case: dict[str, str], table: AvailabilityTable) -> None:
    feed = UGLY / case["file"]
    if "_stock" in case["file"]:
        table.import_sites(UGLY / "01_excel_sites.csv", keep_rejected=False, now=NOW)
        take = table.import_stock
    else:
        take = table.import_sites
    report = take(feed, keep_rejected=False, now=NOW)
    counts = {
        name: str(getattr(report, name))
        for name in ("accepted", "updated", "unchanged", "mended", "rejected")
    }
    assert counts == {name: case[name] for name in counts}, (report.errors, report.mends)
    said = " ".join(report.warnings)
    assert {word for word, phrase in WARNINGS.items() if phrase in said} == {
        word for word in case["warnings"].split("|") if word
    }
    again = take(feed, keep_rejected=False, now=NOW)
    assert (again.accepted, again.updated, again.rejected) == (0, 0, report.rejected)


def test_every_feed_has_its_counts() -> None:
    assert {case["file"] for case in expected()} == {path.name for path in UGLY.glob("[0-9]*.csv")}


def test_text_arrives_as_it_was_written(table: AvailabilityTable) -> None:
    table.import_sites(UGLY / "02_windows_1252_sites.csv", keep_rejected=False, now=NOW)
    site = table.site("B2")
    assert site
    assert site.name == "Clínica Niño – Norte"


def test_mended_values_are_the_right_ones(table: AvailabilityTable) -> None:
    table.import_sites(UGLY / "01_excel_sites.csv", keep_rejected=False, now=NOW)
    boston, san_juan = table.site("A1"), table.site("A2")
    assert boston
    assert san_juan
    assert (boston.zip, boston.state, boston.kind, boston.phone) == (
        "02108",
        "MA",
        "pharmacy",
        "+16175550101",
    )
    assert boston.hours == "Mo-Fr 09:00-18:00"
    assert boston.status_as_of == datetime(2026, 11, 25, 14, 15, tzinfo=UTC)
    assert (san_juan.zip, san_juan.state) == ("00901", "PR")
    # The serial number is the wall clock of Puerto Rico: 9:00, four hours behind UTC.
    assert san_juan.status_as_of == datetime(2026, 11, 25, 13, 0, tzinfo=UTC)
