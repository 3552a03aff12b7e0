"""The sample scenario: invented places over the Tampa Bay area, for drills and first steps.

Nothing here is real but the ZIP codes and the names of medicines. Every site's name ends in '(sample)',
phone numbers are of the range reserved for fiction (555-0100 to 555-0199), streets are made up. The same
seed gives the same scenario; ages count back from the moment of loading, so that it is always current.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from knowledge.availability.records import SAMPLE_SOURCE, Kind, OperatingStatus, Site, StockEntry, StockStatus
from knowledge.medicines.medicine import Medicine

SEED = 20241009
PLACES_FILE = Path(__file__).parent / "data" / "sample_places.csv"
PRODUCTS_FILE = Path(__file__).parent / "data" / "sample_products.csv"
TIMEZONE = "America/New_York"
DONATION_PROGRAM = "direct-relief"
# Sites lie within about two miles of their ZIP code's centre.
SCATTER_DEGREES = 0.02
OTP_MEDICINES = ("methadone", "buprenorphine", "buprenorphine / naloxone", "naloxone", "naltrexone")
# Most asked for after a storm: nearly everyone lists them.
ALWAYS_LISTED = frozenset({"insulin glargine", "insulin lispro", "insulin isophane", "albuterol", "naloxone"})
STREETS = ("Drill", "Sample", "Exercise", "Example", "Practice", "Rehearsal")
LANGUAGES = ("en|es", "en|es|ht", "en", "en|vi", "en|es|ar")


@dataclass(frozen=True, slots=True)
class _Mix:
    """How many sites of a kind there are, and how much of the vocabulary each lists."""

    kind: Kind
    count: int
    names: tuple[str, ...]
    critical_share: float
    other_share: float
    hours: tuple[str, ...]
    services: tuple[str, ...] = ("",)
    donated: bool = False


_MIXES = (
    _Mix(
        "pharmacy",
        60,
        ("Harbor Pharmacy", "Palm Drugs", "Bayside Pharmacy", "Sunrise Apothecary", "Mangrove Pharmacy"),
        0.75,
        0.035,
        ("Mo-Fr 08:00-21:00; Sa-Su 09:00-18:00", "Mo-Su 08:00-22:00", "24/7", "Mo-Sa 09:00-19:00", ""),
        ("refills|vaccines", "refills|delivery", "refills|drive_through"),
    ),
    _Mix(
        "clinic",
        11,
        ("Riverwalk Free Clinic", "Causeway Clinic", "Oak Hammock Clinic"),
        0.35,
        0.02,
        ("Mo-Fr 08:00-17:00", "Mo-Th 09:00-18:00; Sa 09:00-13:00"),
        ("primary_care", "primary_care|urgent_care"),
        donated=True,
    ),
    _Mix(
        "health_center",
        9,
        ("Gulf Community Health Center", "Live Oak Health Center"),
        0.5,
        0.03,
        ("Mo-Fr 07:30-18:00; Sa 08:00-14:00",),
        ("primary_care|pharmacy", "primary_care|dental"),
        donated=True,
    ),
    _Mix(
        "hospital",
        8,
        ("Bay General Hospital", "Pelican Medical Center"),
        0.8,
        0.03,
        ("24/7",),
        ("emergency|outpatient_pharmacy", "emergency"),
    ),
    _Mix("shelter", 7, ("Evacuation Shelter",), 0.04, 0.0, ("24/7",), ("shelter|power|refrigeration",)),
    _Mix(
        "mobile_unit",
        5,
        ("Mobile Pharmacy Unit", "Mobile Clinic"),
        0.3,
        0.01,
        ("Mo-Su 09:00-17:00",),
        ("refills",),
        donated=True,
    ),
    _Mix("mail_order", 3, ("Mail Order Pharmacy",), 0.9, 0.1, ("Mo-Fr 08:00-20:00",), ("mail_order",)),
    _Mix(
        "specialty_pharmacy", 4, ("Specialty Pharmacy",), 0.5, 0.02, ("Mo-Fr 08:00-18:00",), ("cold_chain",)
    ),
    _Mix(
        "opioid_treatment_program",
        5,
        ("Recovery Center",),
        0.0,
        0.0,
        ("Mo-Fr 05:30-13:00; Sa-Su 06:00-10:00",),
        ("guest_dosing", "guest_dosing|naloxone"),
    ),
    _Mix(
        "charity",
        8,
        ("Relief Pantry Pharmacy", "Neighbors Charity"),
        0.35,
        0.01,
        ("Mo-Sa 09:00-16:00",),
        ("donated_medicine",),
        donated=True,
    ),
)


def sample_sites(loaded_at: datetime, seed: int = SEED) -> list[Site]:
    """The invented sites; the same for the same seed but for `status_as_of`."""
    random = Random(seed)  # noqa: S311 - a scenario, not a secret
    with PLACES_FILE.open(encoding="utf-8", newline="") as file:
        places = list(csv.DictReader(file))
    phones: dict[str, int] = {}
    sites: list[Site] = []
    for mix in _MIXES:
        for nth in range(mix.count):
            place = places[(nth * 7 + len(sites)) % len(places)]
            sites.append(
                _site(len(sites) + 1, nth, mix, place, phones=phones, random=random, loaded_at=loaded_at)
            )
    return sites


def _site(
    number: int,
    nth: int,
    mix: _Mix,
    place: dict[str, str],
    *,
    phones: dict[str, int],
    random: Random,
    loaded_at: datetime,
) -> Site:
    area = place["area_code"]
    phones[area] = phones.get(area, -1) + 1
    mail = mix.kind == "mail_order"
    name = f"{mix.names[nth % len(mix.names)]} {place['city']} {number} (sample)"
    return Site(
        site_id=f"sample-{number:03}",
        name=name,
        kind=mix.kind,
        address=f"{random.randint(1, 99) * 100 + nth} {random.choice(STREETS)} St",
        city=place["city"],
        state="FL",
        zip=place["zip"],
        county_fips=place["county_fips"],
        latitude=None if mail else round(float(place["latitude"]) + _scatter(random), 5),
        longitude=None if mail else round(float(place["longitude"]) + _scatter(random), 5),
        phone=f"+1{area}55501{phones[area] % 100:02}",
        hours=mix.hours[nth % len(mix.hours)],
        operating_status=_operating(random, mix.kind),
        status_as_of=loaded_at - timedelta(minutes=random.randint(5, 2000)),
        services=_parts(mix.services[nth % len(mix.services)]),
        languages=_parts(random.choice(LANGUAGES)),
        source=SAMPLE_SOURCE,
        timezone=TIMEZONE,
    )


def _scatter(random: Random) -> float:
    return random.uniform(-SCATTER_DEGREES, SCATTER_DEGREES)


def _parts(joined: str) -> tuple[str, ...]:
    return tuple(part for part in joined.split("|") if part)


def _operating(random: Random, kind: Kind) -> OperatingStatus:
    if kind == "mail_order":
        return "open"
    statuses: tuple[OperatingStatus, ...] = ("open", "limited", "closed", "unknown")
    return random.choices(statuses, weights=(68, 14, 10, 8))[0]


def sample_stock(
    sites: Sequence[Site], medicines: Sequence[Medicine], loaded_at: datetime, seed: int = SEED
) -> Iterator[StockEntry]:
    """What the invented sites have: some ten thousand lines, minutes to days old."""
    products = _products()
    for number, site in enumerate(sites):
        random = Random(seed * 1000 + number)  # noqa: S311
        mix = next(mix for mix in _MIXES if mix.kind == site.kind)
        for medicine in medicines:
            if _lists(site, mix, medicine, random):
                for product in products.get(medicine.name, [("", "")]):
                    yield _entry(site, mix, medicine, product, random=random, loaded_at=loaded_at)


def _lists(site: Site, mix: _Mix, medicine: Medicine, random: Random) -> bool:
    """Whether this site lists this medicine at all."""
    return random.random() < _chance(site.kind, mix, medicine)


def _chance(kind: Kind, mix: _Mix, medicine: Medicine) -> float:
    treatment = medicine.name in OTP_MEDICINES
    if medicine.class_mention or (kind == "opioid_treatment_program" and not treatment):
        return 0.0
    if kind == "opioid_treatment_program" or (medicine.name == "naloxone" and kind != "shelter"):
        return 1.0
    if medicine.schedule and kind not in ("pharmacy", "hospital"):
        return 0.0
    if medicine.specialty and kind not in ("specialty_pharmacy", "hospital", "mail_order"):
        return 0.01
    if medicine.name in ALWAYS_LISTED and kind not in ("shelter", "specialty_pharmacy"):
        return 0.95
    return mix.critical_share if medicine.interruption_risk == "critical" else mix.other_share


def _entry(
    site: Site,
    mix: _Mix,
    medicine: Medicine,
    product: tuple[str, str],
    *,
    random: Random,
    loaded_at: datetime,
) -> StockEntry:
    statuses: tuple[StockStatus, ...] = ("in_stock", "low", "out", "unknown")
    status = random.choices(statuses, weights=(62, 14, 16, 8))[0]
    amounts = {"in_stock": random.randint(10, 120), "low": random.randint(1, 9), "out": 0, "unknown": None}
    return StockEntry(
        site_id=site.site_id,
        medicine=medicine.name,
        rxcui=medicine.rxcui,
        strength=product[0],
        form=product[1],
        status=status,
        quantity=amounts[status],
        program=DONATION_PROGRAM if mix.donated and random.random() < 0.6 else "",
        as_of=loaded_at - timedelta(minutes=_age_minutes(random)),
        source=SAMPLE_SOURCE,
    )


def _age_minutes(random: Random) -> int:
    """Most reports are of today, some of yesterday, some older than three days."""
    low, high = random.choices(
        ((3, 600), (600, 1440), (1440, 4320), (4320, 11520)), weights=(55, 20, 15, 10)
    )[0]
    return random.randint(low, high)


def _products() -> dict[str, list[tuple[str, str]]]:
    products: dict[str, list[tuple[str, str]]] = {}
    with PRODUCTS_FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            products.setdefault(row["medicine"], []).append((row["strength"], row["form"]))
    return products
