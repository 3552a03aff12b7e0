"""From the waiting rows into the stock table, a chunk at a time; the SQL is the same on both engines.

On SQLite the waiting rows are attached as a second database, on PostgreSQL each chunk is copied into a
temporary table. Either way they stand in a table that the statements below call k.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy import Connection, Engine, text

from knowledge.availability.catalog import ABANDONED, RUNNING
from knowledge.availability.feeds.staging import COLUMNS, KEY, Chunk, Staging
from knowledge.availability.transactions import plan_by_index

_COLUMNS = ", ".join(COLUMNS)
_SAME_KEY = " AND ".join(f"h.{name} = k.{name}" for name in KEY)
_CHUNK = "k.medicine BETWEEN :first AND :last"
_SAME_WORD = (
    "h.as_of = k.as_of AND h.status = k.status AND coalesce(h.quantity, -1) = coalesce(k.quantity, -1)"
    " AND coalesce(h.unit, '') = coalesce(k.unit, '') AND coalesce(h.price, '') = coalesce(k.price, '')"
    " AND coalesce(h.note, '') = coalesce(k.note, '')"
)


class SourceCount(NamedTuple):
    """Of one source's rows in a chunk: how many, how many of known key, how many that change nothing."""

    source: int
    rows: int
    known: int
    unchanged: int


class Merge:
    """Merges the waiting rows of one import under its generation."""

    def __init__(self, connection: Connection, staging: Staging, generation: int) -> None:
        self._connection = connection
        self._staging = staging
        self._generation = generation
        self._sqlite = connection.dialect.name == "sqlite"
        self._from = "waiting.sorted k" if self._sqlite else "waiting k"

    @contextmanager
    def chunk(self, chunk: Chunk) -> Iterator[Connection]:
        """A transaction in which the chunk's rows can be read as k."""
        if self._sqlite:
            self._connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            _copy(self._connection, self._staging, chunk)
        try:
            yield self._connection
            self._connection.commit()
        except BaseException:
            self._connection.rollback()
            raise

    def count(self, chunk: Chunk) -> list[SourceCount]:
        """What the chunk will do, before it is written."""
        statement = text(
            f"SELECT source, count(*), sum(known), sum(beaten) FROM (SELECT k.source AS source,"  # noqa: S608
            f" {_flag(self._held())} AS known, {_flag(self._beaten())} AS beaten"
            f" FROM {self._from} WHERE {_CHUNK}) AS each_row GROUP BY source"
        )
        rows = self._connection.execute(statement, self._parameters(chunk))
        return [SourceCount(*(int(value) for value in row)) for row in rows]

    def count_into_empty(self, chunk: Chunk) -> list[SourceCount]:
        """The same where the stock table holds nothing yet."""
        statement = text(
            f"SELECT k.source, count(*) FROM {self._from} WHERE {_CHUNK} GROUP BY k.source"  # noqa: S608
        )
        rows = self._connection.execute(statement, chunk._asdict())
        return [SourceCount(int(source), int(count), 0, 0) for source, count in rows]

    def write(self, chunk: Chunk, *, into_empty: bool) -> None:
        """Write the rows that are new or say something new."""
        columns = ", ".join(f"k.{name}" for name in COLUMNS)
        only_news = "" if into_empty else f" AND NOT {self._beaten()}"
        self._run(
            f"INSERT INTO stock ({_COLUMNS}, generation) SELECT {columns}, :generation"  # noqa: S608
            f" FROM {self._from} WHERE {_CHUNK}{only_news}",
            chunk,
        )

    def write_again(self, chunk: Chunk) -> None:
        """Write under this generation what is held and still listed, so that it outlives a replacing."""
        columns = ", ".join(f"h.{name}" for name in COLUMNS)
        better = " AND ".join(f"b.{name} = h.{name}" for name in KEY) + (
            " AND (b.as_of > h.as_of OR (b.as_of = h.as_of AND b.generation > h.generation))"
        )
        self._run(
            f"INSERT INTO stock ({_COLUMNS}, generation) SELECT {columns}, :generation"  # noqa: S608
            f" FROM {self._from} JOIN stock h ON {_SAME_KEY} AND {_visible('h')}"
            f" WHERE {_CHUNK} AND h.generation <> :generation AND {self._beaten()}"
            f" AND NOT EXISTS (SELECT 1 FROM stock b WHERE {better} AND {_visible('b')}"
            " AND b.generation <> :generation)",
            chunk,
        )

    def remove_replaced(self, chunk: Chunk) -> None:
        """Remove what the chunk's rows took the place of; after publishing."""
        key = ", ".join((*KEY, "generation"))
        held = ", ".join(f"h.{name}" for name in (*KEY, "generation"))
        new = " AND ".join(f"n.{name} = h.{name}" for name in KEY)
        self._run(
            f"DELETE FROM stock WHERE ({key}) IN (SELECT {held}"  # noqa: S608
            f" FROM {self._from} JOIN stock h ON {_SAME_KEY} AND h.generation < :generation"
            f" JOIN stock n ON {new} AND n.generation = :generation AND n.as_of >= h.as_of"
            f" WHERE {_CHUNK} AND {_visible('h')})",
            chunk,
        )

    def _held(self) -> str:
        return f"EXISTS (SELECT 1 FROM stock h WHERE {_SAME_KEY} AND {_visible('h')})"  # noqa: S608

    def _beaten(self) -> str:
        """Whether something held is newer than k, or says the same."""
        wins = f"(h.as_of > k.as_of OR ({_SAME_WORD}))"
        return f"EXISTS (SELECT 1 FROM stock h WHERE {_SAME_KEY} AND {_visible('h')} AND {wins})"  # noqa: S608

    def _parameters(self, chunk: Chunk) -> dict[str, int]:
        return chunk._asdict() | {"generation": self._generation}

    def _run(self, statement: str, chunk: Chunk) -> None:
        self._connection.execute(text(statement), self._parameters(chunk))


def sweep_superseded(connection: Connection, generation: int, medicines: Sequence[int]) -> None:
    """Remove what a published import replaced or dropped, by looking at every row of these medicines."""
    new = " AND ".join(f"n.{name} = stock.{name}" for name in KEY)
    numbers = ", ".join(map(str, medicines))
    statement = (
        f"DELETE FROM stock WHERE medicine IN ({numbers}) AND generation < :generation"  # noqa: S608
        f" AND generation NOT IN ({_HIDDEN}) AND (generation < ({_OLDEST.format(row='stock')})"
        f" OR EXISTS (SELECT 1 FROM stock n WHERE {new} AND n.generation = :generation"
        " AND n.as_of >= stock.as_of))"
    )
    connection.execute(text(statement), {"generation": generation})


_HIDDEN = f"SELECT id FROM availability_imports WHERE state IN ('{RUNNING}', '{ABANDONED}')"  # noqa: S608
_OLDEST = "SELECT oldest_generation FROM availability_sources c WHERE c.id = {row}.source"


def _visible(row: str) -> str:
    return f"{row}.generation NOT IN ({_HIDDEN}) AND {row}.generation >= ({_OLDEST.format(row=row)})"


def _flag(condition: str) -> str:
    return f"CASE WHEN {condition} THEN 1 ELSE 0 END"


@contextmanager
def merging(engine: Engine, staging: Staging, generation: int) -> Iterator[Merge]:
    """A connection on which the waiting rows can be merged."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("ATTACH DATABASE ? AS waiting", (str(staging.path),))
        try:
            yield Merge(connection, staging, generation)
        finally:
            connection.rollback()
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("DETACH DATABASE waiting")
            else:
                connection.exec_driver_sql("DROP TABLE IF EXISTS waiting")
                connection.commit()


_TYPES = {"cell": "bigint", "as_of": "bigint", "status": "smallint", "quantity": "double precision"}
_TEXTS = frozenset({"unit", "price", "note"})


def _copy(connection: Connection, staging: Staging, chunk: Chunk) -> None:
    """Copy a chunk into PostgreSQL's temporary table, in a transaction that plans by index."""
    types = ", ".join(
        f"{name} {'text' if name in _TEXTS else _TYPES.get(name, 'integer')}" for name in COLUMNS
    )
    plan_by_index(connection)
    connection.exec_driver_sql(f"CREATE TEMP TABLE IF NOT EXISTS waiting ({types}) ON COMMIT DELETE ROWS")
    cursor = connection.connection.cursor()
    with cursor.copy(f"COPY waiting ({_COLUMNS}) FROM STDIN") as copy:
        for row in staging.rows(chunk):
            copy.write_row(row)
    cursor.close()
    connection.exec_driver_sql("ANALYZE waiting")
