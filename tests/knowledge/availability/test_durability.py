"""Killed at any moment, nothing that was promised is lost, and readers see one whole state.

Two kills an engine here; twenty in `tests.benchmarks.availability`.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from sqlalchemy.engine import URL

from knowledge.availability.table import AvailabilityTable
from tests.knowledge.availability.killing import check_nothing_lost, kill_once, prepare

KILLS = 2
# An import of these feeds takes about a third of this.
LONGEST_SECONDS = 1.0


def test_nothing_is_lost(either_table: AvailabilityTable, tmp_path: Path) -> None:
    prepare(either_table, tmp_path)
    random = Random(20261125)
    url: URL = either_table.engine.url
    for _ in range(KILLS):
        imported, reports = kill_once(
            url.render_as_string(hide_password=False), tmp_path, random, LONGEST_SECONDS
        )
        check_nothing_lost(either_table, tmp_path, imported, reports)
    # And the tables still work.
    assert either_table.import_stock(tmp_path / "version-0.csv").accepted == 0
