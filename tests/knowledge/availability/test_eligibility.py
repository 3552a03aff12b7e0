"""Who can hand what to whom: the contract's rules, one by one."""

from __future__ import annotations

import pytest

from knowledge.availability.eligibility import can_hand_out, donation_counts, may_be_called
from knowledge.availability.records import KINDS
from knowledge.medicines.vocabulary import Vocabulary


def kinds_for(
    vocabulary: Vocabulary, name: str, services: tuple[str, ...] = (), oud: bool = False
) -> set[str]:
    medicine = vocabulary.by_name(name)
    assert medicine
    return {kind for kind in KINDS if can_hand_out(medicine, kind, services, opioid_use_disorder=oud)}


def test_ordinary_medicines_everywhere_but_in_hospitals_without_a_pharmacy_for_outpatients(
    vocabulary: Vocabulary,
) -> None:
    assert kinds_for(vocabulary, "insulin glargine") == set(KINDS) - {"hospital"}
    assert kinds_for(vocabulary, "insulin glargine", ("outpatient_pharmacy",)) == set(KINDS)


def test_controlled_medicines_only_at_pharmacies_hospitals_and_treatment_programs(
    vocabulary: Vocabulary,
) -> None:
    expected = {"pharmacy", "specialty_pharmacy", "hospital", "opioid_treatment_program"}
    for name in ("oxycodone", "alprazolam", "buprenorphine / naloxone", "methadone"):
        assert kinds_for(vocabulary, name) == expected


def test_methadone_for_opioid_use_disorder(vocabulary: Vocabulary) -> None:
    assert kinds_for(vocabulary, "methadone", oud=True) == {"opioid_treatment_program"}
    assert "pharmacy" in kinds_for(vocabulary, "buprenorphine", oud=True)


def test_whom_to_call(vocabulary: Vocabulary) -> None:
    methadone = vocabulary.by_name("methadone")
    assert methadone
    assert [kind for kind in KINDS if may_be_called(methadone, kind)] == ["pharmacy"]
    programs = [kind for kind in KINDS if may_be_called(methadone, kind, opioid_use_disorder=True)]
    assert programs == ["opioid_treatment_program"]


@pytest.mark.parametrize(
    ("program", "kind", "coverage", "expected"),
    [
        ("", "pharmacy", "medicare", True),
        ("direct-relief", "pharmacy", "uninsured", False),
        ("direct-relief", "hospital", "uninsured", False),
        ("direct-relief", "clinic", "uninsured", True),
        ("direct-relief", "health_center", "unknown", True),
        ("direct-relief", "charity", "", True),
        ("direct-relief", "mobile_unit", "unknown", True),
        ("direct-relief", "charity", "medicaid", False),
        ("direct-relief", "clinic", "va", False),
    ],
)
def test_donated_stock(program: str, kind: str, coverage: str, expected: bool) -> None:
    assert donation_counts(program, kind, coverage) is expected  # type: ignore[arg-type]
