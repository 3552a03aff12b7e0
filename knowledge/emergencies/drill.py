"""The drill: an invented hurricane in the Tampa Bay area that is always going on, marked as a sample."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from knowledge.emergencies.days import zone_of
from knowledge.emergencies.tables import ACTIVATIONS, AREAS, DECLARATIONS, IMPORTS, SAMPLE

DRILL_DECLARATION = "EM-0000-FL-SAMPLE"
DRILL_STATE = "FL"
DRILL_COUNTIES = {
    "12057": "Hillsborough (County)",
    "12081": "Manatee (County)",
    "12101": "Pasco (County)",
    "12103": "Pinellas (County)",
}
_NOTE = "Drill: an invented hurricane for practice, not a real emergency."
_ACTIVATIONS = {
    "governor_emergency": (
        "drill-governor-sample",
        "Drill hurricane: state of emergency (sample)",
    ),
    "epap": ("drill-epap-sample", "Drill hurricane: Emergency Prescription Assistance Program (sample)"),
}


def load_drill(engine: sa.Engine, at: datetime) -> None:
    """Load the drill so that it is going on at `at`: began two days before, declared the day before.

    A drill that is already loaded is replaced.
    """
    today = at.astimezone(zone_of(DRILL_STATE)).date()
    declared = (today - timedelta(days=1)).isoformat()
    began = (today - timedelta(days=2)).isoformat()
    with engine.begin() as connection:
        _clear(connection)
        _log(connection, at)
        connection.execute(DECLARATIONS.insert().values(_declaration(declared, began, today.isoformat())))
        connection.execute(AREAS.insert(), _areas())
        connection.execute(ACTIVATIONS.insert(), _activations(declared))


def clear_drill(engine: sa.Engine) -> bool:
    """Remove the drill, so that real data never stand beside it; returns whether it was there."""
    with engine.begin() as connection:
        was_there = _clear(connection)
        if was_there:
            _log(connection, datetime.now(UTC))
    return was_there


def _clear(connection: sa.Connection) -> bool:
    """Whether there was anything to remove."""
    sample = sa.select(DECLARATIONS.c.id).where(DECLARATIONS.c.source == SAMPLE)
    connection.execute(AREAS.delete().where(AREAS.c.declaration_id.in_(sample)))
    declarations = connection.execute(DECLARATIONS.delete().where(DECLARATIONS.c.source == SAMPLE))
    activations = connection.execute(ACTIVATIONS.delete().where(ACTIVATIONS.c.sample.is_(True)))
    return bool(declarations.rowcount or activations.rowcount)


def _log(connection: sa.Connection, at: datetime) -> None:
    """Every change is logged: by that other processes know that they have to read the tables again."""
    moment = at.isoformat()
    entry = {"dataset": SAMPLE, "source": SAMPLE, "imported_at": moment, "data_as_of": moment, "row_count": 0}
    connection.execute(IMPORTS.insert().values(entry))


def _declaration(declared: str, began: str, checked: str) -> dict[str, object]:
    return {
        "id": DRILL_DECLARATION,
        "number": 0,
        "kind": "EM",
        "title": "Drill hurricane (sample)",
        "incident": "Hurricane",
        "state": DRILL_STATE,
        "declared": declared,
        "began": began,
        "ended": "",
        "closed": "",
        "source": SAMPLE,
        "source_url": "",
        "checked": checked,
        "confidence": "high",
        "note": _NOTE,
    }


def _areas() -> list[dict[str, object]]:
    return [
        {
            "declaration_id": DRILL_DECLARATION,
            "area_key": f"{fips}|{name}",
            "county_fips": fips,
            "name": name,
            "reach": "county",
        }
        for fips, name in DRILL_COUNTIES.items()
    ]


def _activations(begins: str) -> list[dict[str, object]]:
    return [
        {
            "activation_id": activation_id,
            "kind": kind,
            "title": title,
            "state": DRILL_STATE,
            "county_fips": fips,
            "zip": "",
            "begins": begins,
            "ends": "",
            "authority": "Drill (sample)",
            "source_url": "",
            "note": _NOTE,
            "sample": True,
        }
        for kind, (activation_id, title) in _ACTIVATIONS.items()
        for fips in DRILL_COUNTIES
    ]
