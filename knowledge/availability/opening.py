"""Open now, or opening soon? From OpenStreetMap opening_hours text, in the site's own time zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, State, validate

from knowledge.availability.records import OperatingStatus

# The contract: a site that opens within this time counts like one that is open.
SOON = timedelta(hours=12)
# Public holidays ('PH off') are those of the country the house serves.
COUNTRY = "US"
# The nation's sites share a few thousand different hours.
EXPRESSIONS_KEPT = 20_000
# A closed site may next become 'unknown' before it opens; nobody lists more turns than this.
TURNS_LOOKED_AHEAD = 6


@dataclass(frozen=True, slots=True)
class Opening:
    """`open_now` None: not known. `soon`: open, opening within 12 hours, or reported to be operating."""

    open_now: bool | None
    soon: bool
    opens_at: datetime | None = None
    closes_at: datetime | None = None


def understood(hours: str) -> bool:
    """Whether `hours` is opening_hours text that can be evaluated."""
    return bool(validate(hours))


def opening(hours: str, timezone: str, status: OperatingStatus, at: datetime) -> Opening:
    """Whether a site with these hours and this reported status is open at `at` (aware)."""
    if status == "closed":
        return Opening(open_now=False, soon=False)
    if not hours or not timezone:
        return Opening(open_now=None, soon=status in ("open", "limited"))
    span = _spans.get((hours, timezone))
    if span is None or not span.begins <= at < span.ends:
        span = _remember(hours, timezone, _span(hours, timezone, at))
    if span.open_now is None:
        return Opening(open_now=None, soon=status in ("open", "limited"))
    if span.open_now:
        return Opening(open_now=True, soon=True, closes_at=span.changes)
    soon = span.changes is not None and span.changes - at <= SOON
    return Opening(open_now=False, soon=soon, opens_at=span.changes)


@dataclass(frozen=True, slots=True)
class _Span:
    """What holds from one moment asked about until the next change."""

    begins: datetime
    ends: datetime
    open_now: bool | None
    changes: datetime | None


_NEVER = datetime.max.replace(tzinfo=ZoneInfo("UTC"))
_spans: dict[tuple[str, str], _Span] = {}


def _remember(hours: str, timezone: str, span: _Span) -> _Span:
    if len(_spans) >= EXPRESSIONS_KEPT:
        _spans.clear()
    _spans[hours, timezone] = span
    return span


def _span(hours: str, timezone: str, at: datetime) -> _Span:
    expression = _parsed(hours, timezone)
    at = at.astimezone(ZoneInfo(timezone))  # the evaluator knows named zones only
    state, change = expression.state(at)[0], expression.next_change(at)
    ends = change or _NEVER
    if state == State.UNKNOWN:
        return _Span(at, ends, None, None)
    if state == State.OPEN:
        return _Span(at, ends, True, change)
    turns = 0
    while change is not None and expression.state(change)[0] != State.OPEN and turns < TURNS_LOOKED_AHEAD:
        change, turns = expression.next_change(change), turns + 1
    return _Span(at, ends, False, change)


@lru_cache(maxsize=EXPRESSIONS_KEPT)
def _parsed(hours: str, timezone: str) -> OpeningHours:
    return OpeningHours(hours, timezone=ZoneInfo(timezone), country=COUNTRY)
