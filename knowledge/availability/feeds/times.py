"""Reading a time of a feed: ISO 8601 with offset, and what spreadsheets and people make of it. Pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo

from knowledge.availability.feeds.values import Reading, RefusedError

# Day 0 of Excel's calendar (its invented 29 February 1900 counted in).
EXCEL_DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 - a wall clock; the zone comes with the site
# Serial numbers of 1982 to 2119: nothing else in a feed looks like this.
EXCEL_SERIALS = (30_000.0, 80_000.0)
# Seconds since 1970 of 2001 to 2286.
EPOCHS = (1_000_000_000, 9_999_999_999)
# Feeds did not exist before; such a year is a broken cell.
EARLIEST_YEAR = 2000
# Clocks differ; what is dated farther ahead than this is a mistake.
CLOCK_TOLERANCE = timedelta(minutes=10)
_US = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp])?\.?[Mm]?\.?)?"
)


def moment(text: str, zone: tzinfo) -> Reading[datetime]:
    """The time a text means, in UTC. Without an offset it is the wall clock of the site's `zone`."""
    iso = _iso(text)
    if iso is not None and iso.tzinfo is not None:
        return Reading(_checked(text, iso.astimezone(UTC)))
    if re.fullmatch(r"\d{10}", text) and EPOCHS[0] <= int(text) <= EPOCHS[1]:
        return _said(text, datetime.fromtimestamp(int(text), UTC), "as seconds since 1970")
    wall, how = (iso, "") if iso is not None else _wall_clock(text)
    local = f"{how + ', ' if how else ''}as the site's own time"
    return _said(text, wall.replace(tzinfo=zone).astimezone(UTC), local)


def _iso(text: str) -> datetime | None:
    # Only the extended form: eight bare digits could be anything.
    if not re.match(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        return datetime.fromisoformat(re.sub(r"\s+(?=[-+]\d\d:?\d\d$|Z$|UTC$)", "", text).replace("UTC", "Z"))
    except ValueError:
        return None


def _wall_clock(text: str) -> tuple[datetime, str]:
    """The clock reading of a US date or of an Excel serial number, and how it was read."""
    if match := _US.fullmatch(text):
        return _us_date(text, match), "as month/day/year"
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text) and EXCEL_SERIALS[0] <= float(text) <= EXCEL_SERIALS[1]:
        return EXCEL_DAY_0 + timedelta(seconds=round(float(text) * 86_400)), "as an Excel date"
    raise RefusedError(f"'{text[:40]}' is not a time; write it like 2026-11-25T14:30:00-05:00")


def _us_date(text: str, match: re.Match[str]) -> datetime:
    month, day, year, hour, minute, second, half = match.groups()
    clock = int(hour or 0)
    if half:
        clock = clock % 12 + (12 if half in "Pp" else 0)
    full_year = int(year) + 2000 if len(year) == 2 else int(year)
    try:
        return datetime(full_year, int(month), int(day), clock, int(minute or 0), int(second or 0))  # noqa: DTZ001
    except ValueError:
        raise RefusedError(f"'{text[:40]}' is not a date written month/day/year") from None


def _said(text: str, read: datetime, how: str) -> Reading[datetime]:
    return Reading(_checked(text, read), f"'{text}' read {how}: {read:%Y-%m-%dT%H:%M:%SZ}")


def _checked(text: str, read: datetime) -> datetime:
    if read.year < EARLIEST_YEAR:
        raise RefusedError(f"'{text[:40]}' is before {EARLIEST_YEAR}")
    return read


def not_in_future(read: datetime, now: datetime) -> datetime:
    """The time itself, if it has come."""
    if read > now + CLOCK_TOLERANCE:
        raise RefusedError(f"{read:%Y-%m-%dT%H:%M:%SZ} is in the future")
    return read
