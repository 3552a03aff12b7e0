"""Names that are spelled nearly like a typed word.

A shared-letter-pair count (numpy) leaves a few dozen of tens of thousands of names; only those are
compared by edit distance, on their letters and on their sound.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

# Names compared in full for one word; more shared letter pairs first.
MOST_COMPARED = 60
# The sound counts a little less than the letters: it is how people err, but also how names collide.
LETTERS_WEIGHT = 0.6
SOUND_WEIGHT = 1 - LETTERS_WEIGHT
# Two slips in a word of eight letters leave at least this share of its letter pairs.
LEAST_OVERLAP = 0.22

_SOUNDS = [
    (re.compile(p), r)
    for p, r in (
        ("ph", "f"),
        ("^x", "s"),
        ("x", "ks"),
        ("ck|q[uv]?|c(?![eiyh])", "k"),
        ("c(?=[eiy])|z", "s"),
        ("sch|ch", "k"),
        ("[gj](?=[eiy])", "j"),
        ("th", "t"),
        ("h", ""),
        ("y", "i"),
        ("v", "b"),
        (r"(?<=.)e$", ""),
        (r"(.)\1+", r"\1"),
    )
]


@dataclass(frozen=True, slots=True)
class Near:
    """The position of a known spelling and how near it is (1.0: the same)."""

    position: int
    nearness: float


def sound(word: str) -> str:
    """Roughly how English and Spanish speakers hear a word: 'eliquis' and 'elikwis' nearly meet."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


class SpellingIndex:
    """Known spellings without spaces, searched by nearness."""

    def __init__(self, spellings: Sequence[str]) -> None:
        self._spellings = list(spellings)
        self._sounds = [sound(s) for s in self._spellings]
        self._pair_counts = np.array([len(_pairs(s)) for s in self._spellings], dtype=np.int32)
        self._holders = _holders(self._spellings)

    def near(self, typed: str, least: float) -> list[Near]:
        """The known spellings at least `least` near, nearest first.

        Nearness is the share of letters that need no change (swapped neighbours count once), mixed with
        the same for the sound.
        """
        typed_sound = sound(typed)
        letters = process.extract(
            typed,
            {i: self._spellings[i] for i in self._worth_comparing(typed)},
            scorer=OSA.normalized_similarity,
            score_cutoff=(least - SOUND_WEIGHT) / LETTERS_WEIGHT,
            limit=None,
        )
        found = []
        for _, share, i in letters:
            nearness = LETTERS_WEIGHT * share + SOUND_WEIGHT * self._sounds_alike(typed_sound, i)
            if nearness >= least:
                found.append(Near(i, nearness))
        return sorted(found, key=lambda n: -n.nearness)

    def _sounds_alike(self, typed_sound: str, i: int) -> float:
        return float(OSA.normalized_similarity(typed_sound, self._sounds[i]))

    def _worth_comparing(self, typed: str) -> Iterable[int]:
        pairs = _pairs(typed)
        held = [self._holders[p] for p in pairs if p in self._holders]
        if not held:
            return ()
        shared = np.bincount(np.concatenate(held), minlength=len(self._spellings))
        # No spelling can overlap enough that shares fewer pairs than this; most are out at once.
        some = np.flatnonzero(shared >= max(1.0, LEAST_OVERLAP * len(pairs)))
        shared = shared[some]
        overlap = shared / (self._pair_counts[some] + len(pairs) - shared)
        enough = overlap >= LEAST_OVERLAP
        some, overlap = some[enough], overlap[enough]
        if len(some) > MOST_COMPARED:
            some = some[np.argsort(-overlap, kind="stable")[:MOST_COMPARED]]
        found: list[int] = some.tolist()
        return found


def _pairs(word: str) -> set[str]:
    padded = f"^{word}$"
    return {padded[i : i + 2] for i in range(len(padded) - 1)}


def _holders(spellings: Sequence[str]) -> dict[str, npt.NDArray[np.int32]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for i, spelling in enumerate(spellings):
        for pair in _pairs(spelling):
            holders[pair].append(i)
    return {pair: np.array(held, dtype=np.int32) for pair, held in holders.items()}
