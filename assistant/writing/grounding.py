"""The grounding check that every writer passes: no sentence says more than the evidence it cites.

Every number, date, phone, medicine, place and program in a sentence must stand in the evidence of its own
[n] markers. What does not is named, so that a sentence can be dropped and a test can say why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.folding import fold
from assistant.understanding.patterns import patterns
from knowledge.evidence import Evidence
from knowledge.opening import Knowledge

MARKER = re.compile(r"\[(\d+)\]")
_PHONE = re.compile(r"(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
# Number words that carry a fact ('thirty days'). 'one' is left out: it is mostly a pronoun.
_NUMBER_WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "twelve": "12", "fourteen": "14", "fifteen": "15", "twenty": "20", "thirty": "30",
    "forty": "40", "sixty": "60", "ninety": "90", "hundred": "100", "dos": "2", "tres": "3", "cuatro": "4",
    "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9", "diez": "10", "quince": "15",
    "veinte": "20", "treinta": "30", "sesenta": "60", "noventa": "90", "cien": "100",
}  # fmt: skip
_WORD = re.compile(r"[a-z]+")


def ungrounded(sentence: str, evidence: Sequence[Evidence], knowledge: Knowledge) -> tuple[str, ...]:
    """The facts of a sentence that its evidence does not carry; () when it is grounded."""
    plain = MARKER.sub("", sentence)
    source = " ".join(f"{piece.title} {piece.quote} {piece.program}" for piece in evidence)
    return (
        *_missing(_numbers(plain), _numbers(source)),
        *_missing(_phones(plain), _phones(source) | _numbers(source)),
        *_missing(_medicines(plain, knowledge), _medicines(source, knowledge)),
        *_missing(_places(plain, knowledge), _places(source, knowledge)),
        *_missing(_programs(plain), _programs(source)),
    )


def _missing(said: set[str], carried: set[str]) -> list[str]:
    return sorted(said - carried)


def _phones(text: str) -> set[str]:
    return {re.sub(r"\D", "", match)[-10:] for match in _PHONE.findall(text)}


def _numbers(text: str) -> set[str]:
    without_phones = _PHONE.sub(" ", text)
    digits = {match.replace(",", "").rstrip(".:/") for match in _NUMBER.findall(without_phones)}
    words = {_NUMBER_WORDS[word] for word in _WORD.findall(fold(without_phones)) if word in _NUMBER_WORDS}
    return digits | words


def _medicines(text: str, knowledge: Knowledge) -> set[str]:
    found = (mention for mention in knowledge.medicines.find(text) if mention.certainty == "exact")
    return {m.medicine.name for m in found if not m.medicine.class_mention}


def _places(text: str, knowledge: Knowledge) -> set[str]:
    found = (mention for mention in knowledge.places.find(text) if mention.certainty != "ask")
    return {f"{m.place.city or m.place.county} {m.place.state}".strip() for m in found}


def _programs(text: str) -> set[str]:
    return {match[0] for match in patterns("program_names")["program"].finditer(fold(text))}
