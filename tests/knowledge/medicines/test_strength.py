"""Strengths beside a medicine."""

from __future__ import annotations

import pytest

from knowledge.medicines.strength import strength_beside


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("i take 10 units of MED daily", "10 units"),
        ("MED 20mg", "20mg"),
        ("MED 100 u/ml", "100 u/ml"),
        ("MED kwikpen 100 units/ml", "100 units/ml"),
        ("MED (500 mg)", "500 mg"),
        ("MED 500 twice", "500"),
        ("MED 10/325", "10/325"),
        ("MED 5-325", "5-325"),
        ("MED 10-325 mg", "10-325 mg"),
        ("MED 250/50", "250/50"),
        ("MED 0.5 mg", "0.5 mg"),
        ("MED .5 mg", ".5 mg"),
        ("MED 50,000 units", "50,000 units"),
        ("MED 500 mg/5ml", "500 mg/5ml"),
        ("MED patch 25 mcg/hr", "25 mcg/hr"),
        ("MED u-500", "u-500"),
        ("10 unidades de MED", "10 unidades"),
        ("20 mg of MED", "20 mg"),
        ("MED 3 days left", ""),
        ("MED 30 days", ""),
        ("MED 2 pens", ""),
        ("MED 33602", ""),
        ("MED 10 miles away", ""),
        ("MED", ""),
        ("in 20 minutes MED", ""),
    ],
)
def test_strengths(text: str, strength: str) -> None:
    start = text.index("MED")
    assert strength_beside(text.replace("MED", "med"), start, start + 3) == strength
