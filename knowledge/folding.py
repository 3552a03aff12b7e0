"""Text made comparable, for every room that looks for names in what people type."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_FIRST_SYLLABLE, _LAST_SYLLABLE = "\uac00", "\ud7a3"


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if _FIRST_SYLLABLE <= character <= _LAST_SYLLABLE:
        # A Korean syllable decomposes too, but into letters that mean nothing alone.
        return character
    base = unicodedata.normalize("NFKD", character)[0].lower()
    return base if len(base) == 1 else character


def fold(text: str) -> str:
    """`text` in lower case without accents, character for character.

    The length never changes, so a span in the folded text is the span in what was typed.
    """
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_character, text))


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set: long lists of words stay readable that way."""
    return frozenset(words.split())
