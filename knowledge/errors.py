"""The one tree of errors that a user can be told about.

Every error carries a sentence that says what is wrong and what to do. `api` turns the tree into
problem+json and exit codes in one place; nothing below `api` knows about either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing wrong with one named field of the input.

    `row` is the 1-based line of a file where there is one (the header is line 1).
    """

    field: str
    message: str
    row: int | None = None


class TideoverError(Exception):
    """A failure that can be shown to the person who caused or meets it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class BadInput(TideoverError):
    """Input that breaks a rule; nothing was changed. `errors` names the fields."""

    def __init__(self, message: str, errors: Sequence[FieldError] = ()) -> None:
        super().__init__(message)
        self.errors = tuple(errors)


class TooLarge(BadInput):
    """Input over a limit; the message names the limit."""


class NotFound(TideoverError):
    """Something named by the caller is not here."""


class Conflict(TideoverError):
    """The request is fine but collides with what is already held."""


class Unavailable(TideoverError):
    """A part that is needed is missing or broken (index, weights, database); says how to mend it."""
