"""The availability table at national scale, on both engines."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.benchmarks.markdown import Figures, table

ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
MISSING = "not measured"


def availability(figures: Figures) -> str:
    """Steps that were not run yet leave 'not measured' in their rows."""
    feed = figures.get("feed")
    if not feed:
        return "Only begun."
    rows = feed["sizes"][-1]
    search = figures.get("search", {})
    engines = ", ".join(f"{shown} {search.get(f'{name} version', '')}" for name, shown in ENGINES.items())
    seconds = ", ".join(f"{step} {each} s" for step, each in figures["seconds"].items())
    return "\n\n".join(
        [
            f"{feed['sites']:,} sites, {rows:,} stock rows, invented and seeded; random pairs of medicine "
            f"and ZIP code, ten results each. {engines}. Steps: {seconds}.",
            table(["", *ENGINES.values()], _rows(figures, rows)),
            "The plain way and PostGIS know no opening hours, no freshness, no conflicts, no useful order.",
            _growth(figures, feed["sizes"]),
        ]
    )


def _rows(figures: Figures, rows: int) -> list[list[str]]:
    imports, search, http, busy, kill = (
        figures.get(step, {}) for step in ("import", "search", "http", "busy", "kill")
    )
    cells: dict[str, Callable[[str], str]] = {
        "import, rows/s (aim: 40,000)": lambda name: f"{imports[f'{name} {rows}']['rows_per_second']:,}",
        "import, peak memory MB (aim: under 600)": lambda name: str(
            imports[f"{name} {rows}"]["peak_memory_mb"]
        ),
        "search function, p50 / p95 ms (aims: SQLite 1 / 3, PostgreSQL p95 8)": lambda name: _times(
            search[f"{name} {rows}"]
        ),
        "search over HTTP, p50 / p95 ms (aim: SQLite 3 / 6)": lambda name: _times(http[name]),
        "· a call that looks nothing up": lambda name: _times(http[name]["healthz"]),
        "bounding box, then haversine": lambda name: _times(search[f"{name} bounding box"]),
        "PostGIS, nearest by its index": lambda name: _times(search[f"{name} nearest"]),
        f"search p95 idle / during an import of {figures['feed']['update_rows']:,} rows": lambda name: (
            f"{busy[name]['idle']['p95']} / {busy[name]['busy']['p95']} ms"
        ),
        "· times the idle one (aim: at most 3)": lambda name: (
            f"{busy[name]['busy']['p95'] / busy[name]['idle']['p95']:.1f}"
        ),
        "· searches meanwhile, failed": lambda name: f"{busy[name]['searches']:,}, {busy[name]['failed']}",
        "kills during imports and reports": lambda name: str(kill[name]["kills"]),
        "· reports promised, lost": lambda name: f"{kill[name]['reports_promised']}, {kill[name]['lost']}",
    }
    return [[what, *(_found(cell, name) for name in ENGINES)] for what, cell in cells.items()]


def _growth(figures: Figures, sizes: list[int]) -> str:
    imports, search = figures.get("import", {}), figures.get("search", {})
    rows = [
        [
            f"{size:,}",
            shown,
            imports.get(f"{name} {size}", {}).get("rows_per_second", MISSING),
            *(search.get(f"{name} {size}", {}).get(key, MISSING) for key in ("p50", "p95", "places")),
        ]
        for size in sizes
        for name, shown in ENGINES.items()
    ]
    return table(["stock rows", "engine", "import rows/s", "p50 ms", "p95 ms", "places found"], rows)


def _times(found: Mapping[str, object]) -> str:
    return str(found["trouble"]) if "trouble" in found else f"{found['p50']} / {found['p95']}"


def _found(cell: Callable[[str], str], name: str) -> str:
    try:
        return cell(name)
    except KeyError:
        return MISSING
