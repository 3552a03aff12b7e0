"""Random worlds: the search finds what brute force finds, at the date line, on islands, in empty regions."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.availability import search
from knowledge.availability.records import KINDS, OPERATING_STATUSES, STOCK_STATUSES, Site, StockEntry
from knowledge.availability.table import AvailabilityTable
from tests.knowledge.availability.conftest import NOW
from tests.knowledge.availability.oracle import Asked, answer
from tests.knowledge.availability.world import store, wipe

# Around which the worlds lie: Tampa, the date line in the Aleutians, Fairbanks, Honolulu, San Juan, Kansas.
CENTRES = [(27.95, -82.46), (51.9, 179.9), (64.8, -147.7), (21.3, -157.86), (18.4, -66.06), (38.5, -98.8)]
ZONES = ["America/New_York", "Pacific/Honolulu", "America/Anchorage"]
# It is Wednesday 14:00 in Florida, 9:00 in Honolulu, 10:00 in Anchorage.
HOURS = [
    "24/7",
    "",
    "We 09:00-13:30",
    "Mo-Fr 08:00-21:00",
    "Th 08:00-12:00",
    "Th 01:30-03:00",
    "Sa 10:00-12:00",
]
MEDICINES = ["insulin glargine", "methadone", "oxycodone"]
# How rings are cut and read, (few, many, whole): as it is, and as if these small worlds were large ones.
SIZES = [(search.FEW_SITES, search.MANY_SITES, search.READ_WHOLE), (0, 4, 0), (3, 8, 20), (30, 4, 10_000)]


def world(seed: int) -> tuple[list[Site], list[StockEntry], tuple[float, float]]:
    """Some sites within a few hundred miles of a centre, their stock, and where the person is."""
    random = Random(seed)
    latitude, longitude = random.choice(CENTRES)
    spread = random.choice([0.1, 0.8, 4.0])
    sites = [
        Site(
            site_id=f"s{number}",
            name=f"s{number}",
            kind=random.choice(KINDS + ("pharmacy",) * 8),
            latitude=latitude + random.uniform(-spread, spread),
            longitude=_wrapped(longitude + random.uniform(-2 * spread, 2 * spread)),
            hours=random.choice(HOURS),
            timezone=random.choice(ZONES),
            operating_status=random.choice(OPERATING_STATUSES + ("open",) * 4),
            services=random.choice([(), ("outpatient_pharmacy",)]),
            source="a",
        )
        for number in range(random.choice([0, 1, 4, 20, 70]))
    ]
    entries = [_entry(random, len(sites)) for _ in range(random.choice([1, 2, 4]) * len(sites))]
    here = (latitude + random.uniform(-spread, spread), _wrapped(longitude + random.uniform(-spread, spread)))
    return sites, _newest_of_each_source(entries), here


def _wrapped(longitude: float) -> float:
    return (longitude + 180) % 360 - 180


def _entry(random: Random, sites: int) -> StockEntry:
    return StockEntry(
        site_id=f"s{random.randrange(sites)}",
        medicine=random.choice(MEDICINES),
        status=random.choice(STOCK_STATUSES + ("in_stock",) * 3),
        # No two reports of the same second: which of them holds is for trust to say, and tested elsewhere.
        as_of=NOW - timedelta(seconds=random.randrange(100 * 3600)),
        source=random.choice(["a", "b"]),
        program=random.choice(["", "", "direct-relief"]),
    )


def _newest_of_each_source(stock: list[StockEntry]) -> list[StockEntry]:
    """What an import keeps of a feed that says the same product twice."""
    newest: dict[Any, StockEntry] = {}
    for entry in sorted(stock, key=lambda entry: entry.as_of):
        newest[entry.site_id, entry.medicine, entry.program, entry.source] = entry
    return list(newest.values())


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    seed=st.integers(0, 2**32),
    medicines=st.lists(st.sampled_from(MEDICINES), min_size=1, max_size=2, unique=True),
    radius=st.sampled_from([None, None, 10.0, 60.0, 300.0]),
    limit=st.sampled_from([1, 3, 10, 50]),
    in_stock=st.booleans(),
    open_now=st.booleans(),
    coverage=st.sampled_from(["unknown", "uninsured", "medicare"]),
    opioid_use_disorder=st.booleans(),
    sizes=st.sampled_from(SIZES),
)
def test_the_search_finds_what_brute_force_finds(
    table: AvailabilityTable,
    seed: int,
    medicines: list[str],
    radius: float | None,
    limit: int,
    sizes: tuple[int, int, int],
    **rest: Any,
) -> None:
    sites, stock, (latitude, longitude) = world(seed)
    wipe(table)
    store(table, sites, stock)
    found = [table.vocabulary.by_name(name) for name in medicines]
    asked = Asked(tuple(m for m in found if m), latitude, longitude, radius, limit, **rest)
    few, many, whole = sizes
    with patch.multiple(search, FEW_SITES=few, MANY_SITES=many, READ_WHOLE=whole, FEWEST_READ=4):
        result = table.search(
            asked.medicines, latitude, longitude, NOW, radius_miles=radius, limit=limit, **rest
        )
    assert ([(p.site_id, p.tier) for p in result.places], result.widened_to_miles) == answer(
        sites, stock, asked
    )


def test_postgresql_finds_the_same(postgres_table: AvailabilityTable) -> None:
    for seed in range(16):
        few, many, whole = SIZES[seed % len(SIZES)]
        sites, stock, (latitude, longitude) = world(seed)
        wipe(postgres_table)
        store(postgres_table, sites, stock)
        found = [postgres_table.vocabulary.by_name(name) for name in MEDICINES[: 1 + seed % 2]]
        asked = Asked(
            tuple(m for m in found if m), latitude, longitude, None, 10, False, False, "unknown", False
        )
        with patch.multiple(search, FEW_SITES=few, MANY_SITES=many, READ_WHOLE=whole, FEWEST_READ=4):
            result = postgres_table.search(asked.medicines, latitude, longitude, NOW)
        expected = answer(sites, stock, asked)
        assert ([(p.site_id, p.tier) for p in result.places], result.widened_to_miles) == expected
