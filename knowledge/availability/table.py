"""The availability table: the one door to this room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine

from knowledge.availability.catalog import CatalogReader
from knowledge.availability.question import Question, wanted_of
from knowledge.availability.records import SearchResult
from knowledge.availability.search import search
from knowledge.medicines.medicine import Medicine
from knowledge.medicines.vocabulary import Vocabulary

# More than this nobody reads; callers pass their own smaller number.
MOST_PLACES = 200


class AvailabilityTable:
    """Sites and stock of a database, with the vocabulary that names the medicines."""

    def __init__(self, engine: Engine, vocabulary: Vocabulary, gazetteer: object) -> None:
        self.engine = engine
        self._vocabulary = vocabulary
        self._gazetteer = gazetteer
        self._catalog = CatalogReader()

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
        """The places where all of `medicines` may be had, in the contract's useful order."""
        with self._snapshot() as connection:
            catalog = self._catalog.read(connection)
            question = Question(
                wanted=wanted_of(medicines, self._vocabulary, catalog),
                latitude=latitude,
                longitude=longitude,
                at=at,
                radius_miles=radius_miles,
                limit=min(limit, MOST_PLACES),
                in_stock=in_stock,
                open_now=open_now,
                coverage=coverage,
                opioid_use_disorder=opioid_use_disorder,
                strength=strength,
            )
            return search(connection, question, catalog)

    @contextmanager
    def _snapshot(self) -> Iterator[Connection]:
        """A connection that sees one moment of the table, whatever is imported meanwhile."""
        with self.engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN")
            else:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection
