"""Reading `activations.csv`: governors' emergencies, board notices and program activations, by area."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from knowledge.emergencies.days import first_instant, first_instant_after, read_moment
from knowledge.emergencies.openfema_file import Source, text_of
from knowledge.emergencies.openfema_row import RowError
from knowledge.emergencies.records import ACTIVATION_KINDS, Activation, ActivationKind
from knowledge.errors import BadInput, FieldError
from knowledge.places.states import JURISDICTIONS, state_code

COLUMNS = (
    "activation_id",
    "kind",
    "title",
    "state",
    "county_fips",
    "zip",
    "begins",
    "ends",
    "authority",
    "source_url",
    "note",
)
# Part of a URL path and of an evidence id.
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_STATES_BY_FIPS = {s.fips: s.code for s in JURISDICTIONS.values()}
SEPARATORS = ",;\t|"
_AMERICAN_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
MONTHS = 12
MAX_ERRORS = 20
# What the tables hold; a longer cell is a broken file rather than a long title.
MAX_LENGTHS = {"title": 400, "authority": 400, "source_url": 500, "note": 2000}


@dataclass(frozen=True, slots=True)
class ActivationFile:
    """The rows of one file, and sentences about what was left out of it."""

    rows: tuple[Activation, ...]
    warnings: tuple[str, ...]


def read_activations(source: Source) -> ActivationFile:
    """Every row of the file, checked; raises BadInput with line and reason if any breaks a rule."""
    text = text_of(source)
    if not text.strip():
        raise BadInput("The file is empty. Nothing was imported.")
    separator = max(SEPARATORS, key=text.split("\n", 1)[0].count)
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=separator)
    names = [_column(n) for n in reader.fieldnames or ()]
    reader.fieldnames = names
    _check_columns(names)
    said = [f"Columns are separated by {separator!r}, not by commas."] if separator != "," else []
    rows: dict[tuple[str, str, str, str], Activation] = {}
    errors: list[FieldError] = []
    try:
        for cells in reader:
            try:
                _add(rows, read_activation(_mended(cells, said)))
            except RowError as error:
                errors.append(FieldError(error.column, str(error), reader.line_num))
                if len(errors) == MAX_ERRORS:
                    break
    except csv.Error as error:
        raise BadInput(f"Line {reader.line_num} is not valid CSV: {error}.") from None
    if errors:
        first = errors[0]
        raise BadInput(f"Line {first.row}, {first.field}: {first.message}. Nothing was imported.", errors)
    unknown = [n for n in names if n and n not in COLUMNS]
    said += [f"Unknown columns were left out: {', '.join(unknown)}."] if unknown else []
    return ActivationFile(tuple(rows.values()), tuple(dict.fromkeys(said)))


def _column(written: str) -> str:
    """The column that a header names: 'Activation ID' is activation_id; one that is not known, as written."""
    tidy = re.sub(r"[^a-z0-9]+", "_", written.strip().lower()).strip("_")
    return tidy if tidy in COLUMNS else written.strip()


def _mended(raw: Mapping[str | None, object], said: list[str]) -> dict[str | None, object]:
    """The row with what can be meant in one way only: 'Governor Emergency', '11/20/2026'; `said` tells it."""
    cells = dict(raw)
    kind = str(raw.get("kind") or "").strip()
    tidy = re.sub(r"[^a-z0-9]+", "_", kind.lower().replace("'s", "")).strip("_")
    if kind != tidy and tidy in ACTIVATION_KINDS:
        cells["kind"] = tidy
        said.append(f"The kind '{kind}' was read as {tidy}.")
    for column in ("begins", "ends"):
        written = str(raw.get(column) or "").strip()
        if found := _AMERICAN_DATE.fullmatch(written):
            month, day, year = map(int, found.groups())
            if day > MONTHS or day == month:
                # '10/01/2026' stays refused: a law that holds from January or October is no guess.
                cells[column] = f"{year}-{month:02}-{day:02}"
                said.append("Dates such as 11/20/2026 were read as month, day and year.")
    return cells


def _check_columns(names: list[str]) -> None:
    missing = [c for c in COLUMNS if c not in names]
    if missing:
        raise BadInput(
            f"activations.csv lacks the columns {', '.join(missing)}. Nothing was imported.",
            [FieldError(c, "missing column", 1) for c in missing],
        )


def _add(rows: dict[tuple[str, str, str, str], Activation], row: Activation) -> None:
    key = (row.id, row.state, row.county_fips, row.zip)
    if rows.setdefault(key, row) != row:
        raise RowError("activation_id", f"'{row.id}' names the same area twice with different contents")


def read_activation(raw: Mapping[str | None, object]) -> Activation:
    """One row as a record; raises RowError with the column that breaks a rule."""
    if None in raw:
        raise RowError("", "more cells than columns")
    cells = {k: str(raw.get(k) or "").strip() for k in COLUMNS}
    _check_texts(cells)
    state, county_fips, zip_code = _area(cells)
    begins, ends = _span(cells, state)
    kind: ActivationKind = cells["kind"]  # type: ignore[assignment]  # checked in _check_texts
    return Activation(
        id=cells["activation_id"],
        kind=kind,
        title=cells["title"],
        state=state,
        county_fips=county_fips,
        zip=zip_code,
        begins=begins,
        ends=ends,
        authority=cells["authority"],
        source_url=cells["source_url"],
        note=cells["note"],
    )


def _check_texts(cells: Mapping[str, str]) -> None:
    if not _ID.fullmatch(cells["activation_id"]):
        raise RowError("activation_id", "must be 1 to 80 letters, digits, '.', '_' or '-'")
    if cells["kind"] not in ACTIVATION_KINDS:
        raise RowError("kind", f"'{cells['kind']}' is none of {', '.join(ACTIVATION_KINDS)}")
    if not cells["title"]:
        raise RowError("title", "must not be empty")
    if not (cells["authority"] or cells["source_url"]):
        raise RowError("source_url", "a citation is missing: give the authority or the source's address")
    if cells["source_url"] and not cells["source_url"].startswith(("https://", "http://")):
        raise RowError("source_url", "must begin with https:// or http://")
    for column, limit in MAX_LENGTHS.items():
        if len(cells[column]) > limit:
            raise RowError(column, f"is longer than {limit} characters")


def _area(cells: Mapping[str, str]) -> tuple[str, str, str]:
    state = state_code(cells["state"]) if cells["state"] else ""
    if state is None:
        raise RowError("state", f"unknown state '{cells['state']}'")
    county, zip_code = _digits(cells, "county_fips"), _digits(cells, "zip")
    if county:
        home = _STATES_BY_FIPS.get(county[:2])
        if home is None or county.endswith("000"):
            raise RowError("county_fips", f"'{county}' is no county (leave it empty for the whole state)")
        if state and state != home:
            raise RowError("county_fips", f"'{county}' is a county of {home}, not of {state}")
        state = home
    return state, county, zip_code


def _digits(cells: Mapping[str, str], column: str) -> str:
    """Five digits; spreadsheets drop leading zeros, so three or four are filled up."""
    text = cells[column]
    if text and not (text.isascii() and text.isdigit() and 3 <= len(text) <= 5):
        raise RowError(column, f"'{text}' is not a code of five digits")
    return text.zfill(5) if text else ""


def _span(cells: Mapping[str, str], state: str) -> tuple[date | datetime, date | datetime | None]:
    begins = _moment(cells, "begins")
    if begins is None:
        raise RowError("begins", "must not be empty")
    ends = _moment(cells, "ends")
    if ends is not None and first_instant_after(ends, state) <= first_instant(begins, state):
        raise RowError("ends", f"it ends ({cells['ends']}) before it begins ({cells['begins']})")
    return begins, ends


def _moment(cells: Mapping[str, str], column: str) -> date | datetime | None:
    try:
        return read_moment(cells[column]) if cells[column] else None
    except ValueError as error:
        raise RowError(column, f"'{cells[column]}' is not an ISO date or time: {error}") from None
