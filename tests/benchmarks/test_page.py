"""The page and the plots from figures; a part without figures is said, not left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.benchmarks.markdown import table
from tests.benchmarks.page import COMMANDS, SECTIONS, page, write_page
from tests.benchmarks.plots import Bar, bars, line
from tests.benchmarks.run import PARTS, run_part
from tests.benchmarks.shown.comparison import MISSES, comparison, whole_answers
from tests.evaluation.retrieval.questions import HALVES

SVG = "{http://www.w3.org/2000/svg}"


def _row(recall: float) -> dict[str, Any]:
    view = {"recall": recall, "ndcg": recall, "mrr": recall}
    return {
        "quality": {
            half: {"questions": 20, "document": view, "section": view, "words": recall} for half in HALVES
        },
        "asked": {"one after another": 150, "sixteen at a time": 200},
        "latency_ms": {"p50": 7.5, "p95": 9.0, "p99": 9.5},
        "answers_per_second_at_16": 120.0,
        "first_answer_seconds": 3.1,
        "build_seconds": 40.0,
        "memory_mb": 500,
    }


TIMES = {"p50": 1.5, "p95": 2.5, "p99": 3.5}
LOADED = {
    "asked": 1000,
    "of": 2000,
    "failed": 3,
    "seconds": 20.5,
    "answers_per_second": 48.6,
    "all_ms": TIMES,
    "memory_mb": [[0, 700.0], [1000, 707.0]],
    "memory_growth_percent": 1.0,
}
FIGURES: dict[str, dict[str, Any]] = {
    "floor": {"in_process": {"forward pass": TIMES}},
    "served_floor": {
        "rounds": 300,
        "times_ms": {"hello": TIMES, "documents": TIMES},
        "floor_ms": 8.0,
        "documents_to_floor": 1.25,
        "own_floor_ms": 5.0,
        "documents_to_own_floor": 2.0,
        "structured_in_server_ms": {"availability": 2.0, "rules": 1.5},
    },
    "mixed_questions": {
        "questions": 300,
        "failed": 0,
        "one after another": {"all_ms": TIMES, "answers_per_second": 150.0},
        "memory_mb": 700,
    },
    "load": {"workers 1": LOADED},
    "load_while_importing": {**LOADED, "import_rows": 50000, "imports_completed": 4},
    "memory": {**LOADED, "workers": 2},
    "starting": {"--help": {"seconds": 0.31, "imports_model": False}, "restart to ready": {"seconds": 5.2}},
    "answers": {
        "suites": [
            {
                "suite": "triage",
                "tuned": {"passed": 40, "total": 40},
                "untouched": {"passed": 34, "total": 35},
            }
        ]
    },
    "availability": {
        "feed": {"sites": 60000, "sizes": [100000, 10200000], "update_rows": 1000000},
        "import": {"sqlite 10200000": {"rows_per_second": 56500, "peak_memory_mb": 392}},
        "search": {
            "sqlite 10200000": {**TIMES, "places": 9.8},
            "postgresql nearest": {"trouble": "the extension postgis is not installed"},
            "sqlite version": "3.40.1",
        },
        "http": {"sqlite": {**TIMES, "healthz": TIMES}},
        "seconds": {"feed": 60},
    },
    "profile": {
        "rules": {
            "processor_ms_per_answer": 2.2,
            "most_with_callees": [{"where": "a.py:1 f", "calls": 1.0, "own_ms": 0.5, "whole_ms": 2.0}],
        }
    },
}
SHOWN = {
    "floor": "| forward pass | 1.5 | 2.5 | 3.5 |",
    "served_floor": "takes 1.25 times one forward pass and one hello (8.0 ms)",
    "mixed_questions": "| one after another | 1.5 | 2.5 | 3.5 | 150.0 |",
    "load": "| workers 1 | 48.6 | 1.5 | 2.5 | 3.5 | 1000 | 3 | 707.0 |",
    "load_while_importing": "4 imports of 50,000 stock rows",
    "memory": "1,000 of 2,000 requests in 20.5 s to 2 workers",
    "answers": "| triage | 40/40 | 34/35 | 97 |",
    "availability": "| import, rows/s (aim: 40,000) | 56,500 | not measured |",
    "starting": "| --help | 0.31 | no |",
    "profile": "| `a.py:1 f` | 2.0 | 0.5 | 1.0 |",
}
COMPARED = {
    "tideover, default": _row(0.8),
    "txtai, hybrid": _row(0.7),
    "haystack, dense": {"trouble": "did not install: no such package"},
}


def _measure(folder: Path, name: str, figures: dict[str, Any]) -> None:
    run_part(name, lambda quick: dict(figures), folder, quick=False)


def test_every_part_has_a_section() -> None:
    assert set(SECTIONS) == {*PARTS, *COMMANDS}


@pytest.mark.parametrize("name", SHOWN)
def test_a_part_shows_its_figures(name: str) -> None:
    assert SHOWN[name] in SECTIONS[name][1](FIGURES[name])


def test_the_comparison_states_margins_and_what_is_missing() -> None:
    text = comparison(COMPARED)
    assert "| txtai, hybrid | +0.100 | +0.100 | +0.100 | +0.100 | +0.100 | +0.100 |" in text
    assert "haystack, dense: no figures, did not install: no such package" in text
    assert "20 tuned, 20 untouched" in text


def test_a_whole_answer_stands_beside_retrieval() -> None:
    text = whole_answers(COMPARED, FIGURES["served_floor"])
    assert "reach our Recall@5 on the untouched half: none." in text
    assert "| tideover, the whole answer over HTTP |  | 1.5 | 2.5 |" in text


def test_steps_of_availability_that_were_not_run_or_cannot_be_are_said() -> None:
    text = SECTIONS["availability"][1](FIGURES["availability"])
    assert "| PostGIS, nearest by its index | not measured | the extension postgis is not installed |" in text
    assert "| 100,000 | SQLite | not measured |" in text


def test_a_part_that_was_not_run_is_said() -> None:
    text = page(dict.fromkeys(SECTIONS))
    assert text.count("Not run;") == len(SECTIONS)


def test_a_file_of_an_earlier_version_does_not_cost_the_page(tmp_path: Path) -> None:
    _measure(tmp_path, "memory", {"asked": 1})
    write_page(tmp_path)
    assert "No figures: the file has no " in (tmp_path / "README.md").read_text(encoding="utf-8")


def test_a_part_that_fails_says_why_and_keeps_the_others(tmp_path: Path) -> None:
    def failing(quick: bool) -> dict[str, Any]:
        raise RuntimeError("the server did not become ready")

    run_part("load", failing, tmp_path, quick=True)
    _measure(tmp_path, "comparison", {**COMPARED, MISSES: "# Misses\n"})
    write_page(tmp_path)
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "No figures: RuntimeError: the server did not become ready" in text
    assert "| txtai, hybrid | 0.7 |" in text
    assert (tmp_path / MISSES).read_text(encoding="utf-8") == "# Misses\n"
    assert MISSES not in json.loads((tmp_path / "comparison.json").read_text(encoding="utf-8"))["figures"]
    for plot in ("quality.svg", "latency.svg"):
        assert f"({plot})" in text
        assert (tmp_path / plot).exists()


def test_a_cell_cannot_break_its_table() -> None:
    assert table(["a", "b"], [["x|y", "1\n2"]]).splitlines()[-1] == r"| x\|y | 1 2 |"


def test_bars_are_as_long_as_their_values() -> None:
    drawing = ElementTree.fromstring(bars("T", "ms", [Bar("ours <1>", 2.0, ours=True), Bar("peer", 4.0)]))
    ours, peer = (float(each.attrib["width"]) for each in drawing.iter(f"{SVG}rect"))
    assert peer == pytest.approx(2 * ours)
    assert "ours <1>" in [each.text for each in drawing.iter(f"{SVG}text")]


def test_a_line_begins_at_zero() -> None:
    drawing = ElementTree.fromstring(line("T", "MB", [(0, 500.0), (100, 250.0)]))
    (drawn,) = drawing.iter(f"{SVG}polyline")
    (_, top), (_, half) = (map(float, point.split(",")) for point in drawn.attrib["points"].split())
    zero = next(float(each.attrib["y"]) for each in drawing.iter(f"{SVG}text") if each.text == "0")
    assert zero - top == pytest.approx(2 * (zero - half))
