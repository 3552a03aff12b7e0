"""The world that the suites ask about: the drill at a fixed moment, in tables of its own.

A fixed clock makes the same answers at any hour of any day: opening hours, ages of reports, running rules.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from knowledge.availability.sample_store import load_sample
from knowledge.availability.table import AvailabilityTable
from knowledge.database import database_url, migrate, open_database
from knowledge.emergencies.built_in import load_built_in
from knowledge.emergencies.drill import load_drill
from knowledge.emergencies.register import EmergencyRegister
from knowledge.opening import Knowledge

# A Tuesday, ten in the morning in Florida: pharmacies, clinics and offices are open.
CLOCK = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def drill_world(knowledge: Knowledge, home: Path) -> Knowledge:
    """`knowledge` with its documents, vocabulary and rules, but with the drill as of CLOCK for tables.

    The tables are made in the empty folder `home`; nothing that `knowledge` holds is changed.
    """
    home.mkdir(parents=True, exist_ok=True)
    engine = open_database(database_url(home, ""))
    migrate(engine)
    load_built_in(engine, CLOCK)
    load_sample(engine, knowledge.medicines, CLOCK)
    load_drill(engine, CLOCK)
    return replace(
        knowledge,
        home=home,
        engine=engine,
        emergencies=EmergencyRegister(engine, knowledge.places),
        availability=AvailabilityTable(engine, knowledge.medicines, knowledge.places),
    )
