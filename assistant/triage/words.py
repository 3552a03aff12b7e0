"""A message as plain words: lower case, no accents, joined contractions, with places in the original.

'I can't BREATHE!!' and 'i cant breathe' become the same words, so that patterns are written once.
Scripts that do not part words by spaces (or glue endings to them) become one 'word' per character.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Chinese and Japanese, Korean, Arabic: every character is a word of its own.
SINGLE = "\u0621-\u064a\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
SENTENCE_ENDS = ".!?;\n。！？；؟"
CLAUSE_ENDS = ",:()，、：（）،"
# A number keeps its decimals ("100.4"), a word its apostrophe ("can't"). The rest separates.
WORD = re.compile(
    rf"[0-9]+(?:\.[0-9]+)?|[{SINGLE}]|(?:(?![{SINGLE}])[^\W\d_])+(?:['’`´](?:(?![{SINGLE}])[^\W\d_])+)*"
    rf"|[{re.escape(SENTENCE_ENDS + CLAUSE_ENDS)}]+"
)
SINGLE_CHARACTER = re.compile(rf"([{SINGLE}])")
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
    for match in WORD.finditer(plain(text)):
        piece = match.group()
        if piece[0] in SENTENCE_ENDS or piece[0] in CLAUSE_ENDS:
            clause += 1
            sentence += any(mark in SENTENCE_ENDS for mark in piece)
            continue
        joined = piece.translate(APOSTROPHES)
        if joined == "not" and words and words[-1].text in JOINED_WITH_NOT and words[-1].clause == clause:
            before = words.pop()
            words.append(Word(JOINED_WITH_NOT[before.text], before.start, match.end(), sentence, clause))
        else:
            words.append(Word(STRETCHED.sub(r"\1", joined), match.start(), match.end(), sentence, clause))
    return tuple(words)


class _PlainLetters(dict[int, str]):
    """For `str.translate`: each character as a small letter without its mark, one for one."""

    def __missing__(self, code: int) -> str:
        letter = chr(code).lower()[0]
        decomposed = unicodedata.normalize("NFD", letter)
        # Korean syllables decompose too, but into letters that mean nothing alone.
        self[code] = decomposed[0] if unicodedata.combining(decomposed[-1]) else letter
        return self[code]


# Vietnamese đ has no mark to take off.
PLAIN_LETTERS = _PlainLetters({ord("đ"): "d", ord("Đ"): "d"})


def plain(text: str) -> str:
    """Small letters without marks, each character in its old place."""
    return text.translate(PLAIN_LETTERS)


def as_typed_words(phrase: str) -> str:
    """A phrase of the lexicon in plain letters, with single characters set apart as in `words_of`."""
    letters = "".join(c if c.isupper() and c.isascii() else plain(c) for c in phrase)
    return " ".join(SINGLE_CHARACTER.sub(r" \1 ", letters).split())
