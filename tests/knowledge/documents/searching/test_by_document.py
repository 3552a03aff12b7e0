"""Passages put together by document."""

from __future__ import annotations

from knowledge.documents.document import Passage, ScoredPassage
from knowledge.documents.searching.by_document import PASSAGES_EACH, by_document


def found(document: str, ordinal: int, score: float, original: str = "") -> ScoredPassage:
    passage = Passage(
        id=f"{document}.{ordinal}",
        document_id=document,
        title=document.title(),
        heading="",
        text="",
        ordinal=ordinal,
        translation_of=original,
    )
    return ScoredPassage(passage, score)


def test_documents_in_the_order_of_their_best_passages() -> None:
    grouped = by_document([found("b", 4, 0.9), found("a", 1, 0.8), found("b", 2, 0.7)])
    assert [(each.id, each.title, [p.passage.ordinal for p in each.passages]) for each in grouped] == [
        ("b", "B", [4, 2]),
        ("a", "A", [1]),
    ]


def test_a_translation_and_its_original_are_one_document() -> None:
    grouped = by_document([found("a-es", 3, 0.9, "a"), found("a", 3, 0.8), found("a-es", 1, 0.7, "a")])
    assert [(each.id, len(each.passages)) for each in grouped] == [("a-es", 2)]


def test_only_the_best_passages_of_a_long_document() -> None:
    grouped = by_document([found("a", 90 - place, 0.9 - place / 100) for place in range(20)])
    assert [p.passage.ordinal for p in grouped[0].passages] == [90 - place for place in range(PASSAGES_EACH)]
