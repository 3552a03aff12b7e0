"""PostGIS for comparison: the ten nearest sites in stock by its index of points, where it is installed.

Like the bounding box it knows no hours, no freshness and no useful order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import text

from knowledge.availability.table import AvailabilityTable
from tests.benchmarks.availability.reference import medicine_numbers
from tests.benchmarks.availability.searching import RESULTS, Question, timed
from tests.benchmarks.timing import quantiles

AVAILABLE = "SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'"
NOT_INSTALLED = "the extension postgis is not installed in this PostgreSQL"
_PREPARED = (
    "CREATE EXTENSION IF NOT EXISTS postgis",
    "CREATE TABLE reference_points AS SELECT id AS site,"
    " ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)::geography AS point"
    " FROM sites WHERE latitude IS NOT NULL",
    "CREATE INDEX ON reference_points USING gist (point)",
    "ANALYZE reference_points",
)
# Walks outwards along the index of points and looks each site's stock up, until ten have it.
_NEAREST = text(
    "SELECT p.site FROM reference_points p WHERE EXISTS (SELECT 1 FROM reference_stock r"
    " WHERE r.site = p.site AND r.medicine = :medicine AND r.status = 3)"
    " ORDER BY p.point <-> ST_SetSRID(ST_MakePoint(:longitude, :latitude), 4326)::geography LIMIT :limit"
)


def measured_nearest(table: AvailabilityTable, asked: Sequence[Question]) -> dict[str, Any]:
    """Milliseconds of the nearest ten, on what `reference` prepares; `trouble` where PostGIS is missing."""
    with table.engine.connect() as connection:
        if connection.execute(text(AVAILABLE)).first() is None:
            return {"trouble": NOT_INSTALLED}
        for statement in _PREPARED:
            connection.execute(text(statement))
        numbers = medicine_numbers(connection)

        def search(each: Question) -> None:
            wanted = {
                "medicine": numbers.get(each.medicine.name, 0),
                "latitude": each.latitude,
                "longitude": each.longitude,
                "limit": RESULTS,
            }
            connection.execute(_NEAREST, wanted).all()

        # The transaction is not committed: what was made for it goes with the connection.
        return quantiles(timed(search, asked))
