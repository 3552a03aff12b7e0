"""The sample scenario: loaded only where nothing else was ever imported; it leaves when real sites come."""

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

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from api.settings import Settings
    from knowledge.opening import Knowledge


def refresh_scenario(settings: Settings, knowledge: Knowledge) -> None:
    """Load the invented places, stock and declaration, anew when they have grown old, or remove them.

    Where declarations were imported and nothing is loaded yet, nothing invented is added to them.
    """
    if settings.sample_data == "off" or _real_places(knowledge.engine):
        clear_scenario(knowledge.engine)
    elif sample_loaded(knowledge.engine) or not _real_emergencies(knowledge):
        now = datetime.now(UTC)
        if refresh_sample(knowledge.engine, knowledge.medicines, now):
            load_drill(knowledge.engine, now)


def clear_scenario(engine: Engine) -> None:
    """Remove everything that is invented."""
    clear_sample(engine)
    clear_drill(engine)


def sample_loaded(engine: Engine) -> bool:
    """Whether invented data are in place, so that pages must say so."""
    with engine.connect() as connection:
        return sample_loaded_at(connection) is not None


def _real_places(engine: Engine) -> bool:
    with engine.connect() as connection:
        return real_data_was_imported(connection)


def _real_emergencies(knowledge: Knowledge) -> bool:
    fresh = knowledge.emergencies.freshness()
    return fresh.declarations.as_of is not None or fresh.activations.as_of is not None
