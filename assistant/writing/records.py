"""The evidence of an emergency's records: declarations and activations."""

from __future__ import annotations

from knowledge.emergencies.records import Activation, Declaration
from knowledge.evidence import Evidence
from knowledge.opening import Knowledge


def record_evidence(record: Activation | Declaration, knowledge: Knowledge) -> Evidence | None:
    """What a declaration or activation can be cited by."""
    kind = "declaration.activation" if isinstance(record, Activation) else "declaration"
    return knowledge.emergencies.evidence(f"{kind}.{record.id}")
