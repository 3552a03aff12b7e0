"""The tables' common ground: one schema for SQLite and PostgreSQL, and the migrations that build it.

Callers pass a SQLAlchemy URL; `sqlite:///…` files are opened in WAL mode so that readers are never
blocked by an import.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script.revision import ResolutionError
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, MetaData, create_engine, event
from sqlalchemy.orm import DeclarativeBase

from knowledge.errors import Unavailable

# Named constraints, so that a migration can change them on both engines.
NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
MIGRATIONS = Path(__file__).parent / "migrations"
# A writer waits this long for another writer before SQLite gives up with "database is locked".
BUSY_TIMEOUT_MS = 30_000


class Base(DeclarativeBase):
    """Every table of `knowledge` hangs on this metadata."""

    metadata = MetaData(naming_convention=NAMING)


def database_url(home: Path, configured: str = "") -> str:
    """The configured SQLAlchemy URL, or SQLite in the data folder `home`."""
    return configured or f"sqlite:///{home / 'tideover.sqlite'}"


def open_database(url: str) -> Engine:
    """An engine for `url` with the settings that both the server and the importers rely on."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    # Parameters stay out of errors and so out of logs: they hold what people asked for.
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _configure(connection: object, _record: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        cursor.execute("PRAGMA journal_mode=WAL")
        # NORMAL in WAL mode survives a killed process; only a power cut can lose the last commits.
        # Acknowledged reports must survive that too, so the log is written with FULL.
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    return engine


def migrate(engine: Engine, scripts: Path = MIGRATIONS, version_table: str = "alembic_version") -> None:
    """Bring the tables of `engine` to the newest schema; does nothing when they are.

    Raises Unavailable, and changes nothing, where a newer program made them.
    """
    config = Config()
    config.set_main_option("script_location", str(scripts))
    with engine.begin() as connection:
        _take_migration_lock(connection)
        config.attributes["connection"] = connection
        config.attributes["version_table"] = version_table
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            if not isinstance(error.__cause__, ResolutionError):
                raise
            raise Unavailable(
                f"A newer Tideover made these tables (revision {error.__cause__.argument}): start that "
                "version, or give another data folder in TIDEOVER_HOME or another TIDEOVER_DATABASE_URL."
            ) from error


def _take_migration_lock(connection: Connection) -> None:
    """Several processes may start at once against one PostgreSQL; one migrates, the others wait."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7433101)")
    elif connection.dialect.name == "sqlite":
        # Python's sqlite3 begins no transaction for DDL by itself: without this a kill leaves half a schema.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
