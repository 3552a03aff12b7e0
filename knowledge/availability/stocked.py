"""One site with what it has, whatever was asked for."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from knowledge.availability.catalog import Catalog
from knowledge.availability.freshness import to_epoch
from knowledge.availability.judging import Judged, by_medicine, lines_of, tier_of
from knowledge.availability.opening import opening
from knowledge.availability.presenting import bare_place, rows_by_id, to_place
from knowledge.availability.queries import stock_of_sites
from knowledge.availability.question import Wanted
from knowledge.availability.records import TIERS, PlaceResult, Tier


def place_with_stock(
    connection: Connection, site_id: str, wanted: tuple[Wanted, ...], at: datetime, catalog: Catalog
) -> PlaceResult | None:
    """The site with its lines about the wanted medicines, donated or not; None when there is no such site."""
    row = rows_by_id(connection, [site_id]).get(site_id)
    if row is None:
        return None
    members = {number: medicine for one in wanted for number, medicine in one.members.items()}
    stock = stock_of_sites(connection, members, [row.id])[row.id]
    moment = to_epoch(at)
    lines = tuple(
        line
        for number, rows in by_medicine(stock).items()
        for line in lines_of(members[number], rows, moment, catalog)
    )
    tiers: list[Tier] = [tier_of(line) for line in lines] or ["unlisted"]
    best = min(tiers, key=TIERS.index)
    opened = opening(row.hours, row.timezone, row.operating_status, at)
    return to_place(bare_place(row), None, opened, Judged(best, lines))
