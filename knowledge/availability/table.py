"""The availability table: the one door to this room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Literal

from msgspec.structs import replace
from sqlalchemy import Connection, Engine

from knowledge.availability import calls, nearby, reports, sources
from knowledge.availability.catalog import CatalogReader
from knowledge.availability.citing import PREFIX, place_evidence
from knowledge.availability.feeds.aside import Order, import_aside
from knowledge.availability.feeds.export import export_sites, export_stock
from knowledge.availability.feeds.file import Progress, feed_file
from knowledge.availability.feeds.lifecycle import recover
from knowledge.availability.feeds.remarks import rejected_file_beside
from knowledge.availability.feeds.site_import import import_sites
from knowledge.availability.feeds.stock_import import import_stock
from knowledge.availability.presenting import rows_by_id, to_site
from knowledge.availability.question import Question, wanted_of
from knowledge.availability.records import (
    Call,
    ImportReport,
    PlaceResult,
    Report,
    Reporter,
    SearchResult,
    Site,
    SourceFreshness,
)
from knowledge.availability.reports import Observation
from knowledge.availability.search import search
from knowledge.availability.site_book import SiteBook
from knowledge.availability.site_reader import SiteReader
from knowledge.availability.stocked import place_with_stock
from knowledge.availability.transactions import searching_engine, snapshot, writing
from knowledge.errors import BadInput, FieldError
from knowledge.evidence import Evidence
from knowledge.medicines.medicine import Medicine
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.places.gazetteer import Gazetteer
from knowledge.places.place import Place

# More than this nobody reads; callers pass their own smaller number.
MOST_PLACES = 200
# Half around the earth: everything.
MOST_MILES = 12_500.0


class AvailabilityTable:
    """Sites and stock of a database. Safe to use from several threads and processes at once."""

    def __init__(self, engine: Engine, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        self.engine = engine
        self.vocabulary = vocabulary
        self.gazetteer = gazetteer
        self._searching = searching_engine(engine)
        self._catalog = CatalogReader()
        self._sites = SiteReader()
        self._by_slug = {medicine.slug: medicine for medicine in vocabulary.medicines}

    # Looking for places

    def search(
        self,
        medicines: Sequence[Medicine],
        latitude: float,
        longitude: float,
        at: datetime,
        *,
        radius_miles: float | None = None,
        limit: int = 10,
        in_stock: bool = False,
        open_now: bool = False,
        coverage: str = "unknown",
        opioid_use_disorder: bool = False,
        strength: str = "",
    ) -> SearchResult:
        """The places where all of `medicines` may be had, in the contract's useful order.

        Without `radius_miles` the circle starts at 25 miles and widens to 50, 100 and 250 while fewer than
        three places have fresh or ageing stock. `in_stock` keeps only places with such stock. `coverage`
        decides whether donated stock is shown, `opioid_use_disorder` where methadone is looked for;
        lines of another than the asked `strength` are marked as alternatives. Without medicines it is
        `sites_near`.
        """
        if not medicines:
            return self.sites_near(
                latitude, longitude, at, radius_miles=radius_miles, limit=limit, open_now=open_now
            )
        with snapshot(self._searching) as connection:
            catalog = self._catalog.read(connection)
            wanted = wanted_of(medicines, self.vocabulary, catalog)
            question = Question(
                wanted=wanted,
                latitude=latitude,
                longitude=longitude,
                at=at.astimezone(UTC),
                radius_miles=None if radius_miles is None else min(radius_miles, MOST_MILES),
                limit=min(limit, MOST_PLACES),
                in_stock=in_stock,
                open_now=open_now,
                coverage=coverage,
                opioid_use_disorder=opioid_use_disorder,
                strength=strength,
            )
            return search(connection, question, catalog, self._sites.read(connection, catalog))

    def sites_near(
        self,
        latitude: float,
        longitude: float,
        at: datetime,
        *,
        kinds: Collection[str] = (),
        radius_miles: float | None = None,
        limit: int = 10,
        open_now: bool = False,
    ) -> SearchResult:
        """The nearest sites of these kinds (any if none are named), open or soon open ones first."""
        with snapshot(self._searching) as connection:
            return nearby.nearest_sites(
                connection,
                self._book(connection),
                (latitude, longitude),
                at,
                kinds=kinds,
                radius_miles=None if radius_miles is None else min(radius_miles, MOST_MILES),
                limit=min(limit, MOST_PLACES),
                open_now=open_now,
            )

    def find_sites(
        self, text: str, near: Place | None = None, at: datetime | None = None, limit: int = 5
    ) -> SearchResult:
        """The sites that a text names ('is the Walgreens on Dale Mabry open?'), best match first."""
        with snapshot(self._searching) as connection:
            book, now = self._book(connection), datetime.now(UTC)
            return nearby.named_sites(connection, book, text, at or now, near=near, limit=limit)

    def site_results(self, site_ids: Sequence[str], at: datetime) -> SearchResult:
        """These sites as places of an answer, in this order; unknown ids are left out."""
        with snapshot(self._searching) as connection:
            return nearby.sites_by_id(connection, site_ids, at)

    def site(self, site_id: str) -> Site | None:
        """One site by its id; None when there is none, or when its source no longer lists it."""
        with snapshot(self._searching) as connection:
            row = rows_by_id(connection, [site_id]).get(site_id)
            return to_site(row) if row else None

    def site_with_stock(
        self, site_id: str, at: datetime, medicines: Sequence[Medicine] = ()
    ) -> PlaceResult | None:
        """One site with everything it lists, or what it lists of some medicines."""
        with snapshot(self._searching) as connection:
            catalog = self._catalog.read(connection)
            named = medicines or [m for m in self.vocabulary.medicines if not m.class_mention]
            wanted = wanted_of(named, self.vocabulary, catalog)
            return place_with_stock(connection, site_id, wanted, at, catalog)

    def evidence(self, evidence_id: str) -> Evidence | None:
        """The evidence `availability.<site_id>` or `availability.<site_id>.<medicine slug>`, as of now."""
        whole = evidence_id.removeprefix(PREFIX)
        site_id, _, slug = whole.rpartition(".")
        medicine = self._by_slug.get(slug)
        place = self.site_with_stock(site_id, datetime.now(UTC), [medicine]) if medicine else None
        place = place or self.site_with_stock(whole, datetime.now(UTC))
        return replace(place_evidence(place), id=evidence_id) if place else None

    # What people report

    def report(
        self,
        reporter: Reporter,
        site_id: str,
        *,
        medicine: str = "",
        rxcui: str = "",
        ndc: str = "",
        status: str = "",
        quantity: float | None = None,
        operating_status: str = "",
        note: str = "",
        observed_at: datetime | None = None,
        now: datetime | None = None,
    ) -> Report:
        """Log what a call or a visit revealed; it holds from the next search on.

        Raises BadInput with field errors for anything that cannot be, such as an unknown site.
        """
        now = now or datetime.now(UTC)
        named, errors = self._named(medicine, rxcui, ndc)
        observation = Observation(
            site_id, named, status, quantity, operating_status, note, observed_at or now
        )
        errors = errors or reports.check(observation, now)
        if errors:
            problems = "; ".join(f"{error.field} {error.message}" for error in errors)
            raise BadInput(f"The report was not taken: {problems}.", errors)
        with writing(self.engine) as connection:
            return reports.add_report(connection, observation, reporter, now, self._catalog)

    def withdraw_report(self, report_id: int, reporter: Reporter, now: datetime | None = None) -> Report:
        """Take back a report of one's own; what stood before holds again."""
        with writing(self.engine) as connection:
            return reports.withdraw(connection, report_id, reporter, now or datetime.now(UTC))

    def reports_of(self, site_id: str, limit: int = 50) -> tuple[Report, ...]:
        """The newest entries of the report log about a site."""
        with snapshot(self._searching) as connection:
            return reports.reports_of(connection, site_id, limit)

    # Places worth calling

    def raise_calls(
        self, met: Iterable[tuple[SearchResult, Iterable[Medicine]]], now: datetime | None = None
    ) -> int:
        """Count the stale and unknown stock that answers met; returns how many places they raised.

        Many answers at once are one change: each change waits for the disk.
        """
        pairs = Counter(pair for result, medicines in met for pair in calls.worth_calling(result, medicines))
        if pairs:
            with writing(self.engine) as connection:
                calls.raise_calls(connection, pairs, now or datetime.now(UTC))
        return pairs.total()

    def calls(self, limit: int = 20, state: str = "", now: datetime | None = None) -> tuple[Call, ...]:
        """The calls most worth making; what a newer feed has answered is dropped first."""
        now = now or datetime.now(UTC)
        with writing(self.engine) as connection:
            calls.drop_settled(connection, now, self._catalog, limit)
            return calls.next_calls(connection, now, limit, state)

    def claim_call(self, call_id: int, reporter: Reporter, now: datetime | None = None) -> Call:
        """Take a call for the next 20 minutes; Conflict while somebody else is on it."""
        with writing(self.engine) as connection:
            return calls.claim(connection, call_id, reporter, now or datetime.now(UTC))

    # Feeds, in and out

    def import_sites(
        self,
        feed: Path | BinaryIO,
        *,
        source: str = "",
        replace_source: bool = False,
        keep_rejected: bool = True,
        progress: Progress | None = None,
        now: datetime | None = None,
    ) -> ImportReport:
        """Import sites.csv: all visible at once, or nothing. The same file twice changes nothing.

        `source` stands in for rows that name none; `replace_source` withdraws what the file's sources no
        longer list. Refused rows of a file go to FILE.rejected.csv, unless `keep_rejected` is off or the feed
        is a stream. Raises BadInput for what is no feed.
        """
        with feed_file(feed) as path:
            return import_sites(
                self.engine,
                self.gazetteer,
                path,
                source=source,
                replace_source=replace_source,
                rejected_file=rejected_file_beside(path) if keep_rejected and path is feed else None,
                progress=progress,
                now=now,
            )

    def import_stock(
        self,
        feed: Path | BinaryIO,
        *,
        source: str = "",
        replace_source: bool = False,
        keep_rejected: bool = True,
        progress: Progress | None = None,
        now: datetime | None = None,
    ) -> ImportReport:
        """Import stock.csv, as `import_sites` does sites; of each source the newest `as_of` wins."""
        with feed_file(feed) as path:
            return import_stock(
                self.engine,
                self.vocabulary,
                path,
                source=source,
                replace_source=replace_source,
                rejected_file=rejected_file_beside(path) if keep_rejected and path is feed else None,
                progress=progress,
                now=now,
            )

    def import_aside(
        self,
        kind: Literal["sites", "stock"],
        feed: Path,
        *,
        home: Path | None = None,
        source: str = "",
        replace_source: bool = False,
        keep_rejected: bool = False,
    ) -> ImportReport:
        """The same in a process of its own: a server's searches stay quick while a feed comes in.

        `home` is the data folder whose imported medicines the feed may name.
        """
        url = self.engine.url.render_as_string(hide_password=False)
        order = Order(url, kind, str(feed), str(home or ""), source, replace_source, keep_rejected)
        return import_aside(order)

    def export_sites(self, path: Path) -> int:
        """Write sites.csv; returns the number of rows."""
        with snapshot(self.engine) as connection:
            return export_sites(connection, path)

    def export_stock(self, path: Path) -> int:
        """Write stock.csv; returns the number of rows."""
        with snapshot(self.engine) as connection:
            return export_stock(connection, path, self._catalog.read(connection))

    def recover(self) -> int:
        """Clear away what imports that died left behind; returns how many there were."""
        return recover(self.engine, datetime.now(UTC))

    # Sources

    def freshness(self, now: datetime | None = None) -> tuple[SourceFreshness, ...]:
        """How fresh every source is."""
        with snapshot(self._searching) as connection:
            return sources.source_freshness(connection, now or datetime.now(UTC))

    def set_cadence(self, source: str, fresh_hours: int, ageing_hours: int, trust: int | None = None) -> None:
        """Say how long a source's word is fresh and ageing, and how far it is trusted."""
        with writing(self.engine) as connection:
            sources.set_cadence(connection, source, fresh_hours, ageing_hours, trust)

    def _book(self, connection: Connection) -> SiteBook:
        """All sites as this connection's snapshot has them."""
        return self._sites.read(connection, self._catalog.read(connection))

    def _named(self, name: str, rxcui: str, ndc: str) -> tuple[Medicine | None, list[FieldError]]:
        """The medicine named by one of the three, or what is wrong with the name."""
        if not (name or rxcui or ndc):
            return None, []
        found = self.vocabulary.resolve(name=name, rxcui=rxcui, ndc=ndc)
        if found:
            return found, []
        field = "rxcui" if rxcui else "ndc" if ndc else "medicine"
        return None, [FieldError(field, "is not in the vocabulary")]
