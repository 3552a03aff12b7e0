"""The exact look-up of 'In short' lines by topic: no model, no ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from knowledge.documents.document import KeyPoint, Passage
from knowledge.documents.searching.gates import ENGLISH, Gate, Gates

# For each topic; some states by some languages and audiences.
GATES_KEPT = 256


class TopicLines:
    """The lines on one topic, document by document, each in its own order, with their gates."""

    def __init__(self, lines: Sequence[Passage]) -> None:
        self._lines = tuple(lines)
        self._gates = Gates(self._lines)
        # Every answer asks for several topics, and a night's answers by the same few gates.
        self.open_for = lru_cache(maxsize=GATES_KEPT)(self._open_for)

    def _open_for(self, asked: Gate) -> tuple[KeyPoint, ...]:
        """The lines that pass the gate.

        A document without a twin in the language asked for gives its English lines, marked `fell_back`.
        """
        language = asked.language or ENGLISH
        allowed = self._gates.open_for(replace(asked, language=language))
        return tuple(
            KeyPoint(line.text, line, fell_back=line.language.split("-")[0] != language)
            for line, passes in zip(self._lines, allowed, strict=True)
            if passes
        )
