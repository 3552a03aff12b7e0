"""Reading suites: what a person without programming writes wrong is said with the case and the field."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.evaluation.case import Case, Turn
from assistant.evaluation.suites import load_suites
from knowledge.errors import BadInput, NotFound

GOOD = (
    "- {id: a, category: c, at: '2024-10-15T15:00:00Z', "
    "turns: [{say: hello, expect: {current_state: null}}]}\n"
)


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_suites_come_by_name(tmp_path: Path) -> None:
    write(tmp_path, second=GOOD.replace("id: a", "id: b"), first=GOOD)
    assert [suite.name for suite in load_suites(tmp_path)] == ["first", "second"]
    (one,) = load_suites(tmp_path, "second")
    assert one.cases[0].id == "b"
    assert one.cases[0].at is not None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: b: c", "no YAML"),
        ("{}", "list of cases"),
        ("- id: a", "category"),
        (GOOD.replace("current_state", "curent_state"), "curent_state"),
        (GOOD.replace("{current_state: null}", "{urgency: soon}"), "urgency"),
        (GOOD.replace("{current_state: null}", "{must: ['(']}"), "no regular expression"),
        (
            GOOD.replace("{current_state: null}", "{within: {rule: {must_not: ['[']}}}"),
            "no regular expression",
        ),
        (GOOD.replace("15:00:00Z", "15:00:00"), "time zone"),
        (GOOD.replace("[{say: hello, expect: {current_state: null}}]", "[]"), "no turns"),
        ("- hello", "no mapping"),
        (GOOD + GOOD, "more than once: a"),
    ],
)
def test_a_broken_suite_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        load_suites(write(tmp_path, broken=text))


def test_no_suites_and_no_such_suite(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no suites"):
        load_suites(tmp_path)
    with pytest.raises(NotFound, match="There are: first"):
        load_suites(write(tmp_path, first=GOOD), "second")


def test_the_half_depends_on_the_id_alone() -> None:
    halves = [Case(id=f"case-{n}", category="c", turns=(Turn("x"),)).split for n in range(400)]
    assert 160 < halves.count("tuned") < 240
    again = Case(id="case-0", category="other", turns=(Turn("y"),), audience="agent").split
    assert again == halves[0]
