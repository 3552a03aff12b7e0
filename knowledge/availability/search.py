"""The nearest useful places: rings outward from where the person is, until nothing nearer can be better."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlalchemy import Connection, Row, select

from knowledge.availability.catalog import Catalog
from knowledge.availability.cells import NO_PLACE, ring_ranges
from knowledge.availability.eligibility import may_be_called
from knowledge.availability.freshness import from_epoch
from knowledge.availability.judging import Judged, SiteFacts, StockRow, judge
from knowledge.availability.opening import Opening, opening
from knowledge.availability.queries import sites_in_cells, stock_in_cells
from knowledge.availability.question import Question
from knowledge.availability.records import TIERS, PlaceResult, SearchResult
from knowledge.availability.tables import SITES, SOURCES
from knowledge.places.distance import distance_miles

# The contract: start at 25 miles and widen while fewer than three places have fresh or ageing stock.
WIDENING_MILES = (25, 50, 100, 250)
ENOUGH_IN_STOCK = 3
HAS_STOCK = ("in_stock", "ageing", "low")
# Circles read one after another, so that a dense city is answered from its nearest blocks.
RINGS_MILES = (6.0, 25.0, 50.0, 100.0, 250.0, 1000.0)
STOCK_COLUMNS = len(StockRow._fields)


class Candidate(NamedTuple):
    """A site that can help, with its place in the useful order (`rank`, smaller is better)."""

    rank: tuple[int, int, float]
    site: int
    miles: float | None
    opening: Opening
    judged: Judged | None


@dataclass(frozen=True, slots=True)
class _SiteRow:
    id: int
    latitude: float | None
    longitude: float | None
    facts: SiteFacts
    operating_status: str
    opening: Opening
    miles: float


def search(connection: Connection, question: Question, catalog: Catalog) -> SearchResult:
    """The places of the useful order, from one consistent snapshot."""
    radius = question.radius_miles or WIDENING_MILES[-1]
    near: list[Candidate] = []
    closed: list[Candidate] = []
    seen: set[int] = set()
    reached = 0.0
    for inner, outer in _rings(radius):
        found = list(_in_ring(connection, question, catalog, inner, outer))
        seen.update(candidate.site for candidate in found)
        near += [c for c in found if c.rank[0] < CLOSED]
        closed += [c for c in found if c.rank[0] == CLOSED]
        reached = outer
        if _enough(near, question, outer):
            break
    if len(near) < question.limit and not question.in_stock:
        near += _unlisted(connection, question, reached, seen, question.limit - len(near))
    mail = _mail_order(connection, question, catalog)
    chosen = sorted(near or closed)[: question.limit]
    chosen += sorted(mail)[: question.limit - len(chosen)]
    widened = None if question.radius_miles or reached <= WIDENING_MILES[0] else int(reached)
    return SearchResult(tuple(_places(connection, chosen)), widened)


# Groups of the useful order.
SOON, LATER, UNLISTED, OUT, MAIL, CLOSED = range(6)


def _rings(radius: float) -> Iterator[tuple[float, float]]:
    inner = -1.0
    for outer in [*(miles for miles in RINGS_MILES if miles < radius), radius]:
        yield inner, outer
        inner = outer


def _enough(near: list[Candidate], question: Question, outer: float) -> bool:
    """Whether what lies farther out can neither improve the answer nor is asked for."""
    best = sum(1 for c in near if c.rank[:2] == (SOON, 0))
    if best >= question.limit:
        return True
    if question.radius_miles or outer not in WIDENING_MILES:
        return False
    stocked = sum(1 for c in near if c.judged and c.judged.tier in HAS_STOCK)
    return stocked >= ENOUGH_IN_STOCK


def _in_ring(
    connection: Connection, question: Question, catalog: Catalog, inner: float, outer: float
) -> Iterator[Candidate]:
    medicines = [number for wanted in question.wanted for number in wanted.members]
    if not medicines:
        return
    firsts, span = ring_ranges(question.latitude, question.longitude, inner, outer)
    by_site: dict[int, list[StockRow]] = defaultdict(list)
    sites: dict[int, _SiteRow] = {}
    for row in stock_in_cells(connection, medicines, firsts, span):
        stock = StockRow._make(row[:STOCK_COLUMNS])
        if stock.site not in sites:
            sites[stock.site] = _site_row(row[STOCK_COLUMNS:], question)
        by_site[stock.site].append(stock)
    for number, site in sites.items():
        if inner < site.miles <= outer:
            judged = judge(by_site[number], site.facts, question, catalog)
            candidate = judged and _candidate(site, judged, question)
            if candidate:
                yield candidate


def _site_row(row: Sequence[object], question: Question) -> _SiteRow:
    number, latitude, longitude, kind, status, hours, timezone, services = row
    miles = (
        distance_miles(question.latitude, question.longitude, latitude, longitude)  # type: ignore[arg-type]
        if latitude is not None
        else 0.0
    )
    return _SiteRow(
        number,  # type: ignore[arg-type]
        latitude,  # type: ignore[arg-type]
        longitude,  # type: ignore[arg-type]
        SiteFacts(kind, frozenset(str(services).split("|"))),  # type: ignore[arg-type]
        str(status),
        opening(str(hours), str(timezone), status, question.at),  # type: ignore[arg-type]
        miles,
    )


def _candidate(site: _SiteRow, judged: Judged, question: Question) -> Candidate | None:
    if question.open_now and not site.opening.open_now:
        return None
    if question.in_stock and judged.tier not in HAS_STOCK:
        return None
    tier = TIERS.index(judged.tier)
    if site.operating_status == "closed":
        group = CLOSED
    elif judged.tier == "out":
        group = OUT
    elif judged.tier == "unlisted":
        group = UNLISTED
    else:
        group = SOON if site.opening.soon else LATER
    if group == UNLISTED and not site.opening.soon:
        return None
    return Candidate((group, tier, site.miles), site.id, site.miles, site.opening, judged)


def _unlisted(
    connection: Connection, question: Question, radius: float, seen: set[int], missing: int
) -> list[Candidate]:
    """Open pharmacies nobody reported the medicine for: so that there is always someone to call."""
    kinds = [
        kind
        for kind in ("pharmacy", "opioid_treatment_program")
        if all(
            may_be_called(w.asked, kind, opioid_use_disorder=question.opioid_use_disorder)  # type: ignore[arg-type]
            for w in question.wanted
        )
    ]
    found: list[Candidate] = []
    for inner, outer in _rings(radius) if kinds else ():
        firsts, span = ring_ranges(question.latitude, question.longitude, inner, outer)
        for row in sites_in_cells(connection, kinds, firsts, span):
            site = _site_row(row, question)
            if site.id not in seen and inner < site.miles <= outer:
                candidate = _candidate(site, Judged("unlisted", ()), question)
                if candidate:
                    found.append(candidate)
        if len(found) >= missing:
            break
    return sorted(found)[:missing]


def _mail_order(connection: Connection, question: Question, catalog: Catalog) -> list[Candidate]:
    medicines = [number for wanted in question.wanted for number in wanted.members]
    by_site: dict[int, list[StockRow]] = defaultdict(list)
    sites: dict[int, _SiteRow] = {}
    for row in stock_in_cells(connection, medicines, [NO_PLACE], 0):
        stock = StockRow._make(row[:STOCK_COLUMNS])
        sites[stock.site] = _site_row(row[STOCK_COLUMNS:], question)
        by_site[stock.site].append(stock)
    found = []
    for number, site in sites.items():
        judged = judge(by_site[number], site.facts, question, catalog)
        candidate = judged and _candidate(site, judged, question)
        if candidate and candidate.rank[0] != CLOSED:
            found.append(candidate._replace(rank=(MAIL, candidate.rank[1], float(number)), miles=None))
    return found


def _places(connection: Connection, chosen: Iterable[Candidate]) -> Iterator[PlaceResult]:
    chosen = list(chosen)
    statement = select(SITES, SOURCES.c.name.label("source_name")).join(
        SOURCES, SOURCES.c.id == SITES.c.source
    )
    rows = {
        row.id: row for row in connection.execute(statement.where(SITES.c.id.in_([c.site for c in chosen])))
    }
    for candidate in chosen:
        yield _place(rows[candidate.site], candidate)


def _place(row: Row[tuple[object, ...]], candidate: Candidate) -> PlaceResult:
    judged, opened = candidate.judged, candidate.opening
    return PlaceResult(
        site_id=row.site_id,
        name=row.name,
        kind=row.kind,
        address=row.address,
        city=row.city,
        state=row.state,
        zip=row.zip,
        phone=row.phone,
        latitude=row.latitude,
        longitude=row.longitude,
        distance_miles=None if candidate.miles is None else round(candidate.miles, 1),
        operating_status=row.operating_status,
        open_now=opened.open_now,
        status_as_of=None if row.status_as_of is None else from_epoch(row.status_as_of),
        stock=judged.lines if judged else (),
        tier=judged.tier if judged else None,
        opens_at=opened.opens_at,
        closes_at=opened.closes_at,
        hours=row.hours,
        timezone=row.timezone,
        county_fips=row.county_fips,
        services=_parts(row.services),
        languages=_parts(row.languages),
        url=row.url,
        source=row.source_name,
        approximate=row.approximate,
    )


def _parts(joined: str) -> tuple[str, ...]:
    return tuple(part for part in joined.split("|") if part)


__all__ = ["replace", "search"]
