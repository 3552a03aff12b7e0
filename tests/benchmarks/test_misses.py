"""The account of the worst misses, on two documents small enough to read."""

from __future__ import annotations

import pytest

from tests.benchmarks.misses import as_markdown, why, worst_misses
from tests.evaluation.retrieval.library import LibraryDocument
from tests.evaluation.retrieval.questions import Question
from tests.evaluation.retrieval.scoring import Piece, Scorer

COLD = ("Cold", "Insulin that is open keeps four weeks at room temperature, out of the sun.")
TRAVEL = ("Travel", "On the road a clay pot cools what must not freeze and must not get warm either.")
PAY = ("Pay", "Whoever has no insurance pays nothing for thirty days of medicine after a declaration.")


def _document(name: str, *sections: tuple[str, str]) -> LibraryDocument:
    body = "\n\n".join(f"## {heading}\n\n{text}" for heading, text in sections)
    return LibraryDocument(name, name, name, "en", body, sections)


DOCUMENTS = {"insulin": _document("insulin", COLD, TRAVEL), "help": _document("help", PAY)}


def _piece(document: str, section: tuple[str, str]) -> Piece:
    return Piece(document, "\n".join(section))


QUESTION = Question("does opened insulin spoil", "en", "plain", "evacuee", "US", (("insulin", "Cold"),))


@pytest.mark.parametrize(
    ("came", "said"),
    [
        ([("help", PAY), ("insulin", COLD)], "a right section came at place 2, 1 were wanted"),
        ([("insulin", TRAVEL)], "the right document came at place 1, with other sections of it"),
        ([("help", PAY)], "nothing of the right document among the 1 passages"),
    ],
)
def test_why_says_how_far_down_the_right_one_came(came: list[tuple[str, tuple[str, str]]], said: str) -> None:
    ranking = [_piece(document, section) for document, section in came]
    found = why(Scorer(DOCUMENTS), DOCUMENTS, QUESTION, ranking)
    assert found == f"{said}; of its 3 longer words 1 stand in what was wanted"


def test_the_worst_comes_first() -> None:
    rankings = [[_piece("insulin", COLD)], [_piece("help", PAY)]]
    found = worst_misses(DOCUMENTS, [QUESTION, QUESTION], rankings)
    assert [miss.score for miss in found] == [0.0, 1.0]
    assert as_markdown(found).index("nothing of the right document") < as_markdown(found).index("at place 1")
