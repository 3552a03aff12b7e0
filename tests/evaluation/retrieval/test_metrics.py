"""The figures, on rankings small enough to count by hand."""

from __future__ import annotations

from math import log2

import pytest

from tests.evaluation.retrieval.library import load_documents
from tests.evaluation.retrieval.metrics import figures, ndcg, recall, reciprocal_rank
from tests.evaluation.retrieval.scoring import Piece, Scorer

A, B, C, X = (frozenset([name]) for name in "abcx")


def test_recall_counts_the_first_five_places() -> None:
    assert recall([X, X, X, X, A, B], A | B) == 0.5
    assert recall([A | B, X], A | B) == 1.0


def test_recall_of_more_than_five_right_ones_can_be_whole() -> None:
    right = frozenset("abcdefg")
    assert recall([frozenset([name]) for name in "abcde"], right) == 1.0


def test_ndcg_discounts_by_place_and_counts_a_unit_once() -> None:
    assert ndcg([A, B], A | B) == 1.0
    assert ndcg([A, A], A | B) == pytest.approx(1 / (1 + 1 / log2(3)))
    assert ndcg([X, A], A) == pytest.approx(1 / log2(3))


def test_reciprocal_rank_is_that_of_the_first_right_place() -> None:
    assert reciprocal_rank([X, A, B], A | B) == 0.5
    assert reciprocal_rank([X], A) == 0.0


def test_figures_are_means() -> None:
    assert figures([([A], A), ([X], A)]).recall == 0.5


def test_a_piece_counts_for_the_sections_it_holds_most_of() -> None:
    documents = load_documents()
    document = documents["epap-who-qualifies"]
    scorer = Scorer(documents)
    whole = Piece(document.id, document.body)
    heading, text = document.sections[1]
    one = Piece(document.id, f"{heading}\n{text}")
    assert len(scorer.section_places([whole])[0]) == len(document.sections)
    assert {key.number for key in scorer.section_places([one])[0]} == {1}  # type: ignore[attr-defined]
    assert scorer.section_places([Piece(document.id, heading)]) == []


def test_a_translation_counts_as_its_original() -> None:
    documents = load_documents()
    heading, text = documents["epap-who-qualifies-es"].sections[1]
    scorer = Scorer(documents)
    (place,) = scorer.section_places([Piece("epap-who-qualifies-es", f"{heading}\n{text}")])
    assert {(key.document, key.number) for key in place} == {("epap-who-qualifies", 1)}  # type: ignore[attr-defined]
