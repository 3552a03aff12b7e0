"""How well medicines are recognised: a suite of sentences, half of which is never tuned on.

A suite is a folder of CSV files, one per kind of sentence, with the columns `text`, `expected`,
`strength`. `expected` lists generic names joined by `|`; `a ~ b` means that one has to ask which.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from knowledge.medicines.medicine import MedicineMention
from knowledge.medicines.vocabulary import Vocabulary

Half = Literal["tuned", "untouched", "all"]
# Decides for ever which half a sentence is in; with its text, so that new sentences move no old ones.
SPLIT_SEED = 20261122


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence: each expected mention is the set of medicines that it must name or ask between."""

    kind: str
    text: str
    expected: tuple[frozenset[str], ...]
    strength: str

    @property
    def half(self) -> Half:
        """The half of the suite that this sentence is in."""
        return "tuned" if sha256(f"{SPLIT_SEED}:{self.text}".encode()).digest()[0] % 2 else "untouched"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found in one sentence: right mentions, expected ones missed, and wrong ones.

    `asked` counts right mentions where one medicine was meant but the person would be asked between several.
    """

    case: Case
    right: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    asked: int
    strength_right: bool


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one kind of sentence, or of all."""

    kind: str
    sentences: int
    right: int
    missed: int
    wrong: int
    asked: int

    @property
    def precision(self) -> float:
        """Share of the mentions found that were right; 1 when none was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the mentions expected that were found; 1 when none was expected."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass(frozen=True, slots=True)
class RecognitionReport:
    """The scores by kind, the total, and every sentence that was not read quite right."""

    half: Half
    scores: tuple[Score, ...]
    total: Score
    mistakes: tuple[Outcome, ...]


def evaluate_recognition(vocabulary: Vocabulary, suite: Path, half: Half = "untouched") -> RecognitionReport:
    """Reads the sentences of one half of a suite and counts what was recognised."""
    outcomes = [_outcome(c, vocabulary) for c in read_suite(suite) if half in ("all", c.half)]
    kinds = sorted({o.case.kind for o in outcomes})
    scores = tuple(_score(kind, [o for o in outcomes if o.case.kind == kind]) for kind in kinds)
    mistakes = tuple(o for o in outcomes if o.missed or o.wrong or not o.strength_right)
    return RecognitionReport(half, scores, _score("all", outcomes), mistakes)


def read_suite(suite: Path) -> list[Case]:
    """The sentences of all CSV files in a folder; the file's name is the kind."""
    cases = []
    for path in sorted(suite.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            cases += [_case(path.stem, row) for row in csv.DictReader(file)]
    return cases


def _case(kind: str, row: dict[str, str]) -> Case:
    expected = tuple(frozenset(e.split(" ~ ")) for e in row["expected"].split("|") if e)
    return Case(kind, row["text"], expected, row["strength"])


def _outcome(case: Case, vocabulary: Vocabulary) -> Outcome:
    mentions = vocabulary.find(case.text)
    open_expected = list(case.expected)
    right = asked = 0
    wrong = []
    for mention in mentions:
        met = next((e for e in open_expected if _meets(mention, e)), None)
        if met is not None:
            open_expected.remove(met)
            right += 1
            asked += mention.certainty == "ask" and len(met) == 1
        elif not any(_meets(mention, e) for e in case.expected):
            wrong.append(f"{mention.matched} → {mention.medicine.name}")
    missed = tuple(" ~ ".join(sorted(e)) for e in open_expected)
    strengths = {m.strength for m in mentions}
    return Outcome(case, right, missed, tuple(wrong), asked, not case.strength or case.strength in strengths)


def _meets(mention: MedicineMention, expected: frozenset[str]) -> bool:
    if mention.certainty != "ask":
        return expected == {mention.medicine.name}
    return expected <= {m.name for m in mention.candidates}


def _score(kind: str, outcomes: Iterable[Outcome]) -> Score:
    held = list(outcomes)
    return Score(
        kind=kind,
        sentences=len(held),
        right=sum(o.right for o in held),
        missed=sum(len(o.missed) for o in held),
        wrong=sum(len(o.wrong) for o in held),
        asked=sum(o.asked for o in held),
    )
