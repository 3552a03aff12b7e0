"""What a sentence states."""

from __future__ import annotations

import pytest

from knowledge.documents.contradictions.claims import facts_of, masked, sentences, years_of


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("Call 1-800-555-0142 or (800) 555-0199.", {"phone": {"8005550142", "8005550199"}}),
        ("TTY 1-800-555-0177.", {"phone for text": {"8005550177"}}),
        ("It gives up to 30 days, a 30-day supply.", {"count:day": {"30"}}),
        ("a seven-day supply", {"count:day": {"7"}}),
        ("52,000 pharmacies in 44 states", {"count:pharmaci": {"52000"}, "count:state": {"44"}}),
        ("over 500 condition-focused pharmacists", {"count:pharmacist": {"500"}}),
        ("$670M in help, or $670 million", {"money": {"670000000.00"}}),
        ("until March 5, 2026", {"date": {"2026-03-05"}}),
        ("25% fewer", {"share": {"25"}}),
        ("open 24 hours a day, 7 days a week", {}),
        ("since 2018 in Florida", {}),
        ("Schedule II, 340B, room 5", {}),
    ],
)
def test_values_by_subject(sentence: str, facts: dict[str, set[str]]) -> None:
    assert {subject: set(values) for subject, values in facts_of(sentence).items()} == facts


def test_a_date_is_a_value_and_a_year_a_time() -> None:
    assert years_of("In 2018 it ended on March 5, 2026.") == {"2018"}


def test_what_is_left_without_the_values() -> None:
    assert masked("Call 1-800-555-0142 for 30 days.") == "Call for days."


def test_sentences_and_items() -> None:
    assert sentences("One. Two 3.5 miles!\n- item (Mr. X)") == ["One.", "Two 3.5 miles!", "item (Mr.", "X)"]
