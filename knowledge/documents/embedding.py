"""Turning text into vectors with sentence-transformers: offline, checked, loaded only when needed."""

from __future__ import annotations

import os
import re
import threading
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from knowledge.documents.model.weights import BUNDLED_MODEL, BUNDLED_WEIGHTS_SHA256, bundled_folder
from knowledge.documents.vector_types import Vectors
from knowledge.remembering import digest

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

    from knowledge.documents.model.sentence_model import SentenceModel

# 4,096 vectors of 384 floats are 6 MB: a night's different questions at one shelter.
QUERY_CACHE_SIZE = 4096


class Embedder(Protocol):
    """What the index needs of an embedding model. Vectors have length 1."""

    @property
    def model_id(self) -> str: ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors: ...

    def embed_query(self, text: str) -> Vectors: ...


class SentenceEmbedder:
    """The bundled model, or the one that `configured` names (a name of the hub or a folder).

    Constructing it is free; the first text loads the model. Safe to use from several threads.
    """

    def __init__(self, configured: str = "") -> None:
        self._configured = "" if configured == BUNDLED_MODEL else configured
        self._model: SentenceModel | None = None
        self._loading = threading.Lock()
        # By a hash of the question: what a person wrote is not kept.
        self._queries: OrderedDict[bytes, Vectors] = OrderedDict()
        self._remembering = threading.Lock()

    @property
    def model_id(self) -> str:
        """Names the vector space; vectors of different ids are never compared."""
        return self._configured or f"{BUNDLED_MODEL}@{BUNDLED_WEIGHTS_SHA256[:12]}"

    @property
    def is_loaded(self) -> bool:
        return self._model is not None

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text; raises Unavailable where the model cannot be loaded."""
        return self._loaded().embed_passages(texts)

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question; repeated questions come from a bounded cache."""
        asked = self._as_read(text)
        key = digest(asked)
        with self._remembering:
            if key in self._queries:
                self._queries.move_to_end(key)
                return self._queries[key]
        vector = self._loaded().embed_query(asked)
        with self._remembering:
            self._queries[key] = vector
            if len(self._queries) > QUERY_CACHE_SIZE:
                self._queries.popitem(last=False)
        return vector

    def verify(self) -> None:
        """Check the bundled weights without loading them (0.1 s); raises Unavailable. For the start."""
        if not self._configured:
            bundled_folder()

    def warm(self) -> None:
        """Load the model now, so that the first question does not wait for it."""
        self._loaded()

    def _as_read(self, text: str) -> str:
        """White space makes no difference; nor does case to the bundled model, which reads lower case."""
        key = re.sub(r"\s+", " ", text).strip()
        return key if self._configured else key.lower()

    def _loaded(self) -> SentenceModel:
        with self._loading:
            if self._model is None:
                self._model = _load(self._configured)
            return self._model


def _load(configured: str) -> SentenceModel:
    """Load the model; a model that lies on this machine is loaded without ever asking the network."""
    offline = not configured or Path(configured).is_dir()
    source = configured or str(bundled_folder())
    if offline:
        # Read by the hub's library when it is imported.
        os.environ["HF_HUB_OFFLINE"] = "1"
        os.environ["TRANSFORMERS_OFFLINE"] = "1"
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from knowledge.documents.model.sentence_model import load_model  # noqa: PLC0415  torch: 3.6 s

    return load_model(source, offline)


def as_langchain(embedder: Embedder) -> Embeddings:
    """The embedder in the shape of LangChain's `Embeddings`, for a vector store opened by other programs."""
    from langchain_core.embeddings import Embeddings  # noqa: PLC0415  0.5 s, and rarely needed

    class Adapter(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [list(map(float, row)) for row in embedder.embed_passages(texts)]

        def embed_query(self, text: str) -> list[float]:
            return list(map(float, embedder.embed_query(text)))

    return Adapter()
