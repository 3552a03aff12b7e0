"""What dead imports leave behind, and how it goes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from knowledge.availability.catalog import DONE, FAILED, PUBLISHED
from knowledge.availability.feeds import lifecycle, stock_import
from knowledge.availability.table import AvailabilityTable
from knowledge.availability.tables import IMPORTS, STOCK
from knowledge.availability.transactions import writing
from knowledge.errors import Conflict
from tests.knowledge.availability.conftest import NOW
from tests.knowledge.availability.feeds.csv_text import hours_ago, write_sites, write_stock


@pytest.fixture
def stocked(table: AvailabilityTable, tmp_path: Path) -> AvailabilityTable:
    table.import_sites(write_sites(tmp_path / "sites.csv", {}, {"site_id": "b"}), now=NOW)
    table.import_stock(write_stock(tmp_path / "stock.csv", {"as_of": hours_ago(9)}), now=NOW)
    return table


def die_before(table: AvailabilityTable, step: str, feed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Import, as a process that is killed before a step would, some time ago."""
    with monkeypatch.context() as patched:
        patched.setattr(stock_import._StockImport, step, lambda *_: exec("raise KeyboardInterrupt"))
        patched.setattr(lifecycle, "give_up", lambda *_: None)
        with pytest.raises(KeyboardInterrupt):
            table.import_stock(feed, now=NOW)
    long_ago = int((datetime.now(UTC) - timedelta(hours=1)).timestamp())
    with writing(table.engine) as connection:
        newest = select(IMPORTS.c.id).order_by(IMPORTS.c.id.desc()).limit(1).scalar_subquery()
        connection.execute(update(IMPORTS).where(IMPORTS.c.id == newest).values(heartbeat_at=long_ago))


def state(table: AvailabilityTable) -> tuple[list[tuple[float | None, int]], str]:
    """(quantity, generation) of every row held, and the state of the last import."""
    with table.engine.connect() as connection:
        rows = connection.execute(select(STOCK.c.quantity, STOCK.c.generation).order_by(STOCK.c.generation))
        states = connection.execute(select(IMPORTS.c.state).order_by(IMPORTS.c.id.desc())).scalars().first()
        return [(quantity, generation) for quantity, generation in rows], str(states)


def shown(table: AvailabilityTable) -> list[float | None]:
    place = table.site_with_stock("a", NOW)
    assert place
    return [line.quantity for line in place.stock]


def test_what_was_not_published_is_never_seen_and_goes(
    stocked: AvailabilityTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = write_stock(tmp_path / "2.csv", {"quantity": "7"}, {"site_id": "b"})
    die_before(stocked, "_publish", feed, monkeypatch)
    assert len(state(stocked)[0]) == 3
    assert shown(stocked) == [5]
    assert stocked.recover() == 1
    assert state(stocked) == ([(5, 2)], FAILED)
    assert shown(stocked) == [5]
    assert stocked.recover() == 0


def test_what_was_published_stays_and_is_tidied_up(
    stocked: AvailabilityTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    die_before(stocked, "_tidy", write_stock(tmp_path / "2.csv", {"quantity": "7"}), monkeypatch)
    assert state(stocked) == ([(5, 2), (7, 3)], PUBLISHED)
    assert shown(stocked) == [7]
    assert stocked.recover() == 1
    assert state(stocked) == ([(7, 3)], DONE)
    assert shown(stocked) == [7]


def test_a_new_import_clears_away_first(
    stocked: AvailabilityTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = write_stock(tmp_path / "2.csv", {"quantity": "7"})
    die_before(stocked, "_publish", feed, monkeypatch)
    assert stocked.import_stock(feed, now=NOW).updated == 1
    assert state(stocked) == ([(7, 4)], DONE)


def test_an_import_that_lives_is_left_alone(stocked: AvailabilityTable) -> None:
    generation = lifecycle.begin(stocked.engine, "stock", datetime.now(UTC))
    assert stocked.recover() == 0
    with writing(stocked.engine) as connection:
        lifecycle.beat(connection, generation, datetime.now(UTC))


def test_an_import_that_was_given_up_notices(stocked: AvailabilityTable) -> None:
    generation = lifecycle.begin(stocked.engine, "stock", datetime.now(UTC) - timedelta(hours=1))
    assert stocked.recover() == 1
    with pytest.raises(Conflict, match="given up"), writing(stocked.engine) as connection:
        lifecycle.beat(connection, generation, datetime.now(UTC))
