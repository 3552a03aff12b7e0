"""Which kind of site can hand which medicine to whom. Pure rules of the contract, nothing else."""

from __future__ import annotations

from collections.abc import Container

from knowledge.availability.records import Kind
from knowledge.medicines.medicine import Medicine

METHADONE = "methadone"
# A hospital serves people from outside only where it has this service.
OUTPATIENT_PHARMACY = "outpatient_pharmacy"
# Donated stock is for charities and clinics to give; a mobile unit is a clinic on wheels.
GIVES_DONATIONS: frozenset[Kind] = frozenset({"clinic", "health_center", "charity", "mobile_unit"})
DISPENSES_CONTROLLED: frozenset[Kind] = frozenset(
    {"pharmacy", "specialty_pharmacy", "hospital", "opioid_treatment_program"}
)
# People with any other coverage are not promised donated stock.
MAY_BE_GIVEN_DONATIONS = frozenset({"uninsured", "unknown", ""})


def can_hand_out(
    medicine: Medicine, kind: Kind, services: Container[str], *, opioid_use_disorder: bool = False
) -> bool:
    """Whether a site of this kind that lists the medicine can give it to a person from outside."""
    if opioid_use_disorder and medicine.name == METHADONE:
        return kind == "opioid_treatment_program"
    if medicine.schedule:
        return kind in DISPENSES_CONTROLLED
    return kind != "hospital" or OUTPATIENT_PHARMACY in services


def may_be_called(medicine: Medicine, kind: Kind, *, opioid_use_disorder: bool = False) -> bool:
    """Whether a site that lists nothing about the medicine is worth a call about it."""
    if opioid_use_disorder and medicine.name == METHADONE:
        return kind == "opioid_treatment_program"
    return kind == "pharmacy"


def donation_counts(program: str, kind: Kind, coverage: str) -> bool:
    """Whether a line may be shown: bought stock always, donated stock only where and to whom it is given."""
    return not program or (kind in GIVES_DONATIONS and coverage in MAY_BE_GIVEN_DONATIONS)
