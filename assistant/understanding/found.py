"""What the recognisers found in the words of one message, before the conversation is taken into account."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.understanding.coverage import Coverage
from assistant.understanding.roles import Placed
from assistant.understanding.situation import Situation
from knowledge.medicines.medicine import MedicineMention
from knowledge.places.place import PlaceMention


@dataclass(frozen=True, slots=True)
class Found:
    """One message's medicines, places with their roles, supply, proof and coverage."""

    folded: str
    medicines: tuple[MedicineMention, ...]
    places: tuple[PlaceMention, ...]
    placed: Placed
    situation: Situation
    coverage: Coverage

    def names(self) -> tuple[tuple[int, int], ...]:
        """Where the medicines and places stand in the folded message."""
        return (*((m.start, m.end) for m in self.medicines), *((p.start, p.end) for p in self.places))
