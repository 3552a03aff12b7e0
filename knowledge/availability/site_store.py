"""Writing sites: what is new, what changed, what stays; and the status that reports give on top."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import Connection, Row, bindparam, insert, select, text, update

from knowledge.availability.cells import NO_PLACE, cell_of
from knowledge.availability.freshness import to_epoch
from knowledge.availability.records import Site
from knowledge.availability.reports import settle_operating_status
from knowledge.availability.tables import REPORTS, SITES
from knowledge.folding import fold

Outcome = Literal["accepted", "updated", "unchanged"]
# What a feed says of a site, besides its status; the rest of the row is worked out.
LISTED = (
    "site_id", "name", "kind", "address", "city", "state", "zip", "county_fips", "latitude", "longitude",
    "phone", "hours", "npi", "ncpdp_id", "url", "timezone", "approximate",
)  # fmt: skip
JOINED = ("services", "languages")


def site_values(site: Site) -> dict[str, Any]:
    """The columns of a site's row as its source lists it; `source` is still the name."""
    listed_as_of = None if site.status_as_of is None else to_epoch(site.status_as_of)
    return {
        **{name: getattr(site, name) for name in LISTED},
        **{name: "|".join(getattr(site, name)) for name in JOINED},
        "cell": cell_for(site),
        "source": site.source,
        "operating_status": site.operating_status,
        "status_as_of": listed_as_of,
        "listed_status": site.operating_status,
        "listed_as_of": listed_as_of,
        "withdrawn": False,
        "described": fold(f"{site.name} {site.address}"),
    }


def cell_for(site: Site) -> int:
    """The cell a site is found in; mail order is nowhere, wherever its warehouse stands."""
    if site.kind == "mail_order" or site.latitude is None or site.longitude is None:
        return NO_PLACE
    return cell_of(site.latitude, site.longitude)


def store_sites(
    connection: Connection, listed: Sequence[dict[str, Any]], sources: Mapping[str, int]
) -> list[Outcome]:
    """Store sites by the values of their rows; returns what became of each."""
    rows = [{**values, "source": sources[values["source"]]} for values in listed]
    wanted = select(SITES).where(SITES.c.site_id.in_([row["site_id"] for row in rows]))
    held = {row.site_id: row for row in connection.execute(wanted)}
    outcomes = [outcome(held.get(row["site_id"]), row) for row in rows]
    new = [row for row in rows if row["site_id"] not in held]
    if new:
        connection.execute(insert(SITES), new)
    changes = [
        row
        for row, became in zip(rows, outcomes, strict=True)
        if became != "unchanged" and row["site_id"] in held
    ]
    if changes:
        _update(connection, changes, held)
    return outcomes


def outcome(held: Row[Any] | None, row: Mapping[str, Any]) -> Outcome:
    """What a listed site is against what is held: the newer status wins, whoever lists it."""
    if held is None or held.withdrawn:
        return "accepted"
    if _knows_more(held, row):
        return "unchanged"
    same = all(getattr(held, name) == row[name] for name in (*LISTED, *JOINED, "source"))
    status = (row["listed_status"], row["listed_as_of"])
    # A site that is exported shows the status that holds; coming back, it changes nothing.
    shown = (held.listed_status, held.listed_as_of), (held.operating_status, held.status_as_of)
    return "unchanged" if same and status in shown else "updated"


def _knows_more(held: Row[Any], row: Mapping[str, Any]) -> bool:
    """Whether what is held is newer. A source that stops giving times still speaks for its own sites."""
    if held.listed_as_of is None:
        return False
    if row["listed_as_of"] is None:
        return bool(held.source != row["source"])
    return bool(row["listed_as_of"] < held.listed_as_of)


def _update(connection: Connection, rows: Sequence[dict[str, Any]], held: Mapping[str, Row[Any]]) -> None:
    """Overwrite what is held; stock follows a site that moved, and newer reports keep their say."""
    new_values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "site_id"}
    connection.execute(
        update(SITES).where(SITES.c.site_id == bindparam("new_site_id")).values(new_values),
        [{f"new_{name}": value for name, value in row.items()} for row in rows],
    )
    for row in rows:
        before = held[row["site_id"]]
        if before.cell != row["cell"]:
            move_stock(connection, before.id, before.cell, row["cell"])
    numbers = [held[row["site_id"]].id for row in rows]
    about_these = (REPORTS.c.site.in_(numbers), REPORTS.c.operating_status != "")
    reported = select(REPORTS.c.site).where(*about_these).distinct()
    settle_operating_status(connection, list(connection.execute(reported).scalars()))


def withdraw_sites(connection: Connection, sources: Iterable[int], listed: Collection[str]) -> int:
    """Take the sites of these sources that are not listed (any more) out of all answers; returns how many."""
    wanted = select(SITES.c.id, SITES.c.site_id).where(SITES.c.source.in_(list(sources)), ~SITES.c.withdrawn)
    gone = [row.id for row in connection.execute(wanted) if row.site_id not in listed]
    if gone:
        one = update(SITES).where(SITES.c.id == bindparam("number")).values(withdrawn=True)
        connection.execute(one, [{"number": number} for number in gone])
    return len(gone)


def move_stock(connection: Connection, site: int, old_cell: int, new_cell: int) -> None:
    """Let a site's stock follow it to another cell, whatever import it came with."""
    connection.execute(text(_MOVE), {"site": site, "old": old_cell, "new": new_cell})


# Every medicine is tried: the tree is keyed by medicine first, and a site lists some hundred.
_MOVE = (
    "UPDATE stock SET cell = :new WHERE medicine IN (SELECT id FROM availability_medicines)"
    " AND cell = :old AND site = :site"
)
