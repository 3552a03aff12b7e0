"""Importing sites.csv: read everything aside, then store all of it in one transaction."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, update

from knowledge.availability.catalog import DONE, sites_changed
from knowledge.availability.feeds import lifecycle
from knowledge.availability.feeds.file import Feed, FeedRow, Progress, open_feed
from knowledge.availability.feeds.remarks import Remarks
from knowledge.availability.feeds.site_rows import REQUIRED_SITE_COLUMNS, SITE_COLUMNS, SiteRows
from knowledge.availability.feeds.site_staging import SiteStaging
from knowledge.availability.freshness import to_epoch
from knowledge.availability.records import SAMPLE_SOURCE, ImportReport
from knowledge.availability.registry import source_number
from knowledge.availability.sample_store import real_data_was_imported, remove_sample
from knowledge.availability.site_store import Outcome, site_values, store_sites, withdraw_sites
from knowledge.availability.tables import IMPORTS, SOURCES
from knowledge.availability.transactions import plan_by_index, refresh_statistics, writing
from knowledge.errors import BadInput, Conflict, FieldError
from knowledge.places.gazetteer import Gazetteer

# Sites compared with what is held at a time.
BATCH_SITES = 500
# Progress is told after so many rows.
TELL_EVERY = 2000


def import_sites(
    engine: Engine,
    gazetteer: Gazetteer,
    path: Path,
    *,
    source: str = "",
    replace_source: bool = False,
    rejected_file: Path | None = None,
    progress: Progress | None = None,
    now: datetime | None = None,
) -> ImportReport:
    """Import a feed of sites: all of it becomes visible at once, or nothing.

    `source` stands in for rows that name none. `replace_source` withdraws the sites that the file's sources
    list no longer. Raises BadInput for a file that is no feed; refused rows are counted and written to
    `rejected_file`.
    """
    now = now or datetime.now(UTC)
    with open_feed(path, SITE_COLUMNS, REQUIRED_SITE_COLUMNS) as feed:
        if "zip" not in feed.columns and not {"latitude", "longitude"} <= feed.columns.keys():
            problem = "has neither zip nor latitude and longitude"
            raise BadInput(f"The header {problem}. Nothing was imported.", [FieldError("zip", problem, 1)])
        remarks = Remarks(feed.header, rejected_file)
        rows = SiteRows(feed.columns, gazetteer, now, source)
        try:
            return _SiteImport(engine, feed, rows, remarks, replace_source, progress).run()
        finally:
            remarks.close()


@dataclass(slots=True)
class _SiteImport:
    engine: Engine
    feed: Feed
    rows: SiteRows
    remarks: Remarks
    replace_source: bool
    progress: Progress | None
    read_rows: int = 0
    taken_rows: int = 0
    withdrawn: int = 0
    outcomes: dict[Outcome, int] = field(
        default_factory=lambda: {"accepted": 0, "updated": 0, "unchanged": 0}
    )

    def run(self) -> ImportReport:
        started = time.monotonic()
        with SiteStaging(self.engine) as staging:
            sources = self._read(staging)
            self._store(staging, sources)
            refresh_statistics(self.engine, "sites")
            self.outcomes["unchanged"] += self.taken_rows - staging.count()
        return self._report(time.monotonic() - started)

    def _read(self, staging: SiteStaging) -> set[str]:
        """Read all rows into the waiting room; returns the sources met."""
        sources: set[str] = set()
        for row in self.feed.rows:
            self._read_row(row, staging, sources)
            self.read_rows += 1
            if self.progress and self.read_rows % TELL_EVERY == 0:
                self.progress(self.read_rows, self.feed.expected(self.read_rows))
        if self.replace_source:
            self.remarks.check_fit_for_replacing(self.read_rows)
        if self.progress:
            self.progress(self.read_rows, self.read_rows)
        return sources

    def _read_row(self, row: FeedRow, staging: SiteStaging, sources: set[str]) -> None:
        if row.problem:
            self.remarks.refuse(row.line, row.fields, [("", row.problem)])
            return
        reading = self.rows.read(row.fields)
        if reading.site is None:
            self.remarks.refuse(row.line, row.fields, reading.errors)
            return
        if reading.mends:
            self.remarks.mend(row.line, reading.mends)
        self.taken_rows += 1
        sources.add(reading.site.source)
        staging.put(site_values(reading.site))

    def _store(self, staging: SiteStaging, sources: set[str]) -> None:
        """The one transaction that makes everything visible."""
        if not sources:
            return
        now = datetime.now(UTC)
        with writing(self.engine, alone=True) as connection:
            plan_by_index(connection)
            self._keep_sample_apart(connection, sources)
            numbers = {name: source_number(connection, name, tell=False) for name in sources}
            for batch in staging.batches(BATCH_SITES):
                for outcome in store_sites(connection, batch, numbers):
                    self.outcomes[outcome] += 1
            if self.replace_source:
                self.withdrawn = withdraw_sites(connection, numbers.values(), staging.site_ids())
            stamp = {"imported_at": to_epoch(now)}
            connection.execute(update(SOURCES).where(SOURCES.c.id.in_(numbers.values())).values(stamp))
            self._log(connection, sample=sources == {SAMPLE_SOURCE}, now=now)
            sites_changed(connection)

    def _keep_sample_apart(self, connection: Connection, sources: set[str]) -> None:
        """Invented sites leave when real ones come, and cannot come where real ones are."""
        if SAMPLE_SOURCE not in sources:
            remove_sample(connection)
        elif len(sources) > 1 or real_data_was_imported(connection):
            raise Conflict(
                "The file holds invented sites (source 'sample'); they are not mixed with real ones."
            )

    def _log(self, connection: Connection, *, sample: bool, now: datetime) -> None:
        values = (
            lifecycle.new_import("sites", now)
            | self.outcomes
            | {
                "state": DONE,
                "finished_at": to_epoch(now),
                "mended": self.remarks.mended,
                "rejected": self.remarks.rejected,
                "sample": sample,
            }
        )
        connection.execute(IMPORTS.insert().values(values))

    def _report(self, seconds: float) -> ImportReport:
        return ImportReport(
            **self.outcomes,
            mended=self.remarks.mended,
            rejected=self.remarks.rejected,
            withdrawn=self.withdrawn,
            errors=tuple(self.remarks.errors),
            mends=tuple(self.remarks.mends),
            warnings=self.feed.warnings,
            rejected_file=self.remarks.written_to,
            seconds=round(seconds, 3),
        )
