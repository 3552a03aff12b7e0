"""The records of this room, as they cross its boundary."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

import msgspec

Kind = Literal[
    "pharmacy",
    "clinic",
    "health_center",
    "hospital",
    "shelter",
    "mobile_unit",
    "mail_order",
    "specialty_pharmacy",
    "opioid_treatment_program",
    "charity",
]
OperatingStatus = Literal["open", "limited", "closed", "unknown"]
StockStatus = Literal["in_stock", "low", "out", "unknown"]
Freshness = Literal["fresh", "ageing", "stale"]
# How well a place serves this question, best first; `tier` of a `PlaceResult`.
#   in_stock  a fresh report says in stock
#   ageing    in stock by a report that is ageing
#   low       low by a report that is fresh or ageing
#   call      unknown, or the report is stale: call first
#   unlisted  nobody reported this medicine there; an open pharmacy that may be called
#   out       a report that is not stale says out
Tier = Literal["in_stock", "ageing", "low", "call", "unlisted", "out"]

KINDS: tuple[Kind, ...] = get_args(Kind)
OPERATING_STATUSES: tuple[OperatingStatus, ...] = get_args(OperatingStatus)
STOCK_STATUSES: tuple[StockStatus, ...] = get_args(StockStatus)
FRESHNESSES: tuple[Freshness, ...] = get_args(Freshness)
TIERS: tuple[Tier, ...] = get_args(Tier)
SAMPLE_SOURCE = "sample"
REPORTS_SOURCE = "phone reports"


@dataclass(frozen=True, slots=True)
class Site:
    """One place, as its source lists it; `operating_status` is the newer of the list and of reports.

    Latitude and longitude are None for mail order; `approximate` when they are the ZIP code's centre.
    `hours` is OpenStreetMap opening_hours text in `timezone` (IANA). `status_as_of` is UTC.
    """

    site_id: str
    name: str
    kind: Kind
    address: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    county_fips: str = ""
    latitude: float | None = None
    longitude: float | None = None
    phone: str = ""
    hours: str = ""
    operating_status: OperatingStatus = "unknown"
    status_as_of: datetime | None = None
    services: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    npi: str = ""
    ncpdp_id: str = ""
    url: str = ""
    source: str = ""
    timezone: str = ""
    approximate: bool = False

    @property
    def sample(self) -> bool:
        """Whether the place is invented for drills."""
        return self.source == SAMPLE_SOURCE


@dataclass(frozen=True, slots=True)
class StockEntry:
    """One line of a stock feed that was understood. `as_of` is aware, quantity not negative."""

    site_id: str
    medicine: str
    status: StockStatus
    as_of: datetime
    source: str
    rxcui: str = ""
    ndc: str = ""
    strength: str = ""
    form: str = ""
    quantity: float | None = None
    unit: str = ""
    price: str = ""
    program: str = ""
    note: str = ""


class DifferingReport(msgspec.Struct, frozen=True):
    """What another source says about the same medicine at the same site; older than the line shown."""

    source: str
    status: StockStatus
    as_of: datetime
    freshness: Freshness


class StockLine(msgspec.Struct, frozen=True):
    """One product of one medicine at one site, with the age and worth of the report.

    `age_hours` counts from the moment of the question. `status` is what was reported; whether it may
    be called in stock depends on `freshness`. `alternative` marks a strength other than the one asked
    for: whether it may be given instead is the pharmacist's to say.
    """

    medicine: str
    rxcui: str
    strength: str
    form: str
    status: StockStatus
    as_of: datetime
    age_hours: float
    freshness: Freshness
    source: str
    program: str = ""
    ndc: str = ""
    quantity: float | None = None
    unit: str = ""
    price: str = ""
    note: str = ""
    alternative: bool = False
    differs: tuple[DifferingReport, ...] = ()

    @property
    def another_source_differs(self) -> bool:
        """Whether an older report of another source says something else."""
        return bool(self.differs)

    @property
    def donated(self) -> bool:
        """Donated stock: free, for people without coverage."""
        return bool(self.program)


class PlaceResult(msgspec.Struct, frozen=True):
    """One place in an answer: the site, where it is from here, whether it is open, what it has.

    The first fields are the contract's `places[]`. `distance_miles` is None for mail order.
    `open_now` is None where neither hours nor status tell. `opens_at` is the next opening when it is
    closed now, `closes_at` the next closing when it is open, both in the site's own time zone and None
    where not known. `tier` is None in answers that ask for no medicine.
    """

    site_id: str
    name: str
    kind: Kind
    address: str
    city: str
    state: str
    zip: str
    phone: str
    latitude: float | None
    longitude: float | None
    distance_miles: float | None
    operating_status: OperatingStatus
    open_now: bool | None
    status_as_of: datetime | None
    stock: tuple[StockLine, ...] = ()
    tier: Tier | None = None
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    hours: str = ""
    timezone: str = ""
    county_fips: str = ""
    services: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    url: str = ""
    source: str = ""
    approximate: bool = False

    @property
    def sample(self) -> bool:
        """Whether the place is invented for drills."""
        return self.source == SAMPLE_SOURCE

    @property
    def call_first(self) -> bool:
        """Whether to say 'call first' instead of 'in stock'."""
        return self.tier in ("call", "unlisted")

    @property
    def free_for_uninsured(self) -> bool:
        """All it has of this is donated: 'free, for people without coverage'."""
        return bool(self.stock) and all(line.donated for line in self.stock)


class SearchResult(msgspec.Struct, frozen=True):
    """Places in the useful order; `widened_to_miles` is None while 25 miles or the asked radius did."""

    places: tuple[PlaceResult, ...]
    widened_to_miles: int | None = None


@dataclass(frozen=True, slots=True)
class RowError:
    """Why one row of a feed was refused or mended; `row` is its 1-based line (the header is line 1)."""

    row: int
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. accepted + updated + unchanged + rejected = the rows read.

    `unchanged` holds rows already known or older than what the same source said before; `mended` counts
    rows (of any outcome but rejected) in which something certain was put right. Of `errors` and `mends` the
    first few hundred are kept; `withdrawn` counts what `replace_source` removed; `warnings` are about the
    file as a whole. `rejected_file` is where the refused rows went, "" if none or nowhere.
    """

    accepted: int = 0
    updated: int = 0
    unchanged: int = 0
    mended: int = 0
    rejected: int = 0
    withdrawn: int = 0
    errors: tuple[RowError, ...] = ()
    mends: tuple[RowError, ...] = ()
    warnings: tuple[str, ...] = ()
    rejected_file: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who reports: the id and the role of an access key."""

    key_id: str
    role: str


@dataclass(frozen=True, slots=True)
class Report:
    """One entry of the append-only report log. `before` is what was shown until then, in words of data."""

    id: int
    site_id: str
    medicine: str
    status: str
    quantity: float | None
    operating_status: str
    note: str
    reporter: Reporter
    reported_at: datetime
    recorded_at: datetime
    before: dict[str, object] = field(default_factory=dict)
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A place worth calling: how often its stale or unknown stock of a medicine was met, and who is on it."""

    id: int
    site_id: str
    site_name: str
    phone: str
    state: str
    medicine: str
    asked: int
    interruption_risk: str
    raised_at: datetime
    claimed_by: str = ""
    claimed_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class SourceFreshness:
    """How fresh one source is: its newest row, how much it holds, and how long its word is good."""

    name: str
    sites: int
    stock_rows: int
    newest_as_of: datetime | None
    last_import: datetime | None
    freshness: Freshness | None
    fresh_hours: int
    ageing_hours: int
    sample: bool
