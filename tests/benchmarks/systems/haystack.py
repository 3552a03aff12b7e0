"""Haystack with its in-memory store; 'hybrid' joins BM25 and embedding retrieval by reciprocal rank."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from haystack import Document, Pipeline
from haystack.components.joiners import DocumentJoiner
from haystack.components.preprocessors import DocumentSplitter
from haystack.components.retrievers import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore

from tests.benchmarks.systems.system import Asked, Found, Text

try:
    from haystack_integrations.components.embedders.sentence_transformers import (
        SentenceTransformersDocumentEmbedder,
        SentenceTransformersTextEmbedder,
    )
except ImportError:
    from haystack.components.embedders import (  # where 2.x has them
        SentenceTransformersDocumentEmbedder,
        SentenceTransformersTextEmbedder,
    )

FILE = "documents.json"


class System:
    def __init__(self, mode: str, model: Path) -> None:
        self._mode = mode
        self._model = str(model)
        self._pipeline: Any = None

    def build(self, documents: Sequence[Text], folder: Path) -> None:
        splitter = DocumentSplitter()
        pieces = splitter.run(
            documents=[Document(content=each.text, meta={"source": each.id}) for each in documents]
        )["documents"]
        embedder = SentenceTransformersDocumentEmbedder(model=self._model, progress_bar=False)
        embedder.warm_up()
        store = InMemoryDocumentStore(embedding_similarity_function="cosine")
        store.write_documents(embedder.run(documents=pieces)["documents"])
        store.save_to_disk(str(folder / FILE))

    def open(self, folder: Path) -> None:
        store = InMemoryDocumentStore.load_from_disk(str(folder / FILE))
        pipeline = Pipeline()
        pipeline.add_component(
            "embedder", SentenceTransformersTextEmbedder(model=self._model, progress_bar=False)
        )
        pipeline.add_component("dense", InMemoryEmbeddingRetriever(store))
        pipeline.connect("embedder.embedding", "dense.query_embedding")
        if self._mode == "hybrid":
            pipeline.add_component("words", InMemoryBM25Retriever(store))
            pipeline.add_component("joined", DocumentJoiner(join_mode="reciprocal_rank_fusion"))
            pipeline.connect("words", "joined")
            pipeline.connect("dense", "joined")
        pipeline.warm_up()
        self._pipeline = pipeline

    def search(self, question: Asked, limit: int) -> list[Found]:
        given: dict[str, dict[str, Any]] = {"embedder": {"text": question.text}, "dense": {"top_k": limit}}
        if self._mode == "hybrid":
            given["words"] = {"query": question.text, "top_k": limit}
            given["joined"] = {"top_k": limit}
        found = self._pipeline.run(given)["joined" if self._mode == "hybrid" else "dense"]["documents"]
        return [Found(each.meta["source"], each.content) for each in found]
