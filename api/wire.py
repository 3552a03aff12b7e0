"""Reading what callers send: messages, times, languages, each with an error that says what to do."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime

from knowledge.errors import BadInput, FieldError

# Longer than anyone needs to describe what is missing, short enough to be understood in milliseconds.
MESSAGE_LIMIT = 4000
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")
# FEMA's declarations begin in 1953; a clock beyond these years is a typing error.
FIRST_YEAR, LAST_YEAR = 1950, 2100
# A '+' that was not escaped in a URL arrives as a space before the offset.
UNESCAPED_OFFSET = re.compile(r"(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) (\d{2}:?\d{2})$")


def bad_field(field: str, message: str) -> BadInput:
    """A BadInput about one field."""
    return BadInput(f"Please correct: {field}.", [FieldError(field, message)])


def read_message(text: str, field: str = "message") -> str:
    """The message, trimmed. Raises BadInput where it is empty, too long or not text."""
    message = text.strip()
    if all(_is_invisible(character) for character in message):
        raise bad_field(field, "Write your question; it is empty.")
    if len(message) > MESSAGE_LIMIT:
        raise bad_field(field, f"Use at most {MESSAGE_LIMIT} characters; this has {len(message)}.")
    # What can be printed is no control character; most messages need no second look.
    if not message.isprintable() and any(_is_binary(character) for character in message):
        raise bad_field(field, "Use plain text; this holds control characters or binary data.")
    return message


def _is_binary(character: str) -> bool:
    """Control characters, lone surrogates and U+FFFE/U+FFFF; new lines and tabs are text, and so are the
    joiners of emoji, right-to-left marks (category Cf) and characters newer than this Python."""
    if ord(character) & 0xFFFE == 0xFFFE:
        return True
    return unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\r\t"


def _is_invisible(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) == "Cf"


def read_time(text: str | None, field: str = "as_of") -> datetime | None:
    """A moment in UTC from an ISO 8601 time with offset; None for None and for an empty field of a form."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(UNESCAPED_OFFSET.sub(r"\1+\2", text.strip()))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise bad_field(field, "Use an ISO 8601 time with offset, for example 2026-11-24T15:00:00Z.")
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise bad_field(field, f"Use a year from {FIRST_YEAR} to {LAST_YEAR}.")
    return moment.astimezone(UTC)


def read_language(text: str | None) -> str | None:
    """A BCP-47 tag as given; None for None and for an empty field of a form."""
    if not text or LANGUAGE.fullmatch(text):
        return text or None
    raise bad_field("language", "Use a language tag such as en or es.")
