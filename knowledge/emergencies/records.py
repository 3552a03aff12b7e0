"""The records of this room: declarations, activations, and the answer to 'is an emergency in force?'."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, get_args

from knowledge.evidence import Confidence

Answer = Literal["yes", "likely", "no", "unknown"]
Reach = Literal["county", "statewide", "named"]
ActivationKind = Literal[
    "governor_emergency", "board_notice", "epap", "part_d", "public_health_emergency", "payer_relief"
]
ACTIVATION_KINDS: tuple[str, ...] = get_args(ActivationKind)
# Only these say that a state's own emergency is in force; the other kinds switch on one program each.
STATE_EMERGENCY_KINDS = frozenset({"governor_emergency", "board_notice"})


@dataclass(frozen=True, slots=True)
class Area:
    """One area that a declaration names.

    `reach` "county" has a five-digit FIPS code; "statewide" covers every county of the state; "named" (tribal
    lands, wards, school districts) has no county code and is matched by its name only.
    """

    county_fips: str
    name: str
    reach: Reach = "county"

    @property
    def tribal(self) -> bool:
        """True where the area is tribal land; Alaska's school districts have no county code either."""
        return self.reach == "named" and "Educational Attendance" not in self.name


@dataclass(frozen=True, slots=True)
class Declaration:
    """One federal declaration, as OpenFEMA publishes it, with every area it covers.

    `id` is FEMA's own string ("DR-4834-FL"). `declared` is the first instant at which it exists, in UTC:
    where the source names only a day, the start of that day in the state's own time zone (`declared_on`).
    `kind` "FM" is a fire grant: it pays fire services and gives households nothing. `confidence` "low" says
    that the areas named here are confirmed but that there are more of them.
    """

    id: str
    number: int
    kind: str
    title: str
    incident: str
    state: str
    areas: tuple[Area, ...]
    declared: datetime
    declared_on: date
    began: date | None
    ended: date | None
    source_url: str
    checked: str
    confidence: Confidence = "high"
    note: str = ""
    sample: bool = False

    def __hash__(self) -> int:
        """By FEMA's own id alone: what is said of a declaration is remembered by it."""
        return hash(self.id)

    @property
    def for_people(self) -> bool:
        """False for fire grants and other kinds that are no major disaster or emergency."""
        return self.kind in {"DR", "EM"}


@dataclass(frozen=True, slots=True)
class Activation:
    """One area of a governor's emergency, a board notice, or a program that is switched on.

    `begins` and `ends` are whole days in the state's own time zone, both included, unless a time is given.
    Empty `county_fips` and `zip` mean the whole state, empty `state` the whole country,
    `ends` None still running.
    """

    id: str
    kind: ActivationKind
    title: str
    state: str
    county_fips: str
    zip: str
    begins: date | datetime
    ends: date | datetime | None
    authority: str
    source_url: str
    note: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class InForce:
    """Whether an emergency is in force at a place and time, with the reasons in plain sentences.

    `only_parts`: the place asked for is a whole state, and only counties or ZIPs of it are covered.
    """

    answer: Answer
    reasons: tuple[str, ...]
    declarations: tuple[Declaration, ...] = ()
    activations: tuple[Activation, ...] = ()
    only_parts: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What one import did. Counts are rows of the file; `warnings` are sentences for the operator."""

    accepted: int
    added: int
    updated: int
    unchanged: int
    warnings: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class TableFreshness:
    """How fresh one table is, for `doctor`, `readyz` and the status page.

    `as_of` is the moment up to which the table is known to be complete, None where it was never loaded;
    `rows` counts declarations or activation rows that are no sample; `newest` is the newest date in it.
    """

    dataset: Literal["declarations", "activations"]
    rows: int
    as_of: datetime | None
    imported_at: datetime | None
    source: str
    newest: str
    unconfirmed: int


@dataclass(frozen=True, slots=True)
class Freshness:
    """Both tables' freshness, and whether the drill is loaded."""

    declarations: TableFreshness
    activations: TableFreshness
    drill_loaded: bool
