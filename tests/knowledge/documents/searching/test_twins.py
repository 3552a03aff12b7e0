"""Which passage of an original a translated passage stands for."""

from __future__ import annotations

import numpy as np

from knowledge.documents.document import Passage
from knowledge.documents.searching.twins import lifted, twin_pairs


def passage(document: str, heading: str, ordinal: int, translation_of: str = "") -> Passage:
    return Passage(
        id=f"{document}{ordinal}",
        document_id=document,
        title=document,
        heading=heading,
        text="x",
        ordinal=ordinal,
        translation_of=translation_of,
    )


def test_section_by_section() -> None:
    held = [
        passage("a", "One", 1),
        passage("a", "Two", 2),
        passage("a", "Two", 3),
        passage("a-es", "Uno", 1, "a"),
        passage("a-es", "Dos", 2, "a"),
    ]
    assert sorted(map(tuple, twin_pairs(held).tolist())) == [(3, 0), (4, 1), (4, 2)]


def test_other_sections_are_laid_side_by_side() -> None:
    held = [
        passage("a", "One", 1),
        passage("a", "Two", 2),
        passage("a-es", "Todo", 1, "a"),
        passage("a-es", "Todo", 2, "a"),
    ]
    assert sorted(map(tuple, twin_pairs(held).tolist())) == [(2, 0), (3, 1)]


def test_a_translation_without_its_original_stands_alone() -> None:
    pairs = twin_pairs([passage("a-es", "Uno", 1, "a")])
    assert pairs.shape == (0, 2)
    values = np.array([0.3], dtype=np.float32)
    assert lifted(values, pairs).tolist() == values.tolist()


def test_a_translated_passage_has_at_least_the_value_of_its_original() -> None:
    pairs = np.array([[2, 0], [3, 1]])
    values = np.array([0.9, 0.1, 0.2, 0.5], dtype=np.float32)
    assert np.allclose(lifted(values, pairs), [0.9, 0.1, 0.9, 0.5])
