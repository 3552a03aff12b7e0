"""The small tables every search needs, kept in memory and renewed when their version rises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from knowledge.availability.freshness import Cadence
from knowledge.availability.queries import versions
from knowledge.availability.records import REPORTS_SOURCE
from knowledge.availability.tables import IMPORTS, MEDICINES, SOURCES, STATE

STATE_ROW = 1
# The states of an import, see `feeds.lifecycle`.
RUNNING, ABANDONED, PUBLISHED, DONE, FAILED = "running", "abandoned", "published", "done", "failed"
HIDDEN_STATES = (RUNNING, ABANDONED)
# Reports share the stock table with imports; their generations start here, far above those of imports.
FIRST_REPORT_GENERATION = 1 << 40


@dataclass(frozen=True, slots=True)
class Source:
    """One source of sites or stock: its name, how far it is trusted, how often it reports."""

    name: str
    trust: int
    cadence: Cadence
    oldest_generation: int


@dataclass(frozen=True, slots=True)
class Catalog:
    """What a search must know besides stock: sources, medicine numbers, imports not published."""

    version: int
    sources: Mapping[int, Source]
    medicine_ids: Mapping[str, int]
    medicine_names: Mapping[int, str]
    hidden: frozenset[int]
    longest_ageing_hours: int
    # The number of the source 'phone reports', 0 while nothing was reported.
    reports_source: int
    sites_version: int

    def shows(self, source: int, generation: int) -> bool:
        """Whether a stock row of this source and generation may be seen."""
        return generation not in self.hidden and generation >= self.sources[source].oldest_generation


class CatalogReader:
    """Hands out the catalog of a connection's snapshot; reads the tables only when they changed."""

    def __init__(self) -> None:
        self._kept: Catalog | None = None

    def read(self, connection: Connection) -> Catalog:
        """The catalog as this connection sees it."""
        version, sites_version = versions(connection)
        kept = self._kept
        if kept is None or kept.version != version:
            kept = self._kept = _load(connection, version, sites_version)
        return kept


def changed(connection: Connection) -> int:
    """Tell all readers, in this transaction, that the catalog changed; returns its version from now on."""
    risen = update(STATE).values(version=STATE.c.version + 1).returning(STATE.c.version)
    return int(connection.execute(risen).scalar_one())


def sites_changed(connection: Connection) -> None:
    """Tell all readers, in this transaction, that sites came, went or moved."""
    risen = {"version": STATE.c.version + 1, "sites_version": STATE.c.sites_version + 1}
    connection.execute(update(STATE).values(risen))


def _load(connection: Connection, version: int, sites_version: int) -> Catalog:
    sources = {
        row.id: Source(row.name, row.trust, Cadence(row.fresh_hours, row.ageing_hours), row.oldest_generation)
        for row in connection.execute(select(SOURCES))
    }
    names = {row.id: row.name for row in connection.execute(select(MEDICINES))}
    hidden = connection.execute(select(IMPORTS.c.id).where(IMPORTS.c.state.in_(HIDDEN_STATES))).scalars()
    return Catalog(
        version=version,
        sources=sources,
        medicine_ids={name: number for number, name in names.items()},
        medicine_names=names,
        hidden=frozenset(hidden),
        longest_ageing_hours=max((s.cadence.ageing_hours for s in sources.values()), default=0),
        reports_source=next((n for n, source in sources.items() if source.name == REPORTS_SOURCE), 0),
        sites_version=sites_version,
    )
