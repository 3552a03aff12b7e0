"""LangChain with Chroma as its retrieval tutorial does it; 'hybrid' is its EnsembleRetriever with BM25."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from tests.benchmarks.systems.system import Asked, Found, Text

# The tutorial's own numbers.
CHUNK_CHARACTERS = 1000
OVERLAP_CHARACTERS = 200
# Chroma takes at most some 5,400 records in one call.
BATCH = 5000


class System:
    def __init__(self, mode: str, model: Path) -> None:
        self._mode = mode
        self._embeddings = HuggingFaceEmbeddings(model_name=str(model))
        self._store: Any = None
        self._retriever: Any = None

    def build(self, documents: Sequence[Text], folder: Path) -> None:
        splitter = RecursiveCharacterTextSplitter(
            chunk_size=CHUNK_CHARACTERS, chunk_overlap=OVERLAP_CHARACTERS, add_start_index=True
        )
        chunks = splitter.split_documents(
            [Document(page_content=each.text, metadata={"source": each.id}) for each in documents]
        )
        store = self._chroma(folder)
        for start in range(0, len(chunks), BATCH):
            store.add_documents(documents=chunks[start : start + BATCH])

    def open(self, folder: Path) -> None:
        self._store = self._chroma(folder)
        if self._mode == "hybrid":
            self._open_words()

    def search(self, question: Asked, limit: int) -> list[Found]:
        if self._mode == "dense":
            documents = self._store.similarity_search(question.text, k=limit)
        else:
            dense = self._store.as_retriever(search_kwargs={"k": limit})
            words = self._words.model_copy(update={"k": limit})
            documents = self._ensemble(retrievers=[words, dense], weights=[0.5, 0.5]).invoke(question.text)
        return [Found(each.metadata["source"], each.page_content) for each in documents[:limit]]

    def _chroma(self, folder: Path) -> Chroma:
        return Chroma(
            collection_name="documents", embedding_function=self._embeddings, persist_directory=str(folder)
        )

    def _open_words(self) -> None:
        """BM25 lives in memory only: made again from the stored pieces at every start."""
        from langchain_classic.retrievers import EnsembleRetriever
        from langchain_community.retrievers import BM25Retriever

        held = self._store.get()
        pieces = zip(held["documents"], held["metadatas"], strict=True)
        self._words = BM25Retriever.from_documents(
            [Document(page_content=text, metadata=metadata) for text, metadata in pieces]
        )
        self._ensemble = EnsembleRetriever
