"""The cases of the suites, as they stand in the YAML files: what is said, and what must and must not come."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from assistant.answer import Asks, Declined, SectionKind, Urgency
from assistant.question import Audience
from assistant.understanding.coverage import Coverage
from assistant.understanding.situation import Proof

Split = Literal["tuned", "untouched"]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions, in any letter case, that a text must and must not hold."""

    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()


class Expect(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an answer is held to; everything that is left out does not matter. null says 'none at all'.

    `medicines` is the whole set of vocabulary names, in any order. `intents` must be there among others.
    A `cites` item is the beginning of a citation's id, or several separated by '|' of which one is enough.
    `asks` is the slot asked back, `days_left` and `proof` are what the conversation keeps.
    """

    urgency: Urgency | UnsetType = UNSET
    not_urgency: tuple[Urgency, ...] = ()
    language: str | UnsetType = UNSET
    intents: tuple[str, ...] = ()
    not_intents: tuple[str, ...] = ()
    medicines: tuple[str, ...] | UnsetType = UNSET
    current_state: str | UnsetType | None = UNSET
    current_city: str | UnsetType | None = UNSET
    home_state: str | UnsetType | None = UNSET
    coverage: Coverage | UnsetType = UNSET
    days_left: float | UnsetType | None = UNSET
    proof: Proof | UnsetType = UNSET
    sections: tuple[SectionKind, ...] = ()
    not_sections: tuple[SectionKind, ...] = ()
    danger_first: bool = False
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    within: dict[SectionKind, Words] = {}
    cites: tuple[str, ...] = ()
    not_cites: tuple[str, ...] = ()
    places_min: int = 0
    places_max: int | UnsetType = UNSET
    first_place_open: bool | UnsetType = UNSET
    asks: Asks | UnsetType | None = UNSET
    not_asks: tuple[Asks, ...] = ()
    declined: Declined | UnsetType | None = UNSET


class Turn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One message and what its answer is held to.

    `anew` says that the person starts over here, so that everything may be asked back again.
    """

    say: str
    expect: Expect = Expect()
    anew: bool = False


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question or conversation. `at` is the moment asked for, None the clock of the scenario.

    `location` is the ZIP code that the device gave, "" for none.
    """

    id: str
    category: str
    turns: tuple[Turn, ...]
    audience: Audience = "evacuee"
    language: str | None = None
    location: str = ""
    at: datetime | None = None

    @property
    def split(self) -> Split:
        """The half of the case, by its id alone: nobody can choose which cases are looked at."""
        return "tuned" if hashlib.sha256(self.id.encode()).digest()[0] % 2 == 0 else "untouched"


class Suite(msgspec.Struct, frozen=True):
    """The cases of one file; `name` is the file's."""

    name: str
    cases: tuple[Case, ...]
