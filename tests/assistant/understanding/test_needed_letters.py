"""A pattern is passed over only where it could not match: its letters are read from itself."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from assistant.understanding import intents
from assistant.understanding.folding import fold
from assistant.understanding.needed_letters import needed_letters
from assistant.understanding.patterns import PATTERNS, labels_in, patterns, possible_labels

FILES = sorted(file.stem for file in PATTERNS.glob("*.yaml"))


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bwithout (?:a |the )?refill", {"without "}),
        (r"\bcolou?r", {"colo"}),
        (r"\b(?:fever|rash)\b", {"fever", "rash"}),
        (r"\b(?:fever|\w+ache)\b", {"fever", "ache"}),
        (r"\b(?:fever|\d+)\b", set()),
        (r"(?:fever)?\d", set()),
        (r"(?:fever){2}", {"fever"}),
        (r"(?<!no )fever(?! chart)", {"fever"}),
        (r"(?=fever)\w+", set()),
        (r"[fg]ever", {"ever"}),
        (r"(?i)fever", set()),
        (r"(?i:fever) ward", {" ward"}),
    ],
)
def test_letters_are_those_of_every_match(pattern: str, needed: set[str]) -> None:
    assert needed_letters(pattern) == needed


def _texts() -> list[str]:
    with Path(intents.__file__).with_name("utterances.csv").open(encoding="utf-8", newline="") as file:
        texts = [fold(row["text"]) for row in csv.DictReader(file)]
    return [*texts, *(" ".join(texts[start : start + 4]) for start in range(0, len(texts), 40)), "", "?"]


@pytest.mark.parametrize("name", FILES)
def test_nothing_that_stands_in_a_text_is_passed_over(name: str) -> None:
    for text in _texts():
        found = tuple(label for label, pattern in patterns(name).items() if pattern.search(text))
        assert labels_in(name, text) == found
        assert set(found) <= set(possible_labels(name, text))


@pytest.mark.parametrize("name", [name for name in FILES if name not in {"question", "small_talk"}])
def test_few_labels_are_left_to_search_for(name: str) -> None:
    """Else the letters take their time for nothing."""
    assert len(possible_labels(name, "xyzzy")) <= len(patterns(name)) // 2
