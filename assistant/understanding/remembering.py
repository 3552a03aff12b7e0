"""What is read from a text by the text alone is read once: people in one shelter ask in the same words.

Kept in the memory of the process, never written down, as the vectors of questions are; what depends on a
conversation, a table or a clock is never kept here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

# Texts of each reader; a message is short, so that all of them together are a few megabytes.
TEXTS_KEPT = 2_048

Reader = TypeVar("Reader", bound=Callable[..., Any])


def remembered(reader: Reader) -> Reader:
    """The same pure function of texts, which keeps what it found for the last `TEXTS_KEPT` of them.

    What it returns is shared by all who ask: it must not be changed.
    """
    return lru_cache(maxsize=TEXTS_KEPT)(reader)  # type: ignore[return-value]  # the same signature
