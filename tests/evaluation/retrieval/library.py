"""The program documents as sections: the unit in which a right answer is marked, for every system alike.

Standard library only: the peers' own environment reads this too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

LIBRARY = Path(__file__).parents[3] / "knowledge" / "documents" / "library"
MARKER = re.compile(r"\s*\[\d{1,2}\]")
WORD = re.compile(r"\w+")
# Texts are compared by their pairs of neighbouring words: systems cut off dashes, pipes and hashes and lay
# out tables anew, but keep the words of a cell or a sentence together.
# A found piece counts for a section when it holds this share of the section's pairs …
MOST_OF_SECTION = 0.5
# … or, of a long section, this many of them (about 45 words: enough to answer) …
ENOUGH_PAIRS = 40
# … or when most of the piece was cut from the section, and it is a sentence or more.
MOST_OF_PIECE = 0.5
ONE_SENTENCE = 15


@dataclass(frozen=True, slots=True, order=True)
class SectionKey:
    """Names a section in whatever language: the original's document id and the section's number in it."""

    document: str
    number: int


@dataclass(frozen=True, slots=True)
class LibraryDocument:
    """One file of the library; `original` is the id of the document that it translates, else its own."""

    id: str
    original: str
    title: str
    language: str
    body: str
    sections: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """What every system is given: the title as a heading, the text, no source numbers."""
        return f"# {self.title}\n\n{self.body}"


def load_documents(folder: Path = LIBRARY) -> dict[str, LibraryDocument]:
    """All documents by id."""
    read = (_document(path) for path in sorted(folder.glob("*/*.md")))
    return {document.id: document for document in read}


def _document(path: Path) -> LibraryDocument:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    body = MARKER.sub("", body).strip()
    own = _field(front, "id")
    parts = re.split(r"^## (.+)$", body, flags=re.MULTILINE)[1:]
    sections = zip((heading.strip() for heading in parts[::2]), parts[1::2], strict=True)
    return LibraryDocument(
        id=own,
        original=_field(front, "translation_of") or own,
        title=_field(front, "title"),
        language=_field(front, "language"),
        body=body,
        sections=tuple(sections),
    )


def _field(front: str, name: str) -> str:
    found = re.search(rf"^{name}: *(.*)$", front, re.MULTILINE)
    return found.group(1).strip().strip("\"'") if found else ""


class Sections:
    """Finds the sections that a piece of a document's text covers."""

    def __init__(self, documents: Mapping[str, LibraryDocument]) -> None:
        self._documents = documents
        self._pairs = {
            key: [word_pairs(f"{heading} {text}") for heading, text in document.sections]
            for key, document in documents.items()
        }

    def covered(self, document_id: str, text: str) -> Iterator[SectionKey]:
        """The sections that `text`, a piece of that document, answers for, in the document's order."""
        document = self._documents[document_id]
        piece = word_pairs(text)
        for number, section in enumerate(self._pairs[document_id]):
            if _counts(len(piece & section), len(piece), len(section)):
                yield SectionKey(document.original, number)

    def key(self, document_id: str, heading: str) -> SectionKey:
        """The key of a heading of an original document; raises KeyError where it has no such heading."""
        document = self._documents[document_id]
        for number, (name, _) in enumerate(document.sections):
            if name == heading:
                return SectionKey(document.original, number)
        raise KeyError(f"{document_id} has no heading {heading!r}")


def word_pairs(text: str) -> frozenset[tuple[str, str]]:
    """The pairs of neighbouring words, in lower case."""
    words = WORD.findall(text.lower())
    return frozenset(pairwise(words))


def _counts(shared: int, piece: int, section: int) -> bool:
    return shared >= min(MOST_OF_SECTION * section, ENOUGH_PAIRS) or (
        shared >= ONE_SENTENCE and shared >= MOST_OF_PIECE * piece
    )
