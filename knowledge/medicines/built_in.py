"""The built-in vocabulary: `data/medicines.csv`, one medicine a line, and `data/more_names.csv`.

The first is the researched table as it was handed over, the second holds names that people use beside it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import cast

from knowledge.errors import BadInput, FieldError
from knowledge.medicines.medicine import InterruptionRisk, Medicine, Refrigerated

DATA = Path(__file__).parent / "data"
BUILT_IN_FILE = DATA / "medicines.csv"
MORE_NAMES_FILE = DATA / "more_names.csv"
# The day on which the researched facts were compiled; every row was last looked at then.
BUILT_IN_CHECKED = "2026-11-22"

_ALLOWED = {
    "dea_schedule": {"", "CII", "CIII", "CIV", "CV"},
    "refrigerated": {"yes", "no", "some"},
    "specialty": {"yes", "no"},
    "interruption_risk": {"critical", "high", "moderate", "low"},
}
_COLUMNS = (
    "generic_name",
    "brand_names",
    "aliases",
    "rxcui",
    "drug_class",
    "conditions",
    *_ALLOWED,
    "interruption_note",
    "form_note",
)


def built_in_medicines() -> tuple[Medicine, ...]:
    """The built-in medicines with all their names."""
    more: dict[str, tuple[str, ...]] = {}
    with MORE_NAMES_FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            more[row["medicine"]] = (*more.get(row["medicine"], ()), row["name"])
    return tuple(replace(m, aliases=(*m.aliases, *more.get(m.name, ()))) for m in read_medicines())


def read_medicines(path: Path = BUILT_IN_FILE) -> tuple[Medicine, ...]:
    """All medicines of a vocabulary file; raises BadInput naming every line that breaks a rule."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        missing = [c for c in _COLUMNS if c not in (reader.fieldnames or ())]
        if missing:
            raise BadInput(f"{path.name} lacks the columns {', '.join(missing)}.")
        rows = list(enumerate(reader, start=2))
    errors = [error for line, row in rows for error in _errors(row, line)]
    errors += _repeated(rows)
    if errors:
        raise BadInput(f"{path.name} breaks {len(errors)} rule(s); nothing was loaded.", errors)
    return tuple(_medicine(row) for _, row in rows)


def _errors(row: dict[str, str], line: int) -> Iterable[FieldError]:
    if not row["generic_name"].strip():
        yield FieldError("generic_name", "must not be empty", line)
    if row["rxcui"] and not row["rxcui"].isdigit():
        yield FieldError("rxcui", "must be digits or empty", line)
    for column, allowed in _ALLOWED.items():
        if row[column] not in allowed:
            yield FieldError(column, f"must be one of {sorted(allowed)}", line)


def _repeated(rows: list[tuple[int, dict[str, str]]]) -> Iterable[FieldError]:
    seen: dict[str, int] = {}
    for line, row in rows:
        first = seen.setdefault(row["generic_name"], line)
        if first != line:
            yield FieldError("generic_name", f"is already on line {first}", line)


def _medicine(row: dict[str, str]) -> Medicine:
    return Medicine(
        name=row["generic_name"],
        rxcui=row["rxcui"],
        brands=_parts(row["brand_names"]),
        aliases=_parts(row["aliases"]),
        drug_class=row["drug_class"],
        conditions=_parts(row["conditions"]),
        schedule=row["dea_schedule"],
        refrigerated=cast(Refrigerated, row["refrigerated"]),
        specialty=row["specialty"] == "yes",
        interruption_risk=cast(InterruptionRisk, row["interruption_risk"]),
        note=row["interruption_note"],
        form_note=row["form_note"],
        checked=BUILT_IN_CHECKED,
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
