"""The questions of the retrieval suite, and which half each belongs to. Standard library only."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.evaluation.retrieval.library import SectionKey, Sections

Half = Literal["tuned", "untouched"]
FOLDER = Path(__file__).parent
HALVES: tuple[Half, Half] = ("tuned", "untouched")


@dataclass(frozen=True, slots=True)
class Question:
    """One question as a person typed it, and the sections (`document#heading`) that answer it.

    The first section is in the document that the question was written from; it decides the half.
    """

    text: str
    language: str
    form: str
    audience: str
    jurisdiction: str
    passages: tuple[tuple[str, str], ...]

    @property
    def half(self) -> Half:
        return half_of(self.passages[0][0])

    def relevant(self, sections: Sections) -> frozenset[SectionKey]:
        return frozenset(sections.key(document, heading) for document, heading in self.passages)


def half_of(document_id: str) -> Half:
    """The half of a document, by a hash of its id: it stays when documents come and go."""
    return HALVES[hashlib.sha256(document_id.encode()).digest()[0] % 2]


def load_questions(*halves: Half) -> list[Question]:
    """The questions of the given halves (none given: of both).

    Whoever chooses weights or words opens `questions_tuned.csv` only; the other file is for reporting.
    """
    return [question for half in halves or HALVES for question in _read(FOLDER / f"questions_{half}.csv")]


def _read(file: Path) -> list[Question]:
    with file.open(encoding="utf-8", newline="") as stream:
        return [
            Question(
                text=row["question"],
                language=row["language"],
                form=row["form"],
                audience=row["audience"],
                jurisdiction=row["jurisdiction"],
                passages=tuple(_passage(part) for part in row["passages"].split(" | ")),
            )
            for row in csv.DictReader(stream)
        ]


def _passage(text: str) -> tuple[str, str]:
    document, _, heading = text.partition("#")
    return document, heading
