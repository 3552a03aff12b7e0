"""`tideover evaluate` over a suite of two cases, on the shared data folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.command_line import main

SUITE = """
- id: hotline-number
  category: numbers
  turns: [{say: "phone number of the Red Cross?", expect: {must: ['1-800-733-2767']}}]
- id: cannot-hold
  category: wrong
  turns: [{say: "phone number of the Red Cross?", expect: {must: ['no such words']}}]
"""


@pytest.fixture
def suites(tmp_path: Path, built_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TIDEOVER_HOME", str(built_home))
    (tmp_path / "tiny.yaml").write_text(SUITE, encoding="utf-8")
    return tmp_path


def test_scores_as_a_table_and_as_json(suites: Path, tmp_path: Path) -> None:
    file = tmp_path / "scores.json"
    done = CliRunner().invoke(main, ["evaluate", "--suites", str(suites), "--report", str(file)])
    assert done.exit_code == 0, done.output
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert lines[0] == ["Suite", "Category", "Tuned", "Untouched"]
    assert {tuple(line[:2]) for line in lines[1:]} == {
        ("tiny", "numbers"), ("tiny", "wrong"), ("tiny", "all"), ("everything", "all"),
    }  # fmt: skip
    report = json.loads(file.read_text())
    assert [failure["id"] for failure in report["failures"]] == ["cannot-hold"]
    whole = report["rows"][-1]
    assert whole["tuned"]["total"] + whole["untouched"]["total"] == 2


def test_no_such_suite_is_a_failure_in_one_sentence(suites: Path) -> None:
    failed = CliRunner().invoke(main, ["evaluate", "--suites", str(suites), "--suite", "other"])
    assert failed.exit_code == 1
    assert "There are: tiny." in failed.output
