"""The words of a text as the lexical index counts them: folded, without stop words, stemmed."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from pathlib import Path

import Stemmer

DATA = Path(__file__).parents[1] / "data"
# Numbers keep their inner dots and dashes until they are joined, so that a phone number is one word.
TOKEN = re.compile(r"\d[\d,.\-–]*\d|[^\W_]+(?:['’][^\W_]+)*")
# Stemming is remembered: the vocabulary of all documents and of what people type is far smaller than this.
STEMS_REMEMBERED = 50_000

STOP_WORDS = {
    code: frozenset((DATA / f"stop_words_{code}.txt").read_text(encoding="utf-8").split())
    for code in ("en", "es")
}
ALGORITHMS = {"en": "english", "es": "spanish"}
# Snowball stemmers keep state while they work.
_stemmers = threading.local()


def tokens(text: str, language: str = "en") -> list[str]:
    """The stems of the words that carry meaning, in order; numbers without their separators."""
    stop = STOP_WORDS.get(language, STOP_WORDS["en"])
    return [stem(word, language) for word in raw_words(text) if word not in stop]


def raw_words(text: str) -> list[str]:
    """The words of a text in order, folded (case, accents, separators inside numbers)."""
    return [whole(found.group()) for found in TOKEN.finditer(fold(text))]


def fold(text: str) -> str:
    """Lower case without accents: people type 'transferi' and 'transferí'."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def looks_spanish(text: str, likely: bool = False) -> bool:
    """Whether more of the small words are Spanish than English; `likely` decides where they are as many."""
    words = raw_words(text)
    spanish, english = (sum(word in STOP_WORDS[code] for word in words) for code in ("es", "en"))
    return spanish > english or (likely and spanish == english)


def whole(word: str) -> str:
    """A matched word without what only separates: '1-855…', '41,000', "pharmacist's"."""
    return re.sub(r"[,.\-–]", "", word) if word[0].isdigit() else word.replace("’", "'").removesuffix("'s")


@lru_cache(maxsize=STEMS_REMEMBERED)
def stem(word: str, language: str) -> str:
    """The stem of one folded word; numbers stay as they are."""
    if word[0].isdigit():
        return word
    name = ALGORITHMS.get(language, "english")
    stemmer = getattr(_stemmers, name, None)
    if stemmer is None:
        stemmer = Stemmer.Stemmer(name)
        setattr(_stemmers, name, stemmer)
    return str(stemmer.stemWord(word))
