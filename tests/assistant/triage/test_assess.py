"""What `assess` promises: danger first, the right number, every kind of message, never an error."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.triage import assess, phrase
from knowledge.hotlines import Hotlines

CASES = Path(__file__).with_name("cases")


def texts(name: str) -> list[str]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("text", texts("still_danger.txt"))
def test_danger_is_heard_though_something_near_it_looks_harmless(text: str) -> None:
    assert assess(text).urgency == "emergency"


@pytest.mark.parametrize("text", texts("no_danger.txt"))
def test_danger_words_without_danger_are_answered_calmly(text: str) -> None:
    assert assess(text).urgency == "routine"


@pytest.mark.parametrize("row", rows("other_languages.csv"), ids=lambda row: row["text"])
def test_the_most_pressing_dangers_are_heard_in_other_languages(row: dict[str, str]) -> None:
    assert assess(row["text"], language=row["language"]).urgency == row["urgency"]


@pytest.mark.parametrize("row", rows("lines.csv"), ids=lambda row: row["text"])
def test_each_danger_says_its_line_its_action_and_its_number(row: dict[str, str]) -> None:
    triage = assess(row["text"])
    assert triage.danger_lines[0] == row["danger"]
    assert not row["action"] or row["action"] in triage.action_lines
    assert triage.hotlines[: len(row["hotlines"].split("|"))] == tuple(row["hotlines"].split("|"))


def test_the_most_dangerous_of_several_comes_first() -> None:
    triage = assess("ran out of eliquis yesterday, feel hopeless, and now he is not breathing")
    assert triage.flags[0].urgency == "emergency"
    assert phrase(triage.danger_lines[0]) == "Call 911 now."
    assert {"stroke", "suicidal"} <= {flag.category for flag in triage.flags}


def test_at_most_two_danger_lines_and_two_actions() -> None:
    triage = assess(
        "chest pain, overdose, cant breathe, i want to die, my toddler drank bleach, pregnant and bleeding"
    )
    assert len(triage.danger_lines) <= 2
    assert len(triage.action_lines) <= 2


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("i have chest pain", "self"),
        ("my mom can't breathe", "other"),
        ("mi hijo está convulsionando", "other"),
        ("tengo dolor en el pecho", "self"),
        ("chest pain", "unknown"),
    ],
)
def test_whom_the_danger_is_about(text: str, person: str) -> None:
    assert assess(text).flags[0].person == person


def test_a_flag_shows_the_persons_own_words() -> None:
    text = "Please HELP: my Mom can’t breathe!!"
    flag = assess(text).flags[0]
    assert text[flag.start : flag.end] == flag.matched
    assert "can’t breathe" in flag.matched


def test_what_is_weeks_old_is_urgent_and_what_is_years_old_is_not() -> None:
    assert assess("had a seizure last week").urgency == "urgent"
    assert assess("had a seizure ten years ago").urgency == "routine"
    assert assess("gave birth last week and i'm soaking a pad every hour").urgency == "emergency"


def test_enough_medicine_is_no_lack() -> None:
    assert assess("out of insulin").urgency == "urgent"
    assert assess("i have three weeks of insulin left, need to change pharmacies").urgency == "routine"


def test_hotlines_of_every_answer_exist() -> None:
    hotlines = Hotlines.load()
    for text in texts("still_danger.txt"):
        for evidence_id in assess(text).hotline_evidence:
            assert hotlines.evidence(evidence_id) is not None


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_taken(text: str) -> None:
    for flag in assess(text).flags:
        assert text[flag.start : flag.end] == flag.matched


def test_empty_and_long_messages_are_taken() -> None:
    assert assess("").urgency == "routine"
    assert assess("   \n ").urgency == "routine"
    assert assess("pharmacy " * 2000 + "and my son is not breathing").urgency == "emergency"
