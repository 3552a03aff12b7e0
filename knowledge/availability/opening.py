"""Open now, or opening soon? From OpenStreetMap opening_hours text, in the site's own time zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
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
    """Whether a site with these hours and this reported status is open at `at` (aware; quickest in UTC)."""
    if status == "closed":
        return SHUT
    if not hours or not timezone:
        return REPORTED_OPEN if status in ("open", "limited") else NOT_KNOWN
    span = _spans.get((hours, timezone))
    if span is None or not span.begins <= at < span.ends:
        span = _remember(hours, timezone, _span(hours, timezone, at))
    if span.then is NOT_KNOWN and status in ("open", "limited"):
        return REPORTED_OPEN
    return span.soon if at >= span.soon_from else span.then


SHUT = Opening(open_now=False, soon=False)
REPORTED_OPEN = Opening(open_now=None, soon=True)
NOT_KNOWN = Opening(open_now=None, soon=False)


@dataclass(frozen=True, slots=True)
class _Span:
    """What holds from one moment asked about until the next change, and from when that change is soon.

    The moments are in UTC: comparing within one zone is many times faster.
    """

    begins: datetime
    ends: datetime
    then: Opening
    soon: Opening
    soon_from: datetime


_NEVER = datetime.max.replace(tzinfo=UTC)
_spans: dict[tuple[str, str], _Span] = {}


def _remember(hours: str, timezone: str, span: _Span) -> _Span:
    if len(_spans) >= EXPRESSIONS_KEPT:
        _spans.clear()
    _spans[hours, timezone] = span
    return span


def _span(hours: str, timezone: str, at: datetime) -> _Span:
    expression = _parsed(hours, timezone)
    local = at.astimezone(ZoneInfo(timezone))  # the evaluator knows named zones only
    state, change = expression.state(local)[0], expression.next_change(local)
    begins, ends = at.astimezone(UTC), change.astimezone(UTC) if change else _NEVER
    if state == State.UNKNOWN:
        return _Span(begins, ends, NOT_KNOWN, NOT_KNOWN, _NEVER)
    if state == State.OPEN:
        open_until = Opening(open_now=True, soon=True, closes_at=change)
        return _Span(begins, ends, open_until, open_until, _NEVER)
    opens = _next_opening(expression, change)
    closed, soon = (Opening(open_now=False, soon=soon, opens_at=opens) for soon in (False, True))
    return _Span(begins, ends, closed, soon, opens.astimezone(UTC) - SOON if opens else _NEVER)


def _next_opening(expression: OpeningHours, change: datetime | None) -> datetime | None:
    """The first change, from this one on, after which it is open."""
    for _ in range(TURNS_LOOKED_AHEAD):
        if change is None or expression.state(change)[0] == State.OPEN:
            return change
        change = expression.next_change(change)
    return None


@lru_cache(maxsize=EXPRESSIONS_KEPT)
def _parsed(hours: str, timezone: str) -> OpeningHours:
    return OpeningHours(hours, timezone=ZoneInfo(timezone), country=COUNTRY)
