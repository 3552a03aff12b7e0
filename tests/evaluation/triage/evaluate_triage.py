"""How well triage hears danger: recall and false alarms by category, on phrases split by a fixed seed.

The tuned half may be looked at while patterns are written. The untouched half is only counted.
`later_tuned.csv` was written when the first patterns stood, to find what they miss, and then tuned on;
`later_untouched.csv` was written when the patterns were done and is only counted.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from assistant.triage import Triage, assess

FOLDER = Path(__file__).parent
SEED = 20261122
Split = Literal["tuned", "untouched"]
DANGER = ("emergency", "urgent")


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that a person might type, and what has to be heard in it."""

    text: str
    category: str
    urgency: str
    language: str
    origin: str
    split: Split


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one category and urgency in one split. `heard` is 'at least as urgent as it is'."""

    split: Split
    category: str
    urgency: str
    cases: int
    heard: int
    raised: int

    @property
    def share_heard(self) -> float:
        """Recall for dangers; the share answered calmly for harmless phrases."""
        return self.heard / self.cases if self.cases else 1.0


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of one run."""

    figures: tuple[Figures, ...]

    def recall(self, split: Split, urgency: str) -> float:
        """The share of dangers of this urgency that were heard as at least that urgent."""
        chosen = [f for f in self.figures if f.split == split and f.urgency == urgency]
        return sum(f.heard for f in chosen) / sum(f.cases for f in chosen)

    def false_alarms(self, split: Split) -> float:
        """The share of harmless phrases that raised any flag."""
        return 1 - self.recall(split, "routine")

    def overcalled(self, split: Split) -> float:
        """The share of urgent phrases that were called an emergency."""
        chosen = [f for f in self.figures if f.split == split and f.urgency == "urgent"]
        return sum(f.raised for f in chosen) / sum(f.cases for f in chosen)


def cases() -> tuple[Case, ...]:
    """All phrases; each category and urgency of phrases.csv is cut in half by `SEED`."""
    groups: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in sorted(_rows("phrases"), key=lambda row: row["text"]):
        groups.setdefault((row["category"], row["urgency"]), []).append(row)
    halves = [case for name in sorted(groups) for case in _halves(groups[name])]
    later = [Case(**row, split="tuned") for row in _rows("later_tuned")]
    return (*halves, *later, *(Case(**row, split="untouched") for row in _rows("later_untouched")))


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _halves(rows: list[dict[str, str]]) -> Iterable[Case]:
    random.Random(SEED).shuffle(rows)
    for number, row in enumerate(rows):
        yield Case(**row, split="tuned" if number % 2 == 0 else "untouched")


def evaluate_triage(
    embed: Callable[[list[str]], Any] | None = None, assess: Callable[..., Triage] = assess
) -> Report:
    """Run every phrase through triage and count."""
    counts: dict[tuple[Split, str, str], list[int]] = {}
    for case in cases():
        triage = assess(case.text, language=case.language, embed=embed)
        count = counts.setdefault((case.split, case.category, case.urgency), [0, 0, 0])
        count[0] += 1
        count[1] += heard(case, triage)
        count[2] += case.urgency == "urgent" and triage.urgency == "emergency"
    return Report(tuple(Figures(*name, *count) for name, count in sorted(counts.items())))


def heard(case: Case, triage: Triage) -> bool:
    """Whether the danger was heard, or the harmless phrase answered calmly."""
    if case.urgency == "routine":
        return triage.urgency == "routine"
    return triage.urgency in DANGER[: DANGER.index(case.urgency) + 1]


def table(report: Report) -> str:
    """The report in lines: by split and category, then the sums."""
    lines = [f"{'split':<10}{'category':<14}{'urgency':<11}{'cases':>6}{'heard':>7}{'share':>7}"]
    lines += [
        f"{f.split:<10}{f.category:<14}{f.urgency:<11}{f.cases:>6}{f.heard:>7}{f.share_heard:>7.2f}"
        for f in report.figures
    ]
    splits: tuple[Split, ...] = ("tuned", "untouched")
    lines += [
        f"{split}: emergency recall {report.recall(split, 'emergency'):.3f}, urgent recall"
        f" {report.recall(split, 'urgent'):.3f}, false alarms {report.false_alarms(split):.3f},"
        f" urgent called emergency {report.overcalled(split):.3f}"
        for split in splits
    ]
    return "\n".join(lines)
