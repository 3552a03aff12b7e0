"""Words of everyday English and Spanish, so that no name is read into an ordinary word.

`ordinary_words.txt` holds some 90,000 folded words, the most frequent first, `personal_names.txt` common
given and family names, `town_names.txt` the words of the names of towns; `build_ordinary_words.py` made them.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_HERE = Path(__file__).parent
# The first so many lines of the list are words that everybody uses; the rest are rarer.
EVERYDAY = 30_000


@lru_cache(maxsize=1)
def ranked_words() -> tuple[str, ...]:
    """All ordinary words, the most frequent first."""
    return tuple((_HERE / "ordinary_words.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """All ordinary words."""
    return frozenset(ranked_words())


@lru_cache(maxsize=1)
def everyday_words() -> frozenset[str]:
    """The most frequent of the ordinary words."""
    return frozenset(ranked_words()[:EVERYDAY])


@lru_cache(maxsize=1)
def personal_names() -> frozenset[str]:
    """Given and family names common in the USA and in Mexico."""
    return frozenset((_HERE / "personal_names.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=1)
def proper_names() -> frozenset[str]:
    """Personal names, and the words of the names of towns in the USA."""
    towns = (_HERE / "town_names.txt").read_text(encoding="utf-8").split()
    return personal_names().union(towns)
