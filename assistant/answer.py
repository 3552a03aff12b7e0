"""What goes out: the answer in the shape of the public contract (`POST /v1/chat`)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from knowledge.availability.records import PlaceResult
from knowledge.evidence import Confidence, EvidenceKind

Urgency = Literal["emergency", "urgent", "routine"]
SectionKind = Literal[
    "danger",
    "next_step",
    "places",
    "rule",
    "program",
    "payment",
    "handling",
    "bring",
    "donation",
    "clarify",
    "declined",
]
Declined = Literal["out_of_scope", "medical_advice", "no_evidence", "unsafe"]
Asks = Literal["medicine", "current_place", "home_place", "coverage", "prescription_proof"]


class Section(msgspec.Struct, frozen=True):
    """One part of the answer. `text` is Markdown with [n] markers; `citations` are those numbers."""

    kind: SectionKind
    title: str
    text: str
    citations: tuple[int, ...] = ()


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """One numbered source of the answer; `id` opens at `/c/{id}`."""

    number: int
    kind: EvidenceKind
    id: str
    title: str
    url: str
    jurisdiction: str
    checked: str
    confidence: Confidence
    quote: str


class UnderstoodMedicine(msgspec.Struct, frozen=True):
    """A medicine as it was read from the message: the vocabulary's name and what the person typed."""

    name: str
    rxcui: str
    matched: str
    schedule: str
    refrigerated: str
    specialty: bool
    interruption_risk: str


class UnderstoodPlace(msgspec.Struct, frozen=True):
    """A place as it was read; `county_fips` has five digits or is empty."""

    zip: str
    city: str
    county_fips: str
    state: str


class UnderstoodDeclaration(msgspec.Struct, frozen=True):
    """A declaration or governor's emergency that bears on the person's places."""

    id: str
    title: str
    kind: str
    state: str
    began: str | None
    ended: str | None


class Understood(msgspec.Struct, frozen=True):
    """How the message was read, so that a person can correct it."""

    intents: tuple[str, ...]
    medicines: tuple[UnderstoodMedicine, ...]
    current_place: UnderstoodPlace | None
    home_place: UnderstoodPlace | None
    coverage: str
    declarations: tuple[UnderstoodDeclaration, ...]


class FollowUp(msgspec.Struct, frozen=True):
    """The one question asked back; `options` are ready replies."""

    asks: Asks
    question: str
    options: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The whole answer; see the module's docstring."""

    conversation_id: str
    answer_id: str
    language: str
    urgency: Urgency
    text: str
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    places: tuple[PlaceResult, ...]
    understood: Understood
    follow_up: FollowUp | None
    declined: Declined | None
    composer: str
    at: datetime
