"""How fast places are found: random medicines at random ZIP codes, ten results each."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from knowledge.availability.table import AvailabilityTable
from knowledge.medicines.medicine import Medicine
from tests.benchmarks.availability.feed import SEED, zip_codes
from tests.benchmarks.timing import quantiles

QUESTIONS = 1000
RESULTS = 10
WARM_UP = 50


class Question(NamedTuple):
    """One medicine at one ZIP code's centre."""

    medicine: Medicine
    zip: str
    latitude: float
    longitude: float


def questions(table: AvailabilityTable, count: int = QUESTIONS) -> list[Question]:
    """Seeded random pairs; every medicine and every ZIP code is as likely as the other."""
    chosen = random.Random(SEED)
    medicines = [m for m in table.vocabulary.medicines if not m.class_mention]
    places = zip_codes()
    pairs = ((chosen.choice(medicines), chosen.choice(places)) for _ in range(count))
    return [Question(medicine, place.zip, place.latitude, place.longitude) for medicine, place in pairs]


def measured_search(table: AvailabilityTable, asked: Sequence[Question]) -> dict[str, Any]:
    """Milliseconds of the search function, and how many places it found on average."""
    now = datetime.now(UTC)
    found: list[int] = []

    def search(each: Question) -> None:
        result = table.search([each.medicine], each.latitude, each.longitude, now, limit=RESULTS)
        found.append(len(result.places))

    times = timed(search, asked)
    return {**quantiles(times), "places": round(sum(found) / len(found), 2)}


def timed(search: Callable[[Question], object], asked: Sequence[Question]) -> list[float]:
    """Seconds of each question, one after another, after a short warm-up."""
    for each in asked[:WARM_UP]:
        search(each)
    times = []
    for each in asked:
        began = time.perf_counter()
        search(each)
        times.append(time.perf_counter() - began)
    return times
