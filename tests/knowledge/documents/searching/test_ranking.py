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
    every = np.ones(3, dtype=np.bool_)
    low, meaning, words = chances(
        np.array([0.1, 0.6, 0.1], dtype=np.float32), np.array([0.1, 0.1, 0.9], dtype=np.float32), every
    )
    assert 0 < low < meaning < 1
    assert low < words < 1
    by_words = chances(None, np.array([0.0, 1.0], dtype=np.float32), every[:2])
    assert by_words[0] < 0.1 < 0.9 < by_words[1]


def test_the_words_of_a_long_message_tell_passages_apart_though_none_carries_many() -> None:
    cosines = np.array([0.40, 0.36, 0.36], dtype=np.float32)
    shares = np.array([0.01, 0.06, 0.50], dtype=np.float32)
    first_two = np.array([True, True, False])
    alone = chances(cosines, shares, first_two)
    assert alone[1] > alone[0]
    # Beside a passage that carries much of it, the same few words are next to nothing.
    beside = chances(cosines, shares, np.ones(3, dtype=np.bool_))
    assert beside[1] < beside[0] < beside[2]


def test_passages_that_say_the_same_are_shown_once() -> None:
    matrix = np.array([[1, 0], [0.999, 0.045], [0, 1]], dtype=np.float32)
    assert list(without_repeats([1, 0, 2], matrix)) == [1, 2]
    assert list(without_repeats([1, 0, 2], None)) == [1, 0, 2]
