"""The second net can only raise, is asked once, and leaves alone what was denied."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

from assistant.triage import assess
from assistant.triage.second_net import labelled

SIZE = 512


class WordCounts:
    """Vectors of hashed words: near where words are shared, which is all that these tests need."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(self, texts: list[str]) -> NDArray[np.float64]:
        self.asked.append(texts)
        vectors = np.zeros((len(texts), SIZE))
        for row, text in enumerate(texts):
            for word in text.lower().split():
                vectors[row, zlib.crc32(word.encode()) % SIZE] += 1.0
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


UNHEARD = "he's stiff as a board and then jerking around the room"


def test_a_message_like_a_labelled_danger_is_raised() -> None:
    assert assess(UNHEARD).urgency == "routine"
    triage = assess(UNHEARD, embed=WordCounts())
    assert triage.urgency == "emergency"
    flag = triage.flags[0]
    assert flag.how == "embedding"
    assert flag.matched in {phrase.text for phrase in labelled()}
    assert triage.danger_lines


def test_an_ordinary_message_is_not_raised() -> None:
    assert assess("which pharmacy near me is open on sunday", embed=WordCounts()).urgency == "routine"


def test_the_labelled_phrases_are_embedded_once_and_a_message_once() -> None:
    embed = WordCounts()
    for _ in range(3):
        assess("where is the nearest open pharmacy", embed=embed)
    assert [len(texts) for texts in embed.asked] == [len(labelled()), 1, 1, 1]


def test_the_net_is_not_asked_where_an_emergency_was_found_or_the_language_is_another() -> None:
    embed = WordCounts()
    assert assess("he is not breathing", embed=embed).urgency == "emergency"
    assess("dónde hay una farmacia abierta", language="es", embed=embed)
    assess("", embed=embed)
    assert embed.asked == []


def test_what_is_denied_or_long_past_is_not_raised() -> None:
    embed = WordCounts()
    assert assess("no chest pain", embed=embed).urgency == "routine"
    assert assess("had a stroke years ago", embed=embed).urgency == "routine"
    assert embed.asked == []
