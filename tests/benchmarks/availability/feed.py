"""A seeded national feed: sites where people live, stock as pharmacies list it. Invented, to measure only."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt

from knowledge.availability.feeds.site_rows import SITE_COLUMNS
from knowledge.availability.feeds.stock_rows import STOCK_COLUMNS
from knowledge.medicines.medicine import Medicine
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.places.atlas import Atlas
from knowledge.places.gazetteer import Gazetteer
from knowledge.places.states import JURISDICTIONS

SEED = 42
SITES = 60_000
STOCK_ROWS = 10_200_000
SOURCES = ("chain-a", "chain-b", "chain-c", "independents", "hospitals", "health-centers")
KINDS = (
    ("pharmacy", 0.74),
    ("hospital", 0.07),
    ("clinic", 0.05),
    ("health_center", 0.05),
    ("specialty_pharmacy", 0.03),
    ("charity", 0.02),
    ("opioid_treatment_program", 0.02),
    ("mobile_unit", 0.01),
    ("shelter", 0.008),
    ("mail_order", 0.002),
)
HOURS = tuple(
    [
        f"Mo-Fr {o:02}:00-{c:02}:00; Sa {o + 1:02}:00-{c - 3:02}:00"
        for o in (7, 8, 9)
        for c in (17, 18, 19, 20, 21)
    ]
    + [f"Mo-Su {o:02}:00-{c:02}:00" for o in (7, 8, 9) for c in (21, 22, 23)]
    + ["24/7", ""]
)
STATUSES = ("in_stock", "low", "out", "unknown")
STATUS_SHARES = (0.60, 0.14, 0.18, 0.08)
# Hours since the report: (from, to, share).
AGES = ((0, 10, 0.5), (10, 24, 0.2), (24, 72, 0.18), (72, 240, 0.12))


@dataclass(frozen=True)
class ZipCode:
    """A place for sites, with its weight."""

    zip: str
    state: str
    latitude: float
    longitude: float
    weight: float


def zip_codes() -> list[ZipCode]:
    """All ZIP codes; the people in the known cities of a county are shared out among its ZIP codes."""
    places = [place for place in Gazetteer.load().zip_places() if place.state in JURISDICTIONS]
    counties = Atlas.load().counties
    shared = Counter(place.county_fips for place in places)

    def weight(county: str) -> float:
        return max(1.0, counties[county].population / shared[county]) if county in counties else 1.0

    return [
        ZipCode(each.zip, each.state, each.latitude, each.longitude, weight(each.county_fips))
        for each in places
    ]


def write_sites(path: Path, count: int = SITES, seed: int = SEED) -> None:
    """sites.csv with `count` sites."""
    random = np.random.default_rng(seed)
    codes = zip_codes()
    weights = np.array([code.weight for code in codes])
    chosen = random.choice(len(codes), count, p=weights / weights.sum())
    kinds = random.choice([kind for kind, _ in KINDS], count, p=_shares(KINDS))
    scatter = random.normal(0, 0.02, (count, 2))
    statuses = random.choice(["open", "limited", "closed", "unknown"], count, p=[0.6, 0.08, 0.04, 0.28])
    hours = random.choice(HOURS, count)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, SITE_COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        for number in range(count):
            code = codes[chosen[number]]
            writer.writerow(
                {
                    "site_id": f"S{number:06}",
                    "name": f"Benchmark {kinds[number]} {number}",
                    "kind": kinds[number],
                    "address": f"{number % 9900 + 1} Main St",
                    "state": code.state,
                    "zip": code.zip,
                    "latitude": round(code.latitude + scatter[number, 0], 5),
                    "longitude": round(code.longitude + scatter[number, 1], 5),
                    "hours": hours[number],
                    "operating_status": statuses[number],
                    "services": "outpatient_pharmacy" if number % 2 else "",
                    "source": SOURCES[number % len(SOURCES)],
                }
            )


def write_stock(
    path: Path, rows: int = STOCK_ROWS, sites: int = SITES, seed: int = SEED, now: datetime | None = None
) -> None:
    """stock.csv with `rows` rows: each site lists medicines by how popular they are."""
    random = np.random.default_rng(seed + 1)
    medicines = [m for m in Vocabulary.load().medicines if not m.class_mention]
    popularity = _popularity(len(medicines), random)
    end = int((now or datetime.now(UTC)).timestamp())
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(STOCK_COLUMNS) + "\n")
        for site, count in enumerate(_rows_per_site(rows, sites)):
            listed = np.argsort(random.exponential(1.0, len(medicines)) / popularity)[:count]
            file.write("".join(_lines(site, [medicines[i] for i in listed], random, end)))


def _rows_per_site(rows: int, sites: int) -> Iterator[int]:
    for site in range(sites):
        yield rows * (site + 1) // sites - rows * site // sites


def _popularity(medicines: int, random: np.random.Generator) -> npt.NDArray[np.float64]:
    """Weights like real demand: the hundredth medicine is asked for a fraction as often as the first."""
    ranks = random.permutation(medicines) + 1
    return 1.0 / (ranks + 20.0)


def _lines(site: int, listed: list[Medicine], random: np.random.Generator, end: int) -> Iterator[str]:
    count = len(listed)
    statuses = random.choice(len(STATUSES), count, p=STATUS_SHARES)
    bands = random.choice(len(AGES), count, p=[share for *_, share in AGES])
    spans = np.array([(first * 3600, last * 3600) for first, last, _ in AGES])[bands]
    ages = random.integers(spans[:, 0], spans[:, 1])
    quantities = random.integers(0, 120, count)
    source = SOURCES[site % len(SOURCES)]
    for n, medicine in enumerate(listed):
        status = STATUSES[statuses[n]]
        amount = "" if status == "unknown" else 0 if status == "out" else quantities[n] + 1
        moment = datetime.fromtimestamp(int(end - ages[n]), UTC)
        name = f'"{medicine.name}"' if "," in medicine.name else medicine.name
        yield (
            f"S{site:06},{name},{medicine.rxcui},,{site % 3 * 10 + 10} mg,tablet,{status},{amount},,,,"
            f"{moment:%Y-%m-%dT%H:%M:%SZ},{source},\n"
        )


def _shares(pairs: tuple[tuple[str, float], ...]) -> list[float]:
    total = sum(share for _, share in pairs)
    return [share / total for _, share in pairs]
