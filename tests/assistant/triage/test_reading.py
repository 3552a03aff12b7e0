"""Spelling mended, joined words, sayings taken out."""

from __future__ import annotations

import pytest

from assistant.triage.lexicon import lexicon
from assistant.triage.reading import read


def concepts(text: str) -> set[str]:
    return {hit.concept for hit in read(text, lexicon()).hits if hit.status == "now"}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("i cant brethe", "cannot_breathe"),
        ("having a siezure", "seizure_now"),
        ("he is unconsious", "unresponsive"),
        ("she is vomitting", "vomiting"),
        ("think he overdozed", "overdose_word"),
        ("sliped and is bleding bad", "bleeding_wont_stop"),
        ("no puedo respirrar", "cannot_breathe"),
        ("tiene una combulsion", "seizure_now"),
        ("esta desmallado", "unresponsive"),
        ("out of insuiln", "lack.insulin"),
        ("ran out of klonipin", "lack.benzo"),
        ("lost my epi pens", "lack.epinephrine"),
        ("se me acabo el keppra", "lack.seizure_med"),
        ("threw up my prograf", "threw_up.transplant_med"),
    ],
)
def test_slips_and_joined_words_are_read(text: str, concept: str) -> None:
    assert concept in concepts(text)


@pytest.mark.parametrize(
    "text", ["the conversion rate", "checking my bill", "a chess set", "mi relacion", "treating him"]
)
def test_words_that_only_look_alike_are_left_alone(text: str) -> None:
    assert concepts(text) == set()


def test_a_saying_does_not_hide_what_stands_beside_it() -> None:
    assert concepts("dying for a coffee") == set()
    assert "cannot_breathe" in concepts("this line is killing me and i cant breathe")


def test_lost_papers_are_no_lost_medicine() -> None:
    assert not any(
        name.startswith("lack.") for name in concepts("lost my insurance card, need insulin refilled")
    )
