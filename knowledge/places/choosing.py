"""Which of several cities of one name is meant."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.places.atlas import CityRow
from knowledge.places.distance import distance_miles
from knowledge.places.place import Certainty, Place

# So many times more people than the next city of that name: the one everybody means.
DOMINANCE = 5.0
# A city of that name this near to the person's known place is the one meant, in miles.
NEAR_MILES = 150.0
MOST_CANDIDATES = 6


def choose(rows: Sequence[CityRow], near: Place | None) -> tuple[list[CityRow], Certainty]:
    """The cities of one name, the one meant first, and how sure that is."""
    ranked = sorted(rows, key=lambda r: -int(r.population))[:MOST_CANDIDATES]
    if len(rows) == 1:
        return ranked, "exact"
    if near and (local := _nearby(rows, near)):
        return [local, *(r for r in ranked if r is not local)], "likely"
    first, second = (max(1, int(r.population)) for r in ranked[:2])
    return ranked, "likely" if first >= DOMINANCE * second else "ask"


def _nearby(rows: Sequence[CityRow], near: Place) -> CityRow | None:
    def miles(row: CityRow) -> float:
        return distance_miles(near.latitude, near.longitude, float(row.latitude), float(row.longitude))

    same_state = [r for r in rows if r.state == near.state]
    reachable = same_state or [r for r in rows if near.kind != "state" and miles(r) <= NEAR_MILES]
    return min(reachable, key=miles, default=None)
