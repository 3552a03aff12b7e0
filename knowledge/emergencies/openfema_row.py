"""One row of OpenFEMA's DisasterDeclarationsSummaries v2: one declaration in one of its areas.

Columns and their meaning: https://www.fema.gov/openfema-data-page/disaster-declarations-summaries-v2
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from rapidfuzz import fuzz, process

from knowledge.emergencies.days import DECLARABLE, read_day, read_moment
from knowledge.emergencies.records import Area, Reach
from knowledge.errors import BadInput, FieldError
from knowledge.evidence import Confidence
from knowledge.places.states import JURISDICTIONS

REQUIRED_COLUMNS = (
    "femaDeclarationString",
    "disasterNumber",
    "state",
    "declarationType",
    "declarationDate",
    "incidentType",
    "declarationTitle",
    "incidentBeginDate",
    "incidentEndDate",
    "fipsStateCode",
    "fipsCountyCode",
    "designatedArea",
)
# Major disaster, emergency, fire management, fire suppression (its predecessor until 2003).
KINDS = frozenset({"DR", "EM", "FM", "FS"})
_DECLARATION = re.compile(r"(?P<kind>[A-Z]{2})-(?P<number>\d{1,6})-(?P<state>[A-Z]{2})")
_TRIBAL = re.compile(
    r"\b(reservation|trib(e|al|es)|nation|rancheria|pueblo|indians?|colony|band|community|anv/?s?a?)\b",
    re.IGNORECASE,
)
# The longest title in the data has 98 characters, the longest area 110; the tables hold this much.
MAX_TEXT = 200
# Closer than this, an unknown column is taken for a renamed one and offered in the error.
RENAMED_SCORE = 70


@dataclass(frozen=True, slots=True)
class OpenFemaRow:
    """One valid row. `declared` is a day unless the file gives a time; `refreshed` is `lastRefresh`.

    The fields with defaults are no columns of OpenFEMA: the built-in table fills them.
    """

    id: str
    number: int
    kind: str
    title: str
    incident: str
    state: str
    declared: date | datetime
    began: date | None
    ended: date | None
    closed: date | None
    area: Area
    refreshed: datetime | None
    odd_dates: bool
    source_url: str = ""
    checked: str = ""
    confidence: Confidence = "high"
    note: str = ""


class RowError(ValueError):
    """What is wrong with one column of one row."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def check_columns(columns: Iterable[str]) -> None:
    """Raise BadInput that names every missing column, and the column that looks like its new name."""
    present = {c.strip().lower(): c.strip() for c in columns}
    missing = [c for c in REQUIRED_COLUMNS if c.lower() not in present]
    if not missing:
        return
    known = {c.lower() for c in REQUIRED_COLUMNS}
    others = [written for folded, written in present.items() if folded not in known]
    errors = [FieldError(c, _missing_column(c, others), 1) for c in missing]
    raise BadInput(
        "This is not OpenFEMA DisasterDeclarationsSummaries v2: "
        + "; ".join(f"{e.field}: {e.message}" for e in errors),
        errors,
    )


def _missing_column(column: str, others: list[str]) -> str:
    near = process.extractOne(
        column.lower(), others, scorer=fuzz.ratio, processor=_folded_column, score_cutoff=RENAMED_SCORE
    )
    return f"missing column (renamed to '{near[0]}'?)" if near else "missing column"


def _folded_column(column: str) -> str:
    return re.sub(r"[^a-z0-9]", "", column.lower())


def read_row(raw: Mapping[str, object]) -> OpenFemaRow:
    """The row as a record; raises RowError with the column that breaks a rule.

    The case of column names does not matter; an absent optional column counts as empty.
    """
    cells = {str(k).strip().lower(): "" if v is None else str(v).strip() for k, v in raw.items()}
    kind, number, state = _identity(cells)
    began = _day(cells, "incidentBeginDate", state)
    ended = _day(cells, "incidentEndDate", state)
    odd = bool(began and ended and ended < began)
    if odd and kind in {"DR", "EM"}:
        raise RowError("incidentEndDate", f"the incident ends ({ended}) before it begins ({began})")
    return OpenFemaRow(
        id=f"{kind}-{number}-{state}",
        number=number,
        kind=kind,
        title=_text(cells, "declarationTitle"),
        incident=_text(cells, "incidentType"),
        state=state,
        declared=_declared(cells),
        began=began,
        # FEMA's own table holds two old fire grants (FS-2199, FS-2202) that end before they begin.
        ended=None if odd else ended,
        closed=_day(cells, "disasterCloseoutDate", state),
        area=_area(cells, state),
        refreshed=_refreshed(cells),
        odd_dates=odd,
    )


def _identity(cells: Mapping[str, str]) -> tuple[str, int, str]:
    found = _DECLARATION.fullmatch(cells["femadeclarationstring"].upper())
    if not found:
        raise RowError("femaDeclarationString", f"'{cells['femadeclarationstring']}' is not like DR-4834-FL")
    kind, number, state = found["kind"], int(found["number"]), found["state"]
    if kind not in KINDS:
        raise RowError("declarationType", f"unknown declaration type '{kind}'")
    if state not in DECLARABLE:
        raise RowError("state", f"unknown state '{state}'")
    for column, expected in (("declarationType", kind), ("disasterNumber", str(number)), ("state", state)):
        if cells[column.lower()].upper() != expected:
            raise RowError(column, f"'{cells[column.lower()]}' contradicts {kind}-{number}-{state}")
    return kind, number, state


def _text(cells: Mapping[str, str], column: str) -> str:
    text = " ".join(cells[column.lower()].split())
    if not text:
        raise RowError(column, "must not be empty")
    if len(text) > MAX_TEXT:
        raise RowError(column, f"is longer than {MAX_TEXT} characters")
    return text


def _declared(cells: Mapping[str, str]) -> date | datetime:
    text = _text(cells, "declarationDate")
    try:
        return read_moment(text, midnight_is_a_day=True)
    except ValueError as error:
        raise RowError("declarationDate", f"'{text}' is not a date: {error}") from None


def _day(cells: Mapping[str, str], column: str, state: str) -> date | None:
    text = cells.get(column.lower(), "")
    try:
        return read_day(text, state) if text else None
    except ValueError as error:
        raise RowError(column, f"'{text}' is not a date: {error}") from None


def _refreshed(cells: Mapping[str, str]) -> datetime | None:
    text = cells.get("lastrefresh", "")
    try:
        moment = read_moment(text) if text else None
    except ValueError:
        return None
    return moment if isinstance(moment, datetime) else None


def _area(cells: Mapping[str, str], state: str) -> Area:
    name = _text(cells, "designatedArea") if cells["designatedarea"] else ""
    county = _code(cells, "fipsCountyCode", 3)
    if county != "000":
        return Area(_state_fips(cells, state) + county, name or "county " + county, "county")
    reach: Reach = "named" if _is_named_area(cells, name) else "statewide"
    return Area("", name or "Statewide", reach)


def _is_named_area(cells: Mapping[str, str], name: str) -> bool:
    if name.lower().startswith("statewide"):
        return False
    return cells.get("placecode", "").strip("0") != "" or bool(_TRIBAL.search(name))


def _state_fips(cells: Mapping[str, str], state: str) -> str:
    code = _code(cells, "fipsStateCode", 2)
    known = JURISDICTIONS.get(state)
    return known.fips if known and code == "00" else code


def _code(cells: Mapping[str, str], column: str, width: int) -> str:
    digits = cells[column.lower()].removesuffix(".0") or "0"
    if not (digits.isascii() and digits.isdigit() and len(digits.lstrip("0")) <= width):
        raise RowError(column, f"'{digits}' is not a code of up to {width} digits")
    return digits.lstrip("0").zfill(width)
