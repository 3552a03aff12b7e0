"""A register on an empty database with the real gazetteer; the clock stands still."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from knowledge.database import migrate, open_database
from knowledge.emergencies.register import EmergencyRegister
from knowledge.places.gazetteer import Gazetteer

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file, made once: migrating for each test would take most of the time."""
    path = tmp_path_factory.mktemp("emergencies") / "empty.sqlite"
    opened = open_database(f"sqlite:///{path}")
    migrate(opened)
    opened.dispose()
    return path


@pytest.fixture
def engine(tmp_path: Path, empty_database: Path) -> Iterator[Engine]:
    path = tmp_path / "tideover.sqlite"
    shutil.copyfile(empty_database, path)
    opened = open_database(f"sqlite:///{path}")
    yield opened
    opened.dispose()


@pytest.fixture
def register(engine: Engine, gazetteer: Gazetteer) -> EmergencyRegister:
    return EmergencyRegister(engine, gazetteer, clock=lambda: NOW)
