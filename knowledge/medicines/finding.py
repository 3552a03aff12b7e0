"""Finding medicines in typed text.

Exact names first, the longest winning; then words that are spelled nearly like a name and like nothing
else; then what belongs together: parts of a combination, a class beside the medicine that it means.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.folding import fold
from knowledge.medicines.context import (
    FORM_REACH,
    has_form_or_strength,
    is_for_something,
    is_led_up_to,
    is_sold,
    medicine_nearby,
    names_person_or_place,
)
from knowledge.medicines.folding import Word, words_of
from knowledge.medicines.joining import Joining
from knowledge.medicines.medicine import Certainty, Medicine, MedicineMention
from knowledge.medicines.misspelling import Misspellings
from knowledge.medicines.names import SUFFIXES, NameIndex, NameMatch
from knowledge.medicines.other_scripts import words_in_other_scripts
from knowledge.medicines.reading import Reading
from knowledge.medicines.strength import strength_span

# Suffixes that are words of English or Spanish as well.
_ALSO_WORDS = frozenset(["la", "sr", "dr", "cd", "ir", "ec", "max", "junior", "tempo"])
# Between two medicines of a list.
_LISTING = frozenset(["and", "y", "e", "or", "o", "with", "con", "plus", "also"])


class Finder:
    """Finds the medicines of one set of names in texts."""

    def __init__(self, names: NameIndex, medicines: Iterable[Medicine]) -> None:
        self._names = names
        self.misspellings = Misspellings(names)
        self._joining = Joining(medicines)

    def find(self, text: str, *, doubtful: bool = False) -> list[MedicineMention]:
        """The medicines mentioned in `text`, in order, without overlap.

        With `doubtful` also names that are ordinary words count ('iron'): for a text that is a name.
        """
        folded = fold(text)
        words = sorted([*words_of(folded), *words_in_other_scripts(folded)], key=lambda word: word.start)
        readings = self._exact(words, text, folded, doubtful)
        readings += self._repaired(words, readings)
        taken = {i for r in readings for i in range(r.first, r.last)}
        readings += self.misspellings.readings(words, taken, text, folded)
        readings = sorted((_settled(r, folded) for r in readings), key=lambda r: r.first)
        return [_mention(r, words, text, folded) for r in self._joining.joined(readings, words)]

    def _exact(self, words: Sequence[Word], text: str, folded: str, doubtful: bool) -> list[Reading]:
        chosen = _longest(self._names.matches(words), set())
        others = {i for m in chosen if not m.name.needs for i in range(m.first, m.last)}
        return [
            _reading(m)
            for m in chosen
            if doubtful or not m.name.needs or _holds(m, words, text, folded, others)
        ]

    def _repaired(self, words: Sequence[Word], readings: Sequence[Reading]) -> list[Reading]:
        """Longer names with a misspelled word in them: 'blood presure pills'."""
        taken = {i for r in readings for i in range(r.first, r.last)}
        repaired = self.misspellings.repaired(words, taken)
        if repaired is None:
            return []
        mended = {i for i, (a, b) in enumerate(zip(words, repaired, strict=True)) if a is not b}
        matches = (m for m in self._names.matches(repaired) if not m.name.needs and m.last - m.first > 1)
        whole = (m for m in matches if mended.intersection(range(m.first, m.last)))
        return [_reading(m, likely=True) for m in _longest(whole, taken)]


def _holds(match: NameMatch, words: Sequence[Word], text: str, folded: str, others: set[int]) -> bool:
    """Whether the words around a doubtful name let it count; another medicine right beside it does, too."""
    first, last, needs = match.first, match.last, match.name.needs
    if has_form_or_strength(words, first, last, folded, reach=1 if needs == "proper" else FORM_REACH):
        return True
    if names_person_or_place(words, first, last, text):
        return False
    if _beside_another(words, first, last, others):
        return True
    if needs == "weak":
        return medicine_nearby(words, first, last)
    shown = needs == "strong" and (is_for_something(words, first, last) or is_sold(words, first, last))
    return shown or is_led_up_to(words, first, last, proper=needs == "proper")


def _beside_another(words: Sequence[Word], first: int, last: int, others: set[int]) -> bool:
    """Whether another medicine stands right beside, or with an 'and' between: 'asa and plavix'."""
    if first - 1 in others or last in others:
        return True
    before = first > 1 and first - 2 in others and words[first - 1].text in _LISTING
    return before or (last + 1 in others and words[last].text in _LISTING)


def _longest(matches: Iterable[NameMatch], taken: set[int]) -> list[NameMatch]:
    """The longest matches that do not overlap each other or `taken`; of equal ones the first."""
    chosen: list[NameMatch] = []
    used = set(taken)
    for match in sorted(matches, key=lambda m: (m.first - m.last, m.first)):
        span = range(match.first, match.last)
        if used.isdisjoint(span):
            used.update(span)
            chosen.append(match)
    return chosen


def _reading(match: NameMatch, *, likely: bool = False) -> Reading:
    medicines = match.name.medicines
    sure: Certainty = "likely" if likely else "exact"
    return Reading(medicines, match.first, match.last, sure if len(medicines) == 1 else "ask")


def _is_suffix(word: Word, text: str) -> bool:
    """Whether a word behind a name belongs to it: 'XR', 'KwikPen'; 'la' and 'sr' only in capitals."""
    if word.breaks or word.text not in SUFFIXES:
        return False
    return word.text not in _ALSO_WORDS or text[word.start : word.end].isupper()


def _settled(reading: Reading, folded: str) -> Reading:
    """The one of several medicines whose illness is named beside: 'advare for asthma' is no Advate."""
    if reading.certainty != "ask":
        return reading
    said = f" {' '.join(word.text for word in words_of(folded))} "
    fit = [m for m in reading.medicines if any(f" {fold(use)} " in said for use in m.conditions)]
    return replace(reading, medicines=(fit[0],), certainty="likely") if len(fit) == 1 else reading


def _mention(reading: Reading, words: Sequence[Word], text: str, folded: str) -> MedicineMention:
    last = reading.last
    while last < len(words) and _is_suffix(words[last], text):
        last += 1
    start, end = words[reading.first].start, words[last - 1].end
    strength = strength_span(folded, start, end)
    return MedicineMention(
        medicine=reading.medicines[0],
        matched=text[start:end],
        start=start,
        end=end,
        certainty=reading.certainty,
        candidates=reading.medicines if reading.certainty == "ask" else (),
        strength=text[strength[0] : strength[1]] if strength else "",
    )
