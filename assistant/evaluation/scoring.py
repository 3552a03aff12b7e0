"""From results to numbers: by suite and category, the tuned and the untouched half apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from assistant.evaluation.case import Split
from assistant.evaluation.run import CaseResult


class Score(msgspec.Struct, frozen=True):
    """How many of how many cases passed."""

    passed: int = 0
    total: int = 0

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where there is nothing to pass."""
        return self.passed / self.total if self.total else 1.0

    def __str__(self) -> str:
        return f"{self.passed}/{self.total} {self.share:.0%}" if self.total else "-"


class Row(msgspec.Struct, frozen=True):
    """One line of the table; `category` is "" for a whole suite, `suite` as well for everything."""

    suite: str
    category: str
    tuned: Score
    untouched: Score


class Failure(msgspec.Struct, frozen=True):
    """A case that failed; `reasons` are told of the tuned half only, so that the other stays untouched."""

    suite: str
    category: str
    id: str
    split: Split
    reasons: tuple[str, ...]


class Report(msgspec.Struct, frozen=True):
    """All that `--report` writes as JSON."""

    rows: tuple[Row, ...]
    failures: tuple[Failure, ...]


def report(results: Sequence[CaseResult]) -> Report:
    """The whole report: each category, each suite, everything; then what failed."""
    return Report(tuple(rows(results)), tuple(_failure(each) for each in results if not each.passed))


def rows(results: Sequence[CaseResult]) -> list[Row]:
    """A row for each category in the order of the files, the suite after them; everything last."""
    table: list[Row] = []
    for suite in dict.fromkeys(each.suite for each in results):
        of_suite = [each for each in results if each.suite == suite]
        categories = dict.fromkeys(each.case.category for each in of_suite)
        table += [_row(suite, name, [e for e in of_suite if e.case.category == name]) for name in categories]
        table.append(_row(suite, "", of_suite))
    return [*table, _row("", "", results)]


def _row(suite: str, category: str, results: Sequence[CaseResult]) -> Row:
    halves = [
        _score(each for each in results if each.case.split == split) for split in ("tuned", "untouched")
    ]
    return Row(suite, category, *halves)


def _score(results: Iterable[CaseResult]) -> Score:
    passed = [each.passed for each in results]
    return Score(sum(passed), len(passed))


def _failure(result: CaseResult) -> Failure:
    case = result.case
    reasons = result.failures if case.split == "tuned" else ()
    return Failure(result.suite, case.category, case.id, case.split, reasons)
