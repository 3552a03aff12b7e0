"""A message read for danger: spelling mended, sayings taken out, danger words found and weighed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.triage.lexicon import BY_MEDICINE, RISKY, Lexicon
from assistant.triage.phrases import Match, find
from assistant.triage.words import Word, words_of

Status = Literal["now", "recent", "past", "asked_about", "denied"]
Person = Literal["self", "other", "unknown"]

SHORTEST_MENDED = 5  # shorter words have too many neighbours
LONG_WORD = 8  # from here two slips are mended, below one
MARKER_REACH = 5  # words between a danger word and 'last year'
QUESTION_REACH = 6  # words between 'what are the signs of' and the danger word
PERSON_REACH = 12  # words back to the one the danger is about
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
    symbols = [(word.text, *lexicon.classes.get(word.text, ())) for word in words]
    for saying in find(lexicon.sayings, words, symbols):
        symbols[saying.start : saying.end] = [SAYING] * (saying.end - saying.start)
    markers = find(lexicon.markers, words, symbols)
    hits: list[Hit] = []
    for match in sorted(find(lexicon.dangers, words, symbols), key=lambda match: (match.end, match.start)):
        person = _person(match, words, lexicon)
        if person != "pet":
            status = _status(match, words, markers, hits, lexicon)
            hits.extend(
                Hit(name, match.start, match.end, status, person) for name in _names(match, symbols, lexicon)
            )
    return Reading(text, tuple(words), tuple(hits))


def _mend(word: Word, lexicon: Lexicon) -> Word:
    text = lexicon.read_as.get(word.text, word.text)
    if text not in lexicon.known and len(text) >= SHORTEST_MENDED and text.isalpha():
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


def _status(
    match: Match, words: Sequence[Word], markers: Sequence[Match], before: Sequence[Hit], lexicon: Lexicon
) -> Status:
    if _denied(match, words, before, lexicon):
        return "denied"
    for marker in markers:
        if marker.concept == "asked_about":
            if _asked(match, marker, words, lexicon):
                return "asked_about"
        elif _at_that_time(match, marker, words, lexicon):
            return "past" if marker.concept == "past" else "recent"
    return "now"


def _denied(match: Match, words: Sequence[Word], before: Sequence[Hit], lexicon: Lexicon) -> bool:
    context = lexicon.context
    for position in range(match.start - 1, -1, -1):
        word = words[position]
        if word.clause != words[match.start].clause:
            return False
        if word.text in context.denied:
            return True
        if word.text in context.joining:
            return any(hit.end == position and hit.status == "denied" for hit in before)
        if word.text not in context.denied_between:
            return False
    return False


def _asked(match: Match, marker: Match, words: Sequence[Word], lexicon: Lexicon) -> bool:
    if marker.start and words[marker.start - 1].text in lexicon.context.still_real:
        return False
    near = marker.start <= match.start <= marker.end + QUESTION_REACH
    return (
        near
        and words[marker.start].clause == words[match.start].clause
        and not _now_between(marker, match, words, lexicon)
    )


def _at_that_time(match: Match, marker: Match, words: Sequence[Word], lexicon: Lexicon) -> bool:
    gap = match.start - marker.end if marker.start < match.start else marker.start - match.end
    if gap > MARKER_REACH or words[marker.start].sentence != words[match.start].sentence:
        return False
    return not _now_between(marker, match, words, lexicon)


def _now_between(marker: Match, match: Match, words: Sequence[Word], lexicon: Lexicon) -> bool:
    first, last = min(marker.start, match.start), max(marker.end, match.end)
    return any(word.text in lexicon.context.now for word in words[first:last])


def _person(match: Match, words: Sequence[Word], lexicon: Lexicon) -> Person | Literal["pet"]:
    people = lexicon.context.people
    for position in range(match.end - 1, max(match.start - PERSON_REACH, -1), -1):
        who = people.get(words[position].text)
        if who is not None:
            return who  # type: ignore[return-value]
    return "unknown"
