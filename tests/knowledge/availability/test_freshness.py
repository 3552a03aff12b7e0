"""The worth of a report by its age."""

from __future__ import annotations

import pytest

from knowledge.availability.freshness import Cadence, age_hours

HOUR = 3600


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (-HOUR, "fresh"),
        (0, "fresh"),
        (24 * HOUR, "fresh"),
        (24 * HOUR + 1, "ageing"),
        (72 * HOUR, "ageing"),
        (72 * HOUR + 1, "stale"),
    ],
)
def test_the_contracts_cadence(seconds: int, expected: str) -> None:
    assert Cadence().freshness(seconds) == expected


def test_a_weekly_source_stays_fresh_for_a_week() -> None:
    weekly = Cadence(fresh_hours=168, ageing_hours=336)
    assert [weekly.freshness(days * 24 * HOUR) for days in (7, 8, 15)] == ["fresh", "ageing", "stale"]


def test_ages_are_hours_and_never_negative() -> None:
    assert age_hours(0, 5400) == 1.5
    assert age_hours(5400, 0) == 0
