"""What is asked of the table, in the terms the search works with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from knowledge.availability.catalog import Catalog
from knowledge.availability.freshness import to_epoch
from knowledge.medicines.medicine import Medicine
from knowledge.medicines.vocabulary import Vocabulary

# As the vocabulary writes the condition.
OPIOID_USE_DISORDER = "opioid use disorder"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One medicine asked for: itself, or for a class mention ('insulin') any of its members.

    `members` maps the numbers of the medicines that were ever stocked to the medicines.
    """

    asked: Medicine
    members: Mapping[int, Medicine]

    @property
    def for_opioid_use_disorder(self) -> bool:
        """Whether the very words tell what for ('addiction treatment medicine')."""
        return self.asked.class_mention and self.asked.conditions == (OPIOID_USE_DISORDER,)


@dataclass(frozen=True, slots=True)
class Question:
    """Where, when and for whom; all `wanted` must be had at one place."""

    wanted: tuple[Wanted, ...]
    latitude: float
    longitude: float
    at: datetime
    radius_miles: float | None
    limit: int
    in_stock: bool
    open_now: bool
    coverage: str
    opioid_use_disorder: bool
    strength: str

    @property
    def at_epoch(self) -> int:
        """The moment of the question in seconds."""
        return to_epoch(self.at)


def wanted_of(medicines: Sequence[Medicine], vocabulary: Vocabulary, catalog: Catalog) -> tuple[Wanted, ...]:
    """The medicines asked for with the numbers under which stock is kept; doubles count once."""
    unique = {medicine.name: medicine for medicine in medicines}
    return tuple(Wanted(medicine, _numbers(medicine, vocabulary, catalog)) for medicine in unique.values())


def _numbers(medicine: Medicine, vocabulary: Vocabulary, catalog: Catalog) -> dict[int, Medicine]:
    members = vocabulary.members(medicine) if medicine.class_mention else (medicine,)
    numbers = ((catalog.medicine_ids.get(member.name), member) for member in members)
    return {number: member for number, member in numbers if number is not None}
