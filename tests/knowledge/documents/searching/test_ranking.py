"""Ranks, scores, repeats."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents.searching.ranking import best_rows, chances, without_repeats


@given(st.lists(st.tuples(st.floats(0, 1, width=32), st.booleans()), max_size=40), st.integers(1, 10))
def test_the_best_allowed_rows_in_order(items: list[tuple[float, bool]], limit: int) -> None:
    scores = np.array([score for score, _ in items], dtype=np.float32)
    allowed = np.array([through for _, through in items], dtype=np.bool_)
    wanted = sorted((row for row in range(len(items)) if allowed[row]), key=lambda row: (-scores[row], row))
    found = best_rows(scores, allowed, limit).tolist()
    assert [scores[row] for row in found] == [scores[row] for row in wanted[:limit]]
    assert all(allowed[row] for row in found)


def test_a_chance_grows_with_meaning_and_with_words() -> None:
    low, meaning, words = chances(
        np.array([0.1, 0.6, 0.1], dtype=np.float32), np.array([0.1, 0.1, 0.9], dtype=np.float32)
    )
    assert 0 < low < meaning < 1
    assert low < words < 1
    by_words = chances(None, np.array([0.0, 1.0], dtype=np.float32))
    assert by_words[0] < 0.1 < 0.9 < by_words[1]


def test_passages_that_say_the_same_are_shown_once() -> None:
    matrix = np.array([[1, 0], [0.999, 0.045], [0, 1]], dtype=np.float32)
    assert list(without_repeats([1, 0, 2], matrix)) == [1, 2]
    assert list(without_repeats([1, 0, 2], None)) == [1, 0, 2]
