"""The report log: what a call or a visit revealed. Append-only; today's state follows from it.

A report about a medicine is also a row of `stock` under the source 'phone reports', where the search finds
it like any other and the newest row holds. Withdrawing a report takes that row away, and what stood before
holds again by itself.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from knowledge.availability.catalog import FIRST_REPORT_GENERATION, CatalogReader, changed
from knowledge.availability.freshness import from_epoch, to_epoch
from knowledge.availability.judging import STATUS_BY_NUMBER, STATUS_NUMBERS, settle
from knowledge.availability.queries import stock_of_sites
from knowledge.availability.records import (
    OPERATING_STATUSES,
    REPORTS_SOURCE,
    STOCK_STATUSES,
    Report,
    Reporter,
)
from knowledge.availability.registry import Item, item_number, medicine_number, source_number
from knowledge.availability.tables import CALLS, MEDICINES, REPORTS, SITES, STOCK
from knowledge.errors import BadInput, Conflict, FieldError, NotFound
from knowledge.medicines.medicine import Medicine

# Clocks differ; a report from farther ahead than this is a mistake.
CLOCK_TOLERANCE = timedelta(minutes=10)
# Nobody counts this many packages of one medicine on the phone.
MOST_REPORTED = 1_000_000
LONGEST_NOTE = 500
# Reports about one medicine at one site that can come to hold again when newer ones are withdrawn.
REPORTS_HELD = 20


@dataclass(frozen=True, slots=True)
class Observation:
    """What is reported: of a medicine at a site, of the site itself, or of both. Already checked."""

    site_id: str
    medicine: Medicine | None
    status: str
    quantity: float | None
    operating_status: str
    note: str
    observed_at: datetime


def check(observation: Observation, now: datetime) -> list[FieldError]:
    """What is wrong with an observation, as far as it can be seen without the tables."""
    errors = [
        *_check_medicine(observation),
        *_check_word("status", observation.status, STOCK_STATUSES),
        *_check_word("operating_status", observation.operating_status, OPERATING_STATUSES),
        *_check_quantity(observation.quantity),
    ]
    if observation.observed_at > now + CLOCK_TOLERANCE:
        errors.append(FieldError("observed_at", "is in the future"))
    if len(observation.note) > LONGEST_NOTE:
        errors.append(FieldError("note", f"is longer than {LONGEST_NOTE} characters"))
    return errors


def _check_medicine(observation: Observation) -> list[FieldError]:
    if observation.medicine is None:
        if observation.status or observation.quantity is not None:
            return [FieldError("medicine", "is missing: a stock status is about one medicine")]
        if not observation.operating_status:
            return [FieldError("status", "is missing: report a medicine's status or an operating_status")]
        return []
    if observation.medicine.class_mention:
        return [FieldError("medicine", f"'{observation.medicine.name}' is a group: name the medicine itself")]
    if not observation.status:
        return [FieldError("status", f"is missing; use one of {', '.join(STOCK_STATUSES)}")]
    return []


def _check_word(field: str, word: str, allowed: Sequence[str]) -> list[FieldError]:
    if word and word not in allowed:
        return [FieldError(field, f"must be one of {', '.join(allowed)}")]
    return []


def _check_quantity(quantity: float | None) -> list[FieldError]:
    if quantity is None or 0 <= quantity <= MOST_REPORTED:
        return []
    return [FieldError("quantity", f"must be between 0 and {MOST_REPORTED}")]


def add_report(
    connection: Connection,
    observation: Observation,
    reporter: Reporter,
    now: datetime,
    catalogs: CatalogReader,
) -> Report:
    """Write a checked observation to the log and let it hold from now on, in the caller's transaction."""
    site = _lock_site(connection, observation.site_id)
    named = observation.medicine
    medicine = None if named is None else medicine_number(connection, named.name)
    before = _before(connection, site, medicine, catalogs)
    entry = {
        "site": site.id,
        "medicine": medicine,
        "item": None if medicine is None else item_number(connection, _item(medicine, before)),
        "status": observation.status,
        "quantity": observation.quantity,
        "operating_status": observation.operating_status,
        "note": observation.note,
        "reporter": reporter.key_id,
        "role": reporter.role,
        "reported_at": to_epoch(observation.observed_at),
        "recorded_at": to_epoch(now),
        "before": json.dumps(before),
    }
    number = connection.execute(insert(REPORTS).values(entry).returning(REPORTS.c.id)).scalar_one()
    if medicine is not None:
        connection.execute(insert(STOCK).values(_stock_row(connection, site, number, entry)))
        _forget_oldest(connection, site, medicine)
        connection.execute(delete(CALLS).where(CALLS.c.site == site.id, CALLS.c.medicine == medicine))
    if observation.operating_status:
        _settle_for_readers(connection, site.id)
    return _one(connection, number)


def withdraw(connection: Connection, report_id: int, reporter: Reporter, now: datetime) -> Report:
    """Take back a report of one's own: what stood before holds again. The log keeps the report.

    Raises NotFound where there is no such report of this reporter, Conflict where it was withdrawn before.
    """
    row = connection.execute(select(REPORTS).where(REPORTS.c.id == report_id).with_for_update()).first()
    if row is None or row.reporter != reporter.key_id:
        raise NotFound(f"There is no report {report_id} of yours.")
    if row.withdrawn_at is not None:
        raise Conflict(f"Report {report_id} was withdrawn before.")
    taken_back = {"withdrawn_at": to_epoch(now), "withdrawn_by": reporter.key_id}
    connection.execute(update(REPORTS).where(REPORTS.c.id == report_id).values(taken_back))
    if row.medicine is not None:
        generation = FIRST_REPORT_GENERATION + report_id
        site = connection.execute(select(SITES.c.cell).where(SITES.c.id == row.site)).one()
        mine = (STOCK.c.medicine == row.medicine, STOCK.c.cell == site.cell, STOCK.c.site == row.site)
        connection.execute(delete(STOCK).where(*mine, STOCK.c.generation == generation))
    if row.operating_status:
        _settle_for_readers(connection, row.site)
    return _one(connection, report_id)


def settle_operating_status(connection: Connection, sites: Sequence[int]) -> list[int]:
    """Let the newer of the listed status and the newest report (not withdrawn) hold for these sites.

    Returns those whose status, or its time, is another than before.
    """
    restated = []
    for site in connection.execute(select(SITES).where(SITES.c.id.in_(sites))).all():
        newest = connection.execute(
            select(REPORTS.c.operating_status, REPORTS.c.reported_at)
            .where(
                REPORTS.c.site == site.id, REPORTS.c.operating_status != "", REPORTS.c.withdrawn_at.is_(None)
            )
            .order_by(REPORTS.c.reported_at.desc(), REPORTS.c.id.desc())
            .limit(1)
        ).first()
        status, as_of = site.listed_status, site.listed_as_of
        if newest and (as_of is None or newest.reported_at >= as_of):
            status, as_of = newest.operating_status, newest.reported_at
        values = {"operating_status": status, "status_as_of": as_of}
        connection.execute(update(SITES).where(SITES.c.id == site.id).values(values))
        if (status, as_of) != (site.operating_status, site.status_as_of):
            restated.append(site.id)
    return restated


def _settle_for_readers(connection: Connection, site: int) -> None:
    """Settle a site's status and tell readers. Comes last: who raises the version holds it to the end."""
    if settle_operating_status(connection, [site]):
        stamp = {"status_version": changed(connection)}
        connection.execute(update(SITES).where(SITES.c.id == site).values(stamp))


def reports_of(connection: Connection, site_id: str, limit: int) -> tuple[Report, ...]:
    """The newest entries of the log about a site, withdrawn ones included."""
    wanted = _log().where(SITES.c.site_id == site_id).order_by(REPORTS.c.id.desc()).limit(limit)
    return tuple(map(_report, connection.execute(wanted)))


def _lock_site(connection: Connection, site_id: str) -> Row[Any]:
    wanted = select(SITES).where(SITES.c.site_id == site_id, ~SITES.c.withdrawn).with_for_update()
    row = connection.execute(wanted).first()
    if row is None:
        message = f"there is no site '{site_id}'"
        raise BadInput(f"The report was not taken: {message}.", [FieldError("site_id", message)])
    return row


def _before(
    connection: Connection, site: Row[Any], medicine: int | None, catalogs: CatalogReader
) -> dict[str, Any]:
    """What held until this report, for the log."""
    before: dict[str, Any] = {
        "operating_status": site.operating_status,
        "status_as_of": site.status_as_of and from_epoch(site.status_as_of).isoformat(),
    }
    if medicine is not None:
        rows = stock_of_sites(connection, [medicine], [site.id])[site.id]
        # Read after the rows: on PostgreSQL each statement sees what was committed last.
        catalog = catalogs.read(connection)
        shown = [row for row in rows if catalog.shows(row.source, row.generation)]
        before["stock"] = [
            {
                "status": STATUS_BY_NUMBER[row.status],
                "as_of": from_epoch(row.as_of).isoformat(),
                "source": catalog.sources[row.source].name,
                "strength": row.strength,
                "form": row.form,
                "program": row.program,
                "quantity": row.quantity,
            }
            for row, _ in settle(shown, catalog)
        ]
    return before


def _item(medicine: int, before: dict[str, Any]) -> Item:
    """Reports name no product. Where all that stood there is donated, so is what the report is about."""
    programs = {line["program"] for line in before["stock"]}
    return Item(medicine, "", "", "", "", programs.pop() if len(programs) == 1 else "")


def _stock_row(connection: Connection, site: Row[Any], number: int, entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "medicine": entry["medicine"],
        "cell": site.cell,
        "site": site.id,
        "source": source_number(connection, REPORTS_SOURCE),
        "item": entry["item"],
        "generation": FIRST_REPORT_GENERATION + number,
        "status": STATUS_NUMBERS[entry["status"]],
        "as_of": entry["reported_at"],
        "quantity": entry["quantity"],
        "note": entry["note"] or None,
    }


def _forget_oldest(connection: Connection, site: Row[Any], medicine: int) -> None:
    """Take reports that many newer ones have covered out of the searches' way; the log keeps them."""
    mine = (STOCK.c.medicine == medicine, STOCK.c.cell == site.cell, STOCK.c.site == site.id)
    reports = select(STOCK.c.generation).where(*mine, STOCK.c.generation >= FIRST_REPORT_GENERATION)
    newest_first = connection.execute(reports.order_by(STOCK.c.as_of.desc(), STOCK.c.generation.desc()))
    old = list(newest_first.scalars())[REPORTS_HELD:]
    if old:
        connection.execute(delete(STOCK).where(*mine, STOCK.c.generation.in_(old)))


def _log() -> Select[Any]:
    return (
        select(REPORTS, SITES.c.site_id, MEDICINES.c.name.label("medicine_name"))
        .join(SITES, SITES.c.id == REPORTS.c.site)
        .outerjoin(MEDICINES, MEDICINES.c.id == REPORTS.c.medicine)
    )


def _one(connection: Connection, number: int) -> Report:
    return _report(connection.execute(_log().where(REPORTS.c.id == number)).one())


def _report(row: Row[Any]) -> Report:
    return Report(
        id=row.id,
        site_id=row.site_id,
        medicine=row.medicine_name or "",
        status=row.status,
        quantity=row.quantity,
        operating_status=row.operating_status,
        note=row.note,
        reporter=Reporter(row.reporter, row.role),
        reported_at=from_epoch(row.reported_at),
        recorded_at=from_epoch(row.recorded_at),
        before=json.loads(row.before),
        withdrawn_at=None if row.withdrawn_at is None else from_epoch(row.withdrawn_at),
    )
