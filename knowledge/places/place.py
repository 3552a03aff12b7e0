"""The records of this room: a place, and a mention of one in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PlaceKind = Literal["zip", "city", "county", "state", "point"]
Certainty = Literal["exact", "likely", "ask"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the USA with its centre (degrees) and IANA time zone.

    Fields that do not apply are "" (a city has no `zip`, a state no `county`). `county_fips` has five
    digits. A city that lies in several counties carries the one that most of its ZIP codes lie in.
    `label` is how people write it: 'Tampa, FL 33602', 'Pinellas County, FL', 'Florida'.
    """

    zip: str
    city: str
    county: str
    county_fips: str
    state: str
    latitude: float
    longitude: float
    timezone: str
    kind: PlaceKind
    label: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a text: `matched` is `text[start:end]`.

    'exact' leaves no other reading, 'likely' is the well-known or nearest one of several (the others are
    in `candidates`) or a misspelling, 'ask' means that no candidate stands out (`place` is the largest).
    """

    place: Place
    matched: str
    start: int
    end: int
    certainty: Certainty
    candidates: tuple[Place, ...] = ()
