"""What a reader must know of a quote: that it is not confirmed, or not in their language."""

from __future__ import annotations

import re

from assistant.writing.words import Words
from knowledge.documents.document import Passage

_SAYS_SO = re.compile(r"not confirmed|sin confirmar|no confirmad", re.IGNORECASE)


def marked(text: str, passage: Passage, words: Words) -> str:
    """The quote with its marks, in the reader's language."""
    if passage.confidence == "low" and not _SAYS_SO.search(text):
        text = f"{text} ({words.say('not-confirmed')})"
    if words.language not in ("en", passage.language):
        text = f"{text} ({words.say('in-english')})"
    return text if text.endswith((".", "!", "?", ":", "”", '"')) else f"{text}."


def says_unconfirmed(text: str) -> bool:
    """Whether a text tells that it is not confirmed."""
    return bool(_SAYS_SO.search(text))
