"""How this room reads and writes: one consistent moment to read, one whole change to write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from select import select
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError

from knowledge.database import open_database

# Any number that no other lock of this database uses.
ALONE_LOCK = 7433102


# How PostgreSQL is to plan the searches: in the order they are written, by index, once for all. Its own
# choice rests on statistics that a fresh import has not made yet, and may read the whole table instead.
PLANNING = {
    "join_collapse_limit": "1",
    "from_collapse_limit": "1",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
    "enable_seqscan": "off",
    "enable_bitmapscan": "off",
    "enable_material": "off",
    "enable_memoize": "off",
    "jit": "off",
    "plan_cache_mode": "force_generic_plan",
}


# How SQLite is to read for searches: straight from the file as the system holds it in memory, and only read.
READING = ("mmap_size=4294967296", "cache_size=-16384", "query_only=ON")


def searching_engine(engine: Engine) -> Engine:
    """The engine for searches, with connections of its own that plan or read as above.

    It is disposed of together with the engine it was made from.
    """
    if engine.dialect.name == "sqlite":
        if engine.url.database in (None, "", ":memory:"):
            return engine
        searching = open_database(engine.url.render_as_string(hide_password=False))
        event.listen(searching, "connect", _only_read)
    else:
        options = " ".join(f"-c {name}={value}" for name, value in PLANNING.items())
        searching = create_engine(engine.url, connect_args={"options": options})
        event.listen(searching, "checkout", _refuse_dead)
    event.listen(engine, "engine_disposed", lambda _: searching.dispose())
    return searching


def _refuse_dead(connection: Any, _record: object, _proxy: object) -> None:
    """Have the pool connect anew where the server hung up: asking it (a ping) would cost three round trips.

    A connection at rest has nothing to read but the end of the stream.
    """
    if connection.closed or select([connection.fileno()], [], [], 0)[0]:
        raise DisconnectionError


def _only_read(connection: Any, _record: object) -> None:
    for setting in READING:
        connection.execute(f"PRAGMA {setting}").close()


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one moment of the tables, whatever is imported meanwhile."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            # Straight to the driver, like the searches.
            connection.connection.cursor().execute("BEGIN")
        else:
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection
        # Nothing was written, but at a rollback psycopg would forget the statements that it prepared.
        connection.connection.commit()


def plan_by_index(connection: Connection) -> None:
    """In this transaction PostgreSQL finds rows by index: a table being filled has no statistics yet."""
    if connection.dialect.name == "postgresql":
        for setting in ("enable_hashjoin", "enable_mergejoin", "enable_seqscan"):
            connection.exec_driver_sql(f"SET LOCAL {setting} = off")


def refresh_statistics(engine: Engine, table: str) -> None:
    """After much was written: PostgreSQL learns the table anew and may read its indexes alone."""
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            alone = connection.execution_options(isolation_level="AUTOCOMMIT")
            alone.exec_driver_sql(f"VACUUM (ANALYZE) {table}")


@contextmanager
def writing(engine: Engine, *, alone: bool = False) -> Iterator[Connection]:
    """A transaction that is committed whole, or not at all.

    On SQLite it takes the write lock at once: a transaction that reads first and writes later would be
    refused, without waiting, when another writer came between. On PostgreSQL `alone` waits for other
    transactions that ask to be alone: those that move sites and those that publish an import.
    """
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        elif alone:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ALONE_LOCK})")
        yield connection
        connection.commit()
