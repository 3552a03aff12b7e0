"""The records of this room: a medicine, and a mention of one in a text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from knowledge.evidence import Confidence, Evidence

Refrigerated = Literal["yes", "no", "some"]
InterruptionRisk = Literal["critical", "high", "moderate", "low"]
Certainty = Literal["exact", "likely", "ask"]

CLASS_MENTION = "Class mention (medicine not named)"
RXNAV_PAGE = "https://mor.nlm.nih.gov/RxNav/search?searchBy=RXCUI&searchTerm="


@dataclass(frozen=True)
class Medicine:
    """One generic medicine (or combination, or supply) with what must be known about it in a disaster.

    `name` is the generic name, combinations joined by " / ". `schedule` is "" or the DEA schedule
    CII…CV. `interruption_risk` says how dangerous it is to be without it. A class mention is what
    people say when they name no product ('blood pressure pill'); it has no rxcui.
    """

    name: str
    rxcui: str = ""
    brands: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    drug_class: str = ""
    conditions: tuple[str, ...] = ()
    schedule: str = ""
    refrigerated: Refrigerated = "no"
    specialty: bool = False
    interruption_risk: InterruptionRisk = "high"
    note: str = ""
    form_note: str = ""
    source: str = "built-in vocabulary"
    checked: str = ""
    confidence: Confidence = "medium"

    @property
    def class_mention(self) -> bool:
        """Whether this is a class ('insulin (type not stated)') and not a real product."""
        return self.drug_class == CLASS_MENTION

    @cached_property
    def slug(self) -> str:
        """The name as a URL-safe word: 'insulin-glargine'."""
        plain = unicodedata.normalize("NFKD", self.name).encode("ascii", "ignore").decode().lower()
        return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")

    def evidence(self) -> Evidence:
        """This entry of the vocabulary as something that can be cited."""
        return self._evidence

    @cached_property
    def _evidence(self) -> Evidence:
        return Evidence(
            id=f"medicine.{self.slug}",
            kind="medicine",
            title=self.name,
            quote=self._in_words(),
            url=RXNAV_PAGE + self.rxcui if self.rxcui else "",
            checked=self.checked,
            confidence=self.confidence,
        )

    def _in_words(self) -> str:
        brands = f" ({', '.join(self.brands)})" if self.brands else ""
        parts = [f"{self.name}{brands}: {self.drug_class}" if self.drug_class else f"{self.name}{brands}"]
        if self.schedule:
            parts.append(f"DEA schedule {self.schedule}")
        if self.refrigerated != "no":
            parts.append(f"keep in the refrigerator: {self.refrigerated}")
        parts.append(f"risk when interrupted: {self.interruption_risk}")
        sentences = ["; ".join(parts) + ".", self.note, self.form_note]
        return " ".join(s for s in sentences if s)


@dataclass(frozen=True)
class MedicineMention:
    """A medicine named in a text: `matched` is `text[start:end]`, `strength` what stood beside it.

    'exact' is a known name, 'likely' a misspelling with one clear reading, 'ask' means that
    `candidates` (best first; `medicine` is the first) are about equally near.
    """

    medicine: Medicine
    matched: str
    start: int
    end: int
    certainty: Certainty
    candidates: tuple[Medicine, ...] = ()
    strength: str = ""


@dataclass(frozen=True)
class MedicineLookup:
    """The answer to one looked-up name: the readings, best first, and what to ask when unsure."""

    matches: tuple[MedicineMention, ...]
    ask: str | None = None
