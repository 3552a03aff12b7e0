"""What is read from a text by the text alone is read once: people in one shelter ask in the same words.

Kept in the memory of the process, never written down, and not by the text itself: what a person wrote is not
kept beyond its answer, only what was read from it, under a hash whose key nobody knows and that ends with the
process. What depends on a conversation, a table or a clock is never kept here.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from typing import Any, TypeVar, cast

# Texts of each reader; what is read from a message is short, so all of them together are a few megabytes.
TEXTS_KEPT = 2_048
_KEY = secrets.token_bytes(32)
# One text by itself and a call with several values never stand for each other.
_OF_TEXT, _OF_CALL = (blake2b(key=_KEY, digest_size=16, person=what) for what in (b"text", b"call"))

Reader = TypeVar("Reader", bound=Callable[..., Any])


def remembered(reader: Reader) -> Reader:
    """The same pure function of texts, which keeps what it found for the last `TEXTS_KEPT` of them.

    What it returns is shared by all who ask: it must not be changed.
    """
    kept: OrderedDict[bytes, Any] = OrderedDict()
    using = threading.Lock()

    @wraps(reader)
    def remembering(*given: Any, **named: Any) -> Any:
        alone = len(given) == 1 and not named and type(given[0]) is str
        name = _digest(_OF_TEXT, given[0]) if alone else _digest(_OF_CALL, repr((given, named)))
        with using:
            if name in kept:
                kept.move_to_end(name)
                return kept[name]
        found = reader(*given, **named)
        with using:
            kept[name] = found
            while len(kept) > TEXTS_KEPT:
                kept.popitem(last=False)
        return found

    return cast(Reader, remembering)


def digest(text: str) -> bytes:
    """Stands for a text that is not to be kept: 16 bytes, another in every process."""
    return _digest(_OF_TEXT, text)


def _digest(begun: blake2b, text: str) -> bytes:
    """A copy of what was begun with the key is made in half the time of beginning anew."""
    hashed = begun.copy()
    hashed.update(text.encode("utf-8", "surrogatepass"))
    return hashed.digest()
