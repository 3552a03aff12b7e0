"""Times of feeds: ISO 8601, and what spreadsheets make of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from knowledge.availability.feeds.stock_rows import quick_time
from knowledge.availability.feeds.times import moment, not_in_future
from knowledge.availability.feeds.values import RefusedError
from tests.knowledge.availability.feeds.cases import cases

FLORIDA = ZoneInfo("America/New_York")


@pytest.mark.parametrize("case", cases("times"), ids=lambda case: case["written"])
def test_times(case: dict[str, str]) -> None:
    if not case["read"]:
        with pytest.raises(RefusedError):
            moment(case["written"], FLORIDA)
        assert quick_time(case["written"]) is None
        return
    read = moment(case["written"], FLORIDA)
    expected = datetime.fromisoformat(case["read"]).replace(tzinfo=UTC)
    assert read.value.replace(microsecond=0) == expected
    assert case["how"] in read.mended
    assert bool(case["how"]) == bool(read.mended)
    # The quick way gives the same or leaves it to the careful one.
    assert quick_time(case["written"]) in (None, int(expected.timestamp()))


def test_the_common_notation_is_read_the_quick_way() -> None:
    assert quick_time("2026-11-25T14:30:00-05:00") == 1795635000


def test_a_time_in_the_future_is_refused_but_for_clocks_that_differ() -> None:
    now = datetime(2026, 11, 25, tzinfo=UTC)
    assert not_in_future(now + timedelta(minutes=9), now)
    with pytest.raises(RefusedError, match="future"):
        not_in_future(now + timedelta(minutes=11), now)
