"""Sources: how fresh, how often, how far trusted."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from knowledge.availability.table import AvailabilityTable
from knowledge.errors import BadInput, NotFound
from tests.knowledge.availability.conftest import NOW
from tests.knowledge.availability.feeds.csv_text import hours_ago, write_sites, write_stock
from tests.knowledge.availability.world import TAMPA, entry, site, store


def test_freshness_of_every_source(either_table: AvailabilityTable, tmp_path: Path) -> None:
    either_table.import_sites(
        write_sites(tmp_path / "s.csv", {}, {"site_id": "b", "source": "other"}), now=NOW
    )
    either_table.import_stock(
        write_stock(
            tmp_path / "1.csv", {"as_of": hours_ago(30)}, {"as_of": hours_ago(40), "medicine": "warfarin"}
        ),
        now=NOW,
    )
    feed, other = either_table.freshness(NOW)
    assert (feed.name, feed.sites, feed.stock_rows, feed.freshness) == ("feed", 1, 2, "ageing")
    assert feed.newest_as_of == NOW - timedelta(hours=30)
    assert feed.last_import
    assert (other.name, other.sites, other.stock_rows, other.freshness) == ("other", 1, 0, None)


def test_trust_decides_between_two_rows_of_the_same_moment(table: AvailabilityTable) -> None:
    store(table, [site("a")], [entry("a"), entry("a", status="out", source="other")])
    glargine = table.vocabulary.by_name("Lantus")
    assert glargine
    for trusted, status in (("feed", "in_stock"), ("other", "out")):
        table.set_cadence(trusted, 24, 72, trust=5)
        assert table.search([glargine], *TAMPA, NOW).places[0].stock[0].status == status
        table.set_cadence(trusted, 24, 72, trust=0)


def test_cadences_that_cannot_be(table: AvailabilityTable) -> None:
    store(table, [site("a")])
    with pytest.raises(BadInput, match="fresh_hours"):
        table.set_cadence("feed", 48, 24)
    with pytest.raises(NotFound):
        table.set_cadence("nobody", 24, 72)
