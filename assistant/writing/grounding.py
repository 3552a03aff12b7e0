"""The grounding check that every writer passes: no sentence says more than the evidence it cites.

Every number, date, phone, link, medicine, place and program in a sentence, and every word on how to take a
medicine, must stand in the evidence of its own [n] markers. What does not is named, so that a sentence can be
dropped and a test can say why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.folding import fold
from assistant.understanding.patterns import patterns
from assistant.writing.facts import advice, links, numbers, phones, times
from knowledge.evidence import Evidence
from knowledge.opening import Knowledge

MARKER = re.compile(r"\[(\d+)\]")


def ungrounded(sentence: str, evidence: Sequence[Evidence], knowledge: Knowledge) -> tuple[str, ...]:
    """The facts of a sentence that its evidence does not carry; () when it is grounded."""
    plain = MARKER.sub("", sentence)
    source = " ".join(f"{piece.title} {piece.quote} {piece.program}" for piece in evidence)
    return (
        *_missing(numbers(plain), numbers(source)),
        *_missing(phones(plain), phones(source) | numbers(source)),
        *_missing(times(plain), times(source)),
        *_missing(links(plain), links(source)),
        *_missing(advice(plain), advice(source)),
        *_missing(_medicines(plain, knowledge), _medicines(source, knowledge)),
        *_missing(_places(plain, knowledge), _places(source, knowledge)),
        *_missing(_programs(plain), _programs(source)),
    )


def _missing(said: set[str], carried: set[str]) -> list[str]:
    return sorted(said - carried)


def _medicines(text: str, knowledge: Knowledge) -> set[str]:
    found = (mention for mention in knowledge.medicines.find(text) if mention.certainty == "exact")
    return {m.medicine.name for m in found if not m.medicine.class_mention}


def _places(text: str, knowledge: Knowledge) -> set[str]:
    found = (mention for mention in knowledge.places.find(text) if mention.certainty != "ask")
    return {f"{m.place.city or m.place.county} {m.place.state}".strip() for m in found}


def _programs(text: str) -> set[str]:
    return {match[0] for match in patterns("program_names")["program"].finditer(fold(text))}
