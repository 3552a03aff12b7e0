"""The words of a text as the lexical index counts them: folded, without stop words, stemmed."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache

import Stemmer

# Numbers keep their inner dots and dashes until they are joined, so that a phone number is one word.
TOKEN = re.compile(r"\d[\d,.\-–]*\d|[^\W_]+(?:['’][^\W_]+)*")
# Stemming is remembered: the vocabulary of all documents and of what people type is far smaller than this.
STEMS_REMEMBERED = 50_000

STOP_WORDS = {
    "en": frozenset(
        """a about am an and any are as at be been but by can could did do does for from get got had has have he
        her him his how i i'd i'll i'm i've if in into is it it's its just like me my of on or our out so some
        than that the their them then there they this to up us was we were what when where which who will with
        would you your""".split()
    ),
    "es": frozenset(
        """a al algo ante como con cual cuando de del desde donde el ella en era es esa ese eso esta estan este
        esto estoy fue ha hay he la las le les lo los mas me mi mis muy ni nos o para pero por porque que quien
        se ser si sin sobre son su sus tambien te tengo tiene tu tus un una uno unos unas y ya yo""".split()
    ),
}
ALGORITHMS = {"en": "english", "es": "spanish"}
# Snowball stemmers keep state while they work.
_stemmers = threading.local()


def tokens(text: str, language: str = "en") -> list[str]:
    """The stems of the words that carry meaning, in order; numbers without separators ('1-855…', '41,000')."""
    stop = STOP_WORDS.get(language, STOP_WORDS["en"])
    return [_stem(word, language) for word in raw_words(text) if word not in stop]


def raw_words(text: str) -> list[str]:
    """The words of a text in order, folded (case, accents, separators inside numbers)."""
    return [_whole(found.group()) for found in TOKEN.finditer(fold(text))]


def fold(text: str) -> str:
    """Lower case without accents: people type 'transferi' and 'transferí'."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def looks_spanish(text: str) -> bool:
    """Whether more of the small words are Spanish than English; enough to choose a stemmer."""
    words = raw_words(text)
    counts = {code: sum(word in stop for word in words) for code, stop in STOP_WORDS.items()}
    return counts["es"] > counts["en"]


def _whole(word: str) -> str:
    return re.sub(r"[,.\-–]", "", word) if word[0].isdigit() else word.replace("’", "'").removesuffix("'s")


@lru_cache(maxsize=STEMS_REMEMBERED)
def _stem(word: str, language: str) -> str:
    if word[0].isdigit():
        return word
    name = ALGORITHMS.get(language, "english")
    stemmer = getattr(_stemmers, name, None)
    if stemmer is None:
        stemmer = Stemmer.Stemmer(name)
        setattr(_stemmers, name, stemmer)
    return str(stemmer.stemWord(word))
