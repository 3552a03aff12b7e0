"""`tideover medicines import`: RxNorm or the FDA's NDC directory, on top of the built-in vocabulary."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.errors import BadInput
from knowledge.medicines.imported import FILE_NAME, SCHEMA

Progress = Callable[[int, int], None]
"""Called with the bytes read so far and the bytes there are."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import brought: `skipped` are records of the source that carried nothing usable."""

    source: str
    version: str
    medicines: int
    brands: int
    concepts: int
    packages: int
    skipped: int


def import_medicines(path: Path, home: Path, progress: Progress | None = None) -> ImportReport:
    """Imports a folder (or zip) with RxNorm's RRF files, or the openFDA NDC download (JSON, zipped or not).

    Everything becomes visible at once or, when the input is broken (BadInput says where), not at all.
    A source that was imported before is replaced; the other one stays. Memory use is constant.
    """
    from knowledge.medicines.openfda import import_openfda, is_openfda  # noqa: PLC0415  they import from here
    from knowledge.medicines.rxnorm import import_rxnorm, is_rxnorm  # noqa: PLC0415

    if not path.exists():
        raise BadInput(f"There is nothing at {path.name}.")
    if is_rxnorm(path):
        return import_rxnorm(path, home, progress)
    if is_openfda(path):
        return import_openfda(path, home, progress)
    raise BadInput(
        f"{path.name} is neither RxNorm (a folder or zip with RXNCONSO.RRF, RXNREL.RRF and RXNSAT.RRF) "
        "nor the openFDA NDC download (drug-ndc-….json or .json.zip)."
    )


@contextmanager
def new_version(home: Path, source: str, version: str) -> Iterator[sqlite3.Connection]:
    """The next medicines.sqlite with `source` emptied; switched in when the block ends well, else dropped."""
    home.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="medicines-", dir=home) as folder:
        aside = Path(folder) / FILE_NAME
        if (home / FILE_NAME).exists():
            shutil.copyfile(home / FILE_NAME, aside)
        with closing(sqlite3.connect(aside)) as connection:
            connection.executescript(SCHEMA)
            _empty(connection, source)
            yield connection
            imported = datetime.now(UTC).isoformat(timespec="seconds")
            connection.execute("INSERT INTO source VALUES (?, ?, ?)", (source, version, imported))
            connection.commit()
            connection.execute("VACUUM")
        _to_disk(aside)
        aside.replace(home / FILE_NAME)


def counts(connection: sqlite3.Connection, source: str) -> tuple[int, int, int]:
    """How many medicines, concepts and packages a source has."""
    tables = ("medicine", "concept", "package")
    queries = (f"SELECT count(*) FROM {t} WHERE source = ?" for t in tables)  # noqa: S608  names are ours
    medicines, concepts, packages = (connection.execute(q, (source,)).fetchone()[0] for q in queries)
    return medicines, concepts, packages


def _empty(connection: sqlite3.Connection, source: str) -> None:
    for table in ("medicine", "concept", "package"):
        connection.execute(f"DELETE FROM {table} WHERE source = ?", (source,))  # noqa: S608
    connection.execute("DELETE FROM source WHERE name = ?", (source,))
    connection.commit()


def _to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
