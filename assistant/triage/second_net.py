"""The second net: messages that mean the same as a labelled phrase, though no pattern knows the words.

It can only raise. It is asked once per message, and only where patterns found no emergency.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.triage.reading import Reading
from assistant.triage.triage import RedFlag, Urgency

# Turns n texts into n × d vectors of length 1. Pass the same function object each time: the labelled
# phrases are embedded once for each.
Embed = Callable[[list[str]], Any]
Vectors = NDArray[np.float32]

LABELLED = Path(__file__).with_name("lexicon") / "labelled.csv"
# Measured on the tuned phrases, each against all others: from here no harmless phrase is raised.
SIMILAR = 0.6
# Where patterns saw a danger word but no rule held, less is enough.
SIMILAR_WITH_DANGER_WORD = 0.5
# A danger must be this much nearer than any harmless (or less urgent) phrase.
CLEARLY_NEARER = 0.15
URGENCIES: tuple[Urgency, ...] = ("emergency", "urgent", "routine")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A phrase whose meaning is known."""

    text: str
    category: str
    urgency: str


@functools.cache
def labelled() -> tuple[Labelled, ...]:
    """The labelled phrases of labelled.csv, in English as the bundled model is."""
    with LABELLED.open(encoding="utf-8", newline="") as file:
        return tuple(Labelled(**row) for row in csv.DictReader(file))


@functools.lru_cache(maxsize=4)
def _vectors(embed: Embed) -> Vectors:
    return np.asarray(embed([phrase.text for phrase in labelled()]), dtype=np.float32)


def raised(reading: Reading, found: Urgency, embed: Embed) -> RedFlag | None:
    """The danger that a message is near to, where it is more urgent than what was `found` by patterns."""
    if _explained_away(reading) or not reading.words:
        return None
    similarity = _vectors(embed) @ np.asarray(embed([reading.text]), dtype=np.float32)[0]
    nearest = {urgency: _nearest(similarity, urgency) for urgency in URGENCIES}
    for urgency in URGENCIES[: URGENCIES.index(found)]:
        if _clear(urgency, nearest, reading):
            return _flag(urgency, *nearest[urgency])
    return None


def _explained_away(reading: Reading) -> bool:
    """Whether all danger words are denied, long past or only asked about: vectors cannot see that."""
    return bool(reading.hits) and all(hit.status != "now" for hit in reading.hits)


def _nearest(similarity: Vectors, urgency: Urgency) -> tuple[int, float]:
    numbers = [number for number, phrase in enumerate(labelled()) if phrase.urgency == urgency]
    best = max(numbers, key=lambda number: float(similarity[number]))
    return best, float(similarity[best])


def _clear(urgency: Urgency, nearest: Mapping[Urgency, tuple[int, float]], reading: Reading) -> bool:
    score = nearest[urgency][1]
    calmer = max(nearest[other][1] for other in URGENCIES[URGENCIES.index(urgency) + 1 :])
    enough = SIMILAR_WITH_DANGER_WORD if reading.hits else SIMILAR
    return score >= enough and score - calmer >= CLEARLY_NEARER


def _flag(urgency: Urgency, number: int, score: float) -> RedFlag:
    phrase = labelled()[number]
    return RedFlag(
        category=phrase.category,
        urgency=urgency,
        matched=phrase.text,
        start=0,
        end=0,
        person="unknown",
        how="embedding",
        score=round(score, 3),
        say=phrase.category,
    )
