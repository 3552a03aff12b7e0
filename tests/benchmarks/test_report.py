"""The page and the plots from figures; a part without figures is said, not left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.benchmarks.plots import Bar, bars, line
from tests.benchmarks.report import SECTIONS, comparison, page, table, write_page
from tests.benchmarks.run import MISSES, PARTS, run_part
from tests.evaluation.retrieval.questions import HALVES

SVG = "{http://www.w3.org/2000/svg}"


def _row(recall: float) -> dict[str, Any]:
    view = {"recall": recall, "ndcg": recall, "mrr": recall}
    return {
        "quality": {half: {"questions": 20, "document": view, "section": view} for half in HALVES},
        "latency_ms": {"p50": 7.5, "p95": 9.0, "p99": 9.5},
        "answers_per_second_at_16": 120.0,
        "first_answer_seconds": 3.1,
        "build_seconds": 40.0,
        "memory_mb": 500,
    }


COMPARED = {
    "tideover, default": _row(0.8),
    "txtai, hybrid": _row(0.7),
    "haystack, dense": {"trouble": "did not install: no such package"},
}


def _measure(folder: Path, name: str, figures: dict[str, Any]) -> None:
    run_part(name, lambda quick: dict(figures), folder, quick=False)


def test_every_part_has_a_section() -> None:
    assert set(SECTIONS) == set(PARTS)


def test_the_comparison_states_margins_and_what_is_missing() -> None:
    text = comparison(COMPARED)
    assert "R +0.100 to the best peer (txtai, hybrid)" in text
    assert "haystack, dense: no figures, did not install: no such package" in text
    assert "20 tuned, 20 untouched" in text


def test_a_part_that_was_not_run_is_said() -> None:
    text = page(dict.fromkeys(SECTIONS))
    assert text.count("Not run;") == len(SECTIONS)


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
