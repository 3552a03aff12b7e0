"""Where the rows of a feed wait: a file of their own beside the database, in no reader's and no writer's way.

There they are sorted as the stock table is, so that they can be written in its order, every page once.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Engine

# Memory for sorting; larger feeds are sorted in temporary files.
CACHE_KIB = 96 * 1024
KEY = ("medicine", "cell", "site", "source", "item")
PAYLOAD = ("status", "as_of", "quantity", "unit", "price", "note")
COLUMNS = (*KEY, *PAYLOAD)
# Rows merged in one transaction, about: a tenth of a second in which another writer waits.
CHUNK_ROWS = 100_000


class Chunk(NamedTuple):
    """The rows of these medicines, first to last number."""

    first: int
    last: int


class Staging:
    """The waiting rows of one import. Use as a context manager: the file goes with it."""

    def __init__(self, engine: Engine) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="tideover-import-", dir=staging_folder(engine))
        self.path = Path(self._folder.name) / "staging.sqlite"
        self._connection = sqlite3.connect(self.path, isolation_level=None)
        for setting in ("journal_mode=OFF", "synchronous=OFF", f"cache_size=-{CACHE_KIB}", "temp_store=FILE"):
            self._connection.execute(f"PRAGMA {setting}")
        columns = ", ".join(COLUMNS)
        self._connection.execute(f"CREATE TABLE arrived ({columns})")
        marks = ", ".join("?" * len(COLUMNS))
        self._insert = f"INSERT INTO arrived VALUES ({marks})"  # noqa: S608 - constants only

    def __enter__(self) -> Staging:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        self._folder.cleanup()

    def add(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Append rows (in the order of `COLUMNS`)."""
        self._connection.execute("BEGIN")
        self._connection.executemany(self._insert, rows)
        self._connection.execute("COMMIT")

    def sort(self) -> int:
        """Put the rows in the order of the stock table; returns how many there are.

        Of several rows with one key the newest stays, of equally new ones the last in the file.
        """
        types = ", ".join(f"{name} INTEGER NOT NULL" for name in KEY)
        key, columns = ", ".join(KEY), ", ".join(COLUMNS)
        self._connection.execute(
            f"CREATE TABLE sorted ({types}, {', '.join(PAYLOAD)}, PRIMARY KEY ({key})) WITHOUT ROWID"
        )
        self._connection.execute(
            f"INSERT OR REPLACE INTO sorted SELECT {columns} FROM arrived ORDER BY {key}, as_of, rowid"  # noqa: S608
        )
        self._connection.execute("DROP TABLE arrived")
        return int(self._connection.execute("SELECT count(*) FROM sorted").fetchone()[0])

    def newest_by_source(self) -> dict[int, int]:
        """The newest `as_of` of each source."""
        return dict(self._connection.execute("SELECT source, max(as_of) FROM sorted GROUP BY source"))

    def chunks(self) -> list[Chunk]:
        """The rows in pieces of about `CHUNK_ROWS`, split between medicines."""
        chunks: list[Chunk] = []
        first, size = None, 0
        for medicine, rows in self._connection.execute(
            "SELECT medicine, count(*) FROM sorted GROUP BY medicine ORDER BY medicine"
        ).fetchall():
            first, size = (medicine if first is None else first), size + rows
            if size >= CHUNK_ROWS:
                chunks.append(Chunk(first, medicine))
                first, size = None, 0
            last = medicine
        return [*chunks, Chunk(first, last)] if first is not None else chunks

    def rows(self, chunk: Chunk) -> Iterator[tuple[Any, ...]]:
        """The rows of a chunk, in order."""
        wanted = f"SELECT {', '.join(COLUMNS)} FROM sorted WHERE medicine BETWEEN ? AND ?"  # noqa: S608
        return self._connection.execute(wanted, chunk)


def staging_folder(engine: Engine) -> Path | None:
    """Beside the SQLite database, where there is room for it; otherwise the system's temporary folder."""
    file = engine.url.database if engine.dialect.name == "sqlite" else None
    return Path(file).resolve().parent if file else None
