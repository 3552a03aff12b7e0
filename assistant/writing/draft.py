"""The writer's paper: lines that carry their evidence, and the book that numbers it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.answer import Citation, Section, SectionKind
from knowledge.evidence import Evidence

# The source numbers of a document's own front matter; the answer has numbers of its own.
_SOURCE_NUMBERS = re.compile(r"\s*\[\d+\](?=(?:\s*\[\d+\])*)")


def without_source_numbers(text: str) -> str:
    """A document's words without its own [n] markers."""
    return _SOURCE_NUMBERS.sub("", text).strip() if "[" in text else text.strip()


@dataclass(frozen=True, slots=True)
class Line:
    """One or more sentences and the evidence that carries every word of them."""

    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(slots=True)
class Draft:
    """A section being written. Lines that say the same are written once."""

    kind: SectionKind
    title: str
    lines: list[Line] = field(default_factory=list)
    numbered: bool = False

    def add(self, text: str, *evidence: Evidence | None) -> None:
        """Add a line, unless it is there already."""
        if text and text not in [line.text for line in self.lines]:
            self.lines.append(Line(text, tuple([piece for piece in evidence if piece is not None])))


class CitationBook:
    """Numbers evidence in the order in which it is first used."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._evidence: list[Evidence] = []

    def number(self, evidence: Evidence) -> int:
        """The number of a piece of evidence, a new one the first time."""
        if evidence.id not in self._numbers:
            self._evidence.append(evidence)
            self._numbers[evidence.id] = len(self._evidence)
        return self._numbers[evidence.id]

    def citations(self) -> tuple[Citation, ...]:
        """All numbered evidence, in order."""
        return tuple(
            Citation(
                number=number,
                kind=piece.kind,
                id=piece.id,
                title=piece.title,
                url=piece.url,
                jurisdiction=piece.jurisdiction,
                checked=piece.checked,
                confidence=piece.confidence,
                quote=without_source_numbers(piece.quote),
            )
            for number, piece in enumerate(self._evidence, start=1)
        )

    def section(self, draft: Draft) -> Section:
        """The finished section: one line per paragraph or list item, each with its [n] markers."""
        numbers: list[int] = []
        texts = []
        for position, line in enumerate(draft.lines, start=1):
            own = [self.number(piece) for piece in line.evidence]
            numbers += own
            bullet = f"{position}. " if draft.numbered else ("- " if len(draft.lines) > 1 else "")
            texts.append(bullet + " ".join([line.text, *_markers(own)]))
        return Section(draft.kind, draft.title, "\n".join(texts), tuple(dict.fromkeys(numbers)))


def _markers(numbers: Iterable[int]) -> list[str]:
    joined = "".join(f"[{number}]" for number in dict.fromkeys(numbers))
    return [joined] if joined else []
