"""What a refill rule has to know of a medicine: its schedule, and whether a law of its own reaches it."""

from __future__ import annotations

from knowledge.medicines.medicine import Medicine

_SCHEDULES = frozenset({"CII", "CIII", "CIV", "CV"})


def schedule_of(medicine: Medicine | None) -> str:
    """The DEA schedule, "" for a medicine that is not controlled or where none is named."""
    return medicine.schedule if medicine and medicine.schedule in _SCHEDULES else ""


def is_insulin_or_supply(medicine: Medicine | None) -> bool:
    """Whether an emergency insulin law speaks of it: insulins and the supplies used with them."""
    if medicine is None:
        return False
    if medicine.drug_class.startswith("Insulin") or medicine.drug_class == "Diabetes supply":
        return True
    return medicine.class_mention and "insulin" in medicine.name.lower()


def treats_opioid_use_disorder(medicine: Medicine | None) -> bool:
    """Whether the medicine treats opioid use disorder, which some laws treat apart."""
    return medicine is not None and any("opioid use disorder" in c.lower() for c in medicine.conditions)
