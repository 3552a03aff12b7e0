"""Danger first: red flags in a message and what must be said before anything else."""

from assistant.triage.assess import assess
from assistant.triage.messages import phrase
from assistant.triage.triage import RedFlag, Triage

__all__ = ["RedFlag", "Triage", "assess", "phrase"]
