"""Which of several places of one name is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from knowledge.places.distance import distance_miles
from knowledge.places.place import Certainty, Place

# So many times more people than the next place of that name: the one everybody means …
DOMINANCE = 5.0
# … and so many times more: nobody means another.
OVERWHELMING = 50.0
# A place within this many miles of one that the person has named may be the one meant …
NEAR_MILES = 150.0
# … if it has at least this share of the people of the largest; with less than the second share never.
LOCAL_SHARE = 0.1
HAMLET_SHARE = 1 / OVERWHELMING
MOST_CANDIDATES = 6


class Candidate(NamedTuple):
    """A place and how many people live there (1 where unknown)."""

    place: Place
    population: int


class Choice(NamedTuple):
    """The candidates, the one meant first, and how sure that is."""

    candidates: tuple[Candidate, ...]
    certainty: Certainty


def choose(candidates: Iterable[Candidate], hints: Sequence[Place]) -> Choice:
    """Ranks places of one name by people, or by nearness to a place that the person has named."""
    ranked = sorted(candidates, key=lambda c: -c.population)
    if len(ranked) == 1:
        return Choice(tuple(ranked), "exact")
    first, second = ranked[0].population, ranked[1].population
    if first >= OVERWHELMING * second:
        return Choice(tuple(ranked[:1]), "exact")
    for hint in hints:
        if choice := _local(ranked, hint):
            return choice
    return Choice(tuple(ranked[:MOST_CANDIDATES]), "likely" if first >= DOMINANCE * second else "ask")


def _local(ranked: Sequence[Candidate], hint: Place) -> Choice | None:
    largest = ranked[0].population
    near = [c for c in ranked if _is_near(c.place, hint) and c.population >= HAMLET_SHARE * largest]
    if not near:
        return None
    local = near[0]
    others = tuple(c for c in ranked if c is not local)[: MOST_CANDIDATES - 1]
    sure = local.population >= LOCAL_SHARE * largest
    return Choice((local, *others), "likely" if sure else "ask")


def _is_near(place: Place, hint: Place) -> bool:
    if place.state == hint.state:
        return True
    miles = distance_miles(place.latitude, place.longitude, hint.latitude, hint.longitude)
    return hint.kind != "state" and miles <= NEAR_MILES
