"""The evidence of an emergency's records: declarations and activations."""

from __future__ import annotations

from knowledge.emergencies.evidence import ACTIVATION_PREFIX, declaration_evidence
from knowledge.emergencies.records import Activation, Declaration
from knowledge.evidence import Evidence
from knowledge.opening import Knowledge


def record_evidence(record: Activation | Declaration, knowledge: Knowledge) -> Evidence | None:
    """What a declaration or activation can be cited by."""
    if isinstance(record, Declaration):
        return declaration_evidence(record)
    # An activation is one row an area: its evidence names them all.
    return knowledge.emergencies.evidence(f"{ACTIVATION_PREFIX}{record.id}")
