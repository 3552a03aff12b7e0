"""Where a site is: its coordinates against its ZIP code. Pure."""

from __future__ import annotations

from typing import NamedTuple

from knowledge.availability.feeds.values import RefusedError
from knowledge.places.distance import distance_miles
from knowledge.places.place import Place

# The farthest that a door lies from the centre of its ZIP code (the largest codes, in Alaska, aside).
SAME_PLACE_MILES = 60.0
# Coordinates farther than this from their ZIP code, that no known slip explains, contradict it.
CONTRADICTION_MILES = 200.0
# The 50 states, D.C. and the territories lie in these boxes (south, north, west, east), in degrees.
SERVED = (
    (24.0, 50.0, -125.5, -66.0),  # the 48 states
    (51.0, 72.0, -180.0, -129.0),  # Alaska
    (51.0, 54.0, 172.0, 180.0),  # Aleutians west of the date line
    (18.0, 29.0, -179.0, -154.0),  # Hawaii and Midway
    (17.0, 19.0, -68.5, -64.0),  # Puerto Rico, Virgin Islands
    (13.0, 21.0, 144.0, 147.0),  # Guam, Northern Marianas
    (-15.0, -10.5, -172.0, -168.0),  # American Samoa
)


class Location(NamedTuple):
    """Degrees; `approximate` when it is the centre of the ZIP code. `mended` says what was put right."""

    latitude: float
    longitude: float
    approximate: bool
    mended: str = ""


def locate(latitude: float | None, longitude: float | None, zip_place: Place | None) -> Location:
    """The site's point. Without coordinates it is the ZIP code's centre.

    Swapped coordinates and a lost minus sign are mended where the ZIP code (or, without one, the map)
    leaves no doubt. Refuses coordinates that contradict the ZIP code, or lie nowhere in the USA.
    """
    if latitude is None or longitude is None or (latitude, longitude) == (0.0, 0.0):
        if zip_place is None:
            raise RefusedError("is empty, and so is the ZIP code: a site needs one of them")
        said = "0,0 is in the Atlantic; the ZIP code's centre was taken" if latitude == 0.0 else ""
        return Location(zip_place.latitude, zip_place.longitude, True, said)
    points = _readings(latitude, longitude)
    for said, (lat, lon) in points.items():
        if zip_place is not None and _miles(zip_place, lat, lon) <= SAME_PLACE_MILES:
            return Location(lat, lon, False, said)
    plausible = {said: point for said, point in points.items() if _served(*point)}
    if zip_place is not None and "" in plausible and _miles(zip_place, *points[""]) <= CONTRADICTION_MILES:
        return Location(latitude, longitude, False)
    if zip_place is not None:
        away = _miles(zip_place, latitude, longitude)
        raise RefusedError(f"{latitude},{longitude} is {away:.0f} miles from ZIP code {zip_place.zip}")
    if "" in plausible:
        return Location(latitude, longitude, False)
    if len(plausible) == 1:
        said, (lat, lon) = plausible.popitem()
        return Location(lat, lon, False, said)
    raise RefusedError(f"{latitude},{longitude} is not in the USA")


def _readings(latitude: float, longitude: float) -> dict[str, tuple[float, float]]:
    """The points that may be meant, by what was put right; the one as written first."""
    readings = {
        "": (latitude, longitude),
        "latitude and longitude were swapped": (longitude, latitude),
        "the minus sign of the longitude was missing": (latitude, -abs(longitude)),
        "latitude and longitude were swapped, and the minus sign was missing": (longitude, -abs(latitude)),
    }
    # Two ways to the same point are one reading, by the simpler of them.
    points = {point: said for said, point in reversed(readings.items())}
    possible = {said: point for point, said in points.items() if abs(point[0]) <= 90 and abs(point[1]) <= 180}
    return {said: possible[said] for said in readings if said in possible}


def _miles(place: Place, latitude: float, longitude: float) -> float:
    return distance_miles(place.latitude, place.longitude, latitude, longitude)


def _served(latitude: float, longitude: float) -> bool:
    return any(s <= latitude <= n and w <= longitude <= e for s, n, w, e in SERVED)
