"""Days and instants: a date without a time is a whole day in the state's own time zone, ends included."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from knowledge.places.states import JURISDICTIONS

# The freely associated states have FEMA declarations too; Tideover's other tables do not reach them.
ASSOCIATED_STATES = {"FM": "Pacific/Pohnpei", "MH": "Pacific/Majuro", "PW": "Pacific/Palau"}
# The first federal declaration is of 1953; a year outside these is a slip of the pen.
EARLIEST_YEAR, LATEST_YEAR = 1950, 2100
DECLARABLE = frozenset(JURISDICTIONS) | frozenset(ASSOCIATED_STATES)


def zone_of(state: str) -> ZoneInfo:
    """The time zone in which a state's whole days are read; Eastern for the country as a whole."""
    if state in ASSOCIATED_STATES:
        return ZoneInfo(ASSOCIATED_STATES[state])
    found = JURISDICTIONS.get(state)
    return ZoneInfo(found.timezone if found else "America/New_York")


def read_moment(text: str, *, midnight_is_a_day: bool = False) -> date | datetime:
    """A day or an instant (in UTC) from ISO text; raises ValueError.

    A time without an offset is read as UTC. OpenFEMA writes a day as midnight in UTC: `midnight_is_a_day`.
    """
    text = text.strip()
    if len(text) == len("2024-10-11"):
        return _plausible(date.fromisoformat(text))
    moment = datetime.fromisoformat(text)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    _plausible(moment)
    return moment.date() if midnight_is_a_day and moment.time() == time.min else moment


def _plausible(moment: date) -> date:
    if not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
        raise ValueError(f"the year {moment.year} is not between {EARLIEST_YEAR} and {LATEST_YEAR}")
    return moment


def read_day(text: str, state: str) -> date:
    """The day on which ISO text falls in the state's own time zone; raises ValueError."""
    moment = read_moment(text, midnight_is_a_day=True)
    return moment.astimezone(zone_of(state)).date() if isinstance(moment, datetime) else moment


def written(moment: date | datetime | None) -> str:
    """A day or instant as the tables hold it; "" for none."""
    return moment.isoformat() if moment is not None else ""


def first_instant(moment: date | datetime, state: str) -> datetime:
    """The first instant of a day in the state's time zone, or the instant itself, in UTC."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time.min, zone_of(state)).astimezone(UTC)


def first_instant_after(moment: date | datetime, state: str) -> datetime:
    """The first instant that no longer belongs to the day, or to the instant, in UTC."""
    if isinstance(moment, datetime):
        return moment + timedelta(microseconds=1)
    return first_instant(moment + timedelta(days=1), state)


def in_words(moment: date | datetime) -> str:
    """A day or instant as people read it: 'October 11, 2024', with the time in UTC where there is one."""
    day = f"{moment:%B} {moment.day}, {moment.year}"
    return f"{day}, {moment:%H:%M} UTC" if isinstance(moment, datetime) else day
