"""The little language in which danger phrases are written, and the tree that finds them.

    cant breathe            these words, one after another
    CANT BREATHE            any word of a class, then any of another (classes.yaml)
    (lips|mouth) (blue|turning blue)   alternatives
    no? (water|food)?       '?' makes the word or the bracket before it optional
    sugar ~ <300+>          '~' up to three other words; '<300+>' a number of 300 or more, '<-60>' up to 60,
                            '<3-7>' between, '<any>' any number

A phrase never crosses the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.triage.words import Word

PIECE = re.compile(r"[()|?]|[^\s()|?]+")
GAP = "~"
LONGEST_GAP = 3  # words; more and the parts no longer belong together
NUMBER = re.compile(r"<(?:any|(\d+(?:\.\d+)?)\+|-(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?))>")


@dataclass(slots=True)
class Node:
    """One step in the tree of phrases. `concepts` end here."""

    words: dict[str, Node] = field(default_factory=dict)
    numbers: dict[str, Node] = field(default_factory=dict)
    gap: Node | None = None
    concepts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match:
    """A concept in words[start:end]."""

    concept: str
    start: int
    end: int


def expand(phrase: str) -> list[tuple[str, ...]]:
    """All plain sequences of a phrase: 'a (b|c d)?' → a · a b · a c d."""
    pieces = PIECE.findall(phrase)
    sequences, rest = _alternatives(pieces)
    if rest:
        raise ValueError(f"unbalanced bracket in phrase: {phrase}")
    return sequences


def _alternatives(pieces: list[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    found: list[tuple[str, ...]] = []
    while True:
        sequences, pieces = _sequence(pieces)
        found.extend(sequences)
        if not pieces or pieces[0] != "|":
            return found, pieces
        pieces = pieces[1:]


def _sequence(pieces: list[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    sequences: list[tuple[str, ...]] = [()]
    while pieces and pieces[0] not in {"|", ")"}:
        if pieces[0] == "(":
            options, pieces = _alternatives(pieces[1:])
            pieces = pieces[1:]
        else:
            options, pieces = [(pieces[0],)], pieces[1:]
        if pieces and pieces[0] == "?":
            options, pieces = [(), *options], pieces[1:]
        sequences = [before + after for before in sequences for after in options]
    return sequences, pieces


def add_phrase(root: Node, phrase: str, concept: str) -> None:
    """Put one phrase into the tree."""
    for sequence in expand(phrase):
        node = root
        for piece in sequence:
            node = _next(node, piece)
        if concept not in node.concepts:
            node.concepts.append(concept)


def _next(node: Node, piece: str) -> Node:
    if piece == GAP:
        node.gap = node.gap or Node()
        return node.gap
    table = node.numbers if piece.startswith("<") else node.words
    return table.setdefault(piece, Node())


def find(root: Node, words: Sequence[Word], symbols: Sequence[Sequence[str]]) -> list[Match]:
    """Every concept in the words. `symbols[i]` are the word itself and its classes."""
    matches: list[Match] = []

    def walk(node: Node, start: int, here: int) -> None:
        matches.extend(Match(concept, start, here) for concept in node.concepts)
        if here == len(words) or (here > start and words[here].sentence != words[start].sentence):
            return
        for symbol in symbols[here]:
            following = node.words.get(symbol)
            if following is not None:
                walk(following, start, here + 1)
        if node.numbers and words[here].text[0].isdigit():
            for bounds, following in node.numbers.items():
                if within(bounds, float(words[here].text)):
                    walk(following, start, here + 1)
        if node.gap is not None:
            for skipped in range(LONGEST_GAP + 1):
                if here + skipped < len(words):
                    walk(node.gap, start, here + skipped)

    for start in range(len(words)):
        walk(root, start, start)
    return matches


def within(bounds: str, value: float) -> bool:
    """Whether a number satisfies '<any>', '<300+>', '<-60>' or '<3-7>'."""
    match = NUMBER.fullmatch(bounds)
    if match is None:
        raise ValueError(f"not a number pattern: {bounds}")
    at_least, at_most, low, high = match.groups()
    if at_least:
        return value >= float(at_least)
    if at_most:
        return value <= float(at_most)
    return low is None or float(low) <= value <= float(high)
