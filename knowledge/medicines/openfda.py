"""Import of the FDA's NDC directory as openFDA publishes it (drug/ndc download, JSON, zipped or not).

The file is one object with `meta` and `results`; the results are taken out of it one by one, so that the
whole directory (some 130,000 products) needs little memory. Source: open.fda.gov, drug NDC fields.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from knowledge.errors import BadInput, FieldError
from knowledge.medicines.imported import SEPARATOR
from knowledge.medicines.importing import ImportReport, Progress, counts, new_version
from knowledge.medicines.ndc import normalize_ndc

SOURCE = "openfda"
PRESCRIPTION = "HUMAN PRESCRIPTION DRUG"
_RESULTS = re.compile(r'"results"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]+")
# Characters read at a time; a product is far smaller, packagings and all.
CHUNK = 1 << 20
# A single result longer than this is no product.
LONGEST_RESULT = 16 << 20
# Enough of a file's beginning to tell what it is.
PEEK = 4096
SCHEDULES = {"CII", "CIII", "CIV", "CV"}


def is_openfda(path: Path) -> bool:
    """Whether a file looks like the NDC download: a JSON object, or a zip with one in it."""
    if path.is_dir() or path.suffix.lower() not in (".json", ".zip"):
        return False
    try:
        with _open(path) as file:
            return file.read(PEEK).lstrip("\ufeff \r\n\t").startswith("{")
    except UnicodeDecodeError:
        return False


def import_openfda(path: Path, home: Path, progress: Progress | None = None) -> ImportReport:
    """Imports the NDC download into the data folder; see `importing.import_medicines`."""
    size = path.stat().st_size
    with _open(path) as file:
        results = _Results(file, progress, size)
        version = f"openFDA NDC {results.updated or 'undated'}"
        with new_version(home, SOURCE, version) as target:
            skipped, brands = _store(results, target)
            medicines, concepts, packages = counts(target, SOURCE)
            if not packages:
                raise BadInput(f"{path.name} holds no product with a package code; nothing was imported.")
    return ImportReport(SOURCE, version, medicines, brands, concepts, packages, skipped)


class _Results:
    """The objects of the array `results`, one by one, and when the file was updated."""

    def __init__(self, file: IO[str], progress: Progress | None, size: int) -> None:
        self._file, self._progress, self._size = file, progress, size
        self._read = 0
        self._buffer, self._at = "", 0
        while not (begin := _RESULTS.search(self._buffer)):
            if not self._fill():
                raise BadInput("The file has no list `results`; it is not the openFDA NDC download.")
        self.updated = _last_updated(self._buffer[: begin.start()])
        self._at = begin.end()

    def __iter__(self) -> Iterator[dict[str, Any]]:
        decoder, number = json.JSONDecoder(), 0
        while self._moved_to_next():
            number += 1
            yield self._decoded(decoder, number)

    def _moved_to_next(self) -> bool:
        """Moves past commas; False where the list has ended. Raises where the file has."""
        while True:
            between = _BETWEEN.match(self._buffer, self._at)
            self._at = between.end() if between else self._at
            if self._at < len(self._buffer):
                return self._buffer[self._at] != "]"
            if not self._fill():
                raise BadInput("The file ends in the middle of `results`; nothing was imported.")

    def _decoded(self, decoder: json.JSONDecoder, number: int) -> dict[str, Any]:
        while True:
            try:
                result, self._at = decoder.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as broken:
                if not self._fill():
                    raise _broken(number, f"is not valid JSON ({broken.msg})") from None
                continue
            if not isinstance(result, dict):
                raise _broken(number, "is no object")
            return result

    def _fill(self) -> bool:
        """Reads on, dropping what is behind; False at the end, or when one product grows beyond measure."""
        try:
            chunk = self._file.read(CHUNK)
        except (UnicodeDecodeError, zipfile.BadZipFile) as broken:
            raise BadInput(f"The file cannot be read ({broken}); nothing was imported.") from None
        self._read += len(chunk)
        self._buffer, self._at = self._buffer[self._at :] + chunk, 0
        if self._progress:
            self._progress(min(self._read, self._size), self._size)
        return bool(chunk) and len(self._buffer) <= LONGEST_RESULT


def _broken(number: int, message: str) -> BadInput:
    return BadInput(
        f"Product {number} of the file {message}; nothing was imported.",
        [FieldError("results", message, number)],
    )


def _store(results: _Results, target: Any) -> tuple[int, int]:
    """Stores every usable product; returns how many were not, and how many brand names there are."""
    skipped = 0
    medicines: dict[str, _Gathered] = {}
    for product in results:
        ingredients, codes = _ingredients(product), list(_package_codes(product))
        if not ingredients or not codes:
            skipped += 1
            continue
        brand, key = _brand(product), SEPARATOR.join(ingredients)
        medicines.setdefault(key, _Gathered()).add(product, brand)
        rows = [(code, key, brand) for code in codes]
        target.executemany("INSERT OR IGNORE INTO package VALUES ('openfda', ?, ?, ?)", rows)
    for key, gathered in medicines.items():
        name = key.replace(SEPARATOR, " / ")
        row = (key, name, "", key, SEPARATOR.join(sorted(gathered.brands)), gathered.schedule)
        target.execute("INSERT INTO medicine VALUES ('openfda', ?, ?, ?, ?, ?, ?)", row)
    return skipped, sum(len(g.brands) for g in medicines.values())


class _Gathered:
    """What the products of one set of ingredients add up to."""

    def __init__(self) -> None:
        self.brands: set[str] = set()
        self.schedule = ""

    def add(self, product: dict[str, Any], brand: str) -> None:
        # Over the counter anything is a brand ('Pain Relief'); prescription brands are names.
        if brand and product.get("product_type") == PRESCRIPTION:
            self.brands.add(brand)
        schedule = product.get("dea_schedule", "")
        if schedule in SCHEDULES:
            self.schedule = min(self.schedule or schedule, schedule, key=lambda s: (len(s) == 2, s))


def _ingredients(product: dict[str, Any]) -> tuple[str, ...]:
    """The active ingredients as written ('METFORMIN HYDROCHLORIDE'), in lower case, in order."""
    listed = product.get("active_ingredients") or ()
    names = {str(i.get("name", "")).strip().lower() for i in listed if isinstance(i, dict)}
    return tuple(sorted(n.replace(SEPARATOR, " ") for n in names if n))


def _package_codes(product: dict[str, Any]) -> Iterator[str]:
    for packaging in product.get("packaging") or ():
        try:
            yield normalize_ndc(str(packaging.get("package_ndc", "")))
        except BadInput:
            continue


def _brand(product: dict[str, Any]) -> str:
    """The brand name; "" where a generic product repeats its generic name."""
    brand = str(product.get("brand_name") or "").strip()
    generic = str(product.get("generic_name") or "").strip()
    return "" if brand.lower() == generic.lower() else brand.replace(SEPARATOR, " ")


def _last_updated(head: str) -> str:
    _, _, after = head.partition('"last_updated"')
    return after.split('"')[1] if after.count('"') > 1 else ""


@contextmanager
def _open(path: Path) -> Iterator[IO[str]]:
    if path.suffix.lower() != ".zip":
        with path.open(encoding="utf-8") as file:
            yield file
        return
    if not zipfile.is_zipfile(path):
        raise BadInput(f"{path.name} is no readable zip file.")
    with zipfile.ZipFile(path) as archive:
        inside = [info for info in archive.infolist() if info.filename.lower().endswith(".json")]
        if len(inside) != 1:
            raise BadInput(f"{path.name} must hold exactly one JSON file; it holds {len(inside)}.")
        with archive.open(inside[0]) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8")
