"""A message read for danger: spelling mended, sayings taken out, danger words found and weighed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.triage.lexicon import BY_MEDICINE, RISKY, Lexicon
from assistant.triage.phrases import Match, find
from assistant.triage.surroundings import Status, person, statuses
from assistant.triage.triage import Person
from assistant.triage.words import Word, words_of

SHORTEST_MENDED = 5  # shorter words have too many neighbours
LONG_WORD = 8  # from here two slips are mended, below one
SAYING: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True)
class Hit:
    """A danger concept in words[start:end]: what it is, whether it is happening, and to whom."""

    concept: str
    start: int
    end: int
    status: Status
    person: Person


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a message and every danger concept in them."""

    text: str
    words: tuple[Word, ...]
    hits: tuple[Hit, ...]

    def matched(self, start: int, end: int) -> str:
        """The original text of words[start:end]."""
        return self.text[self.words[start].start : self.words[end - 1].end]


def read(text: str, lexicon: Lexicon) -> Reading:
    """Read a message. Pure; a few tenths of a millisecond for a message of ordinary length."""
    words = _join([_mend(word, lexicon) for word in words_of(text)], lexicon)
    symbols = [(word.text, *lexicon.classes_of(word.text)) for word in words]
    for saying in find(lexicon.sayings, words, symbols):
        symbols[saying.start : saying.end] = [SAYING] * (saying.end - saying.start)
    markers = find(lexicon.markers, words, symbols)
    matches = sorted(find(lexicon.dangers, words, symbols), key=lambda match: (match.end, match.start))
    hits: list[Hit] = []
    for match, status in zip(matches, statuses(matches, words, markers, lexicon.context), strict=True):
        who = person(match, words, lexicon.context)
        if who != "pet":
            hits.extend(
                Hit(name, match.start, match.end, status, who) for name in _names(match, symbols, lexicon)
            )
    return Reading(text, tuple(words), tuple(hits))


def _mend(word: Word, lexicon: Lexicon) -> Word:
    text = lexicon.read_as.get(word.text, word.text)
    if not lexicon.knows(text) and len(text) >= SHORTEST_MENDED and text.isalpha():
        slips = 2 if len(text) >= LONG_WORD else 1
        found = process.extractOne(text, lexicon.mended, scorer=OSA.distance, score_cutoff=slips)
        text = found[0] if found else text
    return replace(word, text=text) if text != word.text else word


def _join(words: list[Word], lexicon: Lexicon) -> list[Word]:
    joined: list[Word] = []
    position = 0
    while position < len(words):
        word, position = _joined_at(words, position, lexicon)
        joined.append(word)
    return joined


def _joined_at(words: list[Word], position: int, lexicon: Lexicon) -> tuple[Word, int]:
    first = words[position]
    for spelling, name in lexicon.joined.get(first.text, ()):
        end = position + len(spelling)
        last = words[min(end, len(words)) - 1]
        if last.sentence == first.sentence and tuple(word.text for word in words[position:end]) == spelling:
            return replace(first, text=name, end=last.end), end
    return first, position + 1


def _names(match: Match, symbols: Sequence[Sequence[str]], lexicon: Lexicon) -> list[str]:
    """'lack.*' over 'ran out of lantus' is lack.insulin; all other concepts keep their name."""
    if not match.concept.endswith(BY_MEDICINE):
        return [match.concept]
    stem = match.concept.removesuffix("*")
    classes = symbols[match.end - 1] if RISKY in symbols[match.end - 1] else _all_classes(match, symbols)
    return [stem + name.lower() for name in classes if name in lexicon.medicines]


def _all_classes(match: Match, symbols: Sequence[Sequence[str]]) -> list[str]:
    return [name for position in range(match.start, match.end) for name in symbols[position][1:]]
