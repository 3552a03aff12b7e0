"""A process that imports and reports until it is killed, and what must be true afterwards.

Run as a module it is the victim: it tells on its standard output what it has been promised to keep.
"""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import select

from knowledge.availability.records import Reporter
from knowledge.availability.table import AvailabilityTable
from knowledge.availability.tables import REPORTS
from knowledge.database import open_database
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.places.gazetteer import Gazetteer
from tests.knowledge.availability.feeds.csv_text import write_sites, write_stock

SITES = 40
MEDICINES = 60
REPORTED = "warfarin"
READY, IMPORTED, REPORT = "ready", "imported", "report"


def prepare(table: AvailabilityTable, folder: Path) -> None:
    """The sites, and version 0 of a feed in which every row says the same number."""
    table.import_sites(write_sites(folder / "sites.csv", *({"site_id": f"s{n}"} for n in range(SITES))))
    table.import_stock(version(table.vocabulary, folder, 0))


def version(vocabulary: Vocabulary, folder: Path, number: int) -> Path:
    """A feed of all sites and medicines; every quantity is `number`, and its rows are newer than before."""
    names = [m.name for m in vocabulary.medicines if not m.class_mention and m.name != REPORTED][:MEDICINES]
    as_of = (datetime.now(UTC) - timedelta(days=1) + timedelta(seconds=number)).isoformat()
    return write_stock(
        folder / f"version-{number}.csv",
        *(
            {"site_id": f"s{n}", "medicine": name, "quantity": str(number), "as_of": as_of}
            for n in range(SITES)
            for name in names
        ),
    )


def kill_once(url: str, folder: Path, random: Random, longest_seconds: float) -> tuple[int, list[int]]:
    """Start a victim and kill it at a random moment; returns the last version and the reports promised."""
    command = [sys.executable, "-m", __name__, url, str(folder)]
    victim = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert victim.stdout
    assert victim.stdout.readline().startswith(READY)
    time.sleep(random.uniform(0, longest_seconds))
    os.kill(victim.pid, signal.SIGKILL)
    said = [line.split() for line in victim.stdout.read().splitlines() if line.endswith(".")]
    victim.wait()
    victim.stdout.close()
    imported = [int(number) for word, number, _ in said if word == IMPORTED]
    return max(imported, default=-1), [int(number) for word, number, _ in said if word == REPORT]


def check_nothing_lost(table: AvailabilityTable, folder: Path, imported: int, reports: list[int]) -> int:
    """Every row is of one version, not older than the last promised; every promised report is there."""
    table.export_stock(folder / "after.csv")
    with (folder / "after.csv").open(encoding="utf-8", newline="") as file:
        versions = [int(row["quantity"]) for row in csv.DictReader(file) if row["source"] == "feed"]
    assert len(versions) == SITES * MEDICINES
    assert len(set(versions)) == 1
    assert versions[0] >= imported
    with table.engine.connect() as connection:
        held = set(connection.execute(select(REPORTS.c.id)).scalars())
    assert set(reports) <= held
    newest = table.site_with_stock("s0", datetime.now(UTC), [table.vocabulary.by_name(REPORTED)])  # type: ignore[list-item]
    assert newest
    assert bool(newest.stock) or not reports
    return versions[0]


def main(url: str, folder: Path) -> None:
    """Report and import, newer version after newer version, for ever."""
    table = AvailabilityTable(open_database(url), Vocabulary.load(), Gazetteer.load())
    done = [int(path.stem.split("-")[1]) for path in folder.glob("version-*.csv")]
    _say(READY, 0)
    for number in _from(max(done) + 1):
        report = table.report(
            Reporter("victim", "agent"), "s0", medicine=REPORTED, status="low", quantity=number
        )
        _say(REPORT, report.id)
        table.import_stock(version(table.vocabulary, folder, number))
        _say(IMPORTED, number)


def _from(number: int) -> Iterator[int]:
    while True:
        yield number
        number += 1


def _say(word: str, number: int) -> None:
    sys.stdout.write(f"{word} {number} .\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
