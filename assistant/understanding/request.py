"""The Request: everything the later steps know about a message. Plain data, no look-ups left to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assistant.question import Audience
from assistant.understanding.coverage import Coverage
from assistant.understanding.situation import Proof, Whose
from knowledge.documents.searching.own import OwnDocument
from knowledge.medicines.medicine import Medicine, MedicineMention
from knowledge.places.place import Place, PlaceMention


@dataclass(frozen=True, slots=True)
class AskedMedicine:
    """A medicine that the person asks for, and the words they used for it."""

    medicine: Medicine
    matched: str
    strength: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """A message understood, together with what the conversation already held.

    `names` are where its own medicines and places stand in the folded message (start, end).
    `days_left` is in days (0.0: out now; None: not said). `opioid_program` tells that the medicine comes from
    a clinic for opioid use disorder. `unclear_medicine` and `unclear_place` are mentions that fit several and
    must be asked back. `unknown_zip` is a ZIP that was typed but does not exist. `site_kinds` are kinds of
    places that the words name. `site_number` is the 0-based place of the earlier answer that the person
    points at; `quoted` is the id of the passage which 'it', 'the program' or 'the donation' means, else "".
    `carried` tells that the intents come from the turn before. `small_talk` is "greeting", "thanks", "about"
    or "private" where the message is nothing else, else "". `limit` is "unsafe" or "out_of_scope" where the
    words ask for what is not answered here. `own_documents` are documents of the operator that the question
    is about.
    """

    message: str
    folded: str
    names: tuple[tuple[int, int], ...]
    at: datetime
    audience: Audience
    language: str
    intents: tuple[str, ...]
    medicines: tuple[AskedMedicine, ...]
    unclear_medicine: MedicineMention | None
    current: Place | None
    home: Place | None
    unclear_place: PlaceMention | None
    unknown_zip: str
    coverage: Coverage
    days_left: float | None
    proof: Proof
    whose: Whose
    opioid_program: bool
    site_number: int | None
    quoted: str
    site_kinds: tuple[str, ...]
    days_ahead: int
    carried: bool
    small_talk: str
    limit: str
    own_documents: tuple[OwnDocument, ...] = ()

    @property
    def unnamed(self) -> str:
        """The folded message with spaces where its medicines and places stand."""
        kept = list(self.folded)
        for start, end in self.names:
            for position in range(max(0, start), min(end, len(kept))):
                kept[position] = " "
        return "".join(kept)

    def wants(self, *intents: str) -> bool:
        """Whether any of these intents was found."""
        return any(intent in self.intents for intent in intents)

    @property
    def ruled(self) -> AskedMedicine | None:
        """The medicine whose rule is looked up: of several the first that may be refilled at all."""
        refillable = (asked for asked in self.medicines if asked.medicine.schedule != "CII")
        return next(refillable, next(iter(self.medicines), None))
