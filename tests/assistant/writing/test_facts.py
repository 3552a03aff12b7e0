"""What a sentence states, so that it can be looked for in the evidence that it cites."""

from __future__ import annotations

import pytest

from assistant.writing.facts import advice, links, numbers, phones, times


def test_numbers_are_the_same_in_digits_and_words() -> None:
    assert numbers("thirty days") == numbers("30 days") == numbers("treinta días")
    assert numbers("twice a day, half a pill") == {"twice", "half"}
    assert numbers("call 1-855-793-7470") == set()


def test_phones_are_the_same_however_they_are_written() -> None:
    assert phones("1-855-793-7470") == phones("(855) 793-7470") == phones("855 793 7470")


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("30 weeks of medicine", {"week"}),
        ("a 30-day supply", {"day"}),
        ("un mes de medicina", {"month"}),
        ("open day and night", set()),
        ("it is on until Friday", {"friday"}),
        ("it ends in December", {"december"}),
        ("you may ask", set()),
    ],
)
def test_a_unit_and_a_day_are_facts(text: str, stated: set[str]) -> None:
    assert times(text) == stated


def test_addresses_are_facts() -> None:
    assert links("Go to https://bit.ly/epap, or write to help@epap.org.") == {
        "https://bit.ly/epap",
        "help@epap.org",
    }
    assert links("Ask the pharmacist. Call first.") == set()


def test_advice_is_another_with_not_before_it() -> None:
    assert advice("Do not stop your medicine.") == {"not stop"}
    assert advice("You may stop it and skip a dose.") == {"stop", "skip"}
    assert advice("Ask for your refill.") == set()
