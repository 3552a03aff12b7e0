"""Measure the availability table: `python -m tests.benchmarks.availability all --folder FOLDER`.

The figures go to tests/benchmarks/results beside the others; with smaller sizes to work/quick. FOLDER keeps
feeds, databases and the figures of finished steps: a step may be asked for by its name and run again.
"""

from __future__ import annotations

import argparse
import json
import shutil
import time
from pathlib import Path
from typing import Any

from tests.benchmarks import records
from tests.benchmarks.availability.databases import ENGINES
from tests.benchmarks.availability.feed import STOCK_ROWS
from tests.benchmarks.availability.searching import QUESTIONS
from tests.benchmarks.availability.steps import STEPS, Plan
from tests.benchmarks.page import write_page
from tests.benchmarks.serving import stop_servers_when_ended

KILLS = 20


def main() -> None:
    """Run the steps asked for, and keep the figures."""
    stop_servers_when_ended()
    options = _options()
    plan = Plan(
        options.folder,
        options.rows,
        options.questions,
        options.kills,
        tuple(options.engines),
        options.postgresql,
    )
    plan.folder.mkdir(parents=True, exist_ok=True)
    if options.home and not plan.home.exists():
        shutil.copytree(options.home, plan.home)
    quick = (plan.rows, plan.questions, plan.kills) != (STOCK_ROWS, QUESTIONS, KILLS)
    results = options.results or (records.RESULTS_QUICK if quick else records.RESULTS)
    record = records.begun("availability", quick=quick)
    kept = plan.folder / f"figures_{plan.rows}.json"
    figures: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    for step in STEPS if "all" in options.steps else options.steps:
        print(f"{step} …", flush=True)
        began = time.perf_counter()
        found = STEPS[step](plan)
        seconds = round(time.perf_counter() - began)
        figures[step] = figures.get(step, {}) | found
        figures["seconds"] = figures.get("seconds", {}) | {step: seconds}
        kept.write_text(json.dumps(figures), encoding="utf-8")
        records.write(results, {**record, "figures": figures, "seconds": sum(figures["seconds"].values())})
        write_page(results)
        print(f"{step}: {seconds} s, {json.dumps(found)}", flush=True)
    print(f"Written to {results}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.availability",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("steps", nargs="+", choices=[*STEPS, "all"])
    parser.add_argument("--folder", type=Path, required=True, help="where feeds and databases are kept")
    parser.add_argument("--home", type=Path, help="a built data folder to copy for the served step")
    parser.add_argument("--rows", type=int, default=STOCK_ROWS, help="stock rows of the largest feed")
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument(
        "--postgresql", default="", metavar="URL", help="a server to use, such as one with PostGIS"
    )
    parser.add_argument("--results", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
