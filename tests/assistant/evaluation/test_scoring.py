"""From results to the table and the report."""

from __future__ import annotations

from assistant.evaluation.case import Case, Turn
from assistant.evaluation.run import CaseResult
from assistant.evaluation.scoring import Score, report


def _case(split: str, category: str, skip: int = 0) -> Case:
    """The first case of its kind that falls into a half."""
    cases = (Case(id=f"{category}-{n}", category=category, turns=(Turn("x"),)) for n in range(1000))
    return [case for case in cases if case.split == split][skip]


RESULTS = [
    CaseResult("one", _case("tuned", "red"), (), ()),
    CaseResult("one", _case("tuned", "red", 1), (), ("urgency is routine",)),
    CaseResult("one", _case("untouched", "blue"), (), ("language is en",)),
    CaseResult("two", _case("untouched", "red"), (), ()),
]


def test_rows_by_category_suite_and_everything() -> None:
    rows = report(RESULTS).rows
    assert [(row.suite, row.category) for row in rows] == [
        ("one", "red"), ("one", "blue"), ("one", ""), ("two", "red"), ("two", ""), ("", ""),
    ]  # fmt: skip
    assert rows[0].tuned == Score(1, 2)
    assert rows[1].untouched == Score(0, 1)
    assert (rows[-1].tuned, rows[-1].untouched) == (Score(1, 2), Score(1, 2))


def test_reasons_of_the_untouched_half_are_not_told() -> None:
    told = {failure.split: failure.reasons for failure in report(RESULTS).failures}
    assert told == {"tuned": ("urgency is routine",), "untouched": ()}


def test_a_score_in_words() -> None:
    assert str(Score(3, 4)) == "3/4 75%"
    assert str(Score()) == "-"
    assert Score().share == 1.0
