"""A small library of invented programs, the real model, the real stores."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from knowledge.database import database_url, migrate, open_database
from knowledge.documents.embedding import SentenceEmbedder
from knowledge.documents.index import DocumentIndex

LIBRARY = Path(__file__).parent / "library"
TODAY = date(2026, 11, 25)


@pytest.fixture(scope="session")
def embedder() -> SentenceEmbedder:
    return SentenceEmbedder()


@pytest.fixture(scope="session")
def built_home(tmp_path_factory: pytest.TempPathFactory, embedder: SentenceEmbedder) -> Path:
    """A data folder with the index of the small library; copy it before changing it."""
    home = tmp_path_factory.mktemp("built")
    engine = engine_in(home)
    DocumentIndex.open(home, engine, embedder, library=LIBRARY)
    engine.dispose()
    return home


@pytest.fixture(scope="session")
def shared_index(built_home: Path, embedder: SentenceEmbedder) -> Iterator[DocumentIndex]:
    """The index of the small library for tests that only read."""
    engine = engine_in(built_home)
    yield DocumentIndex.open(built_home, engine, embedder, library=LIBRARY)
    engine.dispose()


@pytest.fixture
def home(tmp_path: Path, built_home: Path) -> Path:
    """A copy of the built data folder that a test may change."""
    return Path(shutil.copytree(built_home, tmp_path / "home"))


@pytest.fixture
def engine(home: Path) -> Iterator[Engine]:
    opened = engine_in(home)
    yield opened
    opened.dispose()


@pytest.fixture
def index(home: Path, engine: Engine, embedder: SentenceEmbedder) -> DocumentIndex:
    return DocumentIndex.open(home, engine, embedder, library=LIBRARY)


def engine_in(home: Path) -> Engine:
    engine = open_database(database_url(home))
    migrate(engine)
    return engine
