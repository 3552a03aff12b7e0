"""The abbreviations that the documents explain themselves: 'Drug Supply Chain Security Act (DSCSA)'.

One document writes the name out, another only its letters, and people type either.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from knowledge.documents.searching.words import STOP_WORDS

# 'the long name (LN)' and 'LN (the long name)'.
_SHORT_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z]{0,8}[A-Z])s?\)")
_SHORT_THEN_LONG = re.compile(r"\b([A-Z]{2,10})\s\(([^()\d]{5,90})\)")
# A long name ends within so many characters before the bracket.
_LONGEST = 100
_WORD = re.compile(r"[\w'’]+")
# Words that a name's letters may pass over.
_PASSED_OVER = STOP_WORDS["en"] | STOP_WORDS["es"]


def explained(texts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Each abbreviation that a text explains, in lower case, with the words that it stands for.

    Where texts explain one differently, what most of them say.
    """
    said: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for text in texts:
        for long, short in _pairs(text):
            name = _spelled_by(short, _WORD.findall(long.lower()))
            if name:
                said[short.lower()][name] += 1
    return {short: names.most_common(1)[0][0] for short, names in said.items()}


def _pairs(text: str) -> Iterable[tuple[str, str]]:
    for found in _SHORT_IN_BRACKETS.finditer(text):
        yield text[max(0, found.start() - _LONGEST) : found.start()], found[1]
    for found in _SHORT_THEN_LONG.finditer(text):
        yield found[2], found[1]


def _spelled_by(short: str, words: Sequence[str]) -> tuple[str, ...]:
    """The last of `words` whose first letters spell `short`; none when they do not."""
    letters = [letter.lower() for letter in short]
    for start in range(len(words) - 1, -1, -1):
        word = words[start]
        if letters and word[0] == letters[-1] and (len(letters) > 1 or word not in _PASSED_OVER):
            letters.pop()
        elif word not in _PASSED_OVER:
            return ()
        if not letters:
            return tuple(words[start:])
    return ()
