"""Which passages the register gives to serve, and how their sameness is known."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from knowledge.documents.contradictions.conflict_store import Hidden
from knowledge.documents.cutting import chunking, markdown_blocks
from knowledge.documents.cutting.chunking import embedding_text, passages_of
from knowledge.documents.document import Passage
from knowledge.documents.keeping.validity import HeldVersion, current_documents


def served_passages(held: Sequence[HeldVersion], hidden: Hidden) -> list[Passage]:
    """All passages to serve, each once: the same words in two versions are one passage."""
    merged: dict[str, Passage] = {}
    for document in current_documents(held):
        for passage in passages_of(document):
            if not _is_hidden(passage, hidden):
                merged[passage.id] = _joined(merged.get(passage.id), passage)
    return list(merged.values())


def content_hash(passage: Passage) -> str:
    """Equal where the model would read the same text."""
    return hashlib.sha256(embedding_text(passage).encode()).hexdigest()


@cache
def cutting_code() -> str:
    """A hash of the code that cuts documents: another release may cut them differently."""
    digest = hashlib.sha256()
    for module in (markdown_blocks, chunking):
        digest.update(inspect.getsource(module).encode())
    return digest.hexdigest()


def _is_hidden(passage: Passage, hidden: Hidden) -> bool:
    return any(passage.document_id == document and sentence in passage.text for document, sentence in hidden)


def _joined(older: Passage | None, newer: Passage) -> Passage:
    """The newer version's passage, holding from the first day of either to the last."""
    if older is None:
        return newer
    starts = [passage.effective for passage in (older, newer)]
    ends = [passage.expires for passage in (older, newer)]
    return replace(
        newer,
        effective=None if None in starts else min(day for day in starts if day),
        expires=None if None in ends else max(day for day in ends if day),
    )
