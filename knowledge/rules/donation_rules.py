"""The rules of a donation program against one item: each is met, not met, or not known.

Every function is one rule. None always means that something needed for it is not known.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.medicines.medicine import Medicine
from knowledge.rules.donation_program import DonationItem, DonationProgram, RuleReason
from knowledge.rules.donation_table import RemsEntry
from knowledge.rules.medicine_kind import is_insulin_or_supply, schedule_of

_CANCER = ("cancer", "leukemia", "lymphoma", "myeloma", "tumor", "melanoma", "sarcoma", "carcinoma", "gist")
_TRANSPLANT = ("transplant", "rejection")


@dataclass(frozen=True, slots=True)
class Donor:
    """Who gives, where, on which day there; `state_takes`: a program of that state takes donations."""

    kind: str
    state: str
    today: date
    state_takes: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """One item as the rules see it. `medicine` None: not recognised; `rems` None: not known to have one."""

    item: DonationItem
    medicine: Medicine | None
    expires: date
    donor: Donor
    rems: RemsEntry | None


Finding = tuple[bool | None, str]
Rule = Callable[[DonationProgram, Offer], Finding | None]


def takes_donations(program: DonationProgram, _offer: Offer) -> Finding | None:
    """Whether the entry takes donations at all."""
    if not program.takes_donations:
        return False, f"{program.name} takes no donations."
    if program.no_known_site:
        return None, "No participating site is known: ask before sending anything."
    return None


def donor_state(program: DonationProgram, offer: Offer) -> Finding:
    """Whether the program is for donors in this state."""
    if program.needs_state_law and not offer.donor.state_takes:
        return None, f"Works in states with a donation law; none of {offer.donor.state} is known here."
    if "US" in program.states or offer.donor.state in program.states:
        return True, f"Donors in {offer.donor.state} are within the program's area ({program.jurisdiction})."
    if program.out_of_state == "yes":
        return True, "Donors from other states are accepted."
    if program.out_of_state == "ask":
        return None, "Whether donors from other states are accepted has to be asked."
    return False, f"The program is for donors in {', '.join(program.states)}, not in {offer.donor.state}."


def donor_kind(program: DonationProgram, offer: Offer) -> Finding:
    """Whether this kind of donor is accepted."""
    if program.donors is None:
        return None, "Which donors are accepted was not found."
    who = ", ".join(program.accepts_from or ()) or "nobody"
    answer = program.donors.get(offer.donor.kind)
    if answer == "yes":
        return True, f"A donor of the kind '{offer.donor.kind}' is accepted ({who})."
    if answer == "ask":
        return None, f"Whether a donor of the kind '{offer.donor.kind}' is accepted is not clear ({who})."
    return False, f"A donor of the kind '{offer.donor.kind}' is not among those accepted ({who})."


def medicine_known(_program: DonationProgram, offer: Offer) -> Finding | None:
    """An unknown medicine, or a mere class of medicines, is never eligible."""
    if offer.medicine is None:
        return None, "This medicine is not known here: check the name or give the NDC."
    if offer.medicine.class_mention:
        return None, f"'{offer.medicine.name}' names no product: which one is it?"
    return None


def medicine_group(program: DonationProgram, offer: Offer) -> Finding | None:
    """Whether the program takes this group of medicines."""
    if not program.only and not program.never:
        return None
    if offer.medicine is None:
        return None, "Whether the program takes this medicine is not known."
    name = offer.medicine.name
    for group in program.never:
        if in_group(offer.medicine, group) is not False:
            return False, f"The program does not want {group} medicines, and {name} is or may be one."
    if not program.only:
        return True, f"{name} is not among what the program does not want."
    belongs = in_group(offer.medicine, program.only)
    if belongs is None:
        return None, f"The program takes {program.only} medicines only; whether {name} counts is not known."
    word = "is one" if belongs else "is not one"
    return belongs, f"The program takes {program.only} medicines only, and {name} {word}."


def in_group(medicine: Medicine, group: str) -> bool | None:
    """Whether a medicine belongs to a group, None where the vocabulary does not say what it is for."""
    if group == "insulin":
        return is_insulin_or_supply(medicine)
    text = " ".join((medicine.drug_class, *medicine.conditions)).lower()
    if not text.strip():
        return None
    return any(word in text for word in (_CANCER if group == "cancer" else _TRANSPLANT))


def controlled(program: DonationProgram, offer: Offer) -> Finding:
    """Controlled substances."""
    if offer.medicine is None:
        return None, "Whether it is a controlled substance is not known."
    schedule = schedule_of(offer.medicine)
    if not schedule:
        return True, "Not a controlled substance."
    if program.controlled_substances == "none":
        return False, f"Schedule {schedule}: the program takes no controlled substances."
    return None, f"Schedule {schedule}: the program's rule on controlled substances was not found."


def cold_chain(program: DonationProgram, offer: Offer) -> Finding:
    """Medicines that have to be kept cold."""
    if offer.medicine is None:
        return None, "Whether it has to be kept cold is not known."
    if offer.medicine.refrigerated == "no":
        return True, "Kept at room temperature."
    if offer.item.refrigerated_chain_kept is False:
        return False, "It has to be kept cold, and the cold chain was not kept."
    return _cold(program, offer, offer.medicine)


def _cold(program: DonationProgram, offer: Offer, medicine: Medicine) -> Finding:
    if program.refrigerated == "accepted" and offer.item.refrigerated_chain_kept:
        return True, "Refrigerated medicines are taken, and the cold chain was kept."
    if program.refrigerated == "excluded" and medicine.refrigerated == "yes":
        return False, "It has to be kept cold; the program takes no refrigerated medicines."
    return None, {
        "accepted": "Refrigerated medicines are taken; whether the cold chain was kept is not known.",
        "excluded": "Some products of this medicine have to be kept cold; those are not taken.",
        "conditional": f"Refrigerated medicines are taken under conditions: {program.notes}",
        "unknown": "It has to be kept cold; the program's rule on that was not found.",
    }[program.refrigerated]


def rems(program: DonationProgram, offer: Offer) -> Finding | None:
    """Medicines under a risk evaluation and mitigation strategy of the FDA."""
    if not program.rems_excluded:
        return (
            (None, f"Under a REMS ({offer.rems.rems}); the program's rule on that was not found.")
            if offer.rems
            else None
        )
    clause = program.rems_excluded.replace("_", " ")
    if offer.rems is None:
        return None, f"Whether it is under a REMS is not known; the program has a REMS clause ({clause})."
    if program.rems_excluded == "any":
        return False, f"Under a REMS ({offer.rems.rems}): the program takes no REMS medicines."
    if program.rems_excluded == "restricted_distribution" and offer.rems.restricted:
        return False, f"Under a REMS ({offer.rems.rems}) with restricted distribution, which is not taken."
    return None, f"Under a REMS ({offer.rems.rems}); the program's clause has to be checked ({clause})."


def seal(program: DonationProgram, offer: Offer) -> Finding:
    """Sealed or opened packages."""
    by_individual = offer.donor.kind == "individual"
    if not program.sealed_required:
        return None, "The program's rule on seals was not found."
    if offer.item.sealed:
        return True, "The package is sealed."
    if program.sealed_required == "individual_donors_only" and not by_individual:
        return True, "Opened packages are taken from this kind of donor if they stayed under its control."
    return False, "The package is opened; sealed packages are required."


def packaging(program: DonationProgram, offer: Offer) -> Finding:
    """Original packaging or unit dose."""
    wanted = program.unit_dose_or_original_packaging
    words = wanted.replace("_", " ")
    if not wanted:
        return None, "The program's rule on packaging was not found."
    if wanted == "unit_dose_only":
        return None, "Only unit-dose packages are taken: check that this is one."
    if offer.item.original_packaging:
        return True, f"In its original packaging (taken: {words})."
    if wanted == "original_only":
        return False, "Not in its original packaging, which is required."
    return None, f"Not in its original packaging: check that it is packed as the program asks ({words})."


def dating(program: DonationProgram, offer: Offer) -> Finding:
    """How long it has to be good for."""
    if program.expiry_rule == "unexpired":
        return True, f"Not expired (good until {offer.expires})."
    if program.expiry_rule == "not_before_course_ends":
        return None, "It has to outlast the patient's course of treatment."
    needed = needed_until(program, offer.donor.today)
    if needed is None:
        return None, "The program's minimum dating was not found."
    floor, words = needed
    if offer.expires > floor or (offer.expires == floor and not program.more_than):
        return True, f"Good until {offer.expires}; {words} are required."
    if program.shorter_on_demand:
        return None, f"Good until {offer.expires}; {words} are required, less only when demand is high."
    return False, f"Good until {offer.expires} only; {words} are required."


def needed_until(program: DonationProgram, today: date) -> tuple[date, str] | None:
    """The day until which it has to be good, with the rule in words; days are exact, months by calendar."""
    more = "more than " if program.more_than else ""
    if program.min_days_to_expiry is not None:
        return today + timedelta(days=program.min_days_to_expiry), f"{more}{program.min_days_to_expiry} days"
    if program.min_months_to_expiry is not None:
        months = int(program.min_months_to_expiry)
        return months_later(today, months), f"{more}{months} months"
    return None


def months_later(day: date, months: int) -> date:
    """The same day some calendar months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def lot(program: DonationProgram, offer: Offer) -> Finding | None:
    """The lot number, where the program asks for it: without one a recall cannot be ruled out."""
    if not any(d.startswith("lot") for d in program.documentation):
        return None
    return (True, "The lot number is given.") if offer.item.lot else (None, "The lot number is missing.")


def confirmed(program: DonationProgram, _offer: Offer) -> Finding | None:
    """A program of which no rule was found."""
    return (
        (None, "No donation rule of this program was found: ask it.") if program.confidence == "low" else None
    )


RULES: dict[str, Rule] = {
    "takes_donations": takes_donations,
    "state": donor_state,
    "donor": donor_kind,
    "medicine": medicine_known,
    "medicine_group": medicine_group,
    "controlled_substance": controlled,
    "refrigerated": cold_chain,
    "rems": rems,
    "sealed": seal,
    "packaging": packaging,
    "dating": dating,
    "lot": lot,
    "confirmed": confirmed,
}


def apply_rules(program: DonationProgram, offer: Offer) -> tuple[RuleReason, ...]:
    """Every rule that speaks to the item; a program that takes nothing gets that one reason only."""
    if not program.takes_donations:
        met, text = takes_donations(program, offer) or (False, "")
        return (RuleReason("takes_donations", met, text, program.evidence_id),)
    found = ((name, rule(program, offer)) for name, rule in RULES.items())
    return tuple(RuleReason(name, f[0], f[1], program.evidence_id) for name, f in found if f is not None)
