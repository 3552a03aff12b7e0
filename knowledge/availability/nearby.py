"""Sites without a medicine: the nearest ones, some by their ids, one by what people call it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from knowledge.availability.opening import opening
from knowledge.availability.presenting import (
    SiteRow,
    bare_place,
    bare_places,
    rows_by_id,
    rows_by_number,
    to_place,
)
from knowledge.availability.records import PlaceResult, SearchResult
from knowledge.availability.search import ENOUGH_IN_STOCK, WIDENING_MILES, rings
from knowledge.availability.site_book import NearSite, SiteBook
from knowledge.availability.tables import SITES
from knowledge.folding import fold
from knowledge.places.distance import distance_miles
from knowledge.places.place import Place

# 'The Walgreens on Dale Mabry' is a place people can reach from where they are.
NAMED_WITHIN_MILES = 60.0
# The nearest blocks first; most answers need no more.
SMALL_RINGS_MILES = (1.5, 6.0)
# Words that half of all sites carry: they tell sites apart only together with another word.
GENERIC = frozenset(
    re.findall(
        r"\w+",
        """
        pharmacy pharmacies drug drugs drugstore store clinic clinics hospital medical health center centre
        community shelter charity mail order specialty unit mobile program treatment sample near open closed
        farmacia clinica st street ave avenue rd road blvd boulevard dr drive ln lane hwy highway way n s e
        w north south east west
        """,
    )
)
FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        the a an is are of on in at to for and or it my me i you do does by near el la los las un una de en
        y o es esta there this that what when where which who how today tonight now still
        """,
    )
)
# Without a place to start from, no more rows than this are looked at.
MOST_NAMED = 2000
# A site named half as well as the best one is another site.
CLEARLY_NAMED = 0.75


def nearest_sites(
    connection: Connection,
    book: SiteBook,
    point: tuple[float, float],
    at: datetime,
    *,
    kinds: Collection[str],
    radius_miles: float | None,
    limit: int,
    open_now: bool,
) -> SearchResult:
    """The nearest sites of these kinds (any, if none named): open or soon open first, then by distance.

    Without a radius the circle widens like that of a search while fewer than three sites are found.
    Closed sites are left out unless nothing else is near.
    """
    near: list[_Near] = []
    stops = WIDENING_MILES if radius_miles is None else (radius_miles,)
    reached = 0.0
    for inner, reached in rings(stops[-1], sorted({*SMALL_RINGS_MILES, *stops})):
        ring = book.nearest(point, book.occupied.ring(*point, inner, reached), inner, reached)
        near += [_near(site, at) for site in ring if not kinds or site.facts.kind in kinds]
        wanted = [each for each in near if each.open_now or not open_now]
        if sum(1 for each in wanted if each.group == _SOON) >= limit:
            break
        if reached in stops and sum(1 for each in near if each.group != _CLOSED) >= ENOUGH_IN_STOCK:
            break
    alive = [each for each in near if each.group != _CLOSED] or near
    chosen = sorted(each for each in alive if each.open_now or not open_now)[:limit]
    bare = bare_places(connection, [each.number for each in chosen], book.places)
    widened = radius_miles is None and reached > WIDENING_MILES[0]
    places = tuple(_shown(bare[each.number], each.miles, at) for each in chosen)
    return SearchResult(places, int(reached) if widened else None)


class _Near(NamedTuple):
    """A site in a circle; sorts as the answer does."""

    group: int
    miles: float
    number: int
    open_now: bool


_SOON, _LATER, _CLOSED = range(3)


def _near(site: NearSite, at: datetime) -> _Near:
    facts = site.facts
    opened = opening(facts.hours, facts.timezone, facts.operating_status, at)
    group = _CLOSED if facts.operating_status == "closed" else _SOON if opened.soon else _LATER
    return _Near(group, site.miles, site.number, bool(opened.open_now))


def sites_by_id(connection: Connection, site_ids: Sequence[str], at: datetime) -> SearchResult:
    """These sites, in the order asked for; unknown ids are left out."""
    rows = rows_by_id(connection, site_ids)
    return SearchResult(tuple(_shown(bare_place(rows[each]), None, at) for each in site_ids if each in rows))


def named_sites(
    connection: Connection,
    book: SiteBook,
    text: str,
    at: datetime,
    *,
    near: Place | None,
    limit: int,
) -> SearchResult:
    """The sites that a text names ('is the Walgreens on Dale Mabry open?'), best match first.

    Only words that some site carries in its name or street count, and rare ones count most. With `near`
    the sites within `NAMED_WITHIN_MILES` are looked at (the names of the place itself tell nothing then),
    otherwise all that share a telling word.
    """
    words = _words(text)
    telling = words - GENERIC - _words(f"{near.city} {near.county} {near.state}" if near else "")
    if not telling:
        return SearchResult(())
    point = (near.latitude, near.longitude) if near else None
    around = _around(book, point) if point else None
    scored = _scores(_sharing(connection, telling, around), words, telling)
    best = max((score for score, _ in scored), default=0.0)
    away = {row.id: _miles(point, row) for _, row in scored}
    named = sorted(
        (each for each in scored if each[0] >= best * CLEARLY_NAMED),
        key=lambda each: (-each[0], away[each[1].id] or 0.0, each[1].site_id),
    )
    return SearchResult(tuple(_shown(bare_place(row), away[row.id], at) for _, row in named[:limit]))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", fold(text))) - FUNCTION_WORDS


def _around(book: SiteBook, point: tuple[float, float]) -> set[int]:
    """The numbers of all sites that are near enough to be meant."""
    return set(book.numbers(book.occupied.ring(*point, -1.0, NAMED_WITHIN_MILES)))


def _sharing(connection: Connection, telling: Iterable[str], around: set[int] | None) -> list[SiteRow]:
    """The sites (of those around) that share a telling word with the text, as far as letters go."""
    shared = or_(*(SITES.c.described.contains(word, autoescape=True) for word in telling))
    numbers = connection.execute(select(SITES.c.id).where(shared, ~SITES.c.withdrawn)).scalars()
    kept = islice((n for n in numbers if around is None or n in around), MOST_NAMED)
    return list(rows_by_number(connection, list(kept)).values())


def _scores(rows: Sequence[SiteRow], words: set[str], telling: set[str]) -> list[tuple[float, SiteRow]]:
    """How well each site is named: the sum over shared words of how rare the word is among these sites."""
    carried = [(_words(f"{row.name} {row.address}"), row) for row in rows]
    common = Counter(word for own, _ in carried for word in own & words)
    weight = {w: (1.0 if w in telling else 0.1) * math.log(1 + len(rows) / n) for w, n in common.items()}
    return [(sum(weight[word] for word in own & words), row) for own, row in carried if own & telling]


def _miles(near: tuple[float, float] | None, row: SiteRow) -> float | None:
    if near is None or row.latitude is None or row.longitude is None or row.kind == "mail_order":
        return None
    return distance_miles(*near, row.latitude, row.longitude)


def _shown(bare: PlaceResult, miles: float | None, at: datetime) -> PlaceResult:
    return to_place(bare, miles, opening(bare.hours, bare.timezone, bare.operating_status, at))
