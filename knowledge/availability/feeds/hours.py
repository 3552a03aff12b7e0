"""Opening hours as people write them, made opening_hours text. Pure.

'Mon-Fri 9am-6pm; Sat 10:00 AM - 2:00 PM; Sun closed' → 'Mo-Fr 09:00-18:00; Sa 10:00-14:00; Su off'.
"""

from __future__ import annotations

import re

from knowledge.availability.feeds.values import Reading, RefusedError
from knowledge.availability.opening import understood

_DAYS = {
    "mon": "Mo", "tue": "Tu", "wed": "We", "thu": "Th", "fri": "Fr", "sat": "Sa", "sun": "Su",
}  # fmt: skip
_DAY_CODE = "Mo|Tu|We|Th|Fr|Sa|Su"
_DAY = r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
_EVERY_DAY = re.compile(r"\b(?:daily|every ?day|7 days(?: a week)?)\b")
_ROUND_THE_CLOCK = re.compile(
    r"(?:open )?(?:24 ?/ ?7|24 ?h(?:ou)?rs?(?: a day)?|24 hours,? 7 days(?: a week)?)"
)
_TIME = r"(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?m?\.?"
_SPAN = re.compile(rf"{_TIME}\s*(?:-|–|to)\s*{_TIME}")
_DAYS_PART = rf"(?:{_DAY_CODE})(?:[-,](?:{_DAY_CODE}))*"
_TIMES_PART = r"\d\d:\d\d-\d\d:\d\d(?:,\s?\d\d:\d\d-\d\d:\d\d)*"
_RULE = rf"(?:(?:{_DAYS_PART} )?{_TIMES_PART}|{_DAYS_PART} off)"
_RULES = re.compile(rf"{_RULE}(?:; {_RULE})*")
LONGEST = 500
# Nobody opens earlier in the morning than at six without saying so.
EARLIEST_OPENING = 6


def hours(text: str) -> Reading[str]:
    """Hours that can be evaluated; "" stays "". Refuses what has no one meaning."""
    if not text:
        return Reading("")
    if len(text) <= LONGEST and understood(text):
        return Reading(text)
    tidy = _translated(text.lower())
    if len(text) <= LONGEST and tidy and understood(tidy):
        return Reading(tidy, f"'{text}' read as {tidy}")
    raise RefusedError(f"'{text[:60]}' is not opening_hours text like 'Mo-Fr 08:00-18:00; Sa 09:00-13:00'")


def _translated(text: str) -> str:
    """The text in opening_hours words; "" where it is not days and times and nothing else."""
    if _ROUND_THE_CLOCK.fullmatch(text.strip()):
        return "24/7"
    text = re.sub(rf"\b{_DAY}", lambda day: _DAYS[day[1]], _EVERY_DAY.sub("Mo-Su", text))
    text = re.sub(rf"({_DAY_CODE})\s*(?:-|–|to|thru|through)\s*(?={_DAY_CODE})", r"\1-", text)
    text = re.sub(rf"({_DAY_CODE})\s*(?:,|&|and)\s*(?={_DAY_CODE})", r"\1,", text)
    text = re.sub(rf"({_DAY_CODE})\s*:?\s*(?=\d)", r"\1 ", re.sub(r"\bclosed\b", "off", text))
    spans = [_span(match) for match in _SPAN.finditer(text)]
    if not spans or "" in spans:
        return ""
    replaced = iter(spans)
    text = _SPAN.sub(lambda _: next(replaced), text)
    text = re.sub(rf"(?<=\d\d|ff)\s*[;,|]?\s*(?={_DAY_CODE})", "; ", text).strip(" ;,.")
    return text if _RULES.fullmatch(text) else ""


def _span(match: re.Match[str]) -> str:
    """'9am-6pm' as '09:00-18:00'; "" where morning or evening is not said and it matters."""
    open_hour, open_minute, open_half, close_hour, close_minute, close_half = match.groups()
    if not close_half and not (open_minute and close_minute):
        return ""
    half = open_half or (close_half and _half(open_hour, close_hour, close_half))
    if close_half and not half:
        return ""
    opens = _clock(open_hour, open_minute, half or "")
    closes = _clock(close_hour, close_minute, close_half or "")
    return f"{opens}-{closes}" if opens and closes else ""


def _half(open_hour: str, close_hour: str, close_half: str) -> str:
    """'9-5pm' opens in the morning, '1-5pm' in the afternoon; '8-10pm' could be either: "" then."""
    opens, closes = int(open_hour) % 12, int(close_hour) % 12
    if opens >= closes:
        return "a"
    return close_half if opens < EARLIEST_OPENING or close_half == "a" else ""


def _clock(hour: str, minute: str | None, half: str) -> str:
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            return ""
        number = number % 12 + (12 if half == "p" else 0)
    return f"{number:02}:{minute or '00'}" if number <= 24 and int(minute or 0) < 60 else ""
