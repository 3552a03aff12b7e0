"""What a reader must know of a quote: that it is not confirmed, or not in their language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.writing.words import Words
from knowledge.documents.document import Passage

_SAYS_SO = re.compile(r"not confirmed|sin confirmar|no confirmad", re.IGNORECASE)
# In all of these; every line of an answer is looked at, and few hold it.
_IN_ALL = "confirm"


def marked(text: str, passage: Passage, words: Words) -> str:
    """The quote with its marks, in the reader's language, as one sentence with one full stop."""
    notes = []
    if passage.confidence == "low" and not _says_so(text):
        notes.append(words.say("not-confirmed"))
    if words.language not in ("en", passage.language):
        notes.append(words.say("in-english"))
    ended = text if text.endswith((".", "!", "?", ":", "”", '"')) else f"{text}."
    if not notes:
        return ended
    return f"{ended.removesuffix('.')} ({'; '.join(note.removesuffix('.') for note in notes)})."


def says_unconfirmed(texts: Iterable[str], words: Words) -> bool:
    """Whether one of these texts tells that it is not confirmed."""
    said = words.say("not-confirmed").removesuffix(".")
    return any(said in text or _says_so(text) for text in texts)


def _says_so(text: str) -> bool:
    return _IN_ALL in text.lower() and bool(_SAYS_SO.search(text))
