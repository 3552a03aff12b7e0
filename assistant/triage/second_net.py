"""The second net: messages that mean danger though no pattern knows their words.

The labelled phrases (labelled.csv) are weighed once into a direction in the space of the embedding model
that points from harmless to danger (ridge regression, in closed form); the nearest labelled danger names
the category. The net can only raise, is asked once per message, and not where an emergency was found.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

import numpy as np
from numpy.typing import NDArray

from assistant.triage.reading import Reading
from assistant.triage.triage import RedFlag, Urgency

# Turns n texts into n × d vectors of length 1. Pass the same function object each time: the labelled
# phrases are embedded once for each.
Embed = Callable[[list[str]], Any]
Numbers = NDArray[np.float64]

LABELLED = Path(__file__).with_name("tables") / "labelled.csv"
# What the direction is fitted to. An urgent phrase lies between: it often shares its words with both.
TARGETS = {"emergency": 1.0, "urgent": 0.2, "routine": -1.0}
# Chosen by leaving one labelled phrase out: stiffer loses dangers, looser raises harmless phrases.
RIDGE = 2.0
# From here a message is raised: one harmless labelled phrase in a hundred scores as high.
DANGEROUS = 0.45
# Where patterns saw a danger word but no rule held, less is enough.
DANGEROUS_WITH_DANGER_WORD = 0.35
# A message that is near to no labelled danger is about something else ('switch to whisper mode').
NEAR = 0.4
# Raising what patterns called urgent to an emergency needs more: urgent phrases are near emergencies.
DANGEROUS_THOUGH_URGENT = 0.8


@dataclass(frozen=True, slots=True)
class Labelled:
    """A phrase whose meaning is known."""

    text: str
    category: str
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class Direction:
    """Where danger lies: `score(v)` = v · weights + offset; and the vectors of the labelled dangers."""

    weights: Numbers
    offset: float
    dangers: tuple[Labelled, ...]
    danger_vectors: Numbers


@functools.cache
def labelled() -> tuple[Labelled, ...]:
    """The labelled phrases of labelled.csv, in English as the bundled model is."""
    with LABELLED.open(encoding="utf-8", newline="") as file:
        return tuple(
            Labelled(row["text"], row["category"], cast(Urgency, row["urgency"]))
            for row in csv.DictReader(file)
        )


@functools.lru_cache(maxsize=4)
def _direction(embed: Embed) -> Direction:
    phrases = labelled()
    vectors = np.asarray(embed([phrase.text for phrase in phrases]), dtype=np.float64)
    with_offset = np.hstack([vectors, np.ones((len(phrases), 1))])
    targets = np.array([TARGETS[phrase.urgency] for phrase in phrases])
    stiff = with_offset.T @ with_offset + RIDGE * np.eye(with_offset.shape[1])
    fitted = np.linalg.solve(stiff, with_offset.T @ targets)
    dangers = [number for number, phrase in enumerate(phrases) if phrase.urgency != "routine"]
    return Direction(fitted[:-1], float(fitted[-1]), tuple(phrases[n] for n in dangers), vectors[dangers])


def raised(reading: Reading, found: Urgency, embed: Embed) -> RedFlag | None:
    """The danger that a message means, where it is more urgent than what was `found` by patterns."""
    if found == "emergency" or not reading.words or _explained_away(reading):
        return None
    direction = _direction(embed)
    vector = np.asarray(embed([reading.text]), dtype=np.float64)[0]
    score = float(vector @ direction.weights) + direction.offset
    nearness = direction.danger_vectors @ vector
    nearest = direction.dangers[int(np.argmax(nearness))]
    if score < _threshold(reading, found) or float(nearness.max()) < NEAR:
        return None
    return _flag(nearest, score) if _urgency(nearest) != found else None


def _explained_away(reading: Reading) -> bool:
    """Whether all danger words are denied, long past or only asked about: vectors cannot see that."""
    return bool(reading.hits) and all(hit.status != "now" for hit in reading.hits)


def _threshold(reading: Reading, found: Urgency) -> float:
    if found == "urgent":
        return DANGEROUS_THOUGH_URGENT
    return DANGEROUS_WITH_DANGER_WORD if reading.hits else DANGEROUS


def _urgency(nearest: Labelled) -> Literal["emergency", "urgent"]:
    return "urgent" if nearest.urgency == "urgent" else "emergency"


def _flag(nearest: Labelled, score: float) -> RedFlag:
    return RedFlag(
        category=nearest.category,
        urgency=_urgency(nearest),
        matched=nearest.text,
        start=0,
        end=0,
        person="unknown",
        how="embedding",
        score=round(min(score, 1.0), 3),
        say=nearest.category,
    )
