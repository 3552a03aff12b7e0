"""Places worth calling: where questions met stock that is stale or not known.

The queue holds counts, nothing about who asked. It is ordered by how often a (site, medicine) was met,
times how dangerous it is to be without the medicine. The outcome of a call is a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, delete, or_, select, text, update

from knowledge.availability.catalog import CatalogReader
from knowledge.availability.freshness import from_epoch, to_epoch
from knowledge.availability.judging import STATUS_NUMBERS
from knowledge.availability.queries import stock_of_sites
from knowledge.availability.records import Call, Reporter, SearchResult
from knowledge.availability.registry import medicine_number
from knowledge.availability.tables import CALLS, MEDICINES, SITES
from knowledge.errors import Conflict, NotFound
from knowledge.medicines.medicine import InterruptionRisk, Medicine

# Who claimed a call and did not report within this time has lost it to the next.
CLAIM_LASTS = timedelta(minutes=20)
RISK_WEIGHTS: dict[InterruptionRisk, int] = {"critical": 8, "high": 4, "moderate": 2, "low": 1}
_RISKS = {weight: risk for risk, weight in RISK_WEIGHTS.items()}
# An answer shows a handful of places; one question must not flood the queue.
MOST_RAISED = 10


def worth_calling(result: SearchResult, medicines: Iterable[Medicine]) -> list[tuple[str, Medicine]]:
    """The (site_id, medicine) of an answer that are stale, not known or not listed. Pure."""
    by_name = {medicine.name: medicine for medicine in medicines if not medicine.class_mention}
    pairs = []
    for place in result.places:
        if place.call_first and place.phone:
            sure = {
                line.medicine
                for line in place.stock
                if line.freshness != "stale" and line.status != "unknown"
            }
            pairs += [(place.site_id, medicine) for name, medicine in by_name.items() if name not in sure]
    return pairs[:MOST_RAISED]


def raise_calls(connection: Connection, met: Mapping[tuple[str, Medicine], int], now: datetime) -> None:
    """Count how many questions met each (site_id, medicine); unknown sites are passed over."""
    sites = _site_numbers(connection, {site_id for site_id, _ in met})
    medicines = {name: medicine_number(connection, name) for name in {each.name for _, each in met}}
    rows = [
        {
            "site": sites[site_id],
            "medicine": medicines[medicine.name],
            "asked": asked,
            "weight": RISK_WEIGHTS[medicine.interruption_risk],
            "now": to_epoch(now),
        }
        for (site_id, medicine), asked in met.items()
        if site_id in sites
    ]
    if rows:
        # In one order, so that two processes that count the same places wait for each other in turn.
        connection.execute(_RAISE, sorted(rows, key=lambda row: (row["site"], row["medicine"])))


def _site_numbers(connection: Connection, site_ids: Iterable[str]) -> dict[str, int]:
    listed = select(SITES.c.site_id, SITES.c.id).where(SITES.c.site_id.in_(list(site_ids)))
    return {row.site_id: row.id for row in connection.execute(listed)}


_RAISE = text(
    "INSERT INTO availability_calls (site, medicine, asked, risk_weight, raised_at)"
    " VALUES (:site, :medicine, :asked, :weight, :now)"
    " ON CONFLICT (site, medicine) DO UPDATE SET asked = availability_calls.asked + excluded.asked"
)


def next_calls(connection: Connection, now: datetime, limit: int, state: str = "") -> tuple[Call, ...]:
    """The calls most worth making, in a state or anywhere; those that someone is on come last."""
    free = _free(now)
    wanted = _calls().where(SITES.c.state == state) if state else _calls()
    order = (CALLS.c.asked * CALLS.c.risk_weight).desc()
    rows = connection.execute(wanted.order_by((~free), order, CALLS.c.raised_at, CALLS.c.id).limit(limit))
    return tuple(_call(row, now) for row in rows)


def claim(connection: Connection, call_id: int, reporter: Reporter, now: datetime) -> Call:
    """Take a call for the next 20 minutes. Raises NotFound, or Conflict while another is on it."""
    mine = CALLS.c.claimed_by == reporter.key_id
    values = {"claimed_by": reporter.key_id, "claimed_at": to_epoch(now)}
    taken = connection.execute(
        update(CALLS).where(CALLS.c.id == call_id, or_(mine, _free(now))).values(values)
    )
    row = connection.execute(_calls().where(CALLS.c.id == call_id)).first()
    if row is None:
        raise NotFound(f"There is no call {call_id}; it may have been made meanwhile.")
    if not taken.rowcount:
        raise Conflict(f"Somebody is on call {call_id}; take the next one.")
    return _call(row, now)


def drop_settled(connection: Connection, now: datetime, catalogs: CatalogReader, limit: int) -> None:
    """Take calls off the top of the queue that a newer feed has answered meanwhile."""
    order = (CALLS.c.asked * CALLS.c.risk_weight).desc()
    for row in connection.execute(select(CALLS).order_by(order, CALLS.c.raised_at).limit(limit)).all():
        stock = stock_of_sites(connection, [row.medicine], [row.site])[row.site]
        # Read after the rows: on PostgreSQL each statement sees what was committed last.
        catalog = catalogs.read(connection)
        shown = [each for each in stock if catalog.shows(each.source, each.generation)]
        newest = max(shown, key=lambda each: (each.as_of, each.generation), default=None)
        if newest is None or newest.status == STATUS_NUMBERS["unknown"]:
            continue
        if catalog.sources[newest.source].cadence.freshness(to_epoch(now) - newest.as_of) != "stale":
            connection.execute(delete(CALLS).where(CALLS.c.id == row.id))


def _free(now: datetime) -> Any:
    lapsed = CALLS.c.claimed_at < to_epoch(now - CLAIM_LASTS)
    return or_(CALLS.c.claimed_at.is_(None), lapsed)


def _calls() -> Select[Any]:
    return (
        select(
            CALLS,
            SITES.c.site_id,
            SITES.c.name,
            SITES.c.phone,
            SITES.c.state,
            MEDICINES.c.name.label("medicine_name"),
        )
        .join(SITES, and_(SITES.c.id == CALLS.c.site, ~SITES.c.withdrawn))
        .join(MEDICINES, MEDICINES.c.id == CALLS.c.medicine)
    )


def _call(row: Row[Any], now: datetime) -> Call:
    until = None if row.claimed_at is None else from_epoch(row.claimed_at) + CLAIM_LASTS
    claimed = until is not None and until >= now
    return Call(
        id=row.id,
        site_id=row.site_id,
        site_name=row.name,
        phone=row.phone,
        state=row.state,
        medicine=row.medicine_name,
        asked=row.asked,
        interruption_risk=_RISKS[row.risk_weight],
        raised_at=from_epoch(row.raised_at),
        claimed_by=row.claimed_by if claimed else "",
        claimed_until=until if claimed else None,
    )
