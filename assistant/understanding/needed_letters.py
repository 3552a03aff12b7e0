"""The letters without which a pattern cannot match, read from the pattern itself.

Looking for a few letters in a message takes a twentieth of the time of searching it for a pattern, and hardly
any message holds those of more than a few patterns.
"""

from __future__ import annotations

import re._constants as sre  # type: ignore[import-not-found]  # Python's own reader of patterns has no stubs
import re._parser as reader  # type: ignore[import-not-found]
from collections.abc import Iterable
from typing import Any

# Nothing is known: the pattern has to be searched for.
NONE: frozenset[str] = frozenset()
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def needed_letters(pattern: str) -> frozenset[str]:
    """Strings of which every match of `pattern` holds at least one; none where that cannot be told."""
    parsed = reader.parse(pattern)
    return NONE if parsed.state.flags & sre.SRE_FLAG_IGNORECASE else _of_sequence(parsed)


def _of_sequence(parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The best of what the parts need one by one: all of them are there."""
    best, letters = NONE, ""
    for kind, value in parts:
        if kind is sre.LITERAL:
            letters += chr(value)
            continue
        best = max(best, _alone(letters), _of_part(kind, value), key=_telling)
        letters = ""
    return max(best, _alone(letters), key=_telling)


def _of_part(kind: Any, value: Any) -> frozenset[str]:
    if kind is sre.SUBPATTERN:
        _, added_flags, _, inner = value
        return NONE if added_flags else _of_sequence(inner)
    if kind is sre.BRANCH:
        branches = [_of_sequence(branch) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else NONE
    if kind in _REPEATS:
        least, _, inner = value
        return _of_sequence(inner) if least else NONE
    return NONE


def _alone(letters: str) -> frozenset[str]:
    return frozenset([letters]) if letters else NONE


def _telling(letters: frozenset[str]) -> tuple[int, int]:
    """How little by chance the letters stand in a text: the shortest counts, then how few they are."""
    return min((len(each) for each in letters), default=0), -len(letters)
