"""The messages that the benchmarks send: everyday questions, made by the number from a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tests.evaluation.retrieval.questions import load_questions

Kind = Literal["availability", "rules", "documents"]
# What call centers and charities see after a storm: mostly 'where', then 'may they', then 'how'.
SHARES: dict[Kind, float] = {"availability": 0.7, "rules": 0.2, "documents": 0.1}
KINDS: tuple[Kind, ...] = tuple(SHARES)
# Of the messages that one shelter sends, these many were sent before in the same words.
REPEATED = 0.3
# Known in the sample scenario (the Tampa Bay area) and outside it.
ZIPS = ("33602", "33607", "33614", "33701", "33712", "33755", "34203", "34236", "33801", "33713", "33610")
MEDICINES = (
    "insulin glargine",
    "metformin",
    "lisinopril",
    "levothyroxine",
    "albuterol",
    "apixaban",
    "levetiracetam",
    "sertraline",
    "atorvastatin",
    "prednisone",
    "amlodipine",
    "Lantus",
    "Eliquis",
    "Keppra",
    "Zoloft",
    "losartan",
    "gabapentin",
    "warfarin",
    "carvedilol",
    "tacrolimus",
)
STATES = ("Florida", "Texas", "Georgia", "Louisiana", "North Carolina", "California", "Ohio", "New York")
AVAILABILITY = (
    "Where can I get {medicine} near {zip}?",
    "I left my {medicine} at home when we evacuated, we are in {zip} now",
    "who has {medicine} in stock around {zip}",
    "need {medicine} today, I'm at a shelter in {zip}, no insurance",
    "¿Dónde consigo {medicine} cerca de {zip}?",
)
RULES = (
    "Can a pharmacist in {state} refill my {medicine} without a new prescription?",
    "what is the emergency refill rule for {medicine} in {state}",
    "how many days of {medicine} can the pharmacy give me in {state} during a declared emergency",
)


@dataclass(frozen=True, slots=True)
class Message:
    """One question and what it is mostly about."""

    kind: Kind
    text: str


def messages(count: int, seed: int = 1, *, repeated: float = REPEATED) -> Iterator[Message]:
    """`count` messages in the shares above; the given part repeats an earlier one word by word."""
    chance = random.Random(seed)
    questions = [question.text for question in load_questions("tuned")]
    sent: list[Message] = []
    for number in range(count):
        if sent and chance.random() < repeated:
            yield chance.choice(sent)
            continue
        kind = chance.choices(list(SHARES), list(SHARES.values()))[0]
        made = Message(kind, _text(kind, chance, questions, number))
        sent.append(made)
        yield made


def different(kind: Kind, count: int) -> list[str]:
    """`count` messages of one kind that all differ, so that no memory of questions is measured."""
    texts: dict[str, None] = {}
    for seed in range(1, 1000):
        texts |= dict.fromkeys(each.text for each in messages(1000, seed, repeated=0) if each.kind == kind)
        if len(texts) >= count:
            return list(texts)[:count]
    raise ValueError(f"The patterns make fewer than {count} messages of the kind {kind}.")


def _text(kind: Kind, chance: random.Random, questions: list[str], number: int) -> str:
    if kind == "documents":
        question = chance.choice(questions)
        return question if number < len(questions) else f"{question} ({number})"
    pattern = chance.choice(AVAILABILITY if kind == "availability" else RULES)
    return pattern.format(
        medicine=chance.choice(MEDICINES), zip=chance.choice(ZIPS), state=chance.choice(STATES)
    )
