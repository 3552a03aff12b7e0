"""Importing sites: in one step, twice is once, and stock follows a site that moves."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from knowledge.availability.records import ImportReport, Reporter
from knowledge.availability.sample_store import load_sample
from knowledge.availability.table import AvailabilityTable
from knowledge.errors import BadInput, Conflict
from tests.knowledge.availability.conftest import NOW
from tests.knowledge.availability.feeds.csv_text import hours_ago, write_sites, write_stock
from tests.knowledge.availability.world import TAMPA


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    return report.accepted, report.updated, report.unchanged, report.mended, report.rejected


def test_the_same_file_twice_changes_nothing(either_table: AvailabilityTable, tmp_path: Path) -> None:
    feed = write_sites(
        tmp_path / "sites.csv",
        {},
        {"site_id": "b", "status_as_of": hours_ago(3), "services": "refills|vaccines", "languages": "en|es"},
        {"site_id": "post", "kind": "mail_order", "latitude": "", "longitude": "", "zip": ""},
    )
    assert counts(either_table.import_sites(feed, now=NOW)) == (3, 0, 0, 0, 0)
    assert counts(either_table.import_sites(feed, now=NOW)) == (0, 0, 3, 0, 0)
    site = either_table.site("b")
    assert site
    assert (site.services, site.languages) == (("refills", "vaccines"), ("en", "es"))
    assert (site.city, site.state, site.county_fips, site.timezone) == (
        "Tampa",
        "FL",
        "12057",
        "America/New_York",
    )
    assert site.status_as_of == NOW - timedelta(hours=3)


def test_a_change_updates_and_an_older_status_does_not(
    either_table: AvailabilityTable, tmp_path: Path
) -> None:
    either_table.import_sites(write_sites(tmp_path / "1.csv", {"status_as_of": hours_ago(5)}), now=NOW)
    newer = write_sites(tmp_path / "2.csv", {"status_as_of": hours_ago(1), "operating_status": "limited"})
    assert counts(either_table.import_sites(newer, now=NOW)) == (0, 1, 0, 0, 0)
    older = write_sites(tmp_path / "3.csv", {"status_as_of": hours_ago(3), "operating_status": "closed"})
    assert counts(either_table.import_sites(older, now=NOW)) == (0, 0, 1, 0, 0)
    site = either_table.site("a")
    assert site
    assert site.operating_status == "limited"


def test_without_coordinates_a_site_lies_at_its_zip_codes_centre(
    either_table: AvailabilityTable, tmp_path: Path
) -> None:
    either_table.import_sites(write_sites(tmp_path / "1.csv", {"latitude": "", "longitude": ""}), now=NOW)
    (place,) = either_table.sites_near(*TAMPA, NOW).places
    assert place.approximate
    assert place.distance_miles
    assert place.distance_miles < 5


def test_stock_follows_a_site_that_moves(either_table: AvailabilityTable, tmp_path: Path) -> None:
    either_table.import_sites(write_sites(tmp_path / "1.csv", {}), now=NOW)
    either_table.import_stock(write_stock(tmp_path / "2.csv", {}), now=NOW)
    reporter = Reporter("key", "agent")
    report = either_table.report(reporter, "a", medicine="warfarin", status="low", now=NOW)
    orlando = {"zip": "32801", "latitude": "28.54", "longitude": "-81.37"}
    either_table.import_sites(write_sites(tmp_path / "3.csv", orlando), now=NOW)
    found = [either_table.vocabulary.by_name(name) for name in ("insulin glargine", "warfarin")]
    for medicine in found:
        assert medicine
        places = either_table.search([medicine], 28.54, -81.37, NOW).places
        assert [(place.site_id, place.distance_miles) for place in places] == [("a", 0.0)]
        assert places[0].stock
    either_table.withdraw_report(report.id, reporter, NOW)
    place = either_table.site_with_stock("a", NOW)
    assert place
    assert [line.medicine for line in place.stock] == ["insulin glargine"]


def test_replacing_withdraws_what_the_source_lists_no_longer(
    either_table: AvailabilityTable, tmp_path: Path
) -> None:
    both = write_sites(tmp_path / "1.csv", {}, {"site_id": "b"}, {"site_id": "c", "source": "other"})
    either_table.import_sites(both, now=NOW)
    either_table.import_stock(write_stock(tmp_path / "2.csv", {"site_id": "b"}), now=NOW)
    report = either_table.import_sites(write_sites(tmp_path / "3.csv", {}), replace_source=True, now=NOW)
    assert (*counts(report), report.withdrawn) == (0, 0, 1, 0, 0, 1)
    assert either_table.site("b") is None
    medicine = either_table.vocabulary.by_name("Lantus")
    assert medicine
    assert [p.site_id for p in either_table.search([medicine], *TAMPA, NOW).places] == ["a", "c"]
    # Listed again, it is back with its stock.
    assert counts(either_table.import_sites(both, now=NOW)) == (1, 0, 2, 0, 0)
    assert either_table.search([medicine], *TAMPA, NOW).places[0].site_id == "b"


def test_a_reported_status_holds_until_a_newer_listing(
    either_table: AvailabilityTable, tmp_path: Path
) -> None:
    either_table.import_sites(write_sites(tmp_path / "1.csv", {"status_as_of": hours_ago(5)}), now=NOW)
    either_table.report(
        Reporter("key", "agent"),
        "a",
        operating_status="closed",
        observed_at=NOW - timedelta(hours=3),
        now=NOW,
    )
    for hours, status, expected in ((4, "open", "closed"), (1, "limited", "limited")):
        listed = write_sites(
            tmp_path / "2.csv",
            {"status_as_of": hours_ago(hours), "operating_status": status, "name": f"N{hours}"},
        )
        either_table.import_sites(listed, now=NOW)
        site = either_table.site("a")
        assert site
        assert (site.operating_status, site.name) == (expected, f"N{hours}")


def test_bad_rows_are_refused_with_every_reason(either_table: AvailabilityTable, tmp_path: Path) -> None:
    feed = write_sites(
        tmp_path / "sites.csv",
        {"site_id": "a b/c"},
        {"kind": "bakery", "name": ""},
        {"latitude": "", "longitude": "", "zip": "99999"},
        {"latitude": "40.7", "longitude": "-74.0"},
        {"latitude": "", "longitude": "", "state": "NY"},
        {"operating_status": "ajar"},
        {"status_as_of": (NOW + timedelta(days=2)).isoformat()},
        {"source": ""},
        {"name": "x" * 301},
    )
    report = either_table.import_sites(feed, now=NOW)
    assert counts(report) == (0, 0, 0, 0, 9)
    assert [(error.row, error.field) for error in report.errors] == [
        (2, "site_id"),
        (3, "kind"),
        (3, "name"),
        (4, "zip"),
        (4, "latitude"),
        (5, "latitude"),
        (6, "state"),
        (7, "operating_status"),
        (8, "status_as_of"),
        (9, "source"),
        (10, "name"),
    ]


def test_what_a_site_can_do_without_is_left_out_and_said(
    either_table: AvailabilityTable, tmp_path: Path
) -> None:
    feed = write_sites(
        tmp_path / "sites.csv", {"phone": "555-0100", "hours": "call us", "url": "our page", "npi": "12x"}
    )
    report = either_table.import_sites(feed, now=NOW)
    assert counts(report) == (1, 0, 0, 1, 0)
    assert {mend.field for mend in report.mends} == {"phone", "hours", "url", "npi"}
    assert all("left out" in mend.message for mend in report.mends)
    site = either_table.site("a")
    assert site
    assert (site.phone, site.hours, site.url, site.npi) == ("", "", "", "")


def test_a_file_that_is_no_feed(either_table: AvailabilityTable, tmp_path: Path) -> None:
    feed = tmp_path / "feed.csv"
    for content, problem in (
        (b"", "The file is empty"),
        (b"site_id,name\na,b\n", "lacks kind"),
        (b"site_id,name,kind\na,b,pharmacy\n", "neither zip nor latitude"),
        (b"site_id,name,kind,zip,zip\n", "has the column zip twice"),
        (b"PK\x03\x04 and so on", "Excel workbook"),
        (b"\x00\x01\x02", "not text"),
    ):
        feed.write_bytes(content)
        with pytest.raises(BadInput, match=problem):
            either_table.import_sites(feed, now=NOW)


def test_the_sample_leaves_when_real_sites_come(either_table: AvailabilityTable, tmp_path: Path) -> None:
    load_sample(either_table.engine, either_table.vocabulary, NOW)
    either_table.export_sites(tmp_path / "invented.csv")
    assert counts(either_table.import_sites(tmp_path / "invented.csv", now=NOW))[2] == 120
    either_table.import_sites(write_sites(tmp_path / "real.csv", {}), now=NOW)
    assert [source.name for source in either_table.freshness(NOW)] == ["feed"]
    with pytest.raises(Conflict, match="not mixed"):
        either_table.import_sites(tmp_path / "invented.csv", now=NOW)
    with pytest.raises(Conflict, match="not mixed"):
        load_sample(either_table.engine, either_table.vocabulary, NOW)
