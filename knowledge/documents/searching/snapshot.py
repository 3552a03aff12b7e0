"""One version of the index in memory: immutable, shared by all threads that search."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

import numpy as np

from knowledge.documents.contradictions.conflicts import Conflict
from knowledge.documents.document import Passage
from knowledge.documents.keeping.register import Pointer
from knowledge.documents.keeping.vectors import VectorStore, read_vectors
from knowledge.documents.key_points import TopicLines
from knowledge.documents.searching.gates import Gates
from knowledge.documents.searching.lexical import LexicalIndex, searched_text
from knowledge.documents.searching.spelling import Speller
from knowledge.documents.searching.twins import Pairs, twin_pairs
from knowledge.documents.searching.words import raw_words
from knowledge.documents.vector_types import Mask, Vectors

# Document, heading, and the days on which that version holds.
Section = tuple[str, str, date | None, date | None]


def section_of(passage: Passage) -> Section:
    return passage.document_id, passage.heading, passage.effective, passage.expires


class Snapshot:
    """The searchable passages with their gates, words and (read when first needed) vectors."""

    def __init__(
        self,
        pointer: Pointer,
        passages: Sequence[Passage],
        conflicts: Iterable[Conflict],
        store: VectorStore,
    ) -> None:
        self.pointer = pointer
        self.passages = tuple(passage for passage in passages if passage.kind == "text")
        self.key_points = tuple(passage for passage in passages if passage.kind == "key_point")
        self._conflicts = tuple(conflicts)
        self._store = store
        self._reading = threading.Lock()
        self._matrix: Vectors | None = None

    def prepare(self, with_vectors: bool) -> None:
        """Make what the first search would otherwise wait for."""
        _ = self.gates, self.of_operator, self.lexical, self.speller, self.twins
        _ = self.by_topic, self.by_id, self.row_of
        if with_vectors:
            _ = self.matrix

    @property
    def has_vectors(self) -> bool:
        return self._matrix is not None

    @cached_property
    def gates(self) -> Gates:
        return Gates(self.passages)

    @cached_property
    def of_operator(self) -> Mask:
        """Which passages are of documents that the operator added."""
        return np.array([passage.origin == "operator" for passage in self.passages], dtype=np.bool_)

    @cached_property
    def lexical(self) -> LexicalIndex:
        return LexicalIndex(self.passages)

    @cached_property
    def speller(self) -> Speller:
        """Knows the words of the English passages; the dictionary leads from Spanish to them."""
        english = (passage for passage in self.passages if passage.language == "en")
        return Speller({word for passage in english for word in raw_words(searched_text(passage))})

    @cached_property
    def twins(self) -> Pairs:
        return twin_pairs(self.passages)

    @cached_property
    def by_topic(self) -> Mapping[str, TopicLines]:
        """The key points of each topic with their gates: an answer asks for five topics or more."""
        lines: dict[str, list[Passage]] = defaultdict(list)
        for line in self.key_points:
            for topic in line.topics:
                lines[topic].append(line)
        return {topic: TopicLines(on_topic) for topic, on_topic in lines.items()}

    @cached_property
    def by_id(self) -> Mapping[str, Passage]:
        return {passage.id: passage for passage in (*self.passages, *self.key_points)}

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """Where each searchable passage stands in `passages` and `matrix`."""
        return {passage.id: row for row, passage in enumerate(self.passages)}

    @cached_property
    def by_section(self) -> Mapping[Section, tuple[Passage, ...]]:
        """The searchable passages of each section, in reading order."""
        sections: dict[Section, list[Passage]] = {}
        for passage in self.passages:
            sections.setdefault(section_of(passage), []).append(passage)
        return {section: tuple(held) for section, held in sections.items()}

    @cached_property
    def open_conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts that nobody has decided and whose two sides are both served."""
        return tuple(
            conflict
            for conflict in self._conflicts
            if not conflict.keep
            and conflict.new.passage_id in self.by_id
            and any(statement.passage_id in self.by_id for statement in conflict.held)
        )

    @property
    def matrix(self) -> Vectors:
        """One row of length 1 for each passage; zeros where this store has no vector yet.

        Raises NotFound where the store no longer has this version.
        """
        with self._reading:
            if self._matrix is None:
                with self._store.client() as client:
                    by_id = read_vectors(client, self.pointer.collection)
                self._matrix = _rows(self.passages, by_id)
            return self._matrix


def _rows(passages: Sequence[Passage], by_id: Mapping[str, Vectors]) -> Vectors:
    width = next((len(row) for row in by_id.values()), 0)
    matrix = np.zeros((len(passages), width), dtype=np.float32)
    for position, passage in enumerate(passages):
        if passage.id in by_id:
            matrix[position] = by_id[passage.id]
    return matrix
