"""The documents as a LangChain retriever, for chains and tools of other programs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from knowledge.documents.document import ScoredPassage
from knowledge.documents.index import DocumentIndex


class TideoverRetriever(BaseRetriever):
    """Passages of the program documents as LangChain Documents, behind the same gates as every look-up.

    `at` None means today. `minimum_score` leaves out passages less likely to answer (0..1).
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: DocumentIndex
    audience: str | None = None
    jurisdiction: str | tuple[str, ...] | None = None
    program: str | None = None
    language: str | None = None
    at: date | None = None
    limit: int = 8
    minimum_score: float = 0.0

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002  the name is LangChain's
    ) -> list[LangChainDocument]:
        found = self.index.search(
            query,
            at=self.at or datetime.now(UTC).date(),
            audience=self.audience,
            jurisdiction=self.jurisdiction,
            program=self.program,
            language=self.language,
            limit=self.limit,
        )
        return [as_langchain_document(item) for item in found if item.score >= self.minimum_score]


def as_langchain_document(found: ScoredPassage) -> LangChainDocument:
    """The passage's words as the content, and what a citation needs as the metadata."""
    passage = found.passage
    evidence = passage.evidence()
    metadata: dict[str, Any] = {
        "document_id": passage.document_id,
        "title": passage.title,
        "heading": passage.heading,
        "page": passage.page,
        "program": passage.program,
        "language": passage.language,
        "jurisdiction": list(passage.jurisdiction),
        "audience": list(passage.audience),
        "url": evidence.url,
        "checked": evidence.checked,
        "confidence": passage.confidence,
        "score": found.score,
    }
    return LangChainDocument(id=passage.id, page_content=passage.text, metadata=metadata)
