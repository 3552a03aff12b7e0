"""The words of a text as the reader of places sees them: where, how written, what stands between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.places.names import WRITTEN_OUT

_APOSTROPHE = "['’‘´`]"
_WORD = re.compile(rf"[a-z0-9]+(?:{_APOSTROPHE}[a-z0-9]+)*")
# What may stand between the words of one name.
_JOINING = " -.'’/"
# From so many words on, a text in which nearly all begin with a capital tells nothing by capitals.
FEW_WORDS = 3
MOSTLY = 0.7


class PlaceWord(NamedTuple):
    """One word: `key` as names are compared, without a possessive 's; `gap` is what stands before it.

    `whole` is the key with the 's ('Prince George's'). `breaks` tells whether something other than spaces,
    hyphens or an abbreviation's full stop stands before. `capital` and `upper` say how it is written, where
    that tells something.
    """

    text: str
    key: str
    whole: str
    start: int
    end: int
    gap: str
    breaks: bool
    capital: bool
    upper: bool


def place_words(folded: str, text: str) -> list[PlaceWord]:
    """The words of a text in order."""
    words: list[PlaceWord] = []
    before = 0
    shouted = not any(c.islower() for c in text)
    for match in _WORD.finditer(folded):
        start, end = match.span()
        word = match.group()
        if not word.isalnum():
            word, whole = _without_apostrophes(word)
        else:
            whole = word
        gap = folded[before:start]
        words.append(
            PlaceWord(
                text=word,
                key=WRITTEN_OUT.get(word, word),
                whole=WRITTEN_OUT.get(whole, whole),
                start=start,
                end=end,
                gap=gap,
                breaks=gap != " " and any(c not in _JOINING for c in gap),
                capital=not shouted and text[start].isupper(),
                upper=not shouted and text[start:end].isupper(),
            )
        )
        before = end
    return words if _capitals_tell(words) else [w._replace(capital=False) for w in words]


def _capitals_tell(words: Sequence[PlaceWord]) -> bool:
    """Whether capitals mark names here; not In A Text Written Like This."""
    return len(words) <= FEW_WORDS or sum(w.capital for w in words) < MOSTLY * len(words)


def _without_apostrophes(word: str) -> tuple[str, str]:
    """'tampa's' as ('tampa', 'tampas'), "d'alene" as ('dalene', 'dalene')."""
    parts = re.split(_APOSTROPHE, word)
    whole = "".join(parts)
    return ("".join(parts[:-1]), whole) if parts[-1] == "s" else (whole, whole)
