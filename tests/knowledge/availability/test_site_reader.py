"""What is kept of the sites in memory is what the tables say, at the moment of each search."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from knowledge.availability import presenting, site_reader
from knowledge.availability.catalog import CatalogReader
from knowledge.availability.feeds import site_import
from knowledge.availability.records import Reporter
from knowledge.availability.site_reader import SiteReader
from knowledge.availability.table import AvailabilityTable
from knowledge.availability.transactions import snapshot
from knowledge.medicines.medicine import Medicine
from tests.knowledge.availability.conftest import NOW
from tests.knowledge.availability.feeds.csv_text import hours_ago, write_sites
from tests.knowledge.availability.world import MILE, TAMPA, entry, shown, site, store

CALLER = Reporter("key-1", "agent")


@pytest.fixture
def elsewhere(either_table: AvailabilityTable) -> Iterator[AvailabilityTable]:
    """The same tables as another process has them."""
    engine = create_engine(either_table.engine.url)
    yield AvailabilityTable(engine, either_table.vocabulary, either_table.gazetteer)
    engine.dispose()


def place(table: AvailabilityTable, site_id: str) -> Any:
    return next(p for p in table.search([glargine(table)], *TAMPA, NOW).places if p.site_id == site_id)


def glargine(table: AvailabilityTable) -> Medicine:
    found = table.vocabulary.by_name("insulin glargine")
    assert found
    return found


@pytest.fixture
def warm(either_table: AvailabilityTable) -> AvailabilityTable:
    """A table that was searched, and so keeps its sites in memory."""
    store(either_table, [site("a", 1), site("b", 2), site("c", 3, kind="clinic")], [entry("a"), entry("b")])
    assert shown(either_table) == ["a", "b"]
    return either_table


def test_a_status_that_another_process_reports_is_in_the_next_search(
    warm: AvailabilityTable, elsewhere: AvailabilityTable
) -> None:
    report = elsewhere.report(CALLER, "a", operating_status="closed", now=NOW)
    assert shown(warm) == ["b"]
    assert [p.site_id for p in warm.sites_near(*TAMPA, NOW).places] == ["b", "c"]
    elsewhere.withdraw_report(report.id, CALLER, now=NOW)
    assert shown(warm) == ["a", "b"]


def test_a_status_of_ones_own_is_in_the_next_search(warm: AvailabilityTable) -> None:
    warm.report(CALLER, "b", operating_status="closed", now=NOW)
    warm.report(CALLER, "a", operating_status="closed", now=NOW)
    assert shown(warm) == ["a", "b"]  # nothing else is near
    assert {place(warm, site_id).operating_status for site_id in "ab"} == {"closed"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"latitude": str(TAMPA[0] + 5 * MILE), "longitude": str(TAMPA[1])}, (["b", "a"], 5.0, True)),
        ({"hours": "Fr 09:00-10:00"}, (["b", "a"], 1.0, False)),
        ({"kind": "hospital"}, (["b"], None, None)),
        ({"kind": "hospital", "services": "outpatient_pharmacy"}, (["a", "b"], 1.0, True)),
        ({"operating_status": "closed"}, (["b"], None, None)),
    ],
)
def test_what_an_import_changes_is_in_the_next_search(
    warm: AvailabilityTable,
    elsewhere: AvailabilityTable,
    tmp_path: Path,
    changes: dict[str, str],
    expected: tuple[list[str], float | None, bool | None],
) -> None:
    where = {"latitude": str(TAMPA[0] + MILE), "longitude": str(TAMPA[1])}
    elsewhere.import_sites(write_sites(tmp_path / "sites.csv", where | changes))
    found = {p.site_id: p for p in warm.search([glargine(warm)], *TAMPA, NOW).places}
    a = found.get("a")
    assert (list(found), a and a.distance_miles, a and a.open_now) == expected


def test_sites_that_an_import_adds_or_withdraws(
    warm: AvailabilityTable, elsewhere: AvailabilityTable, tmp_path: Path
) -> None:
    sites = write_sites(tmp_path / "sites.csv", {"site_id": "b"}, {"site_id": "new"})
    elsewhere.import_sites(sites, replace_source=True)
    assert shown(warm) == ["b", "new"]
    assert [p.site_id for p in warm.sites_near(*TAMPA, NOW).places] == ["b", "new"]


def test_a_search_that_began_before_sees_what_held_then(
    warm: AvailabilityTable, elsewhere: AvailabilityTable, tmp_path: Path
) -> None:
    catalogs, sites = CatalogReader(), SiteReader()
    with snapshot(warm.engine) as before:
        catalogs.read(before)  # the moment of this snapshot
        elsewhere.report(CALLER, "a", operating_status="closed", now=NOW)
        elsewhere.import_sites(write_sites(tmp_path / "sites.csv", {"site_id": "new"}))
        with snapshot(elsewhere.engine) as after:
            assert statuses(sites, catalogs, after) == ["closed", "open", "open", "open"]
        assert statuses(sites, catalogs, before) == ["open", "open", "open"]


def statuses(sites: SiteReader, catalogs: CatalogReader, connection: Any) -> list[str]:
    book = sites.read(connection, catalogs.read(connection))
    numbers = range(-1, 100)
    found = book.sites(TAMPA, [n for n in numbers if n > 0], -1.0, 100.0)
    return [each.facts.operating_status for each in sorted(found, key=lambda each: each.number)]


def test_a_place_shown_before_is_shown_as_it_is_now(
    warm: AvailabilityTable, elsewhere: AvailabilityTable, tmp_path: Path
) -> None:
    for hours in (2, 1):  # the second says the same, but later
        now = NOW - timedelta(hours=hours)
        elsewhere.report(CALLER, "a", operating_status="limited", now=now)
        for found in (place(warm, "a"), warm.sites_near(*TAMPA, NOW).places[0]):
            assert (found.site_id, found.operating_status, found.status_as_of) == ("a", "limited", now)
    elsewhere.import_sites(write_sites(tmp_path / "sites.csv", {"phone": "813-555-0199"}))
    assert place(warm, "a").phone == warm.sites_near(*TAMPA, NOW).places[0].phone == "+18135550199"


def test_of_the_places_shown_only_some_are_kept(
    warm: AvailabilityTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenting, "PLACES_KEPT", 1)
    assert [p.site_id for p in warm.sites_near(*TAMPA, NOW).places] == ["a", "b", "c"]
    with snapshot(warm._searching) as connection:
        kept = warm._book(connection).places
    assert [place.site_id for place in kept.values()] == ["c"]
    assert shown(warm) == ["a", "b"]


def test_after_a_report_only_what_it_changed_is_read(
    warm: AvailabilityTable, elsewhere: AvailabilityTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def all_sites(_: object) -> None:
        raise AssertionError("all sites were read again")

    monkeypatch.setattr(site_reader, "all_sites", all_sites)
    for site_id in ("a", "b", "a"):
        elsewhere.report(CALLER, site_id, operating_status="limited", now=NOW)
        assert place(warm, site_id).operating_status == "limited"
    elsewhere.report(CALLER, "a", operating_status="closed", now=NOW)
    assert shown(warm) == ["b"]
    elsewhere.set_cadence("feed", 24, 72)
    assert shown(warm) == ["b"]


def test_of_many_searches_at_once_one_reads_the_sites(
    warm: AvailabilityTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    all_sites = site_reader.all_sites
    monkeypatch.setattr(site_reader, "all_sites", lambda c: read.append(1) or all_sites(c))
    cold = AvailabilityTable(warm.engine, warm.vocabulary, warm.gazetteer)
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: shown(cold), range(8)))
    assert found == [["a", "b"]] * 8
    assert len(read) == 1


def test_an_import_of_sites_makes_nobody_who_reports_wait(
    postgres_table: AvailabilityTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(postgres_table, [site("a", 1), site("b", 2)], [entry("a"), entry("b")])
    store_sites, someone = site_import.store_sites, ThreadPoolExecutor(1)

    def store_and_report(*arguments: Any) -> Any:
        outcomes = store_sites(*arguments)
        report = someone.submit(
            postgres_table.report, CALLER, "b", operating_status="closed", now=NOW
        ).result(timeout=10)
        assert report.operating_status == "closed"
        assert shown(postgres_table) == ["a"]
        return outcomes

    monkeypatch.setattr(site_import, "store_sites", store_and_report)
    feed = write_sites(tmp_path / "sites.csv", {"site_id": "new", "source": "a source never met"})
    postgres_table.import_sites(feed)
    assert shown(postgres_table) == ["a", "new"]


def test_a_closed_status_lasts_through_an_import_that_knows_no_newer_one(
    warm: AvailabilityTable, elsewhere: AvailabilityTable, tmp_path: Path
) -> None:
    elsewhere.report(CALLER, "a", operating_status="closed", now=NOW)
    older = {"status_as_of": hours_ago(50), "name": "Renamed"}
    elsewhere.import_sites(write_sites(tmp_path / "sites.csv", older))
    assert shown(warm) == ["b"]
