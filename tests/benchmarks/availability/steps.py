"""The steps of the measurement, each for both engines; every step keeps what an earlier run left."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from knowledge.errors import TideoverError
from tests.benchmarks.availability import reference
from tests.benchmarks.availability.databases import database, open_table, stock_rows
from tests.benchmarks.availability.feed import SITES, write_sites, write_stock
from tests.benchmarks.availability.importing import measured_import, start_import
from tests.benchmarks.availability.nearest import measured_nearest
from tests.benchmarks.availability.over_http import measured_over_http
from tests.benchmarks.availability.searching import measured_search, questions
from tests.benchmarks.timing import quantiles
from tests.knowledge.availability.killing import check_nothing_lost, kill_once, prepare

GROWTH = (100_000, 1_000_000)
UPDATE_ROWS = 1_000_000
KILL_WITHIN_SECONDS = 1.5

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """Where and how large. `home` is a data folder of its own for the served step; `server` the URL of a
    PostgreSQL to use, "" for one that is started."""

    folder: Path
    rows: int
    questions: int
    kills: int
    engines: tuple[str, ...]
    server: str = ""

    @property
    def sizes(self) -> list[int]:
        """The numbers of stock rows to measure with."""
        return [*(rows for rows in GROWTH if rows < self.rows), self.rows]

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def sites(self) -> Path:
        return self.folder / "sites.csv"

    @property
    def update(self) -> Path:
        return self.folder / "update.csv"

    def database(self, engine: str, rows: int) -> AbstractContextManager[str]:
        """The URL of the database of a size."""
        return database(engine, self.folder, f"availability_{rows}", self.server)

    def stock(self, rows: int) -> Path:
        return self.folder / f"stock_{rows}.csv"


def feed(plan: Plan) -> Figures:
    """Write the feeds, where they are not there yet."""
    if not plan.sites.exists():
        write_sites(plan.sites)
    for rows in plan.sizes:
        if not plan.stock(rows).exists():
            write_stock(plan.stock(rows), rows)
    if not plan.update.exists():
        write_stock(plan.update, min(UPDATE_ROWS, plan.rows), seed=7)
    return {"sites": SITES, "sizes": plan.sizes, "update_rows": min(UPDATE_ROWS, plan.rows)}


def importing(plan: Plan) -> Figures:
    """Import every size into an empty database of its own; one that holds it already is left alone."""
    figures: Figures = {}
    for engine in plan.engines:
        for rows in plan.sizes:
            with plan.database(engine, rows) as url:
                if stock_rows(open_table(url)) == 0:
                    figures[f"{engine} {rows}"] = measured_import(url, plan.sites, plan.stock(rows))
                    _say(f"{engine}, {rows:,} rows imported")
    return figures


def searching(plan: Plan) -> Figures:
    """Search each size; beside the largest the plain way, and PostGIS."""
    figures: Figures = {}
    for engine in plan.engines:
        for rows in plan.sizes:
            with plan.database(engine, rows) as url:
                table = open_table(url)
                asked = questions(table, plan.questions)
                figures[f"{engine} {rows}"] = measured_search(table, asked)
                if rows == plan.rows:
                    reference.prepare(table)
                    figures[f"{engine} bounding box"] = reference.measured_reference(table, asked)
                    if engine == "postgresql":
                        figures[f"{engine} nearest"] = measured_nearest(table, asked)
                    reference.drop(table)
                figures[f"{engine} version"] = _version(table.engine)
                table.engine.dispose()
                _say(f"{engine}, {rows:,} rows searched")
    return figures


def over_http(plan: Plan) -> Figures:
    """The largest size through the served API, on the embedded engine."""
    if "sqlite" not in plan.engines:
        return {}
    with plan.database("sqlite", plan.rows) as url:
        table = open_table(url)
        asked = questions(table, plan.questions)
        table.engine.dispose()
        return {"sqlite": measured_over_http(url, plan.home, asked)}


def busy(plan: Plan) -> Figures:
    """Search while a million rows are imported by another process."""
    figures: Figures = {}
    for engine in plan.engines:
        with plan.database(engine, plan.rows) as url:
            table = open_table(url)
            asked = questions(table, plan.questions)
            idle = measured_search(table, asked)
            importer = start_import(url, plan.sites, plan.update)
            times, failed = [], 0
            for each in cycle(asked):
                if importer.poll() is not None:
                    break
                began = time.perf_counter()
                try:
                    table.search([each.medicine], each.latitude, each.longitude, datetime.now(UTC))
                except (SQLAlchemyError, TideoverError):
                    failed += 1
                times.append(time.perf_counter() - began)
            said = json.loads(importer.communicate()[0])
            figures[engine] = {
                "idle": idle,
                "busy": quantiles(times),
                "searches": len(times),
                "failed": failed,
                "import": said,
            }
            table.engine.dispose()
            _say(f"{engine}, searched during an import")
    return figures


def killing(plan: Plan) -> Figures:
    """Kill an importing and reporting process many times; nothing promised may be lost."""
    figures: Figures = {}
    for engine in plan.engines:
        folder = plan.folder / f"killed-{engine}"
        folder.mkdir(exist_ok=True)
        with database(engine, folder, "killed", plan.server) as url:
            table = open_table(url)
            prepare(table, folder)
            random, reports, versions = Random(1), 0, set()
            for _ in range(plan.kills):
                imported, promised = kill_once(url, folder, random, KILL_WITHIN_SECONDS)
                versions.add(check_nothing_lost(table, folder, imported, promised))
                reports += len(promised)
            figures[engine] = {
                "kills": plan.kills,
                "reports_promised": reports,
                "versions_met": len(versions),
                "lost": 0,  # anything lost would have ended the step
            }
            table.engine.dispose()
            _say(f"{engine}, killed {plan.kills} times")
    return figures


def _version(engine: Any) -> str:
    if engine.dialect.name == "sqlite":
        return sqlite3.sqlite_version
    with engine.connect() as connection:
        return str(connection.execute(text("SHOW server_version")).scalar())


def _say(done: str) -> None:
    print(f"  {done}", flush=True)


STEPS: dict[str, Callable[[Plan], Figures]] = {
    "feed": feed,
    "import": importing,
    "search": searching,
    "http": over_http,
    "busy": busy,
    "kill": killing,
}
