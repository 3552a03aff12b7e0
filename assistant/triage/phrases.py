"""The little language in which danger phrases are written, and the net of steps that finds them.

    cant breathe            these words, one after another
    CANT BREATHE            any word of a class, then any of another (classes.yaml)
    (lips|mouth) (blue|turning blue)   alternatives
    no? (water|food)?       '?' makes the word or the bracket before it optional
    sugar ~ <300+>          '~' up to three other words, '~~' up to seven
    <-60>  <3-7>  <any>     a number up to 60, from 3 to 7, any; <300+> is 300 or more

A phrase never crosses the end of a sentence. Alternatives of one phrase meet again in the same step, so
that the net stays as small as what is written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.triage.words import Word

PIECE = re.compile(r"[()|?]|[^\s()|?]+")
# Words that may stand in a gap; more and the parts no longer belong together.
GAPS = {"~": 3, "~~": 7}
DIGITS = frozenset("0123456789")
NUMBER = re.compile(r"<(?:any|(\d+(?:\.\d+)?)\+|-(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?))>")


@dataclass(slots=True, eq=False)
class Step:
    """A place in the net: what may come next, and the concepts that are complete here."""

    words: dict[str, list[Step]] = field(default_factory=dict)
    numbers: list[tuple[float, float, Step]] = field(default_factory=list)
    gaps: list[tuple[int, Step]] = field(default_factory=list)
    concepts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match:
    """A concept in words[start:end]."""

    concept: str
    start: int
    end: int


def add_phrase(root: Step, phrase: str, concept: str) -> None:
    """Put one phrase into the net. Raises `ValueError` for a phrase that is not well written."""
    ends, rest = _sequence([root], PIECE.findall(phrase))
    if rest or root in ends:
        raise ValueError(f"unbalanced or empty phrase of {concept}: {phrase}")
    for step in ends:
        step.concepts.append(concept)


def _sequence(here: list[Step], pieces: list[str]) -> tuple[list[Step], list[str]]:
    """Follow pieces up to '|', ')' or the end; the steps reached and what is left."""
    while pieces and pieces[0] not in {"|", ")"}:
        before = here
        if pieces[0] in GAPS:  # a gap belongs to what follows it: '~ bad?' may be absent as a whole
            here, pieces = [_one(here, pieces[0], Step())], pieces[1:]
        if pieces[0] == "(":
            here, pieces = _alternatives(here, pieces[1:])
        else:
            here, pieces = [_one(here, pieces[0], Step())], pieces[1:]
        if pieces and pieces[0] == "?":
            here, pieces = [*before, *here], pieces[1:]
    return here, pieces


def _alternatives(here: list[Step], pieces: list[str]) -> tuple[list[Step], list[str]]:
    """Follow what stands in a bracket, up to and with its end. Alternatives of one word share their step."""
    shared = Step()
    ends: list[Step] = []
    while True:
        if len(pieces) > 1 and pieces[1] in {"|", ")"} and pieces[0] not in {"(", *GAPS}:
            reached, pieces = [_one(here, pieces[0], shared)], pieces[1:]
        else:
            reached, pieces = _sequence(here, pieces)
        ends.extend(step for step in reached if step not in ends)
        if not pieces:
            raise ValueError("a bracket is not closed")
        closing, pieces = pieces[0], pieces[1:]
        if closing == ")":
            return ends, pieces


def _one(here: list[Step], piece: str, following: Step) -> Step:
    """Lead from each step over one piece to `following`."""
    for step in here:
        if piece in GAPS:
            step.gaps.append((GAPS[piece], following))
        elif piece.startswith("<"):
            step.numbers.append((*bounds(piece), following))
        else:
            step.words.setdefault(piece, []).append(following)
    return following


def bounds(piece: str) -> tuple[float, float]:
    """The least and the greatest number of '<any>', '<300+>', '<-60>' or '<3-7>'."""
    match = NUMBER.fullmatch(piece)
    if match is None:
        raise ValueError(f"not a number pattern: {piece}")
    at_least, at_most, low, high = match.groups()
    return float(at_least or low or 0), float(at_most or high or "inf")


def find(root: Step, words: Sequence[Word], symbols: Sequence[Sequence[str]]) -> list[Match]:
    """Every concept in the words, once per place. `symbols[i]` are the word itself and its classes."""
    matches: dict[Match, None] = {}
    ends = _sentence_ends(words)

    def walk(step: Step, start: int, here: int) -> None:
        for concept in step.concepts:
            matches[Match(concept, start, here)] = None
        end = ends[start]
        if here >= end:
            return
        following_words = step.words
        if following_words:
            for symbol in symbols[here]:
                for following in following_words.get(symbol, ()):
                    walk(following, start, here + 1)
        if step.numbers and symbols[here][0][:1] in DIGITS:
            value = float(symbols[here][0])
            for least, greatest, following in step.numbers:
                if least <= value <= greatest:
                    walk(following, start, here + 1)
        for longest, following in step.gaps:
            # Whether anything can follow is asked before each step into a gap, which is most of the steps.
            anything = following.numbers or following.gaps or following.concepts
            for position in range(here, min(here + longest + 1, len(words) if anything else end)):
                if anything or not following.words.keys().isdisjoint(symbols[position]):
                    walk(following, start, position)

    for start in range(len(words)):
        walk(root, start, start)
    return list(matches)


def _sentence_ends(words: Sequence[Word]) -> list[int]:
    """For each word where its sentence ends: the number of the first word of the next one."""
    ends = [len(words)] * len(words)
    for position in range(len(words) - 2, -1, -1):
        same = words[position].sentence == words[position + 1].sentence
        ends[position] = ends[position + 1] if same else position + 1
    return ends
