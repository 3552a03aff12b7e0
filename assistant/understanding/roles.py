"""Which of the places in a message is where the person is, and which is home.

The rule of a pharmacy follows where the person stands; help such as EPAP follows the home. The words just
before a place tell which it is; what they leave open is settled by elimination.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from assistant.understanding.patterns import patterns
from knowledge.places.place import Place, PlaceMention

Role = Literal["standing", "current", "home", "going", "pharmacy", "asked", "struck", "open"]

# How many characters before a place may hold the words that give its role.
REACH = 60

# 'my Tampa pharmacy', 'our Orlando hotel': what follows the place tells which it is.
_POSSESSIVE = re.compile(r"\b(?:my|our|his|her|their|the)\s*$")
_BELONGING = re.compile(
    r"\s+(?:(?P<stay>hotel|motel|shelter|airbnb)|pharmacy|drugstore|doctor|clinic|home|house|apartment)"
)

# 'Louisiana Medicaid', 'my Texas license': a card is of the state where home is.
_ISSUED_BY = re.compile(r"\s+(?:medicaid|driver'?s licen[sc]e|licen[sc]e|plates?|id card)\b")


# 'my clinic in New Orleans is closed, I'm in Memphis': where something is closed is not where they look.
_SOMETHING_IN = re.compile(
    r"\b(?:clinic|pharmacy|doctor|office|hospital|drugstore|house|home|cvs|walgreens)\s+in\s*$"
)
_IS_CLOSED = re.compile(
    r"\s+(?:(?:is|was|are|got|has|have|had|been|all)\s+)*"
    r"(?:closed|shut|flooded|destroyed|gone|under ?water|burn(?:ed|t)|evacuated|without power)\b"
)


# '1 pod left. Wilmington' tells of what remains, not of a place that was left.
_REMAINS = re.compile(
    r"\b(?:\d+|one|two|three|four|five|few|couple|no|none|nothing|any|some|little|enough)"
    r"(?: (?!i |we |he |she |they )\w+){0,3} left\b(?! (?:behind|it|them|in|at)\b)"
)


@dataclass(frozen=True, slots=True)
class Placed:
    """The two places of a person, each None when the message does not tell."""

    current: PlaceMention | None
    home: PlaceMention | None


def assign_roles(folded: str, mentions: list[PlaceMention], *, at_a_pharmacy: bool = False) -> Placed:
    """Who is where: the current place (where they are, else where they go) and the home.

    `at_a_pharmacy`: the writer is a pharmacist, whose own pharmacy is the current place.
    """
    pharmacy: Role = "current" if at_a_pharmacy else "home"
    found = [(mention, _role(folded, mention, mentions)) for mention in mentions]
    meant: dict[Role, Role] = {"pharmacy": pharmacy, "asked": "current"}
    roles = [(mention, meant.get(role, role)) for mention, role in found]
    home = _first(roles, "home")
    struck = _first(roles, "struck")
    current = _standing(roles) or _first(roles, "current") or _first(roles, "going")
    rest = [mention for mention, role in roles if role == "open"]
    if current is None and rest:
        current = rest.pop(0)
    if current and rest and _lies_in(rest[0].place, current.place):
        # 'Tennessee, Gatlinburg' is one place, said first coarsely and then exactly.
        current = rest.pop(0)
    current = current or struck
    beside = struck or next(iter(rest), None)
    if home is None and beside and current is not None and beside.place != current.place:
        home = beside
    return Placed(_sharper(current, mentions, home), home)


def _lies_in(place: Place, state: Place) -> bool:
    return state.kind == "state" and place.kind != "state" and place.state == state.state


def _standing(roles: list[tuple[PlaceMention, Role]]) -> PlaceMention | None:
    """Where they plainly say that they are; a town in the same state says it more exactly than the state."""
    standing = _first(roles, "standing")
    if standing is None:
        return None
    same = [m for m, role in roles if role == "current" and m.place.state == standing.place.state]
    return min([standing, *same], key=lambda mention: _COARSENESS[mention.place.kind])


def _first(roles: list[tuple[PlaceMention, Role]], wanted: Role) -> PlaceMention | None:
    """The most exact mention of a role: a ZIP or city says more than a state."""
    found = [mention for mention, role in roles if role == wanted]
    return min(found, key=lambda mention: _COARSENESS[mention.place.kind], default=None)


_COARSENESS = {"zip": 0, "point": 0, "city": 1, "county": 2, "state": 3}


def _sharper(
    current: PlaceMention | None, mentions: list[PlaceMention], home: PlaceMention | None
) -> PlaceMention | None:
    """A ZIP in the same state beside a city is the same place, said more exactly ('Tampa … 33602')."""
    if current is None or current.place.kind == "zip":
        return current
    zips = [
        m
        for m in mentions
        if m.place.kind == "zip" and m is not home and m.place.state == current.place.state
    ]
    return zips[0] if zips and (home is None or zips[0].place != home.place) else current


def _role(folded: str, mention: PlaceMention, mentions: list[PlaceMention]) -> Role:
    before = folded[max(0, mention.start - REACH) : mention.start]
    previous = [m for m in mentions if m.end <= mention.start]
    if previous and previous[-1].end > mention.start - REACH:
        gap = folded[previous[-1].end : mention.start]
        if re.fullmatch(r"[\s,]*(?:and|or|y|o)?[\s,(]*", gap):
            return _role(folded, previous[-1], mentions)
        before = gap
    after = folded[mention.end : mention.end + REACH]
    if _POSSESSIVE.search(before) and (belonging := _BELONGING.match(after)):
        return "current" if belonging["stay"] else "pharmacy"
    if mention.place.kind == "state" and _ISSUED_BY.match(after):
        return "home"
    elsewhere = any(m.place != mention.place for m in mentions)
    if elsewhere and _SOMETHING_IN.search(before) and _IS_CLOSED.match(after):
        return "pharmacy"
    before = _REMAINS.sub("", before)
    for role, pattern in _before_a_place().items():
        if pattern.search(before):
            return role
    return "open"


@cache
def _before_a_place() -> dict[Role, re.Pattern[str]]:
    """The patterns of each role, bound to stand right before the place."""
    return {cast("Role", role): re.compile(rf"(?:{p.pattern})\W*$") for role, p in patterns("roles").items()}
