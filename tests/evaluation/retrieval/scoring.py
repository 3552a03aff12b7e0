"""From the pieces of text that a system returned to its figures, the same way for every system.

Three views, because systems cut documents into pieces of very different size:
`document`: pieces folded to documents; `section`: each piece stands for the sections it covers, pieces that
bring no new section are left out; `words`: sections within the first 500 words returned, however cut.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tests.evaluation.retrieval.library import LibraryDocument, SectionKey, Sections
from tests.evaluation.retrieval.metrics import figures
from tests.evaluation.retrieval.questions import Question

# Five of our passages, half a piece of LlamaIndex: what one reads on a phone.
WORDS_READ = 500

Place = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Piece:
    """One returned piece of text and the document that it was cut from."""

    document: str
    text: str


class Scorer:
    """Scores rankings over one library."""

    def __init__(self, documents: Mapping[str, LibraryDocument]) -> None:
        self._documents = documents
        self._sections = Sections(documents)
        self._covered: dict[Piece, frozenset[SectionKey]] = {}

    def document_places(self, ranking: Sequence[Piece]) -> list[Place]:
        """The documents in order; a translation and its original are one."""
        originals = dict.fromkeys(self._documents[piece.document].original for piece in ranking)
        return [frozenset([original]) for original in originals]

    def section_places(self, ranking: Sequence[Piece]) -> list[Place]:
        return list(_bringing_new(self._sections_of(piece) for piece in ranking))

    def places_in_words(self, ranking: Sequence[Piece]) -> list[Place]:
        """One place: all sections within the first words; a piece that is cut off counts as far as it is."""
        seen: set[Hashable] = set()
        left = WORDS_READ
        for piece in ranking:
            words = piece.text.split()
            whole = len(words) <= left
            shown = piece if whole else Piece(piece.document, " ".join(words[:left]))
            seen |= self._sections_of(shown)
            left -= len(words)
            if left <= 0:
                break
        return [frozenset(seen)]

    def right_sections(self, question: Question) -> Place:
        return frozenset(question.relevant(self._sections))

    def right_documents(self, question: Question) -> Place:
        return frozenset(self._documents[document].original for document, _ in question.passages)

    def _sections_of(self, piece: Piece) -> frozenset[SectionKey]:
        if piece not in self._covered:
            self._covered[piece] = frozenset(self._sections.covered(piece.document, piece.text))
        return self._covered[piece]


def _bringing_new(places: Iterable[Place]) -> Iterable[Place]:
    seen: set[Hashable] = set()
    for place in places:
        if place - seen:
            seen |= place
            yield place


def score(
    scorer: Scorer, questions: Sequence[Question], rankings: Sequence[Sequence[Piece]]
) -> dict[str, Any]:
    """`document` and `section` figures and the share of right sections within the words read."""
    pairs = list(zip(questions, rankings, strict=True))
    documents = figures((scorer.document_places(r), scorer.right_documents(q)) for q, r in pairs)
    sections = figures((scorer.section_places(r), scorer.right_sections(q)) for q, r in pairs)
    words = figures((scorer.places_in_words(r), scorer.right_sections(q)) for q, r in pairs)
    return {"document": asdict(documents), "section": asdict(sections), "words": words.recall}


# What a question can be besides one of all; each gets its own figures.
KINDS: dict[str, Callable[[Question], bool]] = {
    "all": lambda question: True,
    "tuned": lambda question: question.half == "tuned",
    "untouched": lambda question: question.half == "untouched",
    "untouched, English": lambda question: (
        question.half == "untouched" and question.language == "en" and question.form == "plain"
    ),
    "untouched, typos": lambda question: question.half == "untouched" and question.form == "typos",
    "untouched, Spanish": lambda question: question.half == "untouched" and question.language == "es",
    "untouched, long": lambda question: question.half == "untouched" and len(question.text.split()) > 25,
}


def by_kind(
    scorer: Scorer, questions: Sequence[Question], rankings: Sequence[Sequence[Piece]]
) -> dict[str, dict[str, Any]]:
    """The figures of all questions and of each kind that occurs, with how many there are."""
    pairs = list(zip(questions, rankings, strict=True))
    chosen = {name: [pair for pair in pairs if fits(pair[0])] for name, fits in KINDS.items()}
    return {
        name: {"questions": len(some), **score(scorer, *map(list, zip(*some, strict=True)))}  # type: ignore[arg-type]
        for name, some in chosen.items()
        if some
    }
