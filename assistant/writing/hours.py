"""Opening hours as people read them: 'Mo-Fr 08:00-18:00; PH off' becomes 'Mon–Fri 8 AM–6 PM; closed on …'."""

from __future__ import annotations

import re
from datetime import date, timedelta

from assistant.writing.words import Words

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_SOME_MONDAY = date(2024, 1, 1)
_DAY = f"(?:{'|'.join(DAYS)})"
_TIMES = r"\d\d:\d\d-\d\d:\d\d(?:, ?\d\d:\d\d-\d\d:\d\d)*"
# The forms that nearly all sites use; the rest of the notation is shown as it stands.
_RULE = re.compile(rf"(?P<days>{_DAY}(?:[-,] ?{_DAY})*)? ?(?P<times>{_TIMES}|off|closed)")
_HOLIDAYS = re.compile(r"PH (?:off|closed)")


def hours_in_words(hours: str, words: Words) -> str:
    """OpenStreetMap opening hours in the reader's language; what is not understood stays as it is."""
    rules = [rule.strip() for rule in hours.split(";") if rule.strip()]
    said = [_rule(rule, words) for rule in rules]
    return hours if None in said else "; ".join(part for part in said if part)


def clock(hour: int, minute: int) -> str:
    """'8 AM', '5:30 PM': the clock that people in the USA read."""
    suffix = "AM" if hour % 24 < 12 else "PM"
    return f"{hour % 12 or 12}{f':{minute:02d}' if minute else ''} {suffix}"


def _rule(rule: str, words: Words) -> str | None:
    """One rule in words; '' for a day without hours, which goes without saying; None: not understood."""
    if _HOLIDAYS.fullmatch(rule):
        return words.say("hours-holidays-closed")
    found = _RULE.fullmatch(rule)
    if found is None:
        return None
    if found["times"] in ("off", "closed"):
        return "" if found["days"] else None
    times = re.sub(r"(\d\d):(\d\d)", lambda t: clock(int(t[1]), int(t[2])), found["times"])
    days = re.sub(_DAY, lambda day: _name(day[0], words), found["days"] or "")
    return re.sub(r", ?", ", ", f"{days} {times}".replace("-", "–").strip())


def _name(day: str, words: Words) -> str:
    return words.weekday(_SOME_MONDAY + timedelta(days=DAYS.index(day)))
