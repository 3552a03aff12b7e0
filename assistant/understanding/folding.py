"""Text as the matchers want it: lower case, no accents, straight quotes, and every character in its place.

Folding keeps the length, so that a span found in the folded text is a span of the original.
"""

from __future__ import annotations

import re

from knowledge.folding import fold as without_accents

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "´": "'", "`": "'", "\u00a0": " "})
_SENTENCE_END = re.compile(r"[.!?;\n]+(?=\s|$)")
# A full stop in 'St. Petersburg' or 'Dr. Lee' ends no sentence.
_ABBREVIATED = re.compile(r"\b(?:st|dr|mr|ms|mrs|ft|u\.s)$")
_LONGEST_ABBREVIATION = 3


def fold(text: str) -> str:
    """The folded text, of the same length as `text`."""
    return without_accents(text).translate(_QUOTES)


def sentences(text: str) -> list[tuple[int, int]]:
    """The (start, end) spans of the sentences of a folded text, in order; empty ones are left out."""
    spans, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        end = match.start()
        if _ABBREVIATED.search(text, max(0, end - _LONGEST_ABBREVIATION), end):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if text[a:b].strip(" \t\r\n.!?;")]
