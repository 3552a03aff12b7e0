"""A small map of an answer's places: rings of miles around the person, north up, drawn without any tiles.

Distances are drawn by their square root, so that near places, which matter most, do not lie on one another.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from api.web.texts import Texts
from assistant.answer import UnderstoodPlace
from assistant.question import Location
from knowledge.availability.records import PlaceResult
from knowledge.places.gazetteer import Gazetteer

# The map's half width, in the units of its drawing; the outermost ring leaves room for a mark on it.
HALF = 160
OUTERMOST = 140
MARK = 11
# Rings at 5, 10 and 25 miles, and those to which the search widens.
RINGS_MILES = (5, 10, 25, 50, 100, 250)
# Near rings are left out where they would crowd the person's own dot.
SMALLEST_RING = 0.28 * OUTERMOST
# Where a mark would cover another, it is put to the side, at these distances in these directions.
ASIDE = (MARK * 2.1, MARK * 3.4, MARK * 4.8)
SIDES = 12
DIRECTIONS = (
    "direction-n",
    "direction-ne",
    "direction-e",
    "direction-se",
    "direction-s",
    "direction-sw",
    "direction-w",
    "direction-nw",
)


@dataclass(frozen=True, slots=True)
class Ring:
    """One ring: its radius in the drawing and its miles."""

    radius: float
    miles: int


@dataclass(frozen=True, slots=True)
class Mark:
    """One place. (x, y) is where its number stands, (spot_x, spot_y) where it lies; they differ where numbers
    would cover one another."""

    number: int
    name: str
    tone: str
    miles: float
    direction: str
    x: float
    y: float
    spot_x: float
    spot_y: float


@dataclass(frozen=True, slots=True)
class MapView:
    """The map: rings from the inside out, and the marks in the order of the cards."""

    rings: tuple[Ring, ...]
    marks: tuple[Mark, ...]


def centre_of(
    location: Location | None, current: UnderstoodPlace | None, gazetteer: Gazetteer
) -> tuple[float, float] | None:
    """(latitude, longitude) of where the person is: the device's, else the centre of the place named."""
    if location is not None and location.latitude is not None and location.longitude is not None:
        return location.latitude, location.longitude
    if current is None:
        return None
    place = (
        (gazetteer.by_zip(current.zip) if current.zip else None)
        or (gazetteer.by_city(current.city, current.state) if current.city else None)
        or (gazetteer.by_county_fips(current.county_fips) if current.county_fips else None)
    )
    return (place.latitude, place.longitude) if place else None


def map_view(
    places: Sequence[PlaceResult], tones: Sequence[str], centre: tuple[float, float] | None, texts: Texts
) -> MapView | None:
    """The map of the places that have a distance; None where nothing can be drawn.

    `tones` are those of the cards (good | care | bad). A place stands as far out as its card says.
    """
    if centre is None:
        return None
    far = [place.distance_miles for place in places if place.distance_miles is not None]
    if not far:
        return None
    reach = next((ring for ring in RINGS_MILES if ring >= max(far)), max(far))
    rings = (Ring(_radius(miles, reach), miles) for miles in RINGS_MILES if miles <= reach)
    return MapView(
        tuple(ring for ring in rings if ring.radius >= SMALLEST_RING),
        tuple(_marks(places, tones, centre, reach, texts)),
    )


def bearing(start: tuple[float, float], end: tuple[float, float]) -> float:
    """The compass bearing in degrees at which the great circle from `start` to `end` sets out."""
    here, there = math.radians(start[0]), math.radians(end[0])
    east = math.radians(end[1] - start[1])
    y = math.sin(east) * math.cos(there)
    x = math.cos(here) * math.sin(there) - math.sin(here) * math.cos(there) * math.cos(east)
    return math.degrees(math.atan2(y, x)) % 360


def _marks(
    places: Sequence[PlaceResult],
    tones: Sequence[str],
    centre: tuple[float, float],
    reach: float,
    texts: Texts,
) -> Iterator[Mark]:
    taken = [(0.0, 0.0)]
    for number, (place, tone) in enumerate(zip(places, tones, strict=True), start=1):
        if place.distance_miles is None or place.latitude is None or place.longitude is None:
            continue
        degrees = bearing(centre, (place.latitude, place.longitude))
        spot = _point(_radius(place.distance_miles, reach), degrees)
        x, y = _free(spot, taken)
        taken.append((x, y))
        yield Mark(
            number=number,
            name=place.name,
            tone=tone,
            miles=round(place.distance_miles, 1),
            direction=texts(DIRECTIONS[round(degrees / 45) % len(DIRECTIONS)]),
            x=round(x, 1),
            y=round(y, 1),
            spot_x=round(spot[0], 1),
            spot_y=round(spot[1], 1),
        )


def _radius(miles: float, reach: float) -> float:
    return round(OUTERMOST * math.sqrt(miles / reach), 1) if reach else 0.0


def _point(radius: float, degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    return radius * math.sin(angle), -radius * math.cos(angle)


def _free(spot: tuple[float, float], taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The spot itself, or the nearest place beside it where a number covers no other."""
    for x, y in _beside(spot):
        inside = max(abs(x), abs(y)) <= HALF - MARK
        if inside and all(math.dist((x, y), other) >= 2 * MARK for other in taken):
            return x, y
    return spot


def _beside(spot: tuple[float, float]) -> Iterator[tuple[float, float]]:
    yield spot
    for distance in ASIDE:
        for side in range(SIDES):
            x, y = _point(distance, side * 360 / SIDES)
            yield spot[0] + x, spot[1] + y
