"""Which of several rows about one medicine at one site hold."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.availability.catalog import Catalog, Source
from knowledge.availability.freshness import Cadence
from knowledge.availability.judging import STATUS_NUMBERS, StockRow, is_alternative, settle, tier_for

FEED, OTHER, REPORTS = 1, 2, 3
CATALOG = Catalog(
    version=1,
    sources={
        FEED: Source("feed", 0, Cadence(), 0),
        OTHER: Source("other", 0, Cadence(), 5),
        REPORTS: Source("phone reports", 1, Cadence(), 0),
    },
    medicine_ids={},
    medicine_names={},
    hidden=frozenset({7}),
    longest_ageing_hours=72,
    reports_source=REPORTS,
    sites_version=1,
)


def row(status: str, as_of: int, source: int = FEED, **fields: Any) -> StockRow:
    usual = dict.fromkeys(StockRow._fields) | {"strength": "", "form": "", "program": "", "item": 1}
    usual |= {"medicine": 1, "site": 1, "generation": 1, "status": STATUS_NUMBERS[status]}  # type: ignore[index]
    return StockRow(**(usual | {"as_of": as_of, "source": source} | fields))


def held(*rows: StockRow) -> list[tuple[int, list[int]]]:
    """(as_of of each row that holds, as_of of those that contradict it)."""
    return [(kept.as_of, [other.as_of for other in others]) for kept, others in settle(rows, CATALOG)]


def test_an_older_row_of_the_same_source_and_product_is_past() -> None:
    assert held(row("in_stock", 1), row("out", 2)) == [(2, [])]


def test_different_products_stand_side_by_side() -> None:
    pen, vial = {"item": 1, "form": "pen"}, {"item": 2, "form": "vial"}
    assert held(row("in_stock", 1, **pen), row("out", 2, **vial)) == [(2, []), (1, [])]
    assert held(row("in_stock", 1, OTHER, **pen), row("out", 2, **vial)) == [(2, []), (1, [])]


def test_who_names_no_product_speaks_of_all() -> None:
    pen, vial = {"item": 1, "form": "pen"}, {"item": 2, "form": "vial"}
    assert held(row("in_stock", 1, **pen), row("low", 2, **vial), row("out", 3, OTHER, item=3)) == [
        (3, [2, 1])
    ]
    assert held(row("out", 1, OTHER, item=3), row("low", 2, **vial)) == [(2, [1])]


def test_agreement_and_ignorance_contradict_nothing() -> None:
    assert held(row("out", 1, OTHER), row("out", 2)) == [(2, [])]
    assert held(row("unknown", 1, OTHER), row("out", 2)) == [(2, [])]


def test_bought_and_donated_stock_stand_side_by_side_but_a_report_is_about_both() -> None:
    donated = {"item": 2, "program": "direct-relief"}
    assert held(row("in_stock", 1), row("out", 2, OTHER, **donated)) == [(2, []), (1, [])]
    assert held(row("in_stock", 1), row("low", 2, **donated), row("out", 3, REPORTS, item=3)) == [(3, [2, 1])]


def test_of_one_moment_the_trusted_source_then_the_later_import_holds() -> None:
    assert held(row("in_stock", 5, generation=9), row("out", 5, REPORTS, item=3, generation=2))[0] == (5, [5])
    assert settle([row("in_stock", 5, generation=1), row("out", 5, generation=2)], CATALOG)[0][0].status == 1


def test_rows_of_an_import_under_way_or_replaced_are_not_shown() -> None:
    assert CATALOG.shows(FEED, 1)
    assert not CATALOG.shows(FEED, 7)
    assert not CATALOG.shows(OTHER, 4)
    assert CATALOG.shows(OTHER, 5)


@pytest.mark.parametrize(
    ("strength", "asked", "expected"),
    [
        ("100 units/mL", "100 Units/mL", False),
        ("100 units/mL", "100 u/ml", False),
        ("100 units/mL", "U-100", False),
        ("100 units/mL", "100 units", False),
        ("300 units/mL", "100 units/mL", True),
        ("20 mg", "20", False),
        ("200 mg", "20", True),
        ("2.5 mg", "2", True),
        ("1,000 mg", "1000mg", False),
        ("90 mcg per puff", "90 ug", False),
        ("", "20 mg", False),
        ("20 mg", "", False),
    ],
)
def test_another_strength_is_an_alternative(strength: str, asked: str, expected: bool) -> None:
    assert is_alternative(strength, asked) is expected


def test_tiers() -> None:
    assert tier_for("in_stock", "fresh") == "in_stock"
    assert tier_for("in_stock", "ageing") == "ageing"
    assert tier_for("low", "ageing") == "low"
    assert tier_for("out", "ageing") == "out"
    assert {tier_for(status, "stale") for status in ("in_stock", "low", "out", "unknown")} == {"call"}
    assert tier_for("unknown", "fresh") == "call"
