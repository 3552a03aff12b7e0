"""The register of emergencies: what the rest of Tideover asks and what operators load."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from knowledge.emergencies import evidence, openfema_live
from knowledge.emergencies.activation_file import read_activations
from knowledge.emergencies.activation_store import store_activations
from knowledge.emergencies.asked_place import (
    activation_covers,
    area_covers,
    asked_place,
    county_name,
)
from knowledge.emergencies.declaration_store import Progress, data_as_of, drafts_of, store
from knowledge.emergencies.freshness import freshness, last_live_update
from knowledge.emergencies.held import Held, HeldOnce, HeldRecords, StateRecords
from knowledge.emergencies.in_force import in_force
from knowledge.emergencies.openfema_file import Source, read_rows
from knowledge.emergencies.records import Activation, Declaration, Freshness, ImportReport, InForce
from knowledge.emergencies.stored import declarations_where
from knowledge.emergencies.tables import DECLARATIONS, OPENFEMA
from knowledge.errors import BadInput, FieldError
from knowledge.evidence import Evidence

if TYPE_CHECKING:
    from knowledge.places.gazetteer import Gazetteer


class EmergencyRegister:
    """Declarations and activations in the tables of `engine`, matched to places by `gazetteer`."""

    def __init__(
        self,
        engine: sa.Engine,
        gazetteer: Gazetteer,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`clock` gives the time that imports are logged with."""
        self._engine = engine
        self._gazetteer = gazetteer
        self._county_name = partial(county_name, gazetteer)
        self._clock = clock
        self._newest = HeldRecords(engine, self._county_name)
        self._held: HeldRecords | HeldOnce = self._newest

    def for_one_answer(self) -> EmergencyRegister:
        """The same register at one version of its tables: the newest when it is first asked.

        An answer asks several times; whether a table changed is looked up once for all of them. Not to be
        kept: what is imported later is in no answer of it.
        """
        once = copy(self)
        once._held = HeldOnce(self._newest)
        return once

    def in_force(self, state: str, county_fips: str = "", zip: str = "", *, at: datetime) -> InForce:
        """Whether an emergency is in force at the place and time; raises BadInput for an unknown place.

        Empty `county_fips` and `zip` ask for the whole state: any covered county counts.
        """
        place = asked_place(self._gazetteer, state, county_fips, zip)
        held, records = self._records(place.state)
        running = records.activations_at(_aware(at))
        return in_force(
            place,
            at,
            records.declarations_at(at),
            [a for a in running if activation_covers(a, place, self._gazetteer)],
            tables=held.tables,
            county_name=self._county_name,
            county_rows=any(a.county_fips for a in running),
        )

    def active(
        self,
        state: str,
        county_fips: str = "",
        zip: str = "",
        *,
        at: datetime,
    ) -> tuple[tuple[Declaration, ...], tuple[Activation, ...]]:
        """Everything recent at the place, fire grants and declarations with tribal areas included.

        Those are told apart by `Declaration.for_people` and `Area.tribal`.
        """
        place = asked_place(self._gazetteer, state, county_fips, zip)
        _, records = self._records(place.state)
        running = records.activations_at(_aware(at))
        listed = tuple(
            d
            for d in records.declarations_at(at)
            if any(area_covers(a, place) or a.reach == "named" for a in d.areas)
        )
        return listed, tuple(a for a in running if activation_covers(a, place, self._gazetteer))

    def program_active(
        self,
        kind: str,
        state: str,
        county_fips: str = "",
        zip: str = "",
        *,
        at: datetime,
    ) -> tuple[Activation, ...]:
        """The rows by which one program (`epap`, `part_d`, …) runs for a home at that place."""
        place = asked_place(self._gazetteer, state, county_fips, zip)
        _, records = self._records(place.state)
        return tuple(
            a
            for a in records.activations_at(_aware(at))
            if a.kind == kind and activation_covers(a, place, self._gazetteer)
        )

    def import_declarations(
        self, source: Source, progress: Progress | None = None, *, name: str = ""
    ) -> ImportReport:
        """Import an OpenFEMA file (CSV, JSON or JSON lines); all of it or, with BadInput, nothing."""
        rows = read_rows(source)
        now = self._clock()
        as_of = data_as_of(rows, now)
        odd = sorted({r.id for r in rows if r.odd_dates})
        warnings = (f"Ends before it begins, so its end was left out: {', '.join(odd)}.",) if odd else ()
        return store(
            self._engine,
            drafts_of(rows, OPENFEMA, as_of.date()),
            source_name=name or _name_of(source),
            as_of=as_of,
            now=now,
            warnings=warnings,
            progress=progress,
        )

    def update_from_openfema(
        self,
        base_url: str = openfema_live.API,
        *,
        page_size: int = openfema_live.PAGE_SIZE,
        everything: bool = False,
        pause_seconds: float = 2.0,
        progress: Progress | None = None,
    ) -> ImportReport:
        """Bring the table up to date from the live API: what changed since the last update, or everything.

        All pages are read before anything is stored. Raises Unavailable when FEMA cannot be read whole.
        """
        now = self._clock()
        since = None if everything else last_live_update(self._engine, base_url)
        rows = []
        for page in openfema_live.fetch_rows(
            base_url, since=since, page_size=page_size, pause_seconds=pause_seconds
        ):
            rows += page
            if progress:
                progress(len(page))
        if not rows and since is None:
            raise BadInput(f"{base_url} sent no declarations at all. Nothing was imported.")
        return store(
            self._engine, drafts_of(rows, OPENFEMA, now.date()), source_name=base_url, as_of=now, now=now
        )

    def import_activations(self, source: Source, *, name: str = "") -> ImportReport:
        """Import `activations.csv`; all of it or, with BadInput, nothing."""
        file = read_activations(source)
        return store_activations(
            self._engine,
            file.rows,
            source_name=name or _name_of(source),
            now=self._clock(),
            warnings=file.warnings,
        )

    def freshness(self) -> Freshness:
        """How fresh and how full both tables are."""
        with self._engine.connect() as connection:
            return freshness(connection)

    def evidence(self, evidence_id: str) -> Evidence | None:
        """The evidence `declaration.DR-4834-FL` or `declaration.activation.<id>`, None where unknown."""
        if evidence_id.startswith(evidence.ACTIVATION_PREFIX):
            return self._held.newest().activation(evidence_id.removeprefix(evidence.ACTIVATION_PREFIX))
        wanted = evidence_id.removeprefix(evidence.PREFIX)
        with self._engine.connect() as connection:
            found = declarations_where(connection, DECLARATIONS.c.id == wanted)
        return evidence.declaration_evidence(found[0]) if found else None

    def _records(self, state: str) -> tuple[Held, StateRecords]:
        """What is held of the state, and of what version of the tables it is a part."""
        held = self._held.newest()
        return held, held.of_state(state)


def _aware(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise BadInput("A time needs its offset from UTC.", [FieldError("as_of", "has no offset")])
    return at


def _name_of(source: Source) -> str:
    return source.name if isinstance(source, Path) else "upload"
