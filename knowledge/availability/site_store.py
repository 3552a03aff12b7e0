"""Writing sites: what is new, what changed, what stays; and the status that reports give on top."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert

from knowledge.availability.cells import NO_PLACE, cell_of
from knowledge.availability.freshness import to_epoch
from knowledge.availability.records import Site
from knowledge.availability.tables import SITES

# What a feed says of a site; the rest of the row is worked out.
LISTED = (
    "site_id", "name", "kind", "address", "city", "state", "zip", "county_fips", "latitude", "longitude",
    "phone", "hours", "npi", "ncpdp_id", "url", "timezone", "approximate",
)  # fmt: skip


def site_values(site: Site, source: int) -> dict[str, Any]:
    """The columns of a site's row as its source lists it."""
    listed_as_of = None if site.status_as_of is None else to_epoch(site.status_as_of)
    return {
        **{name: getattr(site, name) for name in LISTED},
        "cell": cell_for(site),
        "services": "|".join(site.services),
        "languages": "|".join(site.languages),
        "source": source,
        "operating_status": site.operating_status,
        "status_as_of": listed_as_of,
        "listed_status": site.operating_status,
        "listed_as_of": listed_as_of,
        "withdrawn": False,
    }


def cell_for(site: Site) -> int:
    """The cell a site is found in; mail order is nowhere, wherever its warehouse stands."""
    if site.kind == "mail_order" or site.latitude is None or site.longitude is None:
        return NO_PLACE
    return cell_of(site.latitude, site.longitude)


def insert_sites(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Add sites that are not there yet."""
    if rows:
        connection.execute(insert(SITES), list(rows))
