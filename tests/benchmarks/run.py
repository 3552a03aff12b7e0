"""Run every benchmark and write the results: `python -m tests.benchmarks.run`.

    --only NAME      one part (may be given several times)
    --quick          few questions, to see that all parts work; written to work/quick, not to results
    --home FOLDER    a built data folder; it is copied, without it one is built (some minutes)
    --system NAME    of the compared systems, this one only (may be given several times)
    --work FOLDER    keep what the compared systems built, and use it again

A whole run takes some half an hour on two quiet cores; interrupted, it goes on with `--only`.
Each part is a file in tests/benchmarks/results with date, machine and versions; the page README.md and the
plots there are written from all files, those of earlier runs among them.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.benchmarks import records
from tests.benchmarks.page import write_page
from tests.benchmarks.serving import stop_servers_when_ended, tideover
from tests.benchmarks.shown.comparison import MISSES
from tests.benchmarks.systems.system import SYSTEMS

Part = Callable[..., dict[str, Any]]


def main() -> None:
    stop_servers_when_ended()
    began = time.perf_counter()
    options = _options()
    results: Path = options.results or (records.RESULTS_QUICK if options.quick else records.RESULTS)
    results.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        work = options.work or Path(folder) / "work"
        work.mkdir(parents=True, exist_ok=True)
        home = _home(options.home, Path(folder) / "home")
        parts = options.only or list(PARTS)
        for number, name in enumerate(parts, 1):
            minutes = (time.perf_counter() - began) / 60
            print(f"{number} of {len(parts)}, {minutes:.1f} minutes so far: {name} …", flush=True)
            run_part(name, partial(measured, name, home, work, options.system), results, quick=options.quick)
            write_page(results)
    print(f"{(time.perf_counter() - began) / 60:.1f} minutes. Written to {results}")
    failed = [name for name in parts if "trouble" in (records.read(results, name) or {})]
    if failed:
        sys.exit(f"No figures: {', '.join(failed)}")


def run_part(name: str, part: Part, results: Path, *, quick: bool) -> None:
    """The part's figures, or why it has none, in its file."""
    began = time.perf_counter()
    record = records.begun(name, quick=quick)
    try:
        found = part(quick=quick)
    except Exception as error:  # one part that fails must not cost the others their figures
        traceback.print_exc()
        record["trouble"] = f"{type(error).__name__}: {error}"
    else:
        if misses := found.pop(MISSES, ""):
            (results / MISSES).write_text(misses, encoding="utf-8")
        record["figures"] = found
    record["seconds"] = round(time.perf_counter() - began)
    records.write(results, record)
    print(f"{name}: {record.get('trouble', 'measured')}, {record['seconds']} s", flush=True)


def measured(name: str, home: Path, work: Path, systems: Sequence[str], *, quick: bool) -> dict[str, Any]:
    """Imports the part when its turn comes: some load the embedding model."""
    module = import_module(f"tests.benchmarks.{PARTS[name]}")
    if name == "comparison":
        figures = module.compare(work, quick=quick, systems=systems)
        return {**figures, MISSES: module.untouched_misses(work, quick=quick)}
    return getattr(module, name)(home, quick=quick)  # type: ignore[no-any-return]


# Parts and the modules that hold them. The served figures come first, while the machine is as it was found.
PARTS = {
    "starting": "starting",
    "served_floor": "served_floor",
    "mixed_questions": "mixed_questions",
    "load": "load",
    "load_while_importing": "load_while_importing",
    "comparison": "comparison",
    "answers": "answers",
    "floor": "floor",
    "profile": "profile",
    "memory": "load",
}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.run",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--only", action="append", choices=PARTS)
    parser.add_argument("--system", action="append", choices=SYSTEMS, default=[])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--home", type=Path)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--results", type=Path)
    return parser.parse_args()


def _home(given: Path | None, folder: Path) -> Path:
    """A data folder that may be written to, built."""
    if given:
        shutil.copytree(given, folder)
    with tideover(folder):
        pass  # builds what is missing or outdated, so that every later start is a restart
    return folder


if __name__ == "__main__":
    main()
