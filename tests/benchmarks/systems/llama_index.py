"""LlamaIndex as its starter tutorial does it; 'hybrid' is its QueryFusionRetriever with its BM25Retriever."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from llama_index.core import (
    Document,
    MockEmbedding,
    Settings,
    StorageContext,
    VectorStoreIndex,
    load_index_from_storage,
)
from llama_index.core.llms import MockLLM
from llama_index.embeddings.huggingface import HuggingFaceEmbedding

from tests.benchmarks.systems.system import Asked, Found, Text


class System:
    def __init__(self, mode: str, model: Path) -> None:
        self._mode = mode
        # No chat model: without this the library asks for a key when a retriever is made.
        Settings.llm = MockLLM()
        Settings.embed_model = MockEmbedding(embed_dim=1)
        Settings.embed_model = HuggingFaceEmbedding(model_name=str(model))
        self._index: Any = None

    def build(self, documents: Sequence[Text], folder: Path) -> None:
        index = VectorStoreIndex.from_documents(
            [Document(text=each.text, metadata={"source": each.id}) for each in documents]
        )
        index.storage_context.persist(persist_dir=str(folder))

    def open(self, folder: Path) -> None:
        self._index = load_index_from_storage(StorageContext.from_defaults(persist_dir=str(folder)))
        if self._mode == "hybrid":
            from llama_index.retrievers.bm25 import BM25Retriever

            self._bm25 = BM25Retriever
            self._nodes = list(self._index.docstore.docs.values())
            self._retrievers: dict[int, Any] = {}

    def search(self, question: Asked, limit: int) -> list[Found]:
        nodes = self._retriever(limit).retrieve(question.text)[:limit]
        return [Found(each.node.metadata["source"], each.node.get_content()) for each in nodes]

    def _retriever(self, limit: int) -> Any:
        dense = self._index.as_retriever(similarity_top_k=limit)
        if self._mode == "dense":
            return dense
        from llama_index.core.retrievers import QueryFusionRetriever

        if limit not in self._retrievers:
            words = self._bm25.from_defaults(nodes=self._nodes, similarity_top_k=limit)
            self._retrievers[limit] = QueryFusionRetriever(
                [dense, words],
                similarity_top_k=limit,
                num_queries=1,
                mode="reciprocal_rerank",
                use_async=False,
            )
        return self._retrievers[limit]
