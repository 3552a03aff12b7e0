"""How much a report is still worth by its age and by how often its source reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from knowledge.availability.records import Freshness

# The contract's cadence for a source that says nothing else.
FRESH_HOURS = 24
AGEING_HOURS = 72
SECONDS_PER_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Cadence:
    """Up to how many hours a source's word is fresh, and up to how many ageing; both ends included."""

    fresh_hours: int = FRESH_HOURS
    ageing_hours: int = AGEING_HOURS

    def freshness(self, age_seconds: int) -> Freshness:
        """The worth of a report of that age; one 'from the future' (a drill's clock) is fresh."""
        if age_seconds <= self.fresh_hours * SECONDS_PER_HOUR:
            return "fresh"
        if age_seconds <= self.ageing_hours * SECONDS_PER_HOUR:
            return "ageing"
        return "stale"


def age_hours(as_of: int, at: int) -> float:
    """Hours between a report and the question, to one decimal, never negative."""
    return round(max(0, at - as_of) / SECONDS_PER_HOUR, 1)


def to_epoch(moment: datetime) -> int:
    """Whole seconds since 1970 (UTC) of an aware time."""
    return int(moment.timestamp())


def from_epoch(seconds: int) -> datetime:
    """The aware UTC time of whole seconds since 1970."""
    return datetime.fromtimestamp(seconds, UTC)
