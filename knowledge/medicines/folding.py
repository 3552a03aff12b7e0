"""Names made comparable, and the words of a text with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge.folding import fold

_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = "'’‘´`"
_BREAKS = frozenset(',;:!?\n\r\t()[]{}"“”«»¿¡|•')


def name_key(name: str) -> str:
    """The form under which a name is stored and compared: folded words joined by one space."""
    folded = fold(name)
    for apostrophe in _APOSTROPHES:
        folded = folded.replace(apostrophe, "")
    return " ".join(_WORD.findall(folded))


class Word(NamedTuple):
    """One word of a text: `folded[start:end]`; `breaks` says that a comma or the like stands before it.

    A named tuple, because a message makes dozens and they are made fastest.
    """

    text: str
    start: int
    end: int
    breaks: bool


def words_of(folded: str) -> list[Word]:
    """The words of a folded text in order; a possessive 's is not a word."""
    words: list[Word] = []
    before = 0
    for match in _WORD.finditer(folded):
        start, end = match.span()
        gap = folded[before:start]
        if words and gap in _APOSTROPHES and gap and match.group() == "s":
            before = end
            continue
        after_initial = bool(words) and len(words[-1].text) == 1
        words.append(Word(match.group(), start, end, _is_break(gap, after_initial, folded[start])))
        before = end
    return words


def _is_break(gap: str, after_initial: bool, following: str) -> bool:
    """Whether what stands between two words keeps a name from running across it.

    The comma of '50,000', the full stops of '0.5' and 'D.H.E. 45' and the colon of 't:slim' do not.
    """
    if gap in (" ", "", ":"):
        return False
    if gap == ",":
        return not following.isdigit()
    if "." in gap and not after_initial and gap != ".":
        return True
    return any(c in _BREAKS for c in gap)
