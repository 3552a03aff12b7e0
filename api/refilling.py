"""From a look-up's parameters to a refill decision: the way that the API, the card and the desk share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from api.lookups import read_fips, read_medicine, read_state
from knowledge.emergencies.records import InForce
from knowledge.evidence import Evidence
from knowledge.medicines.medicine import Medicine
from knowledge.opening import Knowledge
from knowledge.places.gazetteer import Gazetteer
from knowledge.rules.refill import RefillDecision


@dataclass(frozen=True, slots=True)
class RefillQuestion:
    """May a pharmacy in `state` (and `county`) supply `medicine` to a patient whose home is `home_state`?

    States are two letters, counties five FIPS digits, "" where they were not given.
    """

    state: str
    county: str
    medicine: Medicine | None
    home_state: str
    home_county: str


def read_refill_question(
    known: Knowledge,
    *,
    state: str,
    county: str | None,
    medicine: str | None,
    home_state: str | None,
    home_county: str | None,
) -> RefillQuestion:
    """The checked question. Raises BadInput that names the field."""
    code = read_state(state)
    fips = read_fips(county, known.places, code)
    home, home_fips = _read_home(home_state, home_county, known.places)
    asked = read_medicine(medicine, known.medicines) if medicine else None
    return RefillQuestion(code, fips, asked, home, home_fips)


def decide(question: RefillQuestion, at: datetime, known: Knowledge) -> RefillDecision:
    """The decision at `at`: the emergency at the pharmacy, and at home where a home was given."""
    return known.refill_rules.decide(
        question.state,
        question.medicine,
        at,
        known.emergencies.in_force(question.state, question.county, at=at),
        patient_emergency=home_emergency(question, at, known),
        patient_state=question.home_state,
    )


def home_emergency(question: RefillQuestion, at: datetime, known: Knowledge) -> InForce | None:
    """The emergency at the patient's home; None where no home was given."""
    if not question.home_state:
        return None
    return known.emergencies.in_force(question.home_state, question.home_county, at=at)


def evidence_of(
    decision: RefillDecision, medicine: Medicine | None, known: Knowledge
) -> Iterator[Evidence | None]:
    """What the decision rests on: the rules, the declarations, the medicine."""
    for rule in (decision.applies, *decision.others):
        yield rule.evidence() if rule else None
    for declaration in decision.emergency.declarations:
        yield known.emergencies.evidence(f"declaration.{declaration.id}")
    for activation in decision.emergency.activations:
        yield known.emergencies.evidence(f"declaration.activation.{activation.id}")
    yield medicine.evidence() if medicine else None


def _read_home(state: str | None, county_fips: str | None, gazetteer: Gazetteer) -> tuple[str, str]:
    """(state, county) of the patient's home; a county alone names its state."""
    code = read_state(state, "patient_state") if state else ""
    fips = read_fips(county_fips, gazetteer, code, "patient_county_fips")
    county = gazetteer.by_county_fips(fips) if fips else None
    return (county.state if county else code), fips
