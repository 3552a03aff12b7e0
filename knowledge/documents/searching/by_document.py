"""Found passages put together by document, as a person reads: what each document says to the question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.documents.document import ScoredPassage

# So many of the best passages are put together; the others are too far behind to say anything.
RANKED = 50
# The most passages of one document; together about as long as a screen.
PASSAGES_EACH = 5


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """What one document says to a question: its passages, best first."""

    passages: tuple[ScoredPassage, ...]

    @property
    def id(self) -> str:
        return self.passages[0].passage.document_id

    @property
    def title(self) -> str:
        return self.passages[0].passage.title


def by_document(found: Iterable[ScoredPassage]) -> list[FoundDocument]:
    """The documents of `found` passages (best first), in the order of their best passages.

    A translation and its original say the same: the one with the better passage stands for both.
    """
    groups: dict[str, list[ScoredPassage]] = {}
    for scored in found:
        group = groups.setdefault(scored.passage.translation_of or scored.passage.document_id, [])
        same = not group or group[0].passage.document_id == scored.passage.document_id
        if same and len(group) < PASSAGES_EACH:
            group.append(scored)
    return [FoundDocument(tuple(group)) for group in groups.values()]
