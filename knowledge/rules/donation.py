"""The donation checker: which programs may take an item, which not, and which have to be asked."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.emergencies.days import zone_of
from knowledge.errors import BadInput, FieldError
from knowledge.evidence import Evidence
from knowledge.medicines.medicine import Medicine
from knowledge.medicines.ndc import normalize_ndc
from knowledge.places.states import state_code
from knowledge.rules.donation_program import (
    DONOR_KINDS,
    DonationItem,
    DonationProgram,
    ItemVerdict,
    ProgramVerdict,
    RuleReason,
    Verdict,
)
from knowledge.rules.donation_rules import Donor, Offer, apply_rules
from knowledge.rules.donation_table import (
    DONATION_TABLE,
    REMS_TABLE,
    DonationTable,
    RemsEntry,
    load_donation_table,
    load_rems_table,
)
from knowledge.rules.own_tables import table_paths

if TYPE_CHECKING:
    from knowledge.medicines.vocabulary import Vocabulary

__all__ = ["DonationFacts", "DonationItem", "DonationPrograms", "ItemVerdict", "ProgramVerdict", "RuleReason"]

# A truck holds fewer kinds of medicines; a longer list is a mistake or an attack.
MAX_ITEMS = 500
_EVIDENCE = "rule.donation."
# A name that somebody made ('SafeNetRx', 'RoundtableRx'), with a capital inside.
_OWN_NAME = re.compile(r"\b[A-Z][a-z]+[A-Z]\w*")
_DSCSA = "rule.donation.dscsa"
_ENTITIES = frozenset(DONOR_KINDS) - {"individual"}
# What a charitable-pharmacy handbook lists for the record of a donation.
RECORD_PAPER = (
    "A record of the donation: contacts of donor and recipient, date, drug name, strength, quantity, lot, "
    "NDC when known, expiry date and number of packages."
)
DSCSA_PAPER = (
    "Drug Supply Chain Security Act (DSCSA): keep the tracing records of the stock with the donation record "
    "and ask the recipient which of them it needs; one handbook says that no exemption covers samples."
)


@dataclass(frozen=True)
class DonationFacts:
    """Counts for `doctor`: programs, those without a confirmed rule, states without any."""

    programs: int
    unconfirmed: tuple[str, ...]
    states_without_rule_text: tuple[str, ...]


class DonationPrograms:
    """All donation programs, and the check of items against their rules."""

    def __init__(self, table: DonationTable, rems: Sequence[RemsEntry]) -> None:
        """`rems` are the medicines known to be under a REMS; of all others that is not known."""
        self.programs = table.programs
        self.without_rule_text = table.without_rule_text
        self._own_names = [
            (name.lower(), program)
            for program in self.programs
            if program.states != ("US",)
            for name in _OWN_NAME.findall(program.name)
        ]
        self._rems = {r.name.lower(): r for r in rems}

    @classmethod
    def load(cls, home: Path | None = None) -> DonationPrograms:
        """The built-in tables, or those that an operator put in their place under the data folder `home`."""
        donation, rems = table_paths((DONATION_TABLE, REMS_TABLE), home)
        return cls(load_donation_table(donation), load_rems_table(rems))

    def find(self, program: str) -> DonationProgram | None:
        """A program by its id; '-' and '_' are alike."""
        wanted = _same(program)
        return next((p for p in self.programs if wanted in {_same(i) for i in (p.id, *p.also)}), None)

    def named_in(self, text: str) -> tuple[DonationProgram, ...]:
        """The programs of a state whose own name stands in `text`: 'SafeNetRx' is Iowa's and no other's."""
        words = set(re.findall(r"[a-z0-9]+", text.lower()))
        return tuple(program for name, program in self._own_names if name in words)

    def check(
        self,
        items: Sequence[DonationItem],
        *,
        donor: str,
        state: str,
        at: datetime,
        vocabulary: Vocabulary,
        program: str = "",
    ) -> list[ItemVerdict]:
        """The verdict on each item, in their order; raises BadInput with fields like `items.0.expires`.

        Without `program` all programs for donors in `state` are checked.
        """
        errors: list[FieldError] = []
        code = state_code(state) if state else None
        if code is None:
            errors.append(FieldError("state", f"unknown state '{state}'"))
        if donor not in DONOR_KINDS:
            errors.append(FieldError("donor", f"'{donor}' is none of {', '.join(DONOR_KINDS)}"))
        programs = self._asked(program, code or "", errors)
        today = at.astimezone(zone_of(code or "")).date()
        if not 1 <= len(items) <= MAX_ITEMS:
            errors.append(FieldError("items", f"give 1 to {MAX_ITEMS} items"))
        takes = any(
            p.kind == "state_repository" and p.takes_donations and code in p.states for p in self.programs
        )
        giver = Donor(donor, code or "", today, takes)
        offers = [
            self._offer(item, f"items.{n}", giver, vocabulary, errors)
            for n, item in enumerate(items[:MAX_ITEMS])
        ]
        if errors:
            raise BadInput(f"{errors[0].field}: {errors[0].message}.", errors)
        return [self._verdict(offer, programs) for offer in offers if offer]

    def evidence(self, evidence_id: str) -> Evidence | None:
        """The evidence `rule.donation.<program>` or `rule.donation.dscsa`, None where unknown."""
        if evidence_id == _DSCSA:
            return dscsa_evidence()
        found = self.find(evidence_id.removeprefix(_EVIDENCE))
        return found.evidence() if found else None

    def facts(self) -> DonationFacts:
        """Counts for `doctor`."""
        return DonationFacts(
            len(self.programs),
            tuple(p.id for p in self.programs if p.confidence == "low"),
            tuple(sorted(self.without_rule_text)),
        )

    def _asked(self, program: str, state: str, errors: list[FieldError]) -> list[DonationProgram]:
        if not program:
            return [p for p in self.programs if "US" in p.states or state in p.states]
        found = self.find(program)
        if found is None:
            errors.append(FieldError("program", f"unknown program '{program}'"))
        return [found] if found else []

    def _offer(
        self, item: DonationItem, where: str, donor: Donor, vocabulary: Vocabulary, errors: list[FieldError]
    ) -> Offer | None:
        found: list[FieldError] = []
        medicine = _medicine(item, where, vocabulary, found)
        expires = _expiry(item.expires, where, donor.today, found)
        if item.quantity < 1:
            found.append(FieldError(f"{where}.quantity", "must be at least 1"))
        errors += found
        if found or expires is None:
            return None
        rems = self._rems.get(medicine.name.lower()) if medicine else None
        return Offer(item, medicine, expires, donor, rems)

    def _verdict(self, offer: Offer, programs: Sequence[DonationProgram]) -> ItemVerdict:
        note = self.without_rule_text.get(offer.donor.state)
        return ItemVerdict(
            medicine=offer.medicine.name if offer.medicine else offer.item.medicine or offer.item.ndc,
            rxcui=offer.medicine.rxcui if offer.medicine else "",
            programs=tuple(_program_verdict(p, offer) for p in programs),
            known=offer.medicine,
            notes=(f"No donation rule of {offer.donor.state} is held here: {note}",) if note else (),
        )


def _program_verdict(program: DonationProgram, offer: Offer) -> ProgramVerdict:
    reasons = apply_rules(program, offer)
    return ProgramVerdict(program.id, program.name, verdict_of(reasons), reasons, _paperwork(program, offer))


def verdict_of(reasons: Sequence[RuleReason]) -> Verdict:
    """Ineligible where a rule is not met, needs_review where one is not known, else eligible."""
    if any(r.met is False for r in reasons):
        return "ineligible"
    return "needs_review" if any(r.met is None for r in reasons) else "eligible"


def _paperwork(program: DonationProgram, offer: Offer) -> tuple[str, ...]:
    if not program.takes_donations:
        return ()
    papers = [f"The program asks for: {d}." for d in program.documentation]
    if offer.donor.kind in _ENTITIES:
        papers += [RECORD_PAPER, DSCSA_PAPER]
    return tuple(papers)


def dscsa_evidence() -> Evidence:
    """What the paperwork on tracing rests on."""
    return Evidence(
        id=_DSCSA,
        kind="rule",
        title="Charitable pharmacy handbook: tracking the medication supply chain",
        quote=f"{RECORD_PAPER} {DSCSA_PAPER}",
        url="https://charitypharmacy.org/tracking-the-medication-supply-chain/",
        checked="2026-11-22",
        confidence="medium",
    )


def _medicine(
    item: DonationItem, where: str, vocabulary: Vocabulary, errors: list[FieldError]
) -> Medicine | None:
    """The medicine where it is known exactly, None where it is not; a malformed NDC is a field error."""
    if item.ndc:
        try:
            by_number = vocabulary.by_ndc(normalize_ndc(item.ndc))
        except BadInput as error:
            errors.append(FieldError(f"{where}.ndc", error.message))
            return None
        if by_number or not item.medicine.strip():
            return by_number
    if not item.medicine.strip():
        errors.append(FieldError(f"{where}.medicine", "give the medicine or its NDC"))
        return None
    exact = vocabulary.resolve(name=item.medicine)
    if exact:
        return exact
    matches = vocabulary.lookup(item.medicine, limit=1).matches
    return matches[0].medicine if matches and matches[0].certainty == "exact" else None


def _expiry(text: str, where: str, today: date, errors: list[FieldError]) -> date | None:
    field = f"{where}.expires"
    try:
        expires = _last_day(text.strip())
    except ValueError:
        errors.append(FieldError(field, f"'{text}' is not a date like 2027-03-31 or 2027-03"))
        return None
    if expires < today:
        errors.append(FieldError(field, f"expired on {expires}"))
        return None
    return expires


def _last_day(text: str) -> date:
    if not re.fullmatch(r"\d{4}-\d{2}", text, re.ASCII):
        return date.fromisoformat(text)
    year, month = int(text[:4]), int(text[5:])
    if not 1 <= month <= 12:
        raise ValueError(text)
    return date(year, month, calendar.monthrange(year, month)[1])


def _same(program: str) -> str:
    return program.strip().lower().replace("-", "_")
