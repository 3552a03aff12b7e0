"""The life of an import: begun, kept alive, published, or given up; and what a crash left behind.

The rows of an import are written in many short transactions, so that nobody waits for it, and carry its
number. While it is `running` no reader shows them; one row of `availability_imports` makes them all visible.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from knowledge.availability.catalog import ABANDONED, DONE, FAILED, PUBLISHED, RUNNING, changed
from knowledge.availability.feeds.merging import sweep_superseded
from knowledge.availability.freshness import to_epoch
from knowledge.availability.tables import IMPORTS, MEDICINES, STOCK
from knowledge.availability.transactions import writing
from knowledge.errors import Conflict

# An import that gave no sign of life for so long is dead. Sorting the largest feed takes a tenth of it.
DEAD_AFTER = timedelta(minutes=15)
# Medicines swept in one transaction: some ten thousand rows each in a national table.
MEDICINES_AT_A_TIME = 8


def begin(engine: Engine, kind: str, now: datetime) -> int:
    """Register an import; returns its number, the generation of its rows."""
    with writing(engine) as connection:
        row = insert(IMPORTS).values(new_import(kind, now)).returning(IMPORTS.c.id)
        number = connection.execute(row).scalar_one()
        changed(connection)
    return int(number)


def new_import(kind: str, now: datetime) -> dict[str, Any]:
    """The row of an import that begins."""
    moment = to_epoch(now)
    return {"kind": kind, "state": RUNNING, "started_at": moment, "heartbeat_at": moment, "sample": False}


def beat(connection: Connection, generation: int, now: datetime) -> None:
    """Say, in this transaction, that the import is alive. Raises Conflict where it was given up meanwhile."""
    alive = update(IMPORTS).where(IMPORTS.c.id == generation, IMPORTS.c.state.in_((RUNNING, PUBLISHED)))
    if not connection.execute(alive.values(heartbeat_at=to_epoch(now))).rowcount:
        raise Conflict("The import stood still for too long and was given up; start it again.")


def give_up(engine: Engine, generation: int) -> None:
    """Take back everything a failed import wrote; none of it was ever visible."""
    with writing(engine) as connection:
        unpublished = (IMPORTS.c.id == generation, IMPORTS.c.state.in_((RUNNING, ABANDONED)))
        if not connection.execute(update(IMPORTS).where(*unpublished).values(state=ABANDONED)).rowcount:
            return
    for few in _medicines(engine):
        with writing(engine) as connection:
            connection.execute(
                delete(STOCK).where(STOCK.c.medicine.in_(few), STOCK.c.generation == generation)
            )
    _set_state(engine, generation, FAILED)


def sweep(engine: Engine, generation: int) -> None:
    """Remove, medicine by medicine, what a published import replaced or dropped."""
    for few in _medicines(engine):
        with writing(engine) as connection:
            sweep_superseded(connection, generation, few)
            beat(connection, generation, datetime.now(UTC))


def finish(engine: Engine, generation: int) -> None:
    """The rows that a published import replaced are gone."""
    _set_state(engine, generation, DONE)


def recover(engine: Engine, now: datetime) -> int:
    """Clear away what dead imports left; returns how many there were.

    What was not published disappears, what was published is tidied up. Neither changes what readers see.
    """
    dead = select(IMPORTS.c.id, IMPORTS.c.state).where(
        IMPORTS.c.state.in_((RUNNING, ABANDONED, PUBLISHED)),
        IMPORTS.c.heartbeat_at < to_epoch(now - DEAD_AFTER),
        ~IMPORTS.c.sample,
    )
    with engine.connect() as connection:
        found = connection.execute(dead.order_by(IMPORTS.c.id)).all()
    for row in found:
        if row.state == PUBLISHED:
            sweep(engine, row.id)
            finish(engine, row.id)
        else:
            give_up(engine, row.id)
    return len(found)


def _set_state(engine: Engine, generation: int, state: str) -> None:
    with writing(engine) as connection:
        connection.execute(update(IMPORTS).where(IMPORTS.c.id == generation).values(state=state))
        changed(connection)


def _medicines(engine: Engine) -> Sequence[Sequence[int]]:
    """The numbers of all medicines, a few at a time."""
    with engine.connect() as connection:
        numbers = list(connection.execute(select(MEDICINES.c.id).order_by(MEDICINES.c.id)).scalars())
    return [numbers[i : i + MEDICINES_AT_A_TIME] for i in range(0, len(numbers), MEDICINES_AT_A_TIME)]
