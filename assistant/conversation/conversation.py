"""The slots of one conversation, as they are kept for two hours in a store.

Holds what was understood (medicine names, places no finer than a ZIP, coverage), what was asked back and
which sites were shown. Never a message, never a coordinate.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from assistant.understanding.coverage import Coverage
from assistant.understanding.situation import Proof, Whose

Asked = Literal["medicine", "current_place", "home_place", "coverage", "prescription_proof"]


class MedicineSlot(msgspec.Struct, frozen=True):
    """A medicine of the conversation: the vocabulary's name, and the word the person used for it."""

    name: str
    matched: str


class PlaceSlot(msgspec.Struct, frozen=True):
    """A place of the conversation, enough to find it again in the gazetteer."""

    zip: str = ""
    city: str = ""
    county_fips: str = ""
    state: str = ""


class Conversation(msgspec.Struct, frozen=True, kw_only=True):
    """All that is carried from one turn to the next.

    `medicines` are those of the last turn, `named` all of the conversation ('which place has both?').
    `site_asked` is the 0-based place of `shown_sites` that was asked about last. `quoted` is the id of the
    passage that the last answer quoted first.
    """

    medicines: tuple[MedicineSlot, ...] = ()
    named: tuple[MedicineSlot, ...] = ()
    current: PlaceSlot | None = None
    home: PlaceSlot | None = None
    coverage: Coverage = "unknown"
    proof: Proof = "unknown"
    days_left: float | None = None
    whose: Whose = "unknown"
    opioid_program: bool = False
    intents: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    pending: Asked | None = None
    shown_sites: tuple[str, ...] = ()
    site_asked: int | None = None
    quoted: str = ""
    language: str = ""

    @property
    def asks_for_a_place(self) -> bool:
        """Whether the question that was asked back waits for a place."""
        return self.pending in ("current_place", "home_place")
