"""Open now or soon, in the site's own time zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from knowledge.availability.opening import opening, understood
from knowledge.availability.records import OperatingStatus

WEDNESDAY = datetime(2026, 11, 25, 19, 0, tzinfo=UTC)  # 14:00 in New York, 9:00 in Honolulu
NEW_YORK, HONOLULU = "America/New_York", "Pacific/Honolulu"


@pytest.mark.parametrize(
    ("hours", "zone", "status", "open_now", "soon"),
    [
        ("Mo-Fr 08:00-18:00", NEW_YORK, "unknown", True, True),
        ("Mo-Fr 10:00-18:00", HONOLULU, "unknown", False, True),
        ("Mo-Fr 08:00-13:59", NEW_YORK, "open", False, False),
        ("Th 02:00-18:00", NEW_YORK, "open", False, True),
        ("Th 02:01-18:00", NEW_YORK, "open", False, False),
        ("24/7", NEW_YORK, "limited", True, True),
        ("24/7", NEW_YORK, "closed", False, False),
        ("24/7 off", NEW_YORK, "open", False, False),
        ("24/7 unknown", NEW_YORK, "open", None, True),
        ("24/7 unknown", NEW_YORK, "unknown", None, False),
        ("", NEW_YORK, "open", None, True),
        ("", NEW_YORK, "limited", None, True),
        ("", NEW_YORK, "unknown", None, False),
        ("Mo-Fr 08:00-18:00", "", "unknown", None, False),
    ],
)
def test_open_or_soon(
    hours: str, zone: str, status: OperatingStatus, open_now: bool | None, soon: bool
) -> None:
    found = opening(hours, zone, status, WEDNESDAY)
    assert (found.open_now, found.soon) == (open_now, soon)


def test_public_holidays_are_those_of_the_country() -> None:
    thanksgiving = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
    assert opening("Mo-Fr 08:00-18:00; PH off", NEW_YORK, "open", thanksgiving).open_now is False
    assert opening("Mo-Fr 08:00-18:00", NEW_YORK, "open", thanksgiving).open_now is True


def test_when_it_opens_and_closes() -> None:
    assert opening("Mo-Fr 08:00-18:00", NEW_YORK, "open", WEDNESDAY).closes_at == WEDNESDAY + timedelta(
        hours=4
    )
    closed = opening("Fr 08:00-18:00", NEW_YORK, "open", WEDNESDAY)
    assert closed.opens_at == datetime(2026, 11, 27, 13, 0, tzinfo=UTC)
    assert opening("24/7", NEW_YORK, "open", WEDNESDAY).closes_at is None


def test_a_remembered_answer_holds_until_the_next_change() -> None:
    hours = "We 08:00-14:30; Th 03:00-04:00"
    expected = [
        (0, True),
        (29, True),
        (30, False),
        (0, True),
        (-361, False),
        (13 * 60, True),
        (14 * 60, False),
    ]
    for minutes, is_open in expected:
        assert opening(hours, NEW_YORK, "open", WEDNESDAY + timedelta(minutes=minutes)).open_now is is_open
    # It opens on Thursday at 3:00, thirteen hours from 14:00: soon from 15:00 on.
    for minutes, soon in ((31, False), (59, False), (60, True)):
        assert opening(hours, NEW_YORK, "open", WEDNESDAY + timedelta(minutes=minutes)).soon is soon


def test_what_can_be_evaluated() -> None:
    assert understood("Mo-Fr 08:00-18:00; PH off")
    assert not understood("by appointment")
