"""One reading of some words of a text as a medicine, before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.medicines.medicine import Certainty, Medicine


@dataclass(frozen=True, slots=True)
class Reading:
    """Words `first` up to and without `last` read as one of `medicines` (best first)."""

    medicines: tuple[Medicine, ...]
    first: int
    last: int
    certainty: Certainty
