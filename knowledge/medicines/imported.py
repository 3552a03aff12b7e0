"""What `tideover medicines import` stored: medicines, products and package codes in one SQLite file.

The file is written aside and switched in one step, and only ever read here. Each source (RxNorm, openFDA)
has its own rows, so that importing one again replaces only its own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

FILE_NAME = "medicines.sqlite"
SCHEMA = """
CREATE TABLE IF NOT EXISTS source (name TEXT PRIMARY KEY, version TEXT NOT NULL, imported TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS medicine (
    source TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, rxcui TEXT NOT NULL,
    ingredients TEXT NOT NULL, brands TEXT NOT NULL, schedule TEXT NOT NULL, PRIMARY KEY (source, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS concept (
    source TEXT NOT NULL, rxcui TEXT NOT NULL, medicine TEXT NOT NULL, brand TEXT NOT NULL,
    PRIMARY KEY (rxcui, source)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS package (
    source TEXT NOT NULL, ndc TEXT NOT NULL, medicine TEXT NOT NULL, brand TEXT NOT NULL,
    PRIMARY KEY (ndc, source)
) WITHOUT ROWID;
"""
# Separates brands and ingredients in one column; no name holds it.
SEPARATOR = "|"
# Of two sources that know a code, the one that comes later in the alphabet speaks: rxnorm before openfda.
_BY_SOURCE = "ORDER BY source DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class ImportedMedicine:
    """One medicine as its source has it; `id` is what products refer to."""

    source: str
    id: str
    name: str
    rxcui: str
    ingredients: tuple[str, ...]
    brands: tuple[str, ...]
    schedule: str


@dataclass(frozen=True, slots=True)
class ImportedProduct:
    """What a number stands for: the medicine (`source` and `id`) and the brand name, "" for a generic."""

    source: str
    id: str
    brand: str


class ImportedMedicines:
    """Reads the file; one connection, shared by all threads. A newer file is seen after the next load."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, check_same_thread=False)
        self._lock = Lock()

    @classmethod
    def open(cls, where: Path | None) -> ImportedMedicines | None:
        """What was imported into a data folder (or the file itself); None when nothing was."""
        path = where / FILE_NAME if where and where.is_dir() else where
        return cls(path.resolve()) if path and path.is_file() else None

    def medicines(self) -> Iterator[ImportedMedicine]:
        """All imported medicines, RxNorm's first."""
        columns = "source, id, name, rxcui, ingredients, brands, schedule"
        rows = self._rows(f"SELECT {columns} FROM medicine ORDER BY source DESC, id")  # noqa: S608
        for source, id_, name, rxcui, ingredients, brands, schedule in rows:
            yield ImportedMedicine(source, id_, name, rxcui, _parts(ingredients), _parts(brands), schedule)

    def versions(self) -> dict[str, str]:
        """The version of each imported source."""
        return {row[0]: row[1] for row in self._rows("SELECT name, version FROM source ORDER BY name")}

    def by_rxcui(self, rxcui: str) -> ImportedProduct | None:
        """The product, brand or ingredient with this RxNorm number."""
        query = f"SELECT source, medicine, brand FROM concept WHERE rxcui = ? {_BY_SOURCE}"  # noqa: S608
        return self._product(query, rxcui)

    def by_ndc(self, ndc: str) -> ImportedProduct | None:
        """The product with this eleven-digit code, or with another package of the same product."""
        exact = f"SELECT source, medicine, brand FROM package WHERE ndc = ? {_BY_SOURCE}"  # noqa: S608
        return self._product(exact, ndc) or self._of_product(ndc[:9])

    def _of_product(self, labeler_and_product: str) -> ImportedProduct | None:
        rows = self._rows(
            "SELECT DISTINCT source, medicine, brand FROM package WHERE ndc BETWEEN ? AND ? "
            "ORDER BY source DESC LIMIT 2",
            labeler_and_product + "00",
            labeler_and_product + "99",
        )
        known = {medicine for _, medicine, _ in rows}
        return ImportedProduct(*rows[0]) if len(known) == 1 else None

    def _product(self, query: str, number: str) -> ImportedProduct | None:
        rows = self._rows(query, number)
        return ImportedProduct(*rows[0]) if rows else None

    def _rows(self, query: str, *values: str) -> list[tuple[str, ...]]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(SEPARATOR) if part)
