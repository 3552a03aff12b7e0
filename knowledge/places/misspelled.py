"""Towns whose names are spelled nearly like what was typed: 'Jaksonville', 'Tampaa', 'New Orleens'."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.ordinary_words import everyday_words, personal_names, ranked_words
from knowledge.places.atlas import Atlas
from knowledge.places.evidence_of_place import names_not_alone

# A shorter word is near too many things.
SHORTEST = 5
# The share of letters that must agree, swapped neighbours counting once: one slip in six, two in twelve.
LEAST_NEAR = 0.83
# Without a state behind it only a town of this many people is read out of a misspelling.
LEAST_PEOPLE = 20_000
# Where only a capital speaks for a town, it has this many, and fewer letters are wrong.
LEAST_PEOPLE_WELL_KNOWN = 100_000
LEAST_NEAR_WELL_KNOWN = 0.87
# So many of the most frequent words are compared, because people mistype those, too.
EVERYDAY_COMPARED = 12_000
# What people type in a night is some thousand different words.
WORDS_KEPT = 8_192


class TownSpellings:
    """Towns by nearness of spelling; the first letter is taken to be right."""

    def __init__(self, atlas: Atlas) -> None:
        self._anywhere: dict[str, list[str]] = defaultdict(list)
        self._well_known: dict[str, list[str]] = defaultdict(list)
        self._in_state: dict[tuple[str, str], list[str]] = defaultdict(list)
        for key, lines in atlas.cities.items():
            if len(key) >= SHORTEST:
                self._enter(key, [line.split("\t", 3) for line in lines])
        self._everyday: dict[str, list[str]] = defaultdict(list)
        for word in ranked_words()[:EVERYDAY_COMPARED]:
            if word not in atlas.cities:
                self._everyday[word[0]].append(word)

    def _enter(self, key: str, beginnings: list[list[str]]) -> None:
        """Enters a town's key with the beginnings of its lines: key, state, population."""
        people = 0
        for _, state, population, _ in beginnings:
            self._in_state[state, key[0]].append(key)
            people = max(people, int(population))
        if people >= LEAST_PEOPLE:
            self._anywhere[key[0]].append(key)
        if people >= LEAST_PEOPLE_WELL_KNOWN:
            self._well_known[key[0]].append(key)

    def nearest(self, typed: str, state: str | None = None, *, well_known: bool = False) -> str | None:
        """The key of the town nearest to a typed key; None when an everyday word is as near.

        With `state` any town of it, else one that many people know; with `well_known` very many, and nearer.
        """
        if len(typed) < SHORTEST:
            return None
        towns = self._well_known if well_known else self._anywhere
        known = self._in_state.get((state, typed[0]), []) if state else towns.get(typed[0], [])
        least = LEAST_NEAR_WELL_KNOWN if well_known else LEAST_NEAR
        found = process.extractOne(typed, known, scorer=OSA.normalized_similarity, score_cutoff=least)
        if found is None:
            return None
        key: str = found[0]
        return None if self._is_everyday(typed, found[1]) else key

    def _is_everyday(self, typed: str, nearness: float) -> bool:
        words = self._everyday.get(typed[0], [])
        scorer = OSA.normalized_similarity
        return process.extractOne(typed, words, scorer=scorer, score_cutoff=nearness) is not None


@lru_cache(maxsize=WORDS_KEPT)
def is_known_word(word: str) -> bool:
    """Whether a word is spelled right as something: an everyday word, a name of people or a number."""
    if len(word) < SHORTEST - 1 or not word.isalpha():
        return True
    return word in everyday_words() or word in personal_names() or word in names_not_alone()
