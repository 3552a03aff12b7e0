"""What is read from typed messages, without any look-up: intents, coverage, days left, proof, for whom."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.understanding.coverage import find_coverage
from assistant.understanding.folding import fold, sentences
from assistant.understanding.intents import find_intents
from assistant.understanding.situation import read_situation

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("messages.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_a_message_is_read_as_its_case_says(case: dict[str, Any]) -> None:
    folded = fold(case["text"])
    situation = read_situation(folded)
    intents = find_intents(folded, ()) or ("other",)
    assert set(case.get("intents", [])) <= set(intents)
    assert not set(case.get("not_intents", [])) & set(intents)
    if "coverage" in case:
        assert find_coverage(folded) == case["coverage"]
    for field in ("days_left", "proof", "whose"):
        if field in case:
            assert getattr(situation, field) == case[field], field


def test_folding_keeps_every_character_in_its_place() -> None:
    text = "¿Dónde está mi médicina? It’s İstanbul ﬁne 😀"
    assert len(fold(text)) == len(text)
    assert fold(text).startswith("¿donde esta mi medicina? it's")


def test_an_abbreviation_ends_no_sentence() -> None:
    folded = fold("I evacuated St. Petersburg. I'm in Tampa")
    assert [folded[a:b].strip() for a, b in sentences(folded)] == [
        "i evacuated st. petersburg.",
        "i'm in tampa",
    ]
