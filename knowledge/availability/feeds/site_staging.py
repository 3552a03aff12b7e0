"""Where the sites of a feed wait until the whole file was read: a file beside the database."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Engine

from knowledge.availability.feeds.staging import staging_folder

# Of two rows about one site the newer status holds; of equally new ones the later row.
_PUT = (
    "INSERT INTO sites VALUES (?, ?, ?) ON CONFLICT (site_id) DO UPDATE SET as_of = excluded.as_of,"
    " listed = excluded.listed WHERE excluded.as_of >= sites.as_of"
)
UNDATED = 0


class SiteStaging:
    """The waiting sites of one import, one row a site_id. Use as a context manager: the file goes with it."""

    def __init__(self, engine: Engine) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="tideover-import-", dir=staging_folder(engine))
        self._connection = sqlite3.connect(Path(self._folder.name) / "staging.sqlite", isolation_level=None)
        for setting in ("journal_mode=OFF", "synchronous=OFF"):
            self._connection.execute(f"PRAGMA {setting}")
        self._connection.execute("CREATE TABLE sites (site_id TEXT PRIMARY KEY, as_of INTEGER, listed BLOB)")
        self._connection.execute("BEGIN")

    def __enter__(self) -> SiteStaging:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        self._folder.cleanup()

    def put(self, listed: dict[str, Any]) -> None:
        """Add a site by the values of its row."""
        as_of = listed["listed_as_of"] or UNDATED
        self._connection.execute(_PUT, (listed["site_id"], as_of, msgspec.msgpack.encode(listed)))

    def count(self) -> int:
        """How many different sites wait."""
        return int(self._connection.execute("SELECT count(*) FROM sites").fetchone()[0])

    def batches(self, size: int) -> Iterator[list[dict[str, Any]]]:
        """The waiting sites, so many at a time."""
        rows = self._connection.execute("SELECT listed FROM sites ORDER BY site_id")
        while batch := rows.fetchmany(size):
            yield [msgspec.msgpack.decode(row[0]) for row in batch]

    def site_ids(self) -> set[str]:
        """The ids of all waiting sites."""
        return {row[0] for row in self._connection.execute("SELECT site_id FROM sites")}
