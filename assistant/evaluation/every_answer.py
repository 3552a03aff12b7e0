"""What holds for every answer, whatever was asked: it is checked on each turn of each suite."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from assistant.answer import Answer
from assistant.evaluation.checks import plain
from assistant.question import Audience

# The words of a danger line; a frightened person holds on to no more (issue of the design).
DANGER_WORDS = 12
# These say facts, so they rest on evidence. (`program` may also say that nothing is known of a declaration.)
_SOURCED = frozenset({"rule", "payment", "handling", "bring", "donation"})
# Words for the person who takes the medicine; a pharmacist is never spoken to like that.
_TO_A_PATIENT = re.compile(
    r"\byou need\b|\byour (?:doctor|insurance card|medicine bottles?|old pharmacy)\b", re.I
)
_MARKER = re.compile(r"\[(\d+)\]")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n")


def broken_promises(answer: Answer, audience: Audience, asked_before: Collection[str]) -> list[str]:
    """What an answer breaks of what holds for all; `asked_before` are the slots asked back before."""
    return [
        *_markers(answer),
        *_unsourced(answer),
        *_danger(answer, audience),
        *_patient_language(answer, audience),
        *_questions(answer, asked_before),
    ]


def _markers(answer: Answer) -> Iterator[str]:
    numbers = {citation.number for citation in answer.citations}
    used = {int(number) for number in _MARKER.findall(answer.text)}
    yield from (f"[{number}] points to no citation" for number in sorted(used - numbers))


def _unsourced(answer: Answer) -> Iterator[str]:
    for section in answer.sections:
        if section.kind in _SOURCED and not section.citations:
            yield f"section {section.kind} rests on no citation"


def _danger(answer: Answer, audience: Audience) -> Iterator[str]:
    for place, section in enumerate(answer.sections):
        if section.kind != "danger":
            continue
        if place:
            yield "danger stands behind another section"
        if audience == "evacuee":
            yield from _long_lines(section.text)


def _long_lines(text: str) -> Iterator[str]:
    for line in _SENTENCE_END.split(text):
        words = plain(line).split()
        if len(words) > DANGER_WORDS:
            yield f"a danger line has {len(words)} words: '{' '.join(words)}'"


def _patient_language(answer: Answer, audience: Audience) -> Iterator[str]:
    if audience == "pharmacist" and (found := _TO_A_PATIENT.search(plain(answer.text))):
        yield f"says '{found.group()}' to a pharmacist"


def _questions(answer: Answer, asked_before: Collection[str]) -> Iterator[str]:
    if answer.follow_up is None:
        return
    if answer.follow_up.asks in asked_before:
        yield f"asks for {answer.follow_up.asks} a second time"
    if answer.follow_up.question.count("?") > 1:
        yield f"asks more than one question: '{answer.follow_up.question}'"
