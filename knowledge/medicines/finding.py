"""Finding medicines in typed text: exact names first, then names spelled nearly so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.folding import fold
from knowledge.medicines.folding import Word, words_of
from knowledge.medicines.medicine import Certainty, Medicine, MedicineMention
from knowledge.medicines.names import Name, NameIndex, NameMatch
from knowledge.medicines.spelling import SpellingIndex
from knowledge.medicines.strength import strength_beside

# Shorter words have too many near neighbours to be read as a misspelled name.
SHORTEST_MISSPELLED = 5
# A word read as a misspelled name is at least this near to it; short words nearer.
LEAST_NEAR = 0.74
LEAST_NEAR_SHORT = 0.8
SHORT = 6
# Two medicines within this of each other are about equally near: then one has to ask.
MARGIN = 0.07
MOST_CANDIDATES = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """Words `first` up to and without `last` read as one of `medicines` (best first)."""

    medicines: tuple[Medicine, ...]
    first: int
    last: int
    certainty: Certainty


class Finder:
    """Finds the medicines of one set of names in texts."""

    def __init__(self, names: NameIndex, ordinary: frozenset[str]) -> None:
        self._names = names
        self._ordinary = ordinary
        by_spelling: dict[str, list[Name]] = {}
        for name in names:
            if len(name.key) >= SHORTEST_MISSPELLED and not name.key.replace(" ", "").isdigit():
                by_spelling.setdefault(name.key.replace(" ", ""), []).append(name)
        self._spelled = [tuple(found) for found in by_spelling.values()]
        self._spellings = SpellingIndex(list(by_spelling))

    def find(self, text: str) -> list[MedicineMention]:
        """The medicines mentioned in `text`, in order, without overlap."""
        folded = fold(text)
        words = words_of(folded)
        found = _longest(self._names.matches(words))
        taken = {i for f in found for i in range(f.first, f.last)}
        found += self._misspelled(words, taken)
        found.sort(key=lambda f: f.first)
        return [_mention(f, words, text, folded) for f in found]

    def _misspelled(self, words: Sequence[Word], taken: set[int]) -> Iterable[Finding]:
        for i, word in enumerate(words):
            if i in taken or len(word.text) < SHORTEST_MISSPELLED or word.text in self._ordinary:
                continue
            if not any(c.isdigit() for c in word.text) and (medicines := self.nearest(word.text)):
                yield Finding(medicines, i, i + 1, "likely" if len(medicines) == 1 else "ask")

    def nearest(self, typed: str) -> tuple[Medicine, ...]:
        """The medicines whose names are nearest to a misspelled word; several when about equally near."""
        least = LEAST_NEAR_SHORT if len(typed) <= SHORT else LEAST_NEAR
        best: dict[str, tuple[float, Medicine]] = {}
        for near in self._spellings.near(typed, least):
            for medicine in (m for name in self._spelled[near.position] for m in name.medicines):
                best.setdefault(medicine.name, (near.nearness, medicine))
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        return tuple(m for score, m in ranked if score >= ranked[0][0] - MARGIN)[:MOST_CANDIDATES]


def _longest(matches: Iterable[NameMatch]) -> list[Finding]:
    """The longest matches that do not overlap; of equal ones the first."""
    found: list[Finding] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda m: (m.first - m.last, m.first)):
        span = range(match.first, match.last)
        if taken.isdisjoint(span):
            taken.update(span)
            certainty: Certainty = "exact" if len(match.name.medicines) == 1 else "ask"
            found.append(Finding(match.name.medicines, match.first, match.last, certainty))
    return found


def _mention(finding: Finding, words: Sequence[Word], text: str, folded: str) -> MedicineMention:
    start, end = words[finding.first].start, words[finding.last - 1].end
    mention = MedicineMention(finding.medicines[0], text[start:end], start, end, finding.certainty)
    candidates = finding.medicines if finding.certainty == "ask" else ()
    return replace(mention, candidates=candidates, strength=strength_beside(folded, start, end))
