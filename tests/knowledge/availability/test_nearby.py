"""Sites without a medicine: the nearest, and those that people name."""

from __future__ import annotations

import pytest

from knowledge.availability.table import AvailabilityTable
from tests.knowledge.availability.conftest import NOW
from tests.knowledge.availability.world import TAMPA, site, store


def test_open_ones_first_then_by_distance(either_table: AvailabilityTable) -> None:
    store(
        either_table,
        [
            site("late", 1, hours="Fr 09:00-17:00"),
            site("shelter", 9, kind="shelter"),
            site("near", 2),
            site("shut", 1, operating_status="closed"),
        ],
    )
    found = either_table.sites_near(*TAMPA, NOW)
    assert [(p.site_id, p.distance_miles) for p in found.places] == [
        ("near", 2.0),
        ("shelter", 9.0),
        ("late", 1.0),
    ]
    assert found.widened_to_miles is None
    assert found.places[0].tier is None


def test_kinds_radius_and_widening(table: AvailabilityTable) -> None:
    store(
        table,
        [
            site("s1", 30, kind="shelter"),
            site("s2", 90, kind="shelter"),
            site("p", 1),
            site("post", kind="mail_order"),
        ],
    )
    result = table.sites_near(*TAMPA, NOW, kinds=["shelter"])
    assert ([p.site_id for p in result.places], result.widened_to_miles) == (["s1", "s2"], 250)
    assert table.sites_near(*TAMPA, NOW, kinds=["shelter"], radius_miles=20).places == ()
    assert [p.site_id for p in table.sites_near(*TAMPA, NOW, limit=1).places] == ["p"]


def test_closed_ones_only_when_there_is_nothing_else(table: AvailabilityTable) -> None:
    store(table, [site("shut", 1, operating_status="closed")])
    assert [p.operating_status for p in table.sites_near(*TAMPA, NOW).places] == ["closed"]
    assert table.sites_near(*TAMPA, NOW, open_now=True).places == ()


@pytest.fixture
def named(either_table: AvailabilityTable) -> AvailabilityTable:
    store(
        either_table,
        [
            site("w1", 3, name="Walgreens #1234", address="3909 N Dale Mabry Hwy"),
            site("w2", 1, name="Walgreens #99", address="200 Kennedy Blvd"),
            site("far", 200, name="Walgreens #7", address="1 Dale Mabry Ave"),
            site("p", 2, name="Publix Pharmacy", address="1313 S Dale Mabry Hwy"),
            site("h", 4, name="Tampa General Hospital", kind="hospital"),
        ],
    )
    return either_table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("is the Walgreens on Dale Mabry open?", ["w1"]),
        ("Is the walgreens on Kennedy still open tonight", ["w2"]),
        ("¿Está abierta la farmacia Publix?", ["p"]),
        ("walgreens", ["w2", "w1"]),
        ("is the pharmacy open?", []),
        ("is any pharmacy in Tampa open?", []),
        ("is the CVS open?", []),
        ("", []),
    ],
)
def test_sites_that_people_name(named: AvailabilityTable, text: str, expected: list[str]) -> None:
    near = named.gazetteer.by_zip("33602")
    assert [place.site_id for place in named.find_sites(text, near, NOW).places] == expected


def test_without_a_place_to_start_from_all_are_looked_at(named: AvailabilityTable) -> None:
    found = named.find_sites("Walgreens Dale Mabry", at=NOW).places
    assert [place.site_id for place in found] == ["far", "w1"]
    assert found[0].distance_miles is None


def test_sites_by_id_in_the_order_asked_for(named: AvailabilityTable) -> None:
    places = named.site_results(["p", "nowhere", "w1"], NOW).places
    assert [place.site_id for place in places] == ["p", "w1"]
    assert places[0].open_now
