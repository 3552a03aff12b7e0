"""The one decision: which rule applies, what stands beside it, why, and what to confirm (cases in a CSV)."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from knowledge.emergencies.records import Activation, Area, Declaration, InForce
from knowledge.errors import BadInput
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.places.states import JURISDICTIONS
from knowledge.rules.decision import RefillRules
from tests.knowledge.rules.conftest import NOW

with (Path(__file__).parent / "cases" / "decisions.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))

DECLARATION = Declaration(
    "DR-9001-FL", 9001, "DR", "TEST", "Hurricane", "FL", (Area("12057", "Hillsborough (County)"),),
    NOW, date(2026, 11, 20), date(2026, 11, 19), None, "https://example.org", "2026-11-22",
)  # fmt: skip
NOTICE = Activation("n", "board_notice", "Notice", "TX", "", "", date(2026, 11, 1), None, "Board", "")
EMERGENCIES = {
    "yes": InForce("yes", ("The governor declared one.",)),
    "parts": InForce("yes", ("The order names four counties.",), only_parts=True),
    "board": InForce("yes", ("The governor and the board spoke.",), (), (NOTICE,)),
    "likely": InForce("likely", ("FEMA declared one.",), (DECLARATION,)),
    "no": InForce("no", ("Nothing is on record.",)),
    "unknown": InForce("unknown", ("No table was loaded.",)),
}


@pytest.mark.parametrize(
    "case", CASES, ids=lambda c: f"{c['state']} {c['medicine']} {c['emergency']} {c['home']}"
)
def test_case(rules: RefillRules, vocabulary: Vocabulary, case: dict[str, str]) -> None:
    medicine = vocabulary.by_name(case["medicine"])
    assert medicine is not None
    decision = rules.decide(
        case["state"],
        medicine,
        datetime.fromisoformat(case["at"]).replace(hour=15, tzinfo=UTC),
        EMERGENCIES[case["emergency"]],
        EMERGENCIES[case["home"]] if case["home"] else None,
        "NC" if case["home"] else "",
    )
    assert (decision.applies.id if decision.applies else "") == case["applies"]
    assert [r.id for r in decision.beside] == [i for i in case["beside"].split("|") if i]
    assert case["reason"].lower() in " ".join(decision.reasons).lower()
    confirm = " ".join(decision.to_confirm)
    assert case["confirm"] in confirm
    if not case["confirm"]:
        assert not decision.to_confirm


@pytest.mark.parametrize("state", JURISDICTIONS)
@pytest.mark.parametrize("emergency", EMERGENCIES)
def test_schedule_ii_is_never_called_refillable(
    rules: RefillRules, vocabulary: Vocabulary, state: str, emergency: str
) -> None:
    for medicine in vocabulary.medicines:
        if medicine.schedule == "CII":
            decision = rules.decide(state, medicine, NOW, EMERGENCIES[emergency], EMERGENCIES["yes"], "LA")
            assert decision.applies is None
            assert decision.beside == ()
            assert len(decision.reasons) >= 3


@pytest.mark.parametrize("state", JURISDICTIONS)
@pytest.mark.parametrize("emergency", EMERGENCIES)
def test_every_state_answers_for_every_kind_of_medicine(
    rules: RefillRules, vocabulary: Vocabulary, state: str, emergency: str
) -> None:
    held = set(rules.rules_of(state))
    for name in ("lisinopril", "insulin glargine", "alprazolam", "testosterone", "pregabalin", ""):
        medicine = vocabulary.by_name(name) if name else None
        decision = rules.decide(state, medicine, NOW, EMERGENCIES[emergency])
        rule = decision.applies
        assert {rule} - {None} <= held
        assert rule not in decision.others
        assert set(decision.beside) <= set(decision.others)
        if rule:
            assert rule.reaches(medicine.schedule if medicine else "") is not False
            assert any(rule.citation in r for r in decision.reasons)
            assert rules.evidence(f"rule.{rule.id}") == rule.evidence()
        if rule and rule.confidence == "low":
            assert any("not confirmed" in step for step in decision.to_confirm)
        if rule and rule.kind == "declared_emergency":
            assert decision.emergency.answer in {"yes", "likely"}
        if name not in {"", "insulin glargine"}:
            assert not [r for r in decision.others if r.kind == "insulin"]


def test_under_yes_the_declared_rule_applies_wherever_a_state_has_one_that_is_not_over(
    rules: RefillRules, vocabulary: Vocabulary
) -> None:
    medicine = vocabulary.by_name("lisinopril")
    for state in JURISDICTIONS:
        declared = [r for r in rules.rules_of(state) if r.kind == "declared_emergency" and not r.ended]
        decision = rules.decide(state, medicine, NOW, EMERGENCIES["yes"])
        if declared:
            assert decision.applies in declared


def test_the_board_is_named_with_its_number(rules: RefillRules, vocabulary: Vocabulary) -> None:
    decision = rules.decide("LA", vocabulary.by_name("warfarin"), NOW, EMERGENCIES["no"])
    assert decision.to_confirm[-1] == "Ask the Louisiana Board of Pharmacy, phone 1-225-925-6496."
    without = rules.decide("VI", vocabulary.by_name("warfarin"), NOW, EMERGENCIES["no"])
    assert "no phone number was found" in without.to_confirm[-1]


def test_a_rule_is_looked_up_by_date(rules: RefillRules) -> None:
    def ids(day: str) -> set[str]:
        return {r.id for r in rules.rules_of("IL", datetime.fromisoformat(day + "T12:00+00:00"))}

    assert "IL.ordinary.1" in ids("2027-12-31")
    assert "IL.ordinary.1" not in ids("2028-01-01")


def test_evidence_is_a_restatement_with_the_citation_in_its_title(rules: RefillRules) -> None:
    evidence = rules.evidence("rule.FL.declared_emergency.1")
    assert evidence is not None
    assert evidence.title == "FL: Fla. Stat. 465.0275(2)"
    assert "30 days" in evidence.quote
    assert "essential to life" in evidence.quote
    assert (evidence.confidence, evidence.checked, evidence.jurisdiction) == ("high", "2023", "FL")
    board = rules.evidence("rule.FL.board")
    assert board is not None
    assert "Florida Board of Pharmacy" in board.quote
    assert rules.evidence("rule.XX.ordinary.9") is None


def test_an_unknown_state_is_bad_input(rules: RefillRules) -> None:
    with pytest.raises(BadInput):
        rules.decide("Atlantis", None, NOW, EMERGENCIES["no"])
    with pytest.raises(BadInput):
        rules.decide("FL", None, NOW, EMERGENCIES["no"], EMERGENCIES["yes"], "Atlantis")
