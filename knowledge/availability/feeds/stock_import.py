"""Importing stock.csv: read, wait, merge, publish.

Reading and sorting touch no table that anyone else uses. Merging writes short transactions that no reader
sees. One last small transaction makes everything visible, or nothing ever is.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, select, update

from knowledge.availability.catalog import PUBLISHED, changed
from knowledge.availability.feeds import lifecycle
from knowledge.availability.feeds.file import Feed, FeedRow, Progress, open_feed
from knowledge.availability.feeds.merging import Merge, merging
from knowledge.availability.feeds.remarks import Remarks
from knowledge.availability.feeds.staging import Staging
from knowledge.availability.feeds.stock_rows import (
    IDENTIFYING_COLUMNS,
    REQUIRED_STOCK_COLUMNS,
    STOCK_COLUMNS,
    Line,
    Product,
    SitePlace,
    StockRows,
)
from knowledge.availability.freshness import to_epoch
from knowledge.availability.records import REPORTS_SOURCE, SAMPLE_SOURCE, ImportReport
from knowledge.availability.registry import Item, Registry
from knowledge.availability.sample_store import remove_sample
from knowledge.availability.site_store import move_stock
from knowledge.availability.tables import IMPORTS, SITES, SOURCES, STOCK
from knowledge.availability.transactions import refresh_statistics, writing
from knowledge.errors import BadInput, FieldError
from knowledge.medicines.vocabulary import Vocabulary

# Rows held in memory at a time.
BATCH_ROWS = 20_000
# After so many changes PostgreSQL is made to look at the table at once.
MANY_ROWS = 10_000
# How often an import tells that it is alive.
HEARTBEAT_SECONDS = 20.0


def import_stock(
    engine: Engine,
    vocabulary: Vocabulary,
    path: Path,
    *,
    source: str = "",
    replace_source: bool = False,
    rejected_file: Path | None = None,
    progress: Progress | None = None,
    now: datetime | None = None,
) -> ImportReport:
    """Import a stock feed: all of it becomes visible at once, or nothing.

    `source` stands in for rows that name none. `replace_source` removes what the file's sources list no
    longer. Raises BadInput for a file that is no feed; refused rows are counted and written to
    `rejected_file`.
    """
    now = now or datetime.now(UTC)
    lifecycle.recover(engine, datetime.now(UTC))
    with open_feed(path, STOCK_COLUMNS, REQUIRED_STOCK_COLUMNS) as feed:
        if not any(name in feed.columns for name in IDENTIFYING_COLUMNS):
            problem = f"has none of the columns {', '.join(IDENTIFYING_COLUMNS)}"
            raise BadInput(
                f"The header {problem}. Nothing was imported.", [FieldError("medicine", problem, 1)]
            )
        remarks = Remarks(feed.header, rejected_file)
        with engine.connect() as connection:
            registry, sites = Registry(connection), site_places(connection)
        rows = StockRows(feed.columns, len(feed.header), sites, vocabulary, now, source)
        try:
            return _StockImport(engine, registry, feed, rows, remarks, replace_source, progress).run()
        finally:
            remarks.close()


def site_places(connection: Connection) -> dict[str, SitePlace]:
    """The sites that stock may be imported for, by site_id."""
    wanted = select(
        SITES.c.site_id, SITES.c.id, SITES.c.cell, SITES.c.timezone, SOURCES.c.name == SAMPLE_SOURCE
    )
    listed = wanted.join(SOURCES, SOURCES.c.id == SITES.c.source).where(~SITES.c.withdrawn)
    return {
        site_id: SitePlace(number, cell, _zone(timezone), bool(sample))
        for site_id, number, cell, timezone, sample in connection.execute(listed)
    }


@lru_cache
def _zone(timezone: str) -> ZoneInfo:
    return ZoneInfo(timezone or "UTC")


@dataclass(slots=True)
class _Tally:
    """What becomes of one source's rows."""

    rows: int = 0
    known: int = 0
    unchanged: int = 0


@dataclass(slots=True)
class _StockImport:
    engine: Engine
    registry: Registry
    feed: Feed
    rows: StockRows
    remarks: Remarks
    replace_source: bool
    progress: Progress | None
    generation: int = 0
    read_rows: int = 0
    doubles: int = 0
    withdrawn: int = 0
    tallies: dict[int, _Tally] = field(default_factory=dict)
    last_beat: float = field(default_factory=time.monotonic)

    def run(self) -> ImportReport:
        started = time.monotonic()
        self.generation = lifecycle.begin(self.engine, "stock", datetime.now(UTC))
        with Staging(self.engine) as staging:
            try:
                self._read(staging)
                self.doubles -= staging.sort()
                with merging(self.engine, staging, self.generation) as merge:
                    self._merge(merge, staging)
                self._publish(staging)
            except BaseException:
                lifecycle.give_up(self.engine, self.generation)
                raise
            self._tidy(staging)
        return self._report(time.monotonic() - started)

    def _read(self, staging: Staging) -> None:
        """Read all rows into the waiting room, refusing what cannot be taken."""
        while batch := list(islice(self.feed.rows, BATCH_ROWS)):
            lines = [line for row in batch if (line := self._line(row)) is not None]
            self._number(lines)
            staging.add(map(_waiting, lines))
            self.read_rows += len(batch)
            self.doubles += len(lines)
            self._stay_alive()
            if self.progress:
                self.progress(self.read_rows, self.feed.expected(self.read_rows))
        if self.replace_source:
            self.remarks.check_fit_for_replacing(self.read_rows)

    def _line(self, row: FeedRow) -> Line | None:
        if row.problem:
            self.remarks.refuse(row.line, row.fields, [("", row.problem)])
            return None
        reading = self.rows.read(row.fields)
        if reading.line is None:
            self.remarks.refuse(row.line, row.fields[: self.rows.width], reading.errors)
        elif reading.mends:
            self.remarks.mend(row.line, reading.mends)
        return reading.line

    def _number(self, lines: Sequence[Line]) -> None:
        """Give numbers to the products and senders met for the first time."""
        products = {id(line.product): line.product for line in lines if not line.product.item}
        senders = {id(line.sender): line.sender for line in lines if not line.sender.number}
        if not products and not senders:
            return
        with writing(self.engine) as connection:
            self.registry.add_sources(connection, (sender.name for sender in senders.values()))
            self.registry.add_medicines(connection, (each.medicine_name for each in products.values()))
            for product in products.values():
                product.medicine = self.registry.medicines[product.medicine_name]
            self.registry.add_items(connection, map(_item, products.values()))
        for product in products.values():
            product.item = self.registry.items[_item(product)]
        for sender in senders.values():
            sender.number = self.registry.sources[sender.name]

    def _merge(self, merge: Merge, staging: Staging) -> None:
        with self.engine.connect() as connection:
            into_empty = connection.execute(select(STOCK.c.medicine).limit(1)).first() is None
        for chunk in staging.chunks():
            with merge.chunk(chunk) as connection:
                counts = merge.count_into_empty(chunk) if into_empty else merge.count(chunk)
                merge.write(chunk, into_empty=into_empty)
                if self.replace_source and not into_empty:
                    merge.write_again(chunk)
                lifecycle.beat(connection, self.generation, datetime.now(UTC))
            for count in counts:
                tally = self.tallies.setdefault(count.source, _Tally())
                tally.rows += count.rows
                tally.known += count.known
                tally.unchanged += count.unchanged

    def _publish(self, staging: Staging) -> None:
        """The one transaction that makes everything visible."""
        now = datetime.now(UTC)
        invented = {self.registry.sources.get(name) for name in (SAMPLE_SOURCE, REPORTS_SOURCE)}
        real = bool(self.tallies.keys() - invented)
        with writing(self.engine, alone=True) as connection:
            lifecycle.beat(connection, self.generation, now)
            self._follow_moved_sites(connection)
            for number, newest in staging.newest_by_source().items():
                self._update_source(connection, number, newest, now)
            if real:
                remove_sample(connection)
            counts = self._report(0.0)
            values = {name: getattr(counts, name) for name in COUNTS} | {
                "state": PUBLISHED,
                "finished_at": to_epoch(now),
                "sample": bool(self.tallies) and not real,
            }
            connection.execute(update(IMPORTS).where(IMPORTS.c.id == self.generation).values(values))
            changed(connection)

    def _update_source(self, connection: Connection, number: int, newest: int, now: datetime) -> None:
        tally = self.tallies[number]
        held = connection.execute(select(SOURCES).where(SOURCES.c.id == number)).one()
        values = {
            "stock_rows": tally.rows if self.replace_source else held.stock_rows + tally.rows - tally.known,
            "newest_as_of": newest if self.replace_source else max(newest, held.newest_as_of or 0),
            "imported_at": to_epoch(now),
        }
        if self.replace_source:
            self.withdrawn += max(0, held.stock_rows - tally.known)
            values["oldest_generation"] = self.generation
        connection.execute(update(SOURCES).where(SOURCES.c.id == number).values(values))

    def _follow_moved_sites(self, connection: Connection) -> None:
        """Sites may have moved to another cell while the feed was read; their new rows go with them."""
        known = {place.number: place.cell for place in self.rows.sites.values()}
        for number, cell in connection.execute(select(SITES.c.id, SITES.c.cell)):
            if known.get(number, cell) != cell:
                move_stock(connection, number, known[number], cell)

    def _tidy(self, staging: Staging) -> None:
        """Remove what was replaced; readers see no difference."""
        if any(tally.known for tally in self.tallies.values()) and not self.replace_source:
            with merging(self.engine, staging, self.generation) as merge:
                for chunk in staging.chunks():
                    with merge.chunk(chunk) as connection:
                        merge.remove_replaced(chunk)
                        lifecycle.beat(connection, self.generation, datetime.now(UTC))
        if self.replace_source:
            lifecycle.sweep(self.engine, self.generation)
        lifecycle.finish(self.engine, self.generation)
        if sum(tally.rows - tally.unchanged for tally in self.tallies.values()) >= MANY_ROWS:
            refresh_statistics(self.engine, "stock")

    def _stay_alive(self) -> None:
        if time.monotonic() - self.last_beat > HEARTBEAT_SECONDS:
            with writing(self.engine) as connection:
                lifecycle.beat(connection, self.generation, datetime.now(UTC))
            self.last_beat = time.monotonic()

    def _report(self, seconds: float) -> ImportReport:
        tallies = self.tallies.values()
        unchanged = sum(tally.unchanged for tally in tallies)
        return ImportReport(
            accepted=sum(tally.rows - tally.known for tally in tallies),
            updated=sum(tally.known for tally in tallies) - unchanged,
            unchanged=unchanged + self.doubles,
            mended=self.remarks.mended,
            rejected=self.remarks.rejected,
            withdrawn=self.withdrawn,
            errors=tuple(self.remarks.errors),
            mends=tuple(self.remarks.mends),
            warnings=self.feed.warnings,
            rejected_file=self.remarks.written_to,
            seconds=round(seconds, 3),
        )


COUNTS = ("accepted", "updated", "unchanged", "mended", "rejected")


def _item(product: Product) -> Item:
    return Item(product.medicine, product.rxcui, product.ndc, product.strength, product.form, product.program)


def _waiting(line: Line) -> tuple[Any, ...]:
    """A line as a row of the waiting room."""
    return (
        line.product.medicine,
        line.site.cell,
        line.site.number,
        line.sender.number,
        line.product.item,
        line.status,
        line.as_of,
        line.quantity,
        line.unit,
        line.price,
        line.note,
    )
