"""The book of sites hands out the sites around a point."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.availability.cells import NO_PLACE, Ranges, cell_of
from knowledge.availability.site_book import AT_A_TIME, SiteBook
from knowledge.places.distance import distance_miles
from tests.knowledge.availability.world import MILE, TAMPA

EVERYWHERE = -1.0, 12_500.0


def row(number: int, miles_north: float, **fields: Any) -> tuple[Any, ...]:
    latitude = TAMPA[0] + miles_north * MILE
    usual: dict[str, Any] = {"cell": cell_of(latitude, TAMPA[1]), "latitude": latitude, "longitude": TAMPA[1]}
    usual |= {"kind": "pharmacy", "status": "open", "hours": "24/7", "zone": "America/New_York"}
    return (number, *(usual | {"services": "a|b"} | fields).values())


BOOK = SiteBook([row(7, 3), row(2, 9), row(5, 1), row(9, 0, cell=NO_PLACE, latitude=None, longitude=None)])
CELLS = Ranges([cell_of(TAMPA[0] + miles * MILE, TAMPA[1]) for miles in (3, 9, 1)], 0)


def test_sites_come_nearest_first_and_unknown_numbers_are_left_out() -> None:
    found = BOOK.sites(TAMPA, [2, 7, 5, 6, 1000], *EVERYWHERE)
    assert [each.number for each in found] == [5, 7, 2]
    assert [each.miles for each in found] == pytest.approx([1, 3, 9], abs=0.01)
    assert found[0].miles == pytest.approx(distance_miles(*TAMPA, TAMPA[0] + MILE, TAMPA[1]), abs=1e-9)
    assert found[0].facts.services == ("a", "b")
    assert [each.number for each in BOOK.sites(TAMPA, [2, 7, 5], 1.5, 5.0)] == [7]


def test_what_is_nowhere_is_as_near_everywhere() -> None:
    (found,) = BOOK.sites((64.8, -147.7), [9], -1.0, 0.0)
    assert found.miles == 0.0


def test_all_in_some_cells() -> None:
    assert [each.number for each in BOOK.nearest(TAMPA, CELLS, *EVERYWHERE)] == [5, 7, 2]
    assert [each.number for each in BOOK.nearest(TAMPA, CELLS, 2.0, 5.0)] == [7]
    assert sorted(BOOK.numbers(CELLS)) == [2, 5, 7]
    assert BOOK.count(CELLS) == 3
    assert BOOK.count(Ranges([], 0)) == 0


def test_more_than_are_handed_out_at_a_time() -> None:
    book = SiteBook([row(number, number / 100) for number in range(1, 2 * AT_A_TIME + 2)])
    cells = Ranges(sorted({cell_of(TAMPA[0] + n / 100 * MILE, TAMPA[1]) for n in range(100)}), 0)
    numbers = [each.number for each in book.nearest(TAMPA, cells, *EVERYWHERE)]
    assert numbers == list(range(1, 2 * AT_A_TIME + 2))
    assert book.miles_around(TAMPA, cells, AT_A_TIME) == pytest.approx(AT_A_TIME / 100, abs=0.1)


def test_another_status_makes_another_book() -> None:
    restated = BOOK.restated([(7, "closed"), (1000, "closed"), (1, "closed")])
    (before,), (after,) = (book.sites(TAMPA, [7], *EVERYWHERE) for book in (BOOK, restated))
    assert (before.facts.operating_status, after.facts.operating_status) == ("open", "closed")
    assert after.facts._replace(operating_status="open") == before.facts
    (other,) = restated.sites(TAMPA, [5], *EVERYWHERE)
    assert other.facts.operating_status == "open"


def test_an_empty_book() -> None:
    book = SiteBook([])
    assert book.sites(TAMPA, [1, 2], *EVERYWHERE) == []
    assert list(book.nearest(TAMPA, CELLS, *EVERYWHERE)) == []
    assert book.occupied.ring(*TAMPA, -1.0, 25.0).firsts == []
