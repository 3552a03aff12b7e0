"""Which language the message is in: by its script, by its commonest words, and only then by a model."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from knowledge.places.states import JURISDICTIONS
from knowledge.remembering import remembered

if TYPE_CHECKING:
    from lingua import LanguageDetector

# Languages with documents of their own; in the others passages are quoted in English and said to be.
COMPLETE = ("en", "es")
KNOWN = ("en", "es", "ht", "vi", "zh", "fr", "pt", "tl", "ko", "ar", "ru")
# Fewer words than this say too little for the statistical detector.
DETECTOR_MIN_WORDS = 4
# English is the safer guess: a wrong language loses the whole answer.
DETECTOR_MIN_CONFIDENCE = 0.8

_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("vi", re.compile(r"[\u1ea0-\u1ef9\u01a0\u01a1\u01af\u01b0\u0103\u0111]")),
)
# No other of these languages opens a question with a mark; names and borrowed words then weigh less.
_OPENING_MARK = re.compile(r"[¿¡]")
OPENING_MARK_COUNTS = 2
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# 'AK', 'LA', 'DE' beside a town or on a card are states, not words of Creole, Spanish or French.
_STATE_CODE = re.compile(rf"(?<![^\W_])(?:{'|'.join(JURISDICTIONS)})(?![^\W_])")


@remembered
def detect_language(message: str, previous: str = "", *, notes: bool = False) -> str:
    """A tag of `KNOWN`; where the message says nothing, `previous` (the conversation's) or English.

    `notes`: the writer works here and jots down names and abbreviations ('caller w/ asthma Tampa albuterol'),
    which a statistical detector takes for any language; only words that are known count.
    """
    for language, script in _SCRIPTS:
        if len(script.findall(message)) >= 2:
            return language
    # Who types in capitals throughout writes words in capitals, too.
    text = message if message.isupper() else _STATE_CODE.sub(" ", message)
    words = [word.lower() for word in _WORD.findall(text)]
    scores = {language: sum(word in common for word in words) for language, common in _common_words().items()}
    scores["es"] += OPENING_MARK_COUNTS * bool(_OPENING_MARK.search(message))
    best, second = sorted(scores, key=lambda language: scores[language], reverse=True)[:2]
    if scores[best] > scores[second]:
        return best
    if scores[best] == 0 and len(words) >= DETECTOR_MIN_WORDS and not notes:
        return _by_model(message) or previous or "en"
    return previous or "en"


def _by_model(message: str) -> str | None:
    best = _detector().compute_language_confidence_values(message)[0]
    return best.language.iso_code_639_1.name.lower() if best.value >= DETECTOR_MIN_CONFIDENCE else None


@cache
def _common_words() -> dict[str, frozenset[str]]:
    loaded = yaml.safe_load(Path(__file__).with_name("common_words.yaml").read_text(encoding="utf-8"))
    return {language: frozenset(words.split()) for language, words in loaded.items()}


@cache
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder  # noqa: PLC0415 (only for doubtful messages)

    languages = (
        Language.ENGLISH,
        Language.SPANISH,
        Language.FRENCH,
        Language.PORTUGUESE,
        Language.TAGALOG,
        Language.VIETNAMESE,
    )
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()
