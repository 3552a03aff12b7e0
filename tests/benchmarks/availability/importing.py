"""How fast a feed comes in, and in how much memory: run as a process of its own, so that both are its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.availability.databases import open_table


def measured_import(url: str, sites: Path, stock: Path) -> dict[str, Any]:
    """Import both files in a new process; returns what it measured."""
    process = start_import(url, sites, stock)
    said, _ = process.communicate()
    if process.returncode:
        raise SystemExit(f"the import failed with code {process.returncode}")
    found: dict[str, Any] = json.loads(said)
    return found


def start_import(url: str, sites: Path, stock: Path) -> subprocess.Popen[str]:
    """The same, without waiting."""
    command = [sys.executable, "-m", __name__, url, str(sites), str(stock)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def main(url: str, sites: Path, stock: Path) -> None:
    """Import, and say how long it took and how much memory at most."""
    table = open_table(url)
    began = time.perf_counter()
    first = table.import_sites(sites, keep_rejected=False)
    sites_seconds = time.perf_counter() - began
    began, cpu = time.perf_counter(), time.process_time()
    report = table.import_stock(stock, keep_rejected=False)
    seconds = time.perf_counter() - began
    rows = report.accepted + report.updated + report.unchanged + report.rejected
    measured = {
        "sites": first.accepted + first.updated + first.unchanged,
        "sites_seconds": round(sites_seconds, 2),
        "rows": rows,
        "accepted": report.accepted,
        "updated": report.updated,
        "rejected": report.rejected,
        "seconds": round(seconds, 2),
        "rows_per_second": round(rows / seconds),
        "cpu_seconds": round(time.process_time() - cpu, 2),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    sys.stdout.write(json.dumps(measured))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
