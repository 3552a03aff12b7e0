"""Places worth calling: counted, ordered by demand and danger, claimed for twenty minutes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from knowledge.availability.records import Reporter
from knowledge.availability.table import AvailabilityTable
from knowledge.errors import Conflict, NotFound
from knowledge.medicines.medicine import Medicine
from tests.knowledge.availability.conftest import NOW
from tests.knowledge.availability.world import TAMPA, entry, site, store

ANN, BEN = Reporter("key-ann", "agent"), Reporter("key-ben", "agent")


@pytest.fixture
def stocked(either_table: AvailabilityTable) -> AvailabilityTable:
    store(
        either_table,
        [site("stale", 1), site("silent", 2), site("fresh", 3), site("no phone", 4, phone="")],
        [
            entry("stale", hours=90),
            entry("fresh"),
            entry("no phone", hours=90),
            entry("stale", "cetirizine", hours=90),
            entry("fresh", "cetirizine"),
        ],
    )
    return either_table


def medicine(table: AvailabilityTable, name: str) -> Medicine:
    found = table.vocabulary.by_name(name)
    assert found
    return found


def ask(table: AvailabilityTable, name: str, times: int = 1) -> int:
    wanted = [medicine(table, name)]
    return sum(table.raise_calls([(table.search(wanted, *TAMPA, NOW), wanted)], NOW) for _ in range(times))


def queue(table: AvailabilityTable, minutes: int = 0) -> list[tuple[str, str, int, str]]:
    calls = table.calls(now=NOW + timedelta(minutes=minutes))
    return [(call.site_id, call.medicine, call.asked, call.claimed_by) for call in calls]


def test_a_question_raises_what_is_stale_or_not_known(stocked: AvailabilityTable) -> None:
    assert ask(stocked, "insulin glargine") == 2
    assert queue(stocked) == [("stale", "insulin glargine", 1, ""), ("silent", "insulin glargine", 1, "")]


def test_demand_times_danger_decides_the_order(stocked: AvailabilityTable) -> None:
    assert medicine(stocked, "cetirizine").interruption_risk == "low"
    ask(stocked, "cetirizine", times=5)
    ask(stocked, "insulin glargine")
    assert queue(stocked)[0] == ("stale", "insulin glargine", 1, "")
    ask(stocked, "cetirizine", times=5)
    assert queue(stocked)[0] == ("stale", "cetirizine", 10, "")


def test_a_claim_lapses_after_twenty_minutes(stocked: AvailabilityTable) -> None:
    ask(stocked, "insulin glargine")
    first = stocked.calls(now=NOW)[0]
    claimed = stocked.claim_call(first.id, ANN, NOW)
    assert claimed.claimed_until == NOW + timedelta(minutes=20)
    with pytest.raises(Conflict, match="on call"):
        stocked.claim_call(first.id, BEN, NOW + timedelta(minutes=19))
    assert queue(stocked, minutes=19)[-1] == ("stale", "insulin glargine", 1, "key-ann")
    assert queue(stocked, minutes=21)[0] == ("stale", "insulin glargine", 1, "")
    assert stocked.claim_call(first.id, BEN, NOW + timedelta(minutes=21)).claimed_by == "key-ben"
    assert stocked.claim_call(first.id, BEN, NOW + timedelta(minutes=22)).claimed_by == "key-ben"


def test_the_outcome_is_a_report_and_ends_the_call(stocked: AvailabilityTable) -> None:
    ask(stocked, "insulin glargine")
    first = stocked.calls(now=NOW)[0]
    stocked.report(ANN, first.site_id, medicine=first.medicine, status="in_stock", now=NOW)
    assert [each[0] for each in queue(stocked)] == ["silent"]
    with pytest.raises(NotFound):
        stocked.claim_call(first.id, ANN, NOW)


def test_what_a_newer_feed_answers_leaves_the_queue(stocked: AvailabilityTable) -> None:
    ask(stocked, "insulin glargine")
    store(stocked, [], [entry("stale", hours=0.5)])
    assert [each[0] for each in queue(stocked)] == ["silent"]


def test_calls_of_one_state(stocked: AvailabilityTable) -> None:
    ask(stocked, "insulin glargine")
    assert len(stocked.calls(state="FL", now=NOW)) == 2
    assert stocked.calls(state="GA", now=NOW) == ()


def test_a_group_raises_no_call(stocked: AvailabilityTable) -> None:
    assert ask(stocked, "insulin (type not stated)") == 0
