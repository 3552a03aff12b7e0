"""What the person still has and whose medicine it is: days left, proof of the prescription, for whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from assistant.understanding.patterns import labels_in, patterns, possible_labels
from knowledge.remembering import remembered

Proof = Literal["bottle", "photo", "record", "nothing", "unknown"]
Whose = Literal["self", "other", "unknown"]

_NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "cero": 0, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
    "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "a": 1, "an": 1, "un": 1, "una": 1, "couple": 2,
    "a couple": 2, "a couple of": 2, "a few": 3, "pocos": 3,
}  # fmt: skip
_DAYS_A_WEEK = 7
# What 'I have enough' is taken for: a month, so that nothing is called urgent.
ENOUGH_DAYS = 30.0


@dataclass(frozen=True, slots=True)
class Situation:
    """`days_left`: days of medicine left, 0.0 when it is out now, None when the message does not say."""

    days_left: float | None
    proof: Proof
    whose: Whose


@remembered
def read_situation(folded: str) -> Situation:
    """The situation that a folded message describes."""
    return Situation(_days_left(folded), _proof(folded), _whose(folded))


def _whose(folded: str) -> Whose:
    return cast("Whose", next(iter(labels_in("whose", folded)), "unknown"))


def _days_left(folded: str) -> float | None:
    supply, possible = patterns("supply"), possible_labels("supply", folded)
    if "counted" in possible and (match := supply["counted"].search(folded)):
        return _days(match)
    if "enough" in possible and supply["enough"].search(folded):
        return ENOUGH_DAYS
    if "tomorrow" in possible and supply["tomorrow"].search(folded):
        return 1.0
    return 0.0 if "out" in possible and supply["out"].search(folded) else None


def _days(match: re.Match[str]) -> float:
    """Of the groups n1/u1, n2/u2, … the pair that matched; doses count as days."""
    found = {name: text for name, text in match.groupdict().items() if text}
    number = next(text for name, text in found.items() if name.startswith("n"))
    unit = next(text for name, text in found.items() if name.startswith("u"))
    count = int(number) if number.isdigit() else _NUMBERS[number]
    return float(count * (_DAYS_A_WEEK if unit.startswith(("week", "semana")) else 1))


def _proof(folded: str) -> Proof:
    return cast("Proof", next(iter(labels_in("proof", folded)), "unknown"))
