"""Footnote numbers glued to words: raised when the whole series is there, else untouched."""

from __future__ import annotations

import pytest

from knowledge.documents.loading.footnotes import restore_footnotes


def test_a_note_that_begins_with_a_number_is_not_read_as_another_number() -> None:
    text = "Rare drugs are in stock1. Help grew in 20182.\n\n199.1% of the list.\n2Own count, 2018.\n"
    assert restore_footnotes(text) == (
        "Rare drugs are in stock¹. Help grew in 2018².\n\n¹ 99.1% of the list.\n² Own count, 2018.\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Vitamin B12 and A1C stay.\n\n1. First step\n2. Second step\n",
        "Call 211.\n1 tablet a day is usual.\n",
        "The word1 has a mark but no note follows.\n",
        "No marks here.\n\n1Note one.\n2Note two.\n",
    ],
)
def test_what_is_no_series_stays_as_it_is(text: str) -> None:
    assert restore_footnotes(text) == text


def test_a_mark_after_the_sentence_and_a_numbered_note() -> None:
    text = "The goal is 25% by December 2021.1 Our work goes on.\n\n  1. In eight cities first.\n"
    assert "2021.¹ Our work" in restore_footnotes(text)
    assert "¹ In eight cities first." in restore_footnotes(text)
