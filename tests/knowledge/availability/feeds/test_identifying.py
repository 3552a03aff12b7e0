"""Which medicine a row is about."""

from __future__ import annotations

import pytest

from knowledge.availability.feeds.identifying import identify
from knowledge.medicines.vocabulary import Vocabulary
from tests.knowledge.availability.feeds.cases import cases


@pytest.mark.parametrize(
    "case", cases("medicines"), ids=lambda case: f"{case['name']}/{case['rxcui']}/{case['ndc']}"
)
def test_medicines(case: dict[str, str], vocabulary: Vocabulary) -> None:
    identity = identify(vocabulary, case["name"], case["rxcui"], case["ndc"])
    if not case["medicine"]:
        assert identity.found is None
        assert identity.errors
        return
    assert identity.found
    assert identity.found.medicine.name == case["medicine"]
    assert identity.found.strength == case["strength"]
    assert bool(identity.mends) == (case["mended"] == "yes")


def test_a_contradiction_names_both_sides(vocabulary: Vocabulary) -> None:
    ((field, message),) = identify(vocabulary, "warfarin", "274783", "").errors
    assert (field, message) == (
        "medicine",
        "rxcui says insulin glargine but medicine says warfarin: correct one of them",
    )
