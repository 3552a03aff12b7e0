"""The records of the donation rules: a program, an item that is offered, a verdict with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from knowledge.evidence import Confidence, Evidence
from knowledge.medicines.medicine import Medicine

DonorKind = Literal["pharmacy", "manufacturer", "individual", "facility", "wholesaler"]
DONOR_KINDS: tuple[str, ...] = get_args(DonorKind)
Verdict = Literal["eligible", "ineligible", "needs_review"]


@dataclass(frozen=True)
class DonationProgram:
    """One donation program or law; `data/donation_rules.yaml` explains its fields.

    None and "unknown" mean that the rule was not found, never that there is none.
    """

    id: str
    name: str
    kind: str
    jurisdiction: str
    accepts_from: tuple[str, ...] | None
    recipients: tuple[str, ...] | None
    patient_eligibility: str
    min_months_to_expiry: float | None
    min_days_to_expiry: int | None
    expiry_rule: str
    sealed_required: str
    unit_dose_or_original_packaging: str
    outer_package_open_ok: bool | None
    controlled_substances: str
    refrigerated: str
    rems_excluded: str
    opened_accepted: str
    otc_accepted: bool | None
    documentation: tuple[str, ...]
    fees: str
    operational: str
    citation: str
    source_url: str
    also_read: tuple[str, ...]
    confidence: Confidence
    notes: str
    donors: Mapping[str, str] | None = field(hash=False)
    states: tuple[str, ...]
    takes_donations: bool = True
    out_of_state: str = ""
    needs_state_law: bool = False
    only: str = ""
    never: tuple[str, ...] = ()
    more_than: bool = False
    shorter_on_demand: bool = False
    no_known_site: bool = False
    also: tuple[str, ...] = ()

    @property
    def evidence_id(self) -> str:
        """The id under which the program's rule is cited."""
        return f"rule.donation.{self.id}"

    def evidence(self) -> Evidence:
        """The program's rule as something that can be cited."""
        anywhere = self.states == ("US",)
        return Evidence(
            id=self.evidence_id,
            kind="rule",
            title=f"{self.name}: {self.citation}",
            quote=self._in_words(),
            url=self.source_url,
            jurisdiction="US" if anywhere else ",".join(self.states),
            confidence=self.confidence,
            program=self.id,
        )

    def _in_words(self) -> str:
        taken = ", ".join(self.accepts_from) if self.accepts_from else "not found"
        dating = self.min_days_to_expiry, self.min_months_to_expiry
        days = (
            f"{dating[0]} days" if dating[0] else f"{dating[1]:g} months" if dating[1] else self.expiry_rule
        )
        parts = [
            f"Takes from: {taken}.",
            f"Dating: {days.replace('_', ' ')}.",
            f"Sealed: {self.sealed_required or 'not found'}.",
            f"Packaging: {(self.unit_dose_or_original_packaging or 'not found').replace('_', ' ')}.",
            f"Controlled substances: {self.controlled_substances or 'not found'}.",
            f"Refrigerated: {self.refrigerated}.",
            f"REMS clause: {(self.rems_excluded or 'not found').replace('_', ' ')}.",
            self.notes,
        ]
        return " ".join(p for p in parts if p)


@dataclass(frozen=True)
class DonationItem:
    """One item that a donor offers; `medicine` (a name) or `ndc` says what it is.

    `expires` is an ISO date, or year and month as packages print it (good until the month's last day).
    """

    expires: str
    sealed: bool
    original_packaging: bool
    quantity: int
    medicine: str = ""
    ndc: str = ""
    lot: str = ""
    refrigerated_chain_kept: bool | None = None
    unit: str = ""


@dataclass(frozen=True)
class RuleReason:
    """One rule of a program: met, not met, or not known (None); `citation` is an evidence id."""

    rule: str
    met: bool | None
    text: str
    citation: str


@dataclass(frozen=True)
class ProgramVerdict:
    """What one program's rules say to one item. `paperwork` are the records that are asked for."""

    program: str
    name: str
    verdict: Verdict
    reasons: tuple[RuleReason, ...]
    paperwork: tuple[str, ...]


@dataclass(frozen=True)
class ItemVerdict:
    """All programs' verdicts on one item; `medicine` is the donor's own word where it was not recognised."""

    medicine: str
    rxcui: str
    programs: tuple[ProgramVerdict, ...]
    known: Medicine | None = None
    notes: tuple[str, ...] = field(default=())
