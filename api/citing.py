"""Citations of the look-ups: evidence in the shape that the chat's citations have."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answer import Citation
from knowledge.evidence import Evidence


def citations_of(found: Iterable[Evidence | None]) -> list[Citation]:
    """The evidence as citations numbered from 1, each once; what is None is left out."""
    distinct = {each.id: each for each in found if each is not None}
    return [citation(number, each) for number, each in enumerate(distinct.values(), start=1)]


def citation(number: int, evidence: Evidence) -> Citation:
    """One piece of evidence as a citation."""
    return Citation(
        number=number,
        kind=evidence.kind,
        id=evidence.id,
        title=evidence.title,
        url=evidence.url,
        jurisdiction=evidence.jurisdiction,
        checked=evidence.checked,
        confidence=evidence.confidence,
        quote=evidence.quote,
    )
