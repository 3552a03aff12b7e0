"""Measure the availability table: `python -m tests.benchmarks.availability all --folder FOLDER`.

The figures of a run are printed and kept in FOLDER/availability.json. Sizes can be made smaller to try it.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

from tests.benchmarks.availability import reference
from tests.benchmarks.availability.databases import ENGINES, database, open_table, stock_rows
from tests.benchmarks.availability.feed import SITES, STOCK_ROWS, write_sites, write_stock
from tests.benchmarks.availability.importing import measured_import, start_import
from tests.benchmarks.availability.searching import QUESTIONS, measured_search, percentiles, questions
from tests.knowledge.availability.killing import check_nothing_lost, kill_once, prepare

GROWTH = (100_000, 1_000_000)
UPDATE_ROWS = 1_000_000
KILLS = 20
LONGEST_SECONDS = 1.5

Figures = dict[str, Any]


def feed(options: argparse.Namespace) -> Figures:
    """Write the feeds, where they are not there yet."""
    began = time.perf_counter()
    sites = options.folder / "sites.csv"
    if not sites.exists():
        write_sites(sites)
    for rows in sizes(options):
        stock = stock_file(options, rows)
        if not stock.exists():
            write_stock(stock, rows)
    update = options.folder / "update.csv"
    if not update.exists():
        write_stock(update, min(UPDATE_ROWS, options.rows), seed=7)
    return {"sites": SITES, "sizes": sizes(options), "seconds": round(time.perf_counter() - began, 1)}


def importing(options: argparse.Namespace) -> Figures:
    """Import every size into an empty database of its own, on both engines."""
    figures: Figures = {}
    for engine in options.engines:
        for rows in sizes(options):
            with database(engine, options.folder, name(rows)) as url:
                if stock_rows(open_table(url)) == 0:
                    measured = measured_import(url, options.folder / "sites.csv", stock_file(options, rows))
                    figures[f"{engine} {rows}"] = measured
    return figures


def searching(options: argparse.Namespace) -> Figures:
    """Search each size; beside the largest the plain way."""
    figures: Figures = {}
    for engine in options.engines:
        for rows in sizes(options):
            with database(engine, options.folder, name(rows)) as url:
                table = open_table(url)
                asked = questions(table, options.questions)
                figures[f"{engine} {rows}"] = measured_search(table, asked)
                if rows == options.rows:
                    reference.prepare(table)
                    figures[f"{engine} {rows} bounding box"] = reference.measured_reference(table, asked)
                    reference.drop(table)
                table.engine.dispose()
    return figures


def busy(options: argparse.Namespace) -> Figures:
    """Search while a million rows are imported by another process."""
    figures: Figures = {}
    for engine in options.engines:
        with database(engine, options.folder, name(options.rows)) as url:
            table = open_table(url)
            asked = questions(table, options.questions)
            idle = measured_search(table, asked)
            importer = start_import(url, options.folder / "sites.csv", options.folder / "update.csv")
            times: list[float] = []
            for each in cycle(asked):
                if importer.poll() is not None:
                    break
                began = time.perf_counter()
                table.search([each.medicine], each.latitude, each.longitude, datetime.now(UTC))
                times.append((time.perf_counter() - began) * 1000)
            said = json.loads(importer.communicate()[0])
            figures[engine] = {
                "idle": idle,
                "busy": percentiles(times),
                "searches": len(times),
                "import": said,
            }
            table.engine.dispose()
    return figures


def killing(options: argparse.Namespace) -> Figures:
    """Kill an importing and reporting process twenty times on each engine; nothing promised may be lost."""
    figures: Figures = {}
    for engine in options.engines:
        folder = options.folder / f"killed-{engine}"
        folder.mkdir(exist_ok=True)
        with database(engine, folder, "killed") as url:
            table = open_table(url)
            prepare(table, folder)
            random, reports, versions = Random(1), 0, set()
            for _ in range(KILLS):
                imported, promised = kill_once(url, folder, random, LONGEST_SECONDS)
                versions.add(check_nothing_lost(table, folder, imported, promised))
                reports += len(promised)
            figures[engine] = {
                "kills": KILLS,
                "reports_promised": reports,
                "versions_met": len(versions),
                "lost": 0,
            }
            table.engine.dispose()
    return figures


def sizes(options: argparse.Namespace) -> list[int]:
    """The numbers of stock rows to measure with."""
    return [*(rows for rows in GROWTH if rows < options.rows), options.rows]


def name(rows: int) -> str:
    """The database of a size."""
    return f"availability_{rows}"


def stock_file(options: argparse.Namespace, rows: int) -> Path:
    """The feed of a size."""
    path: Path = options.folder / f"stock_{rows}.csv"
    return path


STEPS: dict[str, Callable[[argparse.Namespace], Figures]] = {
    "feed": feed,
    "import": importing,
    "search": searching,
    "busy": busy,
    "kill": killing,
}


def main() -> None:
    """Run the steps asked for, and keep the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.availability", description=__doc__)
    parser.add_argument("steps", nargs="+", choices=[*STEPS, "all"])
    parser.add_argument(
        "--folder", type=Path, required=True, help="where feeds, databases and figures are kept"
    )
    parser.add_argument("--rows", type=int, default=STOCK_ROWS, help="stock rows of the largest feed")
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    kept = options.folder / "availability.json"
    figures: Figures = json.loads(kept.read_text()) if kept.exists() else {}
    for step in STEPS if "all" in options.steps else options.steps:
        figures[step] = figures.get(step, {}) | STEPS[step](options)
        figures["machine"] = {"processor": platform.processor(), "python": platform.python_version()}
        kept.write_text(json.dumps(figures, indent=2) + "\n")
        sys.stdout.write(json.dumps({step: figures[step]}, indent=2) + "\n")


if __name__ == "__main__":
    main()
