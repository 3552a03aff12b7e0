"""Makes sure that what is needed is there: the data folder, the tables, the index, the sample scenario."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import ArgumentError, OperationalError

from api.settings import Settings
from api.tables import migrate_api_tables
from knowledge.database import database_url, migrate, open_database
from knowledge.errors import Unavailable

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from knowledge.availability.table import AvailabilityTable
    from knowledge.documents.index import DocumentIndex
    from knowledge.opening import Knowledge


def prepare(settings: Settings) -> Knowledge:
    """All of `knowledge`, opened; tables, index and sample scenario are made where they are missing.

    Each step is whole or not there, and is done again by the next start when this one was killed.
    """
    from api.sample import refresh_scenario  # noqa: PLC0415
    from knowledge.emergencies.built_in import load_built_in  # noqa: PLC0415

    knowledge = _open(settings)
    # Wrong weights stop the start with a sentence, not the first person's question hours later.
    knowledge.embedder.verify()
    load_built_in(knowledge.engine)
    refresh_scenario(settings, knowledge)
    return knowledge


@contextmanager
def opened_knowledge(settings: Settings) -> Iterator[Knowledge]:
    """All of `knowledge` as it lies in the data folder, without the sample scenario being refreshed."""
    knowledge = _open(settings)
    try:
        yield knowledge
    finally:
        knowledge.engine.dispose()


def _open(settings: Settings) -> Knowledge:
    from knowledge.opening import open_knowledge  # noqa: PLC0415

    with opened_tables(settings):
        pass
    return open_knowledge(
        settings.home_path, settings.database_url, settings.chroma_url, settings.embedding_model
    )


@contextmanager
def opened_tables(settings: Settings) -> Iterator[Engine]:
    """The database with the newest schema of both rooms; nothing else is opened."""
    engine = _engine(settings)
    try:
        migrate_all(engine)
        yield engine
    finally:
        engine.dispose()


def _engine(settings: Settings) -> Engine:
    url = database_url(_made_home(settings), settings.database_url)
    try:
        return open_database(url)
    except ArgumentError as error:
        raise Unavailable(
            "TIDEOVER_DATABASE_URL is no SQLAlchemy URL. Use, for example, postgresql+psycopg://USER@HOST/NAME."
        ) from error
    except ImportError as error:
        raise Unavailable(
            "The driver of TIDEOVER_DATABASE_URL is not installed: install tideover[postgres]."
        ) from error


def migrate_all(engine: Engine) -> None:
    """Bring the tables of both rooms to the newest schema; Unavailable where the database is not there."""
    try:
        engine.connect().close()
    except OperationalError as error:
        raise Unavailable(
            "The database cannot be opened. Check TIDEOVER_DATABASE_URL, that the server runs, and that the "
            "data folder can be written."
        ) from error
    migrate(engine)
    migrate_api_tables(engine)


def _made_home(settings: Settings) -> Path:
    home = settings.home_path
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise Unavailable(
            f"The data folder cannot be made: {error.strerror}. "
            "Set TIDEOVER_HOME to a folder that can be written."
        ) from error
    return home


@contextmanager
def opened_index(settings: Settings, *, build: bool = True) -> Iterator[DocumentIndex]:
    """The index of documents alone."""
    from knowledge.documents.embedding import SentenceEmbedder  # noqa: PLC0415
    from knowledge.documents.index import DocumentIndex  # noqa: PLC0415

    with opened_tables(settings) as engine:
        embedder = SentenceEmbedder(settings.embedding_model)
        yield DocumentIndex.open(
            settings.home_path, engine, embedder, chroma_url=settings.chroma_url, build=build
        )


@contextmanager
def opened_availability(settings: Settings) -> Iterator[AvailabilityTable]:
    """The availability table alone."""
    from knowledge.availability.table import AvailabilityTable  # noqa: PLC0415
    from knowledge.medicines.vocabulary import Vocabulary  # noqa: PLC0415
    from knowledge.places.gazetteer import Gazetteer  # noqa: PLC0415

    with opened_tables(settings) as engine:
        yield AvailabilityTable(engine, Vocabulary.load(imported=settings.home_path), Gazetteer.load())
