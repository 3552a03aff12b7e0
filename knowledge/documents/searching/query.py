"""A question as the index asks it: its words and texts in English, and in its own language beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.documents.document import Passage
from knowledge.documents.searching.lexicon import english_synonyms, spanish_lexicon
from knowledge.documents.searching.spelling import Speller
from knowledge.documents.searching.words import TOKEN, fold, looks_spanish, raw_words, tokens

SPANISH = "es"
# The model and the reader lose the thread in longer texts; a question stands in its first pages.
MAX_CHARACTERS = 6000


@dataclass(frozen=True, slots=True)
class Query:
    """What is compared with the passages.

    `english` is the question in English (as typed, with misspellings mended; or word by word from Spanish):
    its meaning is compared, once. `own_words` are those of a question in another language. Words are stems.
    """

    english: str
    english_words: tuple[str, ...]
    near_words: tuple[str, ...]
    own_words: tuple[str, ...]


def understood(
    text: str, language: str | None, also: Sequence[str], speller: Speller, *, after: Passage | None = None
) -> Query:
    """The query for `text`; `also` are English terms that are known to be meant ('insulin glargine').

    They count as words alone, so that one vector of the question serves every look-up; so does the title of
    `after`, a passage that the question goes on about.
    """
    text = text[:MAX_CHARACTERS]
    spanish = looks_spanish(text, likely=language == SPANISH)
    english = _from_spanish(text, speller) if spanish else _mended(text, speller)
    title, titled_in = (after.title, after.language) if after else ("", "")
    english_title = _from_spanish(title, speller) if titled_in == SPANISH else title
    words = dict.fromkeys(tokens(" ".join([english, *also, english_title]), "en"))
    synonyms = english_synonyms()
    near = {other for word in words for other in synonyms.get(word, ()) if other not in words}
    return Query(
        english=english,
        english_words=tuple(words),
        near_words=tuple(sorted(near)),
        own_words=tuple(dict.fromkeys(tokens(f"{text} {title}", SPANISH))) if spanish else (),
    )


def _from_spanish(text: str, speller: Speller) -> str:
    """Word by word; a word that the dictionary lacks may be nearly the English one ('metadona')."""
    pieces = spanish_lexicon().in_english(raw_words(text), speller.words)
    return " ".join(piece if known else speller.meant(piece) for piece, known in pieces)


def _mended(text: str, speller: Speller) -> str:
    """The text with misspelled words replaced, everything else as it stands."""
    return TOKEN.sub(lambda found: speller.meant(found.group()), fold(text))
