"""The load with two workers while a stock feed is imported beside it, again and again, by the command."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

from tests.benchmarks.availability.feed import write_sites, write_stock
from tests.benchmarks.load import MOST_SECONDS, MOST_SECONDS_QUICK, REQUESTS, REQUESTS_QUICK, loaded
from tests.benchmarks.serving import run_command

WORKERS = 2
SITES, ROWS, ROWS_QUICK = 5_000, 500_000, 50_000
IMPORT_SECONDS = 300


def load_while_importing(home: Path, *, quick: bool = False) -> dict[str, Any]:
    """The figures of `loaded`, and how many imports of how many rows were completed during it."""
    count, seconds = (REQUESTS_QUICK, MOST_SECONDS_QUICK) if quick else (REQUESTS, MOST_SECONDS)
    rows = ROWS_QUICK if quick else ROWS
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(shutil.copytree(home, Path(temporary) / "home"))  # the sample stays as it is
        sites, stock = Path(temporary) / "sites.csv", Path(temporary) / "stock.csv"
        write_sites(sites, SITES)
        write_stock(stock, rows, SITES)
        run_command(copy, "availability", "import", "sites", str(sites), seconds=IMPORT_SECONDS)
        importing = _Importing(copy, stock)
        figures = loaded(copy, WORKERS, count, seconds, during=importing.running)
    if importing.trouble:
        raise RuntimeError(f"The import failed: {importing.trouble}")
    return {**figures, "import_rows": rows, "imports_completed": importing.completed}


class _Importing:
    """Imports one file over and over while its context is open; the last import is waited for."""

    def __init__(self, home: Path, stock: Path) -> None:
        self._home, self._stock = home, stock
        self.completed = 0
        self.trouble = ""

    @contextmanager
    def running(self) -> Iterator[None]:
        ended = Event()
        thread = Thread(target=self._until, args=(ended,))
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def _until(self, ended: Event) -> None:
        try:
            while not ended.is_set():
                run_command(
                    self._home, "availability", "import", "stock", str(self._stock), seconds=IMPORT_SECONDS
                )
                self.completed += 1
        except (subprocess.SubprocessError, OSError) as error:
            self.trouble = str(error)
