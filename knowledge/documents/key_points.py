"""The exact look-up of 'In short' lines by topic: no model, no ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.documents.document import KeyPoint, Passage
from knowledge.documents.searching.gates import ENGLISH, Gate, Gates


def find_key_points(lines: Sequence[Passage], topic: str, asked: Gate) -> list[KeyPoint]:
    """The lines on `topic` that pass the gate: document by document, each in its own order.

    A document without a twin in the language asked for gives its English lines, marked `fell_back`.
    """
    on_topic = [line for line in lines if topic in line.topics]
    allowed = Gates(on_topic).open_for(replace(asked, language=asked.language or ENGLISH))
    return [
        KeyPoint(line.text, line, fell_back=line.language.split("-")[0] != (asked.language or ENGLISH))
        for line, passes in zip(on_topic, allowed, strict=True)
        if passes
    ]
