"""The plain way, for comparison: sites in a bounding box, their stock, then haversine, ten nearest in stock.

It knows no opening hours, no freshness, no conflicts and no useful order, only 'in stock' and distance.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians
from typing import Any

from sqlalchemy import Connection, text

from knowledge.availability.table import AvailabilityTable
from knowledge.places.distance import distance_miles
from tests.benchmarks.availability.searching import Question, timed
from tests.benchmarks.timing import quantiles

MILES_PER_DEGREE = 69.09
WIDENING = (25, 50, 100, 250)
_TABLE = (
    "CREATE TABLE IF NOT EXISTS reference_stock AS"
    " SELECT s.site, s.medicine, max(s.status) AS status FROM stock s GROUP BY s.site, s.medicine"
)
_INDEXES = (
    "CREATE INDEX IF NOT EXISTS reference_stock_site ON reference_stock (site, medicine, status)",
    "CREATE INDEX IF NOT EXISTS reference_sites_box ON sites (latitude, longitude)",
)
_BOX = text(
    "SELECT t.site_id, t.latitude, t.longitude FROM sites t JOIN reference_stock r ON r.site = t.id"
    " WHERE t.latitude BETWEEN :south AND :north AND t.longitude BETWEEN :west AND :east"
    " AND r.medicine = :medicine AND r.status = 3"
)


def prepare(table: AvailabilityTable) -> None:
    """Stock by site, and an index of coordinates: what the plain way wants."""
    with table.engine.begin() as connection:
        for statement in (_TABLE, *_INDEXES):
            connection.execute(text(statement))
        connection.execute(text("ANALYZE reference_stock"))
        connection.execute(text("ANALYZE sites"))


def measured_reference(table: AvailabilityTable, asked: Sequence[Question]) -> dict[str, Any]:
    """Milliseconds of the plain way."""
    with table.engine.connect() as connection:
        numbers = medicine_numbers(connection)

        def search(each: Question) -> None:
            for miles in WIDENING:
                found = connection.execute(_BOX, _box(each, miles, numbers.get(each.medicine.name, 0))).all()
                near = sorted(
                    distance_miles(each.latitude, each.longitude, row.latitude, row.longitude)
                    for row in found
                )
                if len([away for away in near if away <= miles]) >= 3:
                    return

        return quantiles(timed(search, asked))


def medicine_numbers(connection: Connection) -> dict[str, int]:
    """The table's own numbers of medicines, by name."""
    rows = connection.execute(text("SELECT name, id FROM availability_medicines")).all()
    return dict(row._tuple() for row in rows)


def _box(each: Question, miles: float, medicine: int) -> dict[str, float]:
    north = miles / MILES_PER_DEGREE
    east = north / max(0.01, cos(radians(each.latitude)))
    return {
        "south": each.latitude - north,
        "north": each.latitude + north,
        "west": each.longitude - east,
        "east": each.longitude + east,
        "medicine": medicine,
    }


def drop(table: AvailabilityTable) -> None:
    """Remove what `prepare` made."""
    with table.engine.begin() as connection:
        connection.execute(text("DROP INDEX IF EXISTS reference_sites_box"))
        connection.execute(text("DROP TABLE IF EXISTS reference_stock"))
