"""The strength that stands beside a medicine: '20mg', '10 units', '100 U/mL', '10/325'."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_UNIT = "|".join(
    (
        "mgs?|mcgs?|ug|µg|g|grams?|gramos?|milligrams?|milligramos?|miligramos?|micrograms?|microgramos?",
        "ml|mls|milliliters?|mililitros?|cc|units?|unidades|iu|ui|u|meq|%|percent",
    )
)
_PER = rf"(?:\s?(?:/|per|por)\s?{_NUMBER}?\s?(?:ml|hr|hour|h|dose|dosis|day|g|mg|actuation|puff|l)\b)?"
STRENGTH = rf"u-?\d{{3}}\b|{_NUMBER}(?:\s?[-/]\s?{_NUMBER})*\s?-?(?:{_UNIT})(?![a-z0-9]){_PER}"
# What may stand between a medicine and its strength: 'Humalog KwikPen 100 U/mL', 'metformin (500 mg)'.
_FILLING = "|".join(
    (
        "xr|er|sr|xl|cr|dr|odt|hfa|la|ec|of|de|at|strength|dose",
        "tablets?|caps?|capsules?|patch|pens?|kwikpen|solostar|flexpen",
    )
)
_AFTER = re.compile(rf"(?:[\s,:(]|(?:{_FILLING})\b){{0,6}}({STRENGTH})")
# A bare number is a strength ('metformin 500', 'Percocet 10/325') unless it counts something.
_COUNTED = "|".join(
    (
        "days?|dias|weeks?|months?|years?|hours?|hrs?|times?|x\\b|am\\b|pm\\b|miles?|%|\\$|left|more|of\\b",
        "refills?|pills?|pens?|boxes|bottles|inhalers?|patches|shots?|vials?|tablets?\\sleft",
    )
)
_BARE = r"\d{1,4}(?:\.\d{1,3})?(?:[-/]\d{1,4}(?:\.\d{1,3})?)?"
_BARE_AFTER = re.compile(rf"\s({_BARE})(?![\d/.-]*\s?(?:{_COUNTED}))(?!\w)")
_BEFORE = re.compile(rf"({STRENGTH})\s*(?:(?:of|de|tablets?|caps?|capsules?|pills?)\s+(?:my\s+|mi\s+)?)?$")
# A strength further away than this many characters belongs to something else.
_REACH = 48


def strength_beside(folded: str, start: int, end: int) -> str:
    """The strength typed beside `folded[start:end]`; "" if there is none."""
    span = strength_span(folded, start, end)
    return folded[span[0] : span[1]] if span else ""


def strength_span(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the strength beside a medicine stands: behind it, else in front of it."""
    behind = folded[end : end + _REACH]
    match = _AFTER.match(behind) or _BARE_AFTER.match(behind)
    if match:
        return end + match.start(1), end + match.end(1)
    begin = max(0, start - _REACH)
    ahead = _BEFORE.search(folded[begin:start])
    return (begin + ahead.start(1), begin + ahead.end(1)) if ahead else None
