"""The sample scenario: loaded only where nothing else was ever imported; it leaves when real data come."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from knowledge.availability.sample_store import (
    clear_sample,
    real_data_was_imported,
    refresh_sample,
    sample_loaded_at,
)
from knowledge.emergencies.drill import clear_drill, load_drill
from knowledge.emergencies.freshness import tables_as_of
from knowledge.emergencies.in_force import TablesAsOf

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from api.settings import Settings
    from knowledge.opening import Knowledge


def refresh_scenario(settings: Settings, knowledge: Knowledge) -> None:
    """Load the invented places, stock and declaration, anew when they have grown old, or remove them."""
    engine = knowledge.engine
    if settings.sample_data == "off" or _real_data(engine):
        _clear(engine)
    else:
        now = datetime.now(UTC)
        if refresh_sample(engine, knowledge.medicines, now):
            load_drill(engine, now)


def keep_sample_apart(engine: Engine) -> bool:
    """After an import: remove what is invented where anything real is held; returns whether it was there."""
    return _real_data(engine) and _clear(engine)


def sample_loaded(engine: Engine) -> bool:
    """Whether invented data are in place, so that pages must say so."""
    with engine.connect() as connection:
        return sample_loaded_at(connection) is not None


def _clear(engine: Engine) -> bool:
    places, emergency = clear_sample(engine), clear_drill(engine)
    return places or emergency


def _real_data(engine: Engine) -> bool:
    """Whether sites, stock, declarations or activations were ever imported."""
    with engine.connect() as connection:
        emergencies = tables_as_of(connection)
        return real_data_was_imported(connection) or emergencies != TablesAsOf(None, None)
