"""Words of a text read as misspelled names.

A word is a candidate when it is no ordinary word, no person or street, and nearer to a name of a
medicine than to any everyday word. Names close to each other are not guessed between: all are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path

from knowledge.medicines.context import has_form_or_strength, is_led_up_to, names_person_or_place
from knowledge.medicines.folding import Word
from knowledge.medicines.medicine import Medicine
from knowledge.medicines.names import Name, NameIndex, Rank
from knowledge.medicines.reading import Reading
from knowledge.medicines.spelling import SpellingIndex
from knowledge.ordinary_words import everyday_words, ordinary_words, proper_names, ranked_words

# Shorter words have too many near neighbours to be read as a misspelled name.
SHORTEST_MISSPELLED = 5
# A word read as a misspelled name is at least this near to it; short words nearer.
LEAST_NEAR = 0.74
LEAST_NEAR_SHORT = 0.8
SHORT = 6
# A rare ordinary word or a proper name is read so only this near and beside words about medicine.
LEAST_NEAR_ORDINARY = 0.8
SHORTEST_ORDINARY = 7
# Beside words that lead up to a medicine, names this much less near are asked about.
EXPECTED_LEEWAY = 0.06
# A misspelled word of a longer name ('blood presure pills') has to be this near.
LEAST_NEAR_PART = 0.8
# Two medicines within this of each other are about equally near: then one has to ask.
MARGIN = 0.07
MOST_CANDIDATES = 4
FIELD_WORDS_FILE = Path(__file__).parent / "data" / "field_words.txt"
# A name typed in more pieces than this is not put together again.
MOST_RUN_TOGETHER = 3
# Of one message no more unknown words than this are compared, which bounds the time that junk can take.
MOST_UNKNOWN = 40
# So many of the most frequent words are compared: the words that people mistype.
EVERYDAY_COMPARED = 12_000


class Misspellings:
    """Near spellings of one set of names."""

    def __init__(self, names: NameIndex) -> None:
        self._by_spelling = _spellings(names)
        self._holders = list(self._by_spelling.values())
        self._index = SpellingIndex(list(self._by_spelling))
        self._name_words = {w for name in names if " " in name.key for w in name.key.split(" ")}
        self._parts = sorted(w for w in self._name_words if len(w) >= SHORTEST_MISSPELLED and w.isalpha())
        self._part_index = SpellingIndex(self._parts)
        ordinary_words(), proper_names()  # read now, not while the first person waits
        names_too = frozenset(w for w in ranked_words()[:EVERYDAY_COMPARED] if w in self._by_spelling)
        self._everyday_index = _often_mistyped(names_too)

    def readings(
        self, words: Sequence[Word], taken: Collection[int], text: str, folded: str
    ) -> Iterator[Reading]:
        """Every word, or several run together, that is no part of an exact name but nearly one."""
        used: set[int] = set(taken)
        for reading in self._run_together(words, used):
            used.update(range(reading.first, reading.last))
            yield reading
        for i in _unknown(words, used):
            reading_of_one = self._single(words, i, used, text, folded)
            if reading_of_one:
                used.add(i)
                yield reading_of_one

    def repaired(self, words: Sequence[Word], taken: Collection[int]) -> list[Word] | None:
        """The words with misspelled parts of longer names put right; None when nothing needs it."""
        repaired = list(words)
        for i in _unknown(words, taken):
            if self._beside_part(words, i):
                repaired[i] = self._repaired(words[i])
        return repaired if repaired != words else None

    def nearest(self, typed: str, least: float | None = None) -> tuple[Medicine, ...]:
        """The medicines with names nearest to a misspelled word; several when about equally near."""
        return self._nearest(typed, least or _least(typed))[0]

    def _nearest(self, typed: str, least: float) -> tuple[tuple[Medicine, ...], float]:
        """The nearest medicines and how near; a rival counts even if it is itself not near enough."""
        best: dict[str, tuple[float, Medicine]] = {}
        for near in self._index.near(typed, least - MARGIN):
            for medicine in (m for name in self._holders[near.position] for m in name.medicines):
                best.setdefault(medicine.name, (near.nearness, medicine))
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        top = ranked[0][0] if ranked else 0.0
        if top < least:
            return (), top
        return tuple(m for score, m in ranked if score >= top - MARGIN)[:MOST_CANDIDATES], top

    def _single(
        self, words: Sequence[Word], i: int, used: Collection[int], text: str, folded: str
    ) -> Reading | None:
        typed = words[i].text
        proper, ordinary = typed in proper_names(), typed in ordinary_words()
        marked = has_form_or_strength(words, i, i + 1, folded, reach=1)
        expected = marked or is_led_up_to(words, i, i + 1, proper=False)
        long_enough = len(typed) >= SHORTEST_ORDINARY
        if not marked and (proper or (ordinary and not (expected and long_enough))):
            return None
        means_something = proper or ordinary
        least = _least(typed, means_something=means_something, expected=expected)
        medicines, nearness = self._nearest(typed, least)
        if not medicines or (not marked and self._is_nearer_to_another(words, i, used, text, nearness)):
            return None
        sure = len(medicines) == 1 and nearness >= _least(typed, means_something=means_something)
        unsure = not marked and means_something
        return Reading(medicines, i, i + 1, "likely" if sure and not unsure else "ask")

    def _is_nearer_to_another(
        self, words: Sequence[Word], i: int, used: Collection[int], text: str, nearness: float
    ) -> bool:
        """Whether a person, a place or an everyday word is meant."""
        if i - 1 not in used and names_person_or_place(words, i, i + 1, text):
            return True
        return self._everyday_nearness(words[i].text, nearness) >= nearness

    def _run_together(self, words: Sequence[Word], used: Collection[int]) -> Iterator[Reading]:
        """'met formin', 'levo thyroxine': a single name typed as several words, one of them no word."""
        strange = [i for i, w in enumerate(words) if i not in used and not _is_ordinary(w.text)]
        for i, last in _runs(strange[:MOST_UNKNOWN], words):
            held = self._by_spelling.get("".join(w.text for w in words[i:last]))
            if held and len(held[0].medicines) == 1 and not any(j in used for j in range(i, last)):
                yield Reading(held[0].medicines, i, last, "likely")

    def _beside_part(self, words: Sequence[Word], i: int) -> bool:
        """Whether a neighbour is a word of a longer name; only then can this be another."""
        return any(0 <= j < len(words) and words[j].text in self._name_words for j in (i - 1, i + 1))

    def _repaired(self, word: Word) -> Word:
        near = self._part_index.near(word.text, LEAST_NEAR_PART)
        return word._replace(text=self._parts[near[0].position]) if near else word

    def _everyday_nearness(self, typed: str, least: float) -> float:
        near = self._everyday_index.near(typed, least)
        return near[0].nearness if near else 0.0


def _runs(around: Iterable[int], words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The runs of two or more words, without a comma in them, that hold one of the given words."""
    for i in around:
        for size in range(2, MOST_RUN_TOGETHER + 1):
            for first in range(max(0, i - size + 1), i + 1):
                last = first + size
                if last <= len(words) and not any(w.breaks for w in words[first + 1 : last]):
                    yield first, last


def _unknown(words: Sequence[Word], taken: Collection[int]) -> Iterator[int]:
    """The first so many words that could be a misspelled name."""
    return islice((i for i, w in enumerate(words) if i not in taken and _may_be_name(w.text)), MOST_UNKNOWN)


@lru_cache(maxsize=2)
def _often_mistyped(without: frozenset[str]) -> SpellingIndex:
    """The everyday words long enough to be mistyped, but for those that are names of medicines as well."""
    everyday = ranked_words()[:EVERYDAY_COMPARED]
    return SpellingIndex([w for w in everyday if len(w) >= SHORTEST_MISSPELLED and w not in without])


def _may_be_name(typed: str) -> bool:
    if len(typed) < SHORTEST_MISSPELLED or not typed.isalpha():
        return False
    return typed not in everyday_words() and typed not in field_words()


@lru_cache(maxsize=1)
def field_words() -> frozenset[str]:
    """Words of health care, insurance and disasters that are too rare to be among the ordinary ones."""
    return frozenset(FIELD_WORDS_FILE.read_text(encoding="utf-8").split())


def _is_ordinary(word: str) -> bool:
    return len(word) < 3 or word in ordinary_words()


def _least(typed: str, *, means_something: bool = False, expected: bool = False) -> float:
    """How near a name must be to count; nearer for words that mean something, less where one is expected."""
    if means_something:
        return LEAST_NEAR_ORDINARY
    least = LEAST_NEAR_SHORT if len(typed) <= SHORT else LEAST_NEAR
    return least - EXPECTED_LEEWAY if expected else least


def _spellings(names: NameIndex) -> dict[str, list[Name]]:
    """The names that can be misspelled, without spaces: no codes, doubtful words or long classes."""
    found: dict[str, list[Name]] = {}
    for name in names:
        spelling = name.key.replace(" ", "")
        if len(spelling) >= SHORTEST_MISSPELLED and spelling.isalpha() and not _left_out(name):
            found.setdefault(spelling, []).append(name)
    return found


def _left_out(name: Name) -> bool:
    if name.needs in ("strong", "proper"):
        return True
    several = " " in name.key
    return several and (name.rank >= Rank.DERIVED or name.medicines[0].class_mention)
