"""A message as plain words: lower case, no accents, joined contractions, with places in the original.

'I can't BREATHE!!' and 'i cant breathe' become the same words, so that patterns are written once.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# A word keeps its apostrophe part ("can't"); a number keeps its decimals ("100.4"). The rest separates.
WORD = re.compile(r"\d+(?:\.\d+)?|[a-zñ]+(?:['’`´][a-zñ]+)*|[.!?;\n,:()]+")
SENTENCE_END = frozenset(".!?;\n")
# "nooooo", "helppp": people stretch letters when they are afraid.
STRETCHED = re.compile(r"([a-z])\1{2,}")
APOSTROPHES = str.maketrans("", "", "'’`´")
JOINED_WITH_NOT = {
    "can": "cant",
    "could": "couldnt",
    "will": "wont",
    "would": "wouldnt",
    "is": "isnt",
    "are": "arent",
    "was": "wasnt",
    "do": "dont",
    "does": "doesnt",
    "did": "didnt",
    "has": "hasnt",
    "have": "havent",
    "had": "hadnt",
}


@dataclass(frozen=True, slots=True)
class Word:
    """One word or number. `start` and `end` are places in the original text.

    `sentence` counts up at . ! ? ; and line ends; `clause` also at commas, colons and brackets.
    """

    text: str
    start: int
    end: int
    sentence: int
    clause: int


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a message, in order."""
    words: list[Word] = []
    sentence = clause = 0
    for match in WORD.finditer(_plain(text)):
        piece = match.group()
        if piece[0] in ".!?;\n,:()":
            clause += 1
            sentence += not SENTENCE_END.isdisjoint(piece)
            continue
        joined = piece.translate(APOSTROPHES)
        if joined == "not" and words and words[-1].text in JOINED_WITH_NOT and words[-1].clause == clause:
            before = words.pop()
            words.append(Word(JOINED_WITH_NOT[before.text], before.start, match.end(), sentence, clause))
        else:
            words.append(Word(STRETCHED.sub(r"\1", joined), match.start(), match.end(), sentence, clause))
    return tuple(words)


class _PlainLetters(dict[int, str]):
    """For `str.translate`: each character as a small letter without accent, one for one."""

    def __missing__(self, code: int) -> str:
        letter = chr(code).lower()
        self[code] = unicodedata.normalize("NFD", letter)[0]
        return self[code]


PLAIN_LETTERS = _PlainLetters()


def _plain(text: str) -> str:
    """Small letters without accents, each character in its old place."""
    return text.translate(PLAIN_LETTERS)
