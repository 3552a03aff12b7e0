"""Import of RxNorm: brand to ingredient, product to ingredient, combinations, package codes, DEA schedules.

The files are read line by line into a scratch database on disk and joined there, so that the full release
(several million lines) needs little memory. Relations are taken without their direction: which end is the
ingredient is told by the term types (TTY), and every relation stands in the file both ways.
Source: RxNorm Technical Documentation, sections 11 to 13 and appendices 1, 4 and 5.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.errors import BadInput
from knowledge.medicines.imported import SEPARATOR
from knowledge.medicines.importing import ImportReport, Progress, counts, new_version
from knowledge.medicines.ndc import normalize_ndc
from knowledge.medicines.rrf import RrfFiles, has_rrf

SOURCE = "rxnorm"
# Ingredient, precise and several ingredients, brand name; clinical and branded drugs, packs, and their parts.
TERM_TYPES = frozenset(
    ["IN", "PIN", "MIN", "BN", "SCD", "SBD", "GPCK", "BPCK", "SCDC", "SBDC", "SCDF", "SBDF", "SCDG", "SBDG"]
)
# The relations that lead from a product to its ingredients, and their inverses, under one word each.
RELATIONS = {
    "has_ingredient": "ingredient",
    "ingredient_of": "ingredient",
    "has_ingredients": "ingredients",
    "ingredients_of": "ingredients",
    "consists_of": "consists",
    "constitutes": "consists",
    "tradename_of": "tradename",
    "has_tradename": "tradename",
    "contains": "contains",
    "contained_in": "contains",
    "form_of": "form",
    "has_form": "form",
    "has_part": "part",
    "part_of": "part",
}
SCHEDULES = ("CII", "CIII", "CIV", "CV")

_SCRATCH = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE concept (rxcui INTEGER PRIMARY KEY, tty TEXT NOT NULL, name TEXT NOT NULL);
CREATE TABLE link (kind TEXT, a INTEGER, b INTEGER, PRIMARY KEY (a, kind, b)) WITHOUT ROWID;
CREATE TABLE ndc (ndc TEXT PRIMARY KEY, rxcui INTEGER) WITHOUT ROWID;
CREATE TABLE schedule (rxcui INTEGER, schedule TEXT, PRIMARY KEY (rxcui, schedule)) WITHOUT ROWID;
CREATE TABLE made_of (rxcui INTEGER, ingredient INTEGER, PRIMARY KEY (rxcui, ingredient)) WITHOUT ROWID;
CREATE TABLE branded (rxcui INTEGER PRIMARY KEY, brand INTEGER);
"""
# Ingredients of everything, each step from what the steps before have found.
_STEPS = (
    "INSERT INTO made_of SELECT rxcui, rxcui FROM concept WHERE tty = 'IN'",
    *(
        f"""INSERT OR IGNORE INTO made_of
        SELECT link.a, made_of.ingredient FROM concept AS whole
        JOIN link ON link.a = whole.rxcui AND link.kind = '{kind}'
        JOIN concept AS part ON part.rxcui = link.b AND part.tty IN ({parts})
        JOIN made_of ON made_of.rxcui = part.rxcui
        WHERE whole.tty IN ({wholes})"""  # noqa: S608  the words are those below
        for wholes, kind, parts in (
            ("'PIN'", "form", "'IN'"),
            ("'MIN'", "part", "'IN'"),
            ("'BN'", "tradename", "'IN'"),
            ("'SCDC', 'SCDF', 'SCDG'", "ingredient", "'IN'"),
            ("'SCD'", "consists", "'SCDC'"),
            ("'SCD'", "ingredients", "'MIN'"),
            ("'SBD', 'SBDC', 'SBDF', 'SBDG'", "tradename", "'SCD', 'SCDC', 'SCDF', 'SCDG'"),
            ("'GPCK', 'BPCK'", "contains", "'SCD', 'SBD'"),
        )
    ),
    """INSERT OR IGNORE INTO branded
    SELECT link.a, link.b FROM concept AS product
    JOIN link ON link.a = product.rxcui AND link.kind = 'ingredient'
    JOIN concept AS brand ON brand.rxcui = link.b AND brand.tty = 'BN'
    WHERE product.tty IN ('SBD', 'SBDC', 'SBDF', 'SBDG')""",
    # Everything with the numbers of its ingredients, in order, joined by '/': the key of its medicine.
    """CREATE TABLE ingredients AS SELECT rxcui, tty, group_concat(ingredient, '/') AS key FROM
    (SELECT made_of.rxcui, concept.tty, ingredient FROM made_of JOIN concept USING (rxcui)
     ORDER BY made_of.rxcui, ingredient) GROUP BY rxcui""",
    "CREATE UNIQUE INDEX ingredients_by_rxcui ON ingredients (rxcui)",
    "CREATE INDEX ingredients_by_key ON ingredients (key)",
)


def is_rxnorm(path: Path) -> bool:
    """Whether a path is an RxNorm release."""
    return has_rrf(path)


def import_rxnorm(path: Path, home: Path, progress: Progress | None = None) -> ImportReport:
    """Imports an RxNorm release into the data folder; see `importing.import_medicines`."""
    files = RrfFiles(path, progress)
    home.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory(prefix="rxnorm-", dir=home) as folder,
        closing(sqlite3.connect(Path(folder) / "scratch.sqlite")) as scratch,
    ):
        scratch.executescript(_SCRATCH)
        skipped = _read(files, scratch)
        for step in _STEPS:
            scratch.execute(step)
        return _store(scratch, home, _version(path), skipped)


def _read(files: RrfFiles, scratch: sqlite3.Connection) -> int:
    """Reads the three files into the scratch database; returns how many package codes were malformed."""
    _insert(scratch, "INSERT OR REPLACE INTO concept VALUES (?, ?, ?)", _concepts(files))
    _insert(scratch, "INSERT OR IGNORE INTO link VALUES (?, ?, ?)", _links(files))
    bad: list[str] = []
    for fields in files.lines("RXNSAT.RRF"):
        _read_attribute(fields, scratch, bad)
    scratch.commit()
    if not scratch.execute("SELECT 1 FROM concept WHERE tty = 'IN' LIMIT 1").fetchone():
        raise BadInput("RXNCONSO.RRF holds no ingredients of RxNorm; nothing was imported.")
    return len(bad)


def _concepts(files: RrfFiles) -> Iterator[tuple[int, str, str]]:
    for f in files.lines("RXNCONSO.RRF"):
        rxcui, language, source, tty, name, suppress = f[0], f[1], f[11], f[12], f[14], f[16]
        if source == "RXNORM" and language == "ENG" and suppress == "N" and tty in TERM_TYPES:
            yield int(rxcui), tty, name


def _links(files: RrfFiles) -> Iterator[tuple[str, int, int]]:
    for f in files.lines("RXNREL.RRF"):
        kind = RELATIONS.get(f[7])
        if kind and f[10] == "RXNORM" and f[0] and f[4]:
            yield kind, int(f[0]), int(f[4])
            yield kind, int(f[4]), int(f[0])


def _read_attribute(fields: list[str], scratch: sqlite3.Connection, bad: list[str]) -> None:
    rxcui, attribute, source, value, suppress = fields[0], fields[8], fields[9], fields[10], fields[11]
    if not rxcui or suppress != "N":
        return
    if attribute == "NDC" and source in ("RXNORM", "MTHSPL"):
        try:
            code = normalize_ndc(value)
        except BadInput:
            bad.append(value)
            return
        # RxNorm's own assignment stands before that of a label.
        verb = "REPLACE" if source == "RXNORM" else "IGNORE"
        scratch.execute(f"INSERT OR {verb} INTO ndc VALUES (?, ?)", (code, int(rxcui)))  # noqa: S608
    elif attribute == "DCSA" and value in SCHEDULES:
        scratch.execute("INSERT OR IGNORE INTO schedule VALUES (?, ?)", (int(rxcui), value))


def _insert(scratch: sqlite3.Connection, statement: str, rows: Iterator[tuple[object, ...]]) -> None:
    scratch.executemany(statement, rows)
    scratch.commit()


def _store(scratch: sqlite3.Connection, home: Path, version: str, skipped: int) -> ImportReport:
    with new_version(home, SOURCE, version) as target:
        brands = _store_medicines(scratch, target)
        target.executemany("INSERT INTO concept VALUES ('rxnorm', ?, ?, ?)", _products(scratch))
        target.executemany("INSERT INTO package VALUES ('rxnorm', ?, ?, ?)", _packages(scratch))
        medicines, concepts, packages = counts(target, SOURCE)
    return ImportReport(SOURCE, version, medicines, brands, concepts, packages, skipped)


def _store_medicines(scratch: sqlite3.Connection, target: sqlite3.Connection) -> int:
    """One medicine for each set of ingredients that is in a product; returns how many brands there are."""
    names = dict(scratch.execute("SELECT rxcui, name FROM concept WHERE tty IN ('IN', 'MIN', 'BN')"))
    combined = dict(scratch.execute("SELECT key, min(rxcui) FROM ingredients WHERE tty = 'MIN' GROUP BY key"))
    brands: dict[str, list[str]] = defaultdict(list)
    for rxcui, key in scratch.execute("SELECT rxcui, key FROM ingredients WHERE tty = 'BN' ORDER BY rxcui"):
        brands[key].append(names[rxcui])
    schedules = _schedules(scratch)
    keys = scratch.execute("SELECT DISTINCT key FROM ingredients WHERE tty IN ('SCD', 'SBD', 'GPCK', 'BPCK')")
    for (key,) in keys:
        parts = sorted(names[int(part)] for part in key.split("/"))
        rxcui = key if "/" not in key else str(combined.get(key, ""))
        row = (key, " / ".join(parts), rxcui, SEPARATOR.join(parts), SEPARATOR.join(brands[key]))
        target.execute(
            "INSERT INTO medicine VALUES ('rxnorm', ?, ?, ?, ?, ?, ?)", (*row, schedules.get(key, ""))
        )
    return sum(len(found) for found in brands.values())


def _schedules(scratch: sqlite3.Connection) -> dict[str, str]:
    """The strictest DEA schedule that a label gives to any product of a set of ingredients."""
    strictest: dict[str, str] = {}
    rows = scratch.execute("SELECT key, schedule FROM schedule JOIN ingredients USING (rxcui)")
    for key, schedule in rows:
        strictest[key] = min(strictest.get(key, schedule), schedule, key=SCHEDULES.index)
    return strictest


_WITH_BRAND = """
    ingredients.key, coalesce(own.name, brand.name, '') FROM ingredients
    LEFT JOIN concept AS own ON own.rxcui = ingredients.rxcui AND own.tty = 'BN'
    LEFT JOIN branded ON branded.rxcui = ingredients.rxcui
    LEFT JOIN concept AS brand ON brand.rxcui = branded.brand
"""


def _products(scratch: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    yield from scratch.execute(f"SELECT CAST(ingredients.rxcui AS TEXT), {_WITH_BRAND}")


def _packages(scratch: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    query = f"SELECT ndc.ndc, {_WITH_BRAND} JOIN ndc ON ndc.rxcui = ingredients.rxcui"
    yield from scratch.execute(query)


def _version(path: Path) -> str:
    """The release from the folder's name ('RxNorm_full_11032026'), else the day of the files."""
    for part in (path.stem, path.resolve().parent.name):
        digits = part.rsplit("_", 1)[-1]
        if len(digits) == 8 and digits.isdigit():
            return f"RxNorm {digits[4:]}-{digits[:2]}-{digits[2:4]}"
    return f"RxNorm, files of {datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()}"
