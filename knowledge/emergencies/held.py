"""The records that every answer asks for, kept in memory and read again when a table changed."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from knowledge.emergencies.days import first_instant, first_instant_after
from knowledge.emergencies.evidence import activation_evidence
from knowledge.emergencies.freshness import tables_as_of
from knowledge.emergencies.in_force import TablesAsOf, last_day
from knowledge.emergencies.records import Activation, Declaration
from knowledge.emergencies.stored import activations_where, declarations_where
from knowledge.emergencies.tables import ACTIVATIONS, DECLARATIONS
from knowledge.emergencies.wording import CountyName
from knowledge.evidence import Evidence

# Every change of a table is logged as an import. The count stands beside the number because imports that run
# at the same time may come to light in another order than they were numbered.
_VERSION = "SELECT max(number), count(*) FROM emergency_imports"
Version = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Counting:
    """A declaration and the time in which it makes an emergency likely: from, up to (UTC)."""

    declaration: Declaration
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Running:
    """An activation's row and the time in which it runs: from, up to (UTC; None where no end is given)."""

    activation: Activation
    begins: datetime
    ends: datetime | None


@dataclass(frozen=True, slots=True)
class StateRecords:
    """A state's declarations, newest first, and the activations of the state and of the whole country."""

    counting: tuple[Counting, ...]
    running: tuple[Running, ...]

    def declarations_at(self, at: datetime) -> tuple[Declaration, ...]:
        """The declarations that exist at `at` and are recent enough."""
        return tuple(each.declaration for each in self.counting if each.begins <= at < each.ends)

    def activations_at(self, at: datetime) -> tuple[Activation, ...]:
        """The rows that run at `at`."""
        return tuple(
            each.activation
            for each in self.running
            if each.begins <= at and (each.ends is None or at < each.ends)
        )


@dataclass(slots=True)
class Held:
    """What was read of one version of the tables; states and activations are read when first asked for.

    Rows may be newer than the version, never older: the version is read first.
    """

    engine: sa.Engine
    county_name: CountyName
    version: Version
    tables: TablesAsOf
    states: dict[str, StateRecords] = field(default_factory=dict)
    activations: dict[str, Evidence] = field(default_factory=dict)

    def of_state(self, state: str) -> StateRecords:
        """The records of a state."""
        found = self.states.get(state)
        if found is None:
            with self.engine.connect() as connection:
                found = self.states[state] = _read(connection, state)
        return found

    def activation(self, activation_id: str) -> Evidence | None:
        """An activation with all its areas as evidence, None where there is none of this id."""
        found = self.activations.get(activation_id)
        if found is None:
            with self.engine.connect() as connection:
                rows = activations_where(connection, ACTIVATIONS.c.activation_id == activation_id)
            if not rows:
                return None
            as_of = self.tables.activations
            found = activation_evidence(rows, as_of.date().isoformat() if as_of else "", self.county_name)
            self.activations[activation_id] = found
        return found


class HeldOnce:
    """What was the newest when it was first asked for: for one answer."""

    def __init__(self, records: HeldRecords) -> None:
        self._records = records
        self._held: Held | None = None

    def newest(self) -> Held:
        """What is held; the tables are looked at once."""
        if self._held is None:
            self._held = self._records.newest()
        return self._held


class HeldRecords:
    """Hands out what is held of the newest version. Threads that find it changed may all read it anew."""

    def __init__(self, engine: sa.Engine, county_name: CountyName) -> None:
        self._engine = engine
        self._county_name = county_name
        self._held: Held | None = None

    def newest(self) -> Held:
        """What is held, emptied when a table changed."""
        version = _version(self._engine)
        held = self._held
        if held is None or held.version != version:
            with self._engine.connect() as connection:
                tables = tables_as_of(connection)
            held = self._held = Held(self._engine, self._county_name, version, tables)
        return held


def _version(engine: sa.Engine) -> Version:
    """Asked of the driver: it stands before every look-up, and composing the statement would take longer."""
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute(_VERSION)
        ((number, count),) = cursor.fetchall()
        return number or 0, count


def _read(connection: sa.Connection, state: str) -> StateRecords:
    declarations = declarations_where(connection, DECLARATIONS.c.state == state)
    activations = activations_where(connection, ACTIVATIONS.c.state.in_((state, "")))
    return StateRecords(
        tuple(Counting(d, d.declared, first_instant_after(last_day(d), d.state)) for d in declarations),
        tuple(_running(a, a.state or state) for a in activations),
    )


def _running(row: Activation, home: str) -> Running:
    """Whole days are those of the row's own state, else of the state asked about."""
    ends = first_instant_after(row.ends, home) if row.ends is not None else None
    return Running(row, first_instant(row.begins, home), ends)
