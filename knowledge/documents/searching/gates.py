"""Who may be shown what: gates that decide before anything is ranked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from knowledge.documents.document import Passage
from knowledge.documents.vector_types import Mask

EVERYWHERE = "US"
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Gate:
    """What a look-up asks for; None or empty opens that gate.

    `jurisdictions` are state codes: passages of those states and of the whole country pass.
    """

    at: date
    audience: str = ""
    jurisdictions: tuple[str, ...] = ()
    program: str = ""
    language: str = ""


def gate(
    at: date,
    audience: str | None = None,
    jurisdiction: str | Collection[str] | None = None,
    program: str | None = None,
    language: str | None = None,
) -> Gate:
    """A gate from the loose forms in which callers ask."""
    if jurisdiction is None:
        states: tuple[str, ...] = ()
    else:
        states = (jurisdiction,) if isinstance(jurisdiction, str) else tuple(jurisdiction)
    return Gate(
        at=at,
        audience=audience or "",
        jurisdictions=tuple(sorted({code.upper() for code in states if code})),
        program=program_key(program or ""),
        language=(language or "").split("-")[0].lower(),
    )


def program_key(program: str) -> str:
    """Program ids are compared with '-' and '_' alike."""
    return program.replace("_", "-").lower()


class Gates:
    """The gates of one set of passages as columns, so that a look-up is a few array operations."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._from = _days([passage.effective or date.min for passage in passages])
        self._until = _days([passage.expires or date.max for passage in passages])
        self._audience = _members([passage.audience for passage in passages])
        self._jurisdiction = _members([passage.jurisdiction for passage in passages])
        self._program = _members([(program_key(passage.program),) for passage in passages])
        self._language = _members([(passage.language.split("-")[0],) for passage in passages])
        self._original = np.array([passage.translation_of for passage in passages], dtype=object)
        self._document = np.array([passage.document_id for passage in passages], dtype=object)
        self._size = len(passages)

    def open_for(self, asked: Gate) -> Mask:
        """True for each passage that may be a candidate."""
        day = asked.at.toordinal()
        mask: Mask = (self._from <= day) & (day <= self._until)
        if asked.audience:
            mask &= self._has(self._audience, asked.audience)
        if asked.jurisdictions:
            places = self._has(self._jurisdiction, EVERYWHERE)
            for code in asked.jurisdictions:
                places = places | self._has(self._jurisdiction, code)
            mask &= places
        if asked.program:
            mask &= self._has(self._program, asked.program)
        return self._in_language(mask, asked.language) if asked.language else mask

    def _in_language(self, mask: Mask, language: str) -> Mask:
        """The person's language, and English where that document has no twin that passes too."""
        own = mask & self._has(self._language, language)
        if language == ENGLISH:
            return own
        twins = set(self._original[own])
        english = mask & self._has(self._language, ENGLISH)
        rows = np.flatnonzero(english)
        english[rows] = [document not in twins for document in self._document[rows]]
        return own | english

    def _has(self, columns: dict[str, Mask], name: str) -> Mask:
        return columns.get(name, np.zeros(self._size, dtype=np.bool_))


def _days(dates: Sequence[date]) -> NDArray[np.int64]:
    return np.array([day.toordinal() for day in dates], dtype=np.int64)


def _members(values: Sequence[tuple[str, ...]]) -> dict[str, Mask]:
    """For each name that occurs, which passages carry it."""
    names = {name for value in values for name in value}
    return {name: np.array([name in value for value in values], dtype=np.bool_) for name in names}
