"""Whole days in the state's own time zone, both ends included."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.emergencies.days import first_instant, first_instant_after, read_day, read_moment
from tests.knowledge.emergencies.rows import utc


@pytest.mark.parametrize(
    ("state", "first", "after"),
    [
        ("FL", "2026-10-05T04:00", "2026-10-06T04:00"),
        ("HI", "2026-10-05T10:00", "2026-10-06T10:00"),
        ("GU", "2026-10-04T14:00", "2026-10-05T14:00"),
        ("CA", "2026-11-01T07:00", "2026-11-02T08:00"),
    ],
)
def test_a_day_is_the_state_s_own(state: str, first: str, after: str) -> None:
    day = date(2026, 11, 1) if state == "CA" else date(2026, 10, 5)
    assert first_instant(day, state) == utc(first)
    assert first_instant_after(day, state) == utc(after)


def test_openfema_midnight_is_a_day_but_an_operator_s_midnight_is_an_instant() -> None:
    assert read_moment("2026-10-05T00:00:00.000Z", midnight_is_a_day=True) == date(2026, 10, 5)
    assert read_moment("2026-10-05T00:00:00Z") == utc("2026-10-05T00:00")
    assert read_moment("2026-10-05T08:00:00-04:00") == utc("2026-10-05T12:00")


def test_old_rows_give_local_midnight_in_utc() -> None:
    assert read_day("1953-10-22T05:00:00.000Z", "FL") == date(1953, 10, 22)


@pytest.mark.parametrize("text", ["10/05/2026", "2026-13-01", "0026-10-05", "soon", "2026-10-05T25:00:00Z"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_moment(text)
